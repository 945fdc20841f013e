"""Events of a document: trigger words with their type and the clause they head."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.events.asserted import asserted
from timeline.extract.events.clauses import Clause, cut_clauses, subject_of
from timeline.extract.events.context import Context
from timeline.extract.events.grammar import is_date_word, is_finite
from timeline.extract.events.kinds import Joint
from timeline.extract.events.label import label_span
from timeline.extract.events.tense import find_tense
from timeline.extract.events.triggers import Hit, find_triggers
from timeline.extract.events.words import Word
from timeline.model import Document, EventMention, EventType, Span


def find_events(document: Document) -> list[EventMention]:
    """Every event of the document in text order: at most one of a type in a clause.

    ``span`` lies inside one clause of ``find_clauses``; ``clause`` is what a label quotes of that clause, from the
    subject (which a relative clause may have parted from its verb) to the clause's end.
    """
    sentences = [_Sentence.of(document, span) for span in document.sentences]
    context = Context([(s.words, s.hits) for s in sentences])
    found: list[EventMention] = []
    for number, sentence in enumerate(sentences):
        found.extend(_events(document, sentence, context, number))
    return found


class _Sentence(NamedTuple):
    clauses: tuple[Clause, ...]
    words: list[Word]
    hits: list[Hit]

    @classmethod
    def of(cls, document: Document, span: Span) -> _Sentence:
        clauses = cut_clauses(document.text, span)
        words = [w for c in clauses for w in c.words]
        return cls(clauses, words, asserted(words, find_triggers(words)))


def _events(document: Document, sentence: _Sentence, context: Context, number: int) -> list[EventMention]:
    types = context.resolve(number, sentence.words, sentence.hits)
    found: list[EventMention] = []
    told: set[EventType] = set()
    typed = deque(zip(sentence.hits, types, strict=True))
    start = 0
    for at, clause in enumerate(sentence.clauses):
        end = start + len(clause.words)
        seen: set[EventType] = set()
        while typed and typed[0][0].first < end:
            hit, kind = typed.popleft()
            if kind is None or kind in seen:
                continue
            if kind in told and not hit.trigger.verb and _adds_nothing(clause):
                continue
            seen.add(kind)
            found.append(_event(document, sentence, at, start, hit, kind))
        told |= seen
        start = end
    return sorted(found, key=lambda event: event.span)


def _event(document: Document, sentence: _Sentence, at: int, start: int, hit: Hit, kind: EventType) -> EventMention:
    """The event of a trigger in clause ``at``, whose words begin at word ``start`` of the sentence."""
    clause = sentence.clauses[at]
    rule = f"{hit.trigger.sense}:{hit.trigger.phrase}"
    relative = _told_by_relative(sentence, at, hit, start + len(clause.words))
    if relative is not None:
        return _carried(document, relative, _phrase(sentence.words, hit.first, start), kind, rule)
    span = Span(sentence.words[hit.first].start, sentence.words[hit.last - 1].end)
    label = label_span(clause, span, subject_of(sentence.clauses, at))
    return EventMention(span, span.of(document.text), kind, label, rule, find_tense(clause.words, hit.first - start))


def _adds_nothing(clause: Clause) -> bool:
    """Whether a clause only points back: hung on another, without a date or number ("after the blasts")."""
    if clause.joint not in (Joint.SUBORDINATE, Joint.RELATIVE, Joint.FRAME):
        return False
    return not any(word.tag == "number" or is_date_word(word) for word in clause.words)


def _told_by_relative(sentence: _Sentence, at: int, hit: Hit, end: int) -> Clause | None:
    """The dated relative clause that tells of a noun before it: "talks | that broke off in May"."""
    if hit.trigger.verb or end - hit.last > 4 or at + 1 >= len(sentence.clauses):
        return None
    clause = sentence.clauses[at + 1]
    first = bisect_left(sentence.hits, end, key=lambda h: h.first)
    own = first < len(sentence.hits) and sentence.hits[first].first < end + len(clause.words)
    dated = any(is_date_word(word) for word in clause.words)
    if clause.joint is not Joint.RELATIVE or own or not dated or sentence.words[end - 1].low == ",":
        return None
    return clause


def _carried(document: Document, clause: Clause, noun: int, kind: EventType, rule: str) -> EventMention:
    """The event of a noun as its relative clause tells it; the label begins at the noun phrase."""
    verb = next((i for i in range(1, len(clause.words)) if is_finite(clause.words, i)), 0)
    last = verb
    while last + 1 < len(clause.words) and clause.words[last + 1].tag in ("be", "participle", "ed", "adverb"):
        last += 1
    span = Span(clause.words[verb].start, clause.words[last].end)
    label = Span(noun, label_span(clause, span).end)
    return EventMention(span, span.of(document.text), kind, label, f"{rule}+relative", find_tense(clause.words, verb))


def _phrase(words: Sequence[Word], first: int, start: int) -> int:
    """Where the noun phrase of a trigger begins: at its determiner or first adjective."""
    while first > start and words[first - 1].tag in ("noun", "determiner", "number", "ed"):
        first -= 1
        if words[first].tag == "determiner":
            break
    return words[first].start
