"""The document creation time: given, from metadata, read off the dateline, or inferred from the text's own evidence."""

from __future__ import annotations

from timeline.model import Document


def date_document(document: Document) -> Document:
    """The document with its date; unchanged when it has one."""
    return document
