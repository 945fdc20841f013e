"""Which scripts a visit loads at once: what the first sight needs and no more."""

from __future__ import annotations

import re
from typing import Any

from dash import Dash

# The table's script is fetched by page.js when the table is first opened; the others are for things never used here:
# Dash's older table, and what browsers from before 2023 lack (the styles need later ones anyway).
_LATER = "dash_ag_grid/dash_ag_grid"
_NEVER = ("dash/dash_table/", "/polyfill@")
_TAG = re.compile(r'<script src="([^"]*)"></script>')


class PageApp(Dash):
    """A Dash app whose page begins with fewer scripts."""

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """The page as Dash makes it, with the table's script named in ``<meta>`` and those never used left out."""
        tags, later = [], ""
        for tag in _TAG.finditer(parts["scripts"]):
            if _LATER in tag[1]:
                later = tag[1]
            elif not any(part in tag[1] for part in _NEVER):
                tags.append(tag[0])
        parts["scripts"] = "\n".join(tags)
        parts["metas"] = f'{parts["metas"]}\n<meta name="grid-script" content="{later}">'
        return str(super().interpolate_index(**parts))  # type: ignore[no-untyped-call]
