"""Which temporal expression of a sentence dates which draft."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.datespan import DateSpan, Precision, Relation
from timeline.extract.claims.draft import Draft, clause_of, make_dated_draft
from timeline.extract.claims.material import Material
from timeline.extract.claims.sifting import compared_day, in_a_title, without_comparisons, without_frames
from timeline.extract.events.scope import date_scope
from timeline.model import ClaimDate, DateMention, Document, EventType, Span

_ATTRIBUTIVE = 2  # letters between a date and the noun it qualifies
_BEGINNING = re.compile(
    r"(?:which|that)\s+(?:was\s+|were\s+|had\s+)?(?:begun|began|started|launched|erupted|broke out)\b"
)
_BOUND_WORDS = 2  # "before 3 May", "until the 3rd": a date alone is no clause
_STRETCHING = (Relation.SINCE, Relation.UNTIL)
_STRETCH_WORDS = ("since", "ever since", "until", "till")


def date_drafts(document: Document, material: Material, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the expressions that govern their clause; an expression nobody took gets a draft of its own."""
    told, free = _told_and_free(material)
    free = [m for m in without_frames(document, free) if not in_a_title(document, m)]
    free, compared = without_comparisons(document, free)
    if not drafts and free:
        dated = make_dated_draft(document, material, free[0])
        drafts = [dated] if dated else []
    scopes = [(mention, _scope(document, material, mention)) for mention in free]
    for draft in drafts:
        draft.mention = _nearest(
            draft, [m for m, scope in scopes if draft.clause in scope and not _of_another(draft, drafts, m)]
        )
    for draft in drafts:
        draft.mention = draft.mention or compared_day(document, draft, compared)
    out = list(drafts)
    taken = {id(d.mention) for d in out}
    for mention, scope in scopes:
        if id(mention) in taken:
            continue
        if _of_another_time(document, material, drafts, mention):
            continue
        home = _home(drafts, scope, mention)
        if home is not None and home.mention is None:
            home.mention = mention
        elif home is not None and _differs(home, mention):
            out.append(replace(home, mention=mention, quantities=[]))
    for draft in out:
        if draft.mention is not None:
            draft.date = _begun(document, material, draft, draft.mention) or to_claim_date(draft.mention)
        elif told and not draft.cumulative and draft.tense != "present":
            draft.date = _told_on(told[0])
    return out


def _begun(document: Document, material: Material, draft: Draft, mention: DateMention) -> ClaimDate | None:
    """“Killed 175 in an offensive which began last weekend”: the day of the beginning opens the stretch of the toll."""
    home = clause_of(material.clauses, mention.span)
    outside = draft.harms and not any(home.holds(q.span) for q in draft.quantities)
    if not outside or mention.when is None or mention.when.start is None:
        return None
    if not _BEGINNING.match(document.text[home.start : mention.span.start].lstrip(", ")):
        return None
    since = DateSpan.interval(mention.when.start, None, approximate=mention.when.approximate)
    return replace(to_claim_date(mention), when=since, relation=Relation.SINCE)


def to_claim_date(mention: DateMention) -> ClaimDate:
    """The date of a claim from the words that give it; the mention has days."""
    assert mention.when is not None
    return ClaimDate(
        when=mention.when,
        relation=mention.relation,
        basis=mention.basis,
        rule=mention.rule,
        text=mention.text,
        span=mention.span,
        alternatives=mention.alternatives,
        resolution=mention.resolution,
    )


def _told_and_free(material: Material) -> tuple[list[DateMention], list[DateMention]]:
    """Dates of mere saying ("said on Friday") and those of what is said."""
    told: list[DateMention] = []
    free: list[DateMention] = []
    for mention in material.dates:
        (told if _of_saying(material, mention) else free).append(mention)
    return told, free


def _of_saying(material: Material, mention: DateMention) -> bool:
    """Whether the date stands in the words that attribute, outside everything they cover."""
    return any(
        a.span.start <= mention.span.start
        and mention.span.end <= a.span.end + 24
        and not a.covers.holds(mention.span)
        and material.sentence.holds(a.span)
        for a in material.attributions
    )


def _told_on(mention: DateMention) -> ClaimDate:
    """What was told on a day and has no date of its own had happened by that day."""
    date = to_claim_date(mention)
    words = f"told “{mention.text}”; the event is of that day or before" + (
        f" ({date.resolution})" if date.resolution else ""
    )
    relation = Relation.BY if date.when.precision is Precision.DAY else date.relation
    return replace(date, relation=relation, rule=f"told:{date.rule}", resolution=words)


def _scope(document: Document, material: Material, mention: DateMention) -> list[Span]:
    scope = date_scope(document, material.sentence, list(material.clauses), mention.span)
    scope = scope or [clause_of(material.clauses, mention.span)]
    home = clause_of(material.clauses, mention.span)
    opening = home.of(document.text).lstrip(", ").lower()
    if mention.relation in _STRETCHING and opening.startswith(_STRETCH_WORDS):
        # "… have been killed since the revolt began in March 2011": the stretch is the main clause's.
        dated = {clause_of(material.clauses, m.span) for m in material.dates if m is not mention}
        scope = [*scope, *(c for c in material.clauses if c not in scope and c not in dated)]
    return scope


def _nearest(draft: Draft, mentions: list[DateMention]) -> DateMention | None:
    """Of several dates over a clause the one in the clause itself, then the one nearest to the trigger."""
    return min(mentions, key=lambda m: (not draft.clause.overlaps(m.span), _gap(draft.trigger, m.span)), default=None)


def _of_another(draft: Draft, drafts: list[Draft], mention: DateMention) -> bool:
    """Whether the date stands with another thing of the clause: “the 25 December agreement”, “talks broken off in May”.

    What somebody says is of the day he says it, not of the day of what he speaks of.
    """
    others = [d for d in drafts if d is not draft and d.clause.overlaps(mention.span)]
    if any(0 <= d.trigger.start - mention.span.end <= _ATTRIBUTIVE for d in others):
        return not 0 <= draft.trigger.start - mention.span.end <= _ATTRIBUTIVE
    if draft.event_type is not EventType.STATEMENT or mention.span.start < draft.trigger.start:
        return False
    return not draft.clause.overlaps(mention.span) or any(draft.trigger.end <= d.trigger.start for d in others)


def _home(drafts: list[Draft], scope: list[Span], mention: DateMention) -> Draft | None:
    here = [d for d in drafts if d.clause in scope] or [d for d in drafts if d.mention is None]
    return min(here, key=lambda d: _gap(d.trigger, mention.span), default=None)


def _of_another_time(document: Document, material: Material, drafts: list[Draft], mention: DateMention) -> bool:
    """Whether the date stands in a clause of its own that only bounds the others: “before the army took it in May”."""
    clause = clause_of(material.clauses, mention.span)
    opening = document.text[clause.start : mention.span.start].lstrip(", ").lower()
    bounds = opening.startswith(("before ", "until ")) and len(opening.split()) > _BOUND_WORDS
    return bounds and not any(d.clause == clause for d in drafts)


def _differs(draft: Draft, mention: DateMention) -> bool:
    return draft.mention is None or draft.mention.when != mention.when


def _gap(one: Span, two: Span) -> int:
    return max(one.start - two.end, two.start - one.end, 0)
