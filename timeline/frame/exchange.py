"""Claims as exchange records (one JSON object per claim, see docs/schema.md) and back, nothing lost.

Beyond the fields of the contract a record carries ``event`` (the mark's own words), ``confidence`` and the offsets of
every child, so that tables → records → tables gives the same tables. Unknown keys are ignored when reading.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from timeline.datespan import DateSpan
from timeline.errors import DateSpanError, SchemaError
from timeline.frame.tables import ClaimTables, Row, frame

_DOCUMENT = {  # key in the record → column of documents
    "id": "document_id", "source": "source", "title": "title", "publisher": "publisher", "url": "url",
    "author": "author", "date": "published", "date_basis": "date_basis", "language": "language",
    "date_evidence": "date_evidence",
    "dataset": "dataset", "licence": "licence",
}  # fmt: skip
_DATE = {
    "text": "date_text", "start_offset": "date_text_start", "end_offset": "date_text_end", "edtf": "date_edtf",
    "start": "date_start", "end": "date_end", "precision": "date_precision", "relation": "date_relation",
    "basis": "date_basis", "rule": "date_rule", "resolution": "date_resolution",
}  # fmt: skip
_CHILDREN: dict[str, tuple[str, dict[str, str]]] = {
    "actors": ("claim_actors", {"id": "actor_id", "name": "name", "role": "role", "text": "text", "start": "start",
                                "end": "end"}),
    "places": ("claim_places", {"name": "name", "country": "country", "lat": "lat", "lon": "lon", "kind": "place_kind",
                                "text": "text", "start": "start", "end": "end"}),
    "quantities": ("claim_quantities", {"kind": "kind", "low": "low", "high": "high", "comparator": "comparator",
                                        "scope": "scope", "text": "text", "start": "start", "end": "end"}),
    "attribution": ("claim_attributions", {"id": "actor_id", "name": "name", "text": "text", "cue": "cue",
                                           "start": "start", "end": "end"}),
}  # fmt: skip
_REQUIRED = ("id", "document", "sentence", "event_type")


def to_records(tables: ClaimTables, *, with_text: bool = False) -> Iterator[dict[str, Any]]:
    """One record per claim, in the claims' order; ``with_text`` puts a document's text into its first record."""
    documents = {row["document_id"]: row for row in _rows(tables.documents)}
    children = {key: _grouped(getattr(tables, table), fields) for key, (table, fields) in _CHILDREN.items()}
    told: set[str] = set()
    for row in _rows(tables.claims):
        document = documents.get(row["document_id"], {"document_id": row["document_id"]})
        about = {key: document.get(column) for key, column in _DOCUMENT.items()}
        if extra := _metadata(document.get("metadata")):
            about["metadata"] = extra
        if with_text and row["document_id"] not in told:
            told.add(row["document_id"])
            about["text"] = document.get("text")
        yield {
            "id": row["claim_id"],
            "document": about,
            "sentence": {"text": row["sentence_text"], "start": row["sentence_start"], "end": row["sentence_end"]},
            "date": _date(row),
            "event_type": row["event_type"],
            "event": {"text": row["event_text"], "start": row["event_start"], "end": row["event_end"]},
            **{key: found.get(row["claim_id"], []) for key, found in children.items()},
            "hedged": row["hedged"],
            "confidence": row["confidence"],
            "status": row["status"],
            "note": row["note"],
        }


def from_records(records: Iterable[Mapping[str, Any]], source: str) -> ClaimTables:
    """The tables of exchange records; of a document told several times the first telling of each field counts.

    Raises:
        SchemaError: fields missing or of the wrong kind; all faults are told at once, each with its record's number.

    """
    faults: list[str] = []
    documents: dict[str, Row] = {}
    claims: list[Row] = []
    children: dict[str, list[Row]] = {key: [] for key in _CHILDREN}
    for number, record in enumerate(records, start=1):
        if fault := _fault(record):
            faults.append(f"record {number}: {fault}")
            continue
        about = record["document"]
        known = documents.setdefault(str(about["id"]), {})
        for name, value in _document_row(about).items():
            if known.get(name) is None:
                known[name] = value
        claims.append(_claim_row(record))
        for key, (_, fields) in _CHILDREN.items():
            children[key].extend(_child_row(record["id"], child, fields) for child in record.get(key) or [])
    if faults:
        raise SchemaError(source, faults)
    tables = {table: frame(table, children[key]) for key, (table, _) in _CHILDREN.items()}
    for row in documents.values():
        row["text"] = row.get("text") or ""
    return ClaimTables(documents=frame("documents", documents.values()), claims=frame("claims", claims), **tables)


def _rows(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Rows with plain values: missing cells are ``None``, days ISO text."""
    columns = []
    for name in table.columns:
        values = table[name]
        if pd.api.types.is_datetime64_any_dtype(values.dtype):
            columns.append([None if pd.isna(v) else f"{v.year:04d}-{v.month:02d}-{v.day:02d}" for v in values])
        else:
            plain = values.astype(object)
            columns.append(plain.where(values.notna(), None).tolist())
    names = [str(n) for n in table.columns]
    for cells in zip(*columns, strict=True):
        yield dict(zip(names, cells, strict=True))


