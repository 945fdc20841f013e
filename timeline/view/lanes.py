"""Which lanes a claim belongs to, and in what order the lanes stand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np
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
OTHERS_KEY = "\0others"
FEW = 3  # so many lanes of a single claim are still read with ease
_CHILD = {
    "actor": ("claim_actors", "actor_id"),
    "place": ("claim_places", "name"),
    "attribution": ("claim_attributions", "actor_id"),
}


def find_lanes(
    tables: ClaimTables,
    ids: pd.Index,
    lane_by: str,
    order: str,
    most: int,
    *,
    foremost: Collection[str] = (),
    fold: bool = True,
) -> pd.DataFrame:
    """One row per claim and lane: ``claim_id``, ``key``, ``name``, ``lane`` (0 = top), ``member``.

    Lanes of a single claim are folded into one lane of the others when there are more than ``FEW`` of them, and so are
    those beyond ``most``; ``member`` names whose lanes those were, else it is ``""``. Lanes whose keys are in
    ``foremost`` are never folded and stand at the top. Claims without a value stand in a last lane; within one lane a
    claim stands once. With ``fold`` off only what is beyond ``most`` is folded.
    """
    pairs = _pairs(tables, ids, lane_by)
    lanes = pairs.groupby("key", sort=False).agg(name=("name", "first"), n=("position", "size"))
    if order == "count":
        lanes = lanes.sort_values("n", ascending=False, kind="stable")
    elif order == "name":
        lanes = lanes.sort_values("name", key=lambda s: s.str.casefold(), kind="stable")
    chosen = [k for k in lanes.index if k in foremost]
    named = chosen + [k for k in lanes.index if k and k not in foremost]
    small = _small(lanes["n"], named, set(chosen), lane_by, most, fold=fold)
    pairs["member"] = ""
    if small:
        folded = pairs["key"].isin(small)
        pairs.loc[folded, "member"] = pairs.loc[folded, "name"]
        pairs.loc[folded, ["key", "name"]] = [OTHERS_KEY, f"{len(small)} other {OTHERS[lane_by]}"]
        joined = pairs[folded].groupby("claim_id")["member"].agg(", ".join)
        pairs.loc[folded, "member"] = pairs.loc[folded, "claim_id"].map(joined)
        pairs = pairs.drop_duplicates(["claim_id", "key"])
        named = [k for k in named if k not in small] + [OTHERS_KEY]
    rank = {k: i for i, k in enumerate([*named, ""])}
    return pairs.assign(lane=pairs["key"].map(rank))[["claim_id", "key", "name", "lane", "member"]]


def _small(
    counts: pd.Series[Any], named: list[str], chosen: set[str], lane_by: str, most: int, *, fold: bool
) -> set[str]:
    """Keys of the lanes to fold together."""
    rest = [k for k in named if k not in chosen]
    small = {k for k in rest if counts[k] == 1}
    if not fold or lane_by == "event_type" or len(small) <= FEW or len(small) == len(named):
        small = set()
    left = [k for k in rest if k not in small]
    room = most - len(chosen)
    if len(left) + bool(small) > room:
        keep = set(counts.loc[left].nlargest(max(room - 1, 0)).index)
        small |= {k for k in left if k not in keep}
    return small


def _pairs(tables: ClaimTables, ids: pd.Index, lane_by: str) -> pd.DataFrame:
    """Claim and lane in the order of ``ids``; ``position`` is the claim's place there."""
    if lane_by in _CHILD:
        table, key = _CHILD[lane_by]
        child: pd.DataFrame = getattr(tables, table)
        position = ids.get_indexer(pd.Index(child["claim_id"]))
        inside = (position >= 0) & child[key].fillna("").ne("").to_numpy()
        child, position = child[inside], position[inside]
        made = pd.DataFrame({"position": position, "claim_id": ids[position], "key": child[key].to_numpy(),
                             "name": child["name"].to_numpy()}).drop_duplicates(["position", "key"])  # fmt: skip
        bare = np.setdiff1d(np.arange(len(ids)), position)
        rest = pd.DataFrame({"position": bare, "claim_id": ids[bare], "key": "", "name": NONE[lane_by]})
        both = pd.concat([made, rest], ignore_index=True) if len(rest) else made
        return both.sort_values("position", kind="stable", ignore_index=True)
    claims = tables.claims
    if len(claims) != len(ids) or not ids.equals(pd.Index(claims["claim_id"])):
        claims = claims.iloc[pd.Index(claims["claim_id"]).get_indexer(ids)]
    made = pd.DataFrame({"position": np.arange(len(ids)), "claim_id": ids})
    if lane_by == "document":
        named = tables.documents.set_index("document_id")
        title = named["title"].fillna(pd.Series(named.index, index=named.index)).astype("str")
        names = claims["document_id"].map(title).fillna(claims["document_id"])
        return made.assign(key=claims["document_id"].to_numpy(), name=names.to_numpy())
    kinds = claims["event_type"].fillna("other").astype("str")
    return made.assign(key=kinds.to_numpy(), name=kinds.map(type_name).to_numpy())


def type_name(event_type: str) -> str:
    """An event type in words."""
    return event_type.replace("_", " ").capitalize()
