"""One pass over the units of a text; the first rule that takes a unit takes its whole phrase."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.actors import words as w
from timeline.extract.actors.countries import compound_at, country_at
from timeline.extract.actors.groups import group_at
from timeline.extract.actors.persons import close, person_at, speaker_after, speaking_name_at
from timeline.extract.actors.phrases import head_at, phrase_at
from timeline.extract.actors.reference import GROUP_KINDS
from timeline.extract.actors.sides import Draft, forces_name, speaks_for
from timeline.extract.actors.units import Unit
from timeline.extract.places.context import Context
from timeline.lexicon.actors import lexicon

_BODY_HEADS = frozenset({"group", "force", "body", "media", "government"})


def scan(text: str, units: Sequence[Unit], context: Context) -> list[Draft]:
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
    """Whether "this terrorist group" stands here and a named group before it, to which it points back."""
    if not (0 < n < len(units) - 1 and units[n].low in GROUP_KINDS and units[n + 1].low == "group"):
        return False
    return units[n - 1].low in {"the", "this"} and any(d.head == "group" and d.rule != "head" for d in drafts)


def _at(
    text: str, units: Sequence[Unit], n: int, context: Context, drafts: Sequence[Draft]
) -> tuple[Draft, int, int] | None:
    unit = units[n]
    station = _station(text, units, n)
    if station:
        return station
    if unit.kind == "word":
        if unit.low.rstrip(".") in w.TITLES and (head_at(units, n) or (None, 0))[1] < 2:
            person = person_at(text, units, n)
            if person:
                return person
        if unit.low in w.SPEAKERS:
            role = _role_noun(text, units, n)
            if role:
                return role
        if unit.capital or (unit.low[0].isdigit() and unit.low.endswith(("st", "nd", "rd", "th"))):
            group = group_at(text, units, n)
            headed = phrase_at(text, units, n, context) if head_at(units, n) else None
            if group and (headed is None or group[0].end > headed[0].end):
                return group
            speaker = speaking_name_at(text, units, n)
            if speaker and head_at(units, n) is None:
                return speaker
        phrase = phrase_at(text, units, n, context)
        if phrase and not _the_group(units, n, drafts):
            return _with_speaker(text, units, phrase)
        compound = compound_at(text, units, n, context)
        return (compound, n, n + 1) if compound else None
    if unit.kind == "entity":
        return _entity(text, units, n)
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


def _entity(text: str, units: Sequence[Unit], n: int) -> tuple[Draft, int, int] | None:
    unit = units[n]
    entry = lexicon().entries[unit.value]
    stop = n + 1
    if entry.head == "media" and text[unit.start - 1 : unit.start] == "(" and text[unit.end : unit.end + 1] == ")":
        return None  # a credit: "(Reuters)"
    if entry.head == "person":
        following = units[stop] if stop < len(units) and close(text, unit, units[stop]) else None
        if following and following.low in ("family", "familys", "clan", "dynasty"):
            surname = entry.name.split()[-1].removeprefix("al-")
            return Draft(unit.start, following.end, f"{surname} family", "group", "family", "person"), n, stop + 1
        alone = " " not in unit.low and unit.low != entry.name.lower() and not unit.possessive
        if alone and following and _goes_on(units, stop):
            return None  # another person of that name
        body = speaks_for(entry)
        if body is not entry:
            return (
                Draft(unit.start, unit.end, body.name, body.head, "speaker-of-body", "person", person=entry.name),
                n,
                stop,
            )
        return Draft(unit.start, unit.end, entry.name, "person", "lexicon", "person", person=entry.name), n, stop
    while (
        stop < len(units) and stop - n <= 2 and close(text, units[stop - 1], units[stop]) and units[stop].kind == "word"
    ):
        low = units[stop].low
        head = head_at(units, stop)
        if (
            head
            and head[0].family in ("rebel", "fighter", "named", "force", "militia", "coalition")
            and entry.head in ("group", "force", "body")
        ):
            break
        if (low in w.FOLLOWING and entry.head in ("group", "body", "media")) or (
            low in w.STAFF and entry.head in _BODY_HEADS
        ):
            stop += 1
            continue
        break
    if stop < len(units) and close(text, units[stop - 1], units[stop]):
        head = head_at(units, stop)
        if (
            head
            and head[0].family in ("rebel", "fighter", "named", "force", "militia", "official")
            and entry.head in ("group", "force", "body", "government")
        ):
            return None  # the head phrase takes the name along
        person = person_at(text, units, stop) if units[stop].low in w.TITLES else None
        if person:
            return person
    while stop - 1 > n and units[stop - 1].low in w.SPEAKERS:
        stop -= 1
    draft = Draft(
        unit.start, units[stop - 1].end, entry.name, entry.head, "lexicon", _family(entry.head), entry.country
    )
    return _with_speaker(text, units, (draft, n, stop))


def _station(text: str, units: Sequence[Unit], n: int) -> tuple[Draft, int, int] | None:
    """A broadcaster named by its seat: "Radio Nepal", "Baghdad radio", "Damascus television"."""
    if n + 1 >= len(units) or not close(text, units[n], units[n + 1]):
        return None
    first, second = units[n], units[n + 1]
    seated = first.kind in {"name", "capital"} and not first.possessive and second.low in {"radio", "television", "tv"}
    called = first.low == "radio" and first.capital and second.kind in {"name", "capital"}
    if not (seated or called):
        return None
    name = text[first.start : second.end].replace("\n", " ")
    return Draft(first.start, second.end, name, "media", "station", "media"), n, n + 2


def _goes_on(units: Sequence[Unit], n: int) -> bool:
    """Whether the unit carries a name on: "Saddam" in "Saddam Kamel"."""
    unit = units[n]
    return unit.kind == "word" and unit.capital and unit.low not in w.NOT_NAMES and head_at(units, n) is None


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
    if (
        draft.head in ("force", "government", "people")
        and units[stop].low not in _SPOKESMEN
        and draft.family != "police"
    ):
        return found
    person, until = spoken
    draft.end, draft.person = units[until - 1].end, person
    return draft, first, until


_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def _family(head: str) -> str:
    return {"government": "government", "force": "force", "group": "group"}.get(head, head)


def _role_noun(text: str, units: Sequence[Unit], n: int) -> tuple[Draft, int, int] | None:
    """The body itself in "a spokesman for the UN", "head of the Observatory"."""
    k = n + 1
    if k < len(units) and units[k].low in ("for", "of") and close(text, units[n], units[k]):
        k += 1
        if k < len(units) and units[k].low == "the":
            k += 1
        if k < len(units) and units[k].kind == "entity" and "\n" not in text[units[n].end : units[k].start]:
            entry = lexicon().entries[units[k].value]
            if entry.head in _BODY_HEADS:
                return (
                    Draft(
                        units[n].start,
                        units[k].end,
                        entry.name,
                        entry.head,
                        "role-of-body",
                        _family(entry.head),
                    ),
                    n,
                    k + 1,
                )
    return None


def _people(units: Sequence[Unit], n: int, context: Context) -> tuple[Draft, int, int] | None:
    """Peoples as actors: "the Germans" of old wars are their forces, "Palestinians" or "Serbs" themselves."""
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
        return (
            Draft(unit.start, unit.end, forces_name(unit.value), "force", "nationality-forces", "force", unit.value),
            n,
            n + 1,
        )
    return None
