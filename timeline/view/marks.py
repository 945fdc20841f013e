"""The values of a view: lanes, marks with their rows and labels, or counts by lane and day bin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

ROW = 26  # height of a row in pixels: a touch target of at least 24
HEADER = 30  # the time axis above the lanes
GAP = 11  # between a mark and its label: room for the ring around a chosen mark
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim in one lane. ``x0``/``x1`` are drawn pixels from the plot's left edge, ``y`` from its top.

    ``kind`` is ``dot`` (exact day), ``band`` (somewhere within) or ``bar`` (lasted); ``hollow`` = inherited or
    document-dated; ``tail`` points to where else the days may lie (by/before: left, after: right).
    """

    claim_id: str
    lane: int
    row: int
    y: float
    kind: str
    event_type: str
    hollow: bool
    x0: float
    x1: float
    start: str
    end: str
    open_start: bool
    open_end: bool
    tail: str
    label: str
    label_side: str  # right, left, below, "" (no label)
    hover: str
    status: str

    @property
    def label_x(self) -> float:
        """Where the label is anchored: its right edge when it stands at the left, else its left edge."""
        tail_right, tail_left = self.tail == "right", self.tail == "left"
        if self.label_side == "left":
            return self.x0 - GAP - (16 if tail_left else 0)
        if self.label_side == "below":
            return self.x0 + 2
        return self.x1 + GAP + (16 if tail_right else 0)


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its place in pixels; ``count`` is its claims in the window."""

    key: str
    name: str
    count: int
    top: float
    height: float
    heading: float  # height of a heading above the rows; 0 when it stands at the left


@dataclass(frozen=True, slots=True)
class Density:
    """Claims per lane and bin of whole days; ``edges`` are days since 1970, one more than bins."""

    edges: tuple[int, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class View:
    """What is visible. ``start``/``end`` are days since 1970, ``end`` exclusive; all lengths are pixels.

    ``shown`` + ``outside`` + ``undated`` = ``total``, counted in claims, not in marks.
    """

    width: int
    left: int
    right: int
    height: float
    start: int
    end: int
    mode: str  # labels, marks, density, empty
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    density: Density | None
    shown: int
    outside: int
    undated: int
    total: int
    lane_by: str

    @property
    def plot_width(self) -> int:
        """Pixels between the margins."""
        return self.width - self.left - self.right

    @property
    def narrow(self) -> bool:
        """Whether lane names stand above their rows."""
        return self.width < NARROW

    def ms(self, x: float) -> float:
        """Milliseconds since 1970 at a pixel of the plot."""
        return (self.start + x / self.plot_width * (self.end - self.start)) * DAY_MS

    def px(self, day: Any) -> Any:
        """The pixel of a day's beginning (a number or an array)."""
        return (day - self.start) / (self.end - self.start) * self.plot_width


NARROW = 640
