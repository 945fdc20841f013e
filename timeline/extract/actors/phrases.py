"""Head-word phrases: "regime forces", "Kurdish fighters", "troops loyal to Assad", "the army"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.actors import words as w
from timeline.extract.actors.modifiers import (
    ARMED,
    OWN_SIDE,
    REBEL_SIDE,
    Modifiers,
    full_adjective,
    modifiers_at,
    near,
    of_entity,
    tie_after,
)
from timeline.extract.actors.sides import (
    Draft,
    Head,
    adjective,
    defaults,
    forces_name,
    head_openers,
    heads,
    make_name,
    state_name,
)
from timeline.extract.actors.units import Unit
from timeline.extract.places.context import Context
from timeline.lexicon.governments import governments
from timeline.lexicon.words import word_class

_AFTER_MILITARY = w.DEEDS | word_class("after-the-military")
_LOYAL = word_class("loyal")
_OWNERS = frozenset({"its", "his", "their"})
# Equipment and generic words that need a side before they are an actor.
_NEEDS_SIDE = frozenset(word.replace("-", " ") for word in word_class("needs-side"))
_SIDELESS = frozenset(
    {
        "jihadists",
        "terrorist groups",
        "extremists",
        "gunmen",
        "suicide bombers",
        "bandits",
        "mujahideen",
        "defectors",
        "dissidents",
    }
)
_IRREGULAR = frozenset({"free", "liberation", "resistance", "guerrilla", "insurgent", "partisan"})
_VIOLENT = word_class("violent-noun")
_GENERIC_HEADS = word_class("generic-heads")
_NOUN_AFTER_MILITARY = word_class("after-military")


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
    around = modifiers_at(text, units, n, head.family)
    if _refused(text, units, n, stop, head, around):
        return None
    head = _recast(head, around, units[n - 1].low if n else "")
    phrase = " ".join(u.low for u in units[n:stop])
    tie = tie_after(text, units, stop) if head.family in ARMED else None
    if tie:
        name, kind, until = tie
        draft = Draft(units[around.first].start, units[until - 1].end, name, kind, "head-tie", head.family, around.code)
        return draft, around.first, until
    if head.family == "ministry" and around.code is None:
        around = around._replace(code=_seat(text, units, stop))
    named = _named(units, n, head, phrase, around, context)
    if named is None:
        return None
    name, kind, rule, bare = named
    before = units[around.first - 1].low if around.first else ""
    alone = not (around.code or around.entity or around.ethnic)
    draft = Draft(
        units[around.first].start, units[stop - 1].end, name, kind, rule, head.family, around.code, bare,
        owner=before if before in _OWNERS and alone else "",
    )  # fmt: skip
    return draft, around.first, stop


def _recast(head: Head, around: Modifiers, before: str) -> Head:
    """Another class where the modifiers say so: "pro-government fighters", "opposition forces", "the free army"."""
    if head.family == "fighter" and around.lows & OWN_SIDE - {"national"}:
        return Head("militia", "militias")
    if head.family == "force" and (around.lows & REBEL_SIDE or before in _IRREGULAR):
        return Head("rebel", "rebels")
    return head


def _refused(text: str, units: Sequence[Unit], n: int, stop: int, head: Head, around: Modifiers) -> bool:
    """Whether the head is no actor here: "refugee camp", "military operation", "terrorist attack", "to witness"."""
    following = units[stop] if stop < len(units) and near(text, units[stop - 1], units[stop]) else None
    after = following.low if following else ""
    low = units[n].low if stop - n == 1 else ""
    return (
        head.family == "stategov"
        or (low == "military" and _not_actor(units, n, following, around.code))
        or (low == "witness" and n > 0 and units[n - 1].low in {"to", "bear", "bore"})
        or (low == "resident" and after in {"representative", "coordinator"})
        or (head.family == "ethnic" and not (around.ethnic and around.lows <= w.QUALIFIERS | {"rebel", "opposition"}))
        or (low == "official" and after in word_class("after-official"))
        or (low == "refugee" and after in word_class("after-refugee"))
        or (low == "civilian" and after in word_class("after-civilian"))
        or (low == "terrorist" and any(u.low in _VIOLENT for u in units[stop : stop + 2]))
        or (low in {"fighter", "fighters"} and n > 0 and units[n - 1].low in {"jet", "jets", "fire", "crime"})
        or (head.family == "coalition" and after == "of")
        or (low == "ngo" and _says_what(text, units, around.first))
        or (head.family == "weak" and not _says_or_suffers(text, units, around.first, stop))
    )


def _seat(text: str, units: Sequence[Unit], stop: int) -> str | None:
    """The country of "the Defence Ministry in Paris"."""
    if stop + 1 >= len(units) or units[stop].low != "in" or units[stop + 1].kind != "capital":
        return None
    return units[stop + 1].value if text[units[stop - 1].end : units[stop].start] == " " else None


def _says_what(text: str, units: Sequence[Unit], first: int) -> bool:
    """Whether "an NGO" says what the name before it is: "The Centre for Policy Research, an NGO"."""
    if first < 2 or units[first - 1].low not in {"a", "an"}:
        return False
    name = units[first - 2]
    return name.capital and text[name.end : units[first - 1].start] == ", "


def _named(
    units: Sequence[Unit], n: int, head: Head, phrase: str, around: Modifiers, context: Context
) -> tuple[str, str, str, bool] | None:
    """(name, kind, rule, bare) of a head with its modifiers, ``None`` where it needs a side and has none."""
    family, code = head.family, around.code
    if family in {"rebel", "fighter"} and code and code != context.main and not governments()[code].internal:
        if family == "fighter":
            return "foreign fighters", "group", "head", False
        code = None  # "Russia rebels" of a row of key words
    ethnic = "" if code and around.ethnic == "Arab" else around.ethnic  # "Syrian Arab Army"
    if around.backed and family in ARMED:
        return f"{around.backed} {phrase if family == 'force' else head.name}", "group", "head-backed", False
    if around.entity:
        return (*of_entity(around.entity, family, head.name), "entity-head", False)
    if family == "militia" and around.lows & _LOYAL:
        return "pro-government militias", "group", "head", False
    if ethnic and family in ARMED | {"opposition", "ethnic"}:
        generic = "forces" if family in {"force", "fighter"} else head.name
        return f"{ethnic} {generic}", "group", "head", False
    if code and family in {"named", "militia"} and head.name not in _SIDELESS:
        return f"{full_adjective(units, around.first, n, code)} {head.name}", "group", "head", False
    if family in {"named", "fighter"} and "foreign" in around.lows:
        return f"foreign {'fighters' if family == 'fighter' else head.name}", "group", "head", False
    if family == "police" and code and code != context.main:
        return f"{full_adjective(units, around.first, n, code)} police", "force", "head", False
    if family in _GENERIC_HEADS:
        name, kind, bare = _generic(head, code, ethnic, context)
        return (name, kind, "head", bare) if name else None
    bare = code is None and not around.lows & (OWN_SIDE - {"army", "national", "state", "president"})
    if bare and phrase in _NEEDS_SIDE:
        return None
    return (*make_name(family, head.name, code, context), "head", bare)


def _says_or_suffers(text: str, units: Sequence[Unit], first: int, stop: int) -> bool:
    """Whether people of a calling speak or are hurt here; else they are scenery ("a network of medics")."""
    after = {
        u.low
        for u in units[stop : stop + (6 if units[first].capital else 3)]
        if "." not in text[units[stop - 1].end : u.start]
    }
    before = {u.low for u in units[max(0, first - 4) : first]}
    return bool(after & (w.SPEECH | {"were", "was"}) or before & word_class("suffering-before"))


def _not_actor(units: Sequence[Unit], n: int, following: Unit | None, code: str | None) -> bool:
    """Whether "military" is an adjective here: "military operation", "a military source" is another head."""
    if following is None:
        return n == 0 or not (code or units[n - 1].low == "the")
    if following.low in _NOUN_AFTER_MILITARY:
        return code is None
    if code:
        return False
    preceded = n > 0 and units[n - 1].low == "the"
    return not preceded or following.low not in _AFTER_MILITARY


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
        side = ethnic or (code and adjective(code))
        if not side and context.main and governments()[context.main].internal:
            side = adjective(context.main)
        return (f"{side} refugees" if side else name), "people", not code
    if family == "militia":
        return name, "group", True
    kind = {"people": "people", "weak": "people", "police": "force", "body": "body"}.get(family, "group")
    return name, kind, True
