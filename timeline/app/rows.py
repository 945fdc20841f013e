"""Claims as lines: rows of the table twin, the order of the arrow keys, words for a list."""

from __future__ import annotations

from typing import Any

import pandas as pd

from timeline.app.evidence import claim_date, plain_records
from timeline.app.quantities import quantity_words
from timeline.app.words import named
from timeline.frame.tables import ClaimTables

MOST_STEPS = 1500  # claims that the arrow keys walk; where more are shown the marks are densities, not claims
MOST_ROWS = 5000  # rows that a table in the browser holds with ease


def in_time_order(claims: pd.DataFrame) -> pd.DataFrame:
    """Rows by first day, then last day, then place in the text; undated last."""
    first = claims["date_start"].fillna(claims["date_end"])
    keyed = claims.assign(_first=first)
    return keyed.sort_values(["_first", "date_end", "sentence_start"], kind="stable", na_position="last").drop(
        columns="_first"
    )


def step_order(tables: ClaimTables) -> list[list[str]]:
    """Claim id, date and words of the dated claims, in time order."""
    if len(tables.claims) > MOST_STEPS:
        return []
    dated = tables.claims[tables.claims["date_start"].notna() | tables.claims["date_end"].notna()]
    rows = plain_records(in_time_order(dated))
    return [[r["claim_id"], claim_date(r), r["event_text"] or r["sentence_text"]] for r in rows]


def table_rows(tables: ClaimTables) -> list[dict[str, Any]]:
    """One row per claim in time order, every cell in words; the first ``MOST_ROWS``."""
    if len(tables.claims) > MOST_ROWS:
        tables = tables.select(in_time_order(tables.claims).head(MOST_ROWS)["claim_id"])
    actors = _joined(tables.claim_actors[tables.claim_actors["role"] != "source"], "name")
    sources = _joined(tables.claim_attributions, "name")
    places = _joined(tables.claim_places, "name")
    numbers: dict[str, list[str]] = {}
    for record in plain_records(tables.claim_quantities):
        numbers.setdefault(record["claim_id"], []).append(quantity_words(record))
    titles = tables.documents["title"].fillna(tables.documents["document_id"])
    documents = dict(zip(tables.documents["document_id"], titles, strict=True))
    return [
        {
            "id": r["claim_id"],
            "date": claim_date(r),
            "from": _iso(r["date_start"]),
            "to": _iso(r["date_end"]),
            "precision": named("precision", r["date_precision"]) if r["date_precision"] else "",
            "basis": named("basis", r["date_basis"]) if r["date_basis"] else "",
            "type": named("type", r["event_type"]),
            "text": r["event_text"] or r["sentence_text"],
            "actors": actors.get(r["claim_id"], ""),
            "numbers": "; ".join(numbers.get(r["claim_id"], [])),
            "source": sources.get(r["claim_id"], ""),
            "places": places.get(r["claim_id"], ""),
            "document": documents.get(r["document_id"], ""),
            "status": named("status", r["status"]),
        }
        for r in plain_records(in_time_order(tables.claims))
    ]


def _joined(rows: pd.DataFrame, column: str) -> dict[str, str]:
    unique = rows.drop_duplicates(["claim_id", column])
    joined: dict[str, list[str]] = {}
    for claim, words in zip(unique["claim_id"], unique[column], strict=True):
        joined.setdefault(claim, []).append(words)
    return {claim: "; ".join(words) for claim, words in joined.items()}


def _iso(value: Any) -> str:
    return "" if value is None else pd.Timestamp(value).date().isoformat()
