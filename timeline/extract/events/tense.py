"""The tense of a clause from its finite verb."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.events.grammar import is_finite
from timeline.extract.events.words import Word

_REACH = 40  # words
_FUTURE = frozenset({"will", "shall", "won't", "would"})
_PRESENT = frozenset({"is", "are", "am", "has", "have", "does", "do", "isn't", "aren't", "it's", "there's", "they're"})


def find_tense(words: Sequence[Word], near: int = 0) -> str:
    """``past``, ``present``, ``future`` or ``none``: that of the finite verb nearest to word ``near``."""
    if near and words[near - 1].low == "to":
        return "none"
    reach = range(max(0, near - _REACH), min(len(words), near + _REACH))
    nearest = min((i for i in reach if is_finite(words, i)), key=lambda i: abs(i - near), default=None)
    return "none" if nearest is None else _of(words, nearest)


def _of(words: Sequence[Word], i: int) -> str:
    low = words[i].low
    if low in _FUTURE:
        return "future"
    following = next((w for w in words[i + 1 : i + 4] if w.tag != "adverb"), None)
    if (
        low in ("has", "have")
        and following
        and (following.tag in ("ed", "participle", "past") or following.low == "been")
    ):
        return "past"
    if low in _PRESENT or words[i].tag in ("s", "base"):
        return "present"
    return "past"
