"""A short way from words to claims."""

from __future__ import annotations

import pytest

from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.extract.claims.combine import extract_claims
from timeline.extract.dates.dct import date_document


@pytest.fixture
def claims_of():
    """Claims of a text written on a day (Wednesday 12 June 1991 unless told otherwise; ``None`` for no day)."""

    def extract(text, published="1991-06-12"):
        document = make_document(text, id="told", published=DateSpan.parse(published) if published else None)
        return extract_claims(date_document(document))

    return extract
