"""The place view: where the claims of a view lie, on shipped coastlines and borders."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from timeline.figures.coast import lines_within
from timeline.figures.theme import FONT, faint, find_theme
from timeline.frame.tables import ClaimTables
from timeline.view.labels import escape
from timeline.view.widths import text_width

MOST_LABELS = 25
LEAST_DEGREES = 3.0  # a single town is shown with this much country around it


def places_figure(tables: ClaimTables, width: int, theme: str = "light", *, height: int = 460) -> go.Figure:
    """Places with a position, by area of their number of claims; ``customdata`` is ``[{place}, claims]``.

    Equirectangular about the middle latitude. Labels are dropped where they would meet another, fewest claims first.
    """
    colours = find_theme(theme)
    rows = tables.claim_places.dropna(subset=["lat", "lon"]).drop_duplicates(["claim_id", "name"])
    places = rows.groupby("name").agg(lat=("lat", "first"), lon=("lon", "first"), n=("claim_id", "nunique"))
    places = places.sort_values("n", ascending=False)
    west, south, east, north = _box(places, width / height)
    xs, ys = lines_within(west, south, east, north)
    most = max(int(places["n"].max()) if len(places) else 1, 1)
    sizes = [10 + 26 * math.sqrt(n / most) for n in places["n"]]
    labels = _labels(places, sizes, width / (east - west), height / (north - south))
    data = [
        {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip",
         "line": {"color": colours.strong, "width": 0.8}},
        {"type": "scatter", "mode": "markers+text", "x": places["lon"].tolist(), "y": places["lat"].tolist(),
         "text": labels, "textposition": "middle right", "textfont": {"color": colours.ink, "size": 13},
         "marker": {"size": sizes, "color": faint(colours.accent, 0.3),
                    "line": {"color": colours.accent, "width": 1.5}},
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


def _labels(places: pd.DataFrame, sizes: list[float], x_scale: float, y_scale: float) -> list[str]:
    """Names that meet no name given before and cover no circle of more claims; others are in the hover text."""
    taken: list[tuple[float, float, float, float]] = []
    made: list[str] = []
    for (name, row), size in zip(places.iterrows(), sizes, strict=True):
        x, y = row["lon"] * x_scale, -row["lat"] * y_scale
        low, high = x + size / 2, x + size / 2 + text_width(str(name)) + 6
        free = all(high < a or low > b or y + 9 < c or y - 9 > d for a, b, c, d in taken)
        made.append(escape(str(name)) if free and sum(map(bool, made)) < MOST_LABELS else "")
        if made[-1]:
            taken.append((low, high, y - 9, y + 9))
        taken.append((x - size / 2, x + size / 2, y - size / 2, y + size / 2))
    return made
