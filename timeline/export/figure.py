"""The figure to draw as plain JSON, in traces that every bundle of plotly.js and every vector format can hold."""

from __future__ import annotations

import html
import json
import re
from typing import Any

_VECTOR = {"scattergl": "scatter", "heatmapgl": "heatmap"}


def read_figure(figure: Any) -> dict[str, Any]:
    """``data`` and ``layout`` of a plotly figure; WebGL traces, pixels in a vector format, become SVG ones."""
    made: dict[str, Any] = json.loads(figure.to_json())
    for trace in made.get("data", []):
        trace["type"] = _VECTOR.get(trace.get("type"), trace.get("type", "scatter"))
    made.setdefault("layout", {})
    return made


def says(figure: dict[str, Any], words: str) -> bool:
    """Whether the figure's own title and notes already say these words, over however many lines."""
    layout = figure["layout"]
    title = layout.get("title")
    texts = [title.get("text") if isinstance(title, dict) else title]
    texts += [a.get("text") for a in layout.get("annotations") or []]
    for trace in figure.get("data", []):
        if trace.get("mode") == "text" and isinstance(trace.get("text"), list):
            texts += trace["text"]
    shown = html.unescape(re.sub(r"<[^<>]{0,200}>", " ", " ".join(str(t) for t in texts if t)))
    return " ".join(words.split()) in " ".join(shown.split())
