"""Actors of a document: lexicon names, patterns, and what points back to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.actors import words as w
from timeline.extract.actors.countries import compound_at, country_at
from timeline.extract.actors.groups import defined_acronyms, group_at
from timeline.extract.actors.persons import close, person_at, speaker_after, speaking_name_at
from timeline.extract.actors.phrases import head_at, phrase_at
from timeline.extract.actors.reference import bind_references, bind_surnames, issuer
from timeline.extract.actors.sides import Draft, defaults, forces_name, forces_of, side_of, speaks_for
from timeline.extract.actors.units import Unit, find_units
from timeline.extract.places.context import Context, document_context
from timeline.extract.places.datelines import find_datelines
from timeline.lexicon.actors import lexicon
from timeline.lexicon.fold import slug
from timeline.model import ActorMention, Document, Span

_ARMED_HEADS = frozenset({"rebel", "fighter", "named"})
_BODY_HEADS = frozenset({"group", "force", "body", "media", "government"})
_GENERIC_NAMES = frozenset({"militants", "insurgents", "guerrillas", "fighters", "rebels", "separatists", "extremists", "paramilitaries"})


def find_actors(document: Document, blocked: Sequence[Span] = ()) -> list[ActorMention]:
    """Every actor mention, in text order, not overlapping each other nor a ``blocked`` span (dates, say).

    ``id`` and ``name`` are the actor's; a spokesman's mention carries the body he speaks for. Nothing found is ``[]``.
    """
    text = document.text
    context = document_context(document)
    units = find_units(text, context, {})
    drafts = _scan(text, units, context)
    drafts += _bound_acronyms(text, units, drafts)
    _tell_groups(drafts, context)
    drafts += bind_surnames(text, units, drafts, _starts(drafts))
    drafts += bind_references(text, units, drafts)
    drafts += issuer(text, units, drafts)
    stops = sorted([*blocked, *find_datelines(text)])
    out: list[ActorMention] = []
    last = -1
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        span = Span(draft.start, draft.end)
        if span.start < last or any(span.overlaps(b) for b in stops):
            continue
        last = span.end
        out.append(ActorMention(span=span, text=span.of(text), id=draft.id, name=draft.name, rule=draft.rule, head=draft.head))
    return out


def _starts(drafts: Sequence[Draft]) -> set[int]:
    covered: set[int] = set()
    for draft in drafts:
        covered.update(range(draft.start, draft.end))
    return covered


def _scan(text: str, units: Sequence[Unit], context: Context) -> list[Draft]:
    """One pass from left to right; the first rule that takes a unit takes its whole phrase."""
    drafts: list[Draft] = []
    n = 0
    while n < len(units):
        found = _at(text, units, n, context, drafts)
        if found is None:
            n += 1
            continue
        draft, first, stop = found
        while drafts and drafts[-1].end > draft.start:
            if drafts[-1].start < units[first].start and drafts[-1].end >= draft.end:
                break
            drafts.pop()
        drafts.append(draft)
        n = max(stop, n + 1)
    return drafts


def _the_group(units: Sequence[Unit], n: int, drafts: Sequence[Draft]) -> bool:
    """"this terrorist group" points back to a named one."""
    return (
        n + 1 < len(units) and units[n + 1].low == "group" and n > 0 and units[n - 1].low in ("the", "this")
        and any(d.head == "group" and d.rule != "head" for d in drafts)
    )  # fmt: skip


def _at(text: str, units: Sequence[Unit], n: int, context: Context, drafts: Sequence[Draft]) -> tuple[Draft, int, int] | None:
    unit = units[n]
    if unit.kind == "word":
        if unit.low.rstrip(".") in w.TITLES:
            person = person_at(text, units, n, context)
            if person:
                return person
        if unit.low in w.SPEAKERS:
            role = _role_noun(text, units, n)
            if role:
                return role
        if unit.capital or (unit.low[0].isdigit() and unit.low.endswith(("st", "nd", "rd", "th"))):
            group = group_at(text, units, n)
            if group and head_at(units, n) is None:
                return group
            speaker = speaking_name_at(text, units, n, context)
            if speaker and head_at(units, n) is None:
                return speaker
            if group:
                return group
        phrase = phrase_at(text, units, n, context)
        if phrase and not _the_group(units, n, drafts):
            return _with_speaker(text, units, phrase)
        compound = compound_at(text, units, n, context)
        return (compound, n, n + 1) if compound else None
    if unit.kind == "entity":
        return _entity(text, units, n, context)
    if unit.kind in ("adjective", "group", "name"):
        group = group_at(text, units, n)
        if group:
            return group
    if unit.kind in ("name", "capital", "adjective"):
        country = country_at(text, units, n, context)
        return (country, n, n + 1) if country else None
    if unit.kind in ("people", "ethnic"):
        return _people(units, n, context)
    return None


def _entity(text: str, units: Sequence[Unit], n: int, context: Context) -> tuple[Draft, int, int] | None:
    unit = units[n]
    entry = lexicon().entries[unit.value]
    stop = n + 1
    if entry.head == "person":
        following = units[stop] if stop < len(units) and close(text, unit, units[stop]) else None
        if following and following.low in ("family", "familys", "clan", "dynasty"):
            surname = entry.name.split()[-1].removeprefix("al-")
            return Draft(unit.start, following.end, f"{surname} family", "group", "family", "person"), n, stop + 1
        if following and following.kind == "word" and following.capital and following.low not in w.NOT_NAMES and entry.aliases and unit.low != entry.name.lower() \
                and " " not in unit.low and not unit.possessive and head_at(units, stop) is None:  # fmt: skip
            return None  # another person of that name
        body = speaks_for(entry)
        if body is not entry:
            return Draft(unit.start, unit.end, body.name, body.head, "speaker-of-body", "person", person=entry.name), n, stop
        return Draft(unit.start, unit.end, entry.name, "person", "lexicon", "person", person=entry.name), n, stop
    while stop < len(units) and stop - n <= 2 and close(text, units[stop - 1], units[stop]) and units[stop].kind == "word":
        low = units[stop].low
        head = head_at(units, stop)
        if head and head[0].family in ("rebel", "fighter", "named", "force", "militia", "coalition") and entry.head in ("group", "force", "body"):
            break
        if low in w.FOLLOWING and entry.head in ("group", "body", "media") or (low in w.STAFF and entry.head in _BODY_HEADS):
            stop += 1
            continue
        break
    if stop < len(units) and close(text, units[stop - 1], units[stop]):
        head = head_at(units, stop)
        if head and head[0].family in ("rebel", "fighter", "named", "force", "militia", "official") and entry.head in ("group", "force", "body", "government"):
            return None  # the head phrase takes the name along
        person = person_at(text, units, stop, context) if units[stop].low in w.TITLES else None
        if person:
            return person
    while stop - 1 > n and units[stop - 1].low in w.SPEAKERS:
        stop -= 1
    draft = Draft(unit.start, units[stop - 1].end, entry.name, entry.head, "lexicon", _family(entry.head), entry.country)
    return _with_speaker(text, units, (draft, n, stop))


def _with_speaker(text: str, units: Sequence[Unit], found: tuple[Draft, int, int]) -> tuple[Draft, int, int]:
    """An actor together with the one who speaks for it: "army spokesman Brigadier X", "a UN spokesman, Lt. Col. Y"."""
    draft, first, stop = found
    if units[stop - 1].low in _SPOKESMEN and stop - 1 > first:
        stop -= 1
    elif stop >= len(units):
        return found
    if not close(text, units[stop - 1], units[stop]) or draft.head not in (*_BODY_HEADS, "people"):
        return found
    spoken = speaker_after(text, units, stop)
    if spoken is None:
        return found
    if draft.head in ("force", "government", "people") and units[stop].low not in _SPOKESMEN and draft.family != "police":
        return found
    person, until = spoken
    draft.end, draft.person = units[until - 1].end, person
    return draft, first, until


_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def _family(head: str) -> str:
    return {"government": "government", "force": "force", "group": "group"}.get(head, head)


def _role_noun(text: str, units: Sequence[Unit], n: int) -> tuple[Draft, int, int] | None:
    """"a spokesman for the UN", "head of the Observatory": the body itself."""
    k = n + 1
    if k < len(units) and units[k].low in ("for", "of") and close(text, units[n], units[k]):
        k += 1
        if k < len(units) and units[k].low == "the":
            k += 1
        if k < len(units) and units[k].kind == "entity" and "\n" not in text[units[n].end : units[k].start]:
            entry = lexicon().entries[units[k].value]
            if entry.head in _BODY_HEADS:
                return Draft(units[n].start, units[k].end, entry.name, entry.head, "role-of-body", "person" if False else _family(entry.head)), n, k + 1
    return None


def _people(units: Sequence[Unit], n: int, context: Context) -> tuple[Draft, int, int] | None:
    """"the Germans" are their forces, "Palestinians" or "Bosnian Serbs" themselves; a country's own people are not an actor."""
    unit = units[n]
    if unit.kind == "ethnic":
        following = units[n + 1].low if n + 1 < len(units) else ""
        before = units[n - 1].low if n else ""
        if following not in w.DEEDS | {"have", "had", "were", "who"} and before not in ("by", "against", "between"):
            return None
        return Draft(unit.start, unit.end, unit.value, "people", "ethnic", "people"), n, n + 1
    if unit.value == "PS":
        return Draft(unit.start, unit.end, "Palestinians", "people", "nationality", "people", unit.value), n, n + 1
    if n and units[n - 1].low == "the" and context.years and context.years[1] < 1980:
        return Draft(unit.start, unit.end, forces_name(unit.value), "force", "nationality-forces", "force", unit.value), n, n + 1
    return None


