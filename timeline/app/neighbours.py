"""Claims that tell of the same: what also reports it, what reports it differently."""

from __future__ import annotations

from typing import Any

from dash import html

from timeline.analysis.relate import relate
from timeline.app.evidence import claim_date, plain_records
from timeline.app.evidence_panel import claim_link
from timeline.app.toll_lines import toll_parts
from timeline.app.words import say
from timeline.frame.tables import ClaimTables

_PARTS = (("conflicts", "ev_conflicts"), ("corroborates", "ev_corroborates"), ("revises", "ev_revises"))


def neighbour_parts(tables: ClaimTables, claim_id: str) -> list[Any]:
    """Sections with a link to each neighbour and, in words, how it stands to the claim; nothing when there is none."""
    related = relate(tables, claim_id)
    rows = tables.claims[tables.claims["claim_id"].isin([r.claim_id for r in related])]
    records = {r["claim_id"]: r for r in plain_records(rows)}
    parts = []
    for kind, key in _PARTS:
        links = [
            claim_link(r.claim_id, claim_date(record), record["event_text"] or record["sentence_text"], r.why)
            for r in related
            if r.kind == kind and (record := records.get(r.claim_id))
        ]
        if links:
            parts.append(html.Section([html.H3(say(key)), html.Ul(links)], className="ev-part"))
    return parts + toll_parts(tables, claim_id, [r.claim_id for r in related])
