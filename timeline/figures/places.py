"""The place view: where the claims of a view lie, on shipped coastlines and borders."""

from __future__ import annotations

import math
from collections.abc import Collection

import pandas as pd
import plotly.graph_objects as go

from timeline.figures.coast import lines_within
from timeline.figures.theme import FONT, faint, find_theme
from timeline.frame.tables import ClaimTables
from timeline.view.labels import escape
from timeline.view.widths import text_width

MOST_LABELS = 25
MOST_CIRCLES = 400  # circles that names keep clear of, those of most claims
LEAST_DEGREES = 3.0  # a single town is shown with this much country around it


def places_figure(
    tables: ClaimTables, width: int, theme: str = "light", *, height: int = 460, chosen: Collection[str] = ()
) -> go.Figure:
    """Places with a position, by area of their number of claims; ``customdata`` is ``[{place}, claims]``.

    Equirectangular about the middle latitude. Labels are dropped where they would meet another, fewest claims first.
    Places that are ``chosen`` are filled and have a thick rim.
    """
    colours = find_theme(theme)
    rows = tables.claim_places.dropna(subset=["lat", "lon"]).drop_duplicates(["claim_id", "name"])
    places = rows.groupby("name").agg(lat=("lat", "first"), lon=("lon", "first"), n=("claim_id", "nunique"))
    places = places.sort_values("n", ascending=False)
    box = _box(places, width / height)
    west, south, east, north = box
    xs, ys = lines_within(west, south, east, north)
    most = max(int(places["n"].max()) if len(places) else 1, 1)
    sizes = [10 + 26 * math.sqrt(n / most) for n in places["n"]]
    labels, sides = _labels(places, sizes, box, (width, height))
    data = [
        {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip",
         "line": {"color": colours.strong, "width": 0.8}},
        {"type": "scatter", "mode": "markers+text", "x": places["lon"].tolist(), "y": places["lat"].tolist(),
         "text": labels, "textposition": sides, "textfont": {"color": colours.ink, "size": 13},
         "marker": {"size": sizes, "color": [faint(colours.accent, 0.8 if k in chosen else 0.3) for k in places.index],
                    "line": {"color": colours.accent, "width": [3.5 if k in chosen else 1.5 for k in places.index]}},
         "customdata": [[{"place": str(name)}, int(n)] for name, n in places["n"].items()],
         "hovertext": [f"{escape(str(k))}<br>{n:,} claim{'s' if n != 1 else ''}" for k, n in places["n"].items()],
         "hovertemplate": "%{hovertext}<extra></extra>"},
    ]  # fmt: skip
    bare = {"visible": False, "fixedrange": False}
    layout = {
        "width": width, "height": height, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "showlegend": False,
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "dragmode": "pan",
        "font": {"family": FONT, "color": colours.ink}, "hovermode": "closest",
        "xaxis": {**bare, "range": [west, east]}, "yaxis": {**bare, "range": [south, north]},
    }  # fmt: skip
    return go.Figure(data=data, layout=layout, _validate=False)


def _box(places: pd.DataFrame, ratio: float) -> tuple[float, float, float, float]:
    """Degrees around the places, padded, in the figure's proportion; the world when there are none."""
    if not len(places):
        return -180.0, -60.0, 180.0, 80.0
    west, east = places["lon"].min(), places["lon"].max()
    south, north = places["lat"].min(), places["lat"].max()
    x, y = (west + east) / 2, (south + north) / 2
    wide = max((east - west) * 1.3, LEAST_DEGREES)
    tall = max((north - south) * 1.3, LEAST_DEGREES)
    stretch = max(math.cos(math.radians(y)), 0.2)  # a degree east is this much shorter than a degree north
    tall = max(tall, wide * stretch / ratio)
    wide = tall * ratio / stretch
    return x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2


def _labels(
    places: pd.DataFrame, sizes: list[float], box: tuple[float, float, float, float], size: tuple[int, int]
) -> tuple[list[str], list[str]]:
    """Names and the side of the circle each stands on; one that has no free side is left to the hover text."""
    west, _, east, north = box
    scale = size[0] / (east - west)
    down = size[1] / (north - box[1])
    at = [((x - west) * scale, (north - y) * down) for x, y in zip(places["lon"], places["lat"], strict=True)]
    circles = [(x - s / 2, x + s / 2, y - s / 2, y + s / 2) for (x, y), s in zip(at, sizes, strict=True)]
    taken: list[tuple[float, float, float, float]] = []
    made: list[str] = []
    sides: list[str] = []
    for i, (name, (x, y), s) in enumerate(zip(places.index, at, sizes, strict=True)):
        others = [c for j, c in enumerate(circles[:MOST_CIRCLES]) if j != i]
        wide = text_width(str(name)) + 6
        found = (
            (side, spot)
            for side, spot in _spots(x, y, s / 2, wide)
            if spot[0] >= 0 and spot[1] <= size[0] and spot[2] >= 0 and spot[3] <= size[1]
            and all(spot[1] < a or spot[0] > b or spot[3] < c or spot[2] > d for a, b, c, d in (*taken, *others))
        )  # fmt: skip
        side, free = next(found, ("middle right", None)) if len(taken) < MOST_LABELS else ("middle right", None)
        made.append(escape(str(name)) if free else "")
        sides.append(side)
        if free:
            taken.append(free)
    return made, sides


def _spots(x: float, y: float, reach: float, wide: float) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Where a name may stand beside a circle, the best first: the side and its box in pixels."""
    middle = (x - wide / 2, x + wide / 2)
    return [
        ("middle right", (x + reach, x + reach + wide, y - 9, y + 9)),
        ("middle left", (x - reach - wide, x - reach, y - 9, y + 9)),
        ("top center", (*middle, y - reach - 18, y - reach)),
        ("bottom center", (*middle, y + reach, y + reach + 18)),
    ]
