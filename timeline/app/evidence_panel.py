"""The evidence panel as page elements: the sentence, the facts read from it, its article, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dash import dcc, html

from timeline.app import ids
from timeline.app.actor_dialog import opens_actors
from timeline.app.attributes import wild
from timeline.app.claim_form import claim_form
from timeline.app.evidence import Evidence, Record, edtf_words
from timeline.app.header import icon
from timeline.app.passages import Piece, cut_paragraphs
from timeline.app.quantities import quantity_words
from timeline.app.story_dialog import story_buttons
from timeline.app.words import ENGLISH, named, say
from timeline.model import EventType

# What may cover a piece besides the sentence, the most telling first.
_KINDS = ("date", "quantity", "attribution", "actor")
# Status a button gives → its word and its key.
_REVIEW = {"reviewed": ("confirm", "c"), "rejected": ("reject", "x")}


def evidence_panel(
    evidence: Evidence, related: list[Any], history: list[str], *, link: str, citation: str, hidden: str = ""
) -> list[Any]:
    """Everything inside the panel for one claim."""
    claim = evidence.claim
    return [
        _steps(),
        *([html.P(hidden, className="hint")] if hidden else []),
        html.Blockquote(_sentence(evidence), className="ev-quote"),
        _tags(claim),
        html.Dl(_facts(evidence), className="facts"),
        _actions(claim, link, citation),
        story_buttons(claim["claim_id"], evidence.when, claim["event_text"] or claim["sentence_text"]),
        _edit(evidence),
        *related,
        _article(evidence),
        *(claim_form() if evidence.article else []),
        *([_part("ev_history", html.Ul([html.Li(h) for h in history]))] if history else []),
    ]


def gone_panel() -> list[Any]:
    """What stands there when a link names a claim that is not in the store."""
    return [html.P(say("ev_gone"), className="ev-quote"), html.P(say("ev_gone_hint"), className="hint")]


def claim_link(claim_id: str, when: str, words: str, more: str = "") -> html.Li:
    """A line that opens another claim."""
    small = " · ".join(p for p in (when, more) if p)
    return html.Li(
        html.Button([words, html.Small(small)], className="claim-link", type="button", **wild(data_claim=claim_id))
    )


def _steps() -> html.Div:
    return html.Div(
        [
            html.Button("← " + say("ev_prev"), className="link", type="button", **wild(data_step="-1")),
            html.Button(say("ev_next") + " →", className="link", type="button", **wild(data_step="1")),
        ],
        className="ev-nav",
    )


def _sentence(evidence: Evidence) -> list[Any]:
    pieces = [p for paragraph in evidence.article for p in paragraph if "sentence" in p.kinds]
    return _run(pieces, inside=True) or [evidence.claim["sentence_text"] or evidence.claim["event_text"]]


def _run(pieces: Sequence[Piece], *, inside: bool) -> list[Any]:
    """Pieces as elements; neighbours that look the same are one."""
    parts = []
    for (kind, said), group in groupby(pieces, key=_looks):
        text = "".join(p.text for p in group)
        words: Any = html.Mark(text, className=f"m-{kind}", title=say(f"key_{kind}")) if kind else text
        parts.append(html.Span(words, className="m-sentence") if said and not inside else words)
    return parts


def _looks(piece: Piece) -> tuple[str, bool]:
    return next((k for k in _KINDS if k in piece.kinds), ""), "sentence" in piece.kinds


def _tags(claim: Record) -> html.Div:
    tags: list[Any] = [html.Span(named("type", claim["event_type"]), className="tag")]
    if claim["status"] != "extracted":
        tags.append(html.Span(named("status", claim["status"]), className=f"tag status-{claim['status']}"))
    if claim["hedged"]:
        tags.append(html.Span(say("ev_hedged"), className="tag"))
    return html.Div(tags, className="ev-tags")


def _facts(evidence: Evidence) -> list[Any]:
    claim = evidence.claim
    how = claim["date_resolution"] or (named("basis", claim["date_basis"]) if claim["date_basis"] else "")
    rows = [_fact("ev_when", html.Strong(evidence.when)), _fact("ev_how", how)]
    if evidence.alternatives:
        rows.append(_fact("ev_alternatives", "; ".join(evidence.alternatives)))
    rows += [_fact("ev_what", claim["event_text"])]
    rows += [
        _fact(
            "ev_who", _lines([(a["name"], named("role", a["role"])) for a in evidence.actors if a["role"] != "source"])
        )
    ]
    rows += [_fact("ev_numbers", _lines([(quantity_words(q), q["text"]) for q in evidence.quantities]))]
    rows += [_fact("ev_where", "; ".join(dict.fromkeys(p["name"] for p in evidence.places)))]
    said = _lines([(a["name"], f"“{a['text']}”" if a["text"] else "") for a in evidence.attributions])
    rows += [_fact("ev_source", said or say("ev_own_voice"))]
    if claim["note"]:
        rows.append(_fact("edit_note", claim["note"]))
    return [row for row in rows if row is not None]


def _fact(key: str, value: Any) -> html.Div | None:
    return html.Div([html.Dt(say(key)), html.Dd(value)]) if value else None


def _lines(pairs: list[tuple[str, str]]) -> list[Any]:
    seen = list(dict.fromkeys(pairs))
    return [html.Div([words, " ", html.Small(more)] if more else words) for words, more in seen]


def _actions(claim: Record, link: str, citation: str) -> html.Div:
    return html.Div(
        [
            review_button(claim, "reviewed", "panel"),
            review_button(claim, "rejected", "panel"),
            html.Button([icon("link"), say("ev_link")], className="link copy", type="button", **wild(data_copy=link)),
            html.Button(say("ev_cite"), className="link copy", type="button", **wild(data_copy=citation)),
        ],
        className="ev-actions",
    )


def review_button(claim: Record, status: str, at: str) -> html.Button:
    """Confirms or rejects a claim; ``at`` tells the panel's button from the queue's."""
    on = claim["status"] == status
    return html.Button(
        say(_REVIEW[status][0]),
        id={"review": status, "claim": claim["claim_id"], "at": at},
        type="button",
        className="quiet" + (" small" if at == "queue" else "") + (" pressed" if on else ""),
        n_clicks=0,
        **wild(aria_pressed="true" if on else "false", data_key=_REVIEW[status][1] if at == "panel" else ""),
    )


def _edit(evidence: Evidence) -> html.Details:
    claim = evidence.claim
    types = [{"label": named("type", t.value), "value": t.value} for t in EventType]
    number = evidence.quantities[0] if evidence.quantities else None
    fields = [
        _input(ids.EDIT_DATE, "edit_date", claim["date_edtf"], "edit_date_hint"),
        html.Div(
            [
                html.H3(say("edit_type"), id="edit-type-name"),
                dcc.Dropdown(
                    id=ids.EDIT_TYPE, options=types, value=claim["event_type"], clearable=False, searchable=False
                ),
            ],
            className="field",
            role="group",
            **wild(aria_labelledby="edit-type-name"),
        ),
        _input(ids.EDIT_ACTORS, "edit_actors", "; ".join(a["name"] for a in evidence.actors if a["role"] != "source")),
        html.P(opens_actors("same_open"), className="field"),
        _input(ids.EDIT_SOURCE, "edit_source", "; ".join(a["name"] for a in evidence.attributions)),
        _input(ids.EDIT_PLACES, "edit_places", "; ".join(dict.fromkeys(p["name"] for p in evidence.places))),
        html.Div(
            [
                _input(ids.EDIT_LOW, "edit_low", _digits(number, "low")),
                _input(ids.EDIT_HIGH, "edit_high", _digits(number, "high")),
            ],
            className="beside",
            hidden=number is None,
        ),
        _input(ids.EDIT_NOTE, "edit_note", claim["note"]),
        html.P(id=ids.EDIT_ERROR, className="error", role="alert"),
        html.Button(say("save"), id=ids.EDIT_SAVE, className="primary", type="button", n_clicks=0),
    ]
    return html.Details([html.Summary(say("edit")), *fields], className="edit")


def _digits(number: Record | None, end: str) -> str:
    return "" if number is None or number[end] is None else str(number[end])


def _input(name: str, key: str, value: str, hint: str | None = None) -> html.Div:
    field = dcc.Input(id=name, type="text", value=value, className="text", autoComplete="off",
                      placeholder=say(hint) if hint else "")  # fmt: skip
    return html.Div([html.Label(say(key), htmlFor=name), field], className="field")


def _article(evidence: Evidence) -> html.Section:
    document = evidence.document
    basis = say(f"dated.{document['date_basis']}") if f"dated.{document['date_basis']}" in ENGLISH else ""
    dated = (
        say("ev_dated", date=edtf_words(document["published"]), basis=basis)
        if document["published"]
        else say("ev_undated_article")
    )
    head: list[Any] = [html.Strong(document["title"] or claim_title(evidence.claim))]
    head += [html.Span(document[k]) for k in ("author", "publisher") if document.get(k)]
    head.append(html.Span(dated, title=document.get("date_evidence") or None))
    head.append(html.Button(say("ev_set_date"), className="link", type="button", **wild(data_opens=ids.DATE_DIALOG)))
    if document["date_basis"] == "inferred" and document.get("date_evidence"):
        head.append(html.Span(document["date_evidence"]))
    if not evidence.article:
        body: Any = html.P(say("ev_no_text"), className="hint")
    else:
        starts = [start for start, _ in cut_paragraphs(document["text"], evidence.claim["sentence_start"])]
        paragraphs = [
            html.P(_run(paragraph, inside=False), **wild(data_start=str(start)))
            for start, paragraph in zip(starts, evidence.article, strict=True)
        ]
        body = html.Div(
            paragraphs, className="article", tabIndex=0, role="region", lang=document["language"] or None, dir="auto",
            **wild(aria_label=say("ev_article")),
        )  # fmt: skip
    present = {k for paragraph in evidence.article for p in paragraph for k in p.kinds}
    key = html.P(
        [html.Span(say(f"key_{k}"), className=f"m-{k}") for k in _KINDS if k in present],
        className="article-key",
        **wild(aria_hidden="true"),
    )
    return _part("ev_article", html.Div(head, className="ev-article-head"), *([key] if evidence.article else []), body)


def claim_title(claim: Record) -> str:
    """A name for a record without a titled article: its document's id."""
    return str(claim["document_id"])


def _part(key: str, *body: Any) -> html.Section:
    return html.Section([html.H3(say(key)), *body], className="ev-part")
