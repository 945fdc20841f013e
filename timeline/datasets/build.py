"""Columns of a dataset, brought to one shape → the six tidy tables; one document and one claim per row."""

from __future__ import annotations

import json
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np
import pandas as pd

from timeline.datasets.days import spans
from timeline.datasets.draft import Draft
from timeline.datasets.names import find_ids
from timeline.datasets.result import REJECT_COLUMNS, Imported
from timeline.datasets.rows import blank
from timeline.frame.columns import TABLES
from timeline.frame.tables import DTYPES, ClaimTables
from timeline.model import claim_id

_EMPTY = ""
_AT_ONCE = 20_000  # rows whose cells are Python words at one time


def finish(draft: Draft) -> Imported:
    """The tables of a draft whose reader has set start, end, precision, relation, event_type, text and event_text."""
    _reject_repeats(draft)
    keep = draft.kept[draft.kept].index
    ids = draft.schema + ":" + draft.ids.loc[keep]
    claims = pd.Series([claim_id("dataset", i) for i in ids], index=keep, dtype="str")
    again = claims.duplicated()  # two hashes of twelve digits meet by chance once in some hundred files of a million
    claims = claims.where(~again, ids[again].map(lambda i: claim_id("dataset", i, "again")).reindex(keep))
    get = {name: values.reindex(keep) for name, values in draft.columns.items()}
    flags = draft.flags.loc[keep]
    about = {str(c) for places in draft.places for c in places["country"].unique()}
    tables = ClaimTables(
        documents=_typed("documents", _documents(draft, ids, get), keep),
        claims=_typed("claims", _claims(ids, claims, get, flags), keep),
        claim_actors=_children("claim_actors", draft.actors, claims, about),
        claim_places=_children("claim_places", draft.places, claims, about),
        claim_quantities=_children("claim_quantities", draft.quantities, claims, about),
        claim_attributions=_children("claim_attributions", draft.attributions, claims, about),
    )
    rejects = _rejects(draft)
    flagged = flags[flags != _EMPTY].str.split("; ").explode().value_counts()
    counts = {"rows": len(draft.rows) + len(draft.broken), "imported": len(keep), "rejected": len(rejects),
              "flagged": int((flags != _EMPTY).sum()),
              **{name: int(values.loc[keep].sum()) for name, values in draft.sums.items()}}  # fmt: skip
    return Imported(tables, rejects, counts, draft.dataset, draft.licence, draft.notice,
                    {str(k): int(v) for k, v in flagged.items()})  # fmt: skip


def _reject_repeats(draft: Draft) -> None:
    """Of rows with one id the last is kept, as datasets are edited; rows without an id are known by their cells.

    Two rows without an id that have the same cells may be two events: both are kept, the later one with a number.
    """
    bare = blank(draft.ids)
    if bare.any():
        cells = draft.rows[bare].fillna(_EMPTY)
        hashed = pd.Series([claim_id(*row)[2:] for row in cells.itertuples(index=False, name=None)], index=cells.index)
        before = hashed.groupby(hashed).cumcount()
        draft.flag((before > 0).reindex(draft.ids.index, fill_value=False), "the same cells as an earlier row")
        draft.ids = draft.ids.where(~bare, hashed.where(before == 0, hashed + "-" + (before + 1).astype("str")))
    alive = draft.ids[draft.kept]
    repeated = alive.duplicated(keep="last").reindex(draft.ids.index, fill_value=False)
    draft.reject(repeated, "the same id stands again further down, and the later row is kept")


def _documents(draft: Draft, ids: pd.Series[str], get: dict[str, pd.Series[Any]]) -> dict[str, Any]:
    keep = ids.index
    published = get.get("published")
    basis = np.where(published.notna(), "metadata", "unknown") if published is not None else "unknown"
    made = {
        "document_id": ids,
        "text": get["text"],
        "source": draft.dataset,
        "published": _day_words(published) if published is not None else None,
        "date_basis": basis,
        "date_evidence": get.get("date_evidence"),
        "language": get.get("language", "en"),
        "dataset": draft.dataset,
        "licence": draft.licence,
        "metadata": _records(draft.rows.loc[keep]),
    }
    return made | {name: get.get(name) for name in ("title", "publisher", "url", "author")}


def _records(rows: pd.DataFrame) -> pd.Series[str]:
    """Each row as a JSON object of its filled cells, as the dataset had them."""
    names = [str(c) for c in rows.columns]
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    parts = []
    for at in range(0, len(rows), _AT_ONCE):
        part = rows.iloc[at : at + _AT_ONCE]
        columns = [part[c].fillna(_EMPTY).tolist() for c in rows.columns]
        lines = [encode({n: c for n, c in zip(names, cells, strict=True) if c}) for cells in zip(*columns, strict=True)]
        parts.append(pd.Series(lines, index=part.index, dtype="str"))
    return pd.concat(parts) if parts else pd.Series(index=rows.index, dtype="str")


