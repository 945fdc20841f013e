"""The evidence of one claim brought together: its facts, its neighbours, its changes, its link and citation."""

from __future__ import annotations

from typing import Any

from timeline.app.desk import Desk
from timeline.app.evidence import Evidence, find_evidence
from timeline.app.evidence_panel import evidence_panel, gone_panel
from timeline.app.neighbours import neighbour_parts
from timeline.app.state import PageState
from timeline.app.words import say


def evidence_children(desk: Desk, claim_id: str, state: PageState) -> list[Any]:
    """The panel's contents for a claim, or a word that it is not here."""
    tables = desk.tables()
    evidence = find_evidence(tables, claim_id)
    if evidence is None:
        return gone_panel()
    link = PageState(filter=state.filter, lanes=state.lanes, order=state.order, claim=claim_id).search
    hidden = claim_id not in set(desk.shown(state.filter).ids)
    return evidence_panel(
        evidence,
        neighbour_parts(tables, claim_id),
        desk.history(claim_id),
        link=link,
        citation=citation(evidence, desk),
        hidden=say("ev_hidden") if hidden else "",
    )


def citation(evidence: Evidence, desk: Desk) -> str:
    """A line to quote the sentence by: author, title, publisher, date, the words themselves, the claim's id."""
    document = evidence.document
    title = f"“{document.get('title') or evidence.claim['document_id']}”"
    parts = [document.get("author"), title, document.get("publisher"), document.get("published"), document.get("url")]
    where = ", ".join(p for p in parts if p)
    made = say("made", date=desk.today.isoformat())
    return f"{where}: “{evidence.claim['sentence_text']}” ({evidence.when}; {evidence.claim['claim_id']}). {made}."
