"""What the wording of a clause says of its time: now, by now, at some unknown time, of an event told before."""

from __future__ import annotations

import re

from timeline.extract.claims.draft import Draft
from timeline.model import Document

# "The blast", "those raids": a definite noun for an event told before.
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|both)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:now|currently|still|remains?|continues?|continue to|continuing|ongoing|these days)\b", re.IGNORECASE
)
# "A ceasefire has broken down", "troops have captured most of it": so by the time of writing.
_PERFECT = re.compile(
    r"\b(?:has|have|’ve|'ve)\s+(?:\w+ly\s+|now\s+|since\s+|also\s+|already\s+|not\s+)?(?:been\s+)?\w+", re.IGNORECASE
)
_VAGUE = re.compile(
    r"\brecently\b|\bpreviously\b|\bformerly\b|\bin the past\b|\A\W*Earlier,?\s+(?!that|on|in|this|today)"
)
_STOPS = (".", "!", "?", "”", '"', "’", "'", ")", "…")
APART = ("before ", "until ", "since ")
POINTING = ("where ", "who ", "whose ", "which ", "that ")


def is_definite(document: Document, draft: Draft) -> bool:
    """Whether a definite noun names an event told before: “the blast”."""
    start = max(draft.clause.start, draft.trigger.start - 40)
    return _DEFINITE.search(document.text, start, draft.trigger.start) is not None


def is_now(document: Document, draft: Draft) -> bool:
    """Whether the clause says that it is so at the time of writing."""
    return draft.tense != "past" and _NOW.search(draft.clause.of(document.text)) is not None


def is_perfect(document: Document, draft: Draft) -> bool:
    """Whether the clause tells in the perfect what has come about, without a toll that would tie it to its event."""
    return not draft.quantities and _PERFECT.search(draft.clause.of(document.text)) is not None


def is_heading(document: Document, draft: Draft) -> bool:
    """Whether the sentence has no full stop: headlines tell what happened in the present tense."""
    return not draft.material.sentence.of(document.text).endswith(_STOPS)


def is_vague(document: Document, draft: Draft) -> bool:
    """Whether the clause itself puts the event at an unknown time: “recently killed”, “Earlier gunmen seized”."""
    words = draft.clause.of(document.text)
    return draft.tense != "present" and not draft.told and _VAGUE.search(words) is not None


def only_adds(document: Document, draft: Draft, beside: list[Draft]) -> bool:
    """Whether it only tells more of what the sentence names, “…, where a convoy was hit on 19 May”, or bounds it."""
    opening = draft.clause.of(document.text)[:12].lstrip(", ").lower()
    return opening.startswith((*POINTING, *APART)) and any(d.clause.start < draft.clause.start for d in beside)
