"""Head-word phrases: "regime forces", "Kurdish fighters", "troops loyal to Assad", "the army"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.actors import words as w
from timeline.extract.actors.sides import (
    Draft,
    Head,
    defaults,
    forces_name,
    forces_of,
    head_openers,
    heads,
    make_name,
    side_of,
    state_name,
)
from timeline.extract.actors.units import Unit
from timeline.extract.places.context import Context
from timeline.lexicon.actors import lexicon

_OWN_SIDE = frozenset({"regime", "government", "pro-government", "pro-regime", "loyalist", "government-allied", "state", "president's",
                       "pro-assad", "national", "presidential", "army", "regime-allied", "president"})  # fmt: skip
_LOYAL = frozenset({"pro-government", "pro-regime", "loyalist", "government-allied", "allied", "pro-assad", "regime-allied", "loyal",
                    "government", "regime"})  # fmt: skip
_REBEL_SIDE = frozenset({"rebel", "opposition", "insurgent", "anti-government", "anti-regime", "revolutionary"})
_OWNERS = frozenset({"its", "his", "their"})
_TIES = {("loyal", "to"), ("allied", "to"), ("allied", "with"), ("aligned", "with"), ("belonging", "to"), ("linked", "to"),
         ("affiliated", "with"), ("affiliated", "to"), ("of",), ("from",), ("backed", "by"), ("under",), ("led", "by"),
         ("faithful", "to"), ("commanded", "by")}  # fmt: skip
_ARMED = frozenset({"force", "rebel", "fighter", "named", "militia", "coalition"})
# Equipment and generic words that need a side before they are an actor.
_NEEDS_SIDE = frozenset(
    """forces force warplane warplanes jets helicopters helicopter gunships aircraft bombers tanks planes drones navy
    warships warship gunboats marines commandos paratroopers artillery infantry cavalry recruits conscripts garrison
    reservists administration military-unit combatants fighter-jet fighter-jets helicopter-gunships expeditionary-force""".split()
)
_SIDELESS = frozenset({"jihadists", "terrorist groups", "extremists", "gunmen", "suicide bombers", "bandits", "mujahideen", "defectors", "dissidents"})
_VIOLENT = frozenset(
    """attack attacks explosion explosions act acts bombing bombings blast blasts strike strikes operation threat activity plot plots
    incident incidents rocket mortar car shelling assault""".split()
)
_NOUN_AFTER_MILITARY = frozenset(
    """operation operations intervention action campaign aid equipment council base bases offensive solution support
    hardware presence pressure assistance service targets objectives experts equipment coup rule means option hospital
    airport dictatorship alliance cooperation escalation advisers advisors spending training occupation tribunal court
    conflict confrontation post posts position positions activity sites site facility facilities vehicles vehicle""".split()
)


def head_at(units: Sequence[Unit], n: int) -> tuple[Head, int] | None:
    """The longest head phrase that begins at unit ``n``, and how many units it has."""
    unit = units[n]
    if unit.kind != "word":
        return None
    low = unit.low
    glued = low[:-1] if low.endswith("s") and low not in head_openers() and low[:-1] in head_openers() else low
    longest = head_openers().get(glued)
    if not longest:
        return None
    for size in range(min(longest, len(units) - n), 0, -1):
        key = tuple((glued if k == 0 else units[n + k].low) for k in range(size))
        found = heads().get(key)
        if found and all(units[n + k].kind == "word" for k in range(size)):
            return found, size
    return None


def phrase_at(text: str, units: Sequence[Unit], n: int, context: Context) -> tuple[Draft, int, int] | None:
    """The actor of the head phrase at unit ``n``: (draft, first unit, unit after the last)."""
    found = head_at(units, n)
    if not found:
        return None
    head, size = found
    stop = n + size
    last = units[stop - 1]
    left = _left(text, units, n, head.family)
    first, code, entity, ethnic, lows, backed = left
    phrase = "-".join(u.low for u in units[n:stop])
    following = units[stop] if stop < len(units) and _near(text, last, units[stop]) else None
    if head.family == "stategov" or (phrase in ("military", "state") and _not_actor(units, n, stop, following, code)):
        return None
    if phrase == "witness" and n and units[n - 1].low in ("to", "bear", "bore"):
        return None
    if phrase == "resident" and following and following.low in ("representative", "coordinator"):
        return None
    if head.family == "ethnic" and not (ethnic and lows <= w.QUALIFIERS | {"rebel", "opposition"}):
        return None
    if (phrase == "refugee" and following and following.low in ("camp", "camps", "agency", "crisis", "status", "shelter", "settlement")) or (
        phrase == "civilian" and following and following.low in ("vigilante", "airport", "government", "leader", "leaders", "authorities", "joint", "rule", "administration")
    ):
        return None
    if phrase == "terrorist" and _violent(units, stop):
        return None
    if head.family == "weak" and not _says_or_suffers(text, units, first, stop):
        return None
    end = last.end
    name, kind, rule, bare = "", "group", "head", False
    tie = _tie(text, units, stop) if head.family in _ARMED or head.family == "people" else None
    family = head.family
    if family == "fighter" and lows & _OWN_SIDE - {"national"}:
        family = "militia"
    if family == "force" and lows & _REBEL_SIDE:
        head, family = Head("rebel", "rebels"), "rebel"
    if tie:
        tied_name, tied_kind, until = tie
        name, kind, end, stop, rule = tied_name, tied_kind, units[until - 1].end, until, "head-tie"
    elif backed and family in _ARMED:
        name = f"{backed} {phrase.replace('-', ' ') if family == 'force' else head.name}"
        rule = "head-backed"
    elif entity:
        name, kind = _of_entity(entity, family, head.name)
        rule = "entity-head"
    elif family == "militia" and lows & _LOYAL:
        name = "pro-government militias"
    elif ethnic and family in _ARMED | {"opposition", "ethnic"}:
        name = f"{ethnic} {phrase.replace('-', ' ') if family == 'force' else head.name if family != 'fighter' else 'fighters'}"
    elif code and family in ("named", "militia") and head.name not in _SIDELESS:
        name = f"{_adjective(units, first, n, code)} {head.name}"
    elif family == "named" and "foreign" in lows:
        name = f"foreign {head.name}"
    elif family == "fighter" and "foreign" in lows:
        name = "foreign fighters"
    elif family == "police" and code and code != context.main:
        name, kind = f"{_adjective(units, first, n, code)} police", "force"
    elif family in ("people", "weak", "police", "named", "militia", "body", "monitor", "coalition", "official", "milofficial"):
        name, kind, bare = _generic(head, code, ethnic, context)
        if not name:
            return None
    else:
        bare = code is None and not lows & (_OWN_SIDE - {"army", "national", "state", "president"})
        if bare and not tie and phrase in _NEEDS_SIDE:
            return None
        if family == "force" and lows & _OWN_SIDE and code is None and context.main is None:
            name, kind = "government forces", "force"
        else:
            name, kind = make_name(family, head.name, code, context)
    owner = units[first - 1].low if first and units[first - 1].low in _OWNERS and not (code or entity or ethnic or tie) else ""
    return Draft(units[first].start, end, name, kind, rule, family, code, bare, words=tuple(sorted(lows)), owner=owner), first, stop


def _violent(units: Sequence[Unit], stop: int) -> bool:
    return any(u.low in _VIOLENT for u in units[stop : stop + 2])


def _says_or_suffers(text: str, units: Sequence[Unit], first: int, stop: int) -> bool:
    """Whether people of a calling speak or are hurt here; else they are scenery ("a network of medics")."""
    after = {u.low for u in units[stop : stop + 3] if "." not in text[units[stop - 1].end : u.start]}
    before = {u.low for u in units[max(0, first - 4) : first]}
    return bool(after & (w.SPEECH | {"were", "was"}) or before & {"according", "told", "killed", "wounded", "injured", "arrested", "detained", "killing", "quoted", "citing", "kidnapped"})


def _adjective(units: Sequence[Unit], first: int, n: int, code: str) -> str:
    from timeline.extract.actors.sides import adjective  # noqa: PLC0415

    for unit in units[first:n]:
        if unit.kind == "group":
            return f"{adjective(code)} {unit.value}"
    return adjective(code)


def _not_actor(units: Sequence[Unit], n: int, stop: int, following: Unit | None, code: str | None) -> bool:
    """Whether "military" is an adjective here: "military operation", "a military source" is another head."""
    if following is None:
        return n == 0 or not (code or units[n - 1].low == "the")
    if following.low in _NOUN_AFTER_MILITARY:
        return code is None
    if code:
        return False
    return not (n and units[n - 1].low in ("the", "'s")) or following.low not in w.DEEDS | {"has", "have", "had", "is", "was", "were",
        "will", "would", "and", "in", "to", "on", "by", "of", "for", "that", "with", "after", "from", "also", "at", "who", "did", "could"}  # fmt: skip


def _near(text: str, left: Unit, right: Unit) -> bool:
    gap = text[left.end : right.start]
    return len(gap) <= 4 and not any(c in gap for c in ".,;:()[]\"“”!?\n—")


def _left(text: str, units: Sequence[Unit], n: int, family: str) -> tuple[int, str | None, str | None, str, set[str], str]:
    """Modifiers before a head: (first unit, country, entity, ethnic word, words, "X-backed")."""
    first, k = n, n - 1
    code = entity = None
    ethnic, backed = "", ""
    lows: set[str] = set()
    if k >= 0 and units[k].kind == "entity" and text[units[k].end : units[n].start] == ") " and family in _ARMED:
        return k, None, units[k].value, "", lows, ""
    while k >= 0 and n - k <= 7 and _near(text, units[k], units[k + 1]):
        unit = units[k]
        if unit.kind in ("adjective", "name", "people") or (unit.kind == "capital" and unit.possessive):
            if unit.kind == "name" and not unit.possessive and family not in ("force", "government", "rebel", "militia", "official"):
                break
            if unit.kind in ("name", "people") and not unit.possessive and k + 1 != n and units[k + 1].low not in _OWN_SIDE:
                break
            code, first = code or unit.value, k
            if unit.kind == "name" and k and units[k - 1].low in ("in", "of", "from", "to") and not unit.possessive:
                break
        elif unit.kind == "entity":
            if family in _ARMED and lexicon().entries[unit.value].head == "media":
                break
            entity, first = unit.value, k
            break
        elif unit.kind == "group":
            ethnic, first = (unit.value + " " + ethnic).strip() if ethnic else unit.value, k
        elif unit.low in _OWN_SIDE or unit.low in _REBEL_SIDE or unit.low.removesuffix("s") in ("regime", "government"):
            lows.add(unit.low)
            first = k
        elif unit.low.rpartition("-")[2] in w.BACKED and "-" in unit.low:
            backed, first = _compound(text[unit.start : unit.end]), k
        elif unit.low in w.QUALIFIERS:
            lows.add(unit.low)
        elif unit.low == "and" and k and units[k - 1].kind == "adjective" and code is not None:
            break
        else:
            break
        k -= 1
    return first, code, entity, ethnic, lows, backed


def _compound(words: str) -> str:
    side, _, tie = words.rpartition("-")
    return f"{side}-{tie}"


def _tie(text: str, units: Sequence[Unit], stop: int) -> tuple[str, str, int] | None:
    """What follows a head and says whose it is: "loyal to Assad", "from the Islamic State"."""
    for size in (2, 1):
        if stop + size >= len(units) or tuple(u.low for u in units[stop : stop + size]) not in _TIES:
            continue
        if not _near(text, units[stop - 1], units[stop]):
            return None
        k = stop + size
        while k < len(units) - 1 and k < stop + size + 5 and (units[k].low in w.DETERMINERS | w.QUALIFIERS
               or units[k].kind in ("group", "adjective", "title") or units[k].low in ("president", "general", "gen", "leader", "jihadist",
               "islamist", "militant", "rebel", "former", "group", "extremist", "terrorist", "movement", "al-qaeda-linked")):  # fmt: skip
            k += 1
        unit = units[k]
        loyal = units[stop].low in ("loyal", "allied", "aligned", "faithful", "led", "commanded", "under", "backed")
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
        if loyal and units[stop].low in ("loyal", "faithful") and unit.capital and unit.kind == "word":
            until = k + 1
            while until < len(units) and units[until].capital and _near(text, units[until - 1], units[until]) and until - k < 4:
                until += 1
            return f"forces loyal to {text[unit.start : units[until - 1].end]}", "group", until
        return None
    return None


def _of_entity(entity: str, family: str, generic: str) -> tuple[str, str]:
    """A named actor before a head: "Hamas fighters" are Hamas, "Assad's troops" his state's forces."""
    entry = lexicon().entries[entity]
    side = side_of(entry)
    if entry.head == "person":
        if family in ("government", "official") and side.country:
            return state_name(side.country), "government"
        if family in _ARMED or family == "government":
            return forces_of(entry)
        return entry.name, "person"
    if entry.id == "united-nations" and generic == "peacekeepers":
        return "UN peacekeepers", "force"
    if entry.id == "african-union" and (generic == "peacekeepers" or family == "force"):
        return "AU peacekeepers", "force"
    if entry.head == "government" and entry.country and family == "force":
        return forces_name(entry.country), "force"
    if family == "people":
        return generic, "people"
    return entry.name, entry.head


def _generic(head: Head, code: str | None, ethnic: str, context: Context) -> tuple[str, str, bool]:
    """Heads that stand without a side: (name, kind, bare)."""
    family, name = head.family, head.name
    if family == "monitor":
        known = defaults().get((code or context.main or "", "monitor"))
        return known or "monitor", "body", True
    if family == "coalition":
        known = defaults().get((code or context.main or "", "coalition"))
        return known or "", "force", True
    if family == "official":
        return (state_name(code), "government", False) if code else (name, "people", True)
    if family == "milofficial":
        return (forces_name(code), "force", False) if code else (name, "people", True)
    if name == "refugees":
        side = ethnic or (code and _country_adjective(code))
        if not side and context.main:
            side = _country_adjective(context.main)
        return (f"{side} refugees" if side else name), "people", not code
    if family == "militia":
        return name, "group", True
    kind = {"people": "people", "weak": "people", "police": "force", "body": "body"}.get(family, "group")
    return name, kind, True


def _country_adjective(code: str) -> str:
    from timeline.extract.actors.sides import adjective  # noqa: PLC0415

    return adjective(code)
