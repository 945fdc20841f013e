"""The timeline of a view: lanes, marks with signs and labels, or counts by lane and bin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from timeline.figures.canvas import Canvas, as_figure
from timeline.figures.density import draw_density
from timeline.figures.theme import SMALLER, event_style, faint, find_theme
from timeline.view.marks import HEADER, ROW, Lane, Mark, View
from timeline.view.widths import text_width, wrap_text

DOT, GLYPH, BAND = 11, 8, 14
LONG = 30  # a bar at least so wide is drawn slim, with its whole sign at the beginning
BOTTOM = 8


def timeline_figure(view: View, theme: str = "light", *, selected: str | None = None) -> go.Figure:
    """The figure of a view. ``selected`` is a claim id, ringed in every lane.

    Every mark has one transparent bar over mark and label whose ``customdata`` is ``[claim_id, [first, end], type]``:
    the days drawn, the end exclusive. Those bars take hover and click and are as high as a row. ``layout.meta`` tells
    the level of detail and where the lanes' names stand.
    """
    return as_figure(plain_timeline(view, theme, selected=selected))


def plain_timeline(view: View, theme: str = "light", *, selected: str | None = None) -> dict[str, Any]:
    """The same as plain data and layout, which the page sends without copying."""
    canvas = Canvas(view, find_theme(theme))
    draw_timeline(canvas, selected=selected)
    canvas.meta = describe_lanes(view)
    return canvas.plain(view.height + BOTTOM)


def describe_lanes(view: View) -> dict[str, Any]:
    """The level of detail and, for each lane, its key, name and place: what makes its name a button."""
    lanes = [
        {"key": lane.key, "name": lane.name, "top": lane.top, "height": lane.heading or lane.height}
        for lane in view.lanes
    ]
    return {"mode": view.mode, "by": view.lane_by, "left": 0 if view.narrow else view.left, "lanes": lanes}


def draw_timeline(canvas: Canvas, *, selected: str | None = None) -> None:
    """Draw the view's lanes onto the canvas; their height is ``view.height``."""
    view, theme = canvas.view, canvas.theme
    canvas.axis(HEADER, view.height)
    for lane in view.lanes:
        _draw_heading(canvas, lane)
    if view.lanes:
        canvas.rule(view.height, theme.rule)
    if view.mode == "empty":
        canvas.text(view.plot_width / 2, view.height / 2 + 10, _nothing(view), side="center", colour=theme.muted)
    elif view.density:
        draw_density(canvas, view.density)
    else:
        _draw_marks(canvas, view.marks)
        _draw_labels(canvas, view.marks)
        _draw_selected(canvas, [m for m in view.marks if m.claim_id == selected])
        _draw_hits(canvas, view.marks)


def _nothing(view: View) -> str:
    if view.total == 0:
        return "No claims to show"
    if view.undated == view.total:
        return "None of these claims has a date"
    return "No claim within these days"


def _draw_heading(canvas: Canvas, lane: Lane) -> None:
    view, theme = canvas.view, canvas.theme
    canvas.rule(lane.top, theme.rule)
    if lane.heading:
        count = f"  {lane.count:,}"
        canvas.text(2, lane.top + 13, lane.name, bold=True)
        canvas.text(4 + text_width(lane.name, 13, bold=True), lane.top + 13, count, colour=theme.muted, size=12)
        return
    room = view.left - 22
    lines = wrap_text(lane.name, room, 13, lines=2 if lane.height >= 38 else 1, bold=True)
    counted = 5 if view.density and len(lines) == 1 else 0  # the count stands beneath the name
    middle = lane.top + min(lane.height / 2, 60) - counted
    canvas.margin_text(view.left - 14, middle, "\n".join(lines), anchor="right", bold=True)


