"""Claims as one row each, for spreadsheets: lists joined with ``; ``, the quantities most asked for in columns."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from timeline.export.about import About
from timeline.frame.tables import ClaimTables

JOINER = "; "
COUNTED = ("killed", "injured", "displaced", "detained", "kidnapped", "missing")
_SCOPE_ORDER = {"event": 0, "cumulative": 1, "subset": 2}
DOCUMENT_COLUMNS = {
    "title": "document_title", "publisher": "publisher", "source": "source", "url": "url", "author": "author",
    "published": "document_date", "date_basis": "document_date_basis", "language": "language",
    "dataset": "dataset", "licence": "licence",
}  # fmt: skip
_CLAIM_COLUMNS = (
    "claim_id", "date_start", "date_end", "date_edtf", "date_precision", "date_relation", "date_basis", "date_text",
    "event_type", "event_text",
)  # fmt: skip
_LAST_COLUMNS = ("hedged", "status", "note", "sentence_text", "sentence_start", "sentence_end", "document_id")


class Flat(NamedTuple):
    """The one-row-per-claim frame, days as ``YYYY-MM-DD`` text (empty = open), and which columns hold text."""

    rows: pd.DataFrame
    days: tuple[str, ...] = ("date_start", "date_end")


def to_flat(tables: ClaimTables, about: About | None = None) -> Flat:
    """One row per claim in the claims' order; with ``about``, filter and day of making as the last two columns."""
    claims = tables.claims
    ids = claims["claim_id"]
    rows = claims[list(_CLAIM_COLUMNS)].reset_index(drop=True).copy()
    for column in ("date_start", "date_end"):
        rows[column] = day_text(rows[column])
    actors = tables.claim_actors
    rows["actors"] = _joined(ids, actors, "name")
    for role, column in (("agent", "agents"), ("target", "targets")):
        rows[column] = _joined(ids, actors[actors["role"] == role], "name")
    rows["attribution"] = _joined(ids, tables.claim_attributions, "name")
    places = tables.claim_places
    rows["places"] = _joined(ids, places, "name")
    first_place = places[places["lat"].notna()].drop_duplicates("claim_id").set_index("claim_id")
    rows["country"] = _joined(ids, places, "country")
    for column in ("lat", "lon"):
        rows[column] = first_place[column].reindex(ids).to_numpy()
    for kind in COUNTED:
        chosen = _chosen_quantity(tables.claim_quantities, kind)
        for column in ("low", "high", "comparator", "scope"):
            rows[f"{kind}_{column}"] = chosen[column].reindex(ids).array
    quantities = tables.claim_quantities
    worded = quantities["kind"].str.cat(quantities["text"].fillna(""), sep=": ")
    rows["quantities"] = _joined(ids, quantities.assign(words=worded), "words")
    for column in _LAST_COLUMNS:
        rows[column] = claims[column].to_numpy() if column == "hedged" else claims[column].array
    documents = tables.documents.drop_duplicates("document_id").set_index("document_id")
    for column, name in DOCUMENT_COLUMNS.items():
        rows[name] = documents[column].reindex(claims["document_id"]).array
    if about is not None:
        rows["export_filter"] = about.description
        rows["export_made"] = about.made.isoformat()
    return Flat(rows)


def day_text(days: pd.Series[pd.Timestamp]) -> pd.Series[str]:
    """``YYYY-MM-DD`` for any year 1–9999 (strftime drops leading zeros); empty for an open end."""
    words = np.datetime_as_string(days.to_numpy(dtype="datetime64[s]").astype("datetime64[D]"))
    return pd.Series(np.where(words == "NaT", "", words), index=days.index, dtype="str")


def _joined(ids: pd.Series[str], child: pd.DataFrame, column: str) -> pd.Series[str]:
    """Per claim the distinct values of a child column, in order, joined."""
    values = child.loc[child[column].notna() & (child[column] != ""), ["claim_id", column]].drop_duplicates()
    repeated = values["claim_id"].duplicated(keep=False)
    once = values[~repeated].set_index("claim_id")[column]
    many = values[repeated].groupby("claim_id", sort=False)[column].agg(JOINER.join)
    return pd.Series(pd.concat([once, many]).reindex(ids).fillna("").to_numpy(), dtype="str")


def _chosen_quantity(quantities: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The claim's own figure of a kind: the incident's before a running total before a part; then text order."""
    own = quantities[quantities["kind"] == kind]
    order = own["scope"].map(_SCOPE_ORDER).fillna(9)
    return own.assign(order=order).sort_values("order", kind="stable").drop_duplicates("claim_id").set_index("claim_id")
