"""Counts per lane and whole-day bin, for more claims than marks can show."""

from __future__ import annotations

import numpy as np
import pandas as pd

from timeline.view.marks import Density
from timeline.view.window import Days

BIN_PIXELS = 5
_OPEN = np.iinfo(np.int64).min


def day_edges(first: int, last: int, plot_width: float, pixels: float = BIN_PIXELS) -> Days:
    """Edges of bins of whole days, each about ``pixels`` wide; the last bin ends with the window."""
    step = max(1, round((last - first) / max(plot_width / pixels, 1)))
    return np.append(np.arange(first, last, step, dtype=np.int64), last)


def count_bins(
    seen: pd.DataFrame, pairs: pd.DataFrame, first: int, last: int, plot_width: float, lanes: int
) -> Density:
    """Each claim once per lane, in the bin of the middle of its days within the window."""
    edges = day_edges(first, last, plot_width)
    start, end = seen["_start"].to_numpy(), seen["_end"].to_numpy()
    low = np.maximum(np.where(start == _OPEN, first, start), first)
    high = np.minimum(np.where(end == _OPEN, last - 1, end), last - 1)
    where = np.searchsorted(edges, (low + high) // 2, side="right") - 1
    bins = pd.Series(where, index=seen["claim_id"]).reindex(pairs["claim_id"]).to_numpy()
    size = len(edges) - 1
    flat = np.bincount(pairs["lane"].to_numpy(dtype=np.int64) * size + bins, minlength=lanes * size)
    return Density(tuple(edges.tolist()), tuple(map(tuple, flat.reshape(lanes, size).tolist())))
