"""The choices of every filter with their counts; an actor is found by any of its aliases."""

from __future__ import annotations

from typing import Any

from timeline.app.desk import Desk
from timeline.app.words import named
from timeline.datespan import DateBasis, Precision
from timeline.model import EventType, QuantityKind, Status
from timeline.query.filter import ClaimFilter

# Facets with a closed list of values: facet → prefix in the catalogue.
_NAMED: dict[str, tuple[str, tuple[str, ...]]] = {
    "event_types": ("type", tuple(t.value for t in EventType)),
    "precisions": ("precision", (*(p.value for p in Precision), "undated")),
    "bases": ("basis", (*(b.value for b in DateBasis), "undated")),
    "statuses": ("status", tuple(s.value for s in Status)),
    "quantities": ("kind", tuple(k.value for k in QuantityKind)),
}
MOST_OPTIONS = 400  # beyond, the most frequent; what is chosen is always among them

Option = dict[str, Any]
Counted = list[tuple[str, str, int]]


def control_options(desk: Desk, chosen: ClaimFilter) -> dict[str, list[Option]]:
    """Options of the searched filters; what is chosen stays even where it counts nothing."""
    counted = desk.facets(chosen)
    return {name: open_options(desk, chosen, counted, name) for name in counted if name not in _NAMED}


def open_options(desk: Desk, chosen: ClaimFilter, counted: dict[str, Counted], name: str) -> list[Option]:
    """Options of one searched filter."""
    return _open(counted[name], getattr(chosen, name), desk.aliases() if name in ("actors", "attributions") else {})


def closed_options(name: str) -> list[Option]:
    """Every value there can be, in one order, so that a sign keeps its place; page and style sheet add sign and count.

    Plain words: each element in a label would be one more that Dash looks at on every change.
    """
    prefix, every = _NAMED[name]
    return [{"label": named(prefix, value), "value": value} for value in every]


def closed_counts(counted: dict[str, Counted]) -> dict[str, dict[str, int]]:
    """Claims by value, for each filter with a closed list; those that count nothing are left out, and are hidden."""
    return {name: {value: n for value, _, n in counted[name] if n} for name in _NAMED}


def _open(values: Counted, kept: tuple[str, ...], others: dict[str, str]) -> list[Option]:
    """The most frequent first. Labels are plain text: Dash loses its way when labels that are elements come and go."""
    listed = [v for v in values if v[2] or v[0] in kept][:MOST_OPTIONS]
    names = {value: (label, count) for value, label, count in values}
    have = {v[0] for v in listed}
    listed += [(k, *names.get(k, (k, 0))) for k in kept if k not in have]
    return [
        {
            "label": f"{label} ({count:,})",
            "value": value,
            "title": label,
            "search": " ".join((label, value.replace("-", " "), others.get(value, ""))),
        }
        for value, label, count in listed
    ]
