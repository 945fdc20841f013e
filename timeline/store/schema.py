"""The tables of a store, made from the claim schema: articles as rows, datasets as Parquet parts, changes as a log."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    DOUBLE_PRECISION,
    REAL,
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from timeline.frame.columns import TABLES

VERSION = 1  # of the layout below; a change needs a migration in migrate.py
METADATA = MetaData()
COUNTERS = ("articles", "datasets", "changes", "views")  # what a write can change, each with a number that grows

_INTEGER: TypeEngine[Any] = Integer().with_variant(BigInteger(), "postgresql")
_NUMBER: TypeEngine[Any] = REAL().with_variant(DOUBLE_PRECISION(), "postgresql")
# STRICT tables know neither days nor booleans: days are ISO text, booleans 0 and 1.
_TYPES: dict[str, TypeEngine[Any]] = {
    "text": Text(),
    "integer": _INTEGER,
    "number": _NUMBER,
    "boolean": _INTEGER,
    "day": Text(),
}
_KEYS = {"documents": "document_id", "claims": "claim_id"}


def _claim_table(name: str) -> Table:
    """One of the six tables; ``position`` keeps the order in which rows were saved."""
    made: list[Column[Any]] = []
    if name not in _KEYS:
        made.append(Column("row_id", _INTEGER, primary_key=True))
    for column in TABLES[name]:
        parent = {"claims": {"document_id": "documents"}}.get(name, {} if name in _KEYS else {"claim_id": "claims"})
        links = (
            [ForeignKey(f"{parent[column.name]}.{column.name}", ondelete="CASCADE")] if column.name in parent else []
        )
        key = _KEYS.get(name) == column.name
        made.append(
            Column(column.name, _TYPES[column.kind], *links, primary_key=key, nullable=not (key or links),
                   index=bool(links))
        )  # fmt: skip
    if name in _KEYS:
        made.append(Column("position", _INTEGER, nullable=False))
    return Table(name, METADATA, *made, sqlite_strict=True)


CLAIM_TABLES: dict[str, Table] = {name: _claim_table(name) for name in TABLES}

ABOUT = Table(
    "about", METADATA, Column("key", Text, primary_key=True), Column("value", Text, nullable=False), sqlite_strict=True
)
COUNTS = Table(
    "counters", METADATA, Column("name", Text, primary_key=True), Column("n", _INTEGER, nullable=False),
    sqlite_strict=True,
)  # fmt: skip
DATASETS = Table(
    "datasets", METADATA, Column("dataset", Text, primary_key=True), Column("revision", _INTEGER, nullable=False),
    Column("claims", _INTEGER, nullable=False), Column("position", _INTEGER, nullable=False), sqlite_strict=True,
)  # fmt: skip
PARTS = Table(
    "dataset_parts", METADATA,
    Column("dataset", Text, ForeignKey("datasets.dataset", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, primary_key=True),  # which of the six tables
    Column("part", _INTEGER, primary_key=True),
    Column("data", LargeBinary, nullable=False),  # a Parquet file
    sqlite_strict=True,
)  # fmt: skip
CHANGES = Table(
    "changes", METADATA,
    Column("id", _INTEGER, primary_key=True),
    Column("made_at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", Text, nullable=False),  # correct, add, merge, split, remove
    Column("subject", Text, nullable=False, index=True),  # the claim, actor or document
    Column("words", Text, nullable=False),  # the source's words of the subject, for people
    Column("old", Text, nullable=False),  # JSON: what was said before …
    Column("new", Text, nullable=False),  # … and is said now
    Column("patch", Text, nullable=False),  # JSON: the rows that follow from it
    Column("state", Text, nullable=False),  # done, undone, dropped (undone, and something else done since)
    Column("undone_at", Text),
    sqlite_strict=True,
)  # fmt: skip
VIEWS = Table(
    "views", METADATA, Column("name", Text, primary_key=True), Column("query", Text, nullable=False),
    Column("who", Text, nullable=False), Column("position", _INTEGER, nullable=False), sqlite_strict=True,
)  # fmt: skip
