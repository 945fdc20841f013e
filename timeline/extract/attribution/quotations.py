"""Quoted passages: curly, straight, nested, over several paragraphs, with a missing mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.model import Span

# Apostrophes and single quotes inside words are letters here; a single quote opens only after a space and is closed
# before one.
_MARK = re.compile(r"[“”«»„\"]|(?<![^\s(\[—–“\"])[‘'](?=\w)|(?<=[.,!?\w])[’'](?!\w)")
_DOUBLE = {"“": "open", "«": "open", "„": "open", "”": "close", "»": "close"}
_LONGEST = 6_000  # characters after which an unclosed mark is an error of the text, not a passage


def find_quotations(text: str) -> list[Span]:
    """Spans of quoted passages with their marks, in order, not overlapping; inner quotations are part of the outer.

    A passage whose closing mark is missing ends with its paragraph when the next one opens with a mark again, else
    with its line's first sentence end.
    """
    out: list[Span] = []
    for start, end in _paragraphs(text):
        out.extend(_in_paragraph(text, start, end))
    return out


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    opened, mark = -1, ""
    for match in _MARK.finditer(text, start, end):
        at, sign = match.start(), match.group()
        if opened < 0:
            if _opens(text, at, sign):
                opened, mark = at, sign
            continue
        if _closes(text, at, sign, mark):
            yield Span(opened, at + 1)
            opened = -1
    if opened >= 0 and end - opened <= _LONGEST and mark not in "‘'":
        following = text[end : end + 3].lstrip()[:1]
        if following in ("“", '"') and following:
            yield Span(opened, end)
        else:
            stop = re.compile(r"[.!?](?=\s)").search(text, opened, end)
            yield Span(opened, stop.end() if stop else end)


def _opens(text: str, at: int, sign: str) -> bool:
    if sign == '"':
        return at + 1 < len(text) and not text[at + 1].isspace() and (at == 0 or not text[at - 1].isalnum())
    if sign in "‘'":
        return at == 0 or not text[at - 1].isalnum()
    return _DOUBLE[sign] == "open" if sign in _DOUBLE else False


def _closes(text: str, at: int, sign: str, mark: str) -> bool:
    if mark == '"':
        return sign in '"”' and (at == 0 or not text[at - 1].isspace() or not text[at + 1 : at + 2].isalnum())
    if mark in "‘'":
        return sign in "’'" and (at == 0 or not text[at - 1].isspace())
    return sign in '”»"' and not (sign == '"' and text[at - 1].isspace())
