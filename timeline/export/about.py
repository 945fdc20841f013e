"""What every export says of itself: title, filter in words, day of making, sources, datasets and their licences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from timeline.frame.tables import ClaimTables

MAKER = "conflict-timeline"
CAVEAT = (
    "Each row is one document's assertion, not an established fact: two reports of one event are two claims. "
    "date_start and date_end are the first and last day the date's words can mean, both inclusive."
)


@dataclass(frozen=True, slots=True)
class About:
    """The facts an export carries beside its claims; ``description`` is the filter in words."""

    title: str
    description: str
    made: date
    claims: int
    documents: int
    sources: tuple[str, ...]
    licences: tuple[str, ...]

    def pairs(self) -> list[tuple[str, str]]:
        """Label and value, in the order to show them."""
        return [
            ("Title", self.title),
            ("Claims shown", self.description),
            ("Number of claims", f"{self.claims:,}"),
            ("Number of documents", f"{self.documents:,}"),
            ("Made on", self.made.isoformat()),
            ("Made with", MAKER),
            ("Sources", "; ".join(self.sources)),
            ("Licences", "; ".join(self.licences)),
            ("How to read it", CAVEAT),
        ]


def make_about(tables: ClaimTables, *, description: str, made: date, title: str) -> About:
    """The facts of these tables; sources are datasets and publishers by number of documents, the first twenty named."""
    documents = tables.documents
    named = documents["dataset"].combine_first(documents["publisher"]).combine_first(documents["source"])
    counts = named[_filled(named)].value_counts()
    more = [f"and {len(counts) - 20} more"] if len(counts) > 20 else []
    licences = documents.loc[_filled(documents["licence"]), ["dataset", "licence"]].drop_duplicates()
    terms = [
        f"{row.dataset}: {row.licence}" if _is_text(row.dataset) else str(row.licence) for row in licences.itertuples()
    ]
    return About(
        title=title,
        description=description,
        made=made,
        claims=len(tables.claims),
        documents=len(documents),
        sources=(*map(str, counts.index[:20]), *more),
        licences=tuple(terms),
    )


def _filled(values: pd.Series[str]) -> pd.Series[bool]:
    return values.notna() & (values != "")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)
