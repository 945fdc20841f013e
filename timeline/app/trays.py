"""What stands beside and instead of the chart: the undated tray, the empty states, the queue of claims to review."""

from __future__ import annotations

from typing import Any

from dash import html

from timeline.app import ids
from timeline.app.attributes import wild
from timeline.app.desk import Shown
from timeline.app.evidence import claim_date, plain_records
from timeline.app.evidence_panel import claim_link, review_button
from timeline.app.words import named, say

MOST_LISTED = 200


def undated_children(shown: Shown) -> list[Any]:
    """The claims that give no time at all, listed below the chart; nothing when there are none."""
    claims = shown.tables.claims
    undated = claims[claims["date_start"].isna() & claims["date_end"].isna()]
    if undated.empty:
        return []
    lines = [
        claim_link(r["claim_id"], "", r["event_text"] or r["sentence_text"], named("type", r["event_type"]))
        for r in plain_records(undated.head(MOST_LISTED))
    ]
    tray = html.Details(
        [
            html.Summary(say("undated", n=f"{len(undated):,}")),
            html.P(say("undated_hint"), className="hint"),
            html.Ul(lines),
        ]
    )
    return [tray]


def empty_children(shown: Shown) -> list[Any]:
    """Words for a chart with nothing in it, and the way out."""
    if shown.total == 0:
        add = html.Button(say("add"), className="primary", type="button", **wild(data_opens=ids.ADD_DIALOG))
        return [html.H2(say("nothing_stored")), html.P(say("nothing_stored_hint")), add]
    clear = html.Button(say("clear"), className="quiet", type="button", **wild(data_press=ids.CLEAR))
    return [html.H2(say("nothing_shown")), html.P(say("nothing_shown_hint")), clear]


def review_children(shown: Shown) -> list[Any]:
    """Claims nobody has looked at yet, least certain first."""
    claims = shown.tables.claims
    waiting = claims[claims["status"] == "extracted"].sort_values("confidence", kind="stable")
    if waiting.empty:
        return [html.P(say("review_done"), className="hint")]
    lines = []
    for record in plain_records(waiting.head(MOST_LISTED)):
        quick = [review_button(record, status, "queue") for status in ("reviewed", "rejected")]
        small = html.Small(f"{claim_date(record)} · {named('type', record['event_type'])}")
        words = [record["event_text"] or record["sentence_text"], small]
        link = html.Button(words, className="claim-link", type="button", **wild(data_claim=record["claim_id"]))
        lines.append(html.Li([link, html.Div(quick, className="quick")]))
    return [html.P(say("review_hint"), className="hint"), html.Ul(lines, className="review-list")]
