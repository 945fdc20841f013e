"""Making of the actors that patterns name: a state, its forces, "Syrian rebels", "Palestinian militants"."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from timeline.extract.places.context import Context
from timeline.lexicon.actors import Entry, lexicon
from timeline.lexicon.fold import slug
from timeline.lexicon.governments import governments
from timeline.lexicon.tables import read_table


@dataclass(slots=True)
class Draft:
    """An actor mention in the making; ``family`` is the class of its head word, for later reference."""

    start: int
    end: int
    name: str
    head: str
    rule: str
    family: str = ""
    country: str | None = None
    bare: bool = False  # no side was named: the document decides
    person: str | None = None  # the speaker's own name where the body stands for him
    words: tuple[str, ...] = field(default_factory=tuple)
    owner: str = ""  # "its", "his", "their" before it

    @property
    def id(self) -> str:
        """The actor's stable id."""
        return slug(self.name)


@dataclass(frozen=True, slots=True)
class Head:
    """A head phrase of ``agents.csv``: its class and generic name."""

    family: str
    name: str


@cache
def heads() -> dict[tuple[str, ...], Head]:
    """Head phrases by their words."""
    return {tuple(row["phrase"].split()): Head(row["class"], row["name"]) for row in read_table("agents")}


@cache
def head_openers() -> dict[str, int]:
    """First word of a head phrase → words of the longest phrase it opens."""
    table: dict[str, int] = {}
    for phrase in heads():
        table[phrase[0]] = max(table.get(phrase[0], 0), len(phrase))
    return table


@cache
def defaults() -> dict[tuple[str, str], str]:
    """(country, generic name) → the actor meant there: the monitor in Syria is the Observatory."""
    return {(row["country"], row["generic"]): row["name"] for row in read_table("defaults")}


def state_name(code: str) -> str:
    """The state as an actor."""
    return governments()[code].state


def forces_name(code: str) -> str:
    """The state's forces as an actor."""
    return governments()[code].forces


def adjective(code: str) -> str:
    """The adjective made names begin with."""
    return governments()[code].adjective


def side_of(entry: Entry) -> Entry:
    """The body a person leads, commands or speaks for; the entry itself for everyone else."""
    for relation in entry.relations:
        if relation.kind in ("leader-of", "commander-of", "speaks-for", "envoy-of", "minister-of"):
            return lexicon().entries.get(relation.target, entry)
    return entry


def speaks_for(entry: Entry) -> Entry:
    """The body a person stands for when he speaks: spokesmen and envoys, not leaders."""
    for relation in entry.relations:
        if relation.kind in ("speaks-for", "envoy-of"):
            return lexicon().entries.get(relation.target, entry)
    return entry


def forces_of(entry: Entry) -> tuple[str, str]:
    """(name, head) of the forces that answer to an actor: a state's forces, or an armed group itself."""
    side = side_of(entry)
    if side.country and side.head == "government":
        return forces_name(side.country), "force"
    return side.name, side.head


def make_name(family: str, generic: str, code: str | None, context: Context) -> tuple[str, str]:
    """(name, head) of a head phrase on the side of country ``code``."""
    code = code or context.main
    if family == "force":
        if generic and code:
            return f"{adjective(code)} military intelligence", "force"
        return (forces_name(code), "force") if code else ("government forces", "force")
    if family in ("government", "official"):
        return (state_name(code), "government") if code else ("government", "government")
    if family == "milofficial":
        return (forces_name(code), "force") if code else ("military officials", "people")
    if family in ("rebel", "fighter", "opposition"):
        return (f"{adjective(code)} {generic}", "group") if code else (generic, "group")
    if family in ("ministry", "media"):
        if generic in ("local media", "media", "newspapers", "local radio", "local television", "rebel radio"):
            return generic, "media"
        known = defaults().get((code or "", generic))
        return known or (
            f"{adjective(code)} {generic}" if code else generic
        ), "media" if family == "media" else "government"
    return generic, "people" if family in ("people", "police") else "group"
