"""Our own claims back again: exchange JSON Lines and Parquet whole, CSV as far as one row holds a claim."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.datasets.days import read_days, spans
from timeline.datasets.draft import MOST_PEOPLE
from timeline.datasets.names import own_id
from timeline.datasets.result import REJECT_COLUMNS, Imported, no_rejects
from timeline.datasets.rows import Rows, blank, read_file, read_rows, record_rows, with_names
from timeline.datespan import DateSpan, Precision, Relation
from timeline.documents.charset import decode
from timeline.errors import DateSpanError, InputError, SchemaError
from timeline.frame.check import check_tables, find_faults
from timeline.frame.columns import TABLES
from timeline.frame.exchange import from_records
from timeline.frame.parquet import from_parquet
from timeline.frame.tables import ClaimTables, frame
from timeline.model import EventType, Status

NAME = "claims"
_COUNTED = ("killed", "injured", "displaced", "detained", "kidnapped", "missing")
_COLUMNS = (
    *(c.name for c in TABLES["claims"]), "actors", "agents", "targets", "attribution", "places", "country", "lat",
    "lon", *(f"{kind}_{part}" for kind in _COUNTED for part in ("low", "high", "comparator", "scope")),
    "document_title", "publisher", "source", "url", "author", "document_date", "document_date_basis", "language",
    "dataset", "licence",
)  # fmt: skip
_GUARD = r"^'(?=[=+\-@\t\r\n＝＋－＠])"  # what the CSV export puts before a cell that a spreadsheet would run


def read_claims(path: Path, version: str | None = None) -> Imported:  # noqa: ARG001 - one signature for all schemas
    """The claims of a file this tool exported; ids are kept, so importing again adds nothing.

    Raises:
        InputError: neither JSON Lines, Parquet nor CSV of claims.
        SchemaError: a Parquet file whose tables are not in the claim schema.

    """
    data = read_file(path)
    if data.startswith(b"PAR1"):
        try:
            tables = from_parquet(data, path.name)
        except SchemaError:  # a table with the columns of our CSV has no lists of actors
            if "sentence_text" not in read_rows(path).frame:
                raise
            return _from_table(read_rows(path), path)
        check_tables(tables, path.name)
        return _imported(tables, len(tables.claims), no_rejects())
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{":
        text = decode(data, path.name)
        return _from_features(text, path) or _from_lines(text, path.name)
    return _from_table(read_rows(path), path)


def _imported(tables: ClaimTables, rows: int, rejects: pd.DataFrame) -> Imported:
    counts = {"rows": rows, "imported": len(tables.claims), "rejected": len(rejects), "flagged": 0}
    licences = "; ".join(sorted(set(tables.documents["licence"].dropna())))
    return Imported(tables, rejects, counts, NAME, licences)


def _from_lines(text: str, source: str) -> Imported:
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    parsed = [(number, line, _parse(line)) for number, line in lines]
    reasons = {id(record): record for _, _, record in parsed if isinstance(record, str)}
    records = [record for _, _, record in parsed if isinstance(record, dict)]
    try:
        tables = from_records(records, source)
    except (ValueError, TypeError, OverflowError, SchemaError):  # some record is wrong: find which, one by one
        reasons |= {id(record): why for record in records if (why := _fault(record))}
        records = [record for record in records if id(record) not in reasons]
        tables = from_records(records, source)
    told: set[str] = set()
    for record in records:
        if record["id"] in told:
            reasons[id(record)] = "the same claim stands further up"
        told.add(record["id"])
    if len(told) < len(records):
        records = [record for record in records if id(record) not in reasons]
        tables = from_records(records, source)
    if faults := _faults_by_claim(tables):
        reasons |= {id(record): faults[record["id"]] for record in records if record["id"] in faults}
        tables = from_records([record for record in records if id(record) not in reasons], source)
    rejected = [(n, "", reasons[id(record)], line[:2000]) for n, line, record in parsed if id(record) in reasons]
    rejects = pd.DataFrame(rejected, columns=list(REJECT_COLUMNS)) if rejected else no_rejects()
    return _imported(tables, len(lines), rejects)


def _faults_by_claim(tables: ClaimTables) -> dict[str, str]:
    """Why each claim that is not in the schema is none, by its id; a faulty document takes its claims along."""
    made: dict[str, str] = {}
    for fault in find_faults(tables):
        owners = [fault.row]
        if fault.table == "documents":
            owners = tables.claims.loc[tables.claims["document_id"] == fault.row, "claim_id"].tolist()
        for claim in owners:
            made.setdefault(claim, fault.words)
    return made


def _parse(line: str) -> dict[str, Any] | str:
    """The record of a line, or why there is none."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"not JSON ({error})"
    return record if isinstance(record, dict) else "not a JSON object"


