"""Reported tolls: one series per source, never joined across sources, running totals apart from single events."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import plotly.graph_objects as go

from timeline.analysis.tolls import KINDS
from timeline.figures.canvas import Canvas, as_figure
from timeline.figures.theme import find_theme, source_style
from timeline.figures.toll_rows import Toll, find_tolls
from timeline.frame.tables import ClaimTables
from timeline.view.labels import day_words, escape
from timeline.view.marks import View
from timeline.view.widths import cut_text, text_width
from timeline.view.window import from_day

PANEL, TITLE, GAP = 104, 26, 10
FEW, LOW_PANEL = 2, 62  # so few numbers need no tall panel
MOST_PANELS, MOST_LABELS, MOST_MARKS = 4, 40, 60
CROWDED = 24  # from here on signs alone, and words for the three largest: the rest is in the hover text
Box = tuple[float, float, float, float]
Scale = Callable[[float], float]


def tolls_figure(tables: ClaimTables, view: View, theme: str = "light") -> go.Figure:
    """Tolls in the view's window, on its time axis; ``data`` is empty when there are none.

    Each point's ``customdata`` is ``[claim_id, [first, end], source]``. A panel has its own scale, so that 14 stands
    beside 120,000; whiskers and arrows are the range the words allow, the thick line the days they may mean.
    """
    return as_figure(plain_tolls(tables, view, theme))


def plain_tolls(tables: ClaimTables, view: View, theme: str = "light") -> dict[str, Any]:
    """The same as plain data and layout."""
    canvas = Canvas(view, find_theme(theme))
    height = draw_tolls(canvas, tables)
    return canvas.plain(max(height, 10))


def draw_tolls(canvas: Canvas, tables: ClaimTables) -> float:
    """Draw the panels; gives their height, 0 when there is nothing to draw."""
    tolls, counts = find_tolls(tables, (canvas.start, canvas.end), MOST_MARKS)
    seen = tolls
    if not seen:
        return 0
    order = list(dict.fromkeys(t.source for t in tolls))
    styles = {source: source_style(i, canvas.theme.name) for i, source in enumerate(order)}
    panels: dict[tuple[str, bool], list[Toll]] = defaultdict(list)
    for toll in seen:
        panels[toll.kind, toll.cumulative].append(toll)
    keys = sorted(panels, key=lambda k: (-len(panels[k]), KINDS.index(k[0])))[:MOST_PANELS]
    top = 4.0
    for key in sorted(keys, key=lambda k: (KINDS.index(k[0]), not k[1])):
        tall = PANEL if len(panels[key]) > FEW else LOW_PANEL
        _draw_panel(canvas, key, panels[key], styles, top, tall, number=counts[key])
        top += TITLE + tall + GAP
    left_out = [k for k in panels if k not in keys]
    if left_out:
        kinds = ", ".join(dict.fromkeys(k[0] for k in left_out))
        canvas.text(2, top + 4, f"Not drawn, in the table: {kinds}", colour=canvas.theme.muted, size=12)
        top += 20
    return top


def _draw_panel(
    canvas: Canvas,
    key: tuple[str, bool],
    tolls: Sequence[Toll],
    styles: dict[str, tuple[str, str]],
    top: float,
    tall: float,
    *,
    number: tuple[int, int],
) -> None:
    view, theme = canvas.view, canvas.theme
    title = f"{key[0].capitalize()}, {'running totals' if key[1] else 'single events'}"
    if number[0] > len(tolls):
        canvas.text(view.plot_width - 2, top + 11, f"the {len(tolls)} largest of {number[0]:,} figures", side="left",
                    colour=theme.muted, size=11)  # fmt: skip
    base, roof = top + TITLE + tall, top + TITLE
    if view.narrow:
        canvas.text(2, top + 11, title, bold=True)
    else:
        canvas.margin_text(view.left - 14, top + 13, title.replace(", ", "\n"), anchor="right", bold=True, size=12)
    canvas.axis(roof, base, labels=False)
    boxes: list[Box] = []
    at, ticks = _scale([b for t in tolls for b in (t.low, t.high) if b is not None], roof + 10, base)
    for value in ticks:
        canvas.line(0, at(value), view.plot_width, at(value), theme.rule if value == ticks[0] else theme.grid)
        if view.narrow:
            if value != ticks[0]:
                canvas.text(2, at(value) - 7, _short(value), colour=theme.muted, size=10)
                boxes.append((0, 30, at(value) - 13, at(value) - 1))
        elif (at(value) > top + 34 or len(ticks) < 3) and (tall == PANEL or value in (ticks[0], ticks[-1])):
            canvas.margin_text(view.left - 8, at(value), _short(value), anchor="right", colour=theme.muted, size=11)
    for toll in tolls:
        x0, x1 = _extent(canvas, toll)
        y = at(toll.value)
        boxes.append((x0 - 7, x1 + 7, y - 8, y + 8))
        if toll.high is None:
            boxes.append(((x0 + x1) / 2 - 5, (x0 + x1) / 2 + 5, y - 24, y))
    by_source: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        by_source[toll.source].append(toll)
    crowded = len(tolls) > CROWDED
    for source, members in by_source.items():
        _draw_series(canvas, members, styles[source], at, roof, joined=key[1], bare=crowded)
    _label(canvas, tolls, at, boxes, (roof - 6, base), 3 if crowded else MOST_LABELS)
    if key[1] or len(tolls) > 1:
        _say_empty(canvas, tolls, number[1], base)


def _scale(values: Sequence[int], roof: float, base: float) -> tuple[Scale, list[float]]:
    """Value → pixel with round ticks: from zero, or logarithmic when the least is lost beside the greatest."""
    most, least = max([*values, 1]), min((v for v in values if v > 0), default=1)
    if most > 25 * least:
        low, high = math.floor(math.log10(least)), math.log10(most * 1.15)
        ticks = [10.0**p for p in range(low, math.floor(high) + 1)]
        ticks = ticks[:: max(1, len(ticks) // 4)]
        return lambda v: base - (math.log10(max(v, 10.0**low)) - low) / (high - low) * (base - roof), ticks
    step: float = 10 ** math.floor(math.log10(most))
    step = next(s for s in (step / 2, step, step * 2, step * 5) if most / s <= 3)
    ticks = [step * i for i in range(int(most * 1.1 // step) + 1)]
    return lambda v: base - v / (most * 1.15) * (base - roof), ticks


def _extent(canvas: Canvas, toll: Toll) -> tuple[float, float]:
    width = canvas.view.plot_width
    x0, x1 = canvas.px(toll.start), canvas.px(toll.end + 1)
    return min(max(x0, 0), width), min(max(x1, 0), width)


def _draw_series(
    canvas: Canvas, tolls: Sequence[Toll], style: tuple[str, str], at: Scale, roof: float, *, joined: bool, bare: bool
) -> None:
    """One source's numbers: bands of days, ranges, signs; one running total as it grew is a fine dotted line."""
    colour, symbol = style
    lines: list[tuple[float | None, float | None]] = []
    ranges: list[tuple[float | None, float | None]] = []
    arrows: dict[str, list[tuple[float, float]]] = {"triangle-up": [], "triangle-down": []}
    centres: list[tuple[float, float]] = []
    for toll in tolls:
        (x0, x1), y = _extent(canvas, toll), at(toll.value)
        middle = (x0 + x1) / 2
        centres.append((middle, y))
        if bare:
            continue
        if x1 - x0 > 12:
            lines += [(x0, y), (x1, y), (None, None)]
        if toll.low is None or toll.high is None:
            up = toll.high is None
            tip = max(y - 20, roof - 2) if up else y + 16
            ranges += [(middle, y), (middle, tip), (None, None)]
            arrows["triangle-up" if up else "triangle-down"].append((middle, tip))
        elif toll.low != toll.high:
            ranges += [(middle, at(toll.low)), (middle, at(toll.high)), (None, None)]
    counts: dict[str, list[tuple[float | None, float | None]]] = defaultdict(list)
    for toll, centre in zip(tolls, centres, strict=True):
        counts[toll.series].append(centre)
    for points in counts.values():
        if joined and len(points) > 1:
            _path(canvas, points, {"color": colour, "width": 1, "dash": "dot"})
    if lines:
        _path(canvas, lines, {"color": colour, "width": 4})
    if ranges:
        _path(canvas, ranges, {"color": colour, "width": 1.4})
    for sign, tips in arrows.items():
        if tips:
            canvas.add(type="scatter", mode="markers", x=[canvas.ms(x) for x, _ in tips], y=[y for _, y in tips],
                       marker={"symbol": sign, "size": 7, "color": colour}, hoverinfo="skip")  # fmt: skip
    data = [[t.claim_id, [from_day(t.start).isoformat(), from_day(t.end + 1).isoformat()], t.source] for t in tolls]
    common = {"type": "scatter", "mode": "markers", "name": tolls[0].source,
              "x": [canvas.ms(x) for x, _ in centres], "y": [y for _, y in centres]}  # fmt: skip
    marker = {"symbol": symbol, "size": 10, "color": colour, "line": {"color": canvas.theme.paper, "width": 1.5}}
    canvas.add(**common, marker=marker, hoverinfo="skip")
    hits = {"size": 24, "color": "rgba(0,0,0,0)", "line": {"width": 0}}
    canvas.add(**common, marker=hits, customdata=data, hovertext=[_hover(t) for t in tolls],
               hovertemplate="%{hovertext}<extra></extra>")  # fmt: skip


