"""One drawing surface for all figures: x is time, y is pixels from the top, so that charts stack without rescaling."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from typing import Any

import plotly.graph_objects as go

from timeline.figures.theme import FONT, Theme
from timeline.figures.ticks import SIZE as TICK_SIZE
from timeline.figures.ticks import find_ticks
from timeline.view.labels import escape
from timeline.view.marks import DAY_MS, View
from timeline.view.widths import text_width

LABEL_SIZE = 13
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)  # noqa: UP017 - one spelling for every supported Python


class Canvas:
    """Collects traces, notes and shapes in pixels; ``figure`` makes the plotly figure.

    The horizontal scale is the view's: equal margins and range in timeline, tolls and overview.
    """

    def __init__(self, view: View, theme: Theme, *, start: int | None = None, end: int | None = None) -> None:
        self.view, self.theme = view, theme
        self.start, self.end = view.start if start is None else start, view.end if end is None else end
        self.offset = 0.0  # added to every y: where the next chart of a stack begins
        self.traces: list[dict[str, Any]] = []
        self.notes: list[dict[str, Any]] = []
        self.shapes: list[dict[str, Any]] = []
        self.meta: dict[str, Any] = {}  # what the page needs to know of what is drawn
        self._words: dict[tuple[str, str, float, bool], tuple[list[float], list[float], list[str]]] = {}

    def ms(self, x: float) -> float:
        """Milliseconds at a pixel of the plot, whole ones: decimals would be half of what the browser is sent."""
        return round((self.start + x / self.view.plot_width * (self.end - self.start)) * DAY_MS)

    def px(self, day: float) -> float:
        """The pixel of a day."""
        return (day - self.start) / (self.end - self.start) * self.view.plot_width

    def text(self, x: float, y: float, words: str, *, side: str = "right", colour: str = "", size: float = LABEL_SIZE,
             bold: bool = False) -> None:  # fmt: skip
        """Words that begin (``right``), end (``left``) or are centred (``center``) at a pixel."""
        key = (side, colour or self.theme.ink, size, bold)
        xs, ys, said = self._words.setdefault(key, ([], [], []))
        xs.append(self.ms(x))
        ys.append(y + self.offset)
        said.append(isolate(f"<b>{escape(words)}</b>" if bold else escape(words)))

    def margin_text(self, x: float, y: float, words: str, *, anchor: str, colour: str = "", size: float = LABEL_SIZE,
                    bold: bool = False) -> None:  # fmt: skip
        """Words at pixels of the whole figure, margins included."""
        said = "<br>".join(isolate(escape(w)) for w in words.split("\n"))
        self.notes.append({
            "xref": "paper", "yref": "y", "x": 0, "xshift": x - self.view.left, "y": y + self.offset,
            "text": f"<b>{said}</b>" if bold else said, "showarrow": False, "xanchor": anchor, "yanchor": "middle",
            "align": anchor, "font": {"size": size, "color": colour or self.theme.ink}, "captureevents": False,
        })  # fmt: skip

    def line(
        self, x0: float, y0: float, x1: float, y1: float, colour: str, *, width: float = 1, dash: str = "solid"
    ) -> None:
        """A line below the marks, in pixels of the plot."""
        self.shapes.append({
            "type": "line", "layer": "below", "xref": "x", "yref": "y", "x0": self.iso(x0), "x1": self.iso(x1),
            "y0": y0 + self.offset, "y1": y1 + self.offset, "line": {"color": colour, "width": width, "dash": dash},
        })  # fmt: skip

    def rule(self, y: float, colour: str) -> None:
        """A line across the whole figure."""
        self.shapes.append({
            "type": "line", "layer": "below", "xref": "paper", "yref": "y",
            "x0": -(self.view.left - 6) / self.view.plot_width, "x1": 1, "y0": y + self.offset, "y1": y + self.offset,
            "line": {"color": colour, "width": 1},
        })  # fmt: skip

    def iso(self, x: float) -> str:
        """The instant at a pixel as ISO 8601, held within years 1–9999."""
        ms = min(max(self.ms(x), -62135596800000), 253402300799000)
        return (_EPOCH + timedelta(milliseconds=round(ms))).strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")

    def axis(self, y: float, bottom: float, *, labels: bool = True) -> None:
        """Ticks with fine lines down to ``bottom``; labels begin at their tick and never touch."""
        for day, label in find_ticks(self.start, self.end, self.view.plot_width):
            x = self.px(day)
            year = label[-4:].isdigit()  # where a year begins, or is first named
            self.line(x, y - 6 if labels else y, x, bottom, self.theme.rule if year else self.theme.grid)
            if labels and x + 4 + text_width(label, TICK_SIZE) < self.view.plot_width:
                self.text(x + 4, y - 12, label, colour=self.theme.ink if year else self.theme.muted, size=TICK_SIZE)

    def add(self, **trace: Any) -> None:
        """A plotly trace whose ``y`` is in pixels."""
        if self.offset and "y" in trace:
            trace["y"] = [None if v is None else v + self.offset for v in trace["y"]]
        trace.setdefault("showlegend", False)
        self.traces.append(trace)

    def plain(self, height: float) -> dict[str, Any]:
        """Data and layout as the browser takes them: transparent, no margins above and below, zooming in time alone."""
        for (side, colour, size, _), (xs, ys, said) in self._words.items():
            self.traces.append({
                "type": "scatter", "mode": "text", "x": xs, "y": ys, "text": said, "hoverinfo": "skip",
                "textposition": {"right": "middle right", "left": "middle left", "center": "middle center"}[side],
                "textfont": {"color": colour, "size": size, "family": FONT}, "cliponaxis": False, "showlegend": False,
            })  # fmt: skip
        self._words = {}
        fixed = {"showgrid": False, "zeroline": False, "showline": False, "showticklabels": False, "ticks": ""}
        layout = {
            "width": self.view.width, "height": round(height), "autosize": False,
            "margin": {"l": self.view.left, "r": self.view.right, "t": 0, "b": 0, "pad": 0},
            "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "showlegend": False,
            "font": {"family": FONT, "size": LABEL_SIZE, "color": self.theme.ink}, "barmode": "overlay",
            "xaxis": {**fixed, "type": "date", "range": [self.iso(0), self.iso(self.view.plot_width)]},
            "yaxis": {**fixed, "range": [height, 0], "fixedrange": True},
            "hovermode": "closest", "dragmode": "zoom", "shapes": self.shapes, "annotations": self.notes,
            "hoverlabel": {"bgcolor": self.theme.paper, "bordercolor": self.theme.strong, "align": "left",
                           "font": {"color": self.theme.ink, "family": FONT, "size": LABEL_SIZE}},
        }  # fmt: skip
        if self.meta:
            layout["meta"] = self.meta
        return {"data": self.traces, "layout": layout}


def as_figure(plain: dict[str, Any]) -> go.Figure:
    """The plotly figure of ``Canvas.plain``."""
    # What is given is fixed here and tested; validating it again takes longer than drawing.
    return go.Figure(**plain, _validate=False)


def isolate(text: str) -> str:
    """Text whose right-to-left words keep their own order: wrapped in a first-strong isolate when it has any."""
    return f"\u2068{text}\u2069" if has_right_to_left(text) else text


def has_right_to_left(text: Iterable[str]) -> bool:
    """Whether a letter of a right-to-left script is in the text."""
    return any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in text)
