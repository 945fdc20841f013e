"""Words around an expression that belong to it: early, the end of, about, the morning of, more than, Friday *night*."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from timeline.datespan import DateSpan
from timeline.extract.dates.english import CLASSES
from timeline.extract.dates.point import DAY, MONTH, SEASON, WEEK, WEEKEND, YEAR, Point
from timeline.extract.dates.reading import Reading
from timeline.extract.dates.tokens import Tokens

Effect = Callable[[Reading, list[str]], Reading | None]


@dataclass(frozen=True, slots=True)
class Modifier:
    """A pattern before or after an expression and what it does to the reading; ``None`` refuses."""

    name: str
    pattern: str
    effect: Effect
    example: str


_MOD_OF = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START", "onset": "START", "outset":
    "START", "opening": "START", "first": "START", "late": "END", "later": "END", "latter": "END", "end": "END",
    "close": "END", "conclusion": "END", "closing": "END", "last": "END", "final": "END", "mid": "MID", "middle":
    "MID", "midst": "MID", "midway": "MID",
}  # fmt: skip


def _modify(reading: Reading, words: list[str]) -> Reading | None:
    if reading.point is None or reading.timex_type == "DURATION":
        return None
    mod = next((_MOD_OF[w] for w in words if w in _MOD_OF), None)
    if reading.point.gran == DAY and len(words) == 2 and words[1] == "on" and not reading.point.tod:
        return None  # "late on Friday": the expression is "Friday"
    if reading.point.gran == DAY and words[0] not in ("early", "late", "later", "earlier", "the"):
        return None
    if reading.point.gran == DAY and (mod is None or not (reading.relative or reading.point.tod)):
        return None if words[-1] == "of" else replace(reading, mod=mod)
    return replace(reading, mod=mod, approximate=reading.point.gran != DAY)


def _half_of(reading: Reading, words: list[str]) -> Reading | None:
    if reading.point is None or reading.point.gran not in (MONTH, SEASON, YEAR, "decade", "century", WEEK):
        return None
    return replace(
        reading,
        mod="START" if {"first", "early", "opening"} & set(words) else "MID" if "middle" in words else "END",
        approximate=True,
    )


def _about(reading: Reading, _words: list[str]) -> Reading | None:
    if reading.point is None or reading.timex_type in ("DURATION", "SET"):
        return None
    return replace(reading, mod=reading.mod or "APPROX", approximate=True)


def _pod_of(reading: Reading, words: list[str]) -> Reading | None:
    if reading.point is None or reading.point.gran != DAY:
        return None
    code = next((str(CLASSES["POD"][w]) for w in words if w in CLASSES["POD"]), "TMO" if "hours" in words else "")
    if (words[-1] != "of" and words[-1] != "on") or (words[0] in CLASSES["WD"] and "dawn" in words):
        code = "" if words[0] in CLASSES["WD"] else code
    if not code:
        return reading
    point = reading.point.at(code)
    return replace(reading, point=point, value=point.value(), timex_type="TIME")


def _week_of(reading: Reading, words: list[str]) -> Reading | None:
    point = reading.point
    first = point.first_day() if point and point.gran == DAY else None
    if first is None:
        return None
    week = Point.week_of(first, WEEKEND if "weekend" in words else WEEK)
    days = week.span()
    if "week" in words and "ending" in words:
        days = DateSpan.interval(first - timedelta(days=6), first)
    elif "week" in words and {"beginning", "starting"} & set(words):
        days = DateSpan.interval(first, first + timedelta(days=6))
    return replace(reading, point=week, value=week.value(), when=days)


def _day_beside(reading: Reading, words: list[str]) -> Reading | None:
    point = reading.point
    if point is None or point.gran != DAY or reading.timex_type != "DATE":
        return None
    moved = point.shift("D", -1 if "before" in words or "eve" in words else 1)
    if moved is None:
        return None
    return replace(reading, point=moved, value=moved.value(), when=moved.span(), relative=True,
                   resolution=f"the day {'before' if 'before' in words or 'eve' in words else 'after'} "
                   f"{point.value()}")  # fmt: skip


def _rest(reading: Reading, _words: list[str]) -> Reading | None:
    return reading if reading.point is not None and reading.point.gran != DAY else None


_BOUND = {
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN",
    "over": "MORE_THAN", "more": "MORE_THAN", "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "up":
    "EQUAL_OR_LESS", "about": "APPROX", "around": "APPROX", "some": "APPROX", "roughly": "APPROX", "approximately":
    "APPROX", "close": "APPROX",
}  # fmt: skip


def _quantify(reading: Reading, words: list[str]) -> Reading | None:
    if reading.timex_type != "DURATION" and not (reading.relative and reading.timex_type in ("DATE", "TIME")):
        return None
    mod = next((_BOUND[w] for w in words if w in _BOUND), reading.mod)
    return replace(reading, mod=mod, approximate=reading.approximate or reading.timex_type == "DATE")


def _part_after(reading: Reading, words: list[str]) -> Reading | None:
    point = reading.point
    if point is None or point.gran != DAY or reading.timex_type == "TIME":
        return None
    code = next((str(CLASSES["POD"][w]) for w in words if w in CLASSES["POD"]), "TNI" if "overnight" in words else "")
    day = point.first_day()
    if words[-1] in ("mornings", "afternoons", "evenings", "nights") and day is not None:
        return Reading("SET", f"XXXX-WXX-{day.isoweekday()}{code}", anchors=False)  # Monday mornings
    moved = point.at(code)
    return replace(reading, point=moved, value=moved.value(), timex_type="TIME")


BEFORE: tuple[Modifier, ...] = (
    Modifier("edge", "the? very? (STARTW|ENDW|MIDW) of", _modify, "the end of March"),
    Modifier("part", "the? (early|late|latter|later|first|last|final|opening|closing|middle|better|greater) "
        "(part|half|days|weeks|months|stages|years|portion|third|stage|decades|quarter) of",
             _half_of, "the latter part of 1944"),
    Modifier("early", "the? (early|late|mid|middle|early DASH? to DASH? mid|mid DASH? to DASH? late|early and mid) "
        "DASH?", _modify, "early October"),
    Modifier("early-in", "(early|late|later|earlier|midway) (in|on|into|during|through) the?", _modify,
        "early in 1862"),
    Modifier("earlier", "(earlier|later)", _modify, "earlier this year"),
    Modifier("about", "(about|around|approximately|roughly|CA STOP?|sometime (in|around|during|before|after)?|some "
        "time (in|around|during))", _about, "about 1910"),
    Modifier("part-of-day-of", "((early|late) (in|on)?)? (WD|the)? (early|late|following|same)? (POD|POD hours|hours) "
        "(of|on) the?", _pod_of, "the night of 20 June"),
    Modifier("week-of", "the? (week|weekend) (of|beginning|starting|ending)", _week_of, "the week of 12 April"),
    Modifier("day-beside", "(the day (before|after|following)|the? eve of)", _day_beside, "the day after 12 April"),
    Modifier("rest", "((most|much|part|all) of)? the (rest|remainder|whole) of", _rest, "the rest of 2013"),
)  # fmt: skip
QUANTIFIERS: tuple[Modifier, ...] = (
    Modifier("bound", "(well|just|a little|only|slightly|far|much|somewhat|not|no)? "
        "(about|around|some|nearly|almost|over|under|(more|less|fewer|longer|little more) than|at (least|most)|up "
        "to|close to|roughly|approximately|just|only|as (many|long|much) as|a mere|another)",
             _quantify, "more than three years"),
)  # fmt: skip
AFTER: tuple[Modifier, ...] = (
    Modifier(
        "part-of-day", "POSS? COMMA? (early|late|at|around|just after|just before)? POD", _part_after, "Friday night"
    ),
    Modifier("overnight", "overnight", _part_after, "Friday overnight"),
)


def words_of(tokens: Tokens, start: int, end: int) -> list[str]:
    """The words of a token range in small letters."""
    return [tokens.word(i) for i in range(start, end)]
