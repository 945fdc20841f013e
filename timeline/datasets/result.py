"""What an import gives: tidy tables, the rows that could not be read with the reason, counts to check against."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from timeline.frame.tables import ClaimTables

REJECT_COLUMNS = ("row", "id", "reason", "record")


@dataclass(frozen=True, slots=True)
class Imported:
    """The result of one import.

    ``rejects`` has the columns row (line of data, from 1), id, reason and record (the row as JSON).
    ``counts`` holds rows, imported, rejected, flagged and, where the dataset has deaths, killed_best.
    ``notice`` is what the dataset's owner asks every user to be told.
    """

    tables: ClaimTables
    rejects: pd.DataFrame
    counts: dict[str, int]
    dataset: str
    licence: str
    notice: str | None = None
    flags: dict[str, int] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        """One sentence for people: ``16,566 of 16,566 rows of UCDP GED 19.1 imported``, and why not all."""
        words = f"{self.counts['imported']:,} of {self.counts['rows']:,} rows of {self.dataset} imported"
        if len(self.rejects):
            reasons = self.rejects["reason"].value_counts()
            shown = "; ".join(f"{count:,} × {reason}" for reason, count in reasons.head(5).items())
            words += f"; {len(self.rejects):,} rejected: {shown}"
        if self.flags:
            words += "; flagged: " + "; ".join(f"{count:,} × {flag}" for flag, count in self.flags.items())
        return words + "."


def no_rejects() -> pd.DataFrame:
    """A rejects frame with no rows."""
    return pd.DataFrame({name: pd.Series(dtype="int64" if name == "row" else "str") for name in REJECT_COLUMNS})
