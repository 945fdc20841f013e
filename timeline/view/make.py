"""Claims and a window → a view: lanes, rows, labels by real text widths, or density when there are too many."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from timeline.frame.tables import ClaimTables
from timeline.view.bins import count_bins
from timeline.view.lanes import find_lanes
from timeline.view.marks import HEADER, NARROW, ROW, Lane, View
from timeline.view.place import place_marks
from timeline.view.widths import text_width
from timeline.view.window import Days, choose_window

LABELLED, PLAIN = 150, 800  # claims: above the first no labels, above the second counts
TALLEST = {"labels": 5200, "marks": 3600}  # pixels before the next coarser level is taken
MOST_LANES = 24
PAD = 7  # above and below the rows of a lane
LANE_SIZE = 13
_OPEN = np.iinfo(np.int64).min


def make_view(
    tables: ClaimTables,
    ids: pd.Index,
    window: tuple[date | None, date | None] = (None, None),
    lane_by: str = "actor",
    width: int = 1100,
    *,
    order: str = "first",
    collapsed: Collection[str] = (),
    foremost: Collection[str] = (),
    fold: bool = True,
) -> View:
    """The view of the claims ``ids``.

    Args:
        tables: the frames that hold the claims.
        ids: claim ids to show; every one is drawn, or counted as density, outside the window, or undated.
        window: first and last day, both inclusive; ``None`` ends are chosen so that the densest part is legible.
        lane_by: actor, event_type, place, attribution or document.
        width: of the whole figure in pixels.
        order: of the lanes: first (appearance), count or name.
        collapsed: keys of lanes that are drawn as one row of plain marks.
        foremost: keys of lanes that stand at the top whatever the order, and are never folded.
        fold: whether many lanes of a single claim become one.

    """
    claims = tables.claims
    if len(ids) != len(claims):
        claims = claims[claims["claim_id"].isin(pd.Index(ids))]
    claims = claims.reset_index(drop=True)
    starts, ends = _days(claims["date_start"]), _days(claims["date_end"])
    dated = (starts != _OPEN) | (ends != _OPEN)
    low, high = np.where(starts != _OPEN, starts, ends), np.where(ends != _OPEN, ends, starts)
    first, last = choose_window(low[dated], high[dated], window)
    reach_low, reach_high = np.where(starts == _OPEN, first, starts), np.where(ends == _OPEN, last - 1, ends)
    inside = dated & (reach_low < last) & (reach_high >= first)
    seen = claims[inside].assign(_start=starts[inside], _end=ends[inside])
    seen = seen.assign(_order=reach_low[inside]).sort_values("_order", kind="stable").reset_index(drop=True)
    counts = {"shown": len(seen), "undated": int((~dated).sum()), "outside": int((dated & ~inside).sum())}
    pairs = find_lanes(tables, pd.Index(seen["claim_id"]), lane_by, order, MOST_LANES, foremost=foremost, fold=fold)
    frame = _frame(width, pairs, first, last, counts, len(claims), lane_by)
    if not len(seen):
        return View(**frame, height=HEADER + 3 * ROW, mode="empty", lanes=(), marks=(), density=None)
    for mode, most in (("labels", LABELLED), ("marks", PLAIN)):
        if len(seen) <= most:
            lanes, marks = place_marks(seen, pairs, frame, mode, frozenset(collapsed), _lane_tops)
            height = lanes[-1].top + lanes[-1].height
            if height <= TALLEST[mode] or len(seen) <= 40:
                return View(**frame, height=height, mode=mode, lanes=lanes, marks=marks, density=None)
    lanes = _lane_tops(pairs, {}, narrow=width < NARROW)
    density = count_bins(seen, pairs, first, last, width - frame["left"] - frame["right"], len(lanes))
    height = lanes[-1].top + lanes[-1].height
    return View(**frame, height=height, mode="density", lanes=lanes, marks=(), density=density)


def _days(column: pd.Series[Any]) -> Days:
    """Whole days since 1970; an open end is the least integer."""
    return column.to_numpy().astype("datetime64[D]").astype(np.int64)


def _frame(
    width: int, pairs: pd.DataFrame, first: int, last: int, counts: dict[str, int], total: int, lane_by: str
) -> dict[str, Any]:
    names = list(pairs["name"].unique())
    if width < NARROW:
        left, right = 6, 6
    else:
        longest = max((text_width(n, LANE_SIZE, bold=True) for n in names), default=0)
        left, right = round(min(max(longest + 26, 96), 178 if width >= 900 else 150)), 14
    return {"width": width, "left": left, "right": right, "start": first, "end": last, "total": total,
            "lane_by": lane_by, **counts}  # fmt: skip


def _lane_tops(pairs: pd.DataFrame, rows: dict[int, int], *, narrow: bool) -> tuple[Lane, ...]:
    """Lanes under each other, each as high as its rows (one when not given)."""
    made, top = [], float(HEADER)
    heading = 22.0 if narrow else 0.0
    for lane, group in pairs.groupby("lane", sort=True):
        height = rows.get(int(str(lane)), 1) * ROW + 2 * PAD + heading
        made.append(Lane(group["key"].iloc[0], group["name"].iloc[0], len(group), top, height, heading))
        top += height
    return tuple(made)
