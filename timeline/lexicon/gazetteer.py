"""The gazetteer: populated places, regions and countries with coordinates, by folded name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.lexicon.fold import fold
from timeline.lexicon.governments import governments
from timeline.lexicon.tables import read_table, split_list
from timeline.settings import LEXICONS


class Place(NamedTuple):
    """A place as the gazetteer has it; ``country`` is the code, ``None`` for what spans countries."""

    name: str
    country: str | None
    lat: float
    lon: float
    kind: str  # country, area, region, city, district, feature
    population: int
    curated: bool = False  # written by hand: a name that news on wars uses


_ARTICLES = ("al ", "el ", "ar ", "as ", "ad ", "an ", "at ", "ash ", "az ")


class Gazetteer:
    """Places by folded name; curated regions come before GeoNames, larger places before smaller ones."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._curated: list[Place] = []
        self._by_name: dict[str, tuple[int, ...]] = {}
        self._read_curated()
        self._read_places()

    def _read_curated(self) -> None:
        for government in governments().values():
            self._add_curated(government.names, Place(government.country, government.code, government.lat,
                                                      government.lon, "country", 0, curated=True))  # fmt: skip
        for row in read_table("regions"):
            names = split_list(row["names"])
            place = Place(
                names[0], row["code"] or None, float(row["lat"]), float(row["lon"]), row["kind"], 50_000, curated=True
            )
            self._add_curated(names, place)

    def _add_curated(self, names: Sequence[str], place: Place) -> None:
        self._curated.append(place)
        index = -len(self._curated)
        for name in names:
            key = fold(name)
            self._by_name[key] = (*self._by_name.get(key, ()), index)

    def _read_places(self) -> None:
        text = (LEXICONS / "places.tsv").read_text(encoding="utf-8")
        table = self._by_name
        for index, line in enumerate(text.splitlines()):
            self._lines.append(line)
            for key in line[: line.index("\t")].split("|"):
                if key in table:
                    table[key] += (index,)
                else:
                    table[key] = (index,)

        for government in governments().values():
            self._join([fold(capital) for capital in government.capitals])

    def _join(self, keys: list[str]) -> None:
        """Make all names of a capital mean the same place: GeoNames may know only one of Kyiv and Kiev."""
        known = next((self._by_name[key] for key in keys if key in self._by_name), None)
        if known:
            for key in keys:
                self._by_name.setdefault(key, known)

    def _place(self, index: int) -> Place:
        if index < 0:
            return self._curated[-index - 1]
        _, name, country, lat, lon, kind, population = self._lines[index].split("\t")
        return Place(name, country, float(lat), float(lon), kind, int(population))

    def find(self, key: str) -> tuple[Place, ...]:
        """Places of this folded name, best known first; the Arabic article may be there or not."""
        found = self._by_name.get(key)
        if found is None and key[:1] not in {"a", "e"}:
            found = self._by_name.get("al " + key) if len(key) > 4 else None
        elif found is None:
            for article in _ARTICLES:
                if key.startswith(article):
                    found = self._by_name.get(key[len(article) :])
                    break
            else:
                found = self._by_name.get("al " + key) if len(key) > 4 else None
        return tuple(self._place(i) for i in found) if found else ()

    def has(self, key: str) -> bool:
        """Whether any place has this folded name."""
        return key in self._by_name


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read once."""
    return Gazetteer()
