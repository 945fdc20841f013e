"""Numbers in words and figures, with what bounds them: "at least 15", "two or three", "tens of thousands"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from timeline.extract.quantities.lexicon import word_set
from timeline.extract.quantities.sentence import Sentence
from timeline.model import Comparator

_UNITS = {w: n for n, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())}  # fmt: skip
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_CARDINALS = _UNITS | _TENS | {f"{t}-{u}": a + b for t, a in _TENS.items() for u, b in _UNITS.items() if 0 < b < 10}
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "dozen": 12,
    "score": 20,
    "lakh": 10**5,
}
_GLUED = {"k": 1000, "m": 10**6, "mn": 10**6, "million": 10**6}
# Words that stand for a range, as CLAIMS.md reads them: (lowest, highest).
_VAGUE = {"dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
          "millions": (2 * 10**6, 10**7 - 1), "several": (3, 9), "handful": (3, 9), "tens": (20, 99)}  # fmt: skip
_OF_VAGUE = {"tens": 10, "dozens": 24, "scores": 40, "hundreds": 100}
_SEVERAL = {"dozen": (36, 99), "hundred": (300, 999), "thousand": (3000, 9999), "million": (3 * 10**6, 10**7 - 1),
            "score": (60, 99)}  # fmt: skip
_FIGURES = re.compile(r"\d{1,3}(?:[,.' ]\d{3})+\Z|\d{1,12}(?:\.\d{1,3})?\Z")
_DECIMAL = re.compile(r"\d{1,12}(?:\.\d{1,3})?\Z")
_MIXED = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)(k|m|mn|million)\Z")
_BEFORE: tuple[tuple[str, Comparator], ...] = tuple(
    (phrase, comparator)
    for comparator, phrases in (
        (Comparator.GE, "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|as few as|not under"
                        "|minimum of|at the least|at the very least|atleast|at minimum"),
        (Comparator.GT, "more than|over|above|in excess of|exceeding|upwards of|upward of|well over|greater than|beyond"
                        "|surpassing|topping|much more than|far more than|well above|just over|slightly over|a little over"
                        "|slightly more than|a little more than|just above|well more than|surpassed|exceeded|exceeds"
                        "|topped|tops|surpasses|passed"),
        (Comparator.LE, "up to|as many as|a maximum of|maximum of|no more than|not more than|at most|at the most"
                        "|as high as|as much as|upto"),
        (Comparator.LT, "fewer than|less than|under|below|well under|just under|not quite|just below"),
        (Comparator.APPROX, "some|about|around|roughly|approximately|nearly|almost|an estimated|estimated|close to|near"
                            "|circa|ca|c|approx|~|≈|in the region of|in the order of|in the neighborhood of"
                            "|in the neighbourhood of|somewhere around|something like|approaching|nearing|perhaps|maybe"
                            "|anything like|on the order of|an average of|virtually|practically|probably|possibly"
                            "|around about|an approximate|some estimated"),
    )
    for phrase in phrases.split("|")
)  # fmt: skip
_BY_LAST: dict[str, list[tuple[tuple[str, ...], Comparator]]] = {}
for _phrase, _comparator in sorted(_BEFORE, key=lambda row: -len(row[0].split())):
    _BY_LAST.setdefault(_phrase.split()[-1], []).append((tuple(_phrase.split()), _comparator))
_AFTER = {("or", "more"): Comparator.GE, ("or", "so"): Comparator.APPROX, ("+",): Comparator.GE,
          ("or", "fewer"): Comparator.LE, ("or", "less"): Comparator.LE, ("plus",): Comparator.GE,
          ("or", "thereabouts"): Comparator.APPROX, ("odd",): Comparator.APPROX, ("-", "odd"): Comparator.APPROX,
          ("and", "more"): Comparator.GE, ("at", "least"): Comparator.GE, ("or", "thereabout"): Comparator.APPROX}  # fmt: skip
_HALFWAY = frozenset("about perhaps even some around as many high possibly nearly more than over".split())
_CHANGES = word_set("change")
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from word ``first`` to word ``last``; ``start`` is where its comparator begins.

    ``low``/``high`` are the range it allows. ``vague`` marks words such as dozens, ``linked`` those that take "of".
    """

    start: int
    first: int
    last: int
    low: int | None
    high: int | None
    comparator: Comparator
    vague: bool = False
    linked: bool = False
    figure: bool = False  # written in figures


