"""Dated claims from conflict writing: extraction, timeline, filters and exports.

``timeline.read(...)`` and ``timeline.figure(...)`` are for notebooks; they are imported when first used, so that
``import timeline`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.notebook import figure, read

__all__ = ["figure", "read"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from timeline import notebook  # noqa: PLC0415 - the point of it

        return getattr(notebook, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
