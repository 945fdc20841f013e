"""Whether tables follow the claim schema; every fault is found, each with the row it stands in, and raised once."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from timeline.datespan import DateBasis, DateSpan, Precision, Relation
from timeline.errors import DateSpanError, SchemaError
from timeline.frame.columns import TABLES
from timeline.frame.tables import DTYPES, ClaimTables
from timeline.model import Comparator, DocumentDateBasis, EventType, QuantityKind, Role, Scope, Status

VOCABULARIES: dict[tuple[str, str], type[StrEnum]] = {
    ("documents", "date_basis"): DocumentDateBasis,
    ("claims", "date_precision"): Precision,
    ("claims", "date_relation"): Relation,
    ("claims", "date_basis"): DateBasis,
    ("claims", "event_type"): EventType,
    ("claims", "status"): Status,
    ("claim_actors", "role"): Role,
    ("claim_quantities", "kind"): QuantityKind,
    ("claim_quantities", "comparator"): Comparator,
    ("claim_quantities", "scope"): Scope,
}
PLACE_KINDS = ("country", "region", "area", "city", "district", "feature", "place")
REQUIRED = {
    "documents": ("document_id", "text"),
    "claims": ("claim_id", "document_id", "event_type", "status"),
    "claim_actors": ("claim_id", "actor_id", "name", "role"),
    "claim_places": ("claim_id", "name"),
    "claim_quantities": ("claim_id", "kind", "comparator", "scope"),
    "claim_attributions": ("claim_id", "actor_id", "name"),
}
_RANGES = {
    ("claims", "confidence"): (0.0, 1.0),
    ("claim_places", "lat"): (-90.0, 90.0),
    ("claim_places", "lon"): (-180.0, 180.0),
    ("claim_quantities", "low"): (0.0, np.inf),
    ("claim_quantities", "high"): (0.0, np.inf),
}
# Table → triples of text, first and last offset that have to fit the document's text.
_QUOTES = {
    "claims": (("sentence_text", "sentence_start", "sentence_end"), ("date_text", "date_text_start", "date_text_end"),
               ("event_text", "event_start", "event_end")),
    **dict.fromkeys(list(TABLES)[2:], (("text", "start", "end"),)),
}  # fmt: skip
Mask = np.ndarray[Any, np.dtype[np.bool_]]


class Fault(NamedTuple):
    """One thing wrong: in which table, in the row of which claim or document (``""`` for a whole table), and what."""

    table: str
    row: str
    what: str

    @property
    def words(self) -> str:
        """``claims c-1: status 'done' is none of extracted, reviewed, …``."""
        return f"{self.table} {self.row}: {self.what}" if self.row else f"{self.table}: {self.what}"


def check_tables(tables: ClaimTables, source: str) -> None:
    """Raise when the tables are not in the claim schema.

    Raises:
        SchemaError: with every fault found; ``source`` names where the tables come from.

    """
    if faults := find_faults(tables):
        raise SchemaError(source, [fault.words for fault in faults])


def find_faults(tables: ClaimTables) -> list[Fault]:
    """Everything wrong; where a column is missing or of the wrong type nothing further is looked for."""
    faults = [fault for name in TABLES for fault in _columns(tables, name)]
    if faults:
        return faults
    for name in TABLES:
        faults += _values(tables, name)
    faults += _keys(tables)
    faults += _days(tables.claims)
    texts = dict(zip(tables.documents["document_id"], tables.documents["text"], strict=True))
    owners = dict(zip(tables.claims["claim_id"], tables.claims["document_id"], strict=True))
    for name in _QUOTES:
        faults += _quotes(tables, name, texts, owners)
    return faults


def _columns(tables: ClaimTables, name: str) -> Iterator[Fault]:
    table = getattr(tables, name)
    known = [c.name for c in TABLES[name]]
    for column in TABLES[name]:
        if column.name not in table:
            yield Fault(name, "", f"column {column.name} is missing")
        elif str(table[column.name].dtype) != DTYPES[column.kind]:
            found, right = table[column.name].dtype, DTYPES[column.kind]
            yield Fault(name, "", f"column {column.name} is {found}, it should be {right}")
    yield from (Fault(name, "", f"column {c} is none of the schema") for c in table.columns if c not in known)


def _values(tables: ClaimTables, name: str) -> Iterator[Fault]:
    table = getattr(tables, name)
    for column in REQUIRED[name]:
        yield from _where(table, name, table[column].isna(), lambda _, c=column: f"{c} is empty")
    for (owner, column), vocabulary in VOCABULARIES.items():
        if owner == name:
            known = [member.value for member in vocabulary]
            wrong = table[column].notna() & ~table[column].isin(known)
            words = f"is none of {', '.join(known)}"
            yield from _where(table, name, wrong, lambda row, c=column, w=words: f"{c} {row[c]!r} {w}")
    if name == "claim_places":
        wrong = table["place_kind"].notna() & ~table["place_kind"].isin(PLACE_KINDS)
        words = f"is none of {', '.join(PLACE_KINDS)}"
        yield from _where(table, name, wrong, lambda row, w=words: f"place_kind {row['place_kind']!r} {w}")
    for (owner, column), (least, most) in _RANGES.items():
        if owner == name:
            wrong = table[column].notna() & ~table[column].between(least, most)
            yield from _where(table, name, wrong, lambda row, c=column: f"{c} {row[c]} is out of range")
    if name == "claim_quantities":
        crossed = (table["low"] > table["high"]).fillna(value=False)
        yield from _where(table, name, crossed, lambda row: f"low {row['low']} is above high {row['high']}")


def _where(table: pd.DataFrame, name: str, wrong: pd.Series[bool] | Mask, say: Any) -> Iterator[Fault]:
    """A fault for each row of the mask; ``say`` gives its words."""
    key = "document_id" if name == "documents" else "claim_id"
    mask = np.asarray(wrong, dtype=bool)
    for row in table[mask].to_dict("records") if mask.any() else ():
        yield Fault(name, str(row[key]), say(row))


def _keys(tables: ClaimTables) -> Iterator[Fault]:
    for name, key in (("documents", "document_id"), ("claims", "claim_id")):
        table = getattr(tables, name)
        repeated = table[key].duplicated() & table[key].notna()
        yield from _where(table, name, repeated, lambda _, k=key: f"{k} stands twice")
    orphans = _absent(tables.claims["document_id"], tables.documents["document_id"])
    yield from _where(tables.claims, "claims", orphans, lambda row: f"document {row['document_id']!r} is not there")
    for name in list(TABLES)[2:]:
        table = getattr(tables, name)
        yield from _where(table, name, _absent(table["claim_id"], tables.claims["claim_id"]), lambda _: "no such claim")


def _absent(values: pd.Series[str], known: pd.Series[str]) -> Mask:
    """Which values are not among those known; ``isin`` of a long column of text is ten times slower."""
    among = set(known)
    return np.array([value not in among for value in values], dtype=bool)


def _days(claims: pd.DataFrame) -> Iterator[Fault]:
    """The days have to be those of the EDTF; a claim without one has no days."""
    pairs = pd.MultiIndex.from_frame(claims[["date_edtf", "date_precision"]].astype("object"))
    codes, known = pd.factorize(pairs)
    spans = [_span(*pair) for pair in known]
    faults = np.array([span if isinstance(span, str) else "" for span in spans], dtype=object)[codes]
    yield from _where(claims.assign(fault=faults), "claims", faults != "", lambda row: row["fault"])
    for column, end in (("date_start", "start"), ("date_end", "end")):
        right = np.array([_iso(getattr(span, end, None)) for span in spans], dtype="datetime64[s]")[codes]
        found = claims[column].to_numpy(dtype="datetime64[s]")
        wrong = (found != right) & ~(np.isnat(found) & np.isnat(right)) & (faults == "")
        yield from _where(claims, "claims", wrong, lambda row, c=column: f"{c} is not that of EDTF {row['date_edtf']}")


def _span(edtf: Any, precision: Any) -> DateSpan | str | None:
    if not isinstance(edtf, str):
        return None
    try:
        return DateSpan.parse(edtf, precision if isinstance(precision, str) else None)
    except (DateSpanError, ValueError) as error:
        return str(error)


def _iso(day: Any) -> str:
    return "NaT" if day is None else day.isoformat()


def _quotes(tables: ClaimTables, name: str, texts: dict[str, str], documents: dict[str, str]) -> Iterator[Fault]:
    """Offsets have to give the very words, where the document has its text."""
    table = getattr(tables, name)
    for quote, first, last in _QUOTES[name]:
        placed = table[table[first].notna() | table[last].notna()]
        owners = placed["claim_id"].map(documents) if name != "claims" else placed["document_id"]
        bounds = (placed[c].astype("object").where(placed[c].notna(), -1) for c in (first, last))
        cells = zip(owners, placed[quote], *bounds, strict=True)
        wrong = [_misquoted(texts.get(owner), words, start, end) for owner, words, start, end in cells]
        yield from _where(placed, name, np.array(wrong, dtype=bool), lambda row, q=quote, a=first, b=last:
                          f"{q} {str(row[q])[:60]!r} is not what the text has from {row[a]} to {row[b]}")  # fmt: skip


def _misquoted(text: Any, words: Any, start: int, end: int) -> bool:
    """Whether offsets are crossed or half missing (-1), or give other words; a text that is not there says nothing."""
    if not 0 <= start <= end:
        return True
    return isinstance(text, str) and text != "" and isinstance(words, str) and text[start:end] != words
