"""Reported numbers of people harmed, by event or running total, with who says so and what has been overtaken.

The table is what the claims say; the range over an event is least, best and most *with* the sources. "Best" is what
most sources allow, not an estimate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from timeline.analysis.events import group
from timeline.analysis.facts import EARLIEST, LATEST, Facts, find_facts
from timeline.analysis.numbers import Number
from timeline.analysis.relate import overtakes
from timeline.analysis.totals import Total, series, totals_of
from timeline.frame.tables import ClaimTables

KINDS = ("killed", "injured", "displaced", "detained", "kidnapped", "missing", "besieged", "evacuated", "freed")
COLUMNS = {
    "group": "str", "kind": "str", "scope": "str", "counted": "str", "source": "str", "claim_id": "str",
    "low": "Int64", "high": "Int64", "comparator": "str", "words": "str", "date_start": "datetime64[s]",
    "date_end": "datetime64[s]", "reported": "datetime64[s]", "overtaken_by": "str",
}  # fmt: skip
_DAY_ZERO = np.datetime64("1970-01-01", "D")


class Told(NamedTuple):
    """A reported number, the event or running total it belongs to, and the claim whose later number overtook it."""

    group: str
    claim: Facts
    number: Number
    overtaken_by: str | None

    @property
    def people(self) -> str:
        """The kinds of people counted; ``""`` for people at large."""
        return ", ".join(sorted(self.number.counted))


@dataclass(frozen=True, slots=True)
class TollRange:
    """The numbers of one kind for one event: ``low`` and ``high`` are the least and the greatest that anyone gives.

    ``best`` is the number that most sources allow, of several the latest, then the lowest; ``agreed``: all allow it.
    ``sources`` says each in its words. Numbers that the same source has overtaken are left out.
    """

    group: str
    kind: str
    counted: str
    low: int
    best: int
    high: int
    agreed: bool
    sources: tuple[str, ...]
    claim_ids: tuple[str, ...]

    @property
    def words(self) -> str:
        """``14–20 killed, best 20: State TV 14; Observatory at least 18; Ministry 20``."""
        span = f"{self.low:,}" if self.low == self.high else f"{self.low:,}–{self.high:,}"
        best = "" if self.low == self.high else f", best {self.best:,}"
        people = f" ({self.counted})" if self.counted else ""
        return f"{span} {self.kind}{people}{best}: {'; '.join(self.sources)}"


def toll_table(tables: ClaimTables) -> pd.DataFrame:
    """One row per reported number, columns as ``COLUMNS``; rejected claims left out.

    ``group`` is the same for numbers of one event, or of one running total by one source: the id of its first claim.
    ``overtaken_by`` is the claim with the same source's later number, empty where none is known.
    """
    rows = [_row(told) for told in find_told(tables)]
    return pd.DataFrame({name: pd.Series([r[name] for r in rows], dtype=kind) for name, kind in COLUMNS.items()})


def toll_ranges(tables: ClaimTables) -> list[TollRange]:
    """The range of numbers for each event and kind of harm, in the order of the table; parts of a toll left out."""
    apart: dict[tuple[str, str, str], list[Told]] = {}
    for told in find_told(tables):
        if told.number.scope == "event" and told.overtaken_by is None:
            apart.setdefault((told.group, told.number.kind, told.people), []).append(told)
    return [_range(members) for members in apart.values()]


def find_told(tables: ClaimTables) -> list[Told]:
    """Every reported number of people harmed, those of one event or running total together."""
    claims = tables.claims[tables.claims["status"] != "rejected"]
    counted = tables.claim_quantities[tables.claim_quantities["kind"].isin(KINDS)]
    facts = find_facts(tables, claims[claims["claim_id"].isin(counted["claim_id"].tolist())])
    groups = group(list(facts.values()))
    grouped = {claim for members in groups for claim in members}
    groups += [(claim,) for claim in facts if claim not in grouped]
    found = [told for members in groups for told in _of_event([facts[c] for c in members])]
    for line in series([t for f in facts.values() for t in totals_of(f) if t.number.kind in KINDS]):
        found += _of_series(line)
    order = {claim: at for at, claim in enumerate(facts)}
    return sorted(found, key=lambda t: (order[t.group], KINDS.index(t.number.kind), order[t.claim.claim_id]))


def what_changed(table: pd.DataFrame, claim_id: str) -> list[str]:
    """In words, how this claim's numbers stand in the line of counts by the same source; ``[]`` when alone.

    ``Killed rose from 14 to 20 (State TV)``: the number before this claim's, then the one after it.
    """
    same = ["kind", "scope", "counted"]
    own = table[table["claim_id"] == claim_id]
    before = table[table["overtaken_by"] == claim_id].merge(own, on=same, suffixes=("", "_after"))
    gone = own[own["overtaken_by"].notna()]
    after = gone.merge(
        table, left_on=["overtaken_by", *same], right_on=["claim_id", *same], suffixes=("", "_after")
    )  # fmt: skip
    return [_change(row) for rows in (before, after) for row in rows.to_dict("records")]


def _change(row: dict[Any, Any]) -> str:
    sizes = (row["low"], row["low_after"])
    verb = "went"
    if not any(pd.isna(size) for size in sizes) and sizes[0] != sizes[1]:
        verb = "rose" if sizes[1] > sizes[0] else "fell"
    return f"{row['kind'].capitalize()} {verb} from {row['words']} to {row['words_after']} ({row['source']})"


def _row(told: Told) -> dict[str, Any]:
    claim, number = told.claim, told.number
    return {
        "group": told.group, "kind": number.kind, "scope": number.scope, "counted": told.people,
        "source": claim.source.name, "claim_id": claim.claim_id, "low": number.low, "high": number.high,
        "comparator": number.comparator, "words": number.words,
        "date_start": _day(claim.first), "date_end": _day(claim.last), "reported": _day(claim.reported),
        "overtaken_by": told.overtaken_by,
    }  # fmt: skip


def _day(day: int | None) -> np.datetime64:
    if day is None or day in (EARLIEST, LATEST):
        return np.datetime64("NaT")
    return _DAY_ZERO + np.timedelta64(day, "D")


def _of_event(members: list[Facts]) -> list[Told]:
    told = [(f, n) for f in members for n in f.numbers if n.scope != "cumulative" and n.kind in KINDS]
    return [Told(members[0].claim_id, f, n, _overtaken(f, n, told)) for f, n in told]


def _overtaken(claim: Facts, number: Number, told: Iterable[tuple[Facts, Number]]) -> str | None:
    """The claim with the next number after this one by the same source: the earliest of the later ones."""
    later = [
        (other.reported or 0, its.value, other.claim_id)
        for other, its in told
        if other is not claim
        and its.comparable(number)
        and other.source.keys & claim.source.keys
        and overtakes(other, its, claim, number) > 0
    ]
    return min(later)[2] if later else None


def _of_series(line: list[Total]) -> list[Told]:
    after = [next((t for t in line[i + 1 :] if t.as_of != total.as_of), None) for i, total in enumerate(line)]
    name = line[0].claim.claim_id
    return [Told(name, t.claim, t.number, n.claim.claim_id if n else None) for t, n in zip(line, after, strict=True)]


def _range(members: list[Told]) -> TollRange:
    first = members[0]
    bounds = {b for t in members for b in (t.number.low, t.number.high) if b is not None}

    def standing(bound: int) -> tuple[int, int, int]:
        allow = [t.claim for t in members if t.number.allowed[0] <= bound <= t.number.allowed[1]]
        return len({c.source.keys for c in allow}), max((c.reported or 0 for c in allow), default=0), -bound

    best = max(bounds, key=standing)
    return TollRange(
        group=first.group, kind=first.number.kind, counted=first.people,
        low=min(bounds), best=best, high=max(bounds),
        agreed=all(t.number.allowed[0] <= best <= t.number.allowed[1] for t in members),
        sources=tuple(dict.fromkeys(f"{t.claim.source.name} {t.number.words}" for t in members)),
        claim_ids=tuple(dict.fromkeys(t.claim.claim_id for t in members)),
    )  # fmt: skip
