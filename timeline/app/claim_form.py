"""The form for a claim of the reader's own: words of the article, and what they say of when, what, who and how many."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from timeline.app import ids
from timeline.app.attributes import wild
from timeline.app.words import named, say
from timeline.model import EventType, QuantityKind


def claim_form() -> list[Any]:
    """The button that appears beside selected words, and the form it opens."""
    types = [{"label": named("type", t.value), "value": t.value} for t in EventType]
    kinds = [{"label": named("kind", k.value), "value": k.value} for k in QuantityKind]
    return [
        dcc.Store(id=ids.OWN_SPAN),
        html.Button(say("own_make"), id=ids.OWN_MAKE, className="primary own-make", type="button", hidden=True),
        html.Details(
            [
                html.Summary(say("own_title")),
                html.P(say("own_hint"), className="hint"),
                _field("own_words", dcc.Textarea(id=ids.OWN_WORDS, rows=3, className="own-words"), ids.OWN_WORDS),
                _input(ids.OWN_DATE, "edit_date", "edit_date_hint"),
                _choice(ids.OWN_TYPE, "edit_type", types, EventType.BATTLE.value),
                _input(ids.OWN_ACTORS, "edit_actors", "own_actors_hint"),
                html.Div(
                    [
                        _input(ids.OWN_NUMBER, "own_number", "own_number_hint"),
                        _choice(ids.OWN_KIND, "own_kind", kinds, QuantityKind.KILLED.value),
                    ],
                    className="beside",
                ),
                _input(ids.OWN_SOURCE, "edit_source"),
                html.P(id=ids.OWN_ERROR, className="error", role="alert"),
                html.Button(say("own_save"), id=ids.OWN_SAVE, className="primary", type="button", n_clicks=0),
            ],
            id=ids.OWN_FORM,
            className="edit",
        ),
    ]


def _input(name: str, key: str, hint: str | None = None) -> html.Div:
    field = dcc.Input(id=name, type="text", className="text", autoComplete="off", placeholder=say(hint) if hint else "")
    return _field(key, field, name)


def _field(key: str, control: Any, name: str) -> html.Div:
    return html.Div([html.Label(say(key), htmlFor=name), control], className="field")


def _choice(name: str, key: str, options: list[Any], value: str) -> html.Div:
    field = dcc.Dropdown(id=name, options=options, value=value, clearable=False, searchable=False)
    heading = html.H3(say(key), id=f"{name}-name")
    return html.Div([heading, field], className="field", role="group", **wild(aria_labelledby=f"{name}-name"))
