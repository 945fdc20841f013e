"""The table twin of the chart: the same claims, sortable, virtualised, readable by a screen reader."""

from __future__ import annotations

from typing import Any

import dash_ag_grid as dag

from timeline.app import ids
from timeline.app.words import say

_COLUMNS = (
    ("date", "col.date", 215),
    ("type", "col.type", 190),
    ("text", "col.text", 340),
    ("actors", "col.actors", 230),
    ("numbers", "col.numbers", 170),
    ("source", "col.source", 180),
    ("places", "col.places", 150),
    ("document", "col.document", 200),
    ("status", "col.status", 120),
    ("from", "col.from", 115),
    ("to", "col.to", 115),
    ("precision", "col.precision", 110),
    ("basis", "col.basis", 170),
)


def claim_table() -> dag.AgGrid:
    """The empty grid; ``update_table`` fills it with the claims shown."""
    columns: list[dict[str, Any]] = [
        {"field": field, "headerName": say(key), "width": width, "tooltipField": field}
        for field, key, width in _COLUMNS
    ]
    return dag.AgGrid(
        id=ids.TABLE,
        columnDefs=columns,
        rowData=[],
        defaultColDef={"sortable": True, "resizable": True, "filter": False},
        dashGridOptions={
            "animateRows": False,
            "rowHeight": 34,
            "headerHeight": 36,
            "suppressCellFocus": False,
            "enableCellTextSelection": True,
            "theme": "themeQuartz",
        },
        getRowId="params.data.id",
        className="table",
        style={"height": "100%"},
    )
