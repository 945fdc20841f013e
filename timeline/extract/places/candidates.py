"""Where a text may name a place: capitalised names, the nouns that say what they are, the prepositions before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.extract.places.context import Context
from timeline.extract.places.names import (
    MEDIA,
    STOP,
    Words,
    glued_country,
    known_end,
    known_stop,
    name_stop,
    place_nouns,
    plain_name,
)
from timeline.lexicon.gazetteer import gazetteer
from timeline.lexicon.governments import country_words, group_words
from timeline.lexicon.words import common_words, word_class

_PREPOSITIONS = word_class("place-preposition")
_UNKNOWN_AFTER = word_class("place-unknown-after")
_NAMED_NOUNS = word_class("place-noun-in-name")
_MODIFIERS = word_class("place-modifier")
_ROADS = word_class("road")
_LANDMARKS = frozenset({"old city", "old town", "green zone", "red zone", "city centre", "city center"})
_OPENERS = frozenset({"camp", "fort", "mount", "lake", "hill", "cape", "port", "tell", "tal", "wadi"})
_NUMBERED = frozenset({"base", "hill", "checkpoint", "highway"})
_LISTED = 6  # words of the names before "and"
_NOUN_OF = word_class("place-noun-of")
_APPOSED = frozenset(
    {"town", "village", "city", "neighbourhood", "neighborhood", "district", "suburb", "province", "camp", "settlement"}
)
_WEAK_NOUNS = word_class("place-weak-noun")
_KEPT = re.compile(
    r"camp|province|mosque|church|hospital|hotel|airport|air ?base|base|prison|square|bridge|crossing|river|mountain|"
    r"island|university|"
    r"station|dam|road|highway|street|valley|peninsula|state|region|governorate|district|countryside|market|school|barracks|plant"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a place; ``name_end`` ends the name proper, ``key`` is its fold for look-up.

    ``noun``: a word says that it is a place ("the Akrama neighborhood"). ``base``: the name inside "Deir Ezzor
    airport", for coordinates. ``village``: a name after a preposition of place that no gazetteer need have.
    """

    start: int
    end: int
    name_end: int
    key: str
    kind: str
    rule: str
    noun: bool = False
    preposition: bool = False
    base: str = ""
    village: bool = False


def find_candidates(text: str, context: Context) -> Iterator[Candidate]:
    """Candidates from left to right, not overlapping."""
    words = Words.of(text)
    n = 0
    while n < len(words.tokens):
        found = _candidate(words, n, context) if words.capital(n) or _numbered(words, n) else None
        if found:
            yield found[0]
        n = max(found[1] if found else 0, n + 1)


def _numbered(words: Words, n: int) -> bool:
    """Whether "base 17" or "checkpoint 4" stands here: names without a capital."""
    return (
        words.lows[n] in _NUMBERED
        and n + 1 < len(words.lows)
        and words.lows[n + 1].isdigit()
        and len(words.lows[n + 1]) < 4
    )


def _candidate(words: Words, n: int, context: Context) -> tuple[Candidate, int] | None:
    lows = words.lows
    start = words.tokens[n][0]
    pair = " ".join(lows[n : n + 2])
    if pair in _LANDMARKS or _numbered(words, n):
        end = words.tokens[n + 1][1]
        rule = "landmark" if pair in _LANDMARKS else "numbered-feature"
        return Candidate(start, end, end, words.folded[start:end], "district", rule, noun=True), n + 2
    if (lows[n] in STOP and not _long_name(words, n)) or lows[n].endswith("-based"):
        return None
    stop = name_stop(words, n)
    for until in range(stop, n, -1):
        found = _with_noun(words, n, until, context)
        if found:
            return found
    known = known_stop(words, n, stop)
    if known and known < len(lows) and lows[known] == "based":
        return None
    before = _before(words, n)
    apposed = _noun_before(words, n)
    if apposed:
        end = words.bare_end((known or stop) - 1)
        return Candidate(start, end, end, words.folded[start:end], apposed, "noun-of-name", noun=True), known or stop
    if known:
        return _gazetteer(words, n, stop, known, before, context)
    if before in _UNKNOWN_AFTER and stop - n <= 3 and plain_name(words, n, stop):
        end = words.bare_end(stop - 1)
        return Candidate(
            start, end, end, words.folded[start:end], "place", "preposition-name", preposition=True, village=True
        ), stop
    return None


def _before(words: Words, n: int) -> str:
    """The word before, an article passed over."""
    if n == 0 or not words.joined(n - 1):
        return ""
    if words.lows[n - 1] == "the" and n > 1 and words.joined(n - 2):
        return words.lows[n - 2]
    return words.lows[n - 1]


def _long_name(words: Words, n: int) -> bool:
    """Whether a gazetteer name of several words begins with this common one: "New York", "South Kivu"."""
    return any(gazetteer().has(words.key(n, min(n + size, len(words.tokens)))) for size in (4, 3, 2))


