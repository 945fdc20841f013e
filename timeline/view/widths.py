"""Text widths in pixels, from the advance widths of the shipped font; texts cut at word boundaries."""

from __future__ import annotations

import json
import unicodedata
from functools import cache

from timeline.settings import ASSETS

ELLIPSIS = "…"
# Thousandths of an em for what the shipped font lacks: full-width scripts fill the square; others by a fair estimate.
_WIDE, _OTHER, _CAPITAL_EXTRA = 1000, 620, 1.02


@cache
def _tables() -> dict[str, dict[str, int]]:
    tables: dict[str, dict[str, int]] = json.loads((ASSETS / "fonts" / "noto-sans-widths.json").read_text("utf-8"))
    return tables


@cache
def _estimate(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return _WIDE if unicodedata.east_asian_width(char) in {"W", "F"} else _OTHER


def text_width(text: str, size: float = 13, *, bold: bool = False) -> float:
    """Width in pixels at a font size in pixels; kerning is left out and 2 % is added for it and for hinting."""
    table = _tables()["bold" if bold else "regular"]
    units = sum(table[c] if c in table else _estimate(c) for c in text)
    return units * size / 1000 * _CAPITAL_EXTRA


def cut_text(text: str, room: float, size: float = 13, *, bold: bool = False) -> str:
    """The text, or as many whole words as fit with an ellipsis; within a word only where one word is too wide.

    Never wider than ``room`` pixels, so ``""`` when not even the ellipsis fits.
    """
    if text_width(text, size, bold=bold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle].rstrip() + ELLIPSIS, size, bold=bold) <= room:
            low = middle
        else:
            high = middle - 1
    if low == 0:
        return ELLIPSIS if text_width(ELLIPSIS, size, bold=bold) <= room else ""
    kept = text[:low]
    if not text[low].isspace() and (space := max(kept.rfind(" "), kept.rfind("\u00a0"))) >= low // 2:
        kept = kept[:space]
    return kept.rstrip(" ,;:–—-\u00a0") + ELLIPSIS


def wrap_text(text: str, room: float, size: float = 13, *, lines: int = 2, bold: bool = False) -> list[str]:
    """The text in at most so many lines, none wider than ``room``; the last is cut when words remain."""
    words = text.split()
    made: list[str] = []
    while words and len(made) < lines - 1:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size, bold=bold) <= room:
            line += " " + words.pop(0)
        made.append(cut_text(line, room, size, bold=bold))
    return [*made, cut_text(" ".join(words), room, size, bold=bold)] if words else made
