"""Rules for units that count from another date: today, last year, the following month, that same day."""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.counting import STEP, base_of, counted
from timeline.extract.dates.english import MONTHS, SEASONS
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.periods import anchor_duration
from timeline.extract.dates.point import DAY, MONTH, WEEKEND, YEAR, Point
from timeline.extract.dates.reading import Hit, Reading, read_ref

_PERIODS = frozenset(("D", "W", "M", "Y", "DE", "CE"))

_DEICTIC_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}

_UNIT_NAMES = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "Q": "quarter",
    "WE": "weekend",
}


def _deictic(hit: Hit) -> Reading | None:
    word = hit.word("w").removesuffix("s")
    anchors = hit.anchors
    if anchors.mode == NARRATIVE and word == "today":
        return read_ref("PRESENT_REF")
    base = anchors.here()
    if base is None or base.gran != DAY or not base.known:
        return Reading(
            "TIME" if word == "tonight" else "DATE",
            "XXXX-XX-XX" + ("TNI" if word == "tonight" else ""),
            anchors=False,
            relative=True,
        )
    if (
        word == "today"
        and hit.after() in ("'s", "’s")
        and hit.after(1) in ("world", "society", "standards", "youth", "generation")
    ):
        return read_ref("PRESENT_REF")
    if word == "today" and (hit.after() in ("as", "than") or (hit.before() == "of" and hit.before(2) != "as")):
        return read_ref("PRESENT_REF")  # "as strong today as it was"
    point = base.shift("D", _DEICTIC_DAYS[word])
    if point is None:
        return None
    return counted(hit, base, point.at("TNI") if word == "tonight" else point)


def _two_days_off(hit: Hit) -> Reading | None:
    base = hit.anchors.here()
    point = base.shift("D", -2 if hit.word("w") == "yesterday" else 2) if base else None
    return counted(hit, base, point) if point else Reading("DATE", "XXXX-XX-XX", anchors=False, relative=True)


def _part_of_day(hit: Hit) -> Reading | None:
    """The words this morning, that evening, the next night, last night, early the next morning."""
    which, code = hit.words("r")[-1] if hit.has("r") else "this", hit.code("p", "POD")
    anchors = hit.anchors
    step = {"last": -1, "next": 1, "following": 1, "previous": -1, "preceding": -1, "before": -1, "after": 1}.get(
        which, 0
    )
    story = which in ("next", "following", "previous", "preceding", "that", "same", "before", "after")
    base = anchors.there() if story else anchors.here()
    if which == "next" and base is not None and base.gran != DAY and anchors.dct is None:
        return Reading("TIME", f"XXXX-XX-XX{code}", anchors=False, relative=True)
    point = base.shift("D", step) if base else None
    if point is None:
        return Reading("TIME", f"XXXX-XX-XX{code}", anchors=False, relative=True)
    return counted(hit, base, point.at(code))


def _unit(hit: Hit) -> Reading | None:
    """Last year, this week, the following month, that day, the same year."""
    which, unit = hit.words("r")[-1], hit.code("u", "UNIT")
    if unit in ("TS", "TM", "TH", "ML", "NI", "FN"):
        return _hours(which, unit)
    step = STEP[which]
    if which in ("last", "past", "next") and (hit.before() == "for" or (hit.after() == "of" and dated_after(hit))):
        return Reading(
            "DURATION",
            {"D": "P1D", "W": "P1W", "M": "P1M", "Y": "P1Y", "DE": "P1DE", "CE": "P1CE"}.get(unit, "P1Q"),
            anchors=False,
        )
    definite = hit.has("the") and which == "last" and unit in ("W", "M", "Y", "DE", "CE")
    if unit in _PERIODS and (definite or which == "past"):
        reading = Reading("DURATION", f"P1{unit}", anchors=False)
        anchor_duration(reading, hit.anchors, unit, 1, which)
        return reading
    if unit == "D" and which in ("this", "that", "same") and hit.after() in ("care", "laborers", "labourers"):
        return None
    if which == "this" and hit.word("u") == "second":
        return None
    if unit == "D" and which == "last" and hit.after() == "of":
        return None  # the last day of school
    if unit == "Q" and hit.after() == "of" and {"century", "decade"} & {hit.after(2), hit.after(3), hit.after(4)}:
        return None  # the last quarter of the 19th century
    base = base_of(hit, which)
    if base is None or base.year is None:
        return Reading(
            "DATE",
            {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}.get(unit, "XXXX"),
            anchors=False,
            relative=True,
        )
    if unit in ("D", "W") and base.gran == YEAR and hit.anchors.mode != NARRATIVE and hit.anchors.dct is not None:
        base = Point.of(hit.anchors.dct)  # news that has just named a year still counts days from its own
    if unit == "D" and which in ("this", "same", "that") and base.gran in (MONTH, YEAR):
        return counted(hit, base, Point(DAY, base.year, base.month))
    if unit == "WE" and which == "this" and base.gran == DAY:
        return _this_weekend(hit, base)
    point = base.shift(unit, step)
    return counted(hit, base, point) if point else None


