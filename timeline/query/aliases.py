"""Other names of the actors in the claims, for a search that finds an actor by any of them."""

from __future__ import annotations

import pandas as pd

from timeline.frame.tables import ClaimTables
from timeline.lexicon.actors import actor_aliases
from timeline.lexicon.fold import fold

_SHOWN = 12  # spellings of the text kept for one actor; beyond, they repeat each other
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "his", "her", "its", "their", "him", "them", "who", "which"))
_LONGEST = 60  # characters; a longer mention is a description, no name


def spelled(tables: ClaimTables) -> dict[str, list[str]]:
    """Folded words the texts use for actors → their ids; single words ("army", "they") say too little to name one."""
    seen = tables.claim_actors[["actor_id", "text"]].dropna().drop_duplicates()
    seen = seen[seen["text"].str.len().between(2, _LONGEST)]
    made: dict[str, list[str]] = {}
    for actor, text in zip(seen["actor_id"], seen["text"], strict=True):
        if " " in (key := fold(text).removeprefix("the ")):
            made.setdefault(key, []).append(actor)
    return made


def aliases(tables: ClaimTables) -> dict[str, str]:
    """Actor id → its other names in one string: the lexicon's, then the words the texts use, pronouns left out."""
    named = pd.concat([t[["actor_id", "name"]] for t in (tables.claim_actors, tables.claim_attributions)])
    seen = tables.claim_actors[["actor_id", "text"]].dropna().drop_duplicates()
    seen = seen[seen["text"].str.len().between(2, _LONGEST)]
    spelled = seen.groupby("actor_id", sort=False)["text"].agg(lambda texts: list(texts[:_SHOWN]))
    lexicon = actor_aliases()
    made = {}
    for actor in named["actor_id"].unique():
        known = lexicon.get(actor)
        names = dict.fromkeys([*(known.aliases if known else ()), *spelled.get(actor, ())])
        made[actor] = " ".join(n for n in names if n.lower() not in _PRONOUNS)
    return made
