"""Attributes that Dash's elements take by any name: ``aria-…`` for people, ``data-…`` for ``assets/page.js``."""

from __future__ import annotations

from typing import Any


def wild(**values: str) -> dict[str, Any]:
    """``wild(aria_label="Close", data_opens="add")`` as the keyword arguments ``aria-label`` and ``data-opens``."""
    return {name.replace("_", "-"): value for name, value in values.items()}
