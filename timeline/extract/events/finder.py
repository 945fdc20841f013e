"""Events of a document: trigger words with their type and the clause they head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.events.clauses import Clause, cut_clauses
from timeline.extract.events.context import Context
from timeline.extract.events.label import label_span
from timeline.extract.events.tense import find_tense
from timeline.extract.events.triggers import Hit, find_triggers
from timeline.extract.events.words import Word, clause_words
from timeline.model import Document, EventMention, EventType, QuantityMention, Span

_NO = frozenset({"no", "without"})


def find_events(document: Document) -> list[EventMention]:
    """Every event of the document in text order: at most one of a type in a clause, in every sentence.

    ``clause`` lies inside one clause of ``find_clauses``: from the subject to the clause's end.
    """
    sentences = [_Sentence.of(document, span) for span in document.sentences]
    context = Context([[h.trigger.sense for h in s.hits] for s in sentences])
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
        hits = [h for h in find_triggers(words) if not _denied(words, h)]
        return cls(clauses, words, hits)


def _denied(words: Sequence[Word], hit: Hit) -> bool:
    return not hit.trigger.verb and hit.first > 0 and words[hit.first - 1].low in _NO


def _events(document: Document, sentence: _Sentence, context: Context, number: int) -> list[EventMention]:
    types = context.resolve(number, sentence.words, sentence.hits)
    found: list[EventMention] = []
    start = 0
    for clause in sentence.clauses:
        end = start + len(clause.words)
        seen: set[EventType] = set()
        for hit, kind in zip(sentence.hits, types, strict=True):
            if kind is None or kind in seen or not start <= hit.first < end:
                continue
            seen.add(kind)
            span = Span(sentence.words[hit.first].start, sentence.words[hit.last - 1].end)
            tense = find_tense(clause.words, hit.first - start)
            rule = f"{hit.trigger.sense}:{hit.trigger.phrase}"
            found.append(EventMention(span, span.of(document.text), kind, label_span(clause, span), rule, tense))
        start = end
    return found
