"""The slim header: what is shown, how much of it, and what can be done with it."""

from __future__ import annotations

from dash import html

from timeline.app import ids
from timeline.app.attributes import wild
from timeline.app.words import say


def page_header() -> html.Header:
    """Title, filter in words, count; undo, redo, add, export, theme."""
    return html.Header(
        [
            html.Button(
                [icon("filter"), html.Span(say("filters"))],
                className="quiet only-narrow",
                type="button",
                id="open-rail",
                **wild(aria_controls=ids.RAIL, aria_expanded="false", data_sheet=ids.RAIL),
            ),
            html.Div(
                [
                    html.H1(say("app"), id=ids.TITLE),
                    html.P(
                        [
                            html.Span(id=ids.COUNT, className="count"),
                            html.Span(id=ids.WORDS, className="filter-words"),
                            html.Button(say("clear"), id=ids.CLEAR, className="link", type="button", hidden=True),
                            html.Span(id=ids.DATED, className="article-date"),
                        ],
                        className="shown",
                    ),
                ],
                className="heading",
            ),
            html.Div(
                [
                    html.Button(icon("undo"), id=ids.UNDO, className="icon", type="button", title=say("undo"),
                                **wild(aria_label=say("undo"))),
                    html.Button(icon("redo"), id=ids.REDO, className="icon", type="button", title=say("redo"),
                                **wild(aria_label=say("redo"))),
                    html.Button(icon("help"), className="icon wide-only", type="button", title=say("help"),
                                **wild(aria_label=say("help"), data_opens=ids.HELP_DIALOG)),
                    html.Button(icon("theme"), id=ids.THEME, className="icon", type="button", title=say("theme"),
                                **wild(aria_label=say("theme"))),
                    html.Details(
                        [
                            html.Summary([icon("export"), html.Span(say("export"))], className="button"),
                            html.Div(id=ids.EXPORT_LINKS, className="menu"),
                        ],
                        id=ids.EXPORTS,
                        className="menu-holder",
                    ),
                    html.Button([icon("add"), html.Span(say("add"))], className="primary", type="button",
                                id="open-add", **wild(data_opens=ids.ADD_DIALOG)),
                ],
                className="actions",
            ),
        ],
        className="header",
    )  # fmt: skip


def icon(name: str) -> html.Span:
    """A drawn sign from ``assets/icons``, in the colour of the text beside it; never the only name of a control."""
    return html.Span(className=f"icon-{name} glyph", **wild(aria_hidden="true"))
