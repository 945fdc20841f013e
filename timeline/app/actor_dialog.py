"""The dialog that makes several actors one, or splits off mentions that are another's."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from timeline.app import ids
from timeline.app.attributes import wild
from timeline.app.dialogs import dialog
from timeline.app.words import DROPDOWN_WORDS, say


def opens_actors(key: str) -> html.Button:
    """A link-like button that opens the dialog."""
    return html.Button(say(key), className="link small-link", type="button", **wild(data_opens=ids.ACTORS_DIALOG))


def actor_dialog() -> html.Dialog:
    """Both halves, empty until it is opened."""
    return dialog(
        ids.ACTORS_DIALOG,
        say("same_title"),
        [
            dcc.Store(id=ids.SAME_ASKED),
            html.H3(say("same_heading")),
            _group("same_actors", ids.SAME_ACTORS, _choice(ids.SAME_ACTORS, multi=True)),
            _input("same_name", ids.SAME_NAME, say("same_name_hint")),
            html.P(say("same_why"), className="hint"),
            html.P(id=ids.SAME_ERROR, className="error", role="alert"),
            _foot("same_save", ids.SAME_SAVE),
            html.Hr(),
            html.H3(say("split_heading")),
            _group("split_actor", ids.SPLIT_ACTOR, _choice(ids.SPLIT_ACTOR, multi=False)),
            _group(
                "split_parts",
                ids.SPLIT_PARTS,
                dcc.Checklist(id=ids.SPLIT_PARTS, options=[], value=[], className="checks"),
                html.P(say("split_none"), className="hint", id="split-none"),
            ),
            _input("split_name", ids.SPLIT_NAME),
            html.P(id=ids.SPLIT_ERROR, className="error", role="alert"),
            _foot("split_save", ids.SPLIT_SAVE),
        ],
    )


def _choice(name: str, *, multi: bool) -> dcc.Dropdown:
    return dcc.Dropdown(
        id=name, options=[], multi=multi, placeholder=say("f_actors_hint"), maxHeight=280, labels=DROPDOWN_WORDS
    )


def _group(key: str, name: str, *parts: Any) -> html.Div:
    heading = html.P(say(key), id=f"{name}-name", className="field-name")
    return html.Div([heading, *parts], className="field", role="group", **wild(aria_labelledby=f"{name}-name"))


def _input(key: str, name: str, hint: str = "") -> html.Div:
    field = dcc.Input(id=name, type="text", placeholder=hint, className="text", autoComplete="off")
    return html.Div([html.Label(say(key), htmlFor=name), field], className="field")


def _foot(key: str, name: str) -> html.Div:
    button = html.Button(say(key), id=name, className="primary", type="button", n_clicks=0)
    return html.Div(button, className="dialog-foot end")
