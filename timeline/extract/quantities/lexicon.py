"""The words that count people: nouns by class, verbs and nouns by what they say happened to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.lexicon.tables import read_table, split_list
from timeline.model import QuantityKind

_IRREGULAR = {
    "person": "persons", "child": "children", "man": "men", "woman": "women", "wife": "wives", "life": "lives",
    "body": "bodies", "foot": "feet", "cow": "cattle", "sheep": "sheep", "chief": "chiefs", "mosque": "mosques",
}  # fmt: skip


@cache
def word_set(name: str) -> frozenset[str]:
    """A closed class of ``quantity_words.csv``; a class the table lacks is a mistake in the code: ``KeyError``."""
    return _classes()[name]


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in read_table("quantity_words")}


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word or phrase says of those counted, and how it is used.

    ``use`` is ``past`` (active past or passive participle), ``participle`` (passive only), ``active`` (takes the
    counted as object), ``own`` (the counted as subject), ``state`` (adjective), ``noun`` (… of N people) or ``head``
    (the counted noun itself). ``kind`` holds for people, ``thing`` for countable things, ``None`` where it never is.
    """

    use: str
    kind: QuantityKind
    thing: QuantityKind | None
    phrase: str


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: its class (``people``, ``fighters``, ``thing``, ``unit``, ``event`` …), and whether plural."""

    kind: str
    plural: bool


def _plural(word: str) -> str:
    for end, many in _IRREGULAR.items():
        if word == end or (end in {"man", "woman", "child", "wife"} and word.endswith(end) and word != "german"):
            return word[: -len(end)] + many
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def is_plural(word: str, *, listed: bool = False) -> bool:
    """Whether a word is plural as it stands; ``listed`` asks only for those without "s"."""
    return word in word_set("plural") or (not listed and word.endswith("s"))


@cache
def nouns() -> Mapping[str, Noun]:
    """Counted nouns, singular and plural, in small letters; first class listed wins."""
    found: dict[str, Noun] = {}
    for row in read_table("quantity_nouns"):
        for word in row["words"].lower().split():
            found.setdefault(word, Noun(row["class"], word in word_set("plural") or word.endswith("men")))
            found.setdefault(_plural(word), Noun(row["class"], plural=True))
    return found


@cache
def phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[Sense, ...]], ...]]:
    """First word → the phrases that begin with it and their senses, longest first."""
    table: dict[tuple[str, ...], list[Sense]] = {}
    for row in read_table("quantity_verbs"):
        thing = QuantityKind(row["thing"]) if row["thing"] else None
        for phrase in split_list(row["phrases"]):
            forms = [phrase]
            if (
                row["use"] == "head"
                and phrase not in word_set("plural")
                and " and " not in phrase
                and " or " not in phrase
            ):
                *before, last = phrase.split()
                forms.append(" ".join([*before, _plural(last)]))
            for form in forms:
                table.setdefault(tuple(form.split()), []).append(
                    Sense(row["use"], QuantityKind(row["person"] or "other"), thing, form)
                )
    index: dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]] = {}
    for words, senses in sorted(table.items(), key=lambda item: -len(item[0])):
        index.setdefault(words[0], []).append((words, tuple(senses)))
    return {first: tuple(rows) for first, rows in index.items()}


def head_sense(words: tuple[Sense, ...]) -> Sense | None:
    """The sense in which the words are themselves what is counted."""
    return next((s for s in words if s.use == "head"), None)
