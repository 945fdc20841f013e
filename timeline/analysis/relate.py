"""How the other claims stand to one claim: who confirms it, who gives another number, which count is later.

Only claims of a different source confirm or contradict. A number is contradicted only by one that counts the same and
that cannot be true beside it: "at least 12" stands beside 15.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from timeline.analysis.facts import EARLIEST, LATEST, Facts, days_of, find_facts
from timeline.analysis.numbers import Number
from timeline.analysis.same_event import LONGEST, placed, same_event
from timeline.analysis.totals import Total, follows, totals_agree, totals_of
from timeline.frame.tables import ClaimTables

KINDS = ("conflicts", "corroborates", "revises")
_MOST_TOTALS = 200  # running totals nearest in size that one is held against


@dataclass(frozen=True, slots=True)
class Related:
    """Another claim and how it stands to the one asked about, in words.

    ``kind``: ``conflicts`` (another number, another source), ``corroborates`` (another source tells the same event),
    ``revises`` (a later or earlier count by the same source).
    """

    claim_id: str
    kind: str
    why: str


def relate(tables: ClaimTables, claim_id: str) -> list[Related]:
    """The claims that stand in a relation to this one: contradictions first, the nearest in time first.

    All contradictions are given; of those that confirm it one for each source and article, of one source's counts the
    one before and the one after.
    Nothing for an unknown, rejected or unrelated claim.
    """
    claims = tables.claims
    asked = claims[claims["claim_id"] == claim_id]
    if not len(asked) or asked["status"].iloc[0] == "rejected":
        return []
    near = claims.iloc[np.flatnonzero(_candidates(tables, asked))]
    near = near[(near["status"] != "rejected") & (near["claim_id"] != claim_id)]
    facts = find_facts(tables, pd.concat([asked.iloc[:1], near]))
    claim = facts.pop(claim_id)
    others = list(facts.values())
    related = [(other, found) for other in others if (found := relation(claim, other, others))]
    related.sort(key=lambda r: (KINDS.index(r[1].kind), _far(claim, r[0]), r[0].claim_id))
    return [found for _, found in _telling(related)]


def _far(claim: Facts, other: Facts) -> int:
    """Days between two reports, or between the events when a day of publication is not known."""
    if claim.reported is not None and other.reported is not None:
        return abs(claim.reported - other.reported)
    return abs(claim.first - other.first)


def _telling(related: list[tuple[Facts, Related]]) -> list[tuple[Facts, Related]]:
    """The nearest of those that say the same: one claim per source and article, one count before and one after."""
    seen: set[object] = set()
    kept = []
    for other, found in related:
        own: object = (other.source.keys, other.document_id)
        if found.kind == "revises":
            own = found.why.split(" ", 1)[0]
        if found.kind == "conflicts" or (found.kind, own) not in seen:
            kept.append((other, found))
        seen.add((found.kind, own))
    return kept


def _candidates(tables: ClaimTables, asked: pd.DataFrame) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Rows that may be related: a day in common, or a running total of the same kind."""
    claims = tables.claims
    (start,), (end,) = days_of(asked.iloc[:1])
    near = np.zeros(len(claims), dtype=bool)
    if start != EARLIEST and end != LATEST and end - start < LONGEST:
        first, last = days_of(claims)
        near = (first <= end) & (last >= start) & (first != EARLIEST) & (last != LATEST) & (last - first < LONGEST)
    rows = tables.claim_quantities
    totals = rows[rows["scope"] == "cumulative"]
    own = totals[totals["claim_id"] == asked["claim_id"].iloc[0]]
    if len(own):
        totals = totals[totals["kind"].isin(own["kind"].tolist())]
        size = totals["low"].fillna(totals["high"]).fillna(0).to_numpy(dtype=float)
        target = float(own["low"].fillna(own["high"]).fillna(0).iloc[0])
        nearest = np.argsort(np.abs(np.log1p(size) - np.log1p(target)), kind="stable")[:_MOST_TOTALS]
        near |= claims["claim_id"].isin(totals["claim_id"].iloc[nearest].tolist()).to_numpy(dtype=bool)
    return near


