"""Numbers in figures and words: 1,000 and 2.3 million, twenty-five, two dozen, a few hundred, tens of thousands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from timeline.extract.quantities.lexicon import nouns
from timeline.extract.quantities.sentence import Sentence
from timeline.lexicon.tables import read_table
from timeline.model import Comparator

_FIGURES = re.compile(r"\d{1,3}(?:[,.' ]\d{3})+\Z|\d{1,12}(?:\.\d{1,3})?\Z")
_DECIMAL = re.compile(r"\d{1,12}(?:\.\d{1,3})?\Z")
_MIXED = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)(k|m|mn|million|½)\Z")
_GLUED = {"k": 1000, "m": 10**6, "mn": 10**6, "million": 10**6}
_PLURAL_SCALES = frozenset(("dozens", "hundreds", "thousands", "millions", "tens"))
_STRONG = re.compile(r"(\d{1,3}(?:[,.']\d{3})+|\d{1,9})-(?:strong|man)\Z")
_BAND = 20  # a smaller "12-man" crew is no strength of a force
_HALVES = frozenset(("½", "1/2"))
_LINKS = frozenset(("to", "and", "or", "-", "–"))
_MOST = 10**11  # about as many people as ever lived; more is no count, and the tables hold 64 bits


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from word ``first`` to word ``last``; ``start`` is where its comparator begins.

    ``low``/``high`` are the range it allows. ``vague`` marks words such as dozens, ``linked`` those that take "of",
    ``figure`` what is written in figures.
    """

    start: int
    first: int
    last: int
    low: int | None
    high: int | None
    comparator: Comparator
    vague: bool = False
    linked: bool = False
    figure: bool = False


@cache
def numbers(kind: str) -> Mapping[str, tuple[int, int]]:
    """Words of a class of ``quantity_numbers.csv`` (cardinal, scale, vague, several, of), lowest and highest worth."""
    return {
        row["word"]: (int(row["low"]), int(row["high"]))
        for row in read_table("quantity_numbers")
        if row["class"] == kind
    }


def scale_of(word: str) -> int | None:
    """The worth of hundred, thousand, dozen."""
    found = numbers("scale").get(word)
    return found[0] if found else None


def is_number_word(word: str) -> bool:
    """Whether a word is a number by itself."""
    return word in numbers("cardinal") or word in numbers("vague") or word in numbers("scale")


def read_number(s: Sentence, at: int) -> Amount | None:
    """The number that begins at a word, without what bounds it; ``None`` as well for more than can be counted."""
    if at and s.low(at) in numbers("scale") and s.low(at - 1)[:1].isdigit():
        return None  # the scale of figures that were refused
    found = _read(s, at)
    return None if found is not None and (found.low or 0) > _MOST else found


def _read(s: Sentence, at: int) -> Amount | None:
    low = s.low(at)
    if low[:1].isdigit():
        return _figures(s, at)
    if low in numbers("cardinal") or low in numbers("scale"):
        return _spelled(s, at)
    if low in numbers("vague"):
        return _vague(s, at)
    if low == "many" and s.low(at + 1) in _PLURAL_SCALES:
        return replace(_vague(s, at + 1), start=at, first=at)
    if (
        low == "both"
        and s.low(at + 2) not in {"and", "or"}
        and (noun := nouns().get(s.low(at + 1)))
        and noun.plural
        and noun.kind in {"people", "fighters"}
    ):
        return _exact(at, at, 2)
    if low == "half":
        return _half(s, at, at + 1 if s.low(at + 1) in {"a", "of"} else at)
    return _with_article(s, at) if low in {"a", "an"} else None


def value_of(word: str) -> float | None:
    """The worth of figures, with separators of thousands or decimals."""
    if not _FIGURES.match(word):
        return None
    groups = re.split(r"[,.' ]", word)
    if len(groups) > 1 and all(len(g) == 3 for g in groups[1:]) and groups[0] != "0":
        return float("".join(groups))
    return float(word) if _DECIMAL.match(word) else None


def _exact(first: int, last: int, value: int, comparator: Comparator = Comparator.EQ, **more: bool) -> Amount:
    return Amount(first, first, last, value, value, comparator, **more)


def _figures(s: Sentence, at: int) -> Amount | None:
    low, last = s.lows[at], at
    if (strong := _STRONG.match(low)) is not None:
        value = value_of(strong[1])
        return _exact(at, at, round(value), figure=True) if value and value >= _BAND else None
    value = value_of(low)
    if value is None:
        mixed = _MIXED.match(low)
        if mixed is None:
            return None
        value = float(mixed[1]) + 0.5 if mixed[2] == "½" else float(mixed[1]) * _GLUED[mixed[2]]
    scale = scale_of(s.low(at + 1))
    if s.low(at + 1) in _HALVES and (of_half := scale_of(s.low(at + 2))):
        value, last = (value + 0.5) * of_half, at + 2  # 2½ million
    elif scale and not low.startswith("0"):
        value, last = value * scale, at + 1
    elif value != int(value):
        scale = scale_of(s.low(at + 3))  # 1.1 to 1.2 million
        if not scale or s.low(at + 1) not in _LINKS or value_of(s.low(at + 2)) is None:
            return None
        value *= scale
    return _exact(at, last, round(value), figure=True)


