"""TimeMap event JSON and Bellingcat's exports of it → claims; every source of an event is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.datasets.build import finish
from timeline.datasets.days import read_days
from timeline.datasets.draft import Draft, start_draft
from timeline.datasets.result import Imported
from timeline.datasets.rows import Rows, read_file, record_rows
from timeline.documents.charset import decode
from timeline.errors import InputError

_ACTOR_KEYS = ("actor", "perpetrator", "belligerent", "party", "side")
_TYPE_KEYS = {"shelling": "remote_violence", "airstrike": "remote_violence", "air strike": "remote_violence",
              "explosion": "remote_violence", "protest": "protest", "battle": "battle", "clash": "battle"}  # fmt: skip


def read_timemap(path: Path, version: str | None = None) -> Imported:
    """The claims of one export: ``description`` is the sentence, ``sources`` its provenance, filters its metadata.

    Raises:
        InputError: not JSON, or no list of events with descriptions.

    """
    events = _events(read_file(path), path.name)
    flat = record_rows(events).frame
    if "description" not in flat or "date" not in flat:
        raise InputError(path.name, "its events have no description or no date", "give the export of TimeMap's events")
    ids = next(
        (flat[c] for c in ("civId", "id", "incident_id") if c in flat), pd.Series("", index=flat.index, dtype="str")
    )
    draft = start_draft(
        "timemap", f"TimeMap: {path.stem} {version or ''}".strip(), "as its publisher allows", Rows(flat, []), ids
    )
    _fill(draft, pd.Series(events, index=flat.index))
    return finish(draft)


def _events(data: bytes, name: str) -> list[dict[str, Any]]:
    try:
        loaded = json.loads(decode(data, name))
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"not JSON ({error})", "give the export whole") from error
    found = loaded.get("events") if isinstance(loaded, dict) else loaded
    if not isinstance(found, list) or not any(isinstance(e, dict) for e in found):
        raise InputError(name, "it has no list of events", 'give a list of events, or {"events": […]}')
    return [e if isinstance(e, dict) else {} for e in found]


def _fill(draft: Draft, events: pd.Series[Any]) -> None:
    day = read_days(draft.text("date"), "mdy")  # EXPORT_EVENTS writes MM/DD/YYYY
    draft.reject(day.faults != "", "date: " + day.faults)
    text = draft.text("description").str.replace(r"\s+", " ", regex=True)
    draft.reject(text == "", "no description")
    exact = ~draft.text("time_precision").str.casefold().isin(["month", "year", "week"])
    draft.flag(~exact, "time_precision says the day is not exact")
    sources = events.map(lambda e: e.get("sources") if isinstance(e.get("sources"), list) else [])
    paths = sources.map(_paths)
    draft.columns |= {
        "start": day.days,
        "end": day.days,
        "precision": pd.Series("day", index=text.index, dtype="str"),
        "relation": pd.Series(np.where(exact, "on", "about"), index=text.index, dtype="str"),
        "rule": pd.Series("timemap date", index=text.index, dtype="str"),
        "event_type": events.map(_event_type).astype("str"),
        "text": text,
        "event_text": text.str.extract(r"^(.{1,200}?(?:[.!?](?=\s|$)|$)|.{200})", expand=False).fillna(text),
        "title": text.str.slice(0, 120),
        "url": paths.map(lambda p: p[0] if p else "").astype("str"),
    }
    place = draft.text("location")
    draft.add_place(place.where(place != "", _coordinate_name(draft)), pd.Series("", index=text.index),
                    draft.coordinate("latitude"), draft.coordinate("longitude"))  # fmt: skip
    actors = events.map(lambda e: "; ".join(v for k, v in _filters(e) if k.casefold() in _ACTOR_KEYS)).astype("str")
    draft.add_actors(actors, "party", r"\s*;\s*")


def _coordinate_name(draft: Draft) -> pd.Series[str]:
    lat, lon = draft.text("latitude"), draft.text("longitude")
    return (lat + ", " + lon).where((lat != "") & (lon != ""), "")


def _paths(sources: list[Any]) -> list[str]:
    """Addresses of an event's sources: ``path``, ``paths``, ``url``, or the bare string."""
    found: list[str] = []
    for source in sources:
        values = [source.get(k) for k in ("path", "url", "paths")] if isinstance(source, dict) else [source]
        for value in values:
            found.extend(v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str))
    return [f for f in found if f.startswith(("http://", "https://"))]


def _filters(event: dict[str, Any]) -> list[tuple[str, str]]:
    listed = event.get("filters")
    pairs = listed if isinstance(listed, list) else []
    return [(str(p.get("key", "")), str(p.get("value", ""))) for p in pairs if isinstance(p, dict)]


def _event_type(event: dict[str, Any]) -> str:
    words = " ".join(
        [str(event.get("type") or ""), str(event.get("category") or ""), *(v for _, v in _filters(event))]
    ).casefold()
    return next((kind for key, kind in _TYPE_KEYS.items() if key in words), "other")
