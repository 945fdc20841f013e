"""Claims as one Parquet file, nothing lost; ``frame.parquet`` has the layout and reads it back."""

from __future__ import annotations

from timeline.export.about import About
from timeline.frame.parquet import to_parquet
from timeline.frame.tables import ClaimTables


def write_parquet(tables: ClaimTables, about: About) -> bytes:
    """The bytes of the file; title, filter, day of making, sources and licences lie in its schema metadata."""
    return to_parquet(tables, dict(about.pairs()))
