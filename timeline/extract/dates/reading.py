"""What a rule makes of its match: the reading, the pieces of a list, and the hit through which it sees the tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from timeline.datespan import DateSpan
from timeline.extract.dates.english import CLASSES, NUMBER_WORDS
from timeline.extract.dates.point import Point
from timeline.extract.dates.tokens import Tokens

if TYPE_CHECKING:
    from timeline.extract.dates.anchors import Anchors


@dataclass(slots=True)
class Reading:
    """One resolved expression. ``point`` is set for what has a place on the calendar and may anchor what follows."""

    timex_type: str
    value: str
    when: DateSpan | None = None
    point: Point | None = None
    relative: bool = False
    mod: str | None = None
    resolution: str = ""
    alternatives: tuple[DateSpan, ...] = ()
    anchors: bool = True  # whether later expressions may count from it
    approximate: bool = False
    relation: str | None = None
    needs_date: bool = False  # a clock time that waits for its day


@dataclass(slots=True)
class Pieces:
    """Several expressions that one rule found: token ranges with readings. None at all: words to be passed over."""

    parts: list[tuple[int, int, Reading]]


def read_point(
    point: Point, *, relative: bool = False, resolution: str = "", alternatives: tuple[DateSpan, ...] = ()
) -> Reading:
    """The reading of a calendar point."""
    kind = "TIME" if point.tod else "DATE"
    return Reading(kind, point.value(), point.span(), point, relative, None, resolution, alternatives)


def read_ref(value: str) -> Reading:
    """A reference to past, present or future without a place on the calendar."""
    return Reading("DATE", value, anchors=False)


@dataclass(slots=True)
class Hit:
    """A rule's match at a place in the tokens."""

    tokens: Tokens
    match: re.Match[str]
    anchors: Anchors
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        """Note the token range."""
        self.start, self.end = self.match.span()

    def has(self, group: str) -> bool:
        """Whether the pattern's named group took part."""
        return group in self.match.re.groupindex and self.match.start(group) >= 0

    def at(self, group: str) -> int:
        """The index of the group's first token."""
        return self.match.start(group)

    def word(self, group: str) -> str:
        """The group's first token in small letters, without a closing full stop."""
        return self.tokens.word(self.match.start(group)).rstrip(".")

    def words(self, group: str) -> list[str]:
        """All tokens of the group."""
        first, last = self.match.span(group)
        return [self.tokens.word(i) for i in range(first, last)]

    def worth(self, group: str, name: str) -> object:
        """What the lexicon says the group's word is worth in a class."""
        return CLASSES[name][self.word(group)]

    def code(self, group: str, name: str) -> str:
        """The same as text (units, seasons)."""
        return str(self.worth(group, name))

    def number(self, group: str) -> int:
        """The number a digit, ordinal or number word stands for."""
        return number_of(self.word(group))

    def gap_is_space(self) -> bool:
        """Whether only blanks stand before the match."""
        return self.tokens.gap(self.start).strip(" \xa0") == "" and self.tokens.gap(self.start) != ""

    def before(self, back: int = 1) -> str:
        """The word before the match."""
        return self.tokens.word(self.start - back)

    def after(self, ahead: int = 0) -> str:
        """The word after the match."""
        return self.tokens.word(self.end + ahead)


def number_of(word: str) -> int:
    """1 for ``1``, ``1st``, ``first`` and ``one``; digits beyond six are cut, no date has them."""
    word = word.rstrip(".").strip("'’")
    for name in ("ORD", "NUMW"):
        if word in CLASSES[name]:
            return int(str(CLASSES[name][word]))
    digits = re.match(r"\d{1,6}", word)
    return int(digits[0]) if digits else 0


_NO_AMOUNT = frozenset((
    "-", "–", "‑", "‐", "and", "the", "of", "full", "whole", "just", "only", "(", ")", "[", "]",
))  # fmt: skip


def amount_of(words: list[str]) -> float | None:
    """What ``two and a half``, ``twenty-five``, ``a`` or ``1,200`` amount to; ``None`` for several, a few, dozens."""
    clean = [w for w in words if w not in _NO_AMOUNT]
    if not clean or any(w in ("few", "several", "some", "many", "dozens", "scores", "hundreds", "thousands",
        "numerous", "couples",
                              "various", "countless") for w in clean):  # fmt: skip
        return None
    total, current, half, seen = 0.0, 0.0, 0.0, False
    for word in clean:
        bare = word.replace(",", "")
        if re.fullmatch(r"\d{1,9}(\.\d{1,4})?", bare):
            if seen:
                break  # the second of "12 to 18": the lower one counts
            current, seen = float(bare), True
        elif word == "couple":
            current, seen = 2.0, True
        elif word in ("a", "an", "another", "one") and not seen:
            current, seen = 1.0, True
        elif word == "half":
            half = 0.5
        elif word == "quarter":
            half = 0.25
        elif word in ("to", "or"):
            break
        elif word in NUMBER_WORDS:
            worth = NUMBER_WORDS[word]
            seen = True
            if worth == 100 or word == "dozen":
                current = max(current, 1) * worth
            elif worth == 1000:
                total, current = total + max(current, 1) * 1000, 0
            else:
                current += worth
    if half and words and words[0] == "half":
        current = 0.0  # "half a year"
    return total + current + half if seen or half else None


def ordinal(number: int) -> str:
    """1 → 1st."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"


def in_words(when: date) -> str:
    """A day as prose: Friday 18 April 2014."""
    return f"{when:%A} {when.day} {when:%B} {when.year}"


def span_in_words(span: DateSpan | None) -> str:
    """A date span as prose."""
    if span is None:
        return "no day"
    if span.start is None or span.end is None:
        return f"from {in_words(span.start)}" if span.start else f"until {in_words(span.end or date.max)}"
    if span.start == span.end:
        return in_words(span.start)
    precision = span.precision.value
    if precision == "month":
        return f"{span.start:%B} {span.start.year}"
    if precision == "year":
        return str(span.start.year)
    if precision == "week":
        return f"the week of {in_words(span.start)}"
    return f"{span.start.day} {span.start:%B} {span.start.year} to {span.end.day} {span.end:%B} {span.end.year}"
