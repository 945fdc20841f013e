"""Everything that is shown as one figure for exports: title, key, timeline, tolls, sources and day of making."""

from __future__ import annotations

import plotly.graph_objects as go

from timeline.figures.canvas import Canvas, as_figure
from timeline.figures.theme import event_style, faint, find_theme
from timeline.figures.timeline import DOT, draw_timeline
from timeline.figures.tolls import draw_tolls
from timeline.frame.tables import ClaimTables
from timeline.view.lanes import type_name
from timeline.view.marks import View
from timeline.view.widths import text_width, wrap_text

EDGE = 20


def page_figure(
    tables: ClaimTables, view: View, theme: str = "light", *, title: str, subtitle: str, footer: str
) -> go.Figure:
    """The view and its tolls under a title, with a key of marks and signs and a footer, on opaque paper."""
    canvas = Canvas(view, find_theme(theme))
    muted = canvas.theme.muted
    room = view.width - 2 * EDGE
    y = 34.0
    for line in wrap_text(title, room, 22, lines=2, bold=True):
        canvas.margin_text(EDGE, y, line, anchor="left", size=22, bold=True)
        y += 28
    for line in wrap_text(subtitle, room, 13, lines=3):
        canvas.margin_text(EDGE, y, line, anchor="left", colour=muted)
        y += 19
    y = _draw_key(canvas, y + 8, list(dict.fromkeys(m.event_type for m in view.marks)))
    canvas.offset = y
    draw_timeline(canvas)
    y += view.height + 14
    canvas.offset = y
    y += draw_tolls(canvas, tables)
    canvas.offset = 0
    y += 12
    for line in wrap_text(_counts(view), room, 12, lines=2) + wrap_text(footer, room, 12, lines=3):
        canvas.margin_text(EDGE, y, line, anchor="left", colour=muted, size=12)
        y += 17
    plain = canvas.plain(y + 12)
    plain["layout"]["paper_bgcolor"] = canvas.theme.paper
    return as_figure(plain)


def _counts(view: View) -> str:
    parts = [
        f"{view.outside:,} outside these days" if view.outside else "",
        f"{view.undated:,} without a date" if view.undated else "",
    ]
    said = " · ".join(p for p in parts if p)
    return f"{view.shown:,} of {view.total:,} claims drawn: {said}" if said else ""


def _draw_key(canvas: Canvas, y: float, kinds: list[str]) -> float:
    """The key: what the marks mean, then the signs of the types that are drawn; wraps; gives the y beneath it."""
    view, theme = canvas.view, canvas.theme
    if view.mode in {"density", "empty"}:
        if view.density:
            words = "Darker is more claims in these days" if theme.name == "light" else "Lighter is more claims"
            canvas.margin_text(EDGE, y, words, anchor="left", colour=theme.muted, size=12)
        return y + 20
    grey = theme.muted
    band = [(-8, -5), (8, -5), (8, 5), (-8, 5), (-8, -5)]
    entries = [("exact day", "dot"), ("somewhere within", "band"), ("lasted", "bar")]
    if any(m.hollow for m in view.marks):
        entries.append(("hollow: dated by the document", "hollow"))
    begin = max(EDGE, view.left) + 1.0  # signs are traces, which end at the plot's edge
    x = begin
    for words, kind in [*entries, *((type_name(k), k) for k in kinds)]:
        length = 26 + text_width(words, 12) + 18
        if x + length > view.width - EDGE and x > begin:
            x, y = begin, y + 20
        at = x - view.left + 8
        if kind in {"band", "bar"}:
            xs, ys = [canvas.ms(at + dx) for dx, _ in band], [y + dy for _, dy in band]
            fill, line = faint(grey, 0.14 if kind == "band" else 1), {"color": grey, "width": 1.3}
            canvas.add(type="scatter", mode="lines", x=xs, y=ys, fill="toself", fillcolor=fill, line=line,
                       hoverinfo="skip", cliponaxis=False)  # fmt: skip
        else:
            colour, symbol = (grey, "circle") if kind in {"dot", "hollow"} else event_style(kind, theme.name)
            marker = {"symbol": symbol + ("-open" if kind == "hollow" else ""), "size": DOT, "color": colour,
                      "line": {"color": colour, "width": 1.8 if kind == "hollow" else 0}}  # fmt: skip
            canvas.add(type="scatter", mode="markers", x=[canvas.ms(at)], y=[y], marker=marker, hoverinfo="skip",
                       cliponaxis=False)  # fmt: skip
        canvas.margin_text(x + 24, y, words, anchor="left", colour=grey, size=12)
        x += length
    return y + 20
