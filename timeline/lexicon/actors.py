"""The actor lexicon: names, aliases, dates and relations, matched in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

import ahocorasick

from timeline.lexicon.fold import fold, slug
from timeline.lexicon.governments import Government, governments
from timeline.lexicon.tables import read_table, split_list, to_year
from timeline.lexicon.words import word_class


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed tie, never an alias: ``leader-of``, ``commander-of``, ``speaks-for``, ``part-of``, ``capital-of``, …."""

    kind: str
    target: str  # actor id
    valid_from: int | None = None
    valid_to: int | None = None


@dataclass(slots=True)
class Entry:
    """An actor the lexicon knows; ``countries`` are where a short or common name may be read as this actor."""

    id: str
    name: str
    head: str
    countries: frozenset[str] = frozenset()
    valid_from: int | None = None
    valid_to: int | None = None
    aliases: list[str] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    country: str | None = None  # of governments and their forces


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of one actor; ``scoped`` spellings count only in documents about the entry's countries or years."""

    text: str
    entry: str
    scoped: bool
    countries: tuple[str, ...]  # the first is the one it is most at home in
    acronym: bool
    head: str = "group"
    valid_from: int | None = None
    valid_to: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An alias found in a text, half-open code-point offsets; several aliases when the spelling is shared."""

    start: int
    end: int
    aliases: tuple[Alias, ...]


_FORCE_WORDS = (
    "forces", "army", "troops", "soldiers", "military", "armed forces", "security forces", "government forces",
    "government troops", "government army", "regime forces", "regime troops", "regime army", "air force", "navy",
    "warplanes", "government warplanes",
)  # fmt: skip
_SHORT = 3  # letters up to which an acronym means too many things to be read outside its countries
# Last words of names that other wars use too: "Union forces", "Nationalist army".
_GENERIC = word_class("generic-last")
_STATE_WORDS = ("government", "regime", "authorities", "state", "officials")


class Lexicon:
    """Entries by id and one automaton over the folded spellings."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self._aliases: dict[str, list[Alias]] = {}
        for government in governments().values():
            self._add_government(government)
        for row in read_table("actors"):
            self._add_row(row)
        for table in ("actors_ucdp", "actors_phoenix"):
            for row in read_table(table):
                self._add_row(row, generated=True)
        for row in read_table("people"):
            self._add_person(row)
        self._automaton = self._build()

    def _entry(self, name: str, head: str) -> Entry:
        key = slug(name)
        return self.entries.setdefault(key, Entry(key, name, head))

    def _add_alias(
        self,
        entry: Entry,
        text: str,
        countries: tuple[str, ...] = (),
        years: tuple[int | None, int | None] = (None, None),
        *,
        generated: bool = False,
    ) -> None:
        if text not in entry.aliases:
            entry.aliases.append(text)
        compact = text.replace(".", "")
        acronym = compact.isupper() and len(compact) <= 6
        single = " " not in text.removeprefix("the ")
        short = acronym and (generated or (len(compact) <= _SHORT and not any(c.isdigit() for c in compact)))
        generic = years[1] is not None and text.rsplit(maxsplit=1)[-1].lower() in _GENERIC
        common = (single and not acronym) or generic or text.islower()
        scoped = bool(countries) and (short or common)
        known = self._aliases.setdefault(fold(text.removeprefix("the ")), [])
        if all(a.entry != entry.id or a.scoped != scoped or a.text.islower() != text.islower() for a in known):
            known.append(Alias(text, entry.id, scoped, countries, acronym, entry.head, *years))

    def _add_government(self, government: Government) -> None:
        state = self._entry(government.state, "government")
        forces = self._entry(government.forces, "force")
        state.country = forces.country = government.code
        for adjective in (*government.adjectives, f"{government.country}'s"):
            state.aliases.extend(f"{adjective} {word}" for word in _STATE_WORDS)
            forces.aliases.extend(f"{adjective} {word}" for word in _FORCE_WORDS)
        state.aliases.extend(government.names)
        if government.internal:
            state.aliases.extend(_STATE_WORDS[:3])
            forces.aliases.extend(("government forces", "regime forces", "government troops", "regime troops"))
        forces.relations.append(Relation("part-of", state.id))
        state.relations.extend(Relation("has-capital", slug(capital)) for capital in government.capitals)

    def _add_row(self, row: Mapping[str, str], *, generated: bool = False) -> None:
        entry = self._entry(row["name"], row["head"] or "group")
        countries = split_list(row["countries"])
        years = (to_year(row["valid_from"]), to_year(row["valid_to"]))
        entry.countries |= set(countries)
        entry.valid_from, entry.valid_to = entry.valid_from or years[0], entry.valid_to or years[1]
        names = (() if " (" in row["name"] else (row["name"],)) + split_list(row["aliases"])
        for text in names:
            self._add_alias(entry, text, countries, years, generated=generated)

    def _add_person(self, row: Mapping[str, str]) -> None:
        entry = self._entry(row["name"], "person")
        years = (to_year(row["valid_from"]), to_year(row["valid_to"]))
        entry.valid_from, entry.valid_to = years
        entry.relations.append(Relation(row["relation"], slug(row["object"]), *years))
        for text in (row["name"], *split_list(row["aliases"])):
            self._add_alias(entry, text)

    def _build(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton()
        for key, aliases in self._aliases.items():
            automaton.add_word(key, (len(key), tuple(aliases)))
        automaton.make_automaton()
        return automaton

    def find(self, text: str, folded: str) -> Iterator[Hit]:
        """Every spelling at word boundaries whose capitals fit, overlapping ones too, in order of their end.

        An acronym must stand in its own capitals; a name needs a capital letter unless the table writes it small.
        """
        size = len(folded)
        for last, (length, aliases) in self._automaton.iter(folded):
            start, end = last + 1 - length, last + 1
            if start and folded[start - 1].isalnum():
                continue
            if end < size and folded[end].isalnum() and not _glued_possessive(folded, end, aliases):
                continue
            words = text[start:end]
            fitting = tuple(alias for alias in aliases if _capitals_fit(words, alias))
            if fitting:
                yield Hit(start, end, fitting)

    def aliases_of(self, key: str) -> tuple[Alias, ...]:
        """The aliases with this folded spelling."""
        return tuple(self._aliases.get(key, ()))


def _glued_possessive(folded: str, end: int, aliases: tuple[Alias, ...]) -> bool:
    """Whether a possessive that lost its apostrophe follows: ``Assads regime``."""
    if folded[end] != "s" or (end + 1 < len(folded) and folded[end + 1].isalnum()):
        return False
    return not aliases[0].acronym or len(aliases[0].text) > 3


def _capitals_fit(words: str, alias: Alias) -> bool:
    if alias.acronym:
        return words.replace(".", "") == alias.text.replace(".", "")
    spelled = alias.text.removeprefix("the ")
    if spelled.islower():
        return True
    if spelled[0].isupper() and " " not in spelled and "-" not in spelled:
        return words[0].isupper()
    return any(c.isupper() for c in words)


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    return Lexicon()


@dataclass(frozen=True, slots=True)
class ActorNames:
    """What search needs of one actor: its name, every spelling, its kind and its typed relations."""

    id: str
    name: str
    head: str
    aliases: tuple[str, ...]
    relations: tuple[Relation, ...]


@cache
def actor_aliases() -> Mapping[str, ActorNames]:
    """Actor id → names, aliases and relations, for alias-aware search and merging by hand."""
    return MappingProxyType({
        key: ActorNames(key, entry.name, entry.head, tuple(dict.fromkeys(entry.aliases)), tuple(entry.relations))
        for key, entry in lexicon().entries.items()
    })  # fmt: skip
