"""Articles side by side: of two or more that are chosen, what they tell alike and what differently."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, html, no_update

from timeline.analysis.relate import relate
from timeline.app import ids
from timeline.app.attributes import wild
from timeline.app.desk import Desk
from timeline.app.evidence import claim_date, edtf_words, plain_records
from timeline.app.evidence_panel import claim_link
from timeline.app.state import read_state
from timeline.app.words import say
from timeline.frame.tables import ClaimTables

MOST_CLAIMS = 200  # claims held against each other while the reader waits; beyond, words ask for a filter


@dataclass(frozen=True, slots=True)
class Compared:
    """One article beside the others: its claims, those that another tells too, those that another tells differently."""

    document_id: str
    claims: int
    alike: int
    differently: int


def comparison_pane() -> html.Details:
    """Folded to one line until the reader opens it; hidden while fewer than two articles are chosen."""
    return html.Details(id=ids.COMPARISON, className="comparison", hidden=True)


def register_comparing(app: Dash, desk: Desk) -> None:
    """Wire the callbacks of this module."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("comparing", "ask"),
        Output(ids.COMPARE_ASKED, "data"),
        Output(ids.COMPARISON, "hidden"),
        Input(ids.VIEW, "data"),
        Input(ids.REVISION, "data"),
        prevent_initial_call=True,
    )
    app.callback(
        Output(ids.COMPARISON, "children"),
        Output(ids.COMPARISON, "hidden", allow_duplicate=True),
        Input(ids.COMPARE_ASKED, "data"),
        State(ids.VIEW, "data"),
        prevent_initial_call=True,
    )(partial(update_comparison, desk=desk))


def update_comparison(asked: Any, view: str | None, *, desk: Desk) -> tuple[Any, Any]:
    """The comparison of what the filter leaves of the chosen articles."""
    if not asked:
        return no_update, no_update
    state = read_state(view)
    tables = desk.shown(state.filter).tables
    if len(tables.documents) < 2:
        return [], True
    if len(tables.claims) > MOST_CLAIMS:
        return [html.Summary(say("compare_many", n=f"{MOST_CLAIMS:,}"))], False
    compared, differing = compare(tables)
    lanes = html.Button(say("compare_lanes"), className="quiet small", type="button", **wild(data_lanes="document"))
    alike, differ = (sum(getattr(c, name) for c in compared) for name in ("alike", "differently"))
    body: list[Any] = [
        html.Summary(say("compare_summary", n=len(compared), alike=_claims(alike), differ=_claims(differ))),
        html.Ul([html.Li(_line(c, tables)) for c in compared], className="compared"),
    ]
    if differing:
        body += [html.H2(say("compare_differ")), html.Ul(differing, className="differing")]
    return [*body, *([lanes] if state.lanes != "document" else [])], False


def compare(tables: ClaimTables) -> tuple[list[Compared], list[Any]]:
    """Each article's counts, in the order of the tables, and a line for each claim that another tells differently."""
    document_of = dict(zip(tables.claims["claim_id"], tables.claims["document_id"], strict=True))
    records = {r["claim_id"]: r for r in plain_records(tables.claims)}
    alike: set[str] = set()
    differently: set[str] = set()
    lines = []
    for claim_id, document in document_of.items():
        for other in relate(tables, claim_id):
            if document_of[other.claim_id] == document:
                continue
            if other.kind == "corroborates":
                alike.add(claim_id)
            elif other.kind == "conflicts" and claim_id not in differently:
                differently.add(claim_id)
                record = records[claim_id]
                words = record["event_text"] or record["sentence_text"]
                lines.append(claim_link(claim_id, claim_date(record), words, other.why))
    found = []
    for document in tables.documents["document_id"]:
        own = {c for c, d in document_of.items() if d == document}
        found.append(Compared(str(document), len(own), len(own & alike), len(own & differently)))
    return found, lines


def _line(compared: Compared, tables: ClaimTables) -> list[Any]:
    (row,) = plain_records(tables.documents[tables.documents["document_id"] == compared.document_id])
    dated = f" ({edtf_words(row['published'])})" if row["published"] else ""
    words = say(
        "compare_line",
        claims=_claims(compared.claims),
        alike=f"{compared.alike:,}",
        differ=f"{compared.differently:,}",
    )
    return [html.Strong((row["title"] or compared.document_id) + dated, dir="auto"), " ", words]


def _claims(n: int) -> str:
    return say("claim" if n == 1 else "claims", n=f"{n:,}")
