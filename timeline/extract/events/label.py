"""The words a mark is labelled with: a clause from its subject to its end."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.events.clauses import Clause
from timeline.extract.events.grammar import is_date_word
from timeline.extract.events.words import Word, clause_words
from timeline.model import Span

_MARKS = frozenset("\"“”'‘’«»,;:—–-.!?()[]")
_OPENING = frozenset({"meanwhile", "however", "then", "also", "earlier", "later", "still", "separately", "elsewhere"})


def label_span(clause: Clause, trigger: Span) -> Span:
    """The clause without the joint word, fronted date or place before a comma, and marks at its ends."""
    words = clause.words
    at = _strip(words, 0, trigger)
    comma = next((i for i in range(at, len(words)) if words[i].low == ","), None)
    if comma is not None and words[comma].start < trigger.start and _adverbial(words[at:comma]):
        at = _strip(words, comma + 1, trigger)
    end = len(words)
    while end > at + 1 and words[end - 1].low in _MARKS and words[end - 1].low != ")":
        end -= 1
    return Span(words[at].start, max(words[end - 1].end, trigger.end))


def _strip(words: Sequence[Word], at: int, trigger: Span) -> int:
    while at + 1 < len(words) and words[at].end <= trigger.start:
        word = words[at]
        joint = word.tag in ("conjunction", "subordinator") or word.low in ("that", "adding", "saying")
        if not (joint or word.low in _MARKS or (word.low in _OPENING and at < 2)):
            break
        at += 1
    return at


def _adverbial(words: Sequence[Word]) -> bool:
    """Whether these words before a comma are a fronted date or place."""
    if not words or len(words) > 8:
        return False
    first = words[0]
    return (
        first.tag in ("preposition", "adverb")
        or is_date_word(first)
        or first.low in clause_words("date-word")
        or (
            first.low in ("last", "this", "that", "early", "late", "the")
            and any(w.low in clause_words("date-word") for w in words)
        )
    )
