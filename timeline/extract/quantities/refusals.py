"""Numbers that count no people and no losses: ages, dates, money, measures, numbers of laws, roads and units."""

from __future__ import annotations

from timeline.extract.quantities.amounts import is_changed_from
from timeline.extract.quantities.lexicon import word_set
from timeline.extract.quantities.numerals import Amount
from timeline.extract.quantities.phrases import Phrase
from timeline.extract.quantities.sentence import Sentence

_MONEY = frozenset("$£€¥₽")
_HYPHENED = frozenset(["year", "day", "month", "week", "hour", "man", "time", "nation", "year-old"])


def is_refused(s: Sentence, amount: Amount, phrase: Phrase) -> bool:
    """Whether a number is none of ours, by the words around it and the noun after it."""
    before, after = s.low(amount.start - 1), s.low(amount.last + 1)
    if is_strength(s, amount.first):
        return phrase.noun in {"unit", "thing"}
    if phrase.noun in {"unit", "event"} or not _MONEY.isdisjoint((before, after)) or after == "%":
        return True
    if amount.high == 0 or _is_age(s, amount) or is_changed_from(s, amount.start):
        return True
    whole = amount.start - (before == "the")
    if s.low(whole - 1) == "of" and s.low(whole - 2) in word_set("fraction"):
        return True  # "half of the 200,000": they are not the ones counted
    if after == "of" and _ranks(s, amount.last + 2):
        return True
    if after == "-" and s.low(amount.last + 2) in _HYPHENED:
        return True
    if s.low(amount.first) == "one" and amount.low == amount.high == 1:
        return (
            (phrase.noun == "?" and not phrase.proper)
            or after in word_set("after-one")
            or before in word_set("not-one")
        )
    return amount.figure and _is_figure_of_name(s, amount, phrase, before, after)


def is_strength(s: Sentence, at: int) -> bool:
    """Whether a number is the strength of a body: "300-strong", "500-man"."""
    return s.low(at)[:1].isdigit() and s.low(at).endswith(("-strong", "-man"))


def _is_age(s: Sentence, amount: Amount) -> bool:
    """“Aged 7 and 9”: the words left of a number, over other numbers, lead to "aged"."""
    for at in range(amount.start - 1, max(-1, amount.start - 8), -1):
        word = s.lows[at]
        if word in {"aged", "age", "ages"}:
            return True
        if not (word in {"and", ",", "to", "between", "of"} or word[0].isdigit()):
            return False
    return False


def _ranks(s: Sentence, at: int) -> bool:
    """“One of the largest”: a rank, no count."""
    words = (s.low(at), s.low(at + 1))
    return any(w in {"most", "least", "best", "worst"} or (w.endswith("est") and len(w) > 5) for w in words)


def _is_figure_of_name(s: Sentence, amount: Amount, phrase: Phrase, before: str, after: str) -> bool:
    """Whether figures belong to a date, an age or a name: "Resolution 2254", "Base 17", "Samir, 45, was"."""
    low, unnamed = amount.low or 0, phrase.noun in {"", "?"}
    if (
        s.low(amount.first)[0] == "0"
        or before == "#"
        or before in word_set("page-label")
        or (before == "-" and s.is_glued(amount.start - 1))
    ):
        return True
    if before in word_set("numbered-unit") and s.raw(amount.start - 1)[:1].isupper():
        return unnamed or s.raw(amount.start - 2)[:1].isupper()
    if unnamed and (before in word_set("label") or (before == "." and s.low(amount.start - 2) in word_set("label"))):
        return True
    if low <= 31 and ((before in word_set("month") and unnamed) or (after in word_set("month") and after != "may")):
        return True
    if after == "/" and s.low(amount.last + 2)[:1].isdigit():
        return True
    if 1000 <= low <= 2100 and low == amount.high and len(s.low(amount.first)) == 4 and unnamed:
        return before == "," or before in word_set("before-year") or before in word_set("month")
    named = s.raw(amount.start - 2)[:1].isupper()
    return low < 120 and before == after == "," and named and phrase.noun == ""
