"""Running totals: which of them are one series, which measure the same, which overtakes which.

"100,000 killed in June 2013" and "120,000 by September" by one source are one series. A total of another place, of
other people, or since another day is none of it, and neither is one that no war could have reached in the time.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.analysis.facts import EARLIEST, LATEST, Facts
from timeline.analysis.numbers import Number

_SAME_START = 400  # days by which two papers may differ in when the count began
_SAME_TIME = 31  # days within which totals of different sources are held against each other
_SHRINK = 0.9  # a total that falls by more than a tenth counts something else
_LIKE = 1.25  # totals this close confirm each other
_UNLIKE = 10.0  # totals this far apart count something else


@dataclass(frozen=True, slots=True)
class Total:
    """A running total of a claim; ``as_of`` are the days it stood at, ``since`` when the count began, if told."""

    claim: Facts
    number: Number
    as_of: tuple[int, int] | None
    since: int | None

    @property
    def covered(self) -> tuple[frozenset[str], frozenset[str]]:
        """Where people are counted: the finest places named, and the countries."""
        claim = self.claim
        finest = (claim.spots | claim.unranked, claim.cities, claim.regions)
        return next((names for names in finest if names), frozenset()), claim.countries


def totals_of(claim: Facts) -> list[Total]:
    """The running totals of a claim; an open or lasting date is when the count began and, at its end, when it stood."""
    start = claim.first if claim.first != EARLIEST else None
    end = claim.last if claim.last != LATEST else None
    reported = (claim.reported, claim.reported) if claim.reported is not None else None
    lasting = claim.relation in ("since", "during", "after", "until") or end is None
    if lasting:
        as_of = (end, end) if end is not None else reported
        since = start
    else:
        as_of = (start, end) if start is not None and end is not None else reported
        since = None
    return [Total(claim, n, as_of, since) for n in claim.numbers if n.scope == "cumulative"]


def measure_same(one: Total, other: Total) -> bool:
    """Whether both count the same people, in the same place, from about the same day on."""
    if not one.number.comparable(other.number) or one.covered != other.covered:
        return False
    if not one.covered[1] and one.claim.document_id != other.claim.document_id:
        return False  # nobody says which country: only one document can mean one count
    return one.since is None or other.since is None or abs(one.since - other.since) <= _SAME_START


def follows(earlier: Total, later: Total) -> bool:
    """Whether ``later`` overtakes ``earlier``: the same count by the same source at a later time, grown credibly."""
    if not measure_same(earlier, later) or not earlier.claim.source.keys & later.claim.source.keys:
        return False
    if earlier.as_of is None or later.as_of is None or earlier.as_of[1] >= later.as_of[1]:
        return False
    before, now = max(earlier.number.value, 1), later.number.value
    years = (later.as_of[1] - earlier.as_of[1]) / 365
    return before * _SHRINK <= now <= before * (2 + 6 * years)


def at_one_time(one: Total, other: Total) -> bool:
    """Whether both totals stood at about the same time."""
    if one.as_of is None or other.as_of is None:
        return False
    return one.as_of[0] - other.as_of[1] <= _SAME_TIME and other.as_of[0] - one.as_of[1] <= _SAME_TIME


def totals_agree(one: Total, other: Total) -> bool | None:
    """Whether two sources' totals confirm (``True``) or exclude (``False``) each other; ``None``: they do neither."""
    if not measure_same(one, other) or not at_one_time(one, other):
        return None
    least, most = sorted((max(one.number.value, 1), max(other.number.value, 1)))
    if one.number.agrees(other.number):
        return True if most <= least * _LIKE else None
    return False if most <= least * _UNLIKE else None


def series(totals: list[Total]) -> list[list[Total]]:
    """Totals as series in time order, each of one source and one count; every total is in exactly one."""
    made: list[list[Total]] = []
    for total in sorted(totals, key=lambda t: (t.as_of or (LATEST, LATEST), t.number.value, t.claim.claim_id)):
        home = next((s for s in made if _continues(s[-1], total)), None)
        if home is None:
            made.append([total])
        else:
            home.append(total)
    return made


def _continues(last: Total, total: Total) -> bool:
    if follows(last, total):
        return True
    again = last.as_of == total.as_of and last.number.agrees(total.number)
    return again and measure_same(last, total) and bool(last.claim.source.keys & total.claim.source.keys)