def _gazetteer(
    words: Words, n: int, stop: int, known: int, before: str, context: Context
) -> tuple[Candidate, int] | None:
    """A gazetteer name standing alone, unless it is only the beginning or the end of a longer name."""
    start, end = words.tokens[n][0], known_end(words, n, known)
    key = words.folded[start:end]
    place = gazetteer().find(key)[0]
    if known - n == 1 and not place.curated and (words.lows[n] in common_words() or words.lows[n] in place_nouns()):
        return None
    possessive = words.lows[known - 1].endswith(("'s", "’s", "s"))
    if group_words().get(words.folded[start : words.tokens[known - 1][1]], ("", ""))[1] == "people":
        return None
    if known < stop and not possessive and not context.about(place.country):
        return None
    if country_words().get(key, ("", ""))[1] in {"adjective", "people"} and place.kind == "country":
        return None
    preposition = before in _PREPOSITIONS
    if not preposition and _ends_longer_name(words, n, before):
        return None
    between = before == "between" or (before == "and" and "between" in words.lows[max(0, n - 4) : n])
    if between and any(x in _ROADS for x in words.lows[max(0, n - 10) : n]):
        return None  # "the highway between Damascus and Homs"
    return Candidate(start, end, end, key, "place", "gazetteer", preposition=preposition), known


def _ends_longer_name(words: Words, n: int, before: str) -> bool:
    """Whether a capitalised word before makes it part of another name: "Arab Spring"."""
    return (
        n > 0
        and words.joined(n - 1)
        and words.text[words.tokens[n - 1][0]].isupper()
        and before not in STOP
        and not before.endswith(("s", "y"))
        and before not in country_words()
        and not gazetteer().has(before)
    )


def _noun_before(words: Words, n: int) -> str:
    """The kind when "village of", "district of the", "the town" stands before."""
    k, lows = n - 1, words.lows
    first = country_words().get(words.key(n, n + 1), ("", ""))[1]
    if k < 0 or not words.joined(k) or glued_country(lows[n]) or first in {"adjective", "people"}:
        return ""
    if lows[k] in {"the", "called", "named"}:
        k -= 1
    if k >= 1 and lows[k] == "and" and words.capital(k - 1):
        k = _list_head(words, k)  # "the hamlets of Varna and Olt"
    if k >= 1 and lows[k] == "of" and lows[k - 1] in _NOUN_OF:
        return place_nouns()[lows[k - 1]]
    if k == n - 1 and lows[k] in _APPOSED and words.text[words.tokens[k][0]].islower():
        return place_nouns()[lows[k]]
    return ""


def _list_head(words: Words, k: int) -> int:
    """The word before the names of a list that ends with the "and" at ``k``, no further back than a few names."""
    first = k - 1
    while first > max(0, k - _LISTED) and words.capital(first):
        first -= 1
    return first


def _with_noun(words: Words, n: int, stop: int, context: Context) -> tuple[Candidate, int] | None:
    """A name with its noun: "Akrama neighborhood", "Bilal al-Habshi mosque", "Camp Hurriya"."""
    lows, start = words.lows, words.tokens[n][0]
    if lows[n] in _OPENERS and stop - n >= 2:
        end = words.bare_end(stop - 1)
        base = words.folded[words.tokens[n + 1][0] : end]
        return Candidate(
            start, end, end, words.folded[start:end], "feature", "feature-name", noun=True, base=base
        ), stop
    if stop - n >= 2 and lows[stop - 1] in _NAMED_NOUNS:
        return _noun_candidate(words, n, stop - 1, stop, lows[stop - 1]), stop
    if stop >= len(words.tokens) or not words.joined(stop - 1):
        return None
    for size in (2, 1):
        if stop + size > len(lows) or (size == 2 and not words.joined(stop)):
            continue
        noun = " ".join(lows[stop : stop + size]).removesuffix("'s").removesuffix("’s")
        if size == 2 and noun not in place_nouns() and lows[stop] in _MODIFIERS:
            noun = noun.split(" ")[1]
        if noun == "state" and " ".join(lows[stop + 1 : stop + 2]) in MEDIA:
            return None
        if noun in place_nouns():
            return _named(words, n, stop, stop + size, noun, context)
    return None


def _named(words: Words, n: int, stop: int, until: int, noun: str, context: Context) -> tuple[Candidate, int] | None:
    """The candidate of a name and the noun after it, where the name can be one."""
    key, lows = words.key(n, stop), words.lows
    code, what = country_words().get(key, ("", ""))
    if what == "adjective" and place_nouns()[noun] == "district" and words.capital(stop - 1) and code != context.main:
        return _noun_candidate(words, n, until, until, noun), until  # "the Armenian district"
    if what in {"adjective", "people", "name"} or lows[stop - 1].endswith(("'s", "’s")) or lows[n] in STOP:
        return None
    known = bool(gazetteer().find(key))
    if noun in _WEAK_NOUNS and stop - n == 1 and not known and not (n and lows[n - 1] in {"the", "in", "at", "near"}):
        return None
    if key.endswith("s") and not known and gazetteer().find(key[:-1]):
        return None
    return _noun_candidate(words, n, stop, until, noun), until


def _noun_candidate(words: Words, n: int, name: int, until: int, noun: str) -> Candidate:
    """``name`` is the word after the name proper, ``until`` the one after the noun."""
    start, end = words.tokens[n][0], words.bare_end(until - 1)
    name_end = (
        end
        if place_nouns()[noun] == "feature" or _KEPT.match(noun.rsplit(" ", maxsplit=1)[-1])
        else min(end, words.tokens[name - 1][1])
    )
    kind = place_nouns()[noun]
    return Candidate(
        start, end, name_end, words.folded[start:end], kind, f"name-{kind}", noun=True, base=words.key(n, name)
    )
