"""Saved views: what the page shows kept in the store under a name, listed among the filters, opened as a link."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, dcc, get_relative_path, html, no_update

from timeline.app import ids
from timeline.app.attributes import wild
from timeline.app.desk import Desk
from timeline.app.state import read_state
from timeline.app.words import say
from timeline.errors import TimelineError


def views_field() -> html.Details:
    """The list and the field for a name; filled when it is first opened."""
    name = dcc.Input(id=ids.VIEW_NAME, type="text", className="text", autoComplete="off", placeholder=say("views_hint"))
    save = html.Button(say("views_save"), id=ids.VIEW_SAVE, className="quiet", type="button")
    label = html.Label(say("views_name"), htmlFor=ids.VIEW_NAME)
    return html.Details(
        [
            html.Summary(say("views"), **wild(data_asks=ids.VIEWS_ASKED)),
            dcc.Store(id=ids.VIEWS_ASKED),
            html.Div(id=ids.VIEW_LIST),
            html.Div([label, html.Div([name, save], className="with-button")], className="field"),
            html.P(id=ids.VIEW_ERROR, className="error", role="alert"),
        ],
        id=ids.VIEWS,
        className="more",
    )  # fmt: skip


def register_views(app: Dash, desk: Desk, who: str) -> None:
    """Wire the callback of this module."""
    app.callback(
        Output(ids.VIEW_LIST, "children"),
        Output(ids.VIEW_ERROR, "children"),
        Output(ids.VIEW_NAME, "value"),
        Input(ids.VIEWS_ASKED, "data"),
        Input(ids.VIEW_SAVE, "n_clicks"),
        Input(ids.VIEW_NAME, "n_submit"),
        Input({"forget": ALL}, "n_clicks"),
        State(ids.VIEW_NAME, "value"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )(partial(update_views, desk=desk, who=who))


def update_views(
    asked: Any,
    clicks: int | None,
    submits: int | None,
    forgets: list[int | None],
    name: str | None,
    search: str | None,
    *,
    desk: Desk,
    who: str,
    trigger: Any = None,
) -> tuple[Any, Any, Any]:
    """Save what is shown, forget a view, or only list them."""
    trigger = trigger or ctx.triggered_id
    emptied: Any = no_update
    try:
        if trigger in (ids.VIEW_SAVE, ids.VIEW_NAME) and (clicks or submits):
            desk.store.save_view((name or "").strip(), read_state(search).view, who=who)
            emptied = ""
        elif isinstance(trigger, dict) and any(forgets):
            desk.store.remove_view(trigger["forget"])
        elif trigger != ids.VIEWS_ASKED or not asked:
            return no_update, no_update, no_update
    except TimelineError as error:
        return no_update, str(error), no_update
    return view_lines(desk.store.views()), "", emptied


def view_lines(views: dict[str, str]) -> Any:
    """A link and a button to forget it for each view, or a word that there are none."""
    if not views:
        return html.P(say("views_none"), className="hint")
    root: str = get_relative_path("/")  # type: ignore[no-untyped-call]
    return html.Ul(
        [
            html.Li(
                [
                    dcc.Link(name, href=f"{root}?{query}" if query else root, refresh=False),
                    html.Button("×", id={"forget": name}, className="icon", type="button", n_clicks=0,
                                **wild(aria_label=say("views_forget", name=name))),
                ]
            )
            for name, query in views.items()
        ],
        className="view-list",
    )  # fmt: skip
