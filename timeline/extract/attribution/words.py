"""Closed word classes and verb forms of the attribution rules, from ``data/lexicons``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.lexicon.tables import read_table


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb of saying: its kind (say, tell, object, call, count, quote, put, see) and tense."""

    kind: str
    tense: str  # past, present, gerund


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in read_table("attribution_words")}


def words(name: str) -> frozenset[str]:
    """The words of a class, lower case; a class the table lacks is a mistake in the code: ``KeyError``."""
    return _classes()[name]


@cache
def verbs() -> Mapping[str, Verb]:
    """Every form of a verb of saying."""
    return {
        form: Verb(row["kind"], tense)
        for row in read_table("speech_verbs")
        for tense in ("present", "gerund", "past")
        for form in row[tense].split()
    }


@cache
def source_nouns() -> Mapping[str, tuple[str, str]]:
    """Noun that names a source by description → (canonical name, kind)."""
    return {row["noun"]: (row["name"], row["kind"]) for row in read_table("source_nouns")}
