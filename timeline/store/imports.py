"""Imported datasets as Parquet parts inside the store: a hundred thousand rows are written and read in a second."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, func, insert, select, update

from timeline.frame.columns import TABLES
from timeline.frame.tables import DTYPES, ClaimTables, empty_tables
from timeline.store.schema import DATASETS, PARTS

_AT_ONCE = 200_000  # rows in one part: a blob stays far below the gigabyte that SQLite allows


def write_dataset(connection: Connection, dataset: str, tables: ClaimTables, *, replace: bool) -> None:
    """Bring a dataset up to date: documents with known ids are replaced, others added; all of it with ``replace``."""
    known = None if replace else read_dataset(connection, dataset)
    if known is not None:
        tables = concat([without_documents(known, tables.documents["document_id"]), tables])
    numbers = select(func.coalesce(func.max(DATASETS.c.position), 0))
    row = connection.execute(select(DATASETS).where(DATASETS.c.dataset == dataset)).mappings().first()
    if row is None:
        place = connection.execute(numbers).scalar_one() + 1
        values = {"dataset": dataset, "revision": 1, "claims": len(tables.claims), "position": place}
        connection.execute(insert(DATASETS), [values])
    else:
        connection.execute(
            update(DATASETS)
            .where(DATASETS.c.dataset == dataset)
            .values(revision=row["revision"] + 1, claims=len(tables.claims))
        )
        connection.execute(delete(PARTS).where(PARTS.c.dataset == dataset))
    for name in TABLES:
        for number, data in enumerate(_to_parts(getattr(tables, name))):
            connection.execute(insert(PARTS), [{"dataset": dataset, "name": name, "part": number, "data": data}])


def delete_dataset(connection: Connection, dataset: str) -> bool:
    """Take a dataset out; whether it was there."""
    return bool(connection.execute(delete(DATASETS).where(DATASETS.c.dataset == dataset)).rowcount)


def revisions(connection: Connection) -> dict[str, int]:
    """The datasets in the order they were first imported, each with the number of its last import."""
    query = select(DATASETS.c.dataset, DATASETS.c.revision).order_by(DATASETS.c.position)
    return {row[0]: row[1] for row in connection.execute(query)}


def read_dataset(connection: Connection, dataset: str) -> ClaimTables | None:
    """The tables of one dataset; ``None`` when the store has none of this name."""
    query = select(PARTS.c.name, PARTS.c.data).where(PARTS.c.dataset == dataset).order_by(PARTS.c.name, PARTS.c.part)
    parts: dict[str, list[pd.DataFrame]] = {}
    for name, data in connection.execute(query):
        parts.setdefault(name, []).append(pd.read_parquet(io.BytesIO(data)))
    if not parts:
        return None
    empty = empty_tables()
    made = {}
    for name, columns in TABLES.items():
        table = pd.concat(parts[name], ignore_index=True) if name in parts else getattr(empty, name)
        types: Any = {c.name: DTYPES[c.kind] for c in columns}
        # Columns that an older program did not know are empty.
        made[name] = table.reindex(columns=list(types)).astype(types)
    return ClaimTables(**made)


def without_documents(tables: ClaimTables, ids: pd.Series[str]) -> ClaimTables:
    """The tables less these documents and their claims."""
    gone = tables.documents["document_id"].isin(ids)
    if not gone.any():
        return tables
    claims = tables.claims[~tables.claims["document_id"].isin(ids)]
    children = {n: (t := getattr(tables, n))[t["claim_id"].isin(claims["claim_id"])] for n in list(TABLES)[2:]}
    return ClaimTables(tables.documents[~gone], claims, **children)


def concat(parts: list[ClaimTables]) -> ClaimTables:
    """Tables one after another; none of the parts is changed."""
    filled = [p for p in parts if len(p.documents) or len(p.claims)]
    if len(filled) == 1:
        return filled[0]
    if not filled:
        return empty_tables()
    return ClaimTables(**{n: pd.concat([getattr(p, n) for p in filled], ignore_index=True) for n in TABLES})


def _to_parts(table: pd.DataFrame) -> Iterator[bytes]:
    for at in range(0, max(len(table), 1), _AT_ONCE):
        buffer = io.BytesIO()
        table.iloc[at : at + _AT_ONCE].to_parquet(buffer, compression="zstd", index=False)
        yield buffer.getvalue()
