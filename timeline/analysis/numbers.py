"""Reported numbers as what they allow, and whether two of them can both be true."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.lexicon.fold import fold
from timeline.lexicon.tables import read_table

_PART = re.compile(r"\b(?:including|among|one of|some of|of whom|of them|most of|mostly)\b")
_WORD = re.compile(r"[^\W\d_]+")
_NOT_PEOPLE = ("target", "weapon:", "revised")
_ABOUT = 0.1  # "about 1,000" allows 900 to 1,100
_VAGUE = 2.5  # "dozens" (24–99) are not held against 20, nor "millions" against more than ten
_SIGNS = {"ge": "at least ", "gt": "more than ", "le": "at most ", "lt": "fewer than "}


@cache
def relating_words() -> Mapping[str, frozenset[str]]:
    """The word classes of ``data/lexicons/relating.csv``."""
    return {row["class"]: frozenset(row["words"].split()) for row in read_table("relating")}


@cache
def _people() -> Mapping[str, str]:
    classes = relating_words().items()
    return {word: name for name, words in classes if not name.startswith(_NOT_PEOPLE) for word in words}


@dataclass(frozen=True, slots=True)
class Number:
    """One reported number; ``counted`` are the kinds of people its words name, none for people at large.

    ``revised`` says that the words themselves tell of a change: "rose to 115".
    """

    kind: str
    scope: str
    low: int | None
    high: int | None
    comparator: str
    text: str
    counted: frozenset[str] = frozenset()
    revised: bool = False

    @property
    def value(self) -> int:
        """The number that is said: the bound for "more than" and "fewer than", the middle of a range."""
        if self.low is None or self.high is None:
            return self.low if self.low is not None else self.high or 0
        return (self.low + self.high) // 2

    @property
    def allowed(self) -> tuple[float, float]:
        """Least and most the words allow, both inclusive; "more than 100" allows 100, as round numbers are meant."""
        low = float(self.low) if self.low is not None else 0.0
        high = float(self.high) if self.high is not None else float("inf")
        if self.comparator == "approx" and self.low == self.high:
            return low * (1 - _ABOUT), high * (1 + _ABOUT)
        if self.vague:
            return low / _VAGUE, high * _VAGUE
        if self.comparator in ("ge", "gt"):
            high = float("inf")
        return (0.0, high) if self.comparator in ("le", "lt") else (low, high)

    @property
    def vague(self) -> bool:
        """Whether it is a word such as "dozens" rather than a number."""
        return (
            self.comparator == "approx"
            and self.low is not None
            and self.high is not None
            and self.high >= 2 * max(self.low, 1)
        )

    @property
    def words(self) -> str:
        """The number as its source bounds it: ``14``, ``at least 15``, ``about 1,000``, ``24–99``."""
        sign = _SIGNS.get(self.comparator, "")
        if self.low is not None and self.high is not None and self.low != self.high and not sign:
            return f"{self.low:,}–{self.high:,}"
        about = "about " if self.comparator == "approx" else ""
        return f"{about}{sign}{self.value:,}"

    @property
    def said(self) -> str:
        """The number with what it counts: ``at least 15 killed``, ``12 killed (soldiers)``."""
        people = f" ({', '.join(sorted(self.counted))})" if self.counted - {self.kind} else ""
        return self.words + ("" if self.kind == "other" else f" {self.kind}") + people

    def comparable(self, other: Number) -> bool:
        """Whether both count the same: kind, scope and kinds of people; "5 soldiers" does not measure "9 civilians"."""
        return (self.kind, self.scope, self.counted) == (other.kind, other.scope, other.counted)

    def agrees(self, other: Number) -> bool:
        """Whether some number satisfies both; meaningful for comparable numbers only."""
        (low, high), (least, most) = self.allowed, other.allowed
        return low <= most and least <= high

    def same_toll(self, other: Number) -> bool:
        """Whether both give the very same number of an incident, whoever is counted."""
        return (
            self.kind == other.kind
            and self.scope == other.scope == "event"
            and self.low == other.low
            and self.low is not None
            and "lt" not in (self.comparator, other.comparator)
        )


def people_counted(text: str) -> frozenset[str]:
    """The kinds of people that a quantity's words name."""
    people, folded = _people(), fold(text)
    part = _PART.search(folded, 1)  # "four people including a child" counts people, "including a child" a child
    words = _WORD.findall(folded[: part.start()] if part else folded)
    return frozenset(people[word] for word in words if word in people)


def tells_change(text: str) -> bool:
    """Whether the words say that an earlier number has been overtaken."""
    return not relating_words()["revised"].isdisjoint(_WORD.findall(fold(text)))
