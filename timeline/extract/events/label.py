"""The words a mark is labelled with: a clause from its subject to its end."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.events.clauses import Clause
from timeline.extract.events.grammar import is_date_word, verb_of_clause
from timeline.extract.events.words import Word, clause_words
from timeline.model import Span

_MARKS = frozenset("\"“”'‘’«»,;:—–-.!?()[]")
_OPENING = frozenset({"meanwhile", "however", "then", "also", "still", "separately", "elsewhere"})
_LONG = 220  # letters: a longer label than this does not reach back over a relative clause


def label_span(clause: Clause, trigger: Span, subject: Clause | None = None) -> Span:
    """The clause without the joint word, dateline, fronted date or place before a comma, and marks at its ends.

    ``subject`` is the clause that a relative one interrupted: the label begins there if that is not far.
    """
    words = clause.words
    at = _strip(words, _after_dateline(words), trigger)
    while (
        (comma := _comma(words, at)) is not None and words[comma].end <= trigger.start and _adverbial(words[at:comma])
    ):
        at = _strip(words, comma + 1, trigger)
    end = len(words)
    while end > at + 1 and words[end - 1].low in _MARKS and words[end - 1].low != ")":
        end -= 1
    span = Span(words[at].start, max(words[end - 1].end, trigger.end))
    if subject is not None and span.end - subject.span.start <= _LONG:
        return Span(label_span(subject, Span(subject.span.end, subject.span.end)).start, span.end)
    return span


def _comma(words: Sequence[Word], at: int) -> int | None:
    return next((i for i in range(at, min(at + 9, len(words))) if words[i].low == ","), None)


def _after_dateline(words: Sequence[Word]) -> int:
    """Where the sentence begins after "SARAJEVO, March 12 (Agency) - "."""
    if not words or not words[0].capital:
        return 0
    for i, word in enumerate(words[1:12], 1):
        if word.low in _DASHES and i + 1 < len(words) and words[i - 1].end < word.start:
            return i + 1 if all(w.capital or w.tag != "noun" for w in words[:i]) else 0
    return 0


_DASHES = frozenset("-–—")


def _strip(words: Sequence[Word], at: int, trigger: Span) -> int:
    while at + 1 < len(words) and words[at].end <= trigger.start:
        word = words[at]
        joint = word.tag == "conjunction" or word.low in ("that", "adding", "saying")
        joint = joint or (word.tag == "subordinator" and verb_of_clause(words, at + 1) >= 0)
        if not (joint or word.low in _MARKS or (word.low in _OPENING and at < 2)):
            break
        at += 1
    return at


def _adverbial(words: Sequence[Word]) -> bool:
    """Whether these words before a comma are a fronted date or place."""
    if not words:
        return False
    first = words[0]
    if first.tag == "adverb":
        return all(w.tag == "adverb" for w in words)
    if first.tag in ("preposition", "subordinator") or is_date_word(first) or first.low in clause_words("date-word"):
        return True
    dated = any(w.low in clause_words("date-word") for w in words)
    return first.low in ("last", "this", "that", "early", "late", "the") and dated
