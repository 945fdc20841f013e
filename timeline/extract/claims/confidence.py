"""How sure the combination is of a claim: orders the review queue, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.datespan import DateBasis
from timeline.extract.claims.draft import Draft
from timeline.model import ActorMention, AttributionMention, EventType, Role

# What each kind of evidence leaves of full confidence; set by how often claims so dated were wrong on the labelled
# development articles, rounded.
_BASIS = {DateBasis.EXPLICIT: 1.0, DateBasis.RELATIVE: 0.95, DateBasis.INHERITED: 0.7, DateBasis.DCT: 0.75}


def confidence(
    draft: Draft, actors: Sequence[ActorMention], attribution: Sequence[AttributionMention], *, hedged: bool
) -> float:
    """0–1; lower is read first. Undated, doubted, untyped and actorless claims are the least sure."""
    sure = _BASIS[draft.date.basis] if draft.date else 0.4
    if draft.date and draft.date.alternatives:
        sure *= 0.9
    if draft.event_type is EventType.OTHER:
        sure *= 0.85
    if not any(a.role is not Role.SOURCE for a in actors):
        sure *= 0.95
    if draft.quantities and not attribution:
        sure *= 0.9
    return round(sure * (0.9 if hedged else 1.0), 2)
