"""Reported numbers as rows: one per claim and number, with who says so and the days it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from timeline.analysis.facts import find_facts
from timeline.analysis.sources import find_sources
from timeline.analysis.tolls import KINDS
from timeline.analysis.totals import series, totals_of
from timeline.frame.tables import ClaimTables


@dataclass(frozen=True, slots=True)
class Toll:
    """A reported number. ``start``/``end`` are days since 1970, both inclusive; one of ``low``/``high`` is given.

    Running totals of one ``series`` are one count by one source as it grew.
    """

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
    series: str = ""

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
    claims = tables.claims
    at = pd.Index(claims["claim_id"]).get_indexer(pd.Index(rows["claim_id"]))
    days = [claims[c].to_numpy().astype("datetime64[D]") for c in ("date_start", "date_end")]
    good = ~(np.isnat(days[0]) & np.isnat(days[1])) & (claims["status"] != "rejected").to_numpy(dtype=bool)
    kept = (at >= 0) & good[at] if len(good) else np.zeros(len(at), dtype=bool)
    rows, at = rows[kept], at[kept]
    if not len(rows):
        return [], {}
    start, end = (d[at] for d in days)
    rows = rows.assign(
        first=np.where(np.isnat(start), end, start).astype(np.int64),
        last=np.where(np.isnat(end), start, end).astype(np.int64),
        cumulative=(rows["scope"] == "cumulative").to_numpy(dtype=bool),
        size=rows["high"].fillna(rows["low"]).to_numpy(dtype=np.int64),
    )
    earliest = rows.groupby(["kind", "cumulative"])["first"].min()
    rows = rows[(rows["first"] < window[1]) & (rows["last"] >= window[0])]
    grouped = rows.groupby(["kind", "cumulative"])
    sizes: dict[Any, int] = grouped.size().to_dict()
    counts = {(str(k), bool(c)): (int(n), int(earliest[k, c])) for (k, c), n in sizes.items()}
    rows = rows.loc[grouped["size"].nlargest(most).index.get_level_values(-1)] if len(rows) else rows
    told = tables.claims[tables.claims["claim_id"].isin(rows["claim_id"])]
    sources = {claim: source.name for claim, source in find_sources(tables, told).items()}
    lines = _lines(tables, told[told["claim_id"].isin(rows.loc[rows["cumulative"], "claim_id"])])
    made = [_toll(row, sources, lines) for row in rows.itertuples()]
    return sorted(made, key=lambda t: (t.end, t.source, t.value)), counts


def _lines(tables: ClaimTables, claims: pd.DataFrame) -> dict[tuple[str, str, int | None, int | None], str]:
    """For each running total (claim, kind, low, high) the series it belongs to: the id of its first claim."""
    if not len(claims):
        return {}
    totals = [total for facts in find_facts(tables, claims).values() for total in totals_of(facts)]
    return {
        (t.claim.claim_id, t.number.kind, t.number.low, t.number.high): line[0].claim.claim_id
        for line in series(totals)
        for t in line
    }


def _toll(row: Any, sources: dict[str, str], lines: dict[tuple[str, str, int | None, int | None], str]) -> Toll:
    low, high = (None if pd.isna(bound) else int(bound) for bound in (row.low, row.high))
    return Toll(
        claim_id=row.claim_id,
        source=sources[row.claim_id],
        kind=row.kind,
        cumulative=bool(row.cumulative),
        low=low,
        high=high,
        comparator=row.comparator or "eq",
        start=int(row.first),
        end=int(row.last),
        text=str(row.text or ""),
        series=lines.get((row.claim_id, row.kind, low, high), "") if row.cumulative else "",
    )
