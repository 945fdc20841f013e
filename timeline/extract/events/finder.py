"""Events of a document: trigger words with their type and the clause they head."""

from __future__ import annotations

from typing import NamedTuple

from timeline.extract.events.asserted import asserted
from timeline.extract.events.clauses import Clause, cut_clauses, subject_of
from timeline.extract.events.context import Context
from timeline.extract.events.grammar import is_date_word
from timeline.extract.events.joints import Joint
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
    start = 0
    told: set[EventType] = set()
    for number_of_clause, clause in enumerate(sentence.clauses):
        end = start + len(clause.words)
        seen: set[EventType] = set()
        for hit, kind in zip(sentence.hits, types, strict=True):
            if kind is None or kind in seen or not start <= hit.first < end:
                continue
            if kind in told and not hit.trigger.verb and _adds_nothing(clause):
                continue
            seen.add(kind)
            span = Span(sentence.words[hit.first].start, sentence.words[hit.last - 1].end)
            tense = find_tense(clause.words, hit.first - start)
            rule = f"{hit.trigger.sense}:{hit.trigger.phrase}"
            label = label_span(clause, span, subject_of(sentence.clauses, number_of_clause))
            found.append(EventMention(span, span.of(document.text), kind, label, rule, tense))
        told |= seen
        start = end
    return found


def _adds_nothing(clause: Clause) -> bool:
    """Whether a clause only points back: hung on another, without a date or number ("after the blasts")."""
    if clause.joint not in (Joint.SUBORDINATE, Joint.RELATIVE, Joint.FRAME):
        return False
    return not any(word.tag == "number" or is_date_word(word) for word in clause.words)