def _claims(
    ids: pd.Series[str], claims: pd.Series[str], get: dict[str, pd.Series[Any]], flags: pd.Series[str]
) -> dict[str, Any]:
    dates = spans(get["start"], get["end"], get["precision"])
    undated = dates["date_edtf"] == _EMPTY
    dates = dates.where(dates != _EMPTY)
    sizes = get["text"].str.len()
    return {
        "claim_id": claims,
        "document_id": ids,
        "sentence_start": 0,
        "sentence_end": sizes,
        "sentence_text": get["text"],
        "date_text": None,
        "date_edtf": dates["date_edtf"],
        "date_start": get["start"],
        "date_end": get["end"],
        "date_precision": dates["date_precision"],
        "date_relation": get["relation"].where(~undated),
        "date_basis": pd.Series("explicit", index=ids.index, dtype="str").where(~undated),
        "date_rule": get["rule"].where(~undated),
        "date_alternatives": get.get("alternatives"),
        "date_resolution": get.get("resolution"),
        "event_type": get["event_type"],
        "event_text": get["event_text"],
        "event_start": 0,
        "event_end": get["event_text"].str.len(),
        "hedged": get.get("hedged", False),
        "confidence": get.get("confidence", 1.0),
        "status": "extracted",
        "note": flags.where(flags != _EMPTY),
    }


def _day_words(days: pd.Series[pd.Timestamp]) -> pd.Series[str]:
    words = np.datetime_as_string(days.to_numpy(dtype="datetime64[s]").astype("datetime64[D]"))
    return pd.Series(words, index=days.index, dtype="str").where(days.notna())


def _children(
    name: str, parts: Sequence[pd.DataFrame], claims: pd.Series[str], about: AbstractSet[str]
) -> pd.DataFrame:
    filled = [p for p in parts if len(p)]
    child = pd.concat(filled) if filled else pd.DataFrame({"claim_id": []})
    child = child[child.index.isin(claims.index)].sort_index(kind="stable")
    made: dict[str, Any] = {str(c): child[c] for c in child.columns}
    if "name" in child and name != "claim_places":
        made["actor_id"] = child["name"].map(find_ids(map(str, child["name"].unique()), about))
    made["claim_id"] = claims.reindex(child.index)
    return _typed(name, made, child.index)


def _typed(name: str, values: dict[str, Any], index: pd.Index[int]) -> pd.DataFrame:
    """The table with all columns of the schema in their types; empty text is missing, as frames of claims have it."""
    made: dict[str, pd.Series[Any]] = {}
    for column in TABLES[name]:
        value = values.get(column.name)
        if value is None:
            value = pd.Series(pd.NA if column.kind != "day" else pd.NaT, index=index, dtype="object")
        series: pd.Series[Any] = value if isinstance(value, pd.Series) else pd.Series(value, index=index)
        if column.kind == "text" and series.dtype == DTYPES["text"]:
            series = series.where(series != _EMPTY)
        elif column.kind == "text":
            series = series.astype("object").where(series.notna() & (series != _EMPTY), None)
        elif column.kind == "integer":
            series = pd.to_numeric(series, errors="coerce")
        kind: Any = DTYPES[column.kind]
        made[column.name] = series.astype(kind).reset_index(drop=True)
    frame = pd.DataFrame(made)
    if name == "documents":
        frame["text"] = frame["text"].fillna(_EMPTY)
    return frame


def _rejects(draft: Draft) -> pd.DataFrame:
    out = draft.kept[~draft.kept].index
    records = draft.rows.loc[out].fillna(_EMPTY).to_dict("records")
    listed = [
        {
            "row": row,
            "id": draft.ids.loc[row],
            "reason": draft.reasons.loc[row],
            "record": json.dumps(r, ensure_ascii=False),
        }
        for row, r in zip(out, records, strict=True)
    ]
    listed += [
        {"row": n, "id": "", "reason": why, "record": json.dumps(cells, ensure_ascii=False)}
        for n, why, cells in draft.broken
    ]
    listed.sort(key=lambda r: int(r["row"]))
    kinds = {name: "int64" if name == "row" else "str" for name in REJECT_COLUMNS}
    return pd.DataFrame(listed, columns=list(REJECT_COLUMNS)).astype(kinds)
