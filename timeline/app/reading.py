"""Callbacks that read: the URL and the controls become a state, a state becomes what is seen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update

from timeline.app import ids
from timeline.app.desk import Desk
from timeline.app.drawing import draw_page
from timeline.app.exports import export_links
from timeline.app.facets import control_options
from timeline.app.rows import MOST_ROWS, step_order, table_rows
from timeline.app.sidebar import evidence_children
from timeline.app.state import PageState, control_values, read_controls, read_state, read_window, with_window
from timeline.app.trays import empty_children, review_children, undated_children
from timeline.app.words import say

# Every control that takes part in the state: name in the state → (element, property).
CONTROLS: dict[str, tuple[str, str]] = {
    "text": (ids.TEXT, "value"),
    "actors": (ids.ACTORS, "value"),
    "actor_mode": (ids.ACTOR_MODE, "value"),
    "roles": (ids.ROLES, "value"),
    "event_types": (ids.EVENT_TYPES, "value"),
    "attributions": (ids.ATTRIBUTIONS, "value"),
    "places": (ids.PLACES, "value"),
    "precisions": (ids.PRECISIONS, "value"),
    "bases": (ids.BASES, "value"),
    "statuses": (ids.STATUSES, "value"),
    "documents": (ids.DOCUMENTS, "value"),
    "quantities": (ids.QUANTITIES, "value"),
    "start": (ids.START, "value"),
    "end": (ids.END, "value"),
    "lanes": (ids.LANES, "value"),
    "order": (ids.LANE_ORDER, "value"),
    "tab": (ids.TAB, "value"),
}
# Controls whose choices carry counts.
COUNTED = (
    "actors",
    "event_types",
    "attributions",
    "places",
    "precisions",
    "bases",
    "statuses",
    "documents",
    "quantities",
)

# Those whose choices are searched; a value that is not among them is thrown away by the browser.
SEARCHED = ("actors", "attributions", "places", "documents")


def register_reading(app: Dash, desk: Desk) -> None:
    """Wire the callbacks of this module."""
    app.callback(
        output={
            "search": Output(ids.URL, "search"),
            "view": Output(ids.VIEW, "data"),
            "chosen": Output(ids.CHOSEN, "data"),
            "error": Output(ids.WINDOW_ERROR, "children"),
            "controls": {k: Output(*v) for k, v in CONTROLS.items()},
            "options": {k: Output(CONTROLS[k][0], "options", allow_duplicate=True) for k in SEARCHED},
        },
        inputs={
            "search": Input(ids.URL, "search"),
            "controls": {k: Input(*v) for k, v in CONTROLS.items()},
            "picked": Input(ids.PICKED, "data"),
            "window": Input(ids.WINDOW, "data"),
            "clear": Input(ids.CLEAR, "n_clicks"),
        },
        state={"view": State(ids.VIEW, "data"), "chosen": State(ids.CHOSEN, "data")},
        prevent_initial_call="initial_duplicate",
    )(partial(update_state, desk=desk))
    seen = [Input(ids.VIEW, "data"), Input(ids.REVISION, "data")]
    app.callback(
        Output(ids.TIMELINE, "figure"),
        Output(ids.TOLLS, "figure"),
        Output(ids.OVERVIEW, "figure"),
        Output(ids.TOLLS_BOX, "hidden"),
        *seen,
        Input(ids.SCREEN, "data"),
        prevent_initial_call=True,
    )(partial(update_figures, desk=desk))
    app.callback(
        output={
            "title": Output(ids.TITLE, "children"),
            "count": Output(ids.COUNT, "children"),
            "words": Output(ids.WORDS, "children"),
            "clear": Output(ids.CLEAR, "hidden"),
            "whole": Output(ids.WHOLE_SPAN, "hidden"),
            "exports": Output(ids.EXPORT_LINKS, "children"),
            "undated": Output(ids.UNDATED, "children"),
            "empty": Output(ids.EMPTY, "children"),
            "hide_empty": Output(ids.EMPTY, "hidden"),
            "hide_chart": Output(ids.CHART_PANE, "hidden"),
            "hide_table": Output(ids.TABLE_PANE, "hidden"),
            "hide_review": Output(ids.REVIEW_PANE, "hidden"),
            "rows": Output(ids.TABLE, "rowData"),
            "table_hint": Output(ids.TABLE_HINT, "children"),
            "review": Output(ids.REVIEW_PANE, "children"),
            "order": Output(ids.ORDER, "data"),
        },
        inputs=seen,
        prevent_initial_call=True,
    )(partial(update_words, desk=desk))
    app.callback(
        output={k: Output(CONTROLS[k][0], "options") for k in COUNTED},
        inputs=seen,
        prevent_initial_call=True,
    )(partial(update_facets, desk=desk))
    app.callback(
        Output(ids.EVIDENCE, "hidden"),
        Output(ids.EVIDENCE_BODY, "children"),
        Input(ids.CHOSEN, "data"),
        Input(ids.REVISION, "data"),
        State(ids.VIEW, "data"),
        prevent_initial_call=True,
    )(partial(update_evidence, desk=desk))
    for name, watched in (
        ("choose", [Input(ids.CHOSEN, "data")]),
        ("remember", [Input(ids.ORDER, "data"), Input(ids.SPOKEN, "data")]),
        ("shown", [Input(ids.EVIDENCE_BODY, "children")]),
    ):
        sink = Output(ids.RING, "data", allow_duplicate=True)
        call = ClientsideFunction("page", name)
        app.clientside_callback(  # type: ignore[no-untyped-call]
            call, sink, *watched, prevent_initial_call="initial_duplicate"
        )


def update_state(
    *,
    search: str | None,
    controls: dict[str, Any],
    picked: dict[str, Any] | None,
    window: dict[str, Any] | None,
    clear: int | None,
    view: str | None,
    chosen: str | None,
    desk: Desk,
    trigger: str | None = None,
) -> dict[str, Any]:
    """The state after what the reader did last, to the URL and, where it did not come from them, the controls."""
    del clear
    trigger = trigger or ctx.triggered_id or ids.URL
    state, error = next_state(trigger, search, controls, picked, window)
    same_controls = trigger not in (ids.URL, ids.WINDOW, ids.CLEAR)
    values = control_values(state)
    options = None if same_controls else control_options(desk, state.filter)
    return {
        "search": no_update if state.search == (search or "") else state.search,
        "view": no_update if view == state.view else state.view,
        "chosen": no_update if chosen == state.claim else state.claim,
        "error": error,
        "controls": {k: no_update if same_controls or controls[k] == values[k] else values[k] for k in CONTROLS},
        "options": {k: options[k] if options else no_update for k in SEARCHED},
    }


def next_state(
    trigger: str,
    search: str | None,
    controls: dict[str, Any],
    picked: dict[str, Any] | None,
    window: dict[str, Any] | None,
) -> tuple[PageState, str]:
    """The state that follows, and what is wrong with the dates typed (in words, or ``""``)."""
    before = read_state(search)
    if trigger == ids.URL:
        return before, ""
    if trigger == ids.PICKED:
        return replace(before, claim=(picked or {}).get("claim") or ""), ""
    if trigger == ids.WINDOW:
        return with_window(before, (window or {}).get("start"), (window or {}).get("end")), ""
    if trigger == ids.CLEAR:
        return PageState(lanes=before.lanes, order=before.order, tab=before.tab, claim=before.claim), ""
    wrong = read_window(controls.get("start"), controls.get("end"))[2]
    return read_controls(controls, before.claim), say(wrong) if wrong else ""


def update_figures(view: str | None, revision: Any, screen: dict[str, Any] | None, *, desk: Desk) -> tuple[Any, ...]:
    """Timeline, tolls and overview of what is shown, drawn for this screen."""
    del revision
    if view is None or not screen:
        return (no_update,) * 4
    return draw_page(desk, read_state(view), screen["width"], screen["theme"])


def update_words(view: str | None, revision: Any, *, desk: Desk) -> dict[str, Any]:
    """Title, count, filter in words, exports, table, trays."""
    del revision
    state = read_state(view)
    shown = desk.shown(state.filter)
    nothing = len(shown.ids) == 0
    return {
        "title": page_title(desk),
        "count": say("count", shown=f"{len(shown.ids):,}", all=f"{shown.total:,}"),
        "words": shown.words,
        "clear": state.filter == PageState().filter,
        "whole": not (state.filter.start or state.filter.end),
        "exports": export_links(state, shown),
        "undated": undated_children(shown),
        "empty": empty_children(shown) if nothing else [],
        "hide_empty": not nothing,
        "hide_chart": nothing or state.tab != "chart",
        "hide_table": nothing or state.tab != "table",
        "hide_review": nothing or state.tab != "review",
        "rows": table_rows(shown.tables) if state.tab == "table" else no_update,
        "table_hint": say("table_cut", n=f"{MOST_ROWS:,}") if len(shown.ids) > MOST_ROWS else say("table_hint"),
        "review": review_children(shown) if state.tab == "review" else [],
        "order": step_order(shown.tables),
    }


def page_title(desk: Desk) -> str:
    """The article's headline, or how many articles there are."""
    n = len(desk.tables().documents)
    return desk.title() or (say("articles_title", n=f"{n:,}") if n else say("no_articles_title"))


def update_facets(view: str | None, revision: Any, *, desk: Desk) -> dict[str, Any]:
    """The choices of every filter with their counts."""
    del revision
    options = control_options(desk, read_state(view).filter)
    return {k: options[k] for k in COUNTED}


def update_evidence(chosen: str | None, revision: Any, view: str | None, *, desk: Desk) -> tuple[bool, Any]:
    """The panel of the chosen claim; closed when there is none."""
    del revision
    if not chosen:
        return True, []
    return False, evidence_children(desk, chosen, read_state(view))
