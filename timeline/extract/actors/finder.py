"""Actors of a document: lexicon names, patterns, and what points back to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.actors.collective import tell_groups
from timeline.extract.actors.groups import defined_acronyms
from timeline.extract.actors.reference import bind_references, bind_surnames, issuer
from timeline.extract.actors.scan import scan
from timeline.extract.actors.sides import Draft
from timeline.extract.actors.units import Unit, find_units
from timeline.extract.places.context import document_context
from timeline.extract.places.cover import Cover
from timeline.extract.places.datelines import find_datelines
from timeline.model import ActorMention, Document, Span


def find_actors(document: Document, blocked: Sequence[Span] = ()) -> list[ActorMention]:
    """Every actor mention, in text order, not overlapping each other nor a ``blocked`` span (dates, say).

    ``id`` and ``name`` are the actor's; a spokesman's mention carries the body he speaks for. Nothing found is ``[]``.
    """
    text = document.text
    context = document_context(document)
    units = find_units(text, context)
    drafts = scan(text, units, context)
    drafts += _bound_acronyms(text, units, drafts)
    tell_groups(text, drafts, context)
    drafts += bind_surnames(text, units, drafts, _covered(text, drafts))
    drafts += bind_references(text, units, drafts)
    drafts += issuer(text, units, drafts)
    stops = Cover(len(text), [*blocked, *find_datelines(text)])
    out: list[ActorMention] = []
    last = -1
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        span = Span(draft.start, draft.end)
        if span.start < last or stops.touches(*span):
            continue
        last = span.end
        out.append(
            ActorMention(span=span, text=span.of(text), id=draft.id, name=draft.name, rule=draft.rule, head=draft.head)
        )
    return out


def _covered(text: str, drafts: Sequence[Draft]) -> Cover:
    return Cover(len(text), ((draft.start, draft.end) for draft in drafts))


def _bound_acronyms(text: str, units: Sequence[Unit], drafts: Sequence[Draft]) -> list[Draft]:
    bound = defined_acronyms(text, units, drafts)
    covered = _covered(text, drafts)
    out: list[Draft] = []
    for match in re.finditer("|".join(sorted(map(re.escape, bound), key=len, reverse=True)), text) if bound else ():
        if (
            covered.touches(*match.span())
            or text[match.start() - 1 : match.start()].isalnum()
            or text[match.end() : match.end() + 1].isalnum()
        ):
            continue
        owner = bound[match.group()]
        out.append(replace(owner, start=match.start(), end=match.end(), rule="defined-acronym"))
    return out
