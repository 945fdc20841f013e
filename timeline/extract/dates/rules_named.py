"""Named days: holidays with a fixed date, those a calendar library computes, and days that history knows by a name."""

from __future__ import annotations

from collections.abc import Callable

from timeline.extract.dates.feasts import FEASTS, feast_point
from timeline.extract.dates.grammar import Rule
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
        year = hit.number("y") if hit.has("y") else None
        anchors = hit.anchors
        base = anchors.there() if anchors.mode == "narrative" else anchors.here()
        point = feast_point(name, year, base, future=anchors.tense(hit.start, hit.end) == "future")
        if point is None:
            return None
        words = "" if year else f"{name.title()}, counted from {anchors.describe(base)}"
        return read_point(point, relative=year is None, resolution=words)

    return build


def _pattern(name: str) -> str:
    words = name.replace("s' ", "s POSS? ").replace("'s", " POSS?").replace("-", " DASH? ").replace(".", " STOP?")
    return f"{words} (COMMA? (of|in)? y=YEAR)?"


RULES: tuple[Rule, ...] = tuple(Rule("named-day", _pattern(name), _feast(name), (name.title(),)) for name in FEASTS)
