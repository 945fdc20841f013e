"""Claims as GeoJSON (RFC 7946): one feature per claim, WGS84, longitude first; no place known is a null geometry."""

from __future__ import annotations

import json
from typing import Any

from timeline.export.about import About
from timeline.export.words import make_entries
from timeline.frame.tables import ClaimTables


def write_geojson(tables: ClaimTables, about: About) -> bytes:
    """The bytes of a FeatureCollection; title, filter, day of making, sources and licences are foreign members."""
    places = tables.claim_places
    located = places[places["lat"].between(-90, 90) & places["lon"].between(-180, 180)]
    points: dict[str, list[list[float]]] = {}
    for claim_id, lat, lon in zip(located["claim_id"], located["lat"], located["lon"], strict=True):
        here = points.setdefault(claim_id, [])
        if [lon, lat] not in here:
            here.append([lon, lat])
    features = [
        {
            "type": "Feature",
            "id": entry.row["claim_id"],
            "geometry": _geometry(points.get(entry.row["claim_id"], [])),
            "properties": _properties(entry.row) | {"date_words": entry.when},
        }
        for entry in make_entries(tables)
    ]
    facts = {"title": about.title, "filter": about.description, "made": about.made.isoformat(),
             "sources": list(about.sources), "licences": list(about.licences)}  # fmt: skip
    collection = {"type": "FeatureCollection", **facts, "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False).encode("utf-8", errors="replace")


def _geometry(points: list[list[float]]) -> dict[str, Any] | None:
    if not points:
        return None
    return (
        {"type": "Point", "coordinates": points[0]}
        if len(points) == 1
        else {"type": "MultiPoint", "coordinates": points}
    )


def _properties(row: dict[str, Any]) -> dict[str, Any]:
    """The filled fields; coordinates lie in the geometry."""
    return {k: v for k, v in row.items() if k not in ("lat", "lon") and v is not None and v != ""}
