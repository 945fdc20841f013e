"""Counts: numbers with what they count, and the single persons of "a policeman was killed"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.extract.quantities.amounts import find_amounts
from timeline.extract.quantities.lexicon import word_set
from timeline.extract.quantities.numerals import Amount
from timeline.extract.quantities.phrases import Phrase, is_stop, read_phrase
from timeline.extract.quantities.refusals import is_refused
from timeline.extract.quantities.sentence import Sentence
from timeline.model import Comparator, QuantityKind, Scope, Span

_QUOTES = frozenset("\"“”‘'")
_SINGLES = frozenset(("a", "an", "another", "his", "her", "their"))
_DEFINITE = frozenset(("the", "these", "those"))
_OWNERS = frozenset(("their", "his", "its", "our", "her"))
_THEM = frozenset(("them", "whom", "which", "us", "you"))
_PEOPLE = frozenset(("people", "fighters", "protesters", "force", "demonym"))
_DEEDS = frozenset((QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.OTHER))


@dataclass(slots=True)
class Count:
    """A counted phrase, words ``start`` to ``last``, and what is found out about it on the way to a mention.

    ``left`` and ``right`` are the first and last word to quote once a governing word is known; ``cue`` is the word
    that makes it a part of another count ("including"), ``base`` and ``tail`` the ends of the list whose verb it
    shares, ``how`` the rule that settled it. Word numbers, -1 for none.
    """

    start: int
    first: int  # of the number itself
    last: int
    low: int | None
    high: int | None
    comparator: Comparator
    phrase: Phrase
    single: bool = False
    part: bool = False  # "10 of them"
    vague: bool = False
    cue: int = -1
    kind: QuantityKind | None = None
    how: str = ""
    base: int = -1
    tail: int = -1
    left: int = -1
    right: int = -1
    scope: Scope = Scope.EVENT
    refused: bool = False

    def settle(self, kind: QuantityKind, how: str, left: int | None = None, right: int | None = None) -> None:
        """Say what is counted, by which rule, quoted from word ``left`` to ``right``."""
        self.kind, self.how = kind, how
        self.left = min(self.start, self.start if left is None else left)
        self.right = max(self.last, self.last if right is None else right)

    @property
    def people(self) -> bool:
        """Whether people are counted, as far as the noun tells; a bare number may count people."""
        return self.named or self.phrase.noun in {"", "?"}

    @property
    def named(self) -> bool:
        """Whether the noun is known for one of people."""
        return self.phrase.noun in _PEOPLE

    @property
    def bare(self) -> bool:
        """Whether the number stands alone."""
        return self.phrase.noun == ""


def find_counts(s: Sentence, blocked: Sequence[Span], *, singles: bool) -> list[Count]:
    """All counts of a sentence in order; those that cannot count people or losses are kept as barriers, refused."""
    found: list[Count] = []
    amounts = find_amounts(s)
    starts = {a.start: a for a in amounts} | {a.first: a for a in amounts}
    at = 0
    while at < len(s.lows):
        count, step = None, at + 1
        amount = starts.get(at)
        if amount is not None:
            count = _count(s, amount, starts)
            count.refused = is_refused(s, amount, count.phrase) or _is_blocked(s, amount, blocked)
            _like_the_whole(s, count, found)
            _instead(s, count, amount, starts)
            step = max(at, amount.last if count.refused else count.last) + 1
        elif singles and s.lows[at] in _SINGLES and not _is_number(s, at + 1, starts):
            count = _single(s, at)
            step = count.last + 1 if count is not None else step
        if count is not None and count.single and found and _is_same(found[-1], count):
            found[-1].last, found[-1].phrase = count.last, count.phrase
        elif count is not None:
            count.cue = _cue(s, count.start)
            found.append(count)
        at = step
    return found


def _like_the_whole(s: Sentence, count: Count, found: Sequence[Count]) -> None:
    """“27 of them”: them are of the kind counted before."""
    if count.part and count.bare and found and found[-1].named and s.low(count.last) == "them":
        count.phrase = replace(count.phrase, noun=found[-1].phrase.noun)


def _instead(s: Sentence, count: Count, amount: Amount, starts: Mapping[int, Amount]) -> None:
    """“12 rather than 17 soldiers”: the first figure is the one told, the second only what it replaces."""
    at = amount.last + 1
    other = starts.get(at + 2) if s.lows[at : at + 2] in (["rather", "than"], ["instead", "of"]) else None
    if other is not None:
        phrase = read_phrase(s, other.last + 1)
        count.phrase, count.last = phrase, max(other.last, phrase.last)


def _is_same(part: Count, single: Count) -> bool:
    """Whether "one of them" and "a child" are one and the same."""
    return part.part and part.high == 1 and single.start == part.last + 1


def _count(s: Sentence, amount: Amount, starts: Mapping[int, Amount]) -> Count:
    start = amount.start
    while s.low(start - 1) in word_set("opener") and not (s.low(start - 1) == "all" and s.low(start - 2) == "in"):
        start -= 1
    at, part = _to_noun(s, amount)
    inner = starts.get(at) if part else starts.get(at + 1) if s.low(at) == "of" else None
    if inner is not None:  # "18 of the 31 lorries", "21 of 29 drones"
        at = inner.last + 1
    one = amount.low == amount.high == 1
    loose = amount.vague and at == amount.last + 1 and s.low(amount.last).endswith("s") and s.low(at - 1) != "several"
    # "killed dozens Saturday": such words take their noun with "of"
    phrase = Phrase(at - 1, "", "", plural=False) if loose else read_phrase(s, at, single=one)
    last = max(amount.last, phrase.last)
    if phrase.noun == "" and at > amount.last + 1:
        victims = s.matches.get(at)
        sense = victims.sense("past", "state", "head") if victims else None
        if part:  # "two of them", "two of the injured"
            last = at - 1 + (victims.size if victims and sense else 0)
            phrase = replace(phrase, adjective=sense)
        elif sense:  # "hundreds of dead and injured"
            last = at - 1
    if phrase.noun == "" and not part:
        while s.low(last + 1) in word_set("more"):
            last += 1
    values = amount.low, amount.high, amount.comparator
    return Count(start, amount.first, last, *values, phrase, part=part, vague=amount.vague)


def _to_noun(s: Sentence, amount: Amount) -> tuple[int, bool]:
    """Where the counted noun begins, over "more" and "of", and whether the number is a part: "10 of them"."""
    at, part = amount.last + 1, False
    at += s.low(at) in _QUOTES and s.low(at + 1) == "of"  # "dozens" of rebels
    at = _over_more(s, at)
    at += s.low(at) == "out" and s.low(at + 1) == "of"
    if s.low(at) == "of":
        after = s.low(at + 1)
        if after in _THEM:
            at, part = at + 2, True
        elif after in _DEFINITE or after in _OWNERS:
            part = after in _DEFINITE and not amount.linked and s.low(at + 2) != "enemy"
            at += 2
        elif amount.linked or amount.vague or (amount.low or 100) >= 100 or read_phrase(s, at + 1).noun in _PEOPLE:
            at += 1
    return _over_more(s, at), part


def _over_more(s: Sentence, at: int) -> int:
    while s.low(at) in word_set("more") and s.low(at) != "others":
        at += 1
    return at


def _is_number(s: Sentence, at: int, starts: Mapping[int, Amount]) -> bool:
    """Whether a number follows, other than an age: "another five", but "a 12 year old boy"."""
    while s.low(at) in word_set("more") or s.low(at) == "estimated":
        at += 1
    amount = starts.get(at)
    return amount is not None and s.low(amount.last + 1) not in {"year", "month"}


def _cue(s: Sentence, start: int) -> int:
    """The word before a count that makes it a part of another one; -1 when there is none."""
    for at in range(start - 1, max(-1, start - 4), -1):
        word = s.lows[at]
        if word in word_set("subset") - {"among", "notably"}:
            return at
        if word == "among" and s.low(at + 1) in _THEM | _DEFINITE - {"the"}:
            return at
        if word == "which" and s.low(at - 1) == "among":
            return at - 1
        if word not in word_set("after-cue"):
            return -1
    return -1


def _is_blocked(s: Sentence, amount: Amount, blocked: Sequence[Span]) -> bool:
    """Whether a number touches one of the blocked spans, which are sorted."""
    span = s.span(amount.first, amount.last)
    at = bisect_left(blocked, (span.start,))
    return any(b.overlaps(span) for b in blocked[max(0, at - 1) : at + 2])


def _single(s: Sentence, at: int) -> Count | None:
    """One person: "a policeman", "another wounded child", "his wife"."""
    word, here = s.lows[at], at + 1
    while s.low(here) in {"second", "third", "fourth", "further", "single", "fifth", "lone"}:
        here += 1
    if s.low(here)[:1].isdigit() and s.low(here + 1) in {"year", "month"} and s.low(here + 2) == "old":
        here += 3
    phrase = read_phrase(s, here, single=True)
    if phrase.plural or (phrase.head is not None and phrase.head.kind in _DEEDS):
        return None
    if word in _OWNERS and phrase.word not in word_set("kin"):
        return None
    if phrase.noun in {"thing", "unit", "event", "force"} or phrase.word in word_set("collective-single"):
        return None
    if phrase.noun == "" and (word != "another" or (not is_stop(s.low(here)) and here not in s.matches)):
        return None
    return Count(at, at, max(at, phrase.last), 1, 1, Comparator.EQ, phrase, single=True)
