"""The window of days that a view covers: the reader's, else the densest informative one."""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.int64]
EPOCH = date(1970, 1, 1).toordinal()
FIRST, LAST = date.min.toordinal() - EPOCH, date.max.toordinal() - EPOCH
ENOUGH = 0.9  # share of the claims a shorter default window has to hold
SHORTER = 0.25  # and how much shorter than the whole it has to be to be worth leaving claims out


def to_day(day: date) -> int:
    """Days since 1970."""
    return day.toordinal() - EPOCH


def from_day(day: int) -> date:
    """The date of a day since 1970, held within years 1–9999."""
    return date.fromordinal(min(max(day, FIRST), LAST) + EPOCH)


def choose_window(starts: Days, ends: Days, window: tuple[date | None, date | None]) -> tuple[int, int]:
    """First day and the day after the last. Ends that the reader gave are kept exactly, others are padded."""
    low, high = _dense(starts, ends)
    pad = max(1, round((high - low) * 0.03))
    first = to_day(window[0]) if window[0] else max(low - pad, FIRST)
    last = to_day(window[1]) + 1 if window[1] else min(high + pad, LAST + 1)
    if last <= first:
        first, last = (first, first + 30) if window[0] else (last - 30, last)
    if last - first < 4 and not all(window):
        first, last = first - 2, last + 2
    return first, last


def _dense(starts: Days, ends: Days) -> tuple[int, int]:
    """The hull of all, or the shortest span that holds nine in ten when that is a quarter of it at most."""
    if not len(starts):
        return 0, 365
    low, high = int(starts.min()), int(ends.max()) + 1
    if len(starts) < 8:
        return low, high
    order = np.argsort(starts, kind="stable")
    first, last = starts[order], ends[order]
    need = int(np.ceil(len(first) * ENOUGH))
    best = (low, high)
    for skip in range(0, len(first) - need + 1, max(1, (len(first) - need) // 50)):
        rest = np.sort(last[skip:])
        span = (int(first[skip]), int(rest[need - 1]) + 1)
        if span[1] - span[0] < best[1] - best[0]:
            best = span
    if best[1] - best[0] > (high - low) * SHORTER:
        return low, high
    near = (best[1] - best[0]) // 2  # neighbours of the dense part cost little and belong to it
    kept = (starts >= best[0] - near) & (ends < best[1] + near)
    return int(starts[kept].min()), int(ends[kept].max()) + 1
