"""Every offset of every claim slices to its own words, on hundreds of articles as the web leaves them."""

import csv

import pytest
from development_sets import ROOT

from timeline.documents.text import make_document
from timeline.extract.claims.combine import extract_claims
from timeline.extract.dates.dct import date_document

ARTICLES = next(iter(sorted(ROOT.parent.glob("*/data/fa-kes/fa-kes.csv"))), None)
EVERY = 4  # all of them take a quarter of a minute


@pytest.mark.gold
@pytest.mark.skipif(ARTICLES is None, reason="the articles are not beside the checkout")
def test_offsets_of_news_articles_slice_to_their_words():
    csv.field_size_limit(10_000_000)
    with ARTICLES.open(encoding="cp1252", errors="replace", newline="") as file:
        rows = list(csv.DictReader(file))[::EVERY]
    claims = 0
    for number, row in enumerate(rows):
        document = date_document(make_document(row["article_content"], id=str(number), title=row["article_title"]))
        text = document.text
        for claim in extract_claims(document):
            claims += 1
            assert claim.sentence.of(text) == claim.sentence_text
            assert claim.event_span.of(text) == claim.event_text
            assert claim.date is None or claim.date.span is None or claim.date.span.of(text) == claim.date.text
            for mention in (*claim.actors, *claim.places, *claim.quantities, *claim.attribution):
                assert mention.span.of(text) == mention.text
    assert claims > len(rows)
