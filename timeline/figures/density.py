"""Claims per lane and bin as colour on a logarithmic scale: what replaces marks when there are too many."""

from __future__ import annotations

import math
from itertools import pairwise

from timeline.figures.canvas import Canvas
from timeline.view.labels import day_words
from timeline.view.marks import DAY_MS, Density
from timeline.view.widths import text_width
from timeline.view.window import from_day

_GAP = 3


def draw_density(canvas: Canvas, density: Density) -> None:
    """A heat strip per lane; a click's ``customdata`` is ``[{start, end}, count]``, the days of the bin, inclusive."""
    view = canvas.view
    edges = density.edges
    most = max((n for row in density.counts for n in row), default=1)
    spans = [{"start": from_day(a).isoformat(), "end": from_day(b - 1).isoformat()}
             for a, b in pairwise(edges)]  # fmt: skip
    words = [_bin_words(a, b - 1) for a, b in pairwise(edges)]
    scale = [[at, colour] for at, colour in canvas.theme.ramp]
    ys: list[float] = []
    z: list[list[float | None]] = []
    data: list[list[object]] = []
    said: list[list[str]] = []
    blank = len(spans)
    for lane, row in zip(view.lanes, density.counts, strict=True):
        ys += [lane.top + lane.heading + _GAP, lane.top + lane.height - _GAP]
        z += [[math.log10(n) if n else None for n in row], [None] * blank]
        data += [[[s, n] for s, n in zip(spans, row, strict=True)], [None] * blank]
        said += [
            [f"{w}<br>{n:,} claim{'s' if n != 1 else ''}" for w, n in zip(words, row, strict=True)], [""] * blank,
        ]  # fmt: skip
    canvas.add(
        type="heatmap", x=[e * DAY_MS for e in edges], y=ys, z=z[:-1], customdata=data[:-1], text=said[:-1],
        hovertemplate="%{text}<extra></extra>", hoverongaps=False, zmin=0, zmax=max(math.log10(most), 0.5),
        colorscale=scale, showscale=False, showlegend=False,
    )  # fmt: skip
    for lane in view.lanes:
        if not lane.heading and text_width(lane.name, 13, bold=True) <= view.left - 22:
            canvas.margin_text(view.left - 14, lane.top + lane.height - 8, f"{lane.count:,}", anchor="right",
                               size=10, colour=canvas.theme.muted)  # fmt: skip


def _bin_words(first: int, last: int) -> str:
    low, high = from_day(first), from_day(last)
    return day_words(low) if first == last else f"{day_words(low)} – {day_words(high)}"
