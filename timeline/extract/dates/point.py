"""A place on the calendar at some granularity: what rules compute with, before it becomes TIMEX3 and EDTF.

Years before Christ are negative (493 BC is -493; there is no year 0). ``None`` for a year, month or day is a hole the
text does not fill; such a point has a TIMEX3 value (``XXXX-04``) but no days.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.datespan import DateSpan

DAY, WEEKEND, WEEK, MONTH, SEASON, QUARTER, HALF, YEAR, DECADE, CENTURY = (
    "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century",
)  # fmt: skip
ORDER = (DAY, WEEKEND, WEEK, MONTH, SEASON, QUARTER, HALF, YEAR, DECADE, CENTURY)
SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Point:
    """One stretch of the calendar; ``sub`` is the season code, or the number of the quarter, half or ISO week."""

    gran: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    sub: str | int | None = None
    tod: str = ""  # time of day as TIMEX3 writes it: "TMO", "T10:57"

    @classmethod
    def of(cls, when: date, tod: str = "") -> Point:
        """The point of one day."""
        return cls(DAY, when.year, when.month, when.day, tod=tod)

    @classmethod
    def week_of(cls, when: date, gran: str = WEEK) -> Point:
        """The ISO week (or its weekend) that holds a day."""
        iso = when.isocalendar()
        return cls(gran, iso.year, sub=iso.week)

    def value(self) -> str:
        """The TIMEX3 value: ``2014-04-18``, ``2014-W16``, ``1943-SU``, ``198``, ``BC0493``."""
        base = self._base()
        if self.tod and self.gran != DAY:
            base += "-XX" if self.gran == MONTH else "-XX-XX" if self.gran == YEAR else ""
        return base + self.tod

    def _base(self) -> str:
        year = "XXXX" if self.year is None else f"BC{-self.year:04d}" if self.year < 0 else f"{self.year:04d}"
        match self.gran:
            case "day":
                return f"{year}-{_two(self.month)}-{_two(self.day)}"
            case "month":
                return f"{year}-{_two(self.month)}"
            case "week":
                return f"{year}-W{_two(self.sub)}"
            case "weekend":
                return f"{year}-W{_two(self.sub)}-WE"
            case "season":
                return f"{year}-{self.sub}"
            case "quarter":
                return f"{year}-Q{'X' if self.sub is None else self.sub}"
            case "half":
                return f"{year}-H{'X' if self.sub is None else self.sub}"
            case "decade":
                return year[:-1]
            case "century":
                return year[:-2]
        return year

    @property
    def known(self) -> bool:
        """Whether the point has no hole."""
        if self.year is None:
            return False
        if self.gran == DAY:
            return self.month is not None and self.day is not None
        return self.month is not None if self.gran == MONTH else True

    def span(self) -> DateSpan | None:
        """All days it can mean; ``None`` with a hole, before year 1, or for a day the month does not have."""
        if not self.known or self.year is None or not 1 <= self.year <= 9998:
            return None
        year = self.year
        try:
            match self.gran:
                case "day":
                    return DateSpan.day(date(year, self.month or 0, self.day or 0))
                case "month":
                    return DateSpan.month(year, self.month or 0)
                case "week":
                    return DateSpan.week(date.fromisocalendar(year, _number(self.sub), 1))
                case "weekend":
                    first = date.fromisocalendar(year, _number(self.sub), 6)
                    return DateSpan.interval(first, first + timedelta(days=1))
                case "season":
                    return DateSpan.season(year, SEASON_CODES[str(self.sub)])
                case "quarter":
                    return DateSpan.quarter(year, _number(self.sub))
                case "half":
                    return DateSpan.half(year, _number(self.sub))
                case "decade":
                    return DateSpan.decade(year - year % 10)
                case "century":
                    return DateSpan.century(year - year % 100)
        except (ValueError, OverflowError):
            return None
        return DateSpan.year(year)

    def first_day(self) -> date | None:
        """The first day it can mean, ``None`` where there is none."""
        span = self.span()
        return span.start if span else None

    def at(self, tod: str) -> Point:
        """The same at a time of day."""
        return replace(self, tod=tod)

    def month_number(self) -> int | None:
        """The month it lies in or begins with."""
        if self.month is not None:
            return self.month
        if self.gran == SEASON:
            return _SEASON_MONTH[str(self.sub)]
        if self.gran == QUARTER and isinstance(self.sub, int):
            return 3 * self.sub - 2
        if self.gran == HALF and isinstance(self.sub, int):
            return 6 * self.sub - 5
        if self.gran in (WEEK, WEEKEND) and (first := self.first_day()):
            return first.month
        return None

    def shift(self, unit: str, amount: int) -> Point | None:
        """The point ``amount`` units on, at the granularity of the unit or the holes this point leaves.

        Units are TIMEX3's: D, W, M, Q, Y, DE, CE, and WE for weekends. ``None`` when out of the calendar.
        """
        try:
            return self._shift(unit, amount)
        except (OverflowError, ValueError):
            return None

    def _shift(self, unit: str, amount: int) -> Point | None:
        if self.year is None:
            return None
        if unit in ("D", "W", "WE"):
            return self._shift_days(unit, amount)
        if unit in ("M", "Q"):
            month = self.month_number()
            if month is None:
                return Point(MONTH if unit == "M" else QUARTER, self.year)
            count = self.year * 12 + month - 1 + amount * (1 if unit == "M" else 3)
            year, index = divmod(count, 12)
            return Point(MONTH, year, index + 1) if unit == "M" else Point(QUARTER, year, sub=index // 3 + 1)
        years = {"Y": 1, "DE": 10, "CE": 100}[unit] * amount
        year = self.year + years
        if self.year < 0 <= year:
            year += 1
        elif year <= 0 < self.year:
            year -= 1
        if abs(year) > 9999:
            return None
        return Point({"Y": YEAR, "DE": DECADE, "CE": CENTURY}[unit], year)

    def _shift_days(self, unit: str, amount: int) -> Point | None:
        gran = {"D": DAY, "W": WEEK, "WE": WEEKEND}[unit]
        if self.gran in (WEEK, WEEKEND) and unit in ("W", "WE") and (first := self.first_day()):
            return Point.week_of(first + timedelta(weeks=amount), gran)
        if self.gran == DAY and self.known and self.year and self.year > 0:
            days = amount * (1 if unit == "D" else 7)
            moved = date(self.year, self.month or 1, self.day or 1) + timedelta(days=days)
            return Point.of(moved) if unit == "D" else Point.week_of(moved, gran)
        if gran == DAY:
            return Point(DAY, self.year, self.month_number())
        return Point(gran, self.year)


def valid_day(year: int | None, month: int, day: int) -> bool:
    """Whether the month has such a day (29 February passes when the year is unknown or BC)."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    return day <= (monthrange(year, month)[1] if year is not None and 1 <= year <= 9999 else monthrange(2000, month)[1])


def _two(number: object) -> str:
    return "XX" if number is None else f"{number:02d}"


def _number(sub: str | int | None) -> int:
    if not isinstance(sub, int):
        raise ValueError(f"no number: {sub}")  # noqa: TRY004 - a hole in the value, caught with impossible days
    return sub
