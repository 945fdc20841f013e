"""What is no assertion: questions, what would have been, section headings, what is told only not to have happened."""

from __future__ import annotations

import re

from timeline.extract.claims.cast import is_negated, sources_of
from timeline.extract.claims.draft import Draft
from timeline.extract.claims.material import Material
from timeline.model import Document

_QUESTION = re.compile(r"\?[\"”’')\]]*\Z")
_UNREAL = re.compile(r"\bwould(?:\s+not|n[’']t)?\s+have\b", re.IGNORECASE)
_SUPPOSING = re.compile(r"[“\"‘']?(?:Had|If|Were)\s")
_STOP = re.compile(r"[.!?…][\"”’')\]]*\Z")
_HEADING_WORDS = 3


def is_asserted(document: Document, draft: Draft) -> bool:
    """Whether a draft says that something happened or is so.

    A question asserts nothing, nor does a clause that tells what would have been. What is negated in the author's own
    voice did not happen; negated by a source it is a denial, which is a claim of its own.
    """
    sentence = draft.material.sentence.of(document.text)
    if _QUESTION.search(sentence[-8:]):
        return False
    if _UNREAL.search(sentence if _SUPPOSING.match(sentence) else draft.clause.of(document.text)):
        return False
    return bool(draft.quantities) or not is_negated(document, draft) or bool(sources_of(draft.material, draft))


def is_heading_only(document: Document, material: Material) -> bool:
    """Whether a sentence is the heading of a section: a few words that name nobody, no place, number or day."""
    if material.actors or material.places or material.quantities or material.dates:
        return False
    words = material.sentence.of(document.text)
    return len(words.split()) <= _HEADING_WORDS and not _STOP.search(words)
