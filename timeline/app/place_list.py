"""The map pane: the figure, and the same places as a list of buttons that any key and finger can reach."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
from dash import dcc, html

from timeline.app import ids
from timeline.app.attributes import wild
from timeline.app.words import say
from timeline.frame.tables import ClaimTables

MOST_PLACES = 200  # buttons; what is chosen is always among them


class Place(NamedTuple):
    """A named place, how many claims name it, and whether its position is known."""

    name: str
    claims: int
    placed: bool


def map_pane() -> html.Div:
    """The pane, empty."""
    buttons = [
        html.Button(sign, className="icon", type="button", **wild(aria_label=say(key), data_zoom=how))
        for sign, key, how in (("+", "map_in", "0.6"), ("−", "map_out", "1.7"), ("⤢", "map_whole", "whole"))
    ]
    return html.Div(
        [
            dcc.Store(id=ids.MAP_ASKED),
            dcc.Store(id=ids.MAP_FIGURE),
            html.P(id=ids.MAP_HINT, className="hint map-hint"),
            html.Div(
                [
                    html.Div(
                        [
                            html.Div(html.Div(), id=ids.MAP, className="graph"),
                            html.Div(buttons, className="map-zoom"),
                        ],
                        className="map-box",
                        role="group",
                        **wild(aria_label=say("map_label")),
                    ),
                    html.Div(id=ids.MAP_LIST, className="map-list"),
                ],
                className="map-parts",
            ),
        ],
        id=ids.MAP_PANE,
        className="pane map-pane",
        hidden=True,
    )


def count_places(tables: ClaimTables) -> list[Place]:
    """The places of these claims, the most named first."""
    rows = tables.claim_places.assign(placed=tables.claim_places[["lat", "lon"]].notna().all(axis=1))
    counted = rows.groupby("name").agg(claims=("claim_id", "nunique"), placed=("placed", "any"))
    counted = counted.reset_index().sort_values(["claims", "name"], ascending=[False, True], kind="stable")
    return [Place(str(name), int(n), bool(on)) for name, n, on in counted.itertuples(index=False)]


def map_hint(tables: ClaimTables) -> str:
    """In words, how many claims the map holds, and how many not and why."""
    places, every = tables.claim_places, len(tables.claims)
    on: pd.Series = places.loc[places[["lat", "lon"]].notna().all(axis=1), "claim_id"]
    placed, named = on.nunique(), places["claim_id"].nunique()
    if not placed:
        return say("map_none")
    numbers = {"placed": placed, "all": every, "bare": every - named, "off": named - placed}
    return say("map_hint", **{k: f"{v:,}" for k, v in numbers.items()})


def place_buttons(places: list[Place], chosen: tuple[str, ...]) -> list[Any]:
    """A heading and one toggle for each place; places.js sets the filter."""
    if not places:
        return []
    first = places[:MOST_PLACES]
    listed = first + [p for p in places[MOST_PLACES:] if p.name in chosen]
    more = say("map_more", n=f"{len(first):,}", all=f"{len(places):,}") if len(places) > len(first) else ""
    return [
        html.H2(say("map_places"), id="map-places-name"),
        html.Ul([html.Li(_button(p, p.name in chosen)) for p in listed], **wild(aria_labelledby="map-places-name")),
        *([html.P(more, className="hint")] if more else []),
    ]


def _button(place: Place, on: bool) -> html.Button:
    off = [] if place.placed else [html.Small(say("map_off"))]
    words = html.Span([place.name, *off], dir="auto")
    count = html.Span(f"{place.claims:,}", className="option-count")
    return html.Button(
        [words, count],
        className="place pressed" if on else "place",
        type="button",
        **wild(aria_pressed="true" if on else "false", data_place=place.name),
    )
