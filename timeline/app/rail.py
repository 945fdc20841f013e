"""The left rail: one filter under the other, with counts; alias-aware where it names an actor."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from timeline.app import ids
from timeline.app.actor_dialog import opens_actors
from timeline.app.attributes import wild
from timeline.app.facets import closed_options
from timeline.app.saved_views import views_field
from timeline.app.words import DROPDOWN_WORDS, say


def filter_rail() -> html.Nav:
    """Every filter the claims can be cut by; below 900 px the rail is a sheet."""
    return html.Nav(
        [
            html.H2(say("filters"), className="sr-only"),
            html.Div(
                [
                    html.Span(say("filters"), className="sheet-name"),
                    html.Button("×", className="icon", type="button",
                                **wild(aria_label=say("close"), data_close_sheet=ids.RAIL)),
                ],
                className="aside-head only-narrow",
            ),
            _field("f_text", dcc.Input(id=ids.TEXT, type="search", debounce=0.35, placeholder=say("f_text_hint"),
                                       className="text", autoComplete="off"), ids.TEXT),
            _actors(),
            _checks("f_types", ids.EVENT_TYPES, "event_types"),
            _window(),
            _many("f_attributions", ids.ATTRIBUTIONS),
            _many("f_places", ids.PLACES),
            html.Details(
                [
                    html.Summary(say("more")),
                    _checks("f_precisions", ids.PRECISIONS, "precisions"),
                    _checks("f_bases", ids.BASES, "bases"),
                    _checks("f_quantities", ids.QUANTITIES, "quantities"),
                    _checks("f_statuses", ids.STATUSES, "statuses"),
                    _many("f_documents", ids.DOCUMENTS),
                    html.P(say("compare_hint"), className="hint"),
                ],
                className="more",
            ),
            views_field(),
        ],
        id=ids.RAIL,
        className="rail",
        **wild(aria_label=say("filters")),
    )  # fmt: skip


def _field(key: str, control: Any, name: str) -> html.Div:
    return html.Div([html.Label(say(key), htmlFor=name), control], className="field")


def _group(key: str, *parts: Any) -> html.Div:
    heading = html.H3(say(key), id=f"{key}-name")
    return html.Div([heading, *parts], className="field", role="group", **wild(aria_labelledby=f"{key}-name"))


def _many(key: str, name: str) -> html.Div:
    return _group(key, _dropdown(key, name))


def _dropdown(key: str, name: str) -> dcc.Dropdown:
    return dcc.Dropdown(
        id=name, multi=True, placeholder=say(f"{key}_hint"), options=[], maxHeight=320, labels=DROPDOWN_WORDS
    )


def _checks(key: str, name: str, facet: str) -> html.Div:
    return _group(key, dcc.Checklist(id=name, options=closed_options(facet), value=[], className="checks"))


def _actors() -> html.Div:
    modes = [{"label": say(m), "value": m} for m in ("any", "all", "none")]
    roles = [{"label": say(f"role.{r}"), "value": r} for r in ("agent", "target", "source", "party")]
    return _group(
        "f_actors",
        _dropdown("f_actors", ids.ACTORS),
        html.Div(
            dcc.RadioItems(id=ids.ACTOR_MODE, options=modes, value="any", inline=True, className="segments small"),
            role="group",
            className="mode",
            **wild(aria_label=say("f_actor_mode")),
        ),
        dcc.Dropdown(
            id=ids.ROLES, options=roles, multi=True, searchable=False, placeholder=say("f_roles"), labels=DROPDOWN_WORDS
        ),
        opens_actors("same_open"),
    )


def _window() -> html.Div:
    return _group(
        "f_window",
        html.Div(
            [
                _field(key, dcc.Input(id=name, type="text", debounce=True, placeholder=say("f_date_hint"),
                                      className="text", autoComplete="off"), name)
                for key, name in (("f_start", ids.START), ("f_end", ids.END))
            ],
            className="beside",
        ),
        html.P(id=ids.WINDOW_ERROR, className="error", role="alert"),
    )  # fmt: skip
