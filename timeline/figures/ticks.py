"""Ticks of the time axis: the finest step of days, months or years whose labels stand clear of each other."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from timeline.view.labels import MONTHS
from timeline.view.widths import text_width
from timeline.view.window import from_day, to_day

SIZE = 12
_DAYS, _MONTHS = (1, 2, 5, 7, 14), (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000)


def find_ticks(first: int, last: int, plot_width: float) -> list[tuple[int, str]]:
    """Days since 1970 with their labels, which begin at the tick; no two labels touch."""
    scale = plot_width / (last - first)
    for kind, steps, unit in (("day", _DAYS, 1.0), ("month", _MONTHS, 30.4), ("year", _YEARS, 365.25)):
        for step in steps:
            if step * unit * scale < 26 or (last - first) / (step * unit) > 400:
                continue
            made = _labelled(_days_of(kind, step, first, last), kind)
            if made and _clear(made, scale):
                return made
    return _labelled([first], "day")


def _days_of(kind: str, step: int, first: int, last: int) -> list[int]:
    low, high = from_day(first), from_day(last - 1)
    if kind == "day":
        if step in {7, 14}:  # Mondays
            begin = first + (-low.weekday()) % 7
            return list(range(begin, last, step))
        made = []
        for day in range(first, last):
            when = from_day(day)
            if (when.day - 1) % step == 0 and not (step > 1 and when.day > 31 - step):
                made.append(day)
        return made
    if kind == "month":
        return [
            to_day(date(y, m, 1))
            for y in range(low.year, high.year + 1)
            for m in range(1, 13, step)
            if first <= to_day(date(y, m, 1)) < last
        ]
    years = range(-(-low.year // step) * step or step, high.year + 1, step)
    return [to_day(date(y, 1, 1)) for y in years if first <= to_day(date(y, 1, 1)) < last]


def _labelled(days: list[int], kind: str) -> list[tuple[int, str]]:
    made: list[tuple[int, str]] = []
    before: date | None = None
    for day in days:
        when = from_day(day)
        new_year = before is None or when.year != before.year
        if kind == "year":
            label = str(when.year)
        elif kind == "month":
            label = MONTHS[when.month - 1] + (f" {when.year}" if new_year else "")
        else:
            label = f"{when.day} {MONTHS[when.month - 1]}" + (f" {when.year}" if new_year else "")
        made.append((day, label))
        before = when
    return made


def _clear(ticks: list[tuple[int, str]], scale: float) -> bool:
    return all((b - a) * scale >= text_width(label, SIZE) + 12 for (a, label), (b, _) in pairwise(ticks))
