"""A text as a row of units: words, and the names the lexicon knows, each one unit however many words it has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from timeline.extract.actors.words import DETERMINERS, NOT_NAMES, OFFICES, SPEAKERS, TITLES
from timeline.extract.places.context import TOKEN, Context
from timeline.extract.places.cover import Cover
from timeline.lexicon.actors import Alias, Hit, lexicon
from timeline.lexicon.fold import fold
from timeline.lexicon.governments import country_acronyms, country_words, group_words
from timeline.lexicon.words import common_words, word_class

_ARTICLES = ("al-", "el-", "ash-", "as-", "ar-", "ad-", "az-", "an-", "at-")


@dataclass(frozen=True, slots=True)
class Unit:
    """One step of the text. ``kind``: word, entity, name, adjective, people, capital or group (ethnic or political).

    ``value`` is the entry id of an entity, the country code of a country word, the adjective of a group.
    ``end`` leaves out a possessive ``'s``; ``possessive`` says that there was one.
    """

    start: int
    end: int
    low: str
    kind: str
    value: str = ""
    possessive: bool = False
    capital: bool = False


def is_capital(word: str) -> bool:
    """Whether a word is written as a name: "Homs", "al-Barazi"."""
    return word[0].isupper() or (word.lower().startswith(_ARTICLES) and any(c.isupper() for c in word))


def _shouted(text: str, tokens: list[tuple[int, int]], n: int) -> bool:
    """Whether the next word is in capitals too: "CAR BOMB" names no country."""
    return n + 1 < len(tokens) and text[tokens[n + 1][0] : tokens[n + 1][1]].isupper()


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key.split(" ")[0].split("'")[0] for table in (country_words(), group_words()) for key in table)


def choose(aliases: tuple[Alias, ...], context: Context) -> Alias | None:
    """The reading of a spelling in this document, or ``None`` when none is at home here.

    A scoped spelling (acronym, common word, dated name) needs a document about one of its countries, and years its
    bearer lived in. Of several readings the one tied to the document's countries wins.
    """
    best, best_score = None, 0.0
    for alias in aliases:
        here = max((context.weights.get(c, 0.0) for c in alias.countries), default=0.0)
        if alias.scoped and (
            here == 0.0 or not context.meets(alias.valid_from and alias.valid_from - 1, alias.valid_to)
        ):
            continue
        dated = alias.valid_to is not None and context.meets(alias.valid_from, alias.valid_to)
        score = 1.0 + here + (0.5 if dated else 0.0)
        if score > best_score:
            best, best_score = alias, score
    return best


def find_units(text: str, context: Context) -> list[Unit]:
    """The units of a text."""
    folded = fold(text)
    taken = _entities(text, folded, context)
    units: list[Unit] = []
    tokens = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
    first, groups = _first_words(), group_words()
    n, hit_index, position = 0, 0, -1
    while n < len(tokens):
        start, end = tokens[n]
        while hit_index < len(taken) and taken[hit_index][0] < start:
            hit_index += 1
        if hit_index < len(taken) and taken[hit_index][0] == start:
            _, stop, entry = taken[hit_index]
            possessive = text[stop : stop + 2] in ("'s", "’s") or (stop < end and text[stop] == "s")
            units.append(Unit(start, stop, folded[start:stop], "entity", entry, possessive, True))
            position = stop
            while n < len(tokens) and tokens[n][0] < position:
                n += 1
            if tokens[n - 1][1] > stop and folded[stop] in " -":  # "Hezbollah-led": the rest is a word
                units.append(
                    Unit(stop + 1, tokens[n - 1][1], folded[stop : tokens[n - 1][1]].replace(" ", "-"), "word")
                )
            continue
        word = text[start:end]
        possessive = word[-2:] in ("'s", "’s")
        stop = end - 2 if possessive else end
        key = folded[start:stop].split(" ")[0].split("'")[0]
        if word[0].isupper() and (key in first or key.removesuffix("s") in first):
            unit, used = _country_unit(text, folded, tokens, n)
            if unit:
                units.append(unit)
                n += used
                continue
        elif folded[start:stop] in groups:
            units.append(Unit(start, stop, word.lower(), "group", groups[folded[start:stop]][0], possessive))
            n += 1
            continue
        units.append(
            Unit(start, stop, text[start:stop].lower().replace("’", "'"), "word", "", possessive, is_capital(word))
        )
        n += 1
    return units


def _country_unit(text: str, folded: str, tokens: list[tuple[int, int]], n: int) -> tuple[Unit | None, int]:
    start = tokens[n][0]
    for size in range(min(4, len(tokens) - n), 0, -1):
        end = tokens[n + size - 1][1]
        if "\n" in text[start:end] or (size > 1 and any(c in ',;:()"' for c in text[start:end])):
            continue
        tail = text[end - 2 : end]
        stop = end - 2 if tail in ("'s", "’s") else end
        key = folded[start:stop]
        for option, last, possessive in ((key, stop, stop != end), (key.removesuffix("s"), stop - 1, True)):
            if option == key and last != stop:
                continue
            found = country_words().get(option)
            if (
                found
                and (option not in country_acronyms() or (text[start:last].isupper() and text[last : last + 1] != "$"))
                and not (option == "car" and _shouted(text, tokens, n))
            ):
                return Unit(start, last, option, found[1], found[0], possessive, True), size
            ethnic = group_words().get(option)
            if ethnic:
                return Unit(
                    start, last, option, "group" if ethnic[1] == "adjective" else "ethnic", ethnic[0], possessive, True
                ), size
        if size == 1 and "-" in text[start:end]:  # "Syrian-backed": the adjective opens a compound
            return None, 0
    return None, 0


def _entities(text: str, folded: str, context: Context) -> list[tuple[int, int, str]]:
    """Lexicon names that count here, longest first where they overlap, in text order."""
    hits: list[tuple[int, int, str]] = []
    for hit in lexicon().find(text, folded):
        alias = choose(hit.aliases, context)
        if alias and not _inside_name(text, hit, alias) and not _another_bearer(text, hit, alias, context):
            hits.append((hit.start, hit.end, alias.entry))
    hits.sort(key=lambda h: (h[0] - h[1], h[0]))
    cover = Cover(len(text))
    kept: list[tuple[int, int, str]] = []
    for start, end, entry in hits:
        if not cover.touches(start, end):
            cover.add(start, end)
            kept.append((start, end, entry))
    return sorted(kept)


_SMALL = NOT_NAMES | DETERMINERS
_GIVEN = re.compile(r"(?<![\w.’'-])([A-ZÀ-Þ][\w’'-]+\.?) \Z")
_BEFORE_OFFICE, _AFTER_OFFICE = 20, 40  # years in which a name in the news is still that of who once held the office


@cache
def _ordinary() -> frozenset[str]:
    """Words that may stand in capitals before a surname without being its first name."""
    return NOT_NAMES | TITLES | OFFICES | SPEAKERS | common_words() | word_class("weekday")


def _another_bearer(text: str, hit: Hit, alias: Alias, context: Context) -> bool:
    """Whether a surname alone is another man's: "Thorvald Stoltenberg", or a text of long before he was known."""
    if alias.head != "person" or " " in alias.text:
        return False
    entry = lexicon().entries[alias.entry]
    if entry.valid_from is not None and not context.meets(
        entry.valid_from - _BEFORE_OFFICE, entry.valid_to and entry.valid_to + _AFTER_OFFICE
    ):
        return True
    given = _GIVEN.search(text, max(0, hit.start - 30), hit.start)
    if given is None:
        return False
    word = given[1].lower().rstrip(".")
    return word not in _ordinary() and fold(word) not in country_words() and word not in entry.name.lower().split()


_LONGER = re.compile(r"[ -](?:al|el|ul|e|i)-[A-ZÀ-Þ]")


def _inside_name(text: str, hit: Hit, alias: Alias) -> bool:
    """Whether a spelling is only part of a longer name: "pre-IS", "Ruritanian People's Liberation Front"."""
    before = text[hit.start - 1 : hit.start]
    if " " not in alias.text and _LONGER.match(text, hit.end):
        return True
    if " " not in alias.text or alias.acronym:
        return bool(before) and before in "-'’" and (alias.acronym or text[hit.start - 2 : hit.start - 1].isalnum())
    if before != " " or fold(alias.text).split(" ")[0] not in word_class("group-name-opening"):
        return False
    word = text[max(0, hit.start - 40) : hit.start - 1].rsplit(None, 1)[-1:]
    if not word or not word[0][:1].isupper() or word[0].lower() in _SMALL or not word[0][-1].isalnum():
        return False
    known = country_words().get(fold(word[0]))
    return known is None or (bool(alias.countries) and known[0] not in alias.countries)
