"""The page: header, filters, timeline, evidence. Structure only; what fills it comes from callbacks."""

from __future__ import annotations

import json
from typing import Any

from dash import dcc, html

from timeline.app import ids
from timeline.app.actor_dialog import actor_dialog
from timeline.app.attributes import wild
from timeline.app.comparing import comparison_pane
from timeline.app.dialogs import add_dialog, date_dialog, help_dialog
from timeline.app.header import page_header
from timeline.app.place_list import map_pane
from timeline.app.rail import filter_rail
from timeline.app.state import LANES, ORDERS, SMALL, TABS
from timeline.app.story_dialog import story_dialog
from timeline.app.words import ENGLISH, say

# What page.js says itself.
SPOKEN = ("step", "copied", "export_making", "lane_only", "lane_every", "lane_apart", "lane_fold")


def page_layout(csp_nonce: str | None = None) -> html.Div:
    """The whole page, empty; made anew for every visit so that it carries no reader's state."""
    del csp_nonce
    return html.Div(
        [
            html.A(say("skip"), href=f"#{ids.CHART_PANE}", className="skip"),
            *_stores(),
            page_header(),
            html.Div(
                [filter_rail(), _middle(), _evidence()],
                className="frame",
            ),
            add_dialog(),
            date_dialog(),
            help_dialog(),
            actor_dialog(),
            story_dialog(),
            html.Div(id=ids.TOAST, className="toast", role="status"),
            html.Div(id=ids.NOTICE, className="sr-only", role="status", **wild(aria_live="polite")),
        ],
        className="page",
    )


def _stores() -> list[Any]:
    return [
        dcc.Location(id=ids.URL, refresh=False),
        dcc.Store(id=ids.VIEW),
        dcc.Store(id=ids.CHOSEN),
        dcc.Store(id=ids.REVISION),
        dcc.Store(id=ids.SCREEN),
        dcc.Store(id=ids.PICKED),
        dcc.Store(id=ids.WINDOW),
        dcc.Store(id=ids.ORDER),
        dcc.Store(id=ids.RING),
        dcc.Store(id=ids.FIGURES),
        dcc.Store(id=ids.DRAWN),
        dcc.Store(id=ids.COUNTS),
        dcc.Store(id=ids.GRID),
        dcc.Store(id=ids.DATING),
        dcc.Store(id=ids.SMALL_LANES, data=SMALL[0]),
        dcc.Store(id=ids.JOB),
        dcc.Interval(id=ids.JOB_TICK, interval=300, disabled=True),
    ]


def _middle() -> html.Main:
    return html.Main(
        [
            _toolbar(),
            comparison_pane(),
            dcc.Store(id=ids.COMPARE_ASKED),
            html.Div(id=ids.EMPTY, className="empty", hidden=True),
            html.Div(
                [
                    html.Div(
                        _graph(ids.TIMELINE),
                        id="timeline-box",
                        className="chart-box",
                        tabIndex=0,
                        role="group",
                        **wild(aria_label=say("timeline_label")),
                    ),
                    html.Div(
                        _graph(ids.TOLLS),
                        id=ids.TOLLS_BOX,
                        className="chart-box tolls-box",
                        role="group",
                        hidden=True,
                        **wild(aria_label=say("tolls_label")),
                    ),
                    html.Div(id=ids.UNDATED, className="undated"),
                    html.Div(
                        [
                            _graph(ids.OVERVIEW),
                            html.Button(
                                say("whole_span"),
                                id=ids.WHOLE_SPAN,
                                className="quiet small whole",
                                type="button",
                                hidden=True,
                            ),
                        ],
                        id="overview-box",
                        className="overview-box",
                        role="group",
                        **wild(aria_label=say("overview_label")),
                    ),
                ],
                id=ids.CHART_PANE,
                className="pane chart-pane",
            ),
            html.Div(
                [
                    html.P(say("table_hint"), id=ids.TABLE_HINT, className="hint"),
                    html.Div(id=ids.TABLE_HOLDER, className="table-holder"),
                ],
                id=ids.TABLE_PANE,
                className="pane table-pane",
                hidden=True,
            ),
            html.Div(id=ids.REVIEW_PANE, className="pane review-pane", hidden=True),
            map_pane(),
        ],
        className="middle",
        id="main",
        **wild(data_spoken=json.dumps({k: ENGLISH[k] for k in SPOKEN})),
    )


def _graph(name: str) -> html.Div:
    """Where page.js draws a figure; plotly's own element is the one inside."""
    return html.Div(html.Div(), id=name, className="graph")


def _toolbar() -> html.Div:
    return html.Div(
        [
            choice(ids.TAB, "tab", TABS, TABS[0], "tabs"),
            html.P(
                [
                    html.Span([html.Span(className=f"mark mark-{kind}"), say(f"mark_{kind}")], className="legend-item")
                    for kind in ("day", "within", "lasted", "hollow")
                ],
                className="legend legend-marks",
                **wild(aria_label=say("marks")),
            ),
            html.P(
                [html.Span(className="ramp", **wild(aria_hidden="true")), say("density_legend")],
                className="legend legend-density",
            ),
            html.Div(
                [
                    choice(ids.LANES, "lanes", LANES, LANES[0], "select"),
                    html.Button(id="fold-lanes", className="link", type="button", hidden=True),
                    choice(ids.LANE_ORDER, "order", ORDERS, ORDERS[0], "select"),
                ],
                className="lane-choices",
            ),
        ],
        className="toolbar",
    )


def choice(name: str, words: str, values: tuple[str, ...], first: str, kind: str) -> html.Div:
    """A labelled choice of one: a row of tabs or a closed list."""
    options = [{"label": say(f"{words}.{v}"), "value": v} for v in values]
    if kind == "tabs":
        field: Any = dcc.RadioItems(id=name, options=options, value=first, inline=True, className="segments")
        return html.Div(field, role="group", **wild(aria_label=say(words)))
    field = dcc.Dropdown(id=name, options=options, value=first, clearable=False, searchable=False, className="compact")
    return html.Div(
        [html.Span(say(words), className="inline-label" if words == "lanes" else "inline-label sr-only"), field],
        className="inline-field",
    )


def _evidence() -> html.Aside:
    return html.Aside(
        [
            html.Div(
                [
                    html.H2(say("evidence"), id="evidence-title"),
                    html.Button("×", id=ids.CLOSE, className="icon", type="button", **wild(aria_label=say("close"))),
                ],
                className="aside-head",
            ),
            html.Div(id=ids.EVIDENCE_BODY, className="evidence-body", tabIndex=-1),
        ],
        id=ids.EVIDENCE,
        className="evidence",
        hidden=True,
        **wild(aria_labelledby="evidence-title"),
    )