def _fault(record: dict[str, Any]) -> str:
    try:
        from_records([record], "the record")
    except (ValueError, TypeError, OverflowError, SchemaError) as error:
        return str(error)
    return ""


def _from_features(text: str, path: Path) -> Imported | None:
    """The claims of our GeoJSON; ``None`` for a file that is none."""
    try:
        loaded = json.loads(text) if '"FeatureCollection"' in text[:200] else None
    except (ValueError, RecursionError):
        return None
    features = loaded.get("features") if isinstance(loaded, dict) else None
    if not isinstance(features, list):
        return None
    return _from_table(record_rows([_feature(f) if isinstance(f, dict) else {} for f in features]), path)


def _feature(feature: dict[str, Any]) -> dict[str, Any]:
    """The row of a feature: its properties, and the first of its points."""
    properties, geometry = feature.get("properties"), feature.get("geometry")
    point = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if isinstance(point, list) and point and isinstance(point[0], list):
        point = point[0]
    row = dict(properties) if isinstance(properties, dict) else {}
    if isinstance(point, list) and len(point) >= 2:
        row |= {"lon": point[0], "lat": point[1]}
    return row


def _from_table(read: Rows, path: Path) -> Imported:
    """One row per claim: actors, places and the counted quantities come back, offsets of their words do not."""
    rows = with_names(read, _COLUMNS)
    need = ("claim_id", "document_id", "date_start", "date_end", "sentence_text", "event_type")
    if missing := [c for c in need if c not in rows.frame]:
        raise InputError(
            path.name, f"these columns of a claims table are missing: {', '.join(missing)}", "export it anew"
        )
    cells = rows.frame.fillna("").replace(_GUARD, "", regex=True)
    cells = cells.mask(cells.apply(blank), "")
    start, end = read_days(cells["date_start"]), read_days(cells["date_end"])
    faults = start.faults.where(start.faults != "", end.faults)
    faults = faults.where((faults != "") | ~(end.days < start.days), "date_end lies before date_start")
    for column, why in _faults(cells):
        faults = faults.where((faults != "") | (why == ""), column + ": " + why)
    twice = (faults == "") & cells["claim_id"].where(faults == "").duplicated()
    faults = faults.where(~twice, "the same claim stands further up")
    tables = _tables(cells[faults == ""], start.days[faults == ""], end.days[faults == ""])
    if misfits := _faults_by_claim(tables):
        faults = faults.where(faults != "", cells["claim_id"].map(misfits).fillna(""))
        tables = _tables(cells[faults == ""], start.days[faults == ""], end.days[faults == ""])
    rejects = [(int(n), cells.loc[n, "claim_id"], faults[n], json.dumps(cells.loc[n].to_dict(), ensure_ascii=False))
               for n in faults[faults != ""].index]  # fmt: skip
    rejects += [(n, "", why, json.dumps(raw, ensure_ascii=False)) for n, why, raw in rows.broken]
    frame_of = pd.DataFrame(rejects, columns=list(REJECT_COLUMNS)) if rejects else no_rejects()
    return _imported(tables, len(cells) + len(rows.broken), frame_of)


def _faults(cells: pd.DataFrame) -> Iterator[tuple[str, pd.Series[str]]]:
    """Per column that must hold certain values, why each cell does not, ``""`` where it does."""
    for column in ("lat", "lon", *(f"{kind}_{end}" for kind in _COUNTED for end in ("low", "high"))):
        if column in cells:
            numbers = pd.to_numeric(cells[column], errors="coerce").replace([np.inf, -np.inf], np.nan)
            least, most = (-180, 180) if column in ("lat", "lon") else (0, MOST_PEOPLE)
            wrong = (cells[column] != "") & ~numbers.between(least, most)
            yield column, pd.Series(np.where(wrong, "not such a number", ""), index=cells.index, dtype="str")
    known = {"event_type": EventType, "status": Status, "date_precision": Precision, "date_relation": Relation}
    for column, values in known.items():
        if column in cells:
            wrong = ~cells[column].isin(["", *values])
            yield column, pd.Series(np.where(wrong, "not one of ours", ""), index=cells.index, dtype="str")
    if "date_edtf" in cells:
        found = {e: _edtf_fault(e) for e in cells["date_edtf"].unique()}
        yield "date_edtf", cells["date_edtf"].map(found).astype("str")


def _edtf_fault(edtf: str) -> str:
    try:
        DateSpan.parse(edtf) if edtf else None
    except DateSpanError as error:
        return str(error)
    return ""


