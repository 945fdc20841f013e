"""The callback of the map: drawn only while its tab is open, from the same filter as the timeline."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from timeline.app import ids
from timeline.app.desk import Desk
from timeline.app.place_list import count_places, map_hint, place_buttons
from timeline.app.state import read_state
from timeline.figures.places import places_figure

LIST_WIDTH = 240  # px; css says the same
BESIDE = 720  # px of the middle from which the list stands beside the map
_AROUND = 150  # px of toolbar, words and margins above and below the map


def register_map(app: Dash, desk: Desk) -> None:
    """Wire the callbacks of this module."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("places", "ask"),
        Output(ids.MAP_ASKED, "data"),
        Output(ids.MAP_PANE, "hidden"),
        Input(ids.VIEW, "data"),
        Input(ids.REVISION, "data"),
        Input(ids.SCREEN, "data"),
        prevent_initial_call=True,
    )
    app.callback(
        output={
            "figure": Output(ids.MAP_FIGURE, "data"),
            "hint": Output(ids.MAP_HINT, "children"),
            "places": Output(ids.MAP_LIST, "children"),
            "hidden": Output(ids.MAP_PANE, "hidden", allow_duplicate=True),
        },
        inputs=[Input(ids.MAP_ASKED, "data"), State(ids.VIEW, "data"), State(ids.SCREEN, "data")],
        prevent_initial_call=True,
    )(partial(update_map, desk=desk))
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("places", "draw"),
        Output(ids.RING, "data", allow_duplicate=True),
        Input(ids.MAP_FIGURE, "data"),
        prevent_initial_call=True,
    )


def update_map(asked: Any, view: str | None, screen: dict[str, Any] | None, *, desk: Desk) -> dict[str, Any]:
    """The map of what the other filters leave, with the chosen places marked, so that another can be chosen."""
    if not asked or not screen:
        return dict.fromkeys(("figure", "hint", "places", "hidden"), no_update)
    state = read_state(view)
    tables = desk.shown(replace(state.filter, places=())).tables
    width, height = map_size(int(screen["width"]), int(screen["height"]))
    places = count_places(tables)
    chosen = state.filter.places
    drawn = any(p.placed for p in places)
    figure = places_figure(tables, width, screen["theme"], height=height, chosen=chosen).to_dict() if drawn else None
    return {
        "figure": figure,
        "hint": map_hint(tables),
        "places": place_buttons(places, chosen),
        "hidden": tables.claims.empty,
    }


def map_size(width: int, height: int) -> tuple[int, int]:
    """Pixels of the map in a middle of this size: beside its list when there is room, else above it."""
    if width >= BESIDE:
        return width - LIST_WIDTH - 24, max(height - _AROUND, 320)
    return max(width - 16, 240), max(min(height - _AROUND, 420), 260)
