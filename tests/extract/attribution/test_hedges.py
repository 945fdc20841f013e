"""Words that mark doubt and what they cast it on."""

from __future__ import annotations

import pytest

from timeline.documents.text import make_document
from timeline.extract.attribution.hedges import find_hedges

HEDGES = [
    ("The so-called Army of the Valley attacked two posts.", "so-called", "so-called Army of the"),
    ("Two suspected rebels were shot.", "suspected", "suspected rebels were shot"),
    ("Ten men were reportedly killed, but five lived.", "reportedly", "Ten men were reportedly killed"),
    ("The alleged attack hit a school.", "alleged", "alleged attack hit a school"),
    ("It has been reported that 1,000 men are hiding.", "It has been reported", "It has been reported that 1,000 men are hiding"),
    ("Apparently the fort has fallen.", "Apparently", "Apparently the fort has fallen"),
    ("The general is believed to have fled; his army stayed.", "is believed to", "The general is believed to have fled"),
    ("Two men are feared drowned.", "are feared", "Two men are feared drowned"),
    ("Up to 90 people may have died in the fire.", "may have", "Up to 90 people may have died in the fire"),
    ("A rumoured coup kept the city awake.", "rumoured", "A rumoured coup kept the city awake"),
    ("The purported leader was shot.", "purported", "purported leader"),
    ("Unconfirmed reports of a landing reached the capital.", "Unconfirmed", "Unconfirmed reports of a landing reached the capital"),
    ("The rebels said ten died. The claim could not be independently verified.", "not be independently verified",
     "The rebels said ten died. The claim could not be independently verified."),
    ('The army said it had killed "terrorists" in the town.', '"terrorists"', '"terrorists"'),
    ("Troops “liberated” the village.", "“liberated”", "“liberated”"),
    ("It was not immediately clear who fired.", "not immediately clear", "It was not immediately clear who fired"),
]  # fmt: skip

PLAIN = [
    "More than 520 raids since 21 May have killed 229 people.",
    "The truce was supposed to hold for a week.",
    "The ministry alleged on Friday that ten men had fled.",
    "Ten men were killed on the ridge.",
    "The army said it had killed ten men.",
    "“We will fight on to the end,” he said.",
    'He called the film "dull".',
    "The report was confirmed by the ministry.",
]


@pytest.mark.parametrize(("text", "words", "covered"), HEDGES)
def test_a_hedge_covers_its_clause_its_phrase_or_what_came_before(text: str, words: str, covered: str) -> None:
    document = make_document(text, id="t", language="en")
    assert [(h.span.of(text), h.covers.of(text).rstrip(".")) for h in find_hedges(document)] == [
        (words, covered.rstrip("."))
    ]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_are_no_hedge(text: str) -> None:
    assert find_hedges(make_document(text, id="t", language="en")) == []


def test_doubt_does_not_reach_back_over_a_paragraph() -> None:
    text = "The rebels took the port.\n\nThe claim could not be verified."
    (hedge,) = find_hedges(make_document(text, id="t", language="en"))
    assert "port" not in hedge.covers.of(text)
