"""Whether two claims speak of the same event: by day, kind, place, actors, what was hit and with what.

Conservative on purpose: a pair that is wrongly taken for one event shows a contradiction or a confirmation that the
sources do not give. Claims that differ in place, country, doer or suffering side are never one event; beyond that a
sum of evidence has to reach ``ENOUGH``: a shared site and kind, or a shared town and kind with both sides, the same
number or the same weapon.
"""

from __future__ import annotations

from timeline.analysis.facts import EARLIEST, LATEST, Facts

ENOUGH = 4
SITE, TOWN = 3, 1
LONGEST = 31  # days; a longer span says too little of when
_SHORT = 7  # days; longer ones have to be equal
_TELLING = frozenset({"on", "in", "about", "during"})
_VIOLENT = frozenset({"battle", "remote_violence", "civilian_targeting", "casualty_report"})
_FAR = -2
_APART = frozenset({"statement"})  # two statements are two events


def placed(claim: Facts) -> bool:
    """Whether its days say when the event was, closely enough to compare."""
    known = claim.first != EARLIEST and claim.last != LATEST
    return known and claim.relation in _TELLING and claim.last - claim.first < LONGEST


def kinds_fit(one: str, other: str) -> bool:
    """Whether one event may be told as either event type."""
    return (one == other and one not in _APART) or {one, other} <= _VIOLENT


def same_event(one: Facts, other: Facts) -> bool:
    """Whether the evidence is enough; symmetric."""
    found = evidence(one, other)
    return found is not None and found >= _needed(one, other)


def _needed(one: Facts, other: Facts) -> int:
    loose = max(one.last - one.first, other.last - other.first) > 0
    present = "dct" in (one.basis, other.basis) and one.document_id != other.document_id
    return ENOUGH + loose + present


def evidence(one: Facts, other: Facts) -> int | None:
    """How much speaks for one event, ``None`` when something speaks decidedly against; symmetric."""
    if not _may_be(one, other):
        return None
    at, toll, who = _place(one, other), _toll(one, other), _actors(one, other)
    if at is None or toll is None or (who is None and toll < 2):
        return None
    if at < TOWN and toll < 1:
        return None
    if at == SITE:
        toll = max(toll, 0)  # the same site on the same day: rather two counts than two events
    elif toll == _FAR:
        return None
    points = at + toll + (who or 0) + _kind(one, other)
    if one.words != other.words:  # in one sentence both claims have its words
        points += _shared(one.weapons, other.weapons) + (0 if at == SITE else _shared(one.aims, other.aims))
    return points


def _kind(one: Facts, other: Facts) -> int:
    """1 for one event type; a town has seldom two protests on a day, and a writer seldom two types for one event."""
    if one.event_type != other.event_type:
        return -1 if one.document_id == other.document_id else 0
    if one.event_type == "protest" and one.cities & other.cities:
        return 3
    return int(one.event_type != "other")


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """1 for a word in common, -1 when both name others, 0 when one names none."""
    if not (ours and theirs):
        return 0
    return 1 if ours & theirs else -1


def _may_be(one: Facts, other: Facts) -> bool:
    if not (placed(one) and placed(other) and kinds_fit(one.event_type, other.event_type)):
        return False
    if one.last < other.first or other.last < one.first:
        return False
    if (one.first, one.last) != (other.first, other.last) and (
        max(one.last - one.first, other.last - other.first) >= _SHORT
    ):
        return False
    if one.record and one.record == other.record and one.document_id != other.document_id:
        return False  # a dataset keeps one record for each event
    return not (one.countries and other.countries and one.countries.isdisjoint(other.countries))


def _place(one: Facts, other: Facts) -> int | None:
    """``SITE`` for a shared district, or a mosque in a shared town, ``TOWN``, or less; ``None``: not the same place."""
    if one.cities and other.cities and one.cities.isdisjoint(other.cities):
        return None
    sites, others = one.spots | one.unranked, other.spots | other.unranked
    town = bool(one.cities & other.cities) or _named_in(one.cities, other) or _named_in(other.cities, one)
    if sites & others or _named_in(sites, other) or _named_in(others, one):
        near = town or one.document_id == other.document_id or bool(one.countries & other.countries)
        return SITE if near else TOWN
    if town:
        if one.words != other.words and one.aims & other.aims:
            return SITE
        return 0 if one.spots and other.spots else TOWN
    if one.regions and other.regions and one.regions.isdisjoint(other.regions):
        return None
    return -2 if sites and others else 0


def _named_in(names: frozenset[str], claim: Facts) -> bool:
    return any(len(name) > 3 and f" {name} " in claim.words for name in names)


def _actors(one: Facts, other: Facts) -> int | None:
    """1 for a shared side, 2 for both; ``None`` when the doers or those it was done to are others."""
    if one.event_type != "battle" or other.event_type != "battle":  # in a battle either side may be told as the doer
        for ours, theirs in ((one.agents, other.agents), (one.targets, other.targets)):
            if ours and theirs and ours.isdisjoint(theirs):
                return None
    elif one.actors and other.actors and one.actors.isdisjoint(other.actors):
        return None
    return min(len(one.actors & other.actors), 2)


def _toll(one: Facts, other: Facts) -> int | None:
    """2 for the very same number, 1 when it is small, -1 for numbers that exclude each other, ``_FAR`` by far.

    ``None``: one document gives both by one source, or far from each other, so they are two incidents or parts of one.
    """
    best = worst = 0
    for ours in one.numbers:
        for theirs in other.numbers:
            if ours.same_toll(theirs) and ours.value >= 4:
                best = max(best, 2 if ours.value >= 10 else 1)
            elif ours.scope == "event" and ours.comparable(theirs) and not ours.agrees(theirs):
                told_together = one.document_id == other.document_id and one.source.keys & other.source.keys
                if told_together and not (ours.revised or theirs.revised):
                    return None
                far = max(ours.value, theirs.value) > 3 * max(min(ours.value, theirs.value), 1)
                if far and one.document_id == other.document_id:
                    return None
                worst = min(worst, _FAR if far else -1)
    return best or worst
