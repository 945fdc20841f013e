"""Columns of days and coded precision → first day, last day, EDTF; each distinct value is read once."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from timeline.datespan import DateSpan, Precision
from timeline.documents.published import column_order, read_published
from timeline.errors import DateSpanError

Order = Literal["dmy", "mdy"]


class Days(NamedTuple):
    """One day per row (``NaT`` where there is none) and, where a cell could not be read, why (else ``""``)."""

    days: pd.Series[pd.Timestamp]
    faults: pd.Series[str]


def read_days(values: pd.Series[str], order: Order | None = None, beside: pd.Series[str] | None = None) -> Days:
    """Days of a column: ISO with or without time, ``20190102``, ``16 May 2025``, ``May 16, 2025``, ``16-05-2025``.

    All-number dates are read in the order that the column itself shows (a value above 12 can only be a day), or the
    column ``beside`` it, else in ``order``, the dataset's documented one; without it they are refused as unclear.
    """
    codes, distinct = pd.factorize(values.fillna(""))
    cells = [str(v) for v in distinct]
    others = [] if beside is None else [str(v) for v in beside.fillna("").unique()]
    chosen = column_order([*cells, *others]) or order
    read = [_read(cell, chosen) for cell in cells]
    found = np.array([r if isinstance(r, date) else "NaT" for r in read], dtype="datetime64[s]")
    faults = np.array([r if isinstance(r, str) else "" for r in read], dtype=object)
    return Days(pd.Series(found[codes], index=values.index), pd.Series(faults[codes], index=values.index, dtype="str"))


def spans(start: pd.Series[pd.Timestamp], end: pd.Series[pd.Timestamp], precision: pd.Series[str]) -> pd.DataFrame:
    """``date_edtf`` and ``date_precision`` per row; a month or year that is not a whole one becomes an interval."""
    days = [pd.factorize(values.to_numpy(dtype="datetime64[s]"), use_na_sentinel=False) for values in (start, end)]
    names, kinds = pd.factorize(precision.fillna("").astype("str"))
    keys = np.column_stack([days[0][0], days[1][0], names])
    distinct, place = np.unique(keys, axis=0, return_inverse=True)
    made = [make_span(_date(days[0][1][s]), _date(days[1][1][e]), str(kinds[k])) for s, e, k in distinct]
    words = {
        "date_edtf": np.array([m.edtf if m else "" for m in made], dtype=object),
        "date_precision": np.array([m.precision.value if m else "" for m in made], dtype=object),
    }
    return pd.DataFrame({n: pd.Series(w[place.ravel()], index=start.index, dtype="str") for n, w in words.items()})


def make_span(start: date | None, end: date | None, precision: str) -> DateSpan | None:
    """The span of two days; its precision is kept only where the days bear it out."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        return DateSpan.interval(start, end)
    named = Precision(precision)
    whole = {Precision.MONTH: DateSpan.month(start.year, start.month), Precision.YEAR: DateSpan.year(start.year)}.get(
        named
    )
    if whole is not None and (whole.start, whole.end) != (start, end):
        return DateSpan.interval(start, end)
    if named is Precision.DAY and start != end:
        return DateSpan.interval(start, end)
    return DateSpan(start, end, named)


def _read(cell: str, order: Order | None) -> date | str | None:
    try:
        span = read_published(cell, order)
    except DateSpanError as error:
        return str(error)
    if span is None:
        return None
    return span.start if span.precision is Precision.DAY and span.start else f"{cell!r} is not one day"


def _date(value: object) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()  # type: ignore[call-overload,arg-type]
