"""Packing: items that would overlap go to different rows. Plain numbers in, row numbers out."""

from __future__ import annotations

from collections.abc import Sequence


def pack_rows(items: Sequence[tuple[float, float, int]], gap: float = 10) -> list[int]:
    """The first row of each item ``(low, high, depth)``; an item takes ``depth`` rows downwards.

    Two items that share a row are at least ``gap`` apart. First fit in the order of ``low``, which needs the fewest
    rows when every depth is 1.
    """
    rows = [0] * len(items)
    ends: list[float] = []
    for index in sorted(range(len(items)), key=lambda i: items[i][0]):
        low, high, depth = items[index]
        row = 0
        while any(row + d < len(ends) and ends[row + d] + gap > low for d in range(depth)):
            row += 1
        while len(ends) < row + depth:
            ends.append(float("-inf"))
        ends[row : row + depth] = [high] * depth
        rows[index] = row
    return rows
