"""A date as all the days it can mean: the value type under every claim.

EDTF (ISO 8601-2:2019) is the written form. Levels used: day, month, year, season (``2013-21`` … ``2013-24``),
decade (``198X``), century (``19XX``), closed and open intervals, and the approximate sign ``~``. Weeks, quarters and
half-years have no widely read EDTF form and are written as closed intervals; their precision is kept beside.
Not handled: years before 1 and after 9999, times of day.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from timeline.errors import DateSpanError


class Precision(StrEnum):
    """How exactly a date is known, from finest to coarsest; ``INTERVAL`` is a span with two named ends."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class Relation(StrEnum):
    """How the event stands to the days named."""

    ON = "on"
    IN = "in"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    DURING = "during"
    ABOUT = "about"


class DateBasis(StrEnum):
    """What a claim's date rests on."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    INHERITED = "inherited"
    DCT = "dct"


# EDTF level 1 season codes → first month; northern meteorological seasons, as the evaluators read them.
SEASON_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_DECADE = re.compile(r"(\d{3})X\Z")
_CENTURY = re.compile(r"(\d{2})XX\Z")
_SIGNS = "~?%"
_ORDER = list(Precision)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class DateSpan:
    """First and last day an expression can mean, both inclusive; ``None`` is an open end.

    ``approximate`` is EDTF's ``~``: the text says about, early, mid, late. At least one end is given.
    """

    start: date | None
    end: date | None
    precision: Precision
    approximate: bool = False

    def __post_init__(self) -> None:
        """Refuse a span with no end at all or with its ends crossed."""
        if self.start is None and self.end is None:
            raise DateSpanError("../..", "a span needs a first or a last day")
        if self.start and self.end and self.start > self.end:
            raise DateSpanError(f"{self.start}/{self.end}", "the first day must not be after the last")

    # -- makers -----------------------------------------------------------------------------------------------

    @classmethod
    def day(cls, when: date, *, approximate: bool = False) -> DateSpan:
        """One exact day."""
        return cls(when, when, Precision.DAY, approximate)

    @classmethod
    def week(cls, inside: date, *, approximate: bool = False) -> DateSpan:
        """The ISO week (Monday to Sunday) around a day."""
        monday = inside - timedelta(days=inside.weekday())
        return cls(monday, monday + timedelta(days=6), Precision.WEEK, approximate)

    @classmethod
    def month(cls, year: int, month: int, *, approximate: bool = False) -> DateSpan:
        """A calendar month."""
        return cls(date(year, month, 1), last_day(year, month), Precision.MONTH, approximate)

    @classmethod
    def season(cls, year: int, code: int, *, approximate: bool = False) -> DateSpan:
        """A season by EDTF code 21–24; winter runs into the next year (clipped at 9999)."""
        first = SEASON_FIRST_MONTH[code]
        end_year, end_month = (year, first + 2) if first < 12 else (year + 1, 2)
        end = last_day(end_year, end_month) if end_year <= 9999 else date(9999, 12, 31)
        return cls(date(year, first, 1), end, Precision.SEASON, approximate)

    @classmethod
    def quarter(cls, year: int, number: int, *, approximate: bool = False) -> DateSpan:
        """A quarter 1–4 of a year."""
        return cls(date(year, 3 * number - 2, 1), last_day(year, 3 * number), Precision.QUARTER, approximate)

    @classmethod
    def half(cls, year: int, number: int, *, approximate: bool = False) -> DateSpan:
        """Half-year 1 or 2."""
        return cls(date(year, 6 * number - 5, 1), last_day(year, 6 * number), Precision.HALF_YEAR, approximate)

    @classmethod
    def year(cls, year: int, *, approximate: bool = False) -> DateSpan:
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, approximate)

    @classmethod
    def decade(cls, first: int, *, approximate: bool = False) -> DateSpan:
        """Ten years from ``first``, a multiple of ten (1980 → 1980–1989)."""
        return cls(date(max(first, 1), 1, 1), date(first + 9, 12, 31), Precision.DECADE, approximate)

    @classmethod
    def century(cls, first: int, *, approximate: bool = False) -> DateSpan:
        """A hundred years from ``first``, a multiple of a hundred (1900 → 1900–1999), as EDTF ``19XX`` counts."""
        return cls(date(max(first, 1), 1, 1), date(first + 99, 12, 31), Precision.CENTURY, approximate)

    @classmethod
    def interval(cls, start: date | None, end: date | None, *, approximate: bool = False) -> DateSpan:
        """From one day to another, either end open."""
        return cls(start, end, Precision.INTERVAL, approximate)

    # -- reading and writing EDTF -----------------------------------------------------------------------------

    @classmethod
    def parse(cls, edtf: str, precision: Precision | str | None = None) -> DateSpan:
        """Read strict EDTF; ``precision`` restores what an interval form cannot carry (week, quarter, half-year).

        Raises:
            DateSpanError: the text is not EDTF as this module writes it; the message says what would be right.

        """
        text = edtf.strip()
        bare = text.translate(str.maketrans("", "", _SIGNS))
        approximate = bare != text
        if "/" in bare:
            low, _, high = bare.partition("/")
            start = None if low in ("", "..") else _parse_part(low, edtf).start
            end = None if high in ("", "..") else _parse_part(high, edtf).end
            return cls(start, end, Precision(precision or Precision.INTERVAL), approximate)
        part = _parse_part(bare, edtf)
        return cls(part.start, part.end, Precision(precision) if precision else part.precision, approximate)

    @property
    def edtf(self) -> str:
        """The EDTF form; ``DateSpan.parse(s.edtf, s.precision) == s``."""
        return self._bare_edtf() + ("~" if self.approximate else "")

    def _bare_edtf(self) -> str:
        start, end = self.start, self.end
        if start is None or end is None:
            return f"{_end_edtf(start, first=True)}/{_end_edtf(end, first=False)}"
        for form in _single_forms(start, end, self.precision):
            return form
        if self.precision in (Precision.DAY, Precision.WEEK):
            return f"{start.isoformat()}/{end.isoformat()}"
        return _interval_edtf(start, end)

    # -- questions --------------------------------------------------------------------------------------------

    @property
    def days(self) -> int | None:
        """How many days the span holds; ``None`` when an end is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1

    def overlaps(self, other: DateSpan) -> bool:
        """Whether one day at least is in both."""
        return (self.start or date.min) <= (other.end or date.max) and (other.start or date.min) <= (
            self.end or date.max
        )

    def contains(self, other: DateSpan) -> bool:
        """Whether every day of ``other`` is in this span."""
        return (self.start or date.min) <= (other.start or date.min) and (other.end or date.max) <= (
            self.end or date.max
        )

    def hull(self, other: DateSpan) -> DateSpan:
        """The shortest interval that holds both; itself when they are equal."""
        if (self.start, self.end) == (other.start, other.end):
            return self
        start = None if self.start is None or other.start is None else min(self.start, other.start)
        end = None if self.end is None or other.end is None else max(self.end, other.end)
        return DateSpan(start, end, Precision.INTERVAL, self.approximate or other.approximate)


