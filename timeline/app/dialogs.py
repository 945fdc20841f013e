"""The dialogs: add an article, set a document's date, keys and marks. They open and close in the browser alone."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from timeline.app import ids
from timeline.app.address import address_field
from timeline.app.attributes import wild
from timeline.app.words import say


def dialog(name: str, title: str, body: list[Any]) -> html.Dialog:
    """A dialog with its title and a button that closes it."""
    return html.Dialog(
        [
            html.Div(
                [
                    html.H2(title, id=f"{name}-title"),
                    html.Button(
                        "×", className="icon", type="button", **wild(aria_label=say("close"), data_closes=name)
                    ),
                ],
                className="aside-head",
            ),
            *body,
        ],
        id=name,
        className="dialog",
        **wild(aria_labelledby=f"{name}-title"),
    )


def _labelled(key: str, control: Any, name: str, why: str | None = None) -> html.Div:
    parts = [html.Label(say(key), htmlFor=name), control]
    if why:
        parts.append(html.P(say(why), className="hint"))
    return html.Div(parts, className="field")


def add_dialog() -> html.Dialog:
    """Paste a text, give an address or drop files; an optional date."""
    return dialog(
        ids.ADD_DIALOG,
        say("add_title"),
        [
            _labelled(
                "add_text",
                dcc.Textarea(id=ids.ADD_TEXT, className="paste", placeholder=say("add_text_hint"), rows=9),
                ids.ADD_TEXT,
            ),
            address_field(),
            html.Div(
                [
                    _labelled("add_name", _input(ids.ADD_TITLE, "add_name_hint"), ids.ADD_TITLE),
                    _labelled("add_date", _input(ids.ADD_DATE, "add_date_hint"), ids.ADD_DATE),
                ],
                className="beside",
            ),
            html.P(say("add_date_why"), className="hint"),
            html.P(id=ids.ADD_ERROR, className="error", role="alert"),
            html.Div(id=ids.ADD_PROGRESS, className="progress", role="status"),
            html.Div(
                [
                    dcc.Upload(
                        html.Button([html.Span(say("add_drop")), html.Small(say("add_drop_kinds"))], type="button",
                                    className="drop-face"),
                        id=ids.ADD_DROP, multiple=True, className="drop", className_active="drop over",
                    ),
                    html.Button(say("add_save"), id=ids.ADD_SAVE, className="primary", type="button"),
                ],
                className="dialog-foot",
            ),
        ],
    )  # fmt: skip


def date_dialog() -> html.Dialog:
    """Say when an article was published."""
    return dialog(
        ids.DATE_DIALOG,
        say("date_title"),
        [
            html.Div(
                [
                    html.H3(say("date_article"), id="date-article-name"),
                    dcc.Dropdown(id=ids.DATE_DOCUMENT, options=[], clearable=False),
                ],
                className="field",
                role="group",
                **wild(aria_labelledby="date-article-name"),
            ),
            html.P(id=ids.DATE_NOW, className="hint"),
            _labelled("date_value", _input(ids.DATE_VALUE, "add_date_hint"), ids.DATE_VALUE, "date_why"),
            html.P(id=ids.DATE_ERROR, className="error", role="alert"),
            html.Div(
                html.Button(say("date_save"), id=ids.DATE_SAVE, className="primary", type="button"),
                className="dialog-foot end",
            ),
        ],
    )


def help_dialog() -> html.Dialog:
    """What the marks mean and which keys do what."""
    keys = (("← →", "arrows"), ("Enter", "enter"), ("Esc", "escape"), ("/", "slash"),
            ("Ctrl Z, Ctrl Y", "undo"), ("C, X, E", "review"))  # fmt: skip
    marks = [
        html.Li([html.Span(className=f"mark mark-{m}"), say(f"mark_{m}")])
        for m in ("day", "within", "lasted", "hollow")
    ]
    rows = [html.Div([html.Dt(html.Kbd(k)), html.Dd(say(f"key.{w}"))]) for k, w in keys]
    body = [html.Ul(marks, className="marks"), html.P(say("help_marks")), html.Dl(rows, className="keys")]
    return dialog(ids.HELP_DIALOG, say("help"), body)


def _input(name: str, hint: str) -> dcc.Input:
    return dcc.Input(id=name, type="text", placeholder=say(hint), className="text", autoComplete="off", debounce=False)
