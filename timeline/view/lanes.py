"""Which lanes a claim belongs to, and in what order the lanes stand."""

from __future__ import annotations

import pandas as pd

from timeline.frame.tables import ClaimTables

LANE_BY = ("actor", "event_type", "place", "attribution", "document")
NONE = {
    "actor": "No actor named",
    "event_type": "Other",
    "place": "No place named",
    "attribution": "In the author’s own voice",
    "document": "No document",
}
OTHERS = {
    "actor": "actors",
    "event_type": "types",
    "place": "places",
    "attribution": "sources",
    "document": "documents",
}
_CHILD = {
    "actor": ("claim_actors", "actor_id"),
    "place": ("claim_places", "name"),
    "attribution": ("claim_attributions", "actor_id"),
}


def find_lanes(tables: ClaimTables, ids: pd.Index, lane_by: str, order: str, most: int) -> pd.DataFrame:
    """One row per claim and lane: ``claim_id``, ``key``, ``name``, ``lane`` (0 = top).

    Lanes beyond ``most`` are folded into one lane of the others; claims without a value stand in a last lane.
    Within one lane a claim stands once.
    """
    pairs = _pairs(tables, ids, lane_by)
    position = pd.Series(range(len(ids)), index=ids)
    pairs = pairs.assign(position=position.reindex(pairs["claim_id"]).to_numpy()).sort_values("position", kind="stable")
    lanes = pairs.groupby("key", sort=False).agg(name=("name", "first"), n=("position", "size"))
    if order == "count":
        lanes = lanes.sort_values("n", ascending=False, kind="stable")
    elif order == "name":
        lanes = lanes.sort_values("name", key=lambda s: s.str.casefold(), kind="stable")
    named = [k for k in lanes.index if k]
    if len(named) > most:
        keep = set(lanes.loc[named].nlargest(most - 1, "n").index)
        folded = [k for k in named if k not in keep]
        pairs.loc[pairs["key"].isin(folded), ["key", "name"]] = ["\0others", f"{len(folded)} other {OTHERS[lane_by]}"]
        pairs = pairs.drop_duplicates(["claim_id", "key"])
        named = [k for k in named if k in keep] + ["\0others"]
    rank = {k: i for i, k in enumerate([*named, ""])}
    return pairs.assign(lane=pairs["key"].map(rank))[["claim_id", "key", "name", "lane"]]


def _pairs(tables: ClaimTables, ids: pd.Index, lane_by: str) -> pd.DataFrame:
    claims = tables.claims.set_index("claim_id").loc[ids]
    if lane_by in _CHILD:
        table, key = _CHILD[lane_by]
        child: pd.DataFrame = getattr(tables, table)
        child = child[child["claim_id"].isin(ids)]
        made = pd.DataFrame({"claim_id": child["claim_id"], "key": child[key].fillna(""), "name": child["name"]})
        made = made[made["key"] != ""].drop_duplicates(["claim_id", "key"])
        bare = ids.difference(pd.Index(made["claim_id"]), sort=False)
        rest = pd.DataFrame({"claim_id": bare, "key": "", "name": NONE[lane_by]})
        return pd.concat([made, rest], ignore_index=True) if len(rest) else made.reset_index(drop=True)
    if lane_by == "document":
        named = tables.documents.set_index("document_id")
        title = named["title"].fillna(pd.Series(named.index, index=named.index)).astype("str")
        names = claims["document_id"].map(title).fillna(claims["document_id"])
        return pd.DataFrame({"claim_id": ids, "key": claims["document_id"].to_numpy(), "name": names.to_numpy()})
    kinds = claims["event_type"].fillna("other").astype("str")
    return pd.DataFrame({"claim_id": ids, "key": kinds.to_numpy(), "name": kinds.map(type_name).to_numpy()})


def type_name(event_type: str) -> str:
    """An event type in words."""
    return event_type.replace("_", " ").capitalize()
