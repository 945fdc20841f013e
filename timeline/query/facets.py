"""The choices of each filter with how many claims each would show, given all the other choices."""

from __future__ import annotations

import numpy as np

from timeline.frame.tables import ClaimTables
from timeline.query.columns import Rows
from timeline.query.filter import UNDATED, ClaimFilter
from timeline.query.index import ClaimIndex, index_of

FACETS = (
    "actors", "event_types", "attributions", "places", "precisions", "bases", "statuses", "documents", "quantities",
)  # fmt: skip
MOST_VALUES = 1000  # of one facet: no reader looks through more, and a dataset has a document for every row
_MANY = frozenset({"actors", "attributions", "places", "quantities"})
Counted = list[tuple[str, str, int]]


def facets(tables: ClaimTables, chosen: ClaimFilter) -> dict[str, Counted]:
    """For each facet its values as (value, label, count), the most frequent first, at most ``MOST_VALUES``.

    A facet is counted under every choice but its own: what choosing one more of its values would add. Values that
    count nothing stay, so that the reader sees what there is; those chosen are always among them.
    """
    index = index_of(tables)
    return {name: _counted(index, name, chosen) for name in FACETS}


def _counted(index: ClaimIndex, name: str, chosen: ClaimFilter) -> Counted:
    kept = index.select_but(chosen, name)
    role = chosen.roles if name == "actors" else ()
    column = index.many(name, role) if name in _MANY else index.single(name)
    counts = column.counts(kept)
    codes = _most_frequent(counts)
    if name in ("actors", "attributions", "places"):
        codes = np.union1d(codes, np.concatenate([*index.codes_of(name, getattr(chosen, name), role), codes[:0]]))
    counted = []
    for code in codes.tolist():
        value = column.names[code]
        counted.append((value, index.label(name, value), int(counts[code])))
    if name in ("precisions", "bases"):
        undated = ~index.days()[2]
        if undated.any():
            counted.append((UNDATED, UNDATED, int(np.count_nonzero(undated & kept))))
    return sorted(counted, key=lambda c: (-c[2], c[1].casefold(), c[0]))


def _most_frequent(counts: Rows) -> Rows:
    if len(counts) <= MOST_VALUES:
        return np.arange(len(counts), dtype=np.int32)
    return np.argpartition(counts, -MOST_VALUES)[-MOST_VALUES:].astype(np.int32)
