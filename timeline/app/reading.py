"""The callback that reads: the URL and the controls become a state, which goes to the URL and to ``ids.VIEW``."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update

from timeline.app import ids
from timeline.app.desk import Desk
from timeline.app.facets import control_options
from timeline.app.state import PageState, control_values, read_controls, read_state, read_window, with_window
from timeline.app.words import say
from timeline.query.filter import ClaimFilter

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
    "small": (ids.SMALL_LANES, "data"),
}
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
    # The browser throws away a value that is not among the choices, so they come along with the values.
    needed = not same_controls and any(values[k] for k in SEARCHED)
    options = control_options(desk, state.filter) if needed else None
    return {
        "search": no_update if state.search == (search or "") else state.search,
        # At first page.js has set the view from the URL itself, so that drawing need not wait for this answer.
        "view": no_update if view in (state.view, None) else state.view,
        "chosen": no_update if (chosen or "") == state.claim else state.claim,
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
        return replace(before, filter=ClaimFilter()), ""
    wrong = read_window(controls.get("start"), controls.get("end"))[2]
    return read_controls(controls, before.claim), say(wrong) if wrong else ""
