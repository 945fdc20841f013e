"""The type of a clause that tells a number of people but has no trigger of its own."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.events.context import VIOLENT
from timeline.model import Document, EventMention, EventType, QuantityKind, QuantityMention, Scope, Span

_OF_KIND = {
    QuantityKind.DISPLACED: EventType.HUMANITARIAN,
    QuantityKind.EVACUATED: EventType.HUMANITARIAN,
    QuantityKind.DETAINED: EventType.POLITICAL,
    QuantityKind.FREED: EventType.POLITICAL,
    QuantityKind.KIDNAPPED: EventType.CIVILIAN_TARGETING,
    QuantityKind.BESIEGED: EventType.SIEGE,
    QuantityKind.PROTESTERS: EventType.PROTEST,
}
_HARM = frozenset({QuantityKind.KILLED, QuantityKind.INJURED})


def classify_clause(
    document: Document, clause: Span, events: Sequence[EventMention], quantities: Sequence[QuantityMention]
) -> EventType | None:
    """What a clause tells of, from its own event, the kind of its numbers, or the violence told before it.

    ``events``: those of the whole document in text order; ``quantities``: any, those inside the clause count.
    ``None`` when nothing says so.
    """
    own = next((e.event_type for e in events if clause.holds(e.span)), None)
    if own is not None:
        return own
    inside = [q for q in quantities if clause.overlaps(q.span)]
    if any(q.kind in _HARM and q.scope is Scope.CUMULATIVE for q in inside):
        return EventType.CASUALTY_REPORT
    if any(q.kind in _HARM for q in inside):
        return _violence_near(document, clause, events)
    return next((_OF_KIND[q.kind] for q in inside if q.kind in _OF_KIND), None)


def _violence_near(document: Document, clause: Span, events: Sequence[EventMention]) -> EventType | None:
    """The type of the last violent event before the clause, else of the first after it in the same sentence."""
    violent = [e for e in events if e.event_type in VIOLENT]
    before = [e for e in violent if e.span.start < clause.start]
    if before:
        return before[-1].event_type
    sentence = next((s for s in document.sentences if s.overlaps(clause)), clause)
    return next((e.event_type for e in violent if sentence.holds(e.span)), None)
