"""The words of a sentence with a coarse tag each: enough grammar to tell a finite verb, without a parser.

One regular expression without nested repetition and one look-up per word: linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from timeline.documents.hygiene import searchable
from timeline.lexicon.fold import fold
from timeline.lexicon.tables import read_table
from timeline.model import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*\w*|\w+(?:['’\-]\w+)*|\S")
_VOWELS = "aeiou"


class Word(NamedTuple):
    """A word or punctuation mark: its span, small letters, tag, and whether it opens with a capital."""

    start: int
    end: int
    low: str
    tag: str
    capital: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in read_table("clause_words")}


def clause_words(name: str) -> frozenset[str]:
    """A closed class of ``data/lexicons/clause_words.csv``; one the table lacks is a ``KeyError``."""
    return _classes()[name]


def inflect(lemma: str) -> dict[str, tuple[str, ...]]:
    """The forms of a verb: ``base``, ``s``, ``past``, ``participle``, ``ing``; irregular ones from the table."""
    past, participle, ing = _irregular().get(lemma, ("", "", ""))
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    regular = _regular_past(lemma)
    return {
        "base": (lemma,),
        "s": (_third(lemma),),
        "past": tuple(past.split("|")) if past else (regular,),
        "participle": tuple(participle.split("|")) if participle else (regular,),
        "ing": tuple(ing.split("|")) if ing else (_ing(lemma, stem),),
    }


def _ing(lemma: str, stem: str) -> str:
    return lemma[:-2] + "ying" if lemma.endswith("ie") else stem + "ing"


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _regular_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


@cache
def _irregular() -> Mapping[str, tuple[str, str, str]]:
    return {row["lemma"]: (row["past"], row["participle"], row["ing"]) for row in read_table("verbs")}


@cache
def _tags() -> Mapping[str, str]:
    """Word → tag. A form that is both past and participle is ``ed``; closed classes win over verbs."""
    tags: dict[str, str] = {}
    for lemma in _irregular():
        forms = inflect(lemma)
        for form in forms["base"]:
            tags.setdefault(form, "base")
        for form in forms["s"]:
            tags.setdefault(form, "s")
        for form in forms["ing"]:
            tags[form] = "ing"
        for form in forms["participle"]:
            tags[form] = "participle"
        for form in forms["past"]:
            tags[form] = "ed" if form in forms["participle"] else "past"
    for lemma in (
        "hit",
        "put",
        "cut",
        "set",
        "shut",
        "cost",
        "hurt",
        "beset",
        "burst",
        "spread",
        "read",
        "cast",
        "split",
    ):
        tags[lemma] = "ed"
    for lemma in ("come", "run", "become", "overcome", "overrun"):
        tags[lemma] = "base"
    tags |= dict.fromkeys(clause_words("noun"), "noun")
    for name, tag in (
        ("adverb", "adverb"), ("preposition", "preposition"), ("pronoun", "pronoun"), ("determiner", "determiner"),
        ("conjunction", "conjunction"), ("subordinator", "subordinator"), ("relative", "relative"),
        ("auxiliary", "auxiliary"), ("participle-auxiliary", "be"),
    ):  # fmt: skip
        tags |= dict.fromkeys(clause_words(name), tag)
    return tags


def _tag(low: str) -> str:
    known = _tags().get(low)
    if known is not None:
        return known
    first = low[0]
    if first.isdigit():
        return "number"
    if not first.isalnum():
        return "mark"
    if "-" in low:
        return "noun"
    if low.endswith("ly") and len(low) > 4:
        return "adverb"
    if low.endswith("ed") and len(low) > 4 and not low.endswith("eed"):
        return "ed"
    return "noun"


def _plain(raw: str) -> str:
    """Small letters without accents, apostrophes straight, hyphens kept."""
    return "".join(c if c in "-–—" else fold(c) for c in raw)


def find_words(text: str, sentence: Span) -> list[Word]:
    """The words and marks of a sentence in order, offsets into ``text``."""
    words: list[Word] = []
    for match in _WORD.finditer(searchable(text), sentence.start, sentence.end):
        raw = match.group()
        low = raw.lower() if raw.isascii() else _plain(raw)
        tag = "number" if low in clause_words("number") else _tag(low)
        if tag == "adverb" and words and raw[0].isupper() and low.endswith("ly") and low not in _tags():
            tag = "noun"  # a name: Emily, Thessaly
        words.append(Word(match.start(), match.end(), low, tag, raw[0].isupper()))
    return words