def find_amounts(sentence: Sentence) -> list[Amount]:
    """Every number of a sentence, ranges as one, with its comparator."""
    found: list[Amount] = []
    at, floor = 0, 0
    while at < len(sentence.lows):
        amount = _number(sentence, at)
        if amount is None:
            at += 1
            continue
        amount = _ranged(sentence, amount)
        amount = _bounded(sentence, amount, floor)
        found.append(amount)
        floor = at = amount.last + 1
    return found


def value_of(word: str) -> float | None:
    """The worth of figures, with separators of thousands or decimals."""
    if not _FIGURES.match(word):
        return None
    groups = re.split(r"[,.' ]", word)
    if len(groups) > 1 and all(len(g) == 3 for g in groups[1:]) and groups[0] != "0":
        return float("".join(groups))
    return float(word) if _DECIMAL.match(word) else None


def _number(s: Sentence, at: int) -> Amount | None:
    low = s.lows[at]
    first = low[:1]
    if first.isdigit():
        value, figure = value_of(low), True
        if value is None:
            mixed = _MIXED.match(low)
            if mixed is None:
                return None
            value = float(mixed[1]) * _GLUED[mixed[2]]
    elif low in _CARDINALS or low in _SCALES:
        return _spelled(s, at)
    elif low in _VAGUE:
        return _vague(s, at)
    elif low in {"a", "an", "half", "many"}:
        return _with_article(s, at)
    else:
        return None
    last = at
    if s.low(at + 1) in _SCALES and not low.startswith("0"):
        value, last = value * _SCALES[s.low(at + 1)], at + 1
    elif value != int(value):
        scale = s.low(at + 3)  # 1.1 to 1.2 million
        if (
            scale not in _SCALES
            or s.low(at + 1) not in {"to", "and", "or", "-", "–"}
            or value_of(s.low(at + 2)) is None
        ):
            return None
        value *= _SCALES[scale]
    return _exact(at, last, round(value), figure=figure)


def _exact(first: int, last: int, value: int, **more: bool) -> Amount:
    return Amount(first, first, last, value, value, Comparator.EQ, **more)


def _spelled(s: Sentence, at: int) -> Amount | None:
    """Number words: twenty five, two hundred and fifty thousand, two dozen."""
    total, current, last, here = 0, 0, at - 1, at
    if s.low(at) in _SCALES:
        if s.low(at) in {"score", "dozen"}:
            return None
        if s.low(at + 1) == "of" and s.low(at - 1) not in _CARDINALS and s.low(at) != "billion":
            low, high = _VAGUE[s.low(at) + "s"]  # "thousand of refugees"
            return Amount(at, at, at, low, high, Comparator.APPROX, vague=True, linked=True)
        current = 1
    while True:
        word = s.low(here)
        if (
            word == "and"
            and last >= at
            and s.low(last) in _SCALES
            and s.low(here + 1) in _CARDINALS
            and current % 100 == 0
        ):
            if s.low(here + 2) in {"hundred", "dozen"}:
                break
            here += 1
            continue
        if word in _CARDINALS:
            value = _CARDINALS[word]
            ones = current % 100
            if last >= at and not (ones == 0 or (ones >= 20 and ones % 10 == 0 and value < 10)):
                break
            if last >= at and s.low(last) not in _SCALES and ones == 0:
                break
            current += value
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale < 1000:
                current = max(current, 1) * scale
            else:
                total, current = total + max(current, 1) * scale, 0
        else:
            break
        last = here
        here += 1
    if last < at:
        return None
    approximate = s.low(last) in {"dozen", "score"}
    amount = _exact(at, last, total + current)
    return replace(amount, comparator=Comparator.APPROX) if approximate else amount


