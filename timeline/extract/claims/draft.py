"""Drafts of claims: what each clause says happened, with the numbers of that clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.extract.claims.material import Material
from timeline.extract.events.clauses import cut_clauses
from timeline.extract.events.label import label_span
from timeline.model import (
    ClaimDate,
    DateMention,
    Document,
    EventMention,
    EventType,
    QuantityKind,
    QuantityMention,
    Scope,
    Span,
)

# Types of which a number of dead or hurt is the outcome, likeliest first.
HARMING = (
    EventType.REMOTE_VIOLENCE,
    EventType.CIVILIAN_TARGETING,
    EventType.BATTLE,
    EventType.SIEGE,
    EventType.PROTEST,
    EventType.HUMANITARIAN,
)
_HARM = frozenset({QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.MISSING})
# What a number is of when its clause names no event → the type of the claim.
_KIND_TYPES = {
    QuantityKind.KILLED: EventType.OTHER,
    QuantityKind.INJURED: EventType.OTHER,
    QuantityKind.DISPLACED: EventType.HUMANITARIAN,
    QuantityKind.EVACUATED: EventType.HUMANITARIAN,
    QuantityKind.DETAINED: EventType.POLITICAL,
    QuantityKind.KIDNAPPED: EventType.CIVILIAN_TARGETING,
    QuantityKind.BESIEGED: EventType.SIEGE,
    QuantityKind.PROTESTERS: EventType.PROTEST,
    QuantityKind.FREED: EventType.DIPLOMACY,
}
# Types that take a number of this kind before those of violence do.
_OWN_TYPES = {
    QuantityKind.DISPLACED: (EventType.HUMANITARIAN,),
    QuantityKind.EVACUATED: (EventType.HUMANITARIAN,),
    QuantityKind.DETAINED: (EventType.POLITICAL, EventType.CIVILIAN_TARGETING, EventType.BATTLE),
    QuantityKind.KIDNAPPED: (EventType.CIVILIAN_TARGETING,),
    QuantityKind.BESIEGED: (EventType.SIEGE, EventType.HUMANITARIAN),
    QuantityKind.PROTESTERS: (EventType.PROTEST,),
    QuantityKind.FREED: (EventType.DIPLOMACY, EventType.HUMANITARIAN),
}
_POINTING = ("who ", "which ", "that ", "whose ", "where ")
_STOPS = (".", "!", "?", "”", '"', "’", ")", "…")
# Prisoners of war, not of the police.
_CAPTURED = re.compile(
    r"\bcaptur\w+\b|\bprisoners\s+(?:of war|taken)\b|\btak\w+\s+(?:\S+\s+)?prisoners?\b", re.IGNORECASE
)
_SUPPOSED = re.compile(r"\b(?:may|might|could|should|must)\s+(?!\d)")
_FEWEST_SAID = 4  # words of what is said
_FEWEST_WORDS = 6  # of a sentence that asserts something, below which it is a heading or a dateline


@dataclass(slots=True)
class Draft:
    """A claim in the making: type, clause, trigger, the words a mark quotes, numbers, and in the end its date."""

    material: Material
    clause: Span
    event_type: EventType
    trigger: Span
    label: Span
    tense: str = "none"
    quantities: list[QuantityMention] = field(default_factory=list)
    mention: DateMention | None = None
    date: ClaimDate | None = None
    rule: str = ""

    @property
    def told(self) -> bool:
        """Whether only the day of the telling is known."""
        return self.date is not None and self.date.rule.startswith("told:")

    @property
    def harms(self) -> bool:
        """Whether it counts people killed or hurt."""
        return any(q.kind in _HARM for q in self.quantities)

    @property
    def triggered(self) -> bool:
        """Whether a word of its clause says what happened."""
        return not self.rule.startswith(("quantity:", "dated-sentence"))

    @property
    def cumulative(self) -> bool:
        """Whether its numbers are a running total."""
        return any(q.scope is Scope.CUMULATIVE for q in self.quantities)


def make_drafts(document: Document, material: Material) -> list[Draft]:
    """One draft per clause and event type, and one for every number that no event of the sentence accounts for."""
    drafts: list[Draft] = []
    for event in material.events:
        clause = clause_of(material.clauses, event.span)
        same = next((d for d in drafts if d.clause == clause and d.event_type is event.event_type), None)
        if same is None:
            drafts.append(_of_event(material, clause, event))
    for quantity in material.quantities:
        _place_quantity(document, material, drafts, quantity)
    if not drafts and not material.dates:
        said = make_said_draft(document, material)
        drafts = [said] if said else []
    return _without_echoes(document, drafts)


def make_said_draft(document: Document, material: Material) -> Draft | None:
    """A statement, where a sentence tells only what somebody said and nothing in it tells what happened."""
    sentence = material.sentence
    for attribution in material.attributions:
        content = Span(max(attribution.covers.start, sentence.start), min(attribution.covers.end, sentence.end))
        if sentence.holds(attribution.span) and len(content.of(document.text).split()) >= _FEWEST_SAID:
            clause = clause_of(material.clauses, Span(content.start, content.start + 1))
            label = _label(document, material, clause, content)
            return Draft(material, clause, EventType.STATEMENT, content, label, "past", rule="dated-sentence:said")
    return None


def make_dated_draft(document: Document, material: Material, mention: DateMention) -> Draft | None:
    """A draft of type other for a dated sentence that no trigger types, if it asserts something of somebody or a place.

    ``None`` for headings, datelines, bylines and dates of publication, which are no sentences, and for suppositions.
    """
    words = material.sentence.of(document.text)
    named = bool(material.actors or material.places)
    if not named or not words.endswith(_STOPS) or len(words.split()) < _FEWEST_WORDS:
        return None
    clause = clause_of(material.clauses, mention.span)
    if _SUPPOSED.search(clause.of(document.text)):
        return None
    label = _label(document, material, clause, clause)
    return Draft(material, clause, EventType.OTHER, label, label, "past", rule="dated-sentence", mention=mention)


def _label(document: Document, material: Material, clause: Span, said: Span) -> Span:
    """The words of a clause without its joint and marks at its ends."""
    whole = next((c for c in cut_clauses(document.text, material.sentence) if c.span == clause), None)
    return label_span(whole, said) if whole else clause


def _of_event(material: Material, clause: Span, event: EventMention) -> Draft:
    return Draft(material, clause, event.event_type, event.span, event.clause, event.tense, rule=event.rule)


def _place_quantity(document: Document, material: Material, drafts: list[Draft], quantity: QuantityMention) -> None:
    clause = clause_of(material.clauses, quantity.span)
    label = _label(document, material, clause, quantity.span)
    here = [d for d in drafts if d.clause.overlaps(quantity.span) or d.clause == clause]
    home = _home(here, quantity) or _home(_before(material, drafts, clause), quantity)
    if home is None:
        event_type = (
            EventType.CASUALTY_REPORT
            if _is_total(quantity) and quantity.kind in _HARM
            else EventType.BATTLE
            if quantity.kind is QuantityKind.DETAINED and _CAPTURED.search(clause.of(document.text))
            else _KIND_TYPES.get(quantity.kind, EventType.OTHER)
        )
        home = Draft(
            material, clause, event_type, quantity.span, clause, "past", rule=f"quantity:{quantity.kind.value}"
        )
        drafts.append(home)
    elif home.clause != clause and (
        any(_rivals(q, quantity) for q in home.quantities)
        or _told_by(material, home) != _tellers(material, quantity.span)
    ):
        # A second toll, or another's toll, in a clause of its own is a claim of its own, of the same kind of event.
        home = Draft(material, clause, home.event_type, quantity.span, label, home.tense, rule=home.rule)
        drafts.append(home)
    home.quantities.append(quantity)


def _home(drafts: Sequence[Draft], quantity: QuantityMention) -> Draft | None:
    """The draft a number belongs to: one whose type bears such numbers, else the nearest."""
    fitting = [d for d in drafts if _bears(d.event_type, quantity)]
    return min(
        fitting, key=lambda d: (_rank(d.event_type, quantity), _distance(d.trigger, quantity.span)), default=None
    )


def _bears(event_type: EventType, quantity: QuantityMention) -> bool:
    if event_type is EventType.CASUALTY_REPORT:
        return quantity.kind in _HARM or quantity.kind is QuantityKind.DISPLACED or _is_total(quantity)
    if _is_total(quantity) and quantity.kind in _HARM:
        return False
    if quantity.kind in _OWN_TYPES:
        return event_type in _OWN_TYPES[quantity.kind] or event_type is EventType.OTHER
    return event_type in HARMING or event_type is EventType.OTHER or quantity.kind not in _HARM


def _rank(event_type: EventType, quantity: QuantityMention) -> int:
    if event_type is EventType.CASUALTY_REPORT:
        return 0 if quantity.kind in _HARM else 2
    own = _OWN_TYPES.get(quantity.kind, HARMING[:3] if quantity.kind in _HARM else HARMING)
    return 1 if event_type in own else 2 if event_type in HARMING else 3


def _is_total(quantity: QuantityMention) -> bool:
    return quantity.scope is Scope.CUMULATIVE


def _before(material: Material, drafts: Sequence[Draft], clause: Span) -> list[Draft]:
    """Drafts of the other clauses, those before first: “…, killing 14” counts to what came before."""
    order = list(material.clauses)
    at = order.index(clause) if clause in order else len(order)
    earlier = [d for d in drafts if d.clause.start < clause.start]
    if not earlier:
        return [d for d in drafts if d.clause in order[at + 1 : at + 2]]
    nearest = max(d.clause.start for d in earlier)
    return [d for d in earlier if d.clause.start == nearest] + [d for d in earlier if d.clause.start != nearest]


def _told_by(material: Material, draft: Draft) -> frozenset[str]:
    return _tellers(material, draft.trigger)


def _tellers(material: Material, span: Span) -> frozenset[str]:
    """Who is said to say what stands there."""
    return frozenset(a.id for a in material.attributions if a.covers.overlaps(span))


def _rivals(one: QuantityMention, other: QuantityMention) -> bool:
    """Whether two numbers are tolls of the same kind, neither a part of the other."""
    return one.kind is other.kind and Scope.SUBSET not in (one.scope, other.scope)


def _without_echoes(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Without the toll of one event as a report beside the event, and relative clauses that say the same again."""
    out: list[Draft] = []
    for draft in drafts:
        if draft.event_type is EventType.CASUALTY_REPORT and not draft.cumulative:
            home = next((d for d in drafts if d.event_type in HARMING[:3] and d.clause == draft.clause), None)
            if home is not None:
                home.quantities.extend(draft.quantities)
                continue
        pointing = draft.clause.of(document.text).lower().startswith(_POINTING)
        if pointing and not draft.quantities and any(d.event_type is draft.event_type for d in out):
            continue
        out.append(draft)
    return out


def clause_of(clauses: Sequence[Span], span: Span) -> Span:
    """The clause that holds a span, else the one it begins in, else the nearest."""
    for clause in clauses:
        if clause.holds(span):
            return clause
    for clause in clauses:
        if clause.start <= span.start < clause.end:
            return clause
    return min(clauses, key=lambda c: abs(c.start - span.start), default=span)


def _distance(one: Span, two: Span) -> int:
    return max(one.start - two.end, two.start - one.end, 0)
