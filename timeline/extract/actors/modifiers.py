"""What stands around a head word and says whose it is: "Assad's", "Kurdish", "US-backed", "loyal to"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.actors import words as w
from timeline.extract.actors.groups import group_at, headline
from timeline.extract.actors.sides import adjective, forces_name, forces_of, side_of, state_name
from timeline.extract.actors.units import Unit
from timeline.lexicon.actors import lexicon
from timeline.lexicon.fold import fold
from timeline.lexicon.gazetteer import gazetteer
from timeline.lexicon.words import common_words, word_class

OWN_SIDE = word_class("own-side")


REBEL_SIDE = word_class("rebel-side")


_PASSED = w.DETERMINERS | w.QUALIFIERS | word_class("tie-between")
_TIES = frozenset(
    tuple(tie.split("_"))
    for tie in (
        "loyal_to", "allied_to", "allied_with", "aligned_with", "belonging_to", "linked_to", "affiliated_with",
        "affiliated_to", "of", "from", "backed_by", "under", "led_by", "faithful_to", "commanded_by",
    )
)  # fmt: skip
# Names of states that serve as adjectives: "US troops", "UK parliament".
ADJECTIVE_NAMES = frozenset({"us", "u.s", "u.s.", "uk", "u.k.", "united states", "uae"})
_NAMEABLE = frozenset({"rebel", "fighter", "named", "militia"})
ARMED = frozenset({"force", "rebel", "fighter", "named", "militia", "coalition"})


class Modifiers(NamedTuple):
    """What stands before a head: the first unit, country code, entity id, ethnic word, class words, "X-backed"."""

    first: int
    code: str | None = None
    entity: str | None = None
    ethnic: str = ""
    lows: frozenset[str] = frozenset()
    backed: str = ""


def full_adjective(units: Sequence[Unit], first: int, n: int, code: str) -> str:
    """A country adjective with the ethnic word beside it: "Iraqi Kurdish"."""
    for unit in units[first:n]:
        if unit.kind == "group":
            return f"{adjective(code)} {unit.value}"
    return adjective(code)


def near(text: str, left: Unit, right: Unit) -> bool:
    """Whether no punctuation and at most four characters stand between."""
    gap = text[left.end : right.start]
    return len(gap) <= 4 and not any(c in gap for c in '.,;:()[]"“”!?\n—')


def modifiers_at(text: str, units: Sequence[Unit], n: int, family: str) -> Modifiers:
    """The modifiers before the head at unit ``n``."""
    first, k = n, n - 1
    code = entity = None
    ethnic, backed = "", ""
    lows: set[str] = set()
    if k >= 0 and units[k].kind == "entity" and text[units[k].end : units[n].start] == ") " and family in ARMED:
        return Modifiers(n, entity=units[k].value)
    while k >= 0 and n - k <= 7 and near(text, units[k], units[k + 1]):
        unit = units[k]
        if unit.kind == "name" and unit.low in ADJECTIVE_NAMES:
            code, first = code or unit.value, k
            k -= 1
            continue
        if unit.kind in ("adjective", "name", "people") or (
            unit.kind == "capital" and (unit.possessive or family == "government")
        ):
            if (
                unit.kind == "name"
                and not unit.possessive
                and family not in ("force", "government", "rebel", "militia", "official")
            ):
                break
            if (
                unit.kind in ("name", "people")
                and not unit.possessive
                and k + 1 != n
                and units[k + 1].low not in OWN_SIDE
            ):
                break
            code, first = code or unit.value, k
            if unit.kind == "name" and k and units[k - 1].low in ("in", "of", "from", "to") and not unit.possessive:
                break
        elif unit.kind == "entity":
            if family in ARMED and lexicon().entries[unit.value].head == "media":
                break
            entity, first = unit.value, k
            break
        elif unit.kind == "group":
            ethnic, first = (unit.value + " " + ethnic).strip() if ethnic else unit.value, k
        elif unit.low in OWN_SIDE or unit.low in REBEL_SIDE or unit.low.removesuffix("s") in ("regime", "government"):
            lows.add(unit.low)
            first = k
        elif unit.low.rpartition("-")[2] in w.BACKED and "-" in unit.low:
            glued = unit.low.startswith("-") and k and units[k - 1].kind == "entity"
            first = k - 1 if glued else k
            side, _, tie = text[units[first].start : unit.end].rpartition("-")
            backed = f"{side.replace('U.S.', 'US').replace('U.S', 'US')}-{tie.lower()}"
            if glued:
                break
        elif unit.low in w.QUALIFIERS:
            lows.add(unit.low)
        elif k == n - 1 and family in _NAMEABLE and _proper(text, units, k):
            ethnic, first = text[unit.start : unit.end], k
            break
        else:
            break
        k -= 1
    return Modifiers(first, code, entity, ethnic, frozenset(lows), backed)


def _proper(text: str, units: Sequence[Unit], n: int) -> bool:
    """Whether a capitalised word before a head names the group: "Simba rebels"; not the first word of a sentence."""
    unit = units[n]
    if (
        not (unit.kind == "word" and unit.capital)
        or unit.possessive
        or "-" in unit.low
        or unit.low in common_words()
        or n == 0
    ):
        return False
    gap = text[units[n - 1].end : unit.start]
    return gap == " " and not headline(text, unit.start) and not gazetteer().has(fold(unit.low))


def tie_after(text: str, units: Sequence[Unit], stop: int) -> tuple[str, str, int] | None:
    """What follows a head and says whose it is: "loyal to Assad", "from the Islamic State"."""
    for size in (2, 1):
        if stop + size >= len(units) or tuple(u.low for u in units[stop : stop + size]) not in _TIES:
            continue
        if not near(text, units[stop - 1], units[stop]):
            return None
        k = stop + size
        while k < min(len(units) - 1, stop + size + 5) and (
            units[k].low in _PASSED or units[k].kind in {"group", "adjective"}
        ):
            k += 1
        unit = units[k]
        loyal = units[stop].low in word_class("tie-loyal")
        if unit.kind == "entity":
            entry = lexicon().entries[unit.value]
            if entry.head == "person":
                if not loyal and units[stop].low != "of":
                    return None
                name, kind = forces_of(entry)
                return name, kind, k + 1
            if entry.head in ("group", "force") and units[stop].low not in ("under", "backed", "led"):
                return entry.name, entry.head, k + 1
            if entry.head == "government" and loyal and units[stop].low != "backed":
                name, kind = forces_of(entry)
                return name, kind, k + 1
        named = group_at(text, units, k) if units[stop].low in {"of", "from"} else None
        if named:
            return named[0].name, named[0].head, named[2]
        if loyal and units[stop].low in ("loyal", "faithful") and unit.capital and unit.kind == "word":
            until = k + 1
            while (
                until < len(units)
                and units[until].capital
                and near(text, units[until - 1], units[until])
                and until - k < 4
            ):
                until += 1
            return f"forces loyal to {text[unit.start : units[until - 1].end]}", "group", until
        return None
    return None


_MISSION = frozenset({"observers", "investigators", "monitors", "inspectors", "experts"})


def of_entity(entity: str, family: str, generic: str) -> tuple[str, str]:
    """A named actor before a head: "Hamas fighters" are Hamas, "Assad's troops" his state's forces."""
    entry = lexicon().entries[entity]
    side = side_of(entry)
    if entry.head == "person":
        if family in ("government", "official") and side.country:
            return state_name(side.country), "government"
        if family == "government" and not side.country:
            return entry.name, "person"
        if family in ARMED or family == "government":
            return forces_of(entry)
        return entry.name, "person"
    if entry.id == "united-nations" and generic == "peacekeepers":
        return "UN peacekeepers", "force"
    if entry.id == "african-union" and (generic == "peacekeepers" or family == "force"):
        return "AU peacekeepers", "force"
    if entry.head == "government" and entry.country and family == "force":
        return forces_name(entry.country), "force"
    if family == "people":
        return (entry.name, entry.head) if entry.head == "body" and generic in _MISSION else (generic, "people")
    return entry.name, entry.head
