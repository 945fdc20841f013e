"""Which temporal expression of a sentence dates which draft."""

from __future__ import annotations

from dataclasses import replace

from timeline.datespan import Precision, Relation
from timeline.extract.claims.draft import Draft, clause_of
from timeline.extract.claims.material import Material
from timeline.extract.events.scope import date_scope
from timeline.model import ClaimDate, DateMention, Document, Span


def date_drafts(document: Document, material: Material, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the expressions that govern their clause; an expression nobody took gets a draft of its own."""
    told, free = _told_and_free(material)
    scopes = [(mention, _scope(document, material, mention)) for mention in free]
    for draft in drafts:
        draft.mention = _nearest(draft, [m for m, scope in scopes if draft.clause in scope])
    out = list(drafts)
    taken = {id(d.mention) for d in out}
    for mention, scope in scopes:
        if id(mention) in taken:
            continue
        home = _home(drafts, scope, mention)
        if home is not None and home.mention is None:
            home.mention = mention
        elif home is not None and _differs(home, mention):
            out.append(replace(home, mention=mention, quantities=[]))
    for draft in out:
        if draft.mention is not None:
            draft.date = to_claim_date(draft.mention)
        elif told and not draft.cumulative and draft.tense != "present":
            draft.date = _told_on(told[0])
    return out


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
    return scope or [clause_of(material.clauses, mention.span)]


def _nearest(draft: Draft, mentions: list[DateMention]) -> DateMention | None:
    """Of several dates over a clause the one in the clause itself, then the one nearest to the trigger."""
    return min(mentions, key=lambda m: (not draft.clause.overlaps(m.span), _gap(draft.trigger, m.span)), default=None)


def _home(drafts: list[Draft], scope: list[Span], mention: DateMention) -> Draft | None:
    here = [d for d in drafts if d.clause in scope]
    return min(here, key=lambda d: _gap(d.trigger, mention.span), default=None)


def _differs(draft: Draft, mention: DateMention) -> bool:
    return draft.mention is None or draft.mention.when != mention.when


def _gap(one: Span, two: Span) -> int:
    return max(one.start - two.end, two.start - one.end, 0)
