"""Coastlines and borders from the shipped TopoJSON: no tile server, no network."""

from __future__ import annotations

import json
from functools import cache
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from timeline.settings import DATA

Line = npt.NDArray[np.float64]


@cache
def read_lines() -> tuple[Line, ...]:
    """Every arc of the map once, as rows of degrees east and north; a border two countries share is one arc."""
    topology = json.loads((DATA / "maps" / "countries-50m.json").read_text("utf-8"))
    scale, shift = (np.array(topology["transform"][k]) for k in ("scale", "translate"))
    made = []
    for arc in topology["arcs"]:
        steps = np.array(list(zip(*(accumulate(axis) for axis in zip(*arc, strict=True)), strict=True)))
        made.append(steps * scale + shift)
    return tuple(made)


def lines_within(west: float, south: float, east: float, north: float) -> tuple[list[float | None], list[float | None]]:
    """Longitudes and latitudes of the arcs that touch the box, arcs parted by ``None``."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for line in read_lines():
        low, high = line.min(axis=0), line.max(axis=0)
        if low[0] <= east and high[0] >= west and low[1] <= north and high[1] >= south:
            xs += [*line[:, 0].tolist(), None]
            ys += [*line[:, 1].tolist(), None]
    return xs, ys