def _path(canvas: Canvas, points: Sequence[tuple[float | None, float | None]], line: dict[str, Any]) -> None:
    xs = [None if x is None else canvas.ms(x) for x, _ in points]
    canvas.add(type="scatter", mode="lines", x=xs, y=[y for _, y in points], line=line, hoverinfo="skip")


def _label(
    canvas: Canvas, tolls: Sequence[Toll], at: Scale, boxes: Sequence[Box], within: tuple[float, float], most: int
) -> None:
    """Direct labels, the largest numbers first, each where it covers no sign and no other label; else hover only."""
    width = canvas.view.plot_width
    taken = list(boxes)
    order = sorted(range(len(tolls)), key=lambda i: -tolls[i].value)[:most]
    for index in order:
        toll = tolls[index]
        (x0, x1), y = _extent(canvas, toll), at(toll.value)
        number = text_width(toll.words, 13, bold=True)
        said = " ".join(toll.text.split())
        full = f"{toll.source}, “{said}”" if said else toll.source
        for room, shifts in (
            (330.0, (0,)),
            (180.0, (0,)),
            (330.0, (-15, 15)),
            (110.0, (0,)),
            (150.0, (-15, 15)),
            (0.0, (0, -15, 15)),
        ):
            rest = cut_text(full, room, 12)
            length = number + 7 + text_width(rest, 12)
            spots = [(x, y + dy) for dy in shifts for x in (x1 + 10, x0 - 10 - length)]
            spot = next(((x, v) for x, v in spots if _free(x, v, length, taken, width, within)), None)
            if spot:
                canvas.text(*spot, toll.words, bold=True)
                canvas.text(spot[0] + number + 7, spot[1], rest, colour=canvas.theme.muted, size=12)
                taken.append((spot[0], spot[0] + length, spot[1] - 8, spot[1] + 8))
                break


