"""Counts: numbers with what they count, and the single persons of "a policeman was killed"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.extract.quantities.amounts import Amount, find_amounts
from timeline.extract.quantities.lexicon import nouns, word_set
from timeline.extract.quantities.phrases import Phrase, is_stop, read_phrase
from timeline.extract.quantities.sentence import Sentence
from timeline.model import Comparator, QuantityKind, Scope, Span

_QUOTES = frozenset("\"“”‘'")
_UNITS_NAMED = frozenset(
    "force unit battalion brigade division regiment squadron company corps base camp hill operation section zone sector boeing airbus precinct area group".split()
)
_LABELS = frozenset(
    "no number numbers resolution article section flight highway route page chapter channel aged age ages paragraph "
    "act law clause annex protocol model type version phase stage rule gate room apartment apt volume vol issue "
    "views tweet tweets comments likes shares task-force bravo nos hill point km mile kilometer kilometre grid lines interstate radio fm order decree".split()
)
_MONEY = frozenset("$£€¥₽")
_OPENERS = frozenset(
    "the all these those his her its their our my both another further additional other remaining first last".split()
)
_KIN = frozenset(
    "wife husband son daughter brother sister mother father child baby driver bodyguard deputy parents".split()
)
_SINGLES = frozenset(("a", "an", "another", "his", "her", "their"))
_SELF = frozenset(("more", "others", "other", "further", "additional", "extra", "fellow", "new", "separate"))


@dataclass(slots=True)
class Count:
    """A counted phrase, words ``start`` to ``last``, and what is found out about it on the way to a mention.

    ``left`` and ``right`` are the first and last word of the phrase to quote, once a governing word is known.
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
    cue: int = -1  # the word that makes it a part: "including", "among them"
    amount: Amount | None = None
    kind: QuantityKind | None = None
    how: str = ""
    tail: int = -1  # where the list ends whose verb this one shares
    base: int = -1  # where the list begins whose verb this one shares
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
        return self.phrase.noun in {"people", "fighters", "protesters", "force", "demonym", "", "?"}

    @property
    def bare(self) -> bool:
        """Whether the number stands alone."""
        return self.phrase.noun == ""


def find_counts(s: Sentence, blocked: Sequence[Span], *, singles: bool) -> list[Count]:
    """All counts of a sentence in order; those that cannot count people or losses are kept as barriers, refused."""
    found: list[Count] = []
    amounts = find_amounts(s)
    taken = 0
    starts = {a.start: a for a in amounts} | {a.first: a for a in amounts}
    at = 0
    while at < len(s.lows):
        amount = starts.get(at)
        if amount is not None and at >= taken:
            count = _count(s, amount, blocked, starts)
            count.cue = _cue(s, count.start)
            found.append(count)
            taken = max(count.last, amount.last) + 1
            at = max(amount.last + 1, at + 1) if count.refused else taken
            continue
        if singles and at >= taken and s.lows[at] in _SINGLES and not _is_number(s, at + 1, starts):
            count_one = _single(s, at)
            if count_one is not None:
                count_one.cue = _cue(s, count_one.start)
                found.append(count_one)
                taken = count_one.last + 1
                at = taken
                continue
        at += 1
    return found


def _count(s: Sentence, amount: Amount, blocked: Sequence[Span], starts: dict[int, Amount]) -> Count:
    start = amount.start
    while start > 0 and s.lows[start - 1] in _OPENERS and not (s.lows[start - 1] == "all" and s.low(start - 2) == "in"):
        start -= 1
    at, part = amount.last + 1, False
    if s.low(at) in _QUOTES and s.low(at + 1) == "of":
        at += 1  # "dozens" of rebels
    while s.low(at) in _SELF and s.low(at) not in {"others"}:
        at += 1
    if s.low(at) == "out" and s.low(at + 1) == "of":
        at += 1
    if s.low(at) == "of":
        after = s.low(at + 1)
        if after in {"them", "whom", "which", "us", "you"}:
            at, part = at + 2, True
        elif after in {"the", "these", "those"} and not amount.linked:
            at, part = at + 2, s.low(at + 2) != "enemy"
        elif after in {"the", "these", "those", "their", "his", "its", "our", "her"}:
            at += 2
        elif amount.linked or amount.vague or (amount.low or 100) >= 100 or _holds_people(s, at + 1):
            at += 1
    while s.low(at) in _SELF and s.low(at) != "others":
        at += 1
    inner = starts.get(at) if part else None
    if inner is not None:  # "18 of the 31 lorries"
        at = inner.last + 1
    if at == amount.last + 1 and s.low(amount.last).endswith("s") and amount.vague and s.low(amount.last) != "several":
        phrase = Phrase(at - 1, "", "", plural=False)  # "killed dozens Saturday"
    else:
        phrase = read_phrase(s, at, single=amount.low == 1 and amount.high == 1)
    victims = s.matches.get(at) if phrase.noun == "" and at > amount.last + 1 else None
    if victims is not None and victims.sense("past", "state", "head"):
        if part:  # "two of the injured"
            adjective = victims.sense("past", "state", "head")
            phrase = replace(phrase, last=at + victims.size - 1, adjective=adjective)
        else:  # "hundreds of dead and injured"
            phrase = replace(phrase, last=at - 1)
    last = max(amount.last, at - 1 if (part or at > amount.last + 1) and phrase.last < at else phrase.last)
    if phrase.noun == "" and not part:
        last = max(amount.last, phrase.last if victims else 0)
        while s.low(last + 1) in _SELF:
            last += 1
    count = Count(
        start, amount.first, last, amount.low, amount.high, amount.comparator, phrase, part=part, amount=amount
    )
    count.refused = _is_refused(s, amount, phrase) or _hits(s, amount, blocked)
    return count


