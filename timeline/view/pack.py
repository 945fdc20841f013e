"""Packing: items that would overlap go to different rows. Plain numbers in, row numbers out."""

from __future__ import annotations

from collections.abc import Sequence


def pack_rows(
    items: Sequence[tuple[float, float, int]], gap: float = 10, order: Sequence[float] | None = None
) -> list[int]:
    """The first row of each item ``(low, high, depth)``; an item takes ``depth`` rows downwards.

    Two items that share a row are at least ``gap`` apart. First fit in the order of ``low``, which needs the fewest
    rows when every depth is 1, or in that of ``order``, equal ones as they come: then what begins earlier stands
    above what begins later wherever both cannot share a row.
    """
    if order is not None:
        return _pack_in_order(items, gap, order)
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


def _pack_in_order(items: Sequence[tuple[float, float, int]], gap: float, order: Sequence[float]) -> list[int]:
    rows = [0] * len(items)
    taken: list[list[tuple[float, float]]] = []
    for index in sorted(range(len(items)), key=lambda i: order[i]):
        low, high, depth = items[index]
        row = 0
        while any(
            low < other_high + gap and other_low < high + gap
            for level in taken[row : row + depth]
            for other_low, other_high in level
        ):
            row += 1
        while len(taken) < row + depth:
            taken.append([])
        for level in taken[row : row + depth]:
            level.append((low, high))
        rows[index] = row
    return rows
