"""The overview strip: how many claims when over the whole span, with the window of the view as a box."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from timeline.figures.canvas import Canvas, as_figure
from timeline.figures.theme import faint, find_theme
from timeline.figures.ticks import find_ticks
from timeline.frame.tables import ClaimTables
from timeline.view.bins import day_edges
from timeline.view.marks import DAY_MS, View
from timeline.view.pack import pack_rows
from timeline.view.window import from_day

HEIGHT, BARS_TOP, BASE = 92, 24, 68
WIDE_BINS = 3  # a claim that may lie anywhere in more bins than this is drawn as its span, not counted in one bin
MOST_WIDE, MOST_ROWS = 40, 8
LEAST_DAYS = 14
_OPEN = np.iinfo(np.int64).min


def overview_figure(tables: ClaimTables, view: View, theme: str = "light") -> go.Figure:
    """All dated claims of ``tables`` over their whole span, in the view's margins; selecting gives a window.

    The bars' ``customdata`` is ``[{start, end}, count]``. Claims known only within long spans are thin lines above
    the bars, packed in rows, so that a year-wide claim adds to no single bin.
    """
    return as_figure(plain_overview(tables, view, theme))


def plain_overview(tables: ClaimTables, view: View, theme: str = "light") -> dict[str, Any]:
    """The same as plain data and layout."""
    claims = tables.claims
    starts, ends = (claims[c].to_numpy().astype("datetime64[D]").astype(np.int64) for c in ("date_start", "date_end"))
    dated = (starts != _OPEN) | (ends != _OPEN)
    low, high = np.where(starts == _OPEN, ends, starts)[dated], np.where(ends == _OPEN, starts, ends)[dated]
    first, last = (int(low.min()), int(high.max()) + 1) if len(low) else (view.start, view.end)
    pad = max(1, round((last - first) * 0.015), (LEAST_DAYS - (last - first)) // 2)
    canvas = Canvas(view, find_theme(theme), start=first - pad, end=last + pad)
    draw_overview(canvas, low, high)
    plain = canvas.plain(HEIGHT)
    plain["layout"] |= {"dragmode": "select", "selectdirection": "h", "newselection": {"mode": "immediate"}}
    return plain


def draw_overview(canvas: Canvas, low: np.ndarray, high: np.ndarray) -> None:
    """Bars of narrow claims, spans of wide ones, the axis beneath, and the window."""
    view, theme = canvas.view, canvas.theme
    edges = day_edges(canvas.start, canvas.end, view.plot_width, 7)
    step = int(edges[1] - edges[0]) if len(edges) > 1 else 1
    wide = (high - low + 1) > WIDE_BINS * max(step, 7)
    counts = np.histogram((low[~wide] + high[~wide]) // 2, bins=edges)[0] if (~wide).any() else np.zeros(len(edges) - 1)
    _draw_window(canvas)
    for day, label in _ticks(canvas):
        canvas.text(canvas.px(day) + 4, BASE + 12, label, colour=theme.muted, size=11)
        canvas.line(canvas.px(day), BASE, canvas.px(day), BASE + 6, theme.strong)
    canvas.line(0, BASE, view.plot_width, BASE, theme.strong)
    at = np.flatnonzero(counts)
    most = max(int(counts.max(initial=0)), 1)
    tall = [max(3.0, float(n) / most * (BASE - BARS_TOP)) for n in counts[at]]
    spans = [{"start": from_day(int(edges[i])).isoformat(), "end": from_day(int(edges[i + 1]) - 1).isoformat()}
             for i in at]  # fmt: skip
    canvas.add(
        type="bar", x=[float(edges[i] + edges[i + 1]) / 2 * DAY_MS for i in at],
        width=[max(float(edges[i + 1] - edges[i]) - step / 7, step / 2) * DAY_MS for i in at],
        base=[BASE + canvas.offset] * len(at), y=[-t - canvas.offset for t in tall],
        marker={"color": theme.strong, "line": {"width": 0}},
        customdata=[[s, int(counts[i])] for s, i in zip(spans, at, strict=True)],
        hovertext=[f"{s['start']} – {s['end']}<br>{int(counts[i]):,} claims" for s, i in zip(spans, at, strict=True)],
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
    _draw_wide(canvas, low[wide], high[wide])
    if not view.narrow:
        canvas.margin_text(
            view.left - 14, (BARS_TOP + BASE) / 2, "All claims", anchor="right", colour=theme.muted, size=12
        )


def _ticks(canvas: Canvas) -> list[tuple[int, str]]:
    ticks = find_ticks(canvas.start, canvas.end, canvas.view.plot_width / 1.8)
    return [(d, label) for d, label in ticks if canvas.px(d) < canvas.view.plot_width - 60]


def _draw_wide(canvas: Canvas, low: np.ndarray, high: np.ndarray) -> None:
    """Thin spans in a few rows above the bars, the thicker the more claims share one; too many are told in words."""
    if not len(low):
        return
    theme = canvas.theme
    spans, counts = np.unique(np.stack([low, high], axis=1), axis=0, return_counts=True)
    if len(spans) <= MOST_WIDE:
        ends = [(canvas.px(int(a)), canvas.px(int(b) + 1), 1) for a, b in spans]
        rows = pack_rows(ends, 3)
        if max(rows) < MOST_ROWS:
            pitch = min(5.0, (BARS_TOP - 6) / max(*rows, 1))
            shared: dict[bool, tuple[list[float | None], list[float | None]]] = {}
            for (x0, x1, _), row, n in zip(ends, rows, counts, strict=True):
                xs, ys = shared.setdefault(bool(n > 1), ([], []))
                xs += [canvas.ms(x0), canvas.ms(x1), None]
                ys += [4.0 + row * pitch, 4.0 + row * pitch, None]
            for several, (xs, ys) in shared.items():
                line = {"color": theme.muted, "width": min(3.6 if several else 1.6, pitch * 0.72)}
                canvas.add(type="scatter", mode="lines", x=xs, y=ys, hoverinfo="skip", opacity=0.75, line=line)
            return
    word = f"{len(low):,} more claims known only within longer spans"
    canvas.text(4, 10, word, colour=theme.muted, size=11)


def _draw_window(canvas: Canvas) -> None:
    view, theme = canvas.view, canvas.theme
    x0, x1 = (min(max(canvas.px(d), 0), view.plot_width) for d in (view.start, view.end))
    whole = x0 <= 0 and x1 >= view.plot_width  # a frame that cuts nothing off says nothing
    canvas.shapes.append({
        "type": "rect", "layer": "below", "xref": "x", "yref": "y", "x0": canvas.iso(x0), "x1": canvas.iso(x1),
        "y0": 1 + canvas.offset, "y1": BASE + canvas.offset, "fillcolor": faint(theme.accent, 0.0 if whole else 0.1),
        "line": {"color": theme.rule if whole else theme.accent, "width": 1 if whole else 1.4},
    })  # fmt: skip
