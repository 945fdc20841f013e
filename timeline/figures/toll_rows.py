"""Reported numbers as rows: one per claim and number, with who says so and the days it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from timeline.frame.tables import ClaimTables

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


def find_tolls(
    tables: ClaimTables, window: tuple[int, int], most: int
) -> tuple[list[Toll], dict[tuple[str, bool], tuple[int, int]]]:
    """Dated numbers of people harmed within the window: at most the ``most`` largest of a kind and scope.

    Beside them, for each ``(kind, cumulative)``: how many numbers the window holds, and the first day of any number,
    inside the window or not. The source is who is said to say so, else the document's publisher, dataset or title.
    Parts of one event's toll (scope ``subset``) are left out: they would be read as totals.
    """
    rows = tables.claim_quantities
    rows = rows[rows["kind"].isin(KINDS) & (rows["scope"] != "subset") & (rows["low"].notna() | rows["high"].notna())]
    claims = tables.claims.set_index("claim_id")
    claims = claims[(claims["date_start"].notna() | claims["date_end"].notna()) & (claims["status"] != "rejected")]
    rows = rows[rows["claim_id"].isin(claims.index)]
    if not len(rows):
        return [], {}
    dates = claims.loc[rows["claim_id"]]
    start, end = (dates[c].fillna(dates[o]) for c, o in (("date_start", "date_end"), ("date_end", "date_start")))
    rows = rows.assign(
        first=start.to_numpy().astype("datetime64[D]").astype(np.int64),
        last=end.to_numpy().astype("datetime64[D]").astype(np.int64),
        cumulative=(rows["scope"] == "cumulative").to_numpy(dtype=bool),
        size=rows["high"].fillna(rows["low"]).to_numpy(dtype=np.int64),
    )
    earliest = rows.groupby(["kind", "cumulative"])["first"].min()
    rows = rows[(rows["first"] < window[1]) & (rows["last"] >= window[0])]
    grouped = rows.groupby(["kind", "cumulative"])
    sizes: dict[Any, int] = grouped.size().to_dict()
    counts = {(str(k), bool(c)): (int(n), int(earliest[k, c])) for (k, c), n in sizes.items()}
    rows = rows.loc[grouped["size"].nlargest(most).index.get_level_values(-1)] if len(rows) else rows
    sources = _sources(tables, claims.loc[rows["claim_id"].unique()])
    made = [_toll(row, sources) for row in rows.itertuples()]
    return sorted(made, key=lambda t: (t.end, t.source, t.value)), counts


def _toll(row: Any, sources: dict[str, str]) -> Toll:
    return Toll(
        claim_id=row.claim_id,
        source=sources[row.claim_id],
        kind=row.kind,
        cumulative=bool(row.cumulative),
        low=None if pd.isna(row.low) else int(row.low),
        high=None if pd.isna(row.high) else int(row.high),
        comparator=row.comparator or "eq",
        start=int(row.first),
        end=int(row.last),
        text=str(row.text or ""),
    )


def _sources(tables: ClaimTables, claims: pd.DataFrame) -> dict[str, str]:
    documents = tables.documents.set_index("document_id")
    own = documents["publisher"].fillna(documents["dataset"]).fillna(documents["title"])
    own = own.fillna(pd.Series(documents.index, index=documents.index))
    made = claims["document_id"].map(own).fillna(claims["document_id"]).to_dict()
    said = (
        tables.claim_attributions[tables.claim_attributions["claim_id"].isin(claims.index)]
        .drop_duplicates("claim_id")
        .set_index("claim_id")["name"]
        .dropna()
    )
    return {str(k): str(v) for k, v in (made | said.to_dict()).items()}
