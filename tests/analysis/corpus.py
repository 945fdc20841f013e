"""A large made-up collection in the claim schema: towns, days, armies, papers, tolls."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.frame.columns import TABLES
from timeline.frame.tables import DTYPES, ClaimTables

KINDS = ("battle", "remote_violence", "civilian_targeting", "protest", "casualty_report")


def made_table(table: str, size: int, /, **columns: object) -> pd.DataFrame:
    """A table of the schema; columns that are not given are empty."""
    empty = {"text": None, "integer": None, "number": np.nan, "boolean": False, "day": None}
    return pd.DataFrame({
        c.name: pd.Series(columns.get(c.name, empty[c.kind]), index=range(size), dtype=DTYPES[c.kind]) for c in TABLES[table]
    })  # fmt: skip


def large_tables(size: int, *, days: int = 1400, towns: int = 60, seed: int = 1) -> ClaimTables:
    """``size`` claims of ``size // 10`` articles over these days and towns, half of them with a number of dead."""
    draw = np.random.default_rng(seed)
    ids = np.array([f"c-{i:012x}" for i in range(size)])
    start = np.datetime64("2014-01-01") + draw.integers(0, days, size)
    where = draw.integers(0, towns, size)
    army, foe = draw.integers(0, 8, size), draw.integers(8, 16, size)
    dead = draw.integers(1, 60, size)
    words = [f"In Town{w} the army{a} fought group{f} and {d} people died near the mosque, number {i}."
             for i, (w, a, f, d) in enumerate(zip(where, army, foe, dead, strict=True))]  # fmt: skip
    document = np.arange(size) // 10
    claims = made_table(
        "claims", size, claim_id=ids, document_id=[f"d-{d}" for d in document], sentence_text=words, event_text=words,
        date_edtf=start.astype(str), date_start=start.astype("datetime64[s]"), date_end=start.astype("datetime64[s]"),
        date_precision="day", date_relation="on", date_basis="explicit", event_type=draw.choice(KINDS, size),
        confidence=1.0, status="extracted",
    )  # fmt: skip
    articles = [f"d-{d}" for d in range(document[-1] + 1)]
    pair = np.repeat(np.arange(size), 2)
    actors = np.stack([army, foe], axis=1).ravel()
    half = np.arange(0, size, 2)
    return ClaimTables(
        documents=made_table("documents", len(articles), document_id=articles, text="", published="2014-02-01",
                             publisher=[f"Paper {d % 20}" for d in range(len(articles))]),
        claims=claims,
        claim_actors=made_table("claim_actors", 2 * size, claim_id=ids[pair], actor_id=[f"actor-{a}" for a in actors],
                                name=[f"Actor {a}" for a in actors], role=np.tile(["agent", "target"], size)),
        claim_places=made_table("claim_places", size, claim_id=ids, name=[f"Town{w}" for w in where], country="SY",
                                place_kind="city"),
        claim_quantities=made_table("claim_quantities", len(half), claim_id=ids[half], kind="killed", low=dead[half],
                                    high=dead[half], comparator="eq", text=[f"{d} people died" for d in dead[half]],
                                    scope=np.where(half % 40, "event", "cumulative")),
        claim_attributions=made_table("claim_attributions", len(half), claim_id=ids[half], cue="said",
                                      actor_id=[f"source-{a}" for a in foe[half]], name=[f"Source {a}" for a in foe[half]]),
    )  # fmt: skip
