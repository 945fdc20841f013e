"""Persons: titled names, names beside a speech verb, later surnames, and the bodies spokesmen stand for."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.actors import words as w
from timeline.extract.actors.sides import Draft, forces_name, speaks_for
from timeline.extract.actors.units import Unit
from timeline.extract.places.names import place_nouns
from timeline.lexicon.actors import lexicon
from timeline.lexicon.fold import fold
from timeline.lexicon.gazetteer import gazetteer
from timeline.lexicon.words import common_words, word_class

_NO_NAME = w.NOT_NAMES | w.DEEDS
_LINKS = w.DETERMINERS | w.QUALIFIERS | word_class("role-link")
_ROLES = w.SPEAKERS | word_class("name-role")
_MAX_NAME = 6
_STREET_TITLES = frozenset({"sheikh", "sheik", "general", "king", "prince", "imam", "commander"})
_NOUNS = frozenset({"reports", "report", "calls", "claims", "documents"})


def name_end(text: str, units: Sequence[Unit], n: int) -> int:
    """The unit after a person's name that begins at ``n``; ``n`` itself when no name begins there."""
    k, capitals = n, 0
    while k < len(units) and k - n < _MAX_NAME:
        unit = units[k]
        if k > n and not close(text, units[k - 1], unit):
            break
        if unit.kind == "word" and unit.capital and unit.low not in _NO_NAME and not unit.low[0].isdigit():
            capitals += 1
        elif not (
            unit.low in w.NAME_PARTICLES and k + 1 < len(units) and units[k + 1].capital and (k > n or unit.capital)
        ):
            break
        k += 1
        if unit.possessive:
            break
    while k > n and units[k - 1].low in w.NAME_PARTICLES:
        k -= 1
    return k if capitals else n


def close(text: str, left: Unit, right: Unit) -> bool:
    """Whether only a space, or the dot of an abbreviation and a space, stands between."""
    gap = text[left.end : right.start]
    return (gap.isspace() and len(gap) <= 2) or (gap in (". ", ".") and len(left.low) <= 4 and left.low in w.TITLES)


def person_at(text: str, units: Sequence[Unit], n: int) -> tuple[Draft, int, int] | None:
    """A titled person at unit ``n``: (draft, first unit, unit after the last)."""
    k = n
    while (
        k < min(len(units), n + _MAX_NAME)
        and units[k].low.rstrip(".") in w.TITLES
        and units[k].kind == "word"
        and (k == n or close(text, units[k - 1], units[k]))
    ):
        k += 1
    if k == n or k >= len(units) or not close(text, units[k - 1], units[k]):
        return None
    titles = {u.low for u in units[n:k]}
    if units[k].kind == "entity" and lexicon().entries[units[k].value].head == "person":
        stop = k + 1
        return _finish(text, units, (n, k, stop), titles)
    stop = name_end(text, units, k)
    if (
        stop == k + 1
        and stop < len(units)
        and units[stop].kind in ("name", "capital")
        and close(text, units[k], units[stop])
    ):
        stop += 1  # a surname that is also a country or a capital: "Colonel Luis Montenegro"
    if stop < len(units) and units[stop].low in place_nouns() and titles <= _STREET_TITLES:
        return None  # "Sheikh Maqsoud neighbourhood"
    if stop - k == 1 and (units[k].low in common_words() or titles <= {"sheikh", "sheik", "imam"}):
        return None
    if stop == k or (not units[n].capital and stop - k < 2 and not titles & w.OFFICES):
        return None
    return _finish(text, units, (n, k, stop), titles)


_LEFT = frozenset({"former", "ex", "ex-", "retired", "ousted", "deposed", "onetime"})


def _finish(text: str, units: Sequence[Unit], span: tuple[int, int, int], titles: set[str]) -> tuple[Draft, int, int]:
    """The draft of a titled name: ``span`` is its first title, its first name and the unit after it."""
    n, k, stop = span
    first, body = _body_before(text, units, n)
    if body is None:
        body, stop_after = body_after(text, units, stop)
    else:
        stop_after = stop
    if body is not None and first and units[first - 1].low in _LEFT:
        body, first, stop_after = None, n, stop  # who has left a body speaks for himself
    name = text[units[k].start : units[stop - 1].end].replace("\n", " ")
    known = units[k].kind == "entity"
    if known:
        entry = lexicon().entries[units[k].value]
        name = entry.name
        if body is None and speaks_for(entry) is not entry:
            body = (speaks_for(entry).name, speaks_for(entry).head)
    speaker = (bool(titles & w.SPEAKERS) and not titles & (w.OFFICES - {"general"})) or (
        known and titles & {"director", "head"}
    )
    if body and (speaker or body[1] in ("body", "media")) and not titles & {"president", "minister", "king"}:
        return (
            Draft(
                units[first].start,
                units[stop_after - 1].end,
                body[0],
                body[1],
                "speaker-of-body",
                "person",
                person=name,
            ),
            first,
            stop_after,
        )
    return (
        Draft(
            units[n].start,
            units[stop - 1].end,
            name,
            "person",
            "titled-person",
            "person",
            person=name,
            words=tuple(sorted(titles)),
        ),
        n,
        stop,
    )


