"""The small signs that stand for an event type: colour and shape together, drawn as the figures draw them."""

from __future__ import annotations

from dash import html

from timeline.app.attributes import wild


def swatch(event_type: str) -> html.Span:
    """The sign of an event type; colour and shape come from ``assets/4-swatches.css``."""
    return html.Span(className=f"swatch swatch-{event_type.replace('_', '-')}", **wild(aria_hidden="true"))
