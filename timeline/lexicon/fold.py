"""Folding of text for look-up: same length as the text, so that offsets found in the fold are the text's."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_KEEP = {
    **dict.fromkeys("’‘`´ʼʿ", "'"),
    **dict.fromkeys("-‐‑–\n\t\xa0", " "),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("đĐ", "d"),
    **dict.fromkeys("øØ", "o"),
    "ı": "i",
}
_ASCII = str.maketrans({k: v for k, v in _KEEP.items() if k.isascii()})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@cache
def _fold_character(character: str) -> str:
    kept = _KEEP.get(character)
    if kept is not None:
        return kept
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def fold(text: str) -> str:
    """Lower case, without diacritics, hyphens as spaces; ``len(fold(text)) == len(text)``."""
    if text.isascii():
        return text.lower().translate(_ASCII)
    return "".join(map(_fold_character, text))


def slug(name: str) -> str:
    """The stable id of a canonical name: ``Syrian government forces`` → ``syrian-government-forces``."""
    return _NOT_SLUG.sub("-", fold(name).replace("'", "")).strip("-") or "actor"
