"""Rules for days counted by two hands: ten years ago today, the first Monday of May, Monday week, this day in 1991."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.counting import STEP, base_of, counted
from timeline.extract.dates.english import MONTHS, QTY, SEASONS, WEEKDAY_PLURALS, WEEKDAYS
from timeline.extract.dates.feasts import ramadan
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.point import DAY, MONTH, SEASON, WEEK, YEAR, Point
from timeline.extract.dates.reading import Hit, Reading, amount_of, number_of, read_point
from timeline.extract.dates.rules_compared import years_off
from timeline.extract.dates.year_filling import borrowed_year, year_words

_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1}
_NAMED = {"week": WEEK, "month": MONTH}


def _ago_this(hit: Hit) -> Reading | None:
    """Fifty years ago today, two weeks ago yesterday, ten years ago this August, two years ago this week."""
    anchors, word = hit.anchors, hit.words("t")[-1].rstrip(".")
    base, amount = anchors.here(), amount_of(hit.words("q"))
    day = base.first_day() if base is not None and base.gran == DAY else None
    if base is None or day is None or base.year is None or amount is None or amount != int(amount) or amount > 2000:
        return None
    count, unit = int(amount), hit.code("u", "UNIT")
    if word in _DEICTIC:
        start: Point | None = Point.of(day + timedelta(days=_DEICTIC[word]))
    elif word in WEEKDAYS:
        start = anchors.weekday(WEEKDAYS[word], hit.start, hit.end)[0]
    elif word in MONTHS:
        start = Point(MONTH, base.year, MONTHS[word])
    elif word in SEASONS:
        start = Point(SEASON, base.year, sub=SEASONS[word])
    else:
        start = Point.week_of(day) if word == "week" else Point(MONTH, day.year, day.month)
    if start is None:
        return None
    if unit in ("Y", "DE", "CE"):
        years = count * {"Y": 1, "DE": 10, "CE": 100}[unit]
        if start.gran == WEEK:
            past = years_off(Point.of(day), -years)
            first = past.first_day() if past is not None else None
            found = Point.week_of(first) if first is not None else None
        else:
            found = years_off(start, -years)
    elif start.gran == DAY and unit in ("D", "W"):
        found = start.shift("D", -count * (7 if unit == "W" else 1))
    elif start.gran == DAY and unit == "M":
        month = start.shift("M", -count)
        found = Point(DAY, month.year, month.month, start.day) if month is not None else None
    else:
        return None
    return counted(hit, base, found) if found is not None and found.span() is not None else None


def _weekdays_ago(hit: Hit) -> Reading | None:
    """Three Sundays ago."""
    dct, amount = hit.anchors.dct, amount_of(hit.words("q"))
    if dct is None or amount is None or not 1 <= amount <= 50:
        return None
    last = dct - timedelta(days=(dct.weekday() - WEEKDAY_PLURALS[hit.word("d")]) % 7 or 7)
    return counted(hit, Point.of(dct), Point.of(last - timedelta(weeks=int(amount) - 1)))


def _nth(first: date, last: date, weekday: int, order: str) -> date | None:
    """The nth such weekday of a stretch of days; ``None`` when it has no such."""
    if order in ("last", "final"):
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number_of(order) - 1))
    return found if found <= last else None


def _nth_weekday(hit: Hit) -> Reading | None:
    """The first Monday of May, the last Friday in October 1989, the second Sunday of next month, of Ramadan."""
    order, weekday = hit.word("o"), WEEKDAYS[hit.word("d")]
    if order not in ("last", "final") and not 1 <= number_of(order) <= 5:
        return None
    if hit.has("each"):
        return Reading("SET", "P1M", anchors=False)
    relative, base = not hit.has("y"), hit.anchors.here()
    if hit.has("m"):
        month = MONTHS[hit.word("m")]
        year = hit.number("y") if hit.has("y") else borrowed_year(hit, month)
        relative = year is None
        if year is None:
            year, _ = hit.anchors.month_year(month, hit.start, hit.end)
        stretch = Point(MONTH, year, month).span()
    elif hit.has("r"):
        which = hit.words("r")[-1]
        base = base_of(hit, which)
        moved = base.shift("M", STEP.get(which, 0)) if base is not None else None
        stretch = moved.span() if moved is not None else None
        year = moved.year if moved is not None else None
    else:
        year = hit.number("z") if hit.has("z") else base.year if base is not None else None
        found = ramadan(year) if year is not None else None
        here = base.first_day() if base is not None and not hit.has("z") else None
        if found is not None and here is not None and found[0] > here and year is not None:
            found = ramadan(year - 1)
        if found is None:
            return None
        when = _nth(*found, weekday, order)
        return read_point(Point.of(when), relative=True, resolution=year_words(hit, year)) if when is not None else None
    if stretch is None or stretch.start is None or stretch.end is None:
        return Reading("DATE", "XXXX-XX-XX", anchors=False, relative=True)
    when = _nth(stretch.start, stretch.end, weekday, order)
    if when is None:
        return None
    return read_point(Point.of(when), relative=relative, resolution=year_words(hit, year) if relative else "")


def _week_on(hit: Hit) -> Reading | None:
    """“On Monday week”: a week after the next Monday."""
    dct = hit.anchors.dct
    if dct is None or hit.before() not in ("on", "until", "by", "from") or hit.after() == "of":
        return None
    ahead = (WEEKDAYS[hit.word("d")] - dct.weekday()) % 7 or 7
    return counted(hit, Point.of(dct), Point.of(dct + timedelta(days=ahead + 7)))


def _day_in_year(hit: Hit) -> Reading | None:
    """“On this day in 1991”."""
    dct = hit.anchors.dct
    found = years_off(Point.of(dct), hit.number("y") - dct.year) if dct is not None else None
    return counted(hit, Point.of(dct), found) if found is not None and dct is not None else None


def _edge_day(hit: Hit) -> Reading | None:
    """The last day of May 1902, the first day of this month, the last day of the year."""
    anchors, last = hit.anchors, hit.word("o") in ("last", "final", "closing")
    relative = not (hit.has("y") or hit.has("z"))
    if hit.tokens.raw(hit.at("o"))[:1].isupper() and hit.tokens.raw(hit.at("o") + 1)[:1].isupper():
        return None  # a title
    if hit.has("m"):
        month = MONTHS[hit.word("m")]
        year = hit.number("z") if hit.has("z") else anchors.month_year(month, hit.start, hit.end)[0]
        stretch = Point(MONTH, year, month).span()
    elif hit.has("y"):
        year, stretch = hit.number("y"), Point(YEAR, hit.number("y")).span()
    else:
        base = anchors.there() if anchors.mode == NARRATIVE else anchors.here()
        moved = base.shift(hit.code("u", "UNIT"), STEP.get(hit.words("r")[-1], 0)) if base is not None else None
        year, stretch = (moved.year, moved.span()) if moved is not None else (None, None)
    day = None if stretch is None else stretch.end if last else stretch.start
    return read_point(Point.of(day), relative=relative, resolution=year_words(hit, year)) if day is not None else None


RULES: tuple[Rule, ...] = (
    Rule("ago-this", f"q={QTY} u=UNIT (ago|earlier) t=(today|yesterday|tomorrow|this (week|month|MON|SEASON|WD))",
        _ago_this, ("fifty years ago today", "ten years ago this August")),
    Rule("ago-weekday", f"q={QTY} u=UNIT ago (on|last)? t=WD", _ago_this, ("a week ago Tuesday",)),
    Rule("weekdays-ago", f"q={QTY} d=WDS ago", _weekdays_ago, ("three Sundays ago",)),
    Rule("nth-weekday", "the? o=(ORD|OD|last|final) d=WD (of|in) (m=MON (COMMA? (of|in)? y=YEAR)?"
        "|each=(each|every) month|the? r=(this|last|next|that|PREV|NEXT|same) month"
        "|ramadan (COMMA? (of|in)? z=YEAR)?)", _nth_weekday,
        ("the first Monday of May", "the last Friday of October 1989")),
    Rule("edge-day", "the? very? o=(first|last|final|opening|closing) day (of|in) (m=MON (COMMA? (of|in)? z=YEAR)?"
        "|r=(the|this|last|next|that) u=(month|year) (COMMA? y=YEAR)?)", _edge_day, ("the last day of May 1902",)),
    Rule("weekday-week", "d=WD week", _week_on, ("on Monday week",)),
    Rule("day-in-year", "this day (in|of) y=YEAR", _day_in_year, ("this day in 1991",)),
)  # fmt: skip
