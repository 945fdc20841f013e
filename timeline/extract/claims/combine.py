"""Claims of a document: every finder's mentions combined clause by clause."""

from __future__ import annotations

from timeline.extract.claims.asserted import is_asserted, is_heading_only
from timeline.extract.claims.cast import cast_actors, cast_places, is_denied, is_hedged, sources_of
from timeline.extract.claims.confidence import confidence
from timeline.extract.claims.dating import date_drafts
from timeline.extract.claims.draft import Draft, make_drafts
from timeline.extract.claims.inherit import fill_dates
from timeline.extract.claims.labels import label_of
from timeline.extract.claims.material import Material, gather
from timeline.model import ActorMention, Claim, Document, EventType, PlaceMention, Span, claim_id


def extract_claims(document: Document) -> tuple[Claim, ...]:
    """The dated claims of a document whose own date is settled (``date_document``), in text order.

    A sentence gives one claim per clause and event, each with the date, numbers, actors, places and source of its own
    clause; a sentence with nothing to place in time gives none. A pure function of the document.
    """
    materials = [m for m in gather(document) if not m.bare and not is_heading_only(document, m)]
    drafted = [date_drafts(document, m, _drafts_of(document, m)) for m in materials]
    fill_dates(document, drafted)
    claims: dict[str, Claim] = {}
    for material, drafts in zip(materials, drafted, strict=True):
        for claim in _claims_of(document, material, drafts) if drafts else ():
            claims.setdefault(claim.id, claim)
    return tuple(claims.values())


def _drafts_of(document: Document, material: Material) -> list[Draft]:
    return [d for d in make_drafts(document, material) if is_asserted(document, d)]


def _claims_of(document: Document, material: Material, drafts: list[Draft]) -> list[Claim]:
    actors = cast_actors(document, material, drafts)
    places = cast_places(material, drafts)
    labels = [label_of(document, d, drafts) for d in drafts]
    return [_claim(document, *cast) for cast in zip(drafts, labels, actors, places, strict=True)]


def _claim(
    document: Document,
    draft: Draft,
    label: Span,
    actors: tuple[ActorMention, ...],
    places: tuple[PlaceMention, ...],
) -> Claim:
    material = draft.material
    sentence = material.sentence
    quantities = tuple(sorted(draft.quantities, key=lambda q: q.span))
    date_span = draft.date.span if draft.date else None
    denied = is_denied(document, material, draft)
    event_type = EventType.STATEMENT if denied else draft.event_type  # a denial is what was said, not what happened
    hedged = denied or is_hedged(material, draft)
    attribution = tuple(sources_of(material, draft))
    said = (document.id, sentence, date_span, event_type.value, draft.trigger, *(q.span for q in quantities))
    return Claim(
        id=claim_id(*said),
        document_id=document.id,
        sentence=sentence,
        sentence_text=sentence.of(document.text),
        date=draft.date,
        event_type=event_type,
        event_span=label,
        event_text=label.of(document.text),
        actors=actors,
        places=places,
        quantities=quantities,
        attribution=attribution,
        hedged=hedged,
        confidence=confidence(draft, actors, attribution, hedged=hedged),
    )
