"""What is known of a claim, as plain sets and numbers that two claims can be compared by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from timeline.analysis.numbers import Number, people_counted, relating_words, tells_change
from timeline.analysis.sources import Source, find_sources
from timeline.datespan import DateSpan
from timeline.errors import DateSpanError
from timeline.frame.tables import ClaimTables
from timeline.lexicon.fold import fold, slug
from timeline.lexicon.governments import governments
from timeline.lexicon.tables import read_table

EARLIEST, LATEST = -(2**31), 2**31 - 1  # days since 1970 that stand for open ends
_DAY_ZERO = np.datetime64("1970-01-01", "D")
_NOT_WORD = re.compile(r"[\W_]+")
_LEVELS = {"city": "cities", "region": "regions", "area": "regions", "district": "spots", "feature": "spots"}
_TOWN = (" city", " town", " village")
Names = frozenset[str]
_NONE: Names = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """One claim. Days are days since 1970, both inclusive; ``dated`` tells whether either end is known.

    ``spots`` are districts and features, ``unranked`` places of unknown kind; names are folded, countries are codes.
    Actors are ids with a state's forces counted as the state; those who only stand for anybody are left out.
    """

    claim_id: str
    document_id: str
    source: Source
    record: str  # the dataset that keeps one record for each event; "" for articles
    reported: int | None  # day of publication, when known to the day
    first: int
    last: int
    relation: str
    basis: str
    event_type: str
    words: str  # the sentence, folded, with single spaces, one at either end
    spots: Names = _NONE
    unranked: Names = _NONE
    cities: Names = _NONE
    regions: Names = _NONE
    countries: Names = _NONE
    agents: Names = _NONE
    targets: Names = _NONE
    actors: Names = _NONE
    aims: Names = _NONE  # what was hit: mosque, market
    weapons: Names = _NONE
    numbers: tuple[Number, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it has a first or a last day."""
        return self.first != EARLIEST or self.last != LATEST


@cache
def _sides() -> dict[str, str]:
    """A state's forces → the state: papers name either for the same deed."""
    return {slug(g.forces): slug(g.state) for g in governments().values()}


@cache
def _anyone() -> Names:
    return frozenset(slug(r["name"] or r["phrase"]) for r in read_table("agents") if r["class"] == "people")


@cache
def _weapon_words() -> dict[str, str]:
    classes = relating_words().items()
    return {word: name for name, words in classes if name.startswith("weapon:") for word in words}


def days_of(claims: pd.DataFrame) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """First and last day of each claim; open ends as ``EARLIEST`` and ``LATEST``."""
    made = []
    for column, open_end in (("date_start", EARLIEST), ("date_end", LATEST)):
        days = claims[column].to_numpy(dtype="datetime64[s]").astype("datetime64[D]")
        made.append(np.where(np.isnat(days), open_end, (days - _DAY_ZERO).astype(np.int64)))
    return made[0], made[1]


def records_of(tables: ClaimTables, document_ids: pd.Series[str]) -> pd.Series[str]:
    """For each document id its dataset if that keeps one record per event, else ``""``.

    Importing writes the dataset's name as the document's source; an article that merely belongs to a corpus has a
    file there.
    """
    documents = tables.documents[["document_id", "dataset", "source"]]
    documents = documents[documents["dataset"].notna()]
    curated = documents[documents["dataset"] == documents["source"]]
    if not len(curated):
        return pd.Series("", index=document_ids.index, dtype="str")
    names = curated.drop_duplicates("document_id").set_index("document_id")["dataset"]
    return document_ids.map(names).fillna("")


def find_facts(tables: ClaimTables, claims: pd.DataFrame) -> dict[str, Facts]:
    """The facts of these rows of ``claims``, by claim id, in their order."""
    sources = find_sources(tables, claims)
    first, last = days_of(claims)
    ids = claims["claim_id"].tolist()
    children = {n: _rows_by_claim(getattr(tables, n), c, ids) for n, c in _WANTED.items()}
    reported = _report_days(tables, claims["document_id"].unique().tolist())
    home = _home_countries(claims, children["claim_places"])
    records = records_of(tables, claims["document_id"])
    made = {}
    columns = (claims[c] for c in ("claim_id", "document_id", "event_type", "event_text", "sentence_text"))
    dates = (claims[c].fillna("") for c in ("date_relation", "date_basis"))
    cells = zip(*columns, *dates, records, first.tolist(), last.tolist(), strict=True)
    for claim, document, kind, event, sentence, relation, basis, record, start, end in cells:
        text = _words(sentence)
        made[claim] = Facts(
            claim, document, sources[claim], record, reported.get(document), start, end, relation, basis, kind, text,
            **_places(children["claim_places"].get(claim, ()), home.get(document)),
            **_actors(children["claim_actors"].get(claim, ())),
            aims=_aims(text), weapons=_weapons(_words(event)) or _weapons(text),
            numbers=_numbers(children["claim_quantities"].get(claim, ()), event),
        )  # fmt: skip
    return made