def _bound_acronyms(text: str, units: Sequence[Unit], drafts: Sequence[Draft]) -> list[Draft]:
    bound = defined_acronyms(text, units, drafts)
    covered = _starts(drafts)
    out: list[Draft] = []
    for match in re.finditer("|".join(sorted(map(re.escape, bound), key=len, reverse=True)), text) if bound else ():
        if match.start() in covered or text[match.start() - 1 : match.start()].isalnum() or text[match.end() : match.end() + 1].isalnum():
            continue
        owner = bound[match.group()]
        out.append(replace(owner, start=match.start(), end=match.end(), rule="defined-acronym"))
    return out


def _tell_groups(drafts: list[Draft], context: Context) -> None:
    """Bare heads take the side the document gives them.

    "the rebels" are the one group that the document itself calls rebels; "the army" is the army the document names
    most, the country of the document first.
    """
    called: dict[str, str] = {}
    for draft in drafts:
        if draft.rule in ("entity-head", "head-tie") and draft.family in _ARMED_HEADS and draft.head == "group":
            called[draft.name] = draft.head
    if not called and (context.main or "", "rebels") not in defaults():
        named = Counter(draft.name for draft in drafts if draft.head == "group" and draft.rule in ("lexicon", "named-group"))
        top = named.most_common(2)
        if top and top[0][1] > 1 and (len(top) == 1 or top[0][1] >= 2 * top[1][1]):
            called[top[0][0]] = "group"
    sides: dict[str, int] = {}
    for draft in drafts:
        if draft.family == "force" and draft.country and not draft.bare:
            sides[draft.country] = sides.get(draft.country, 0) + 1
    for draft in drafts:
        if not draft.bare:
            continue
        if draft.owner and draft.family in (*_ARMED_HEADS, "force", "militia") and _owned(draft, drafts):
            continue
        if len(called) == 1 and draft.family in (*_ARMED_HEADS, "militia") and draft.rule in ("head", "compound-held") and draft.name.split()[-1] in _GENERIC_NAMES:
            draft.name, draft.head = next(iter(called.items()))
        elif draft.family == "force" and draft.rule == "head" and sides and context.main not in sides and len(sides) == 1:
            draft.name = forces_name(next(iter(sides)))


def _owned(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """"its fighters", "his troops": of the actor named last before it; tells whether one was found."""
    earlier = [d for d in drafts if d.end <= draft.start and draft.start - d.end < 250]
    for other in reversed(earlier):
        if other.head in ("group", "force") and other.rule != "head" and draft.owner != "his":
            draft.name, draft.head, draft.bare = other.name, other.head, False
            return True
        if other.head == "government" and other.country and draft.owner != "his" and draft.family == "force":
            draft.name, draft.bare = forces_name(other.country), False
            return True
        if other.person and draft.owner == "his":
            entry = lexicon().entries.get(slug(other.person))
            if entry and side_of(entry) is not entry:
                draft.name, draft.head = forces_of(entry)
                return True
            return False
    return False
