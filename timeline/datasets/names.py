"""Datasets' names of actors → the ids that articles' actors have, where both surely mean the same.

Only whole names count: ``Government of Syria``, ``Military Forces of Syria (2000-)`` and ``Military (Syria)`` are the
state and its forces; other names are looked up among the lexicon's spellings, short ones only in a dataset about
their countries. Everything else keeps an id of its own; the name shown stays the dataset's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from timeline.datasets.codes import countries
from timeline.lexicon.actors import Alias, lexicon
from timeline.lexicon.fold import fold, slug
from timeline.lexicon.governments import country_words, governments

_YEARS = re.compile(r"\s*\((?:\d{4})?\s?[-–]\s?(?:\d{4})?\)\Z")  # ACLED tells regimes apart by their years
_STATE = re.compile(r"Government of (?P<a>.+)\Z|Government \((?P<b>[^()]+)\)\Z")
_FORCES = re.compile(r"(?:Military|Armed) Forces of (?P<a>.+)\Z|(?:Military|Armed Forces|Army) \((?P<b>[^()]+)\)\Z")
_OF_COUNTRY = re.compile(r"(?P<who>Civilians|Protesters|Rioters|Unidentified Armed Group) \([^()]+\)\Z")


def find_ids(names: Iterable[str], about: AbstractSet[str]) -> dict[str, str]:
    """Actor id of each name; ``about`` are the countries (ISO 3166-1 alpha-2) that the dataset's places lie in."""
    return {name: _find(name, about) for name in names}


def _find(name: str, about: AbstractSet[str]) -> str:
    bare = _YEARS.sub("", name)
    for pattern, part in ((_STATE, "state"), (_FORCES, "forces")):
        if match := pattern.match(bare):
            country = (match["a"] or match["b"]).strip()
            code = countries()["name"].get(country.casefold()) or country_words().get(fold(country), ("",))[0]
            if code in governments():
                return slug(str(getattr(governments()[code], part)))
    if match := _OF_COUNTRY.match(bare):
        return slug(match["who"])
    word = country_words().get(fold(bare))
    if word and word[1] == "name":
        return slug(governments()[word[0]].state)
    found = {alias.entry for alias in lexicon().aliases_of(fold(bare)) if _fits(bare, alias, about)}
    return found.pop() if len(found) == 1 else own_id(name)


def own_id(name: str) -> str:
    """The id of an actor the lexicon does not know; a name in another script is its own id, not one for all."""
    plain = slug(name)
    return plain if plain != slug("") else "-".join(name.casefold().split()) or plain


def _fits(name: str, alias: Alias, about: AbstractSet[str]) -> bool:
    if alias.acronym and name.replace(".", "") != alias.text.replace(".", ""):
        return False
    return not alias.scoped or not about.isdisjoint(alias.countries)
