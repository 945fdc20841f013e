"""The choices of every filter with their counts; an actor is found by any of its aliases."""

from __future__ import annotations

from typing import Any

from dash import html

from timeline.app.desk import Desk
from timeline.app.swatches import swatch
from timeline.app.words import named
from timeline.datespan import DateBasis, Precision
from timeline.model import EventType, QuantityKind, Status
from timeline.query.facets import facets
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
    """Options by filter; what is chosen stays even where it counts nothing."""
    counted = facets(desk.tables(), chosen)
    others = desk.aliases()
    return {
        name: _closed(name, values) if name in _NAMED else _open(values, getattr(chosen, name), others)
        for name, values in counted.items()
    }


def _closed(name: str, values: Counted) -> list[Option]:
    """Every value there can be, in one order, so that a sign keeps its place; those that count nothing are hidden."""
    prefix, every = _NAMED[name]
    counts = {value: count for value, _, count in values}
    return [{"label": _label(name, prefix, value, counts.get(value, 0)), "value": value} for value in every]


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


def _label(name: str, prefix: str, value: str, count: int) -> html.Span:
    sign = [swatch(value)] if name == "event_types" else []
    number = html.Span(f"{count:,}", className="option-count")
    return html.Span([*sign, html.Span(named(prefix, value)), number], className="option" if count else "option none")
