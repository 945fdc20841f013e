"""Callbacks of the story: the browser keeps it, the server makes the file of it."""

from __future__ import annotations

import base64
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update

from timeline.app import ids
from timeline.app.desk import Desk
from timeline.app.words import say
from timeline.errors import TimelineError
from timeline.export.story import Step, write_story_json, write_story_page


def register_story(app: Dash, desk: Desk) -> None:
    """Wire the callbacks of this module."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("story", "show"),
        Output(ids.RING, "data", allow_duplicate=True),
        Input(ids.STORY, "data"),
        Input(ids.EVIDENCE_BODY, "children"),
        prevent_initial_call="initial_duplicate",
    )
    app.callback(
        Output(ids.STORY_FILE, "data"),
        Output(ids.STORY_ERROR, "children"),
        Input(ids.STORY_HTML, "n_clicks"),
        Input(ids.STORY_JSON, "n_clicks"),
        State(ids.STORY, "data"),
        State(ids.STORY_TITLE, "value"),
        prevent_initial_call=True,
    )(partial(export_story, desk=desk))


def export_story(
    page: int | None,
    slides: int | None,
    story: list[dict[str, Any]] | None,
    title: str | None,
    *,
    desk: Desk,
    trigger: str | None = None,
) -> tuple[Any, Any]:
    """The file of the story in its order; what is missing from the store is counted in words."""
    if not page and not slides:
        return no_update, no_update
    steps = [Step(str(s.get("claim")), str(s.get("caption") or "")) for s in story or [] if isinstance(s, dict)]
    if not steps:
        return no_update, say("story_none")
    known = set(desk.tables().claims["claim_id"])
    told = [s for s in steps if s.claim_id in known]
    gone = say("story_gone", n=len(steps) - len(told)) if len(told) < len(steps) else ""
    if not told:
        return no_update, gone
    name = (title or "").strip() or desk.title() or say("story")
    tables = desk.tables().select([s.claim_id for s in told])
    write, suffix = (write_story_json, ".timelinejs.json")
    if (trigger or ctx.triggered_id) == ids.STORY_HTML:
        write, suffix = write_story_page, ".html"
    try:
        data = write(tables, told, title=name, made=desk.today)
    except TimelineError as error:
        return no_update, str(error)
    name = f"story-{desk.today.isoformat()}{suffix}"
    return {"content": base64.b64encode(data).decode(), "filename": name, "base64": True}, gone
