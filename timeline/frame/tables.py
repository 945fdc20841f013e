"""Claims as tidy pandas frames: one table per kind of fact, joined by ``claim_id`` and ``document_id``.

Dates are ``datetime64[s]`` (years 1–9999); ``ns`` ends in 1677 and is never used. Text is ``str``/``NA``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from timeline.frame.columns import TABLES, Column
from timeline.model import Claim, Document

DTYPES = {"text": "str", "integer": "Int64", "number": "float64", "boolean": "bool", "day": "datetime64[s]"}
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ClaimTables:
    """The six tidy frames; field names are the table names of ``frame.columns.TABLES``."""

    documents: pd.DataFrame
    claims: pd.DataFrame
    claim_actors: pd.DataFrame
    claim_places: pd.DataFrame
    claim_quantities: pd.DataFrame
    claim_attributions: pd.DataFrame

    def select(self, claim_ids: Iterable[str]) -> ClaimTables:
        """The tables cut down to these claims and the documents that made them."""
        wanted = pd.Index(claim_ids)
        claims = self.claims[self.claims["claim_id"].isin(wanted)]
        documents = self.documents[self.documents["document_id"].isin(claims["document_id"])]
        children = {n: (t := getattr(self, n))[t["claim_id"].isin(wanted)] for n in list(TABLES)[2:]}
        return ClaimTables(documents, claims, **children)


def frame(name: str, rows: Iterable[Row]) -> pd.DataFrame:
    """A frame of table ``name`` with every column of the schema in order and in its type."""
    listed = list(rows)
    return pd.DataFrame({c.name: _series(c, [r.get(c.name) for r in listed]) for c in TABLES[name]})


def _series(column: Column, values: list[Any]) -> pd.Series[Any]:
    if column.kind == "day":
        days = np.array([v.isoformat() if isinstance(v, date) else (v or "NaT") for v in values], dtype="datetime64[s]")
        return pd.Series(days, dtype="datetime64[s]")
    return pd.Series(values, dtype=DTYPES[column.kind])


def empty_tables() -> ClaimTables:
    """Tables with no rows and the right columns."""
    return ClaimTables(**{f.name: frame(f.name, []) for f in fields(ClaimTables)})


def to_tables(documents: Iterable[Document], claims: Iterable[Claim]) -> ClaimTables:
    """Tidy frames of documents and their claims, in the order given."""
    listed = list(claims)
    return ClaimTables(
        documents=frame("documents", map(document_row, documents)),
        claims=frame("claims", map(claim_row, listed)),
        claim_actors=frame("claim_actors", (r for c in listed for r in actor_rows(c))),
        claim_places=frame("claim_places", (r for c in listed for r in place_rows(c))),
        claim_quantities=frame("claim_quantities", (r for c in listed for r in quantity_rows(c))),
        claim_attributions=frame("claim_attributions", (r for c in listed for r in attribution_rows(c))),
    )


def document_row(document: Document) -> Row:
    """One row of ``documents``."""
    return {
        "document_id": document.id,
        "text": document.text,
        "title": document.title,
        "source": document.source,
        "publisher": document.publisher,
        "url": document.url,
        "author": document.author,
        "published": document.published.edtf if document.published else None,
        "date_basis": document.date_basis.value,
        "date_evidence": document.date_evidence,
        "language": document.language,
        "dataset": document.metadata.get("dataset"),
        "licence": document.metadata.get("licence"),
        "metadata": json.dumps(dict(document.metadata), ensure_ascii=False, default=str),
    }


def claim_row(claim: Claim) -> Row:
    """One row of ``claims``."""
    row: Row = {
        "claim_id": claim.id,
        "document_id": claim.document_id,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "sentence_text": claim.sentence_text,
        "event_type": claim.event_type.value,
        "event_text": claim.event_text,
        "event_start": claim.event_span.start,
        "event_end": claim.event_span.end,
        "hedged": claim.hedged,
        "confidence": claim.confidence,
        "status": claim.status.value,
        "note": claim.note,
    }
    if claim.date:
        row |= {
            "date_text": claim.date.text,
            "date_text_start": claim.date.span.start if claim.date.span else None,
            "date_text_end": claim.date.span.end if claim.date.span else None,
            "date_edtf": claim.date.when.edtf,
            "date_start": claim.date.when.start,
            "date_end": claim.date.when.end,
            "date_precision": claim.date.when.precision.value,
            "date_relation": claim.date.relation.value,
            "date_basis": claim.date.basis.value,
            "date_rule": claim.date.rule,
            "date_alternatives": "; ".join(a.edtf for a in claim.date.alternatives) or None,
            "date_resolution": claim.date.resolution or None,
        }
    return row


def actor_rows(claim: Claim) -> list[Row]:
    """Rows of ``claim_actors``."""
    return [
        {"claim_id": claim.id, "actor_id": a.id, "name": a.name, "role": a.role.value,
         "text": a.text, "start": a.span.start, "end": a.span.end}
        for a in claim.actors
    ]  # fmt: skip


def place_rows(claim: Claim) -> list[Row]:
    """Rows of ``claim_places``."""
    return [
        {"claim_id": claim.id, "name": p.name, "country": p.country, "lat": p.lat, "lon": p.lon,
         "place_kind": p.kind, "text": p.text, "start": p.span.start, "end": p.span.end}
        for p in claim.places
    ]  # fmt: skip


def quantity_rows(claim: Claim) -> list[Row]:
    """Rows of ``claim_quantities``."""
    return [
        {"claim_id": claim.id, "kind": q.kind.value, "low": q.low, "high": q.high, "comparator": q.comparator.value,
         "scope": q.scope.value, "text": q.text, "start": q.span.start, "end": q.span.end}
        for q in claim.quantities
    ]  # fmt: skip


def attribution_rows(claim: Claim) -> list[Row]:
    """Rows of ``claim_attributions``."""
    return [
        {"claim_id": claim.id, "actor_id": a.id, "name": a.name, "cue": a.cue,
         "text": a.text, "start": a.span.start, "end": a.span.end}
        for a in claim.attribution
    ]  # fmt: skip
