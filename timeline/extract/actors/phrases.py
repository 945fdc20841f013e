"""Head-word phrases: "regime forces", "Kurdish fighters", "troops loyal to Assad", "the army"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.actors import words as w
from timeline.extract.actors.modifiers import (
    ARMED,
    OWN_SIDE,
    REBEL_SIDE,
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
from timeline.lexicon.words import word_class

_LOYAL = word_class("loyal")
_OWNERS = frozenset({"its", "his", "their"})
# Equipment and generic words that need a side before they are an actor.
_NEEDS_SIDE = word_class("needs-side")
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
_VIOLENT = word_class("violent-noun")
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
    last = units[stop - 1]
    left = modifiers_at(text, units, n, head.family)
    first, code, entity, ethnic, lows, backed = left
    phrase = "-".join(u.low for u in units[n:stop])
    following = units[stop] if stop < len(units) and near(text, last, units[stop]) else None
    if head.family == "stategov" or (phrase in ("military", "state") and _not_actor(units, n, stop, following, code)):
        return None
    if phrase == "witness" and n and units[n - 1].low in ("to", "bear", "bore"):
        return None
    if phrase == "resident" and following and following.low in ("representative", "coordinator"):
        return None
    if head.family == "ethnic" and not (ethnic and lows <= w.QUALIFIERS | {"rebel", "opposition"}):
        return None
    if (
        phrase == "refugee"
        and following
        and following.low in ("camp", "camps", "agency", "crisis", "status", "shelter", "settlement")
    ) or (
        phrase == "civilian"
        and following
        and following.low
        in ("vigilante", "airport", "government", "leader", "leaders", "authorities", "joint", "rule", "administration")
    ):
        return None
    if phrase == "terrorist" and _violent(units, stop):
        return None
    if head.family == "weak" and not _says_or_suffers(text, units, first, stop):
        return None
    end = last.end
    name, kind, rule, bare = "", "group", "head", False
    tie = tie_after(text, units, stop) if head.family in ARMED or head.family == "people" else None
    family = head.family
    if family == "fighter" and lows & OWN_SIDE - {"national"}:
        family = "militia"
    if family == "force" and lows & REBEL_SIDE:
        head, family = Head("rebel", "rebels"), "rebel"
    if tie:
        tied_name, tied_kind, until = tie
        name, kind, end, stop, rule = tied_name, tied_kind, units[until - 1].end, until, "head-tie"
    elif backed and family in ARMED:
        name = f"{backed} {phrase.replace('-', ' ') if family == 'force' else head.name}"
        rule = "head-backed"
    elif entity:
        name, kind = of_entity(entity, family, head.name)
        rule = "entity-head"
    elif family == "militia" and lows & _LOYAL:
        name = "pro-government militias"
    elif ethnic and family in ARMED | {"opposition", "ethnic"}:
        name = f"{ethnic} {phrase.replace('-', ' ') if family == 'force' else head.name if family != 'fighter' else 'fighters'}"
    elif code and family in ("named", "militia") and head.name not in _SIDELESS:
        name = f"{full_adjective(units, first, n, code)} {head.name}"
    elif family == "named" and "foreign" in lows:
        name = f"foreign {head.name}"
    elif family == "fighter" and "foreign" in lows:
        name = "foreign fighters"
    elif family == "police" and code and code != context.main:
        name, kind = f"{full_adjective(units, first, n, code)} police", "force"
    elif family in (
        "people",
        "weak",
        "police",
        "named",
        "militia",
        "body",
        "monitor",
        "coalition",
        "official",
        "milofficial",
    ):
        name, kind, bare = _generic(head, code, ethnic, context)
        if not name:
            return None
    else:
        bare = code is None and not lows & (OWN_SIDE - {"army", "national", "state", "president"})
        if bare and not tie and phrase in _NEEDS_SIDE:
            return None
        if family == "force" and lows & OWN_SIDE and code is None and context.main is None:
            name, kind = "government forces", "force"
        else:
            name, kind = make_name(family, head.name, code, context)
    owner = (
        units[first - 1].low
        if first and units[first - 1].low in _OWNERS and not (code or entity or ethnic or tie)
        else ""
    )
    return (
        Draft(units[first].start, end, name, kind, rule, family, code, bare, words=tuple(sorted(lows)), owner=owner),
        first,
        stop,
    )


def _violent(units: Sequence[Unit], stop: int) -> bool:
    return any(u.low in _VIOLENT for u in units[stop : stop + 2])


def _says_or_suffers(text: str, units: Sequence[Unit], first: int, stop: int) -> bool:
    """Whether people of a calling speak or are hurt here; else they are scenery ("a network of medics")."""
    after = {u.low for u in units[stop : stop + 3] if "." not in text[units[stop - 1].end : u.start]}
    before = {u.low for u in units[max(0, first - 4) : first]}
    return bool(
        after & (w.SPEECH | {"were", "was"})
        or before
        & {
            "according",
            "told",
            "killed",
            "wounded",
            "injured",
            "arrested",
            "detained",
            "killing",
            "quoted",
            "citing",
            "kidnapped",
        }
    )


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
        if not side and context.main:
            side = adjective(context.main)
        return (f"{side} refugees" if side else name), "people", not code
    if family == "militia":
        return name, "group", True
    kind = {"people": "people", "weak": "people", "police": "force", "body": "body"}.get(family, "group")
    return name, kind, True
