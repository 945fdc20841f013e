"""Laws: every mention slices to its words, hostile texts are read in linear time, ordinary ones fast."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.attribution.test_attributions import ROWS, attribute
from timeline.documents.text import make_document
from timeline.extract.actors.finder import find_actors
from timeline.extract.attribution.finder import find_attributions
from timeline.extract.attribution.hedges import find_hedges
from timeline.model import Document, Span

WORDS = st.sampled_from(
    [
        "the",
        "army",
        "said",
        "that",
        "“",
        "”",
        '"',
        "according",
        "to",
        "a",
        "UN",
        "official",
        "told",
        "AFP",
        ",",
        ".",
        ":",
        ";",
        "he",
        "added",
        "and",
        "but",
        "which",
        "killed",
        "12",
        "by",
        "quoted",
        "as",
        "saying",
        "Residents",
        "Moscow",
        "–",
        "(",
        ")",
        "'",
        "’s",
        "reported",
        "not",
        "be",
        "verified",
        "reportedly",
        "Ali",
        "Hassan",
        "\n",
        "\n\n",
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_every_mention_slices_to_its_words(text: str) -> None:
    document, found = attribute(text)
    for mention in found:
        assert mention.span.of(document.text) == mention.text
        assert mention.cue in document.text
        for span in (mention.span, mention.covers, mention.source):
            assert 0 <= span.start < span.end <= len(document.text)
    for hedge in find_hedges(document):
        assert 0 <= hedge.span.start < hedge.span.end <= len(document.text)
        assert hedge.covers.overlaps(hedge.span)


def test_the_table_slices_too() -> None:
    for text, _ in ROWS:
        document, found = attribute(text)
        assert all(m.span.of(document.text) == m.text for m in found)


HOSTILE = [
    '"',
    "“",
    "“”",
    "said ",
    "he said ",
    "the army said that ",
    "according to ",
    "reportedly ",
    "'a ",
    " - which said",
    "“a\n",
    "Aa ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_are_read_in_linear_time(piece: str) -> None:
    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        document = Document(id="h", text=text, sentences=(Span(0, len(text)),))
        begun = time.process_time()
        find_attributions(document, [])
        find_hedges(document)
        return time.process_time() - begun

    short, long = spent(20_000), spent(160_000)
    assert long < 30 * short + 1.0  # eight times the text; quadratic would be sixty-four times the time


def test_an_article_of_340_words_takes_two_milliseconds() -> None:
    text = " ".join(text for text, _ in ROWS)
    document = make_document(text, id="t", language="en")
    actors = find_actors(document)
    find_attributions(document, actors)

    def spent() -> float:
        begun = time.process_time()
        find_attributions(document, actors)
        return time.process_time() - begun

    best = min(spent() for _ in range(3))
    assert best / len(text.split()) * 340 < 0.02  # this text is all sayings: several times denser than an article
