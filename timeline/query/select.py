"""A filter → the ids of the claims it keeps."""

from __future__ import annotations

import pandas as pd

from timeline.frame.tables import ClaimTables
from timeline.query.filter import ClaimFilter
from timeline.query.index import index_of


def select_ids(tables: ClaimTables, chosen: ClaimFilter) -> pd.Index[str]:
    """Ids of the claims kept, in the tables' order; the tables must not be changed afterwards."""
    ids: pd.Index[str] = pd.Index(tables.claims["claim_id"])
    return ids[index_of(tables).select(chosen)] if chosen else ids