def _draw_marks(canvas: Canvas, marks: Sequence[Mark]) -> None:
    groups: dict[tuple[str, str, bool], list[Mark]] = defaultdict(list)
    for mark in marks:
        groups[mark.event_type, mark.kind, mark.hollow].append(mark)
    for (event_type, kind, hollow), members in groups.items():
        if kind != "dot":
            _draw_bodies(canvas, event_type, kind, members, hollow=hollow)
    for (event_type, kind, hollow), members in groups.items():
        _draw_signs(canvas, event_type, kind, members, hollow=hollow)
    _draw_ends(canvas, marks)


def _draw_bodies(canvas: Canvas, event_type: str, kind: str, marks: Sequence[Mark], *, hollow: bool) -> None:
    """Rounded outlines for bands, filled blocks for bars; dotted and empty when the date is inherited."""
    colour, _ = event_style(event_type, canvas.theme.name)
    xs: list[float | None] = []
    ys: list[float | None] = []
    for mark in marks:
        outline = _outline(mark, 5 if kind == "band" else 1.5)
        xs += [*(canvas.ms(x) for x, _ in outline), None]
        ys += [*(y for _, y in outline), None]
    alpha = 0.0 if hollow else 0.14 if kind == "band" else 1.0
    canvas.add(
        type="scatter", mode="lines", x=xs, y=ys, fill="toself", fillcolor=faint(colour, alpha), hoverinfo="skip",
        line={"color": colour, "width": 1.4, "dash": "dot" if hollow else "solid"},
    )  # fmt: skip


def _outline(mark: Mark, radius: float) -> list[tuple[float, float]]:
    """A rectangle with cut corners in pixels; an end that goes on is square."""
    half = BAND / 2 if mark.kind == "band" else 3.5 if _slim(mark) else BAND / 2 - 1
    r = min(radius, (mark.x1 - mark.x0) / 2)
    c = r * 0.29  # where a circle's arc stands at 45 degrees
    corner = [(r, 0.0), (c, c), (0.0, r)]
    square = [(0.0, 0.0)]
    left = square if mark.open_start else corner
    right = square if mark.open_end else corner
    top, low = mark.y - half, mark.y + half
    points = [(mark.x1 - dx, top + dy) for dx, dy in right] + [(mark.x1 - dx, low - dy) for dx, dy in reversed(right)]
    points += [(mark.x0 + dx, low - dy) for dx, dy in left] + [(mark.x0 + dx, top + dy) for dx, dy in reversed(left)]
    return [*points, points[0]]


def _draw_signs(canvas: Canvas, event_type: str, kind: str, marks: Sequence[Mark], *, hollow: bool) -> None:
    """The sign of the event type: the dot itself, or a small sign at the beginning of a band or bar."""
    colour, symbol = event_style(event_type, canvas.theme.name)
    scale = SMALLER.get(event_type, 1.0)
    dot = kind == "dot"
    x = [m.x0 + (m.x1 - m.x0) / 2 if dot or m.x1 - m.x0 < 26 else m.x0 + _indent(m) for m in marks]
    ground = canvas.theme.paper
    signs = [ground if kind == "bar" and not hollow and not _slim(m) else colour for m in marks]
    lines = [1.8 if hollow and dot else 1.5 if _slim(m) else 0 for m in marks]
    canvas.add(
        type="scatter", mode="markers", x=[canvas.ms(v) for v in x], y=[m.y for m in marks], hoverinfo="skip",
        marker={
            "symbol": symbol + ("-open" if hollow and dot else ""), "size": [_sign_size(m) * scale for m in marks],
            "color": signs, "opacity": 1, "line": {"color": colour if hollow and dot else ground, "width": lines},
        },
    )  # fmt: skip


def _sign_size(mark: Mark) -> float:
    if mark.kind == "dot" or _slim(mark):
        return DOT
    return 5 if mark.kind == "bar" and mark.x1 - mark.x0 <= 18 else GLYPH


def _slim(mark: Mark) -> bool:
    return mark.kind == "bar" and mark.x1 - mark.x0 >= LONG


def _indent(mark: Mark) -> float:
    if _slim(mark):
        return 18 if mark.open_start else DOT / 2
    return 14 if mark.open_start else 9


