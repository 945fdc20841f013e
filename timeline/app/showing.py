"""Callbacks that show a state: figures and count first, which the reader waits for, the rest once they are painted."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, html, no_update

from timeline.app import ids
from timeline.app.dated import dated_line
from timeline.app.desk import Desk
from timeline.app.drawing import draw_page
from timeline.app.exports import export_links
from timeline.app.facets import closed_counts, open_options
from timeline.app.reading import CONTROLS, SEARCHED
from timeline.app.rows import MOST_ROWS, step_order, table_rows
from timeline.app.sidebar import evidence_children
from timeline.app.state import PageState, read_state
from timeline.app.table import claim_table
from timeline.app.trays import empty_children, review_children, undated_children
from timeline.app.words import say


def register_showing(app: Dash, desk: Desk) -> None:
    """Wire the callbacks of this module."""
    view, revision = Input(ids.VIEW, "data"), Input(ids.REVISION, "data")
    app.callback(
        output={
            "figures": Output(ids.FIGURES, "data"),
            "title": Output(ids.TITLE, "children"),
            "count": Output(ids.COUNT, "children"),
            "words": Output(ids.WORDS, "children"),
            "clear": Output(ids.CLEAR, "hidden"),
            "whole": Output(ids.WHOLE_SPAN, "hidden"),
            "empty": Output(ids.EMPTY, "children"),
            "hide_empty": Output(ids.EMPTY, "hidden"),
            "hide_chart": Output(ids.CHART_PANE, "hidden"),
            "hide_table": Output(ids.TABLE_PANE, "hidden"),
            "hide_review": Output(ids.REVIEW_PANE, "hidden"),
        },
        inputs=[view, revision, Input(ids.SCREEN, "data")],
        prevent_initial_call=True,
    )(partial(update_shown, desk=desk))
    app.callback(
        output={
            "dated": Output(ids.DATED, "children"),
            "exports": Output(ids.EXPORT_LINKS, "children"),
            "undated": Output(ids.UNDATED, "children"),
            "table_hint": Output(ids.TABLE_HINT, "children"),
            "review": Output(ids.REVIEW_PANE, "children"),
            "order": Output(ids.ORDER, "data"),
            "counts": Output(ids.COUNTS, "data"),
            "options": {k: Output(CONTROLS[k][0], "options") for k in SEARCHED},
        },
        inputs=[Input(ids.DRAWN, "data"), State(ids.VIEW, "data")],
        prevent_initial_call=True,
    )(partial(update_rest, desk=desk))
    app.callback(Output(ids.TABLE_HOLDER, "children"), Input(ids.GRID, "data"), prevent_initial_call=True)(place_table)
    app.callback(Output(ids.TABLE, "rowData"), view, revision)(partial(update_rows, desk=desk))
    app.callback(
        Output(ids.EVIDENCE, "hidden"),
        Output(ids.EVIDENCE_BODY, "children"),
        Input(ids.CHOSEN, "data"),
        revision,
        State(ids.VIEW, "data"),
        prevent_initial_call=True,
    )(partial(update_evidence, desk=desk))
    for name, watched in (
        ("draw", [Input(ids.FIGURES, "data")]),
        ("choose", [Input(ids.CHOSEN, "data")]),
        ("remember", [Input(ids.ORDER, "data")]),
        ("count", [Input(ids.COUNTS, "data")]),
        ("shown", [Input(ids.EVIDENCE_BODY, "children")]),
        ("grid", [Input(ids.VIEW, "data")]),
    ):
        sink = Output(ids.RING, "data", allow_duplicate=True)
        call = ClientsideFunction("page", name)
        app.clientside_callback(call, sink, *watched, prevent_initial_call=True)  # type: ignore[no-untyped-call]


def update_shown(view: str | None, revision: Any, screen: dict[str, Any] | None, *, desk: Desk) -> dict[str, Any]:
    """What is seen first: the figures for this screen, title, count, filter in words, and which pane is open."""
    if view is None or not screen:
        return dict.fromkeys(SHOWN, no_update)
    state = read_state(view)
    shown = desk.shown(state.filter)
    nothing = len(shown.ids) == 0
    figures: dict[str, Any] = {"stamp": f"{view} {revision} {screen}", "chart": state.tab == "chart" and not nothing}
    if figures["chart"]:
        figures |= draw_page(desk, state, screen["width"], screen["theme"])
    return {
        "figures": figures,
        "title": page_title(desk),
        "count": say("count", shown=f"{len(shown.ids):,}", all=f"{shown.total:,}"),
        "words": shown.words if state.filter else html.Span(_hint(figures), className="first-sight"),
        "clear": state.filter == PageState().filter,
        "whole": not (state.filter.start or state.filter.end),
        "empty": empty_children(shown) if nothing else [],
        "hide_empty": not nothing,
        "hide_chart": nothing or state.tab != "chart",
        "hide_table": nothing or state.tab != "table",
        "hide_review": nothing or state.tab != "review",
    }


def _hint(figures: dict[str, Any]) -> str:
    """One line that says what is seen, while no filter has to be said."""
    layout = figures.get(ids.TIMELINE, {}).get("layout", {})
    return say("first_sight_many" if layout.get("meta", {}).get("mode") == "density" else "first_sight")


SHOWN = ("figures", "title", "count", "words", "clear", "whole", "empty", "hide_empty", "hide_chart", "hide_table",
         "hide_review")  # fmt: skip


def update_rest(drawn: str | None, view: str | None, *, desk: Desk) -> dict[str, Any]:
    """What is looked at later: choices with their counts, exports, trays, the order of the arrow keys."""
    del drawn
    state = read_state(view)
    shown = desk.shown(state.filter)
    counted = desk.facets(state.filter)
    return {
        "dated": dated_line(desk),
        "exports": export_links(state, shown),
        "undated": undated_children(shown),
        "table_hint": say("table_cut", n=f"{MOST_ROWS:,}") if len(shown.ids) > MOST_ROWS else say("table_hint"),
        "review": review_children(shown) if state.tab == "review" else [],
        "order": step_order(shown.tables),
        "counts": {CONTROLS[k][0]: n for k, n in closed_counts(counted).items()},
        "options": {k: open_options(desk, state.filter, counted, k) for k in SEARCHED},
    }


def page_title(desk: Desk) -> str:
    """The article's headline, the dataset's name, or how many articles there are."""
    documents = desk.tables().documents
    if desk.title() or documents.empty:
        return desk.title() or say("no_articles_title")
    datasets = documents["dataset"].dropna().unique().tolist()
    articles = int(documents["dataset"].isna().sum())
    parts = [*datasets[:3], say("articles_title", n=f"{articles:,}") if articles else ""]
    return ", ".join(p for p in parts if p)


def place_table(ready: bool | None) -> Any:
    """The empty table, once the browser has what it is made with."""
    return claim_table() if ready else no_update


def update_rows(view: str | None, revision: Any, *, desk: Desk) -> Any:
    """The rows of the table twin, while it is looked at."""
    del revision
    state = read_state(view)
    return table_rows(desk.shown(state.filter).tables) if state.tab == "table" else no_update


def update_evidence(chosen: str | None, revision: Any, view: str | None, *, desk: Desk) -> tuple[bool, Any]:
    """The panel of the chosen claim; closed when there is none."""
    del revision
    if not chosen:
        return True, []
    return False, evidence_children(desk, chosen, read_state(view))
