"""Reported numbers as rows: one per claim and number, with who says so and the days it stands for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.frame.tables import ClaimTables

_OPEN = np.iinfo(np.int64).min
KINDS = ("killed", "injured", "displaced", "detained", "kidnapped", "missing", "besieged", "evacuated", "freed")


@dataclass(frozen=True, slots=True)
class Toll:
    """A reported number. ``start``/``end`` are days since 1970, both inclusive; one of ``low``/``high`` is given."""

    claim_id: str
    source: str
    kind: str
    cumulative: bool
    low: int | None
    high: int | None
    comparator: str
    start: int
    end: int
    text: str

    @property
    def value(self) -> int:
        """The number that is said: the bound for "more than" and "fewer than", the middle of a range."""
        if self.low is None or self.high is None:
            known = self.low if self.low is not None else self.high
            return known if known is not None else 0
        return (self.low + self.high) // 2

    @property
    def words(self) -> str:
        """The number as the source bounds it."""
        if self.comparator == "range" and self.low is not None and self.high is not None:
            return f"{self.low:,}–{self.high:,}"
        sign = {"gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ ", "approx": "~ "}.get(self.comparator, "")
        if self.comparator == "approx" and self.low != self.high and self.low is not None and self.high is not None:
            return f"{self.low:,}–{self.high:,}"
        return f"{sign}{self.value:,}"


def find_tolls(tables: ClaimTables) -> list[Toll]:
    """Every dated number of people harmed, by source: who is said to say so, else the document's publisher or title.

    Parts of one event's toll (scope ``subset``) are left out: they would be read as totals.
    """
    rows = tables.claim_quantities
    rows = rows[rows["kind"].isin(KINDS) & (rows["scope"] != "subset") & (rows["low"].notna() | rows["high"].notna())]
    claims = tables.claims.set_index("claim_id")
    claims = claims[(claims["date_start"].notna() | claims["date_end"].notna()) & (claims["status"] != "rejected")]
    rows = rows[rows["claim_id"].isin(claims.index)]
    if not len(rows):
        return []
    sources = _sources(tables, claims)
    start, end = (claims[c].fillna(claims[o]) for c, o in (("date_start", "date_end"), ("date_end", "date_start")))
    first = pd.Series(start.to_numpy().astype("datetime64[D]").astype(np.int64), index=claims.index)
    last = pd.Series(end.to_numpy().astype("datetime64[D]").astype(np.int64), index=claims.index)
    made = [
        Toll(
            r.claim_id, sources[r.claim_id], r.kind, r.scope == "cumulative",
            None if pd.isna(r.low) else int(r.low), None if pd.isna(r.high) else int(r.high),
            r.comparator or "eq", int(first[r.claim_id]), int(last[r.claim_id]), str(r.text or ""),
        )
        for r in rows.itertuples()
    ]  # fmt: skip
    return sorted(made, key=lambda t: (t.end, t.source, t.value))


def _sources(tables: ClaimTables, claims: pd.DataFrame) -> dict[str, str]:
    documents = tables.documents.set_index("document_id")
    own = documents["publisher"].fillna(documents["dataset"]).fillna(documents["title"])
    own = own.fillna(pd.Series(documents.index, index=documents.index))
    made = claims["document_id"].map(own).fillna(claims["document_id"]).to_dict()
    said = tables.claim_attributions.drop_duplicates("claim_id").set_index("claim_id")["name"].dropna()
    return {**made, **said.to_dict()}
