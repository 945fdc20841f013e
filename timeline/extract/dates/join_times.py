"""Clock times and the day beside them: "9:34 p.m., March 19" is one expression, "from 6 to 8 a.m. on Monday" two."""

from __future__ import annotations

from dataclasses import replace

from timeline.extract.dates.found import Found
from timeline.extract.dates.point import DAY, Point
from timeline.extract.dates.reading import Reading
from timeline.extract.dates.tokens import Tokens

_BEFORE_DAY = ((), (",",), ("on",), (",", "on"), ("local", "time"), ("local", "time", ","), ("local", "time", "on"))
_AFTER_DAY = ((), (",",), ("at",), (",", "at"))
_PARTS = ("TMO", "TAF", "TEV", "TNI")
_ASIDE = ((")",), (")", ","), (")", "on"))
_LINKS = frozenset(("to", "and", "or", "-", "–", "—", "until", "till", "(", ")", ",", "between"))


def join_times(tokens: Tokens, found: list[Found]) -> list[Found]:
    """The expressions with each clock time on the day that stands beside it, one expression where they touch."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        between = (
            tuple(tokens.word(i) for i in range(last.end, one.start))
            if last and one.start - last.end <= 3
            else ("far",)
        )
        day = one.reading.point
        if last and last.reading.needs_date and day and _is_day(one.reading):
            if between in _BEFORE_DAY:
                joined[-1] = Found(last.start, one.end, _on(day, one.reading, last.reading), last.rule)
                _carry_back(tokens, joined, day, one.reading)
                continue
            if between in _ASIDE:
                joined[-1] = Found(last.start, last.end, _on(day, one.reading, last.reading), last.rule)
                _carry_back(tokens, joined, day, one.reading)
        day = last.reading.point if last else None
        if last and one.reading.needs_date and day and _is_day(last.reading) and between in _AFTER_DAY:
            reading = _on(day, last.reading, one.reading)
            if between in ((), (",",)):
                joined[-1] = Found(last.start, one.end, reading, last.rule)
            else:
                joined.append(Found(one.start, one.end, reading, one.rule))
            continue
        joined.append(one)
    return joined


def _on(day: Point, dated: Reading, clock: Reading) -> Reading:
    """The clock time on that day; "9 o'clock last night" is 21:00."""
    time = clock.value.partition("T")[2]
    if day.tod in ("TAF", "TEV", "TNI") and "05" < time < "12":
        time = f"{int(time[:2]) + 12}{time[2:]}"
    point = day.at("T" + time)
    return replace(dated, point=point, value=point.value(), timex_type="TIME")


def _carry_back(tokens: Tokens, joined: list[Found], day: Point, dated: Reading) -> None:
    """Give the day to the clock times just before: "from 6 a.m. to noon on Monday", "3 a.m. (0100 GMT) on Monday"."""
    index = len(joined) - 2
    while index >= 0 and joined[index].reading.needs_date:
        links = [tokens.word(i) for i in range(joined[index].end, joined[index + 1].start)]
        if len(links) > 2 or not _LINKS.issuperset(links):
            return
        joined[index] = replace(joined[index], reading=_on(day, dated, joined[index].reading))
        index -= 1


def _is_day(reading: Reading) -> bool:
    point = reading.point
    return point is not None and point.gran == DAY and (reading.timex_type == "DATE" or point.tod in _PARTS)