def _vague(s: Sentence, at: int) -> Amount:
    word = s.lows[at]
    low, high = _VAGUE[word]
    last = at
    if word == "several" and s.low(at + 1) in _SEVERAL:
        low, high = _SEVERAL[s.low(at + 1)]
        last = at + 1
    elif word in _OF_VAGUE and s.low(at + 1) == "of" and s.low(at + 2) in {"thousands", "millions", "hundreds"}:
        scale = {"thousands": 1000, "millions": 10**6, "hundreds": 100}[s.low(at + 2)]
        factor = {"tens": 20, "hundreds": 200}.get(word, _OF_VAGUE[word])
        top = {"tens": 100, "hundreds": 1000}.get(word, 100)
        low, high, last = factor * scale, top * scale - 1, at + 2
    elif word == "several" and s.low(at + 1) in {"hundreds", "thousands", "dozens", "millions"}:
        low, high = _SEVERAL[s.low(at + 1)[:-1]]
        last = at + 1
    return Amount(at, at, last, low, high, Comparator.APPROX, vague=True, linked=word != "several" or last > at)


def _with_article(s: Sentence, at: int) -> Amount | None:
    """A dozen, a hundred, a few, a couple of, half a million."""
    word, here = s.lows[at], at
    if word == "many":
        after = s.low(at + 1)
        if after in {"hundreds", "thousands", "dozens", "tens", "millions"}:
            return replace(_vague(s, at + 1), start=at, first=at)
        return None
    half = word == "half"
    if half:
        here = at + 1 if s.low(at + 1) in {"a", "of"} else at
        scale = s.low(here + 1)
        if scale not in {"million", "dozen", "billion"}:
            return None
        value = _SCALES[scale] // 2
        return replace(_exact(at, here + 1, value), comparator=Comparator.APPROX)
    if word in {"a", "an"}:
        here = at + 1
        if s.low(here) == "good":
            here += 1
        if s.low(here) == "half" and s.low(here + 1) in {"million", "dozen"}:
            value = _SCALES[s.low(here + 1)] // 2
            return replace(_exact(at, here + 1, value), comparator=Comparator.APPROX)
        if (
            s.low(here) == "quarter"
            and s.low(here + 1) == "of"
            and s.low(here + 2) == "a"
            and s.low(here + 3) in {"million"}
        ):
            return replace(_exact(at, here + 3, 250_000), comparator=Comparator.APPROX)
    noun = s.low(here)
    if noun in {"dozen", "hundred", "thousand", "million", "score", "billion"} and here > at:
        value, last = _SCALES[noun], here
        if noun in {"hundred", "thousand"}:
            inner = _spelled(s, here)
            if inner is not None:
                value, last = inner.low or value, inner.last
        vague = noun in {"dozen", "score"}
        if s.lows[last + 1 : last + 4] == ["and", "a", "half"]:
            value, last = value + _SCALES[noun] // 2, last + 3
        amount = _exact(at, last, value, linked=noun == "score")
        return replace(amount, comparator=Comparator.APPROX) if vague else amount
    if noun == "few" and here > at:
        low, high, last = 3, 9, here
        if s.low(here + 1) in _SEVERAL:
            low, high = _SEVERAL[s.low(here + 1)]
            last = here + 1
        return Amount(at, at, last, low, high, Comparator.APPROX, vague=True)
    if noun in {"couple", "pair"} and here > at:
        comparator = Comparator.APPROX if noun == "couple" else Comparator.EQ
        return Amount(at, at, here, 2, 2, comparator, linked=True) if s.low(here + 1) == "of" else None
    if noun == "handful" and here > at:
        return Amount(at, at, here, 3, 9, Comparator.APPROX, vague=True, linked=True)
    return None