_WANTED = {
    "claim_places": ["name", "country", "place_kind"],
    "claim_actors": ["actor_id", "role"],
    "claim_quantities": ["kind", "scope", "low", "high", "comparator", "text"],
}


def _rows_by_claim(table: pd.DataFrame, names: list[str], claim_ids: list[str]) -> dict[str, list[tuple[Any, ...]]]:
    kept = table[["claim_id", *names]][table["claim_id"].isin(claim_ids)]
    columns = [kept[n].astype(object).where(kept[n].notna(), None) for n in names]
    made: dict[str, list[tuple[Any, ...]]] = {}
    for claim, *cells in zip(kept["claim_id"], *columns, strict=True):
        made.setdefault(claim, []).append(tuple(cells))
    return made


def _report_days(tables: ClaimTables, document_ids: list[str]) -> dict[str, int]:
    documents = tables.documents[["document_id", "published"]]
    documents = documents[documents["document_id"].isin(document_ids) & documents["published"].notna()]
    made = {}
    for document, edtf in zip(documents["document_id"], documents["published"], strict=True):
        try:
            span = DateSpan.parse(edtf)
        except DateSpanError:
            continue
        if span.start is not None and span.start == span.end:
            made[document] = int((np.datetime64(span.start, "D") - _DAY_ZERO).astype(np.int64))
    return made


def _home_countries(claims: pd.DataFrame, places: dict[str, list[tuple[Any, ...]]]) -> dict[str, str]:
    """The country that most places of a document lie in: that of its claims that name none."""
    counts: dict[str, Counter[str]] = {}
    for claim, document in zip(claims["claim_id"], claims["document_id"], strict=True):
        for _, country, _ in places.get(claim, ()):
            if country:
                counts.setdefault(document, Counter())[country] += 1
    return {document: count.most_common(1)[0][0] for document, count in counts.items()}


def _words(text: str | None) -> str:
    return f" {_NOT_WORD.sub(' ', fold(text)).strip()} " if isinstance(text, str) else " "


def _places(rows: Iterable[tuple[Any, ...]], home: str | None) -> dict[str, Names]:
    found: dict[str, set[str]] = {}
    for name, country, kind in rows:
        if not name:
            continue
        if country or kind == "country":
            found.setdefault("countries", set()).add(country or fold(name))
        if kind == "country":
            continue
        folded, level = fold(name).strip(), _LEVELS.get(kind or "", "unranked")
        for ending in _TOWN if level == "cities" else ():
            folded = folded.removesuffix(ending)
        found.setdefault(level, set()).add(folded)
    if home and "countries" not in found:
        found["countries"] = {home}
    return {level: frozenset(names) for level, names in found.items()}


def _actors(rows: Iterable[tuple[Any, ...]]) -> dict[str, Names]:
    found: dict[str, set[str]] = {}
    for actor, role in rows:
        if not actor or role == "source" or actor in _anyone():
            continue
        side = _sides().get(actor, actor)
        found.setdefault("actors", set()).add(side)
        if role in ("agent", "target"):
            found.setdefault(role + "s", set()).add(side)
    return {name: frozenset(ids) for name, ids in found.items()}


def _aims(words: str) -> Names:
    known = relating_words()["target"]
    return frozenset(w for word in words.split() if (w := word if word in known else word.removesuffix("s")) in known)


def _weapons(words: str) -> Names:
    known = _weapon_words()
    return frozenset(known[word] for word in words.split() if word in known)


def _numbers(rows: Iterable[tuple[Any, ...]], event: str | None) -> tuple[Number, ...]:
    changed = tells_change(event or "")
    return tuple(
        Number(
            kind, scope or "event", None if low is None else int(low), None if high is None else int(high),
            comparator or "eq", text or "", people_counted(text or ""), changed or tells_change(text or ""),
        )
        for kind, scope, low, high, comparator, text in rows
        if low is not None or high is not None
    )  # fmt: skip