def _body_before(text: str, units: Sequence[Unit], n: int) -> tuple[int, tuple[str, str] | None]:
    """The body named right before a title: "UN spokesman", "Taliban spokesman", "army spokesman"."""
    if n == 0 or not close(text, units[n - 1], units[n]):
        return n, None
    unit = units[n - 1]
    if unit.kind == "entity":
        entry = lexicon().entries[unit.value]
        if entry.head in ("body", "group", "force", "government", "media"):
            return n - 1, (entry.name, entry.head)
    if unit.kind == "adjective" and units[n].low in ("military", "army"):
        return n - 1, (forces_name(unit.value), "force")
    return n, None


def body_after(text: str, units: Sequence[Unit], stop: int) -> tuple[tuple[str, str] | None, int]:
    """The body after a name: ", director of the Syrian Observatory for Human Rights", "of the SOHR"."""
    k = stop
    seen_role = False
    while k < len(units) and k - stop < 7:
        unit = units[k]
        if any(c in text[units[k - 1].end : unit.start] for c in '.;:\n"”“'):
            return None, stop
        if unit.kind == "entity":
            entry = lexicon().entries[unit.value]
            preceded = units[k - 1].low
            if entry.head in ("body", "group", "force", "government", "media") and (
                seen_role or preceded == "of" or (preceded == "the" and units[k - 2].low in ("of", "for"))
            ):
                return (entry.name, entry.head), k + 1
            if not (entry.head in ("body", "group") and k + 1 < len(units) and units[k + 1].low in w.SPEAKERS):
                return None, stop
            return (entry.name, entry.head), k + 2
        if unit.low in w.SPEAKERS:
            seen_role = True
        elif unit.low not in _LINKS and not unit.low.endswith("-based"):
            return None, stop
        if unit.low in ("heads", "leads", "runs"):
            seen_role = True
        k += 1
    return None, stop


def speaking_name_at(text: str, units: Sequence[Unit], n: int) -> tuple[Draft, int, int] | None:
    """An untitled name that speaks: "Mohammed Saeed, an activist …, told", "said Rami Abdel Rahman, director of …"."""
    unit = units[n]
    if not (unit.kind == "word" and unit.capital) or unit.low in w.NOT_NAMES:
        return None
    stop = name_end(text, units, n)
    size = stop - n
    if size < 2 or size > 5:
        return None
    while stop - n > 2 and gazetteer().has(fold(text[units[n].start : units[n].end])):
        n += 1
        unit = units[n]
    name = text[unit.start : units[stop - 1].end].replace("\n", " ")
    body, after = body_after(text, units, stop)
    if body:
        return (
            Draft(unit.start, units[after - 1].end, body[0], body[1], "speaker-of-body", "person", person=name),
            n,
            after,
        )
    if gazetteer().has(fold(name)):
        return None
    speaks = _speaks(text, units, n, stop) or _introduced(text, units, stop)
    if not speaks:
        return None
    return Draft(unit.start, units[stop - 1].end, name, "person", "speaking-person", "person", person=name), n, stop


def _speaks(text: str, units: Sequence[Unit], n: int, stop: int) -> bool:
    """Whether a verb of saying stands right after the name, or "said" right before it."""
    if n and units[n - 1].low in {"said", "says", "told", "added"} and text[units[n - 1].end : units[n].start] == " ":
        return True
    if stop >= len(units) or text[units[stop - 1].end : units[stop].start].strip() not in {"", ","}:
        return False
    return units[stop].low in w.SPEECH - _NOUNS


def _introduced(text: str, units: Sequence[Unit], stop: int) -> bool:
    """Whether the name is introduced by what its bearer is: ", an activist in Homs," with a verb of saying to come."""
    if stop >= len(units):
        return False
    comma = "," in text[units[stop - 1].end : units[stop].start]
    if not comma and units[stop].low not in {"a", "an", "the", "who", "one"}:
        return False
    role = speaks = False
    for k in range(stop, min(len(units), stop + 12)):
        if any(c in text[units[k - 1].end : units[k].start] for c in ".;:\n"):
            break
        role = role or (k - stop < 6 and units[k].low in _ROLES)
        speaks = speaks or units[k].low in w.SPEECH
    return role and (speaks or units[stop].low in {"a", "an"})


def speaker_after(text: str, units: Sequence[Unit], n: int) -> tuple[str | None, int] | None:
    """A speaking office at ``n`` and the name after it: "spokesman Willy Ngoma", "spokesman, Lt. Col. Gary Coward"."""
    if n >= len(units) or units[n].low not in w.SPEAKERS - {"president", "deputy", "official", "leader"}:
        return None
    k = n + 1
    if (k < len(units) and text[units[n].end : units[k].start] == ", ") or (
        k < len(units) and close(text, units[n], units[k])
    ):
        start = k
    else:
        return None, n + 1
    while (
        k < min(len(units), n + _MAX_NAME)
        and units[k].low.rstrip(".") in w.TITLES
        and units[k].kind == "word"
        and (k == start or close(text, units[k - 1], units[k]))
    ):
        k += 1
    if k < len(units) and units[k].kind == "entity" and lexicon().entries[units[k].value].head == "person":
        return lexicon().entries[units[k].value].name, k + 1
    stop = name_end(text, units, k) if k < len(units) and (k == start or close(text, units[k - 1], units[k])) else k
    if stop - k < 2 and not (stop > k > start):
        return None, n + 1
    return text[units[k].start : units[stop - 1].end].replace("\n", " "), stop
