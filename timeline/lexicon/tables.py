"""Reading of the shipped lexicon tables."""

from __future__ import annotations

import csv
from pathlib import Path

from timeline.settings import LEXICONS


def read_table(name: str, folder: Path = LEXICONS) -> list[dict[str, str]]:
    """Rows of ``data/lexicons/<name>.csv``, every value a stripped string, ``""`` for nothing."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [{k: (v or "").strip() for k, v in row.items()} for row in csv.DictReader(file)]


def split_list(value: str) -> tuple[str, ...]:
    """The parts of a ``|``-separated cell."""
    return tuple(part.strip() for part in value.split("|") if part.strip())


def to_year(value: str) -> int | None:
    """A year cell; empty is open."""
    return int(value) if value else None