def _ranged(s: Sentence, amount: Amount) -> Amount:
    """Joined with a second number: 10 to 15, 10-15, two or three, between 10 and 15."""
    link, here = s.low(amount.last + 1), amount.last + 2
    between = s.low(amount.first - 1) in {"between", "from"}
    if link == "and" and s.low(amount.first - 1) != "between":
        return amount
    if link not in {"to", "or", "and"} and link not in _DASHES:
        return amount
    if s.low(amount.first - 1) == "from" and not _CHANGES.isdisjoint(
        s.lows[max(0, amount.first - 4) : amount.first - 1]
    ):
        return amount  # "rose from 30 to 45" is no range
    while s.low(here) in _HALFWAY and (not between or link == "to"):
        here += 1
    other = _number(s, here) if here < len(s.lows) else None
    if other is None or amount.low is None or other.high is None:
        return amount
    low = amount.low
    scale = _SCALES.get(s.low(other.last))
    if scale and scale >= 12 and low < 1000 <= low * scale <= (other.low or 0) and s.low(amount.last) not in _SCALES:
        low *= scale  # 2 to 3 million
    elif scale == 12 and low < 12 and s.low(amount.last) not in _SCALES:
        low *= scale  # two or three dozen
    elif scale == 100 and low < 10:
        low *= scale
    if link in {"or"} and (other.low or 0) > 3 * low:
        return amount
    if other.high <= low or (amount.vague and not other.vague):
        return amount
    start = amount.first - 1 if s.low(amount.first - 1) == "between" else amount.start
    if s.low(amount.first - 1) == "from" and link == "to":
        start = amount.first - 1
    comparator = Comparator.APPROX if amount.vague else Comparator.RANGE
    return Amount(start, start if start < amount.first else amount.first, other.last, low, other.high, comparator,
                  vague=amount.vague, linked=other.linked, figure=amount.figure)  # fmt: skip


def _bounded(s: Sentence, amount: Amount, floor: int) -> Amount:
    """With the words before and after it that bound it."""
    comparator: Comparator | None = None
    start = amount.start
    for _ in range(3):
        match = _comparator_before(s, start, floor)
        if match is None:
            break
        start, found = match
        if comparator is None or found is not Comparator.APPROX:
            comparator = found
    last = amount.last
    for words, found in _AFTER.items():
        if tuple(s.lows[last + 1 : last + 1 + len(words)]) == words and _closes(s, words, last):
            last += len(words)
            comparator = found
            break
    if comparator is None:
        return replace(amount, start=start, last=last)
    low, high = amount.low, amount.high
    if comparator in {Comparator.GE, Comparator.GT}:
        high = None
    elif comparator in {Comparator.LE, Comparator.LT}:
        low = None
    if amount.comparator is Comparator.RANGE and comparator is Comparator.APPROX:
        comparator = Comparator.RANGE
    return replace(amount, start=start, last=last, low=low, high=high, comparator=comparator)


def _closes(s: Sentence, words: tuple[str, ...], last: int) -> bool:
    """ "12 or more", "100 plus"; but "12 and more were hurt", "12 at least three" begin something else."""
    if words == ("and", "more"):
        return False
    if words == ("at", "least"):
        after = s.low(last + 3)
        return not (after[:1].isdigit() or after in _CARDINALS or after in {"a", "another", "one"} or after in _VAGUE)
    if words == ("plus",):
        return not s.low(last + 2)[:1].isdigit()
    return True


def _comparator_before(s: Sentence, start: int, floor: int) -> tuple[int, Comparator] | None:
    for words, comparator in _BY_LAST.get(s.low(start - 1), ()):
        begin = start - len(words)
        if begin >= floor and s.lows[begin:start] == list(words):
            return begin, comparator
    return None
