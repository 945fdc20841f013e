"""The choices of every filter with their counts; an actor is found by any of its aliases."""

from __future__ import annotations

from typing import Any

from dash import html

from timeline.app.desk import Desk
from timeline.app.swatches import swatch
from timeline.app.words import named
from timeline.query.facets import facets
from timeline.query.filter import ClaimFilter

# Facets with a closed list of values: facet → prefix in the catalogue.
_NAMED = {"event_types": "type", "precisions": "precision", "bases": "basis", "statuses": "status", "quantities": "kind"}
MOST_OPTIONS = 400  # beyond, the most frequent; what is chosen is always among them

Option = dict[str, Any]


def control_options(desk: Desk, chosen: ClaimFilter) -> dict[str, list[Option]]:
    """Options by filter, the most frequent first; what is chosen stays even where it counts nothing."""
    counted = facets(desk.tables(), chosen)
    aliases = desk.aliases()
    return {name: _options(name, values, getattr(chosen, name), aliases) for name, values in counted.items()}


def _options(name: str, values: list[tuple[str, str, int]], kept: tuple[str, ...], aliases: dict[str, str]) -> list[Option]:
    listed = [v for v in values if v[2] or v[0] in kept][:MOST_OPTIONS]
    have = {v[0] for v in listed}
    listed += [(k, k, 0) for k in kept if k not in have]
    options = []
    for value, label, count in listed:
        words = named(_NAMED[name], value) if name in _NAMED else label
        option: Option = {"label": _label(name, value, words, count), "value": value}
        if name not in _NAMED:
            option |= {"search": " ".join((words, value.replace("-", " "), aliases.get(value, ""))), "title": words}
        options.append(option)
    return options


def _label(name: str, value: str, words: str, count: int) -> html.Span:
    sign = [swatch(value)] if name == "event_types" else []
    number = html.Span(f"{count:,}", className="option-count")
    return html.Span([*sign, html.Span(words), number], className="option" if count else "option none")