def _free(x: float, y: float, length: float, taken: Sequence[Box], width: float, within: tuple[float, float]) -> bool:
    if x < 0 or x + length > width or not within[0] <= y <= within[1] - 7:
        return False
    return all(x + length < a or x > b or y + 8 <= c or y - 8 >= d for a, b, c, d in taken)


def _say_empty(canvas: Canvas, tolls: Sequence[Toll], first: int, base: float) -> None:
    """The empty stretch before the very first number, in words, when there is room for them."""
    earliest = next((t for t in tolls if t.start == first), None)
    if earliest is None:
        return
    day = from_day(first)
    exact = earliest.start == earliest.end
    words = f"No figure before {day_words(day) if exact else f'{day:%B} {day.year}'}"
    if canvas.px(first) > text_width(words, 12) + 24:
        canvas.text(12, base - 14, words, colour=canvas.theme.muted, size=12)


def _hover(toll: Toll) -> str:
    days = day_words(from_day(toll.start))
    if toll.end != toll.start:
        days += f" – {day_words(from_day(toll.end))}"
    said = f"<br>“{escape(cut_text(' '.join(toll.text.split()), 420))}”" if toll.text else ""
    return f"<b>{toll.words} {toll.kind}</b><br>{escape(toll.source)}{said}<br>{days}"


def _short(value: float) -> str:
    for size, letter in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if value >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"