def _tables(cells: pd.DataFrame, start: pd.Series[pd.Timestamp], end: pd.Series[pd.Timestamp]) -> ClaimTables:
    def get(name: str) -> pd.Series[str]:
        return cells[name].astype("str") if name in cells else pd.Series("", index=cells.index, dtype="str")

    claims: dict[str, Any] = {c.name: get(c.name) for c in TABLES["claims"]}
    bare = get("date_edtf") == ""
    made = spans(start, end, get("date_precision").where(get("date_precision") != "", "interval"))
    claims |= {name: get(name).where(~bare, made[name]) for name in ("date_edtf", "date_precision")}
    claims |= {"date_start": start, "date_end": end, "hedged": get("hedged").str.casefold().eq("true"),
               "confidence": 1.0, "event_start": pd.NA, "event_end": pd.NA,
               "status": get("status").where(get("status") != "", "extracted")}  # fmt: skip
    # A row has its sentence only, while its offsets are those of the whole article: without any it is all the text.
    alone = (get("sentence_start") == "") & ~get("document_id").duplicated(keep=False)
    texts = get("sentence_text").where(alone, "")
    claims |= {"sentence_start": get("sentence_start").where(~alone, "0"),
               "sentence_end": get("sentence_end").where(~alone, texts.str.len().astype("str"))}  # fmt: skip
    documents: dict[str, Any] = {
        "document_id": get("document_id"), "text": texts, "title": get("document_title"),
        "source": get("source"), "publisher": get("publisher"), "url": get("url"), "author": get("author"),
        "published": get("document_date"), "date_basis": get("document_date_basis"), "language": get("language"),
        "dataset": get("dataset"), "licence": get("licence"),
    }  # fmt: skip
    actors = [r for role, column in (("agent", "agents"), ("target", "targets"), ("party", "actors"))
              for r in _named_rows(cells, column, {"role": role})]  # fmt: skip
    actors = list({(r["claim_id"], r["actor_id"]): r for r in reversed(actors)}.values())[::-1]
    places = _named_rows(cells, "places", {"place_kind": "place"})
    first: set[str] = set()
    coordinates = cells.set_index("claim_id")[["lat", "lon"]] if {"lat", "lon"} <= set(cells.columns) else None
    for row in places:
        if coordinates is not None and row["claim_id"] not in first:
            first.add(row["claim_id"])
            row |= {k: float(v) for k, v in coordinates.loc[row["claim_id"]].items() if v}
    return ClaimTables(
        documents=_typed("documents", documents).drop_duplicates("document_id", ignore_index=True).fillna({"text": ""}),
        claims=_typed("claims", claims),
        claim_actors=frame("claim_actors", actors),
        claim_places=frame("claim_places", places),
        claim_quantities=frame("claim_quantities", [r for kind in _COUNTED for r in _quantity_rows(cells, kind)]),
        claim_attributions=frame("claim_attributions", _named_rows(cells, "attribution", {})),
    )


def _named_rows(cells: pd.DataFrame, column: str, more: dict[str, Any]) -> list[dict[str, Any]]:
    if column not in cells:
        return []
    pairs = zip(cells["claim_id"], cells[column], strict=True)
    return [
        {"claim_id": c, "actor_id": own_id(n), "name": n, "text": n, **more}
        for c, names in pairs
        for n in names.split("; ")
        if n
    ]


def _quantity_rows(cells: pd.DataFrame, kind: str) -> list[dict[str, Any]]:
    columns = [f"{kind}_{part}" for part in ("low", "high", "comparator", "scope")]
    if not set(columns) <= set(cells.columns):
        return []
    rows = []
    for claim, low, high, sign, scope in zip(cells["claim_id"], *(cells[c] for c in columns), strict=True):
        if low or high:
            numbers = {"low": int(float(low)) if low else None, "high": int(float(high)) if high else None}
            rows.append(
                {"claim_id": claim, "kind": kind, **numbers, "comparator": sign or "eq", "scope": scope or "event"}
            )
    return rows


def _typed(name: str, values: dict[str, Any]) -> pd.DataFrame:
    """The table with the schema's columns and types; empty cells are missing."""
    empty = frame(name, [])
    index = next(v.index for v in values.values() if isinstance(v, pd.Series))
    made = {}
    for column in TABLES[name]:
        value = values.get(column.name)
        series = value if isinstance(value, pd.Series) else pd.Series(value, index=index, dtype="object")
        if column.kind in ("text", "integer"):
            series = series.astype("object").where(series.notna() & (series != ""), None)
        if column.kind == "integer":
            series = pd.to_numeric(series, errors="coerce").replace([np.inf, -np.inf], np.nan)
        made[column.name] = series.astype(empty[column.name].dtype).reset_index(drop=True)
    return pd.DataFrame(made)