def relation(claim: Facts, other: Facts, around: list[Facts]) -> Related | None:
    """How ``other`` stands to ``claim``; ``around`` are claims of the same days, for numbers that are parts of one."""
    if claim.words == other.words and claim.document_id != other.document_id:
        return None  # the same sentence printed twice is one telling
    if found := _by_totals(claim, other):
        return found
    if not (placed(claim) and placed(other) and same_event(claim, other)):
        return None
    if claim.source.keys & other.source.keys:
        return _revised(claim, other)
    pairs = [(a, b) for a in _of_event(claim) for b in _of_event(other) if a.comparable(b)]
    agreeing = [(a, b) for a, b in pairs if a.agrees(b)]
    settled = {a.kind for a, _ in agreeing}
    # "31 civilians, among them 10 in a bus" does not contradict 10.
    settled |= {a.kind for a in _of_event(claim) for b in _of_event(other) if a.kind == b.kind and _equal(a, b)}
    for ours, theirs in pairs:
        if ours.kind in settled:
            continue
        if claim.document_id == other.document_id and (claim.source.own_voice or other.source.own_voice):
            return None  # a writer's own sum of the sources he goes on to quote
        if claim.spots and other.spots and claim.spots != other.spots:
            return None  # one of them counts at more sites
        if _is_part(ours, theirs, other, around) or _is_part(theirs, ours, claim, around):
            return None
        return Related(other.claim_id, "conflicts", f"{_who(other, claim)}: {theirs.said}, not {ours.words}")
    if agreeing:
        ours, theirs = next(((a, b) for a, b in agreeing if _equal(a, b)), agreeing[0])
        return Related(other.claim_id, "corroborates", f"{_who(other, claim)}: {_beside(ours, theirs)}")
    kinds = {n.kind for n in _of_event(claim)}
    counted = ", ".join(n.said for n in _of_event(other) if n.kind in kinds)
    rest = f": {counted}" if counted else ", without the number" if kinds else ""
    return Related(other.claim_id, "corroborates", f"{_who(other, claim)} also tells of it{rest}")


def _equal(ours: Number, theirs: Number) -> bool:
    return (ours.low, ours.high) == (theirs.low, theirs.high)


def _beside(ours: Number, theirs: Number) -> str:
    """A number that agrees, in words."""
    return f"also {theirs.said}" if _equal(ours, theirs) else f"{theirs.said}; {ours.words} can be true as well"


def _of_event(claim: Facts) -> list[Number]:
    return [n for n in claim.numbers if n.scope != "cumulative"]


def _who(other: Facts, claim: Facts) -> str:
    if not other.source.own_voice:
        return other.source.name
    if other.document_id == claim.document_id:
        return "The article itself"
    titled = f"document:{other.document_id}" in other.source.keys
    return f"“{other.source.name}”" if titled else other.source.name


def _is_part(whole: Number, part: Number, claim: Facts, around: list[Facts]) -> bool:
    """Whether the document of ``part`` gives further numbers that add up with it to ``whole``."""
    if part.value >= whole.value:
        return False
    told = [n.value for f in around if f.document_id == claim.document_id for n in _of_event(f) if n.kind == whole.kind]
    rest = sorted({v for v in told if v != part.value or told.count(v) > 1})[:20]
    sums = {part.value + sum(some) for size in (1, 2) for some in combinations(rest, size)}
    return whole.value in sums


def _revised(claim: Facts, other: Facts) -> Related | None:
    """A later or earlier count of the same event by the same source."""
    for ours in _of_event(claim):
        for theirs in _of_event(other):
            if not ours.comparable(theirs) or _equal(ours, theirs):
                continue
            order = overtakes(other, theirs, claim, ours)
            if order:
                return _later(other, claim, ours, theirs) if order > 0 else _earlier(other, claim, ours, theirs)
    return None


def overtakes(one: Facts, number: Number, other: Facts, its: Number) -> int:
    """1 when ``number`` of ``one`` overtakes ``its`` of ``other``, -1 the other way round, 0 when neither is later."""
    if one.reported is not None and other.reported is not None and one.reported != other.reported:
        return 1 if one.reported > other.reported else -1
    if number.revised != its.revised:
        newer, older, order = (number, its, 1) if number.revised else (its, number, -1)
        return order if newer.value >= older.value else 0
    return 0


def _by_totals(claim: Facts, other: Facts) -> Related | None:
    pairs: list[tuple[Total, Total]] = [(a, b) for a in totals_of(claim) for b in totals_of(other)]
    for ours, theirs in pairs:
        if follows(ours, theirs):
            return _later(other, claim, ours.number, theirs.number)
        if follows(theirs, ours):
            return _earlier(other, claim, ours.number, theirs.number)
    if claim.source.keys & other.source.keys:
        return None
    for ours, theirs in pairs:
        agree = totals_agree(ours, theirs)
        if agree is not None:
            said = f"{theirs.number.said}, not {ours.number.words}"
            said = _beside(ours.number, theirs.number) if agree else said
            kind = "corroborates" if agree else "conflicts"
            return Related(other.claim_id, kind, f"{_who(other, claim)}: {said} (in total)")
    return None


def _later(other: Facts, claim: Facts, ours: Number, theirs: Number) -> Related:
    return Related(other.claim_id, "revises", f"Later count by {_who(other, claim)}: {theirs.said}, after {ours.words}")


def _earlier(other: Facts, claim: Facts, ours: Number, theirs: Number) -> Related:
    return Related(
        other.claim_id, "revises", f"Earlier count by {_who(other, claim)}: {theirs.said}, before {ours.words}"
    )
