"""Groups no list knows: "the Al-Farouq Brigade", "Jaish al-Sunna", "101st Airborne Division", "Free Ruritania Army"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.actors import words as w
from timeline.extract.actors.sides import Draft, head_openers
from timeline.extract.actors.units import Unit
from timeline.lexicon.words import word_class

_ORDINARY = w.DETERMINERS | w.NOT_NAMES - word_class("name-opening")
_INNER = word_class("inner-name")
_LOCAL_NOUNS = word_class("civil-noun")
_PLAIN = word_class("plain-force")
_UNMISTAKABLE = word_class("unmistakable")
_TITLE = 200  # characters: a longer line is no headline
_BODIES = word_class("body-name")


def group_at(text: str, units: Sequence[Unit], n: int) -> tuple[Draft, int, int] | None:
    """A capitalised name that ends in a word for an armed or political body, or opens with a foreign one."""
    first = units[n]
    ordinal = first.low[0].isdigit()
    if (
        not (first.capital or ordinal)
        or first.kind in {"entity", "capital"}
        or (first.kind == "word" and first.low in _ORDINARY)
    ):
        return None
    if first.low.endswith("-based") or (n and units[n - 1].low == "operation"):
        return None
    if first.low in head_openers() and n + 1 < len(units) and units[n + 1].low in {"of", "from"}:
        return None  # "Soldiers of the Atlacatl Battalion": the tie rule reads it
    if first.possessive and first.kind != "word":
        return None
    k, last = n, -1
    while k < len(units) and k - n < 9:
        unit = units[k]
        if k > n and (
            text[units[k - 1].end : unit.start] not in (" ", "'s ", "’s ", "-", "s ")
            or "\n" in text[units[k - 1].end : unit.start]
        ):
            break
        if k > n and unit.kind in ("entity", "adjective", "capital", "name"):
            break
        if unit.capital or unit.low[0].isdigit():
            if unit.low in w.GROUP_NOUNS and k > n:
                last = k
            if unit.low in word_class("weekday"):
                break
        elif (
            (unit.low == "the" and units[k - 1].low not in {"of", "for", "and", "in"})
            or unit.low not in _INNER
            or (k + 1 < len(units) and not units[k + 1].capital and units[k + 1].low not in _INNER)
        ):
            break
        k += 1
    opener = first.low in w.GROUP_OPENERS and k - n >= 2
    if last < 0 and not opener:
        return None
    stop = last + 1 if last >= 0 else k
    while stop > n + 1 and units[stop - 1].low in _INNER:
        stop -= 1
    if opener and last < 0:
        stop = min(stop, n + 4)
    if stop - n < 2:
        return None
    noun = units[stop - 1].low
    if any(u.low == "police" for u in units[n:stop]):
        return None
    if (
        first.kind in ("adjective", "name")
        and stop - n == 2
        and noun
        in (
            "army",
            "force",
            "forces",
            "command",
            "military",
            "ministry",
            "council",
            "party",
            "guard",
            "commission",
            "mission",
            "agency",
            "congress",
            "assembly",
            "group",
            "company",
            "service",
        )
    ):
        return None
    if noun == "ministry" or (
        noun in _LOCAL_NOUNS
        and stop - n == 2
        and first.kind == "word"
        and first.low in ("the", "security", "city", "human", "general", "special", "joint", "local", "national")
    ):
        return None
    if first.kind in {"adjective", "name", "group"} and all(u.low in _PLAIN for u in units[n + 1 : stop]):
        return None
    if noun not in _UNMISTAKABLE and headline(text, first.start):
        return None
    name = text[first.start : units[stop - 1].end].replace("\n", " ")
    head = "body" if noun in _BODIES else "group"
    return Draft(first.start, units[stop - 1].end, name, head, "named-group", "group"), n, stop


def headline(text: str, position: int) -> bool:
    """Whether the line is set like a title, every long word with a capital, so that capitals mark no names."""
    start = text.rfind("\n", max(0, position - _TITLE), position) + 1 or max(0, position - _TITLE)
    stop = text.find("\n", position, position + _TITLE)
    if stop < 0:
        stop = min(len(text), position + _TITLE)
    line = text[start:stop]
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(line) < _TITLE and len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def defined_acronyms(text: str, units: Sequence[Unit], found: Sequence[Draft]) -> dict[str, Draft]:
    """Acronyms the document binds itself: "Syrian Observatory for Human Rights (SOHR)"."""
    bound: dict[str, Draft] = {}
    by_end = {d.end: d for d in found}
    for unit in units:
        if unit.start < 2 or text[unit.start - 1] != "(" or text[unit.end : unit.end + 1] != ")":
            continue
        words = text[unit.start : unit.end]
        if not (2 <= len(words) <= 8 and sum(c.isupper() for c in words) >= 2):
            continue
        owner = by_end.get(unit.start - 2)
        if owner and owner.head != "person":
            bound[words] = owner
    return bound
