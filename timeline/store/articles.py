"""Documents and their extracted claims as rows: written by document, read as tidy frames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, func, insert, select

from timeline.frame.columns import TABLES
from timeline.frame.tables import (
    ClaimTables,
    Row,
    actor_rows,
    attribution_rows,
    claim_row,
    document_row,
    frame,
    place_rows,
    quantity_rows,
)
from timeline.model import Claim, Document
from timeline.store.schema import CLAIM_TABLES

Rows = Mapping[str, Sequence[Row]]
_AT_ONCE = 500  # ids in one condition; SQLite takes 32,766 values


def rows_of(document: Document, claims: Iterable[Claim]) -> Rows:
    """The rows of one document by table; of claims with one id the first counts."""
    listed = list({c.id: c for c in reversed(list(claims))}.values())[::-1]
    return {
        "documents": [document_row(document)],
        "claims": [claim_row(c) for c in listed],
        "claim_actors": [r for c in listed for r in actor_rows(c)],
        "claim_places": [r for c in listed for r in place_rows(c)],
        "claim_quantities": [r for c in listed for r in quantity_rows(c)],
        "claim_attributions": [r for c in listed for r in attribution_rows(c)],
    }


def rows_of_tables(tables: ClaimTables) -> Rows:
    """The same of tidy tables; claims that no document of theirs goes with are left out."""
    documents = tables.documents.drop_duplicates("document_id", keep="last")
    claims = tables.claims[tables.claims["document_id"].isin(documents["document_id"])]
    claims = claims.drop_duplicates("claim_id", keep="last")
    made = {"documents": _records(documents), "claims": _records(claims)}
    for name in list(TABLES)[2:]:
        child = getattr(tables, name)
        made[name] = _records(child[child["claim_id"].isin(claims["claim_id"])])
    return made


def write_rows(connection: Connection, rows: Rows) -> None:
    """Put the documents in the place of what was saved under their ids; a document keeps its place in the order."""
    documents, claims = CLAIM_TABLES["documents"], CLAIM_TABLES["claims"]
    known: dict[str, Row] = {}
    for part in _parts([r["document_id"] for r in rows["documents"]]):
        before = select(documents).where(documents.c.document_id.in_(part))
        known |= {row["document_id"]: dict(row) for row in connection.execute(before).mappings()}
        connection.execute(delete(documents).where(documents.c.document_id.in_(part)))
    places = {name: row["position"] for name, row in known.items()}
    for part in _parts([r["claim_id"] for r in rows["claims"]]):
        connection.execute(delete(claims).where(claims.c.claim_id.in_(part)))
    last = connection.execute(select(func.coalesce(func.max(documents.c.position), 0))).scalar_one()
    last = max(last, max(places.values(), default=0))
    for name, listed in rows.items():
        made = [_plain(name, row, connection.dialect.name) for row in listed]
        if name == "documents":
            made = [_with_text(row, known.get(row["document_id"])) for row in made]
        for number, row in enumerate(made if name in ("documents", "claims") else ()):
            row["position"] = number
        if name == "documents":
            for row in made:
                if row["document_id"] not in places:
                    last += 1
                    places[row["document_id"]] = last
                row["position"] = places[row["document_id"]]
        if made:
            connection.execute(insert(CLAIM_TABLES[name]), made)


def delete_documents(connection: Connection, ids: Sequence[str]) -> None:
    """Take documents and their claims out."""
    documents = CLAIM_TABLES["documents"]
    for part in _parts(list(ids)):
        connection.execute(delete(documents).where(documents.c.document_id.in_(part)))


def read_articles(connection: Connection) -> ClaimTables:
    """Everything saved as rows, in the order of saving; nothing corrected."""
    documents, claims = CLAIM_TABLES["documents"], CLAIM_TABLES["claims"]
    made = {}
    for name, table in CLAIM_TABLES.items():
        names = [c.name for c in TABLES[name]]
        query = select(*(table.c[n] for n in names))
        if name == "documents":
            query = query.order_by(documents.c.position)
        elif name == "claims":
            query = query.join(documents).order_by(documents.c.position, claims.c.position)
        else:
            query = query.order_by(table.c.row_id)
        made[name] = frame(name, (dict(zip(names, row, strict=True)) for row in connection.execute(query)))
    return ClaimTables(**made)


def _with_text(row: Row, before: Row | None) -> Row:
    """Claims are often handed on without their article; what is known of it then stays."""
    if before is None or row["text"]:
        return row
    return {name: before[name] if value in (None, "", "{}") else value for name, value in row.items()}


def _records(table: pd.DataFrame) -> list[Row]:
    plain = table.astype(object).where(table.notna(), None)
    return [{str(k): v for k, v in row.items()} for row in plain.to_dict("records")]


def _plain(name: str, row: Row, dialect: str) -> Row:
    made: dict[str, Any] = {}
    for column in TABLES[name]:
        value = row.get(column.name)
        if value is None or value is pd.NaT:
            made[column.name] = None
        elif column.kind == "day":
            made[column.name] = value.isoformat()[:10] if isinstance(value, date) else str(value)[:10]
        elif column.kind in ("integer", "boolean"):
            made[column.name] = int(value)
        elif column.kind == "number":
            made[column.name] = float(value)
        else:
            # PostgreSQL keeps no NUL in text; the sign for a lost character keeps every offset.
            made[column.name] = str(value) if dialect == "sqlite" else str(value).replace("\x00", "\ufffd")
    return made


def _parts(ids: list[str]) -> Iterable[list[str]]:
    return (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))
