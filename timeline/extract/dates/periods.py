"""Durations that lie somewhere: "the past three years", counted back from the document or the story."""

from __future__ import annotations

from timeline.datespan import DateSpan
from timeline.extract.dates.anchors import Anchors
from timeline.extract.dates.reading import Reading

_SYMBOL = {"TS": ("PT", "S"), "TM": ("PT", "M"), "TH": ("PT", "H"), "D": ("P", "D"), "W": ("P", "W"), "M": ("P", "M"),
    "Q": ("P", "Q"),
           "Y": ("P", "Y"), "DE": ("P", "DE"), "CE": ("P", "CE"), "ML": ("P", "ML"), "WE": ("P", "WE"), "NI": ("P",
           "NI")}  # fmt: skip


_HALVES = {"TH": "PT30M", "CE": "P.5CE", "DE": "P5Y", "Y": "P6M", "D": "P.5D"}


def period(amount: float | None, unit: str) -> str:
    """The TIMEX3 value: P3Y, PT48H, PXM, P2.5Y."""
    if unit == "FN":
        unit, amount = "W", None if amount is None else amount * 2
    if amount == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    head, tail = _SYMBOL[unit]
    text = "X" if amount is None else f"{amount:g}" if amount < 1e6 else "X"
    return f"{head}{text.removeprefix('0') if text.startswith('0.') else text}{tail}"


BACK = frozenset(("last", "past", "previous", "preceding", "prior"))
AHEAD = frozenset(("next", "coming", "following", "upcoming", "subsequent", "ensuing"))


def anchor_duration(reading: Reading, anchors: Anchors, unit: str, amount: float, which: str) -> None:
    """Give "the past three years" its days: from the unit that many back to now, at the precision of the unit."""
    base = anchors.here() if which in ("last", "past", "next", "coming", "upcoming") else anchors.there()
    if unit == "TH":
        unit, amount = "D", max(1.0, amount / 24)
    if base is None or unit not in ("D", "W", "M", "Y", "DE", "FN") or amount > 5000:
        return
    count = int(amount * {"DE": 10, "FN": 14, "W": 7}.get(unit, 1))
    step = {"DE": "Y", "FN": "D", "W": "D"}.get(unit, unit)
    other = base.shift(step, -count if which in BACK else count)
    here = base.shift(step, 0)
    one, two = (other, here) if which in BACK else (here, other)
    low, high = (one.span() if one else None), (two.span() if two else None)
    if low is None or high is None or low.start is None or high.end is None or low.start > high.end:
        return
    reading.when = DateSpan.interval(low.start, high.end)
    reading.relative = True
    reading.resolution = (
        f"counted {'back' if which in BACK else 'forward'} from {anchors.describe(base)} → {reading.when.edtf}"
    )
