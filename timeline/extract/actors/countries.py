"""Countries, capitals and nationalities where they stand for a government or its forces, and "rebel-held"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.actors import words as w
from timeline.extract.actors.modifiers import ADJECTIVE_NAMES
from timeline.extract.actors.sides import Draft, forces_name, make_name, state_name
from timeline.extract.actors.units import Unit
from timeline.extract.places.context import Context
from timeline.lexicon.fold import fold
from timeline.lexicon.governments import country_words, group_words
from timeline.lexicon.words import word_class

_VERBS = w.DEEDS | word_class("auxiliary")
_VIOLENCE = word_class("violence")
_FORCES = frozenset(
    {"forces", "troops", "soldiers", "armies", "warplanes", "jets", "paratroopers", "marines", "peacekeepers"}
)
_VERB = 4  # letters: "shed", "bred" are no pasts of regular verbs
_HISTORY = 1980  # texts whose years all lie before it tell a war as history: "the Germans" are an army
# The side inside a compound → (class, generic name).
_SIDES = {
    **dict.fromkeys(("government", "regime", "state", "loyalist"), ("government", "")),
    **dict.fromkeys(("rebel", "rebels", "opposition"), ("rebel", "rebels")),
    "army": ("force", ""),
    "insurgent": ("rebel", "insurgents"),
    "guerrilla": ("rebel", "guerrillas"),
    "militant": ("named", "militants"),
    "jihadist": ("named", "jihadists"),
    "islamist": ("named", "Islamists"),
    "separatist": ("named", "separatists"),
    "terrorist": ("named", "terrorist groups"),
    "militia": ("militia", "militias"),
}
_BEFORE_ACTOR = word_class("before-actor")
_ADDRESSED = word_class("addressed")
_NOT_ACTOR_BEFORE = w.LOCATIVE | {
    "of",
    "to",
    "for",
    "from",
    "war",
    "border",
    "province",
    "city",
    "over",
    "on",
    "about",
    "leave",
    "than",
    "call",
}


def country_at(text: str, units: Sequence[Unit], n: int, context: Context) -> Draft | None:
    """The government behind a country or capital name at unit ``n``, or ``None`` where it is a place."""
    unit = units[n]
    before = _before(text, units, n)
    after = _after(text, units, n)
    if unit.kind == "name" and unit.low in ADJECTIVE_NAMES:
        forces = _adjective(text, units, n)
        if forces:
            return forces
    if unit.kind == "adjective":
        return _adjective(text, units, n) or people_in_arms(text, units, n, context)
    if unit.kind not in ("name", "capital"):
        return None
    if before == "the" and n >= 2:
        before = units[n - 2].low if _before(text, units, n - 1) else ""
    if (unit.possessive and after) or after == "based":
        return None
    acts = (after in w.DEEDS or _does(units, n, before, after)) and (
        n + 2 >= len(units) or after not in ("reports", "calls", "claims") or units[n + 2].low != "of"
    )
    if (
        before in _NOT_ACTOR_BEFORE
        and not (
            before in ("of", "on", "to")
            and n >= 2
            and units[n - 2].low in ("government", "accused", "ally", "behest", "call")
        )
        and (not acts or before in w.LOCATIVE | {"of", "to", "for"})
    ):
        return None
    if n >= 2 and before in ("with", "and") and units[n - 2].low in ("border", "frontier", "borders"):
        return None
    if n >= 2 and before in ("and", "between") and _was_place(text, units, n):
        return None
    home = unit.value == context.main
    if unit.kind == "capital":
        office = unit.low in ("kremlin", "white house", "downing street", "whitehall")
        addressed = before in _ADDRESSED or (
            before == "that" and after in ("was", "is", "has", "had", "will", "would", "could")
        )
        if not (
            acts
            or office
            or addressed
            or (before in ("by", "against") and not home)
            or (_coordinated(text, units, n) and not home)
        ):
            return None
    elif (
        (home and not acts and before not in ("by", "between", "against"))
        or (not home and not acts and before not in _BEFORE_ACTOR and before and not _coordinated(text, units, n))
        or (not home and not acts and not before and not after and not _coordinated(text, units, n))
    ):
        return None
    if not before and not acts and after in {"is", "was", "are", "were", "remains", "borders", "became"}:
        return None
    if after in ("'s", "s") or (n + 1 < len(units) and units[n + 1].kind == "capital"):
        return None
    return Draft(unit.start, unit.end, state_name(unit.value), "government", "country-acts", "government", unit.value)


def _does(units: Sequence[Unit], n: int, before: str, after: str) -> bool:
    """Whether a verb in the past follows the name that opens its clause: "Iran unilaterally downgraded its ties"."""
    if before or not after:
        return False
    k = n + 1
    while k + 1 < len(units) and units[k].low.endswith("ly"):
        k += 1
    past = len(units[k].low) > _VERB and units[k].low.endswith("ed") and "-" not in units[k].low
    return past and not (k + 1 < len(units) and units[k + 1].low in ("by", "in", "into"))


def _was_place(text: str, units: Sequence[Unit], n: int) -> bool:
    """Whether the name joined by "and" is read as a place: "in Iraq and Syria"."""
    k = n - 1
    while (
        k >= max(0, n - _LONGEST_LIST)
        and (units[k].low in ("and", "the") or units[k].kind in ("name", "capital"))
        and not any(c in text[units[k].end : units[k + 1].start] for c in ".;:\n")
    ):
        k -= 1
    if any(c in text[units[k].end : units[k + 1].start] for c in ".;:\n"):
        return False
    return k >= 0 and units[k].low in _NOT_ACTOR_BEFORE - {"to"} and units[k + 1].kind in ("name", "capital", "word")


def _coordinated(text: str, units: Sequence[Unit], n: int) -> bool:
    """Whether the name stands in a list of states that act: "Britain, France and the United States fired"."""
    left, right = _list_start(text, units, n), _list_end(text, units, n)
    if left == right:
        return False
    before = _before(text, units, left)
    if before == "the" and left >= 2:
        before = _before(text, units, left - 1)
    return before not in _NOT_ACTOR_BEFORE - {"to"}


_LONGEST_LIST = 24  # units of a list of states that are looked at on either side
_LISTED = frozenset({"name", "capital", "entity"})


def _list_start(text: str, units: Sequence[Unit], n: int) -> int:
    k = first = n
    while k > max(0, n - _LONGEST_LIST) and text[units[k - 1].end : units[k].start] in {" ", ", "}:
        k -= 1
        if units[k].kind in _LISTED:
            first = k
        elif units[k].low not in {"and", "the"}:
            break
    return first


def _list_end(text: str, units: Sequence[Unit], n: int) -> int:
    k = last = n
    while k + 1 < min(len(units), n + _LONGEST_LIST) and text[units[k].end : units[k + 1].start] in {" ", ", "}:
        k += 1
        if units[k].kind in _LISTED and (units[k - 1].low in {"and", "the"} or text[units[k].start - 2] == ","):
            last = k
        elif units[k].low not in {"and", "the"}:
            break
    return last


def _before(text: str, units: Sequence[Unit], n: int) -> str:
    if n == 0 or any(c in text[units[n - 1].end : units[n].start] for c in '.;:\n"“”()—'):
        return ""
    return units[n - 1].low


def _after(text: str, units: Sequence[Unit], n: int) -> str:
    if n + 1 >= len(units) or any(c in text[units[n].end : units[n + 1].start] for c in '.;:\n"“”()—,'):
        return ""
    return units[n + 1].low


def _adjective(text: str, units: Sequence[Unit], n: int) -> Draft | None:
    """The forces of the state in "Israeli air strikes", "Russian and Syrian bombardment"."""
    unit, k, listed = units[n], n + 1, False
    while k < min(len(units), n + 7):
        joined = units[k].low == "and" and k + 1 < len(units) and units[k + 1].kind == "adjective"
        if not (joined or units[k].kind == "adjective" or units[k].low in word_class("strike-adjective")):
            break
        listed = listed or joined
        k += 1
    if listed and k < len(units) and units[k].low in _FORCES:
        return Draft(unit.start, unit.end, forces_name(unit.value), "force", "adjective-listed", "force", unit.value)
    if k < len(units) and units[k].low in _VIOLENCE and not any(c in text[unit.end : units[k].start] for c in ".,;:\n"):
        return Draft(unit.start, unit.end, forces_name(unit.value), "force", "adjective-violence", "force", unit.value)
    return None


def people_in_arms(text: str, units: Sequence[Unit], n: int, context: Context) -> Draft | None:
    """The forces in "the French sent", "the Japanese" of wars told as history; today they are the state that speaks."""
    unit = units[n]
    if not (n and units[n - 1].low == "the" and unit.low.endswith(("ish", "ese", "nch", "dutch", "swiss"))):
        return None
    after = _after(text, units, n)
    verb = after in _VERBS or (after.endswith("ed") and len(after) > 4)
    if not (verb or not after):
        return None
    old = context.years is not None and context.years[1] < _HISTORY
    name, head = (forces_name(unit.value), "force") if old else (state_name(unit.value), "government")
    return Draft(unit.start, unit.end, name, head, "nationality-forces", head, unit.value)


def compound_at(text: str, units: Sequence[Unit], n: int, context: Context) -> Draft | None:
    """The side inside "rebel-held", "government-controlled", "Kurdish-held", "Russian-backed"."""
    unit = units[n]
    if unit.kind != "word" or "-" not in unit.low:
        return None
    side, _, tie = unit.low.rpartition("-")
    end = unit.start + len(side)
    if tie in w.HELD:
        if side == "state":
            return None  # "state-run" is of media and firms
        if side in _SIDES:
            family, generic = _SIDES[side]
            name, head = make_name(family, generic, None, context)
            return Draft(unit.start, end, name, head, "compound-held", family, bare=True)
        known = country_words().get(side.replace("-", " ")) or country_words().get(fold(side))
        if known and text[unit.start].isupper():
            return Draft(unit.start, end, forces_name(known[0]), "force", "compound-held", "force", known[0])
        ethnic = group_words().get(fold(side))
        if ethnic and text[unit.start].isupper():
            return Draft(unit.start, end, f"{ethnic[0]} forces", "group", "compound-held", "force")
    if tie in w.BACKED and text[unit.start].isupper():
        known = country_words().get(fold(side))
        if known:
            return Draft(unit.start, end, state_name(known[0]), "government", "compound-backed", "government", known[0])
    return None
