"""Input → documents → claims: what the page, the command line and notebooks call."""

from __future__ import annotations

from timeline.extract.claims.combine import extract_claims
from timeline.extract.dates.dct import date_document
from timeline.model import Claim, Document


def extract_document(document: Document) -> tuple[Document, tuple[Claim, ...]]:
    """The document with its own date settled, and its claims."""
    dated = date_document(document)
    return dated, extract_claims(dated)
