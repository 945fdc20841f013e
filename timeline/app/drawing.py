"""From a state to figures: the view of what is shown, drawn for a width and a theme."""

from __future__ import annotations

from typing import Any

from timeline.app import ids
from timeline.app.desk import Desk
from timeline.app.state import PageState
from timeline.app.words import say
from timeline.figures.overview import plain_overview
from timeline.figures.page import page_figure
from timeline.figures.timeline import plain_timeline
from timeline.figures.tolls import plain_tolls
from timeline.view.make import make_view

EXPORT_WIDTH = 1280
# The filter whose values are the lanes' keys: what is chosen stands in the topmost lanes.
LANE_FILTERS = {"actor": "actors", "event_type": "event_types", "place": "places", "attribution": "attributions",
                "document": "documents"}  # fmt: skip


def draw_page(desk: Desk, state: PageState, width: int, theme: str) -> dict[str, Any]:
    """Timeline, tolls (``None`` when there are none) and overview, by the ids of their places."""
    shown = desk.shown(state.filter)
    view = _view(desk, state, width)
    tolls = plain_tolls(shown.tables, view, theme)
    overview = plain_overview(desk.without_window(state).tables, view, theme)
    return {
        ids.TIMELINE: plain_timeline(view, theme),
        ids.TOLLS: tolls if tolls["data"] else None,
        ids.OVERVIEW: overview,
    }


def draw_export(desk: Desk, state: PageState, theme: str) -> Any:
    """One figure of exactly what is shown, with title, filter in words, sources and the day of making."""
    shown = desk.shown(state.filter)
    count = say("count", shown=f"{len(shown.ids):,}", all=f"{shown.total:,}")
    return page_figure(
        shown.tables,
        _view(desk, state, EXPORT_WIDTH),
        theme,
        title=desk.title() or say("app"),
        subtitle=f"{shown.words} · {count}",
        footer=f"{_sources(shown.tables.documents)} · {say('made', date=desk.today.isoformat())}",
    )


def _view(desk: Desk, state: PageState, width: int) -> Any:
    shown = desk.shown(state.filter)
    window = (state.filter.start, state.filter.end)
    foremost = getattr(state.filter, LANE_FILTERS[state.lanes]) if state.filter.actor_mode != "none" else ()
    return make_view(
        shown.tables,
        shown.ids,
        window,
        state.lanes,
        width,
        order=state.order,
        foremost=foremost,
        fold=state.small == "together",
    )


def _sources(documents: Any) -> str:
    names = documents["publisher"].fillna(documents["dataset"]).fillna(documents["author"]).fillna(documents["title"])
    listed = list(dict.fromkeys(names.dropna()))
    return "; ".join(listed[:4]) + (f" + {len(listed) - 4}" if len(listed) > 4 else "")
