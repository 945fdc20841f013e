"""Running totals: which of them are one series, which measure the same, which overtakes which.

"100,000 killed in June 2013" and "120,000 by September" by one source are one series. A total of another place, of
other people, or since another day is none of it, and neither is one that no war could have reached in the time.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.analysis.facts import EARLIEST, LATEST, Facts
from timeline.analysis.numbers import Number

_CLOSE_START = 1  # days by which two papers may differ in when the count began; a tenth of its time for a long one
_LARGE = 1000  # a smaller total without a beginning may be of any day, week or month
_LONG = 365  # days; a count that long and one without a beginning are both of the whole war
_SHARP = 31  # days; a longer span does not say when a total stood
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
    def days(self) -> int:
        """For how long it was counted, as far as known."""
        return self.as_of[1] - self.since if self.as_of is not None and self.since is not None else 0

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
        return _made(claim, (end, end) if end is not None else reported, start)
    if start is None or end is None:
        return _made(claim, reported, None)
    return _made(claim, (start, end) if end - start < _SHARP else None, None)


def _made(claim: Facts, as_of: tuple[int, int] | None, since: int | None) -> list[Total]:
    return [Total(claim, n, as_of, since) for n in claim.numbers if n.scope == "cumulative"]


def measure_same(one: Total, other: Total) -> bool:
    """Whether both count the same people, in the same place, from about the same day on."""
    if not one.number.comparable(other.number) or one.covered != other.covered:
        return False
    if not one.covered[1] and one.claim.document_id != other.claim.document_id:
        return False  # nobody says which country: only one document can mean one count
    return _same_start(one, other)


def _same_start(one: Total, other: Total) -> bool:
    """Whether both counts can have begun on the same day; one that does not say so has to be of the whole war."""
    if one.since is not None and other.since is not None:
        return abs(one.since - other.since) <= max(_CLOSE_START, min(one.days, other.days) // 10)
    if one.claim.document_id == other.claim.document_id and one.since is other.since:
        return True
    large = min(one.number.value, other.number.value) >= _LARGE
    known = next((t for t in (one, other) if t.since is not None), None)
    return large and (known is None or known.days >= _LONG)


def follows(earlier: Total, later: Total) -> bool:
    """Whether ``later`` overtakes ``earlier``: the same count by the same source at a later time, grown credibly."""
    if not measure_same(earlier, later) or not earlier.claim.source.keys & later.claim.source.keys:
        return False
    if earlier.as_of is None or later.as_of is None or earlier.as_of[1] >= later.as_of[1]:
        return False
    if (earlier.number.low, earlier.number.high) == (later.number.low, later.number.high):
        return False  # said again
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
    if one.number.vague or other.number.vague or not measure_same(one, other) or not at_one_time(one, other):
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
    equal = (last.number.low, last.number.high) == (total.number.low, total.number.high)
    again = equal or (last.as_of == total.as_of and last.number.agrees(total.number))
    return again and measure_same(last, total) and bool(last.claim.source.keys & total.claim.source.keys)
