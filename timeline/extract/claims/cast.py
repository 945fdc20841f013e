"""Who and where: actors with their roles, places, sources and doubt for each draft of a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.extract.actors.roles import assign_roles
from timeline.extract.claims.draft import Draft, clause_of
from timeline.extract.claims.material import Material
from timeline.model import ActorMention, AttributionMention, Document, EventType, PlaceMention, Role, Span

_DENIALS = frozenset({"denied", "denies", "deny", "denying", "rejected", "rejects", "dismissed", "refuted"})
_DENIABLE = frozenset({EventType.REMOTE_VIOLENCE, EventType.CIVILIAN_TARGETING})
_NEGATED = re.compile(
    r"\b(?:did|does|do|had|have|has|was|were|is|are|would)(?:\s+not|n[’']t)\s+(?:\w+\s+)?\Z|\bnever\s+(?:\w+\s+)?\Z"
)


def cast_actors(document: Document, material: Material, drafts: list[Draft]) -> list[tuple[ActorMention, ...]]:
    """The actors of each draft, in text order, each with its role there.

    An actor belongs to the drafts of its clause; one in a clause without any goes with the nearest draft as a party.
    A clause without a subject of its own ("… and fired at protesters") has the agents of the one before it.
    """
    sources = {(a.source.start, a.source.end): a for a in material.attributions}
    cast: list[list[ActorMention]] = []
    for draft in drafts:
        own = [a for a in material.actors if draft.clause.holds(a.span) and tuple(a.span) not in sources]
        roles = list(assign_roles(document, draft.clause, draft.trigger, own)) if draft.triggered else own
        cast.append([*_shared_subject(document, material, draft, roles), *roles])
    for actor in material.actors:
        if tuple(actor.span) in sources or any(actor.span == a.span for found in cast for a in found):
            continue
        at = _nearest(material, drafts, actor.span)
        cast[at].append(replace(actor, role=Role.PARTY))
    for draft, found in zip(drafts, cast, strict=True):
        for attribution in sources_of(material, draft):
            found.append(_speaker(document, material, attribution))
    return [tuple(_once(sorted(found, key=lambda a: a.span))) for found in cast]


def _shared_subject(
    document: Document, material: Material, draft: Draft, roles: list[ActorMention]
) -> list[ActorMention]:
    if any(a.span.start < draft.trigger.start for a in roles) or draft.clause not in material.clauses:
        return []
    at = material.clauses.index(draft.clause)
    lead = document.text[draft.clause.start : draft.clause.start + 8].lower()
    if not at or not lead.startswith(("and ", "but ", "or ", "then ", ", ")):
        return []
    before = material.clauses[at - 1]
    event = next((e for e in material.events if before.holds(e.span)), None)
    if event is None:
        return []
    own = [a for a in material.actors if before.holds(a.span)]
    return [a for a in assign_roles(document, before, event.span, own) if a.role is Role.AGENT]


def _speaker(document: Document, material: Material, attribution: AttributionMention) -> ActorMention:
    """The source as an actor of the claim; where another sentence names him, the mention stands there."""
    for actor in material.actors:
        if actor.span == attribution.source:
            return replace(actor, id=attribution.id, name=attribution.name, role=Role.SOURCE)
    span = attribution.source
    return ActorMention(span, span.of(document.text), attribution.id, attribution.name, attribution.rule, Role.SOURCE)


def sources_of(material: Material, draft: Draft) -> list[AttributionMention]:
    """Attributions that cover what the draft says: its trigger, or a number of it; of a statement also who makes it."""
    said = [draft.trigger, *(q.span for q in draft.quantities)]
    made = draft.trigger if draft.event_type is EventType.STATEMENT else Span(0, 0)
    return [a for a in material.attributions if a.span.overlaps(made) or any(a.covers.overlaps(s) for s in said)]


def is_denied(document: Document, material: Material, draft: Draft) -> bool:
    """Whether an attack is told only to deny it: “denied bombing the theatre”, “it did not target civilians”."""
    if draft.event_type not in _DENIABLE or draft.quantities:
        return False
    sources = sources_of(material, draft)
    if any(word in _DENIALS for a in sources for word in a.cue.lower().split()):
        return True
    return bool(sources) and is_negated(document, draft)


def is_negated(document: Document, draft: Draft) -> bool:
    """Whether an attack is told not to have been: “have not targeted any of the groups”."""
    if draft.event_type not in _DENIABLE:
        return False
    before = document.text[max(draft.clause.start, draft.trigger.start - 30) : draft.trigger.start]
    return _NEGATED.search(before) is not None


def cast_places(material: Material, drafts: list[Draft]) -> list[tuple[PlaceMention, ...]]:
    """The places of each draft: those of its clause; others go with the nearest draft, fronted ones with all."""
    cast: list[list[PlaceMention]] = [[p for p in material.places if d.clause.holds(p.span)] for d in drafts]
    for place in material.places:
        if any(place in found for found in cast):
            continue
        cast[_nearest(material, drafts, place.span)].append(place)
    fronted = [p for p in material.places if p.span.start - material.sentence.start < 4]
    for found in cast:
        found.extend(p for p in fronted if p not in found and not found)
    return [tuple(sorted(found, key=lambda p: p.span)) for found in cast]


def is_hedged(material: Material, draft: Draft) -> bool:
    """Whether the text marks doubt on what the draft says."""
    said = [draft.trigger, *(q.span for q in draft.quantities)]
    return any(h.covers.overlaps(s) for h in material.hedges for s in said)


def _nearest(material: Material, drafts: list[Draft], span: Span) -> int:
    order = list(material.clauses)
    clause = clause_of(order, span)
    at = order.index(clause) if clause in order else 0

    def far(index: int) -> tuple[int, int]:
        draft = drafts[index]
        there = order.index(draft.clause) if draft.clause in order else 0
        return abs(there - at), abs(draft.trigger.start - span.start)

    return min(range(len(drafts)), key=far)


def _once(actors: list[ActorMention]) -> list[ActorMention]:
    """Each actor once per role; a party that is also an agent, target or source is not told twice."""
    decided = {a.id for a in actors if a.role is not Role.PARTY}
    seen: set[tuple[str, Role]] = set()
    out: list[ActorMention] = []
    for actor in actors:
        if (actor.id, actor.role) in seen or (actor.role is Role.PARTY and actor.id in decided):
            continue
        seen.add((actor.id, actor.role))
        out.append(actor)
    return out
