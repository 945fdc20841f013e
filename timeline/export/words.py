"""Dates and credits in words and parts, as several export formats need them, taken from the claims frame."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from timeline.datespan import last_day
from timeline.export.flat import to_flat
from timeline.frame.tables import ClaimTables

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_HALVES = {1: "first half of", 7: "second half of"}


class Entry(NamedTuple):
    """One claim ready to be written in words: its flat row as a mapping, its first and last day, its date in words."""

    row: dict[str, Any]
    start: date | None
    end: date | None
    when: str

    @property
    def dated(self) -> bool:
        """Whether it has a day at either end."""
        return self.start is not None or self.end is not None

    @property
    def uncertain(self) -> bool:
        """Whether the day is not exact, not the text's own, or the text marks doubt."""
        exact = self.row["date_precision"] == "day" and not self.row["date_edtf"].endswith("~")
        own = self.row["date_basis"] in ("explicit", "relative")
        return not exact or not own or self.row["date_relation"] not in ("on", "in") or bool(self.row["hedged"])


def make_entries(tables: ClaimTables) -> Iterator[Entry]:
    """An entry per claim in date order, undated claims last; text that is missing is ``""``, numbers ``None``."""
    rows = to_flat(tables).rows
    first = rows["date_start"].where(rows["date_start"] != "", rows["date_end"]).replace("", "~")
    rows = rows.iloc[np.lexsort((rows["date_end"].to_numpy(dtype=str), first.to_numpy(dtype=str)))]
    names = [str(n) for n in rows.columns]
    columns = [_plain(rows[name]) for name in names]
    for cells in zip(*columns, strict=True):
        row = dict(zip(names, cells, strict=True))
        start, end = (date.fromisoformat(row[c]) if row[c] else None for c in ("date_start", "date_end"))
        yield Entry(row, start, end, date_words(start, end, row["date_precision"], row["date_relation"],
                                                approximate=row["date_edtf"].endswith("~")))  # fmt: skip


def date_words(
    start: date | None, end: date | None, precision: str, relation: str, *, approximate: bool = False
) -> str:
    """A claim's date for people: ``18 April 2014``, ``by September 2013``, ``about spring 980``."""
    if start is None and end is None:
        return "undated"
    if start is None or end is None:
        known = end if start is None else start
        lead = (
            relation
            if relation in ("before", "by", "until", "after", "since")
            else ("until" if start is None else "since")
        )
        assert known is not None
        return f"{lead} {_coarse(known, first=end is None)}"
    name = _span_words(start, end, precision)
    lead = (
        relation
        if relation in ("by", "before", "after", "since", "until", "about")
        else ("about" if approximate else "")
    )
    return f"{lead} {name}".strip()


def _span_words(start: date, end: date, precision: str) -> str:
    match precision:
        case "day" if start == end:
            return _day(start)
        case "week":
            return f"week of {_day(start)}"
        case "month" if start.day == 1:
            return f"{MONTHS[start.month - 1]} {start.year}"
        case "season" if start.month in _SEASONS:
            return f"{_SEASONS[start.month]} {start.year}"
        case "quarter":
            return f"quarter {(start.month + 2) // 3} of {start.year}"
        case "half-year" if start.month in _HALVES:
            return f"{_HALVES[start.month]} {start.year}"
        case "year" if start.year == end.year:
            return f"{start.year}"
        case "decade":
            return f"{end.year // 10 * 10}s"
        case "century":
            return f"{end.year // 100 * 100}–{end.year}"
    return _day(start) if start == end else f"{_day(start)} – {_day(end)}"


def _coarse(day: date, *, first: bool) -> str:
    """An open interval's end no finer than EDTF writes it: 1 June 2013 begins June 2013, whose day nobody gave."""
    if (day.month, day.day) == ((1, 1) if first else (12, 31)):
        return f"{day.year}"
    at_edge = day.day == 1 if first else day == last_day(day.year, day.month)
    return f"{MONTHS[day.month - 1]} {day.year}" if at_edge else _day(day)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def credit(row: dict[str, Any]) -> str:
    """Who published it, as far as known: ``Ann Lee, “Town falls”, The Daily, 2014-04-22``.

    Of a file only the name is told: where it lies is the writer's own business.
    """
    title = f"“{row['document_title']}”" if row["document_title"] else ""
    source = row["source"] or ""
    if "://" not in source:
        source = source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    parts = (row["author"], title, row["publisher"] or row["dataset"] or source, row["document_date"])
    return ", ".join(str(p) for p in parts if p)


def toll(row: dict[str, Any], kind: str) -> str:
    """A count as the range it allows: ``14``, ``over 100,000``, ``24–99``; empty when the claim has none."""
    low, high, sign = row[f"{kind}_low"], row[f"{kind}_high"], row[f"{kind}_comparator"]
    if low is None and high is None:
        return ""
    if low is None or high is None:
        known = f"{low if high is None else high:,}"
        return {"gt": f"over {known}", "ge": f"at least {known}", "lt": f"under {known}", "le": f"up to {known}"}.get(
            sign, known
        )
    about = "about " if sign == "approx" else ""
    return about + (f"{low:,}" if low == high else f"{low:,}–{high:,}")


def _plain(values: pd.Series[Any]) -> list[Any]:
    """Plain values of a column: missing text is ``""``, a missing number ``None``."""
    missing = "" if pd.api.types.is_string_dtype(values.dtype) else None
    plain = values.astype(object)
    return plain.where(values.notna(), missing).tolist()
