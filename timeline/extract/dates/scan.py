"""Tokens → accepted expressions: the longest match at a place, grown by the words around it, times joined to days."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from timeline.datespan import DateSpan
from timeline.extract.dates.anchors import NARRATIVE, Anchors
from timeline.extract.dates.found import Found
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.join_times import join_times
from timeline.extract.dates.language_pack import LanguagePack
from timeline.extract.dates.modifiers import words_of
from timeline.extract.dates.point import DAY, MONTH, SEASON, YEAR
from timeline.extract.dates.reading import Hit, Pieces, Reading
from timeline.extract.dates.tokens import Tokens

_FIRST_OR_LAST = frozenset(("first", "last", "final", "opening", "closing", "initial"))


def scan(tokens: Tokens, pack: LanguagePack, anchors: Anchors) -> list[Found]:
    """Accepted expressions from left to right; the longest match at a place wins, a refused one gives way."""
    found: list[Found] = []
    tags, at, limit = tokens.tags, 0, len(tokens.tags)
    starts = pack.starts
    floor = 0  # no modifier reaches back over an earlier expression
    while at < limit:
        start = starts.search(tags, at)
        if start is None:
            break
        at = start.start()
        made, end = _match_at(tokens, pack, anchors, at)
        if not made:
            at = max(end, at + 1)
            continue
        for one in made:
            grown = _grow(tokens, pack, anchors, one, floor) if len(made) == 1 else one
            found.append(grown)
            if grown.reading.point is not None and grown.reading.anchors and not _looks_back(grown, anchors):
                anchors.note(grown.reading.point, grown.start, grown.reading.mod)
            floor = at = max(grown.end, at + 1)
    return join_times(tokens, found)


_BACKWARD = frozenset(
    ("relative-unit", "unit-off", "offset", "unit-beyond", "named-day", "relative-month", "relative-season")
)


def _looks_back(one: Found, anchors: Anchors) -> bool:
    """“A year earlier”, "the previous April": the story does not move there."""
    point, ref = one.reading.point, anchors.ref
    if (
        one.rule not in _BACKWARD
        or anchors.mode != NARRATIVE
        or ref is None
        or point is None
        or not one.reading.relative
    ):
        return False
    return (
        point.year is not None
        and ref.year is not None
        and (point.year, point.month_number() or 12) < (ref.year, ref.month_number() or 0)
    )


def _match_at(tokens: Tokens, pack: LanguagePack, anchors: Anchors, at: int) -> tuple[list[Found], int]:
    """What the longest accepted match at a token gives, and where to go on; no pieces at all passes over the words."""
    matches: list[tuple[int, int, re.Match[str], Rule]] = []
    for order, (pattern, rule) in enumerate(pack.by_first[tokens.tags[at]]):
        match = pattern.match(tokens.tags, at)
        if match is not None and match.end() > at:
            matches.append((-match.end(), order, match, rule))
    matches.sort(key=lambda m: m[:2])
    for _, _, match, rule in matches:
        try:
            made = rule.build(Hit(tokens, match, anchors))
        except OverflowError:  # beyond the first or last day of the calendar
            made = None
        if isinstance(made, Pieces):
            found = [Found(first, last, reading, rule.name) for first, last, reading in made.parts]
            return found, found[-1].end if found else match.end()
        if made is not None:
            return [Found(at, match.end(), made, rule.name)], match.end()
    return [], at + 1


def _grow(tokens: Tokens, pack: LanguagePack, anchors: Anchors, one: Found, floor: int) -> Found:
    """Take in the words around the expression that belong to it."""
    reading, start, end = one.reading, one.start, one.end
    tags = tokens.tags
    if (
        reading.timex_type == "DURATION"
        and tokens.word(end) == "of"
        and _FIRST_OR_LAST & set(words_of(tokens, start, end))
    ):
        inner = (
            _match_at(tokens, pack, anchors, end + 1)[0]
            if end + 1 < len(tags) and tags[end + 1] in pack.by_first
            else []
        )
        if (
            len(inner) == 1
            and inner[0].reading.point is not None
            and inner[0].reading.point.gran in (MONTH, SEASON, YEAR)
        ):
            reading = _days_inside(reading, inner[0].reading, words_of(tokens, start, end))
            return Found(start, inner[0].end, reading, one.rule)
    if reading.point is not None:
        for pattern, modifier in pack.after:
            match = pattern.match(tags, end)
            if match is not None:
                changed = modifier.effect(reading, words_of(tokens, end, match.end()))
                if changed is not None:
                    reading, end = changed, match.end()
                    break
    rows = (
        pack.before
        if reading.point is not None and reading.timex_type in ("DATE", "TIME") and not reading.needs_date
        else ()
    )
    quantified = reading.timex_type == "DURATION" or one.rule in ("offset", "vague-offset")
    for _ in range(3):
        if start <= floor:
            break
        for pattern, modifier in pack.quantifiers if quantified else rows:
            low = max(floor, start - 8)
            match = pattern.search(tags[low:start])
            if match is None:
                continue
            first = low + match.start()
            words = words_of(tokens, first, start)
            if (
                quantified
                and words[-1] in ("over", "some", "around", "about")
                and (tokens.word(start) in ("the", "this", "these", "those") or one.rule == "compound-period")
            ):
                continue
            if anchors.mode != NARRATIVE and words in (["just"], ["only"]):
                continue  # TIMEX3 leaves these outside, TIMEX2 takes them in
            changed = modifier.effect(reading, words)
            if changed is not None:
                reading, start = changed, first
                break
        else:
            break
    return Found(_without_article(tokens, start, end, reading), end, reading, one.rule)


_TAKES_THE = frozenset(("and", "or", "to", "that", "when", "in", "on", "at", "by", "with", "for", "as", "were", "was",
    "had", "is", "has", "are", "after", "before", "but", "he", "she", "they", "it", "until", "from", "which", "of",
    "while", "where", "the", "a"))  # fmt: skip


def _without_article(tokens: Tokens, start: int, end: int, reading: Reading) -> int:
    """Where the expression begins when its article belongs to the noun after it: the mid-December *shooting*."""
    if tokens.word(start) != "the" or end - start < 2 or tokens.gap(end) != " " or tokens.word(end) in _TAKES_THE:
        return start
    point = reading.point
    if point is None or not tokens.word(end).isalpha():
        return start
    inside = words_of(tokens, start + 1, end)
    hyphened = len(inside) > 2 and inside[-2] in ("-", "‑", "‐") and point.gran not in (DAY, MONTH)
    dated = point.gran in (DAY, MONTH) and "of" not in inside
    return start + 1 if hyphened or (dated and inside[0] in ("mid", "early", "late")) else start


def _days_inside(duration: Reading, inner: Reading, words: list[str]) -> Reading:
    span = inner.when
    amount = re.match(r"P(\d+)([DWM])", duration.value)
    if span is None or span.start is None or span.end is None or amount is None or inner.point is None:
        return replace(duration, when=span, relative=inner.relative, approximate=True)
    count, unit = int(amount[1]), amount[2]
    if unit == "M":
        first = inner.point.month_number() or 1
        year = inner.point.year or 1
        last = {"month": first, "season": first + 2, "year": 12}.get(inner.point.gran, 12)
        low, high = (
            (first, min(first + count - 1, last))
            if "first" in words or "opening" in words or "initial" in words
            else (max(last - count + 1, first), last)
        )
        when = (
            DateSpan.interval(DateSpan.month(year, low).start, DateSpan.month(year, high).end) if high <= 12 else span
        )
    else:
        days = min(count * (7 if unit == "W" else 1), span.days or 1)
        ordinal = (span.start.toordinal(), span.start.toordinal() + days - 1)
        if not {"first", "opening", "initial"} & set(words):
            ordinal = (span.end.toordinal() - days + 1, span.end.toordinal())
        first_day, last_day = (date.fromordinal(n) for n in ordinal)
        when = DateSpan.day(first_day) if first_day == last_day else DateSpan.interval(first_day, last_day)
    return replace(duration, when=when, relative=inner.relative)