def _is_number(s: Sentence, at: int, starts: dict[int, Amount]) -> bool:
    """Whether a number follows, other than an age: "another five", but "a 12 year old boy"."""
    while s.low(at) in _SELF or s.low(at) == "estimated":
        at += 1
    amount = starts.get(at)
    return amount is not None and s.low(amount.last + 1) not in {"year", "month"}


def _holds_people(s: Sentence, at: int) -> bool:
    """Whether people are named within a few words: "90 of Garcia's men"."""
    return read_phrase(s, at).noun in {"people", "fighters", "protesters", "force", "demonym"}


def _superlative(s: Sentence, at: int) -> bool:
    """ "One of the largest": a rank, no count."""
    return any(
        s.low(here) in {"most", "least", "best", "worst"} or (s.low(here).endswith("est") and len(s.low(here)) > 5)
        for here in (at, at + 1)
    )


def _cue(s: Sentence, start: int) -> int:
    """The word before a count that makes it a part of another one; -1 when there is none."""
    for at in range(start - 1, max(-1, start - 4), -1):
        word = s.lows[at]
        if word in {"including", "include", "includes", "included"}:
            return at
        if word == "among" and s.low(at + 1) in {"them", "whom", "these", "those", "which"}:
            return at
        if word == "which" and s.low(at - 1) == "among":
            return at - 1
        if word not in {"at", "least", "them", "whom", "which", "the", "many", "some", "were", "are"}:
            return -1
    return -1


def _hits(s: Sentence, amount: Amount, blocked: Sequence[Span]) -> bool:
    span = s.span(amount.first, amount.last)
    return is_blocked(span, blocked)


def is_blocked(span: Span, blocked: Sequence[Span]) -> bool:
    """Whether a span touches one of the blocked ones, which are sorted and do not overlap."""
    at = bisect_left(blocked, (span.start,))
    return any(b.overlaps(span) for b in blocked[max(0, at - 1) : at + 2])


def _is_refused(s: Sentence, amount: Amount, phrase: Phrase) -> bool:
    """Ages, dates, money, measures, numbers of laws and units, and what else is no count of people or losses."""
    before, after = s.low(amount.start - 1), s.low(amount.last + 1)
    if phrase.noun in {"unit", "event"} or before in _MONEY or after in _MONEY or after == "%":
        return True
    if amount.low == 0 and amount.high == 0:
        return True
    if before == "of" and s.low(amount.start - 2) in {"out", "population"}:
        return True
    if before == "from" and not word_set("change").isdisjoint(s.lows[max(0, amount.start - 4) : amount.start - 1]):
        return True  # the figure before the revision
    if amount.figure:
        if before in _UNITS_NAMED and s.raw(amount.start - 1)[:1].isupper() and s.raw(amount.start - 2)[:1].isupper():
            return True
        if before in _LABELS or (before == "." and s.low(amount.start - 2) in {"no", "nos", "art", "sec"}):
            return True
        if before == "#" or (before == "-" and s.low(amount.start - 2).isalpha()):
            return True
        months = word_set("month")
        if (before in months and (amount.low or 0) <= 31) or (
            after in months and (amount.low or 0) <= 31 and after != "may"
        ):
            return True
        if after in {":", "/"} and s.low(amount.last + 2)[:1].isdigit() and after == "/":
            return True
        if (
            amount.low == amount.high
            and amount.low is not None
            and 1000 <= amount.low <= 2100
            and len(s.low(amount.first)) == 4
        ):
            year = before in {
                "in",
                "since",
                "of",
                "by",
                "until",
                "till",
                "from",
                "during",
                "early",
                "late",
                "mid",
                "(",
                "–",
                "-",
                "before",
                "after",
                "for",
            }
            if (
                year or before in months or before in {",", "summer", "spring", "autumn", "winter", "fall"}
            ) and phrase.noun in {"", "?"}:
                return True
        # An age stands between commas after a name: "Samir, 45, was hurt".
        if (
            (amount.low or 0) < 120
            and before == ","
            and after == ","
            and s.raw(amount.start - 2)[:1].isupper()
            and phrase.noun == ""
        ):
            return True
    if before in {"aged", "age"} or s.low(amount.last + 1) == "of" and _superlative(s, amount.last + 2):
        return True
    if amount.low == 1 and s.low(amount.first) == "one":
        if phrase.noun == "?":
            return True
        if after in {"another", "day", "side", "hand", "thing", "way", "time"} or before in {
            "no",
            "any",
            "every",
            "this",
            "that",
            "which",
        }:
            return True
    if after == "-" and s.low(amount.last + 2) in {"year", "day", "month", "week", "hour", "man", "time", "nation"}:
        return True
    return False


def _single(s: Sentence, at: int) -> Count | None:
    """One person: "a policeman", "another wounded child", "his wife"."""
    word, here = s.lows[at], at + 1
    while s.low(here) in {"second", "third", "fourth", "further", "single", "fifth", "lone"}:
        here += 1
    if s.low(here)[:1].isdigit() and s.low(here + 1) in {"year", "month"} and s.low(here + 2) == "old":
        here += 3
    phrase = read_phrase(s, here, single=True)
    if phrase.head is not None and phrase.head.kind in {QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.OTHER}:
        return None
    if word in {"his", "her", "their"}:
        if phrase.word not in _KIN or phrase.plural:
            return None
    elif (
        phrase.noun in {"thing", "unit", "event", "force"}
        or phrase.plural
        or phrase.word in word_set("collective-single")
    ):
        return None
    elif phrase.noun == "" and (word != "another" or not is_stop(s.low(here)) and not s.matches.get(here)):
        return None
    last = max(at, phrase.last)
    return Count(at, at, last, 1, 1, Comparator.EQ, phrase, single=True)
