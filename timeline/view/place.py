"""Marks in rows: what kind of mark a claim is, how far it reaches in pixels, and in which row nothing overlaps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from timeline.view.labels import Placed, hover_text, place_label
from timeline.view.marks import NARROW, ROW, Lane, Mark
from timeline.view.pack import pack_rows
from timeline.view.window import from_day

DOT, LEAST_BAND = 11.0, 14.0  # diameter of a dot; a band is never narrower, so that its type sign fits
TAIL = 16.0
PAD = 7
LASTED = {"during", "since", "until"}
TAILS = {"by": "left", "before": "left", "after": "right"}
_OPEN = np.iinfo(np.int64).min


class Reach(NamedTuple):
    """The drawn extent of a claim, the same in every lane."""

    kind: str
    x0: float
    x1: float
    start: int
    end: int
    open_start: bool
    open_end: bool
    tail: str
    placed: Placed
    hover: str
    row: Any


def place_marks(
    seen: pd.DataFrame,
    pairs: pd.DataFrame,
    frame: dict[str, Any],
    mode: str,
    collapsed: frozenset[str],
    lane_tops: Callable[..., tuple[Lane, ...]],
) -> tuple[tuple[Lane, ...], tuple[Mark, ...]]:
    """The lanes with their heights and the marks with their rows."""
    narrow = frame["width"] < NARROW
    plot = frame["width"] - frame["left"] - frame["right"]
    rows = {r.claim_id: r for r in _rows(seen)}
    reaches = {claim: _reach(row, frame, plot, mode) for claim, row in rows.items()}
    rows_of: dict[int, int] = {}
    chosen: list[tuple[int, str, Reach, int]] = []
    for lane, group in pairs.groupby("lane", sort=True):
        number, key = int(str(lane)), str(group["key"].iloc[0])
        # In the lane of the others each label begins with whose claim it is.
        here = [
            _reach(rows[claim], frame, plot, mode, whose) if whose and mode == "labels" else reaches[claim]
            for claim, whose in zip(group["claim_id"], group["member"], strict=True)
        ]
        if key in collapsed:
            packed = [0] * len(here)
            rows_of[number] = 1
        else:
            boxes = [(r.placed.low, r.placed.high, r.placed.depth) for r in here]
            labelled = mode == "labels"
            packed = pack_rows(boxes, 12 if labelled else 3, [r.x0 for r in here] if labelled else None)
            rows_of[number] = max((r + b[2] for r, b in zip(packed, boxes, strict=True)), default=1)
        chosen += [(number, key, reach, row) for reach, row in zip(here, packed, strict=True)]
    lanes = lane_tops(pairs, rows_of, narrow=narrow)
    marks = []
    for number, key, reach, row in chosen:
        lane_at = lanes[number]
        y = lane_at.top + PAD + lane_at.heading + (row + 0.5) * ROW
        bare = mode != "labels" or key in collapsed
        marks.append(_mark(number, row, y, reach, bare=bare))
    return lanes, tuple(marks)


def _rows(seen: pd.DataFrame) -> list[Any]:
    columns = ["claim_id", "event_text", "sentence_text", "event_type", "date_text", "date_relation", "date_basis",
               "date_precision", "hedged", "status", "_start", "_end"]  # fmt: skip
    named = seen[columns].rename(columns={"_start": "day0", "_end": "day1"})
    text = named.columns.drop(["day0", "day1", "hedged"])
    named = named.assign(**{c: named[c].astype(object).where(named[c].notna(), None) for c in text})
    named["first"] = [None if d == _OPEN else from_day(int(d)) for d in named["day0"]]
    named["last"] = [None if d == _OPEN else from_day(int(d)) for d in named["day1"]]
    return list(named.itertuples(index=False, name="Row"))


def mark_kind(start: int, end: int, relation: str | None) -> str:
    """``dot`` for one day, ``bar`` for what lasted, else ``band``; open ends are the least integer."""
    if start == end:
        return "dot"
    if relation in LASTED:
        return "bar"
    return "bar" if _OPEN in {start, end} and relation not in TAILS else "band"


def _reach(row: Any, frame: dict[str, Any], plot: int, mode: str, whose: str = "") -> Reach:
    first, last = frame["start"], frame["end"]
    start = first if row.day0 == _OPEN else int(row.day0)
    end = last if row.day1 == _OPEN else int(row.day1) + 1
    kind = mark_kind(int(row.day0), int(row.day1), row.date_relation)
    scale = plot / (last - first)
    x0, x1 = (start - first) * scale, (end - first) * scale
    if kind == "dot" or (row.date_relation == "since" and start + 1 == end):
        middle = min(max((x0 + x1) / 2, DOT / 2 + 1), plot - DOT / 2 - 1)
        x0, x1 = middle - DOT / 2, middle + DOT / 2
    else:
        x0, x1 = max(x0, 0), min(x1, plot)
        if x1 - x0 < LEAST_BAND:
            middle = min(max((x0 + x1) / 2, LEAST_BAND / 2), plot - LEAST_BAND / 2)
            x0, x1 = middle - LEAST_BAND / 2, middle + LEAST_BAND / 2
    tail = TAILS.get(row.date_relation or "", "")
    open_start, open_end = row.day0 == _OPEN or start < first, row.day1 == _OPEN or end > last
    if tail and (_OPEN in {row.day0, row.day1}):
        tail = ""
    tails = (TAIL if tail == "left" else 0.0, TAIL if tail == "right" else 0.0)
    if mode == "labels":
        most = plot * 0.86 if frame["width"] < NARROW else min(430.0, plot * 0.6)
        placed = place_label(row, x0, x1, plot, most, tails, whose)
    else:
        placed = Placed("", "", x0 - tails[0], x1 + tails[1], 1)
    return Reach(kind, x0, x1, start, end, open_start, open_end, tail, placed, hover_text(row), row)


def _mark(lane: int, number: int, y: float, reach: Reach, *, bare: bool) -> Mark:
    row = reach.row
    return Mark(
        claim_id=row.claim_id, lane=lane, row=number, y=y, kind=reach.kind, event_type=row.event_type or "other",
        hollow=row.date_basis in {"inherited", "dct"}, x0=reach.x0, x1=reach.x1,
        start=from_day(reach.start).isoformat(), end=from_day(reach.end).isoformat(),
        open_start=reach.open_start, open_end=reach.open_end, tail=reach.tail,
        label="" if bare else reach.placed.text, label_side="" if bare else reach.placed.side,
        hover=reach.hover, status=row.status or "extracted",
    )  # fmt: skip
