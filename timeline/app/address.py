"""An article by its web address: the field in the dialog, and the callback that has it fetched like a dropped file."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from timeline.app import ids
from timeline.app.editing import read_day
from timeline.app.intake import Intake
from timeline.app.words import say
from timeline.errors import InputError, TimelineError

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")
_BARE = re.compile(r"[^\s/]+\.[^\s/.]{2,}(?:[:/]\S*)?\Z")  # an address as people write it: example.org/article


def address_field() -> html.Div:
    """Label, field and button."""
    field = dcc.Input(id=ids.ADD_URL, type="url", placeholder=say("add_url_hint"), className="text",
                      autoComplete="off", inputMode="url")  # fmt: skip
    button = html.Button(say("add_fetch"), id=ids.ADD_FETCH, className="quiet", type="button")
    label = html.Label(say("add_url"), htmlFor=ids.ADD_URL)
    return html.Div([label, html.Div([field, button], className="with-button")], className="field")


def register_address(app: Dash, intake: Intake) -> None:
    """Wire the callbacks of this module; ``editing.follow_import`` says how far it is and what came of it."""
    app.callback(
        Output(ids.JOB, "data", allow_duplicate=True),
        Output(ids.JOB_TICK, "disabled", allow_duplicate=True),
        Output(ids.ADD_ERROR, "children", allow_duplicate=True),
        Input(ids.ADD_FETCH, "n_clicks"),
        Input(ids.ADD_URL, "n_submit"),
        State(ids.ADD_URL, "value"),
        State(ids.ADD_DATE, "value"),
        prevent_initial_call=True,
    )(partial(add_address, intake=intake))
    for served in (ids.ADD_URL, ids.SAME_NAME, ids.SPLIT_NAME):
        app.clientside_callback(  # type: ignore[no-untyped-call]
            ClientsideFunction("dialogs", "served"),
            Output(served, "value"),
            Input(ids.TOAST, "children"),
            prevent_initial_call=True,
        )


def add_address(
    clicks: int | None,
    submits: int | None,
    written: str | None,
    published: str | None,
    *,
    intake: Intake,
) -> tuple[Any, Any, Any]:
    """Begin to fetch; what is written stays in the field, so that a mistyped address can be mended."""
    if not clicks and not submits:
        return no_update, no_update, no_update
    try:
        return intake.start([(check_address(written), None)], read_day(published)), False, ""
    except TimelineError as error:
        return no_update, True, str(error)


def check_address(written: str | None) -> str:
    """The address as it is fetched: ``https://`` put before one that has no scheme.

    Raises:
        InputError: nothing is written, or it is no http(s) address.

    """
    address = (written or "").strip()
    if not address:
        raise InputError("The address", "nothing is written", "write one such as https://example.org/article")
    if not _SCHEME.match(address) and _BARE.match(address):
        address = f"https://{address}"
    if not address.lower().startswith(("http://", "https://")):
        problem = "only http and https addresses are fetched"
        raise InputError(address, problem, "give one such as https://example.org/article")
    return address
