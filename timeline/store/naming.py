"""Names that a reader writes → the actors and places meant: those of the claims first, then the lexicon's."""

from __future__ import annotations

import pandas as pd

from timeline.frame.tables import ClaimTables, Row
from timeline.lexicon.fold import fold, slug


class Naming:
    """Looks names up in the tables as they stand."""

    def __init__(self, tables: ClaimTables) -> None:
        """Nothing is looked at before a name is asked for."""
        self._tables = tables

    def actor(self, name: str) -> Row:
        """``actor_id`` and ``name`` of an actor."""
        for table in (self._tables.claim_actors, self._tables.claim_attributions):
            found = table[table["name"] == name]
            if len(found):
                return {"actor_id": str(found["actor_id"].iloc[0]), "name": name}
        from timeline.lexicon.actors import lexicon  # noqa: PLC0415 - a quarter of a second, for new names only

        entries = {a.entry for a in lexicon().aliases_of(fold(name.removeprefix("the "))) if not a.scoped}
        if len(entries) == 1:
            entry = lexicon().entries[entries.pop()]
            return {"actor_id": entry.id, "name": entry.name}
        plain = slug(name)
        # A name in a script without Latin letters is its own id, not one for all such names.
        return {"actor_id": plain if plain != slug("") else "-".join(name.casefold().split()), "name": name}

    def place(self, name: str) -> Row:
        """The row of a place; without coordinates when nobody knows it, or several countries have it."""
        places = self._tables.claim_places
        found = places[(places["name"] == name) & places["lat"].notna()]
        if len(found):
            row = found.iloc[0]
            country = None if pd.isna(row["country"]) else str(row["country"])
            return _place(name, country, float(row["lat"]), float(row["lon"]), str(row["place_kind"]))
        from timeline.lexicon.gazetteer import gazetteer  # noqa: PLC0415

        known = gazetteer().find(fold(name))
        about = [p for p in known if p.country in set(places["country"].dropna())]
        if about or len({p.country for p in known}) == 1:
            best = (about or list(known))[0]
            return _place(name, best.country, best.lat, best.lon, best.kind)
        return _place(name, None, None, None, "place")


def _place(name: str, country: str | None, lat: float | None, lon: float | None, kind: str) -> Row:
    return {"name": name, "country": country, "lat": lat, "lon": lon, "place_kind": kind}
