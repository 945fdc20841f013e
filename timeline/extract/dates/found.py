"""An accepted expression before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extract.dates.reading import Reading


@dataclass(slots=True)
class Found:
    """Token range, reading, and the rule that read it."""

    start: int
    end: int
    reading: Reading
    rule: str
