"""Two articles side by side: what both tell, what they tell differently, and nothing about what one tells alone."""

from __future__ import annotations

from timeline.app.comparing import compare
from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.frame.tables import to_tables
from timeline.pipeline import extract_document

FIRST = """A car bomb killed 14 people at the Omar mosque in Homs on Friday, the health ministry said.

Rebels seized a bridge in Aleppo on 2 March 2016.
"""
SECOND = "A car bomb at the Omar mosque in Homs killed at least 17 people on Friday, the Red Crescent said.\n"


def test_counts_are_of_claims_that_another_article_tells():
    read = [
        extract_document(make_document(text, id=name, published=DateSpan.parse("2016-03-05"), title=name))
        for name, text in (("first", FIRST), ("second", SECOND))
    ]
    compared, lines = compare(to_tables([d for d, _ in read], [c for _, claims in read for c in claims]))
    first, second = compared
    assert (first.document_id, first.claims, first.differently) == ("first", 2, 1)
    assert (second.claims, second.differently) == (1, 1)
    assert first.alike == second.alike == 0
    assert len(lines) == 2


def test_one_article_alone_is_compared_with_nothing():
    document, claims = extract_document(make_document(FIRST, id="first", published=DateSpan.parse("2016-03-05")))
    (first,), lines = compare(to_tables([document], claims))
    assert (first.alike, first.differently, lines) == (0, 0, [])
