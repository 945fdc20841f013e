"""States: their names, adjectives, capitals, and the two actors each of them is: government and forces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from timeline.lexicon.fold import fold
from timeline.lexicon.tables import read_table, split_list


@dataclass(frozen=True, slots=True)
class Government:
    """A state, past or present; ``code`` is ISO 3166-1 alpha-2, or three letters from X for one that is gone.

    ``internal`` marks states with a war of their own since 1945: there "the government" is one side among others and
    is called so; elsewhere the state goes by its country's name. ``lat``/``lon`` are the country's middle, WGS84.
    """

    code: str
    country: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    internal: bool
    lat: float
    lon: float
    state: str
    forces: str

    @property
    def iso(self) -> str | None:
        """ISO 3166-1 alpha-2, ``None`` for states that are gone."""
        return self.code if len(self.code) == 2 else None

    @property
    def adjective(self) -> str:
        """The adjective used in made names."""
        return self.adjectives[0] if self.adjectives else self.country

    @property
    def names(self) -> tuple[str, ...]:
        """The country's own names."""
        return (self.country, *self.aliases)


def _government(row: Mapping[str, str]) -> Government:
    adjectives = split_list(row["adjectives"])
    adjective = adjectives[0] if adjectives else row["country"]
    internal = row["internal"] == "1"
    side = adjective if adjectives and adjective != "Congolese" else row["country"]
    return Government(
        code=row["iso2"], country=row["country"], aliases=split_list(row["aliases"]), adjectives=adjectives,
        people=split_list(row["people"]), capitals=split_list(row["capital"]), internal=internal,
        lat=float(row["lat"]), lon=float(row["lon"]),
        state=row["state"] or (f"{side} government" if internal else row["country"]),
        forces=row["forces"] or (f"{side} government forces" if internal else f"{adjective} forces"),
    )  # fmt: skip


@cache
def governments() -> Mapping[str, Government]:
    """All states by code."""
    return MappingProxyType({row["iso2"]: _government(row) for row in read_table("governments")})


@cache
def country_words() -> Mapping[str, tuple[str, str]]:
    """Folded name → (code, what it is: ``name``, ``adjective``, ``people`` or ``capital``); first come, first kept."""
    words: dict[str, tuple[str, str]] = {}
    for kind in ("name", "adjective", "people", "capital"):
        for government in governments().values():
            values = {"name": government.names, "adjective": government.adjectives,
                      "people": government.people, "capital": government.capitals}[kind]  # fmt: skip
            for value in values:
                words.setdefault(fold(value), (government.code, kind))
    return MappingProxyType(words)


@cache
def group_words() -> Mapping[str, tuple[str, str]]:
    """Folded ethnic, religious and political words → (as written, adjective or people)."""
    return {fold(row["phrase"]): (row["phrase"], row["what"]) for row in read_table("groups")}


@cache
def country_acronyms() -> frozenset[str]:
    """Folded country names that are acronyms, read only when written in capitals: CAR, UK, US."""
    names = (name for g in governments().values() for name in (*g.names, *g.adjectives))
    return frozenset(fold(name) for name in names if name.replace(".", "").isupper())


def country_centre(code: str) -> tuple[float, float] | None:
    """Latitude and longitude of the middle of a country, by ISO code or our code for a past state."""
    government = governments().get(code)
    return (government.lat, government.lon) if government else None
