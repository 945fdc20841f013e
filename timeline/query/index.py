"""Arrays beside the frames that answer a filter in about a millisecond at a million claims.

Columns are coded when first asked for; the mask of each condition is kept for the next question. The frames an index
was made of must not be changed afterwards.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from threading import RLock
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from timeline.frame.tables import ClaimTables
from timeline.lexicon.fold import fold
from timeline.query.aliases import spelled
from timeline.query.columns import Many, Mask, Rows, Single, make_many, make_single
from timeline.query.filter import UNDATED, ClaimFilter
from timeline.query.words import find_terms, find_words, join_texts

T = TypeVar("T")
KEPT_MASKS = 64  # a byte for each claim and mask
KEPT_INDEXES = 2
_SINGLES = {
    "event_types": "event_type", "precisions": "date_precision", "bases": "date_basis", "statuses": "status",
    "documents": "document_id",
}  # fmt: skip
_MANYS = {
    "actors": ("claim_actors", "actor_id"), "attributions": ("claim_attributions", "actor_id"),
    "places": ("claim_places", "name"), "quantities": ("claim_quantities", "kind"), "roles": ("claim_actors", "role"),
}  # fmt: skip
_DAY_ZERO = np.datetime64("1970-01-01", "D")
_EARLIEST, _LATEST = np.int32(-(2**31)), np.int32(2**31 - 1)
# The conditions of a filter: the fields that each one reads.
CONDITIONS: dict[str, tuple[str, ...]] = {
    "actors": ("actors", "actor_mode", "roles"),
    **{name: (name,) for name in (*_SINGLES, "attributions", "places", "quantities", "datasets")},
    "window": ("start", "end"),
}  # fmt: skip


class ClaimIndex:
    """One set of tables, ready for any number of filters."""

    def __init__(self, tables: ClaimTables) -> None:
        self.tables = tables
        self.size = len(tables.claims)
        self._lock = RLock()
        self._made: dict[Any, Any] = {}
        self._masks: OrderedDict[object, Mask] = OrderedDict()

    def select(self, chosen: ClaimFilter) -> Mask:
        """Which claims the filter keeps, by row of ``claims``."""
        return self.select_but(chosen, None)

    def select_but(self, chosen: ClaimFilter, left_out: str | None) -> Mask:
        """The same with one condition left out, as the counts of a facet need it."""
        with self._lock:
            kept = np.ones(self.size, dtype=bool)
            for name in CONDITIONS:
                mask = self._condition(name, chosen, left_out)
                if mask is not None:
                    kept &= mask
            return self._with_words(chosen.text, kept)

    def single(self, name: str) -> Single:
        """The coded column of a facet with one value for each claim."""
        return self._once(("single", name), lambda: make_single(self._single_values(name)))

    def many(self, name: str, role: tuple[str, ...] = ()) -> Many:
        """The coded pairs of a facet with any number of values; of actors, those in one of these roles."""
        return self._once(("many", name, role), lambda: self._make_many(name, role))

    def codes_of(self, name: str, values: Iterable[str], role: tuple[str, ...] = ()) -> list[Rows]:
        """For each chosen value the codes it means: an id, or every actor or place it is a name of."""
        coded = self.many(name, role)
        places = self._once(("at", name, role), lambda: {value: code for code, value in enumerate(coded.names)})
        found = []
        for value in values:
            codes = [places[value]] if value in places else [places[i] for i in self._meant(name, value) if i in places]
            found.append(np.array(codes, dtype=np.int32))
        return found

    def label(self, name: str, value: str) -> str:
        """What a facet's value is called: an actor's name, a document's title."""
        if name == "documents":
            return self._once("titles", self._make_titles).get(value, value)
        if name in ("actors", "attributions"):
            return self._once("labels", self._make_labels).get(value, value)
        return value

    def days(self) -> tuple[Rows, Rows, Mask]:
        """First and last day of each claim as days since 1970, open ends as far as can be, and which are dated."""
        return self._once("days", self._make_days)

    def cut(self, kept: Mask) -> ClaimTables:
        """The tables cut down to the claims kept and their documents; the tables themselves when all are."""
        if kept.all():
            return self.tables
        children = {}
        for table in ("claim_actors", "claim_places", "claim_quantities", "claim_attributions"):
            child = getattr(self.tables, table)
            rows = self._once(("rows", table), partial(self._rows_of, child["claim_id"]))
            children[table] = child[(rows >= 0) & kept[rows]]
        told = self.single("documents")
        names = [told.names[code] for code in np.unique(told.codes[kept]) if code >= 0]
        documents = self.tables.documents
        if len(names) < len(told.names):
            documents = documents[documents["document_id"].isin(names)]
        return ClaimTables(documents, self.tables.claims[kept], **children)

    # -- the conditions ---------------------------------------------------------------------------------------

    def _condition(self, name: str, chosen: ClaimFilter, left_out: str | None) -> Mask | None:
        values = tuple(getattr(chosen, f) for f in CONDITIONS[name])
        if name == "actors":
            actors, mode, roles = values
            if left_out == "actors":
                actors = ()
            if not actors and not roles:
                return None
            return self._mask(("actors", actors, mode, roles), lambda: self._of_actors(actors, mode, roles))
        if name == left_out or not any(values):
            return None
        if name == "window":
            return self._mask((name, *values), lambda: self._in_window(*values))
        return self._mask((name, *values), lambda: self._holding(name, values[0]))

    def _of_actors(self, actors: tuple[str, ...], mode: str, roles: tuple[str, ...]) -> Mask:
        if not actors:
            return self._holding("roles", roles)
        coded = self.many("actors", roles)
        masks = [coded.holding(codes, self.size) for codes in self.codes_of("actors", actors, roles)]
        if mode == "all":
            return np.array(np.logical_and.reduce(masks))
        mask = np.array(np.logical_or.reduce(masks))
        return ~mask if mode == "none" else mask

    def _holding(self, name: str, values: tuple[str, ...]) -> Mask:
        if name in _MANYS:
            codes = np.concatenate(self.codes_of(name, values)) if values else np.array([], dtype=np.int32)
            return self.many(name).holding(codes, self.size)
        column = self.single(name)
        wanted = np.array([code for code, value in enumerate(column.names) if value in values], dtype=np.int32)
        mask = column.holding(wanted)
        if UNDATED in values and name in ("precisions", "bases"):
            mask |= ~self.days()[2]
        return mask

    def _in_window(self, start: date | None, end: date | None) -> Mask:
        first, last, dated = self.days()
        mask = dated.copy()
        if start:
            mask &= last >= _day_number(start)
        if end:
            mask &= first <= _day_number(end)
        return mask

    def _with_words(self, text: str, kept: Mask) -> Mask:
        terms = find_terms(text) if text.strip() else ()
        if not terms:
            return kept
        texts = self._once("texts", self._make_texts)
        rows = np.flatnonzero(kept)
        found = np.zeros(self.size, dtype=bool)
        found[rows[find_words(texts.take(rows) if len(rows) < self.size else texts, terms)]] = True
        return found

    # -- making columns ---------------------------------------------------------------------------------------

    def _make_many(self, name: str, role: tuple[str, ...]) -> Many:
        table, column = _MANYS[name]
        child = getattr(self.tables, table)
        rows = self._once(("rows", table), lambda: self._rows_of(child["claim_id"]))
        if role:
            chosen = child["role"].isin(role).to_numpy()
            return make_many(rows[chosen], child[column][chosen])
        return make_many(rows, child[column])

    def _rows_of(self, ids: pd.Series[str]) -> Rows:
        rows = pd.Index(self.tables.claims["claim_id"]).get_indexer(pd.Index(ids))
        return np.asarray(rows, dtype=np.int32)

    def _single_values(self, name: str) -> pd.Series[Any]:
        if name != "datasets":
            return self.tables.claims[_SINGLES[name]]
        documents = self.tables.documents.drop_duplicates("document_id").set_index("document_id")
        return documents["dataset"].reindex(self.tables.claims["document_id"])

    def _make_titles(self) -> dict[str, str]:
        documents = self.tables.documents[["document_id", "title"]].dropna()
        return dict(zip(documents["document_id"], documents["title"], strict=True))

    def _make_labels(self) -> dict[str, str]:
        children = (self.tables.claim_actors, self.tables.claim_attributions)
        named = pd.concat([t[["actor_id", "name"]] for t in children]).drop_duplicates("actor_id")
        return dict(zip(named["actor_id"], named["name"], strict=True))

    def _make_days(self) -> tuple[Rows, Rows, Mask]:
        starts, ends = (
            self.tables.claims[c].to_numpy(dtype="datetime64[s]").astype("datetime64[D]")
            for c in ("date_start", "date_end")
        )
        no_start, no_end = np.isnat(starts), np.isnat(ends)
        first = np.where(no_start, _EARLIEST, (starts - _DAY_ZERO).astype(np.int64)).astype(np.int32)
        last = np.where(no_end, _LATEST, (ends - _DAY_ZERO).astype(np.int64)).astype(np.int32)
        return first, last, ~(no_start & no_end)

    def _make_texts(self) -> Any:
        claims, documents = self.tables.claims, self.tables.documents.drop_duplicates("document_id")
        titles = documents.set_index("document_id")["title"].reindex(claims["document_id"])
        return join_texts([claims["sentence_text"], claims["event_text"], claims["note"], titles])

    def _meant(self, name: str, value: str) -> list[str]:
        """The actor ids or place names that a typed name means."""
        if name not in ("actors", "attributions", "places"):
            return []
        names = self._once(("names", name), lambda: self._make_names(name))
        return list(names.get(fold(value).strip().removeprefix("the "), ()))

    def _make_names(self, name: str) -> dict[str, dict[str, None]]:
        from timeline.lexicon.actors import actor_aliases  # noqa: PLC0415 - read only when a name is typed

        made: dict[str, dict[str, None]] = {}
        if name == "places":
            for place in self.many(name).names:
                made.setdefault(fold(place), {})[place] = None
            return made
        child = getattr(self.tables, _MANYS[name][0])[["actor_id", "name"]].drop_duplicates()
        lexicon = actor_aliases()
        for actor, own in zip(child["actor_id"], child["name"], strict=True):
            known = lexicon.get(actor)
            for spelling in (own, *(known.aliases if known else ())):
                made.setdefault(fold(str(spelling)).removeprefix("the "), {})[actor] = None
            made.setdefault(fold(actor), {})[actor] = None
        # What the texts call an actor ("Assad’s troops") names it too, where it is no name of another already.
        for key, actors in spelled(self.tables).items():
            made.setdefault(key, dict.fromkeys(actors))
        return made

    # -- keeping ----------------------------------------------------------------------------------------------

    def _once(self, key: Any, make: Callable[[], T]) -> T:
        with self._lock:
            if key not in self._made:
                self._made[key] = make()
            return self._made[key]  # type: ignore[no-any-return]

    def _mask(self, key: object, make: Callable[[], Mask]) -> Mask:
        if key in self._masks:
            self._masks.move_to_end(key)
            return self._masks[key]
        made = self._masks[key] = make()
        while len(self._masks) > KEPT_MASKS:
            self._masks.popitem(last=False)
        return made


_indexes: OrderedDict[int, ClaimIndex] = OrderedDict()
_indexes_lock = RLock()


def index_of(tables: ClaimTables) -> ClaimIndex:
    """The index of these tables, made once; the last ``KEPT_INDEXES`` are kept."""
    with _indexes_lock:
        known = _indexes.get(id(tables))
        if known is None or known.tables is not tables:
            known = _indexes[id(tables)] = ClaimIndex(tables)
        _indexes.move_to_end(id(tables))
        while len(_indexes) > KEPT_INDEXES:
            _indexes.popitem(last=False)
        return known


def _day_number(day: date) -> np.int32:
    return np.int32((np.datetime64(day, "D") - _DAY_ZERO).astype(np.int64))
