"""The story's elements: the button that takes a claim into it, and the dialog that orders, captions and exports it."""

from __future__ import annotations

import json

from dash import dcc, html

from timeline.app import ids
from timeline.app.attributes import wild
from timeline.app.dialogs import dialog
from timeline.app.words import ENGLISH, say

# What story.js says itself.
SPOKEN = ("story_add", "story_in", "story_none", "story_caption", "story_up", "story_down", "story_drop")


def story_buttons(claim_id: str, when: str, what: str) -> html.Div:
    """Takes the claim into the story or out of it; opens the story."""
    star = html.Button(
        say("story_add"),
        className="quiet star",
        type="button",
        **wild(data_star=claim_id, data_when=when, data_what=what, aria_pressed="false"),
    )
    opens = html.Button(say("story_open"), className="link", type="button", **wild(data_opens=ids.STORY_DIALOG))
    return html.Div([star, opens], className="ev-actions")


def story_dialog() -> html.Dialog:
    """The dialog with an empty list; story.js fills it from what the browser keeps."""
    title = dcc.Input(id=ids.STORY_TITLE, type="text", className="text", autoComplete="off", persistence=True)
    foot = [
        html.Button(say("story_json"), id=ids.STORY_JSON, className="quiet", type="button", n_clicks=0),
        html.Button(say("story_html"), id=ids.STORY_HTML, className="primary", type="button", n_clicks=0),
    ]
    return dialog(
        ids.STORY_DIALOG,
        say("story"),
        [
            dcc.Store(id=ids.STORY, storage_type="local"),
            dcc.Download(id=ids.STORY_FILE),
            html.Div([html.Label(say("story_title"), htmlFor=ids.STORY_TITLE), title], className="field"),
            html.P(say("story_hint"), className="hint"),
            html.Div(id=ids.STORY_LIST, **wild(data_words=json.dumps({k: ENGLISH[k] for k in SPOKEN}))),
            html.P(id=ids.STORY_ERROR, className="error", role="alert"),
            html.Div(foot, className="dialog-foot end"),
        ],
    )