def _spelled(s: Sentence, at: int) -> Amount | None:
    """Number words: twenty five, two hundred and fifty thousand, two dozen."""
    cardinals = numbers("cardinal")
    if s.low(at) in cardinals and s.lows[at + 1 : at + 4] == ["and", "a", "half"] and (half := scale_of(s.low(at + 4))):
        return _exact(at, at + 4, cardinals[s.low(at)][0] * half + half // 2)
    total, current, last, here = 0, 0, at - 1, at
    if (scale := scale_of(s.low(at))) is not None:
        if scale < 100 or s.low(at - 1) in _HALVES:
            return None  # "dozen" alone
        if s.low(at + 1) == "of" and s.low(at) + "s" in numbers("vague"):
            low, high = numbers("vague")[s.low(at) + "s"]  # "thousand of refugees"
            return Amount(at, at, at, low, high, Comparator.APPROX, vague=True, linked=True)
        current = 1
    while True:
        word = s.low(here)
        scale = scale_of(word)
        if word in cardinals:
            value, ones = cardinals[word][0], current % 100
            goes_on = ones == 0 if s.low(last) in numbers("scale") else ones >= 20 and ones % 10 == 0 and value < 10
            if last >= at and not goes_on:
                break
            current += value
        elif scale:
            if scale < 1000:
                current = max(current, 1) * scale
            else:
                total, current = total + max(current, 1) * scale, 0
        elif word == "and" and _and_goes_on(s, here, at):
            here += 1
            continue
        else:
            break
        last = here
        here += 1
    if last < at:
        return None
    rough = s.low(last) in {"dozen", "score"}
    return _exact(at, last, total + current, Comparator.APPROX if rough else Comparator.EQ)


def _and_goes_on(s: Sentence, here: int, at: int) -> bool:
    """The "and" of "two hundred and fifty", not of "two hundred and three hundred"."""
    if here <= at or not scale_of(s.low(here - 1)) or s.low(here + 1) not in numbers("cardinal"):
        return False
    return s.low(here - 1) not in {"dozen", "score"} and s.low(here + 2) not in {"hundred", "dozen"}


def _vague(s: Sentence, at: int) -> Amount:
    """Dozens, hundreds, several hundred, tens of thousands."""
    word, after, last = s.lows[at], s.low(at + 1), at
    low, high = numbers("vague")[word]
    joined = numbers("of").get(f"{word} of {s.low(at + 2)}") if after == "of" else None
    if joined:
        (low, high), last = joined, at + 2
    elif word == "several" and (some := numbers("several").get(after) or numbers("several").get(after[:-1])):
        (low, high), last = some, at + 1
    return Amount(at, at, last, low, high, Comparator.APPROX, vague=True, linked=word != "several" or last > at)


def _half(s: Sentence, at: int, here: int) -> Amount | None:
    """Half a million, half a dozen; ``here`` is the word before the scale."""
    scale = scale_of(s.low(here + 1))
    return _exact(at, here + 1, scale // 2, Comparator.APPROX) if scale in {12, 10**6, 10**9} else None


def _with_article(s: Sentence, at: int) -> Amount | None:
    """A dozen, a hundred and fifty, a few hundred, a couple of, a quarter of a million."""
    here = at + 2 if s.low(at + 1) == "good" else at + 1
    noun = s.low(here)
    if noun == "half":
        return _half(s, at, here)
    if s.lows[here : here + 4] == ["quarter", "of", "a", "million"]:
        return _exact(at, here + 3, 250_000, Comparator.APPROX)
    if noun in {"few", "handful"}:
        some = numbers("several").get(s.low(here + 1)) if noun == "few" else None
        low, high = some or (3, 9)
        return Amount(at, at, here + bool(some), low, high, Comparator.APPROX, vague=True, linked=noun == "handful")
    if noun in {"couple", "pair"}:
        comparator = Comparator.APPROX if noun == "couple" else Comparator.EQ
        return _exact(at, here, 2, comparator, linked=True) if s.low(here + 1) == "of" else None
    scale = scale_of(noun)
    if scale is None:
        return None
    value, last = scale, here
    if scale in {100, 1000} and (inner := _spelled(s, here)) is not None and not inner.vague:
        value, last = inner.low or value, inner.last
    if s.lows[last + 1 : last + 4] == ["and", "a", "half"]:
        value, last = value + scale // 2, last + 3
    rough = scale < 100
    return _exact(at, last, value, Comparator.APPROX if rough else Comparator.EQ, linked=noun == "score")