def coarser(one: Precision, other: Precision) -> Precision:
    """The less exact of two precisions."""
    return max(one, other, key=_ORDER.index)


def _parse_part(text: str, whole: str) -> DateSpan:
    try:
        if match := _PART.match(text):
            year, month, day = (int(g) if g else None for g in match.groups())
            assert year is not None  # the pattern's first group is not optional
            if day is not None:
                return DateSpan.day(date(year, month or 0, day))
            if month in SEASON_FIRST_MONTH:
                return DateSpan.season(year, month or 0)
            return DateSpan.month(year, month) if month is not None else DateSpan.year(year)
        if match := _DECADE.match(text):
            return DateSpan.decade(int(match[1]) * 10)
        if match := _CENTURY.match(text):
            return DateSpan.century(int(match[1]) * 100)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise DateSpanError(whole, f"{error}, write for example 2014-04-18") from error
    raise DateSpanError(whole, "write YYYY, YYYY-MM, YYYY-MM-DD, 198X, 19XX or an interval such as 2011-03/..")


def _single_forms(start: date, end: date, precision: Precision) -> list[str]:
    year = f"{start.year:04d}"
    match precision:
        case Precision.DAY if start == end:
            return [start.isoformat()]
        case Precision.MONTH if start.day == 1 and end == last_day(start.year, start.month):
            return [start.isoformat()[:7]]
        case Precision.SEASON:
            return [f"{year}-{c}" for c, m in SEASON_FIRST_MONTH.items() if m == start.month and start.day == 1]
        case Precision.YEAR if (start.month, start.day, end) == (1, 1, date(start.year, 12, 31)):
            return [year]
        case Precision.DECADE if end.year % 10 == 9:
            return [f"{end.year // 10:03d}X"]
        case Precision.CENTURY if end.year % 100 == 99:
            return [f"{end.year // 100:02d}XX"]
    return []


def _end_edtf(day: date | None, *, first: bool) -> str:
    """One end of an interval, as coarse as it can be without changing the day it means."""
    if day is None:
        return ".."
    if (day.month, day.day) == ((1, 1) if first else (12, 31)):
        return f"{day.year:04d}"
    if day.day == (1 if first else last_day(day.year, day.month).day):
        return day.isoformat()[:7]
    return day.isoformat()


def _interval_edtf(start: date, end: date) -> str:
    """A closed interval with both ends at the same, coarsest, level that loses nothing."""
    low, high = _end_edtf(start, first=True), _end_edtf(end, first=False)
    if len(low) == len(high) and low != high:
        return f"{low}/{high}"
    if len(low) < 10 and len(high) < 10 and start.day == 1:
        return f"{start.isoformat()[:7]}/{end.isoformat()[:7]}"
    return f"{start.isoformat()}/{end.isoformat()}"