def _grouped(table: pd.DataFrame, fields: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    made: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(table):
        made.setdefault(row["claim_id"], []).append({key: row[column] for key, column in fields.items()})
    return made


def _date(row: Row) -> dict[str, Any] | None:
    if row["date_edtf"] is None:
        return None
    alternatives = [a for a in (row["date_alternatives"] or "").split("; ") if a]
    return {key: row[column] for key, column in _DATE.items()} | {"alternatives": alternatives}


def _metadata(text: str | None) -> dict[str, Any]:
    loaded = json.loads(text) if text else {}
    return loaded if isinstance(loaded, dict) else {}


def _fault(record: Mapping[str, Any]) -> str | None:
    if missing := [key for key in _REQUIRED if record.get(key) is None]:
        return f"{missing[0]} is missing"
    if not isinstance(record["id"], str):
        return "id is no text"
    if not isinstance(record["document"], dict) or not record["document"].get("id"):
        return "document has no id"
    if not isinstance(record["sentence"], dict):
        return "sentence is no object"
    for key in _CHILDREN:
        listed = record.get(key) or []
        if not isinstance(listed, list) or not all(isinstance(child, dict) for child in listed):
            return f"{key} is no list of objects"
    when = record.get("date")
    if when is not None:
        try:
            DateSpan.parse(str(when["edtf"]), when.get("precision"))
        except (DateSpanError, ValueError, KeyError, TypeError, AttributeError) as error:
            return f"date: {error}"
    return None


def _document_row(about: Mapping[str, Any]) -> Row:
    row: Row = {column: about.get(key) for key, column in _DOCUMENT.items()}
    return row | {"text": about.get("text"), "metadata": json.dumps(about.get("metadata") or {}, ensure_ascii=False)}


def _claim_row(record: Mapping[str, Any]) -> Row:
    sentence, event = record["sentence"], record.get("event") or {}
    row: Row = {
        "claim_id": record["id"], "document_id": str(record["document"]["id"]), "event_type": record["event_type"],
        "sentence_text": sentence.get("text"), "sentence_start": sentence.get("start"),
        "sentence_end": sentence.get("end"),
        "event_text": event.get("text"), "event_start": event.get("start"), "event_end": event.get("end"),
        "hedged": bool(record.get("hedged")), "confidence": float(record.get("confidence", 1.0)),
        "status": record.get("status") or "extracted", "note": record.get("note"),
    }  # fmt: skip
    when = record.get("date")
    if when:
        span = DateSpan.parse(str(when["edtf"]), when.get("precision"))
        row |= {column: when.get(key) for key, column in _DATE.items()}
        # The days follow from the EDTF, whatever a hand-edited record says beside it.
        row |= {"date_start": span.start, "date_end": span.end, "date_precision": span.precision.value,
                "date_alternatives": "; ".join(when.get("alternatives") or []) or None}  # fmt: skip
    return row


def _child_row(claim_id: str, child: Mapping[str, Any], fields: Mapping[str, str]) -> Row:
    return {"claim_id": claim_id} | {column: child.get(key) for key, column in fields.items()}
