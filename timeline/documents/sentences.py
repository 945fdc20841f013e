"""Sentence spans with true offsets, by sentencex; this module owns that library."""

from __future__ import annotations

import re

from sentencex import get_sentence_boundaries

from timeline.model import Span

_PARAGRAPH = re.compile(r"\n[ \t]*\n+|\n(?=[A-Z“\"‘'(])")


def find_sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Spans of the sentences, trimmed of white space, in text order, never across a blank line."""
    spans: list[Span] = []
    start = 0
    for end in [m.start() for m in _PARAGRAPH.finditer(text)] + [len(text)]:
        spans.extend(_in_paragraph(text, start, end, language))
        start = end
    return tuple(spans)


def _in_paragraph(text: str, start: int, end: int, language: str) -> list[Span]:
    piece = text[start:end]
    if not piece.strip():
        return []
    found = []
    for boundary in get_sentence_boundaries(language, piece):
        low, high = start + boundary["start_index"], start + boundary["end_index"]
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            found.append(Span(low, high))
    return found
