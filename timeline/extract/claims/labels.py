"""The source's own words that a mark is labelled with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.claims.draft import Draft
from timeline.model import Document, Span

# What the phrase of a second event in one clause may stand after: "in the aftermath of | a bomb explosion".
_JOINT = re.compile(
    r"(?:\b(?:of|as|while|by|after|before|following|amid|from|with|despite|during|in|into|and)\s+|,\s+)"
)


def label_of(document: Document, draft: Draft, drafts: Sequence[Draft]) -> Span:
    """Its clause without the dateline; for a second event of one clause only the words from its own phrase on."""
    text, body = document.text, draft.material.body
    start, end = draft.label
    if start < body <= draft.trigger.start:
        start = body
    first = min((d.trigger.start for d in drafts if d.label == draft.label), default=draft.trigger.start)
    if first < draft.trigger.start:
        joints = [m.end() for m in _JOINT.finditer(text, start, draft.trigger.start)]
        start = next((at for at in reversed(joints) if at > first), start)
    return Span(start, end)