def _this_weekend(hit: Hit, base: Point) -> Reading | None:
    """On a Monday or Tuesday, or in the past tense, the weekend just gone; the other one is kept as an alternative."""
    day = base.first_day()
    if day is None:
        return None
    tense = hit.anchors.tense(hit.start, hit.end)
    gone = day.weekday() < 5 and tense != "future" and (day.weekday() < 2 or tense == "past")
    chosen = Point.week_of(day - timedelta(days=7) if gone else day, WEEKEND)
    other = Point.week_of(day if gone else day - timedelta(days=7), WEEKEND).span()
    reading = counted(hit, base, chosen)
    reading.alternatives = (other,) if other and day.weekday() < 5 else ()
    return reading


def dated_after(hit: Hit, ahead: int = 1) -> bool:
    """Whether a month, a year or a season stands there."""
    word = hit.after(ahead)
    if word == "the":
        word = hit.after(ahead + 1)
    return (
        word.rstrip(".") in MONTHS
        or word in SEASONS
        or bool(re.fullmatch(r"1\d{3}|20\d{2}", word))
        or word in ("year", "month")
    )


def _latest(hit: Hit) -> Reading | None:
    """The latest quarter, month or week: the last one that is over."""
    base = hit.anchors.here()
    point = base.shift(hit.code("u", "UNIT"), -1) if base else None
    return counted(hit, base, point) if point else None


def _run_on(hit: Hit) -> Reading | None:
    """“Last years toll”, where an apostrophe was lost; not "her last years"."""
    lost = hit.tokens.word(hit.end)[:1].isalpha() and hit.before() not in (
        "her",
        "his",
        "their",
        "its",
        "the",
        "in",
        "my",
        "our",
        "over",
        "during",
    )
    return _unit(hit) if lost else None


def _hours(which: str, unit: str) -> Reading | None:
    """The past hour; "last minute" and "that night" are no such thing."""
    return Reading("DURATION", "PT1H", anchors=False) if unit == "TH" and which in ("last", "past", "next") else None


def _unit_off(hit: Hit) -> Reading | None:
    """The day before, the year after; not "the day after the battle", whose date stands elsewhere."""
    if _complement(hit):
        return None
    return _unit(hit)


def _complement(hit: Hit) -> bool:
    """Whether an event or clause follows "before" or "after", so that the date of that event decides."""
    following = hit.after()
    if hit.words("r")[-1] not in ("before", "after"):
        return False
    return not (following == "" or not following[0].isalnum() or following in (
        "and", "but", "when", "as", "in", "at", "by", "to", "with", "for", "he", "she", "they", "who", "that",
        "which", "had", "was", "were", "on", "is",
        "has", "have", "while", "where", "said", "because", "from", "near", "killed", "during", "against",
    )) or hit.tokens.raw(hit.end) in ('"', "“") or following in ("'s", "’s")  # fmt: skip


def _beyond(hit: Hit) -> Reading | None:
    """The week before last, the year after next."""
    base, unit = hit.anchors.here(), hit.code("u", "UNIT")
    if unit not in _UNIT_NAMES:
        return None
    point = base.shift(unit, -2 if hit.word("w") == "last" else 2) if base else None
    return counted(hit, base, point) if point else None


_REL = "(last|next|this|past|coming|upcoming|current|PREV|NEXT|that|that same|that very|this same|this very|the "
"same|the very same|same|present)"

_STORYREL = "(the (PREV|NEXT|same|very same|next|last|current|coming|past)|that|that same|that very|this|this "
"same|this very|last|next|PREV|NEXT|this past|this coming|this upcoming)"

RULES: tuple[Rule, ...] = (
    Rule("deictic-day", "w=(today|yesterday|tomorrow|tonight|todays|yesterdays|tomorrows|tonights)", _deictic,
        ("yesterday",)),
    Rule("two-days-off", "the day (before|after) w=(yesterday|tomorrow)", _two_days_off, ("the day before yesterday",)),
    Rule("part-of-day", "((early|late|later|earlier) (in|on)?)? the? r=(this|that|last|next|NEXT|PREV|same|that "
        "same|this same|very same) (early|late)? p=POD", _part_of_day,
         ("last night", "that morning", "early the next morning")),
    Rule("night-before", "the p=POD r=(before|after)", lambda hit: None if _complement(hit) else _part_of_day(hit),
        ("the night before",)),
    Rule("relative-unit", "the=the? r=(last|next|this|past|coming|upcoming|current|PREV|NEXT|that|that same|that "
        "very|this same|this very|same|very same|present|this past|this coming) u=UNIT1",
         _unit, ("last year", "this week", "the following month", "that same day")),
    Rule("latest-unit", "the latest u=(week|month|quarter|year)", _latest, ("the latest quarter",)),
    Rule("relative-unit-run-on", "r=(this|last|next) u=(years|weeks|months)", _run_on,
        ("this years (an apostrophe lost)",)),
    Rule("unit-off", "the=the u=UNIT1 r=(before|after|NEXT|PREV)", _unit_off, ("the year before", "the day following")),
    Rule("unit-beyond", "the u=UNIT1 (before w=last|after w=next)".replace("(before w=last|after w=next)",
        "(before|after) w=(last|next)"), _beyond, ("the week before last",)),
)  # fmt: skip
