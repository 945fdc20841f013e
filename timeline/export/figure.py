"""The figure to draw as plain JSON, in traces that every bundle of plotly.js and every vector format can hold."""

from __future__ import annotations

import json
from typing import Any

_VECTOR = {"scattergl": "scatter", "heatmapgl": "heatmap"}


def read_figure(figure: Any) -> dict[str, Any]:
    """``data`` and ``layout`` of a plotly figure; WebGL traces, pixels in a vector format, become SVG ones."""
    made: dict[str, Any] = json.loads(figure.to_json())
    for trace in made.get("data", []):
        trace["type"] = _VECTOR.get(trace.get("type"), trace.get("type", "scatter"))
    made.setdefault("layout", {})
    return made
