"""Numbers with what bounds them: "at least 15", "two or three", "between 10 and 15", "100 or more"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from timeline.extract.quantities.lexicon import word_set
from timeline.extract.quantities.numerals import Amount, is_number_word, read_number, scale_of
from timeline.extract.quantities.sentence import Sentence
from timeline.lexicon.tables import read_table, split_list
from timeline.model import Comparator

_DASHES = frozenset("-–—")
_OPEN_TOP = frozenset((Comparator.GE, Comparator.GT))
_OPEN_BOTTOM = frozenset((Comparator.LE, Comparator.LT))
Bound = tuple[tuple[str, ...], Comparator]


@cache
def _bounds(place: str) -> dict[str, tuple[Bound, ...]]:
    """Phrases of ``quantity_bounds.csv`` by the word next to the number, longest first."""
    table: dict[str, list[Bound]] = {}
    rows = (row for row in read_table("quantity_bounds") if row["place"] == place)
    pairs = [(tuple(p.split()), Comparator(row["comparator"])) for row in rows for p in split_list(row["phrases"])]
    for words, comparator in sorted(pairs, key=lambda pair: -len(pair[0])):
        table.setdefault(words[-1 if place == "before" else 0], []).append((words, comparator))
    return {word: tuple(found) for word, found in table.items()}


def find_amounts(s: Sentence) -> list[Amount]:
    """Every number of a sentence, ranges as one, with its comparator."""
    found: list[Amount] = []
    at, floor = 0, 0
    while at < len(s.lows):
        amount = read_number(s, at)
        if amount is None:
            at += 1
            continue
        amount = _bounded(s, _ranged(s, amount), floor)
        found.append(amount)
        floor = at = amount.last + 1
    return found


def is_changed_from(s: Sentence, at: int) -> bool:
    """Whether the number at a word is the one before a change: "rose from 30 to 45"."""
    return s.low(at - 1) == "from" and not word_set("change").isdisjoint(s.lows[max(0, at - 4) : at - 1])


def _ranged(s: Sentence, amount: Amount) -> Amount:
    """Joined with a second number: 10 to 15, 10-15, two or three, between 10 and 15."""
    link, opener, here = s.low(amount.last + 1), s.low(amount.first - 1), amount.last + 2
    if link not in {"to", "or"} and link not in _DASHES and not (link == "and" and opener == "between"):
        return amount
    if is_changed_from(s, amount.first):
        return amount
    while s.low(here) in word_set("halfway") and (opener not in {"between", "from"} or link == "to"):
        here += 1
    other = read_number(s, here)
    if other is None or amount.low is None or other.low is None or other.high is None:
        return amount
    low = _shared_scale(s, amount, other)
    if other.high <= low or (amount.vague and not other.vague) or (link == "or" and other.low > 3 * low):
        return amount
    start = amount.first - 1 if opener == "between" or (opener == "from" and link == "to") else amount.start
    comparator = Comparator.APPROX if amount.vague else Comparator.RANGE
    first = min(start, amount.first)
    return Amount(start, first, other.last, low, other.high, comparator, amount.vague, other.linked, amount.figure)


def _shared_scale(s: Sentence, amount: Amount, other: Amount) -> int:
    """The lower number, in the scale named only once: 2 to 3 million, two or three dozen."""
    low, scale = amount.low or 0, scale_of(s.low(other.last))
    if not scale or scale_of(s.low(amount.last)):
        return low
    small = {12: 12, 100: 10}.get(scale, 1000)
    return low * scale if low < small and low * scale <= (other.low or 0) else low


def _bounded(s: Sentence, amount: Amount, floor: int) -> Amount:
    """With the words before and after it that bound it, none of them before ``floor``."""
    comparator: Comparator | None = None
    start, last = amount.start, amount.last
    for _ in range(3):
        match = _bound_before(s, start, floor)
        if match is None:
            break
        start = match[0]
        if comparator is None or match[1] is not Comparator.APPROX:
            comparator = match[1]
    for words, found in _bounds("after").get(s.low(last + 1), ()):
        if s.lows[last + 1 : last + 1 + len(words)] == list(words) and _closes(s, words, last):
            last += len(words)
            comparator = found
            break
    if comparator is None:
        return replace(amount, start=start, last=last)
    if amount.comparator is Comparator.RANGE and comparator is Comparator.APPROX:
        comparator = Comparator.RANGE
    low = None if comparator in _OPEN_BOTTOM else amount.low
    high = None if comparator in _OPEN_TOP else amount.high
    return replace(amount, start=start, last=last, low=low, high=high, comparator=comparator)


def _closes(s: Sentence, words: tuple[str, ...], last: int) -> bool:
    """“100 plus”, "12 at least"; but "12 at least three" and "12 plus 3" begin something else."""
    after = s.low(last + 1 + len(words))
    if words in {("at", "least"), ("plus",)}:
        return not (after[:1].isdigit() or is_number_word(after) or after in {"a", "another"})
    return True


def _bound_before(s: Sentence, start: int, floor: int) -> tuple[int, Comparator] | None:
    for words, comparator in _bounds("before").get(s.low(start - 1), ()):
        begin = start - len(words)
        if begin >= floor and s.lows[begin:start] == list(words):
            return begin, comparator
    return None
