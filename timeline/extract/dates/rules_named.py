"""Named days: holidays with a fixed date, those a calendar library computes, and days that history knows by a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from string import capwords

from timeline.datespan import DateSpan
from timeline.extract.dates.feasts import FEASTS, feast_point, ramadan
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.point import Point
from timeline.extract.dates.reading import Hit, Reading, read_point


def _feast(name: str) -> Callable[[Hit], Reading | None]:
    def build(hit: Hit) -> Reading | None:
        if not hit.tokens.raw(hit.start)[:1].isupper() or hit.before() in ("white", "father", "merry", "happy"):
            return None
        lead = hit.tokens.raw(hit.start - 1)
        if (
            lead[:1].isupper()
            and lead.isalpha()
            and hit.before() not in ("on", "at", "by", "since", "in", "before", "after", "until", "the", "last", "from")
        ):
            return None  # a name: Johnnie Christmas
        if hit.before() in ("-", "al", "el") or hit.after() in (
            "neighborhood",
            "neighbourhood",
            "district",
            "square",
            "street",
            "mosque",
            "church",
            "war",
            "wars",
            "agreement",
            "accord",
            "accords",
            "agreements",
            "process",
            "cottage",
            "island",
            "islands",
        ):
            return None
        year = hit.number("y") if hit.has("y") else None
        anchors = hit.anchors
        if anchors.mode == "news" and hit.after() in ("offensive", "rising", "rebellion"):
            return None  # the Easter Rising
        base = anchors.there() if anchors.mode == "narrative" else anchors.here()
        point = feast_point(name, year, base, future=anchors.tense(hit.start, hit.end) == "future")
        if point is None:
            return None
        words = "" if year else f"{capwords(name)}, counted from {anchors.describe(base)}"
        return read_point(point, relative=year is None, resolution=words)

    return build


def _pattern(name: str) -> str:
    words = name.replace("s' ", "s POSS? ").replace("'s", " POSS?").replace("-", " DASH? ").replace(".", " STOP?")
    return f"{words} (COMMA? (of|in)? y=YEAR)?"


_OPENERS = frozenset((
    "during", "in", "since", "on", "before", "after", "the", "for", "by", "until", "this", "last", "next", "with",
    "of", "through", "throughout", "as", "late", "early", "mid", "and", "every", "each", "when", "from", "to",
))  # fmt: skip


def _ramadan(hit: Hit) -> Reading | None:
    """The month of fasting that is on, or the last one before; its days by the Umm al-Qura calendar, so about right."""
    following, lead = hit.tokens.raw(hit.end), hit.tokens.raw(hit.start - 1)
    named = following[:1].isupper() or following in ("al", "el", "ibn") or hit.before() in ("-", "abu", "al")
    person = lead[:1].isupper() and lead.isalpha() and hit.before() not in _OPENERS
    if hit.before() in ("operation", "war") or (not hit.has("y") and (named or person)):
        return None
    anchors = hit.anchors
    base = anchors.there() if anchors.mode == "narrative" else anchors.here()
    year = hit.number("y") if hit.has("y") else base.year if base else None
    found = ramadan(year) if year and hit.tokens.raw(hit.end - (2 if hit.has("y") else 1))[:1].isupper() else None
    if found is None or year is None:
        return None
    here = base.first_day() if base and base.gran in ("day", "month") and not hit.has("y") else None
    if here is not None and found[0] > here + timedelta(days=31) and anchors.tense(hit.start, hit.end) != "future":
        found = ramadan(year - 1) or found
    middle = found[0] + timedelta(days=14)
    reading = read_point(
        Point("month", middle.year, middle.month),
        relative=not hit.has("y"),
        resolution="" if hit.has("y") else f"Ramadan nearest {anchors.describe(base)}",
    )
    reading.when, reading.approximate, reading.anchors = DateSpan.interval(*found, approximate=True), True, False
    return reading


RULES: tuple[Rule, ...] = (
    *tuple(Rule("named-day", _pattern(name), _feast(name), (capwords(name),)) for name in FEASTS),
    Rule(
        "ramadan",
        "(the muslim? (holy|fasting) month of)? ramadan (COMMA? (of|in)? y=YEAR)?",
        _ramadan,
        ("Ramadan 2014",),
    ),
)
