"""A text cut where its marks begin and end, so that marks may overlap and every piece knows all that covers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

LONGEST = 60_000  # characters of an article shown around the sentence; longer ones are cut at paragraphs


class Mark(NamedTuple):
    """A half-open range of code points and what it marks: sentence, date, actor, quantity, attribution, event."""

    start: int
    end: int
    kind: str


class Piece(NamedTuple):
    """Words covered by the same marks throughout."""

    text: str
    kinds: frozenset[str]


def cut_pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The pieces of ``text[start:end]``; joined they are exactly those characters. Marks may nest and overlap."""
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    edges = sorted({start, end, *(min(max(e, start), end) for m in inside for e in (m.start, m.end))})
    for low, high in pairwise(edges):
        kinds = frozenset(m.kind for m in inside if m.start <= low and high <= m.end)
        yield Piece(text[low:high], kinds)


def cut_paragraphs(text: str, around: int, longest: int = LONGEST) -> list[tuple[int, int]]:
    """Ranges of the paragraphs that hold ``around`` and as many neighbours as ``longest`` characters allow."""
    ranges: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            ranges.append((at, at + len(line)))
        at += len(line) + 1
    if len(text) <= longest:
        return ranges
    low, high = around - longest // 2, around + longest // 2
    return [(max(s, low), min(e, high)) for s, e in ranges if e > low and s < high]
