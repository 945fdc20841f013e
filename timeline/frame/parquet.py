"""Claims as one Parquet file, nothing lost: claims with their children as lists of structs and their document.

Read back with ``from_parquet`` as the six tidy tables; pandas, R arrow and DuckDB open the file as it is.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from timeline.errors import SchemaError
from timeline.frame.columns import TABLES, Column
from timeline.frame.tables import ClaimTables, frame

_TYPES = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "day": pa.date32()}
_CHILDREN = {"actors": "claim_actors", "places": "claim_places", "quantities": "claim_quantities",
             "attributions": "claim_attributions"}  # fmt: skip
_PREFIX = "document_"
_META = b"conflict_timeline"


def to_parquet(tables: ClaimTables, facts: Mapping[str, str] | None = None) -> bytes:
    """The bytes of the file; ``facts`` about it (title, filter, sources, licences) lie in its schema metadata."""
    arrays: dict[str, pa.Array] = {c.name: _array(tables.claims[c.name], c) for c in TABLES["claims"]}
    order = tables.claims["claim_id"]
    for name, table in _CHILDREN.items():
        arrays[name] = _lists(order, getattr(tables, table), [c for c in TABLES[table] if c.name != "claim_id"])
    at = pd.Index(tables.documents["document_id"]).get_indexer(pd.Index(tables.claims["document_id"]))
    index = pa.array(at, mask=at < 0)
    for column in TABLES["documents"][1:]:
        values = _array(tables.documents[column.name], column)
        arrays[_PREFIX + column.name] = values.take(index)
    words = {"about": dict(facts or {})}
    table = pa.table(arrays).replace_schema_metadata({_META: json.dumps(words, ensure_ascii=False)})
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


def from_parquet(data: bytes, source: str) -> ClaimTables:
    """The tidy tables of a file that ``to_parquet`` made; documents in the order of their first claim.

    Raises:
        SchemaError: not such a file; the missing columns are named.

    """
    try:
        table = pq.read_table(io.BytesIO(data))
    except (pa.ArrowInvalid, OSError) as error:
        raise SchemaError(source, [f"not a Parquet file ({error})"]) from error
    wanted = {c.name for c in TABLES["claims"]} | set(_CHILDREN)
    if missing := sorted(wanted - set(table.column_names)):
        raise SchemaError(source, [f"column {name} is missing" for name in missing])
    made: dict[str, pd.DataFrame] = {"claims": _frame("claims", {c.name: table[c.name] for c in TABLES["claims"]})}
    for name, child in _CHILDREN.items():
        made[child] = _child_frame(child, table["claim_id"], table[name])
    made["documents"] = _documents(table)
    return ClaimTables(**made)


def _array(values: pd.Series[Any], column: Column) -> pa.Array:
    if column.kind == "day":
        days = values.to_numpy(dtype="datetime64[s]").astype("datetime64[D]")
        return pa.array(days, pa.date32(), mask=np.isnat(days))
    result = pa.array(values, _TYPES[column.kind], from_pandas=True)
    return result.combine_chunks() if isinstance(result, pa.ChunkedArray) else result


def _lists(order: pd.Series[str], child: pd.DataFrame, columns: list[Column]) -> pa.Array:
    """One list of structs per claim, in the claims' order; children of other claims are left out."""
    place = pd.Index(order).get_indexer(pd.Index(child["claim_id"]))
    kept = np.flatnonzero(place >= 0)
    kept = kept[np.argsort(place[kept], kind="stable")]
    sorted_child = child.iloc[kept]
    counts = np.bincount(place[kept], minlength=len(order))
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    structs = pa.StructArray.from_arrays([_array(sorted_child[c.name], c) for c in columns], [c.name for c in columns])
    return pa.ListArray.from_arrays(pa.array(offsets), structs)


def _child_frame(name: str, claim_ids: pa.ChunkedArray, lists: pa.ChunkedArray) -> pd.DataFrame:
    joined = lists.combine_chunks()
    structs = joined.flatten()
    owners = claim_ids.combine_chunks().take(joined.value_parent_indices())
    fields = {c.name: structs.field(c.name) for c in TABLES[name] if c.name != "claim_id"}
    return _frame(name, {"claim_id": owners, **fields})


def _documents(table: pa.Table) -> pd.DataFrame:
    ids = table["document_id"].to_pandas()
    first = pa.array(np.flatnonzero(~ids.duplicated().to_numpy()))
    names = [c.name for c in TABLES["documents"]]
    columns = {n: table["document_id" if n == "document_id" else _PREFIX + n].take(first) for n in names
               if n == "document_id" or _PREFIX + n in table.column_names}  # fmt: skip
    return _frame("documents", columns)


def _frame(name: str, columns: dict[str, Any]) -> pd.DataFrame:
    """The frame of a table in the schema's own types; columns an older file lacks are empty."""
    empty = frame(name, [])
    size = len(next(iter(columns.values())))
    made = {}
    for column in TABLES[name]:
        values = columns.get(column.name, pa.nulls(size, _TYPES[column.kind]))
        if column.kind == "day":
            made[column.name] = pd.Series(np.asarray(values.cast(pa.timestamp("s"))), dtype="datetime64[s]")
        elif column.kind == "integer":
            made[column.name] = pd.Series(values.to_pandas(integer_object_nulls=True), dtype="Int64")
        else:
            made[column.name] = values.to_pandas().astype(empty[column.name].dtype)
    return pd.DataFrame(made)
