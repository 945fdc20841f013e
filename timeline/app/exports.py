"""The export menu: links to files of exactly what is shown; pictures are drawn in the browser."""

from __future__ import annotations

from typing import Any

from dash import get_relative_path, html

from timeline.app import ids
from timeline.app.attributes import wild
from timeline.app.desk import Shown
from timeline.app.state import PageState
from timeline.app.words import ENGLISH, say
from timeline.export.write import FORMATS

MENU = ("png", "svg", "pdf", "html", "csv", "xlsx", "jsonl", "parquet", "timelinejs", "ics", "geojson")


def export_links(state: PageState, shown: Shown) -> list[Any]:
    """One entry per format, each carrying the state in its address."""
    hint = html.P(say("export_hint", shown=f"{len(shown.ids):,}", all=f"{shown.total:,}"))
    story = html.Button(say("story_open"), type="button", **wild(data_opens=ids.STORY_DIALOG))
    return [hint, *(_entry(f, state.view) for f in MENU), story]


def _entry(name: str, view: str) -> Any:
    words = ENGLISH.get(f"export.{name}", FORMATS[name].label)
    query = f"?{view}" if view else ""
    root: str = get_relative_path("/")  # type: ignore[no-untyped-call]
    if name in ("png", "svg"):
        address = f"{root}figure.json{query}"
        return html.Button(words, type="button", **wild(data_picture=name, data_url=address, data_name="timeline"))
    address = f"{root}export/timeline{FORMATS[name].suffix}{query}"
    return html.A(words, href=address, download="", target="_self")
