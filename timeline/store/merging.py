"""Actors made one, or one made two: the change that is kept, worked out from the claims as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import pandas as pd

from timeline.errors import StoreError
from timeline.frame.tables import ClaimTables
from timeline.lexicon.fold import slug
from timeline.store.changes import MERGE, SPLIT, Change
from timeline.store.naming import Naming


def merge(tables: ClaimTables, ids: Iterable[str], into: str, name: str | None, who: str, when: datetime) -> Change:
    """All mentions of these actors become mentions of ``into``, called ``name`` or as before."""
    listed = list(dict.fromkeys([*ids, into]))
    known = actor_names(tables, listed)
    if missing := [i for i in listed if i not in known]:
        raise StoreError(f"No claim has the actor {missing[0]}; choose one that is shown.")
    wanted = (name or "").strip() or known[into]
    patch = {"ids": listed, "into": into, "name": wanted}
    old = {"names": [known[i] for i in listed if i != into] or [known[into]]}
    return Change(MERGE, into, who, when.isoformat(), wanted, old, {"name": wanted}, patch)


def split(
    tables: ClaimTables, actor_id: str, name: str, rule: dict[str, Sequence[str]], who: str, when: datetime
) -> Change:
    """The mentions that the rule (origins, claims, texts) describes become mentions of another actor."""
    wanted = name.strip()
    if not any(rule.values()) or not wanted:
        raise StoreError("Say which mentions to split off, and what their actor is called.")
    known = actor_names(tables, [actor_id])
    if actor_id not in known:
        raise StoreError(f"No claim has the actor {actor_id}; choose one that is shown.")
    origins = rule["origins"]
    other = origins[0] if len(origins) == 1 else Naming(tables).actor(wanted)["actor_id"]
    if other == actor_id:
        other = f"{slug(wanted)}-2"
    patch = {"ids": [actor_id], "into": other, "name": wanted} | {k: list(v) for k, v in rule.items()}
    return Change(SPLIT, actor_id, who, when.isoformat(), known[actor_id], {"names": [known[actor_id]]},
                  {"name": wanted}, patch)  # fmt: skip


def merged_into(extracted: ClaimTables, changes: Iterable[Change], actor_id: str) -> dict[str, str]:
    """Ids and names of the actors as extracted that merges made this one."""
    ids = {actor_id}
    for patch in reversed([c.patch or {} for c in changes if c.kind == MERGE]):
        if patch["into"] in ids:
            ids |= set(patch["ids"])
    return {i: n for i, n in actor_names(extracted, ids).items() if i != actor_id}


def actor_names(tables: ClaimTables, ids: Iterable[str]) -> dict[str, str]:
    """Names of those of these actors that are in the tables."""
    wanted = list(ids)
    both = pd.concat([t[["actor_id", "name"]] for t in (tables.claim_actors, tables.claim_attributions)])
    both = both[both["actor_id"].isin(wanted)].drop_duplicates("actor_id")
    return dict(zip(both["actor_id"], both["name"], strict=True))
