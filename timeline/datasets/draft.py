"""A dataset's rows on their way to claims: what is kept, rejected or flagged, and the children found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from timeline.datasets.rows import Rows, blank

_EMPTY = ""
MOST_PEOPLE = 10_000_000_000


@dataclass
class Draft:
    """The rows of one dataset on their way to tables; every series is indexed by row number.

    ``ids`` are the dataset's own; ``kept`` tells which rows can be imported; a reader fills the rest. ``sums`` are
    columns whose totals over the rows that stay are told with the counts.
    """

    schema: str
    dataset: str
    licence: str
    rows: pd.DataFrame
    ids: pd.Series[str]
    broken: list[tuple[int, str, list[str]]] = field(default_factory=list)
    notice: str | None = None
    kept: pd.Series[bool] = field(init=False)
    reasons: pd.Series[str] = field(init=False)
    flags: pd.Series[str] = field(init=False)
    columns: dict[str, pd.Series[Any]] = field(default_factory=dict)
    actors: list[pd.DataFrame] = field(default_factory=list)
    places: list[pd.DataFrame] = field(default_factory=list)
    quantities: list[pd.DataFrame] = field(default_factory=list)
    attributions: list[pd.DataFrame] = field(default_factory=list)
    sums: dict[str, pd.Series[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Nothing is rejected or flagged yet."""
        index = self.rows.index
        self.kept = pd.Series(True, index=index)
        self.reasons = pd.Series(_EMPTY, index=index, dtype="str")
        self.flags = pd.Series(_EMPTY, index=index, dtype="str")

    def text(self, name: str) -> pd.Series[str]:
        """A column's cells, trimmed, empty where they say nothing or the column is not there."""
        if name not in self.rows:
            return pd.Series(_EMPTY, index=self.rows.index, dtype="str")
        values = self.rows[name].fillna(_EMPTY).astype("str").str.strip()
        return values.where(~blank(values), _EMPTY)

    def number(self, name: str) -> pd.Series[float]:
        """A column's numbers (``1,234`` too); NaN where there is none."""
        plain = self.text(name).str.replace(",", "", regex=False)
        return pd.to_numeric(plain, errors="coerce").replace([np.inf, -np.inf], np.nan)

    def count(self, name: str) -> pd.Series[float]:
        """A column's counts of people; negative numbers are codes for none known, and none is above all people."""
        found = self.number(name)
        counts = found.where((found >= 0) & (found <= MOST_PEOPLE))
        self.flag(found.notna() & counts.isna(), f"{name} is a number but no count of people")
        return counts

    def coordinate(self, name: str) -> pd.Series[float]:
        """A column's degrees; a comma is the decimal sign (``34,8``)."""
        return pd.to_numeric(self.text(name).str.replace(",", ".", regex=False), errors="coerce")

    def reject(self, where: pd.Series[bool], reason: str | pd.Series[str]) -> None:
        """Take rows out, each with its first reason."""
        hit = where & self.kept
        self.reasons = self.reasons.where(~hit, reason)
        self.kept = self.kept & ~where

    def flag(self, where: pd.Series[bool], words: str) -> None:
        """Keep rows, and say in their note what is odd about them."""
        joined = self.flags.where(self.flags == _EMPTY, self.flags + "; ") + words
        self.flags = self.flags.where(~where, joined)

    def add_actors(self, names: pd.Series[str], role: str | pd.Series[str], split: str | None = None) -> None:
        """Actors of a column, in ``role``; ``split`` is the pattern between several names in one cell."""
        listed = _listed(names, split)
        roles = role if isinstance(role, str) else role.reindex(listed.index)
        self.actors.append(pd.DataFrame({"name": listed, "role": roles, "text": listed}))

    def add_attribution(self, names: pd.Series[str], cue: str, split: str | None = None) -> None:
        """Who is said to say so."""
        listed = _listed(names, split)
        self.attributions.append(pd.DataFrame({"name": listed, "cue": cue, "text": listed}))

    def add_place(self, names: pd.Series[str], country: pd.Series[str], lat: pd.Series[float] | None = None,
                  lon: pd.Series[float] | None = None, kind: str | pd.Series[str] = "place") -> None:  # fmt: skip
        """A place per row that has a name, with coordinates where both are on the globe."""
        nowhere = pd.Series(np.nan, index=names.index)
        lat, lon = (nowhere if lat is None else lat), (nowhere if lon is None else lon)
        fit = lat.between(-90, 90) & lon.between(-180, 180) & ~((lat == 0) & (lon == 0))
        frame = pd.DataFrame({"name": names, "country": country, "lat": lat.where(fit), "lon": lon.where(fit),
                              "place_kind": kind, "text": names})  # fmt: skip
        self.places.append(frame[names != _EMPTY])

    def add_quantity(self, kind: str, low: pd.Series[float], high: pd.Series[float], comparator: pd.Series[str],
                     *, words: pd.Series[str], scope: str = "event") -> None:  # fmt: skip
        """A count per row where ``low`` or ``high`` is a number."""
        frame = pd.DataFrame({"kind": kind, "low": low.round(), "high": high.round(), "comparator": comparator,
                              "scope": scope, "text": words})  # fmt: skip
        self.quantities.append(frame[low.notna() | high.notna()])


def start_draft(schema: str, dataset: str, licence: str, rows: Rows, ids: pd.Series[str], **more: Any) -> Draft:
    """A draft of rows that were read, with the broken ones beside."""
    return Draft(schema, dataset, licence, rows.frame, ids.astype("str").str.strip(), rows.broken, **more)


def joined(index: pd.Index[int], *parts: pd.Series[str], sep: str = ", ") -> pd.Series[str]:
    """Cells side by side with ``sep`` between those that are filled."""
    made = pd.Series(_EMPTY, index=index, dtype="str")
    for part in parts:
        both = (made != _EMPTY) & (part != _EMPTY)
        made = made.where(~both, made + sep) + part
    return made


def each_once(values: pd.Series[str]) -> pd.Series[str]:
    """Cells that list several names, each name once: ``SOHR;SOHR;Airwars`` → ``SOHR; Airwars``."""
    made = {v: "; ".join(dict.fromkeys(filter(None, map(str.strip, v.split(";"))))) for v in values.unique()}
    return values.map(made).astype("str")


def _listed(names: pd.Series[str], split: str | None) -> pd.Series[str]:
    listed = names[names != _EMPTY]
    if split is not None:
        listed = listed.str.split(split, regex=True).explode()
    listed = listed.str.strip()
    listed = listed[listed != _EMPTY]
    return listed[~pd.DataFrame({"row": listed.index, "name": listed.to_numpy()}).duplicated().to_numpy()]