def _draw_ends(canvas: Canvas, marks: Sequence[Mark]) -> None:
    """Arrows: at the end of what goes on, and beside a band or dot that only bounds the day (by, before, after)."""
    heads: dict[tuple[str, str], tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    lines: dict[str, tuple[list[float | None], list[float | None]]] = defaultdict(lambda: ([], []))
    for mark in marks:
        colour, _ = event_style(mark.event_type, canvas.theme.name)
        inside = canvas.theme.paper if mark.kind == "bar" and not mark.hollow else colour
        if mark.kind != "dot":
            for is_open, x, arrow in ((mark.open_start, mark.x0 + 5, "left"), (mark.open_end, mark.x1 - 5, "right")):
                if is_open:
                    xs, ys = heads[inside, arrow]
                    xs.append(canvas.ms(x))
                    ys.append(mark.y)
        if mark.tail:
            left = mark.tail == "left"
            near, far = (mark.x0, mark.x0 - 12) if left else (mark.x1, mark.x1 + 12)
            xs_, ys_ = lines[colour]
            xs_ += [canvas.ms(near), canvas.ms(far), None]
            ys_ += [mark.y, mark.y, None]
            xs, ys = heads[colour, mark.tail]
            xs.append(canvas.ms(far))
            ys.append(mark.y)
    for colour, (xs_, ys_) in lines.items():
        line = {"color": colour, "width": 1.4}
        canvas.add(type="scatter", mode="lines", x=xs_, y=ys_, line=line, hoverinfo="skip")
    for (colour, arrow), (xs, ys) in heads.items():
        marker = {"symbol": f"triangle-{arrow}", "size": 7, "color": colour, "line": {"width": 0}}
        canvas.add(type="scatter", mode="markers", x=xs, y=ys, hoverinfo="skip", marker=marker, cliponaxis=False)


def _draw_labels(canvas: Canvas, marks: Sequence[Mark]) -> None:
    for mark in marks:
        if mark.label:
            y = mark.y + (ROW - 3 if mark.label_side == "below" else 0)
            side = "left" if mark.label_side == "left" else "right"
            colour = canvas.theme.muted if mark.status == "rejected" else canvas.theme.ink
            canvas.text(mark.label_x, y, mark.label, side=side, colour=colour)


def _draw_selected(canvas: Canvas, marks: Sequence[Mark]) -> None:
    if marks:
        points: list[tuple[float | None, float | None]] = []
        for mark in marks:
            x0, x1, y = mark.x0 - 4, mark.x1 + 4, mark.y
            corners = ((x0, y - 11), (x1, y - 11), (x1, y + 11), (x0, y + 11), (x0, y - 11))
            points += [*((canvas.ms(x), v) for x, v in corners), (None, None)]
        line = {"color": canvas.theme.accent, "width": 2.2}
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        canvas.add(type="scatter", mode="lines", x=xs, y=ys, line=line, hoverinfo="skip", cliponaxis=False)


def _draw_hits(canvas: Canvas, marks: Sequence[Mark]) -> None:
    """Transparent bars over mark and label: at least 24 pixels each way."""
    boxes: list[tuple[float, float]] = []
    for mark in marks:
        words = text_width(mark.label) if mark.label else 0.0
        low, high = mark.x0, mark.x1
        if mark.label_side in {"right", "below"}:
            high = max(high, mark.label_x + words)
        elif mark.label_side == "left":
            low = mark.label_x - words
        middle = (low + high) / 2
        boxes.append((min(low, middle - 12), max(high, middle + 12)))
    data: list[list[Any]] = [[m.claim_id, [m.start, m.end], m.event_type] for m in marks]
    canvas.add(
        type="bar", orientation="h", base=[canvas.ms(a) for a, _ in boxes],
        x=[canvas.ms(b) - canvas.ms(a) for a, b in boxes], y=[m.y for m in marks],
        width=[ROW * (1.9 if m.label_side == "below" else 0.96) for m in marks],
        offset=[-ROW * 0.48 for _ in marks], marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        customdata=data, hovertext=[m.hover for m in marks], hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
