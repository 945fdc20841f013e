"""Reported numbers in words, as the range they allow."""

from __future__ import annotations

from typing import Any

from timeline.app.words import named


def quantity_words(quantity: dict[str, Any]) -> str:
    """A reported number as the range it allows, with what is counted: ``more than 100,000 killed, in total``."""
    low, high, kind = quantity["low"], quantity["high"], quantity["kind"]
    if low is not None and low == high:
        number = f"{low:,}"
    elif low is not None and high is not None:
        number = f"{low:,}–{high:,}"
    elif low is not None:
        number = {"gt": "more than ", "ge": "at least "}.get(quantity["comparator"], "at least ") + f"{low:,}"
    elif high is not None:
        number = {"lt": "fewer than ", "le": "at most "}.get(quantity["comparator"], "at most ") + f"{high:,}"
    else:
        number = quantity["text"]
    about = "about " if quantity["comparator"] == "approx" and low == high else ""
    counted = "" if kind == "other" else " " + named("kind", kind).lower()
    return f"{about}{number}{counted}" + (", in total" if quantity["scope"] == "cumulative" else "")
