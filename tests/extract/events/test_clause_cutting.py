"""Sentences → clauses, and the clauses that a date governs; bars and stars mark them in the tables."""

import pytest
from event_reading import one_sentence, pieces, rows, unmarked

from timeline.extract.events.clauses import find_clauses
from timeline.extract.events.scope import date_scope
from timeline.model import Span

CLAUSES = [row[0] for row in rows("clauses.txt")]
SCOPES = rows("date_scopes.tsv")


@pytest.mark.parametrize("marked", CLAUSES)
def test_a_sentence_is_cut_at_its_joints(marked):
    document = one_sentence(unmarked(marked))
    found = find_clauses(document, document.sentences[0])
    assert [c.of(document.text).rstrip(",;:") for c in found] == pieces(marked)


@pytest.mark.parametrize(("words", "marked"), SCOPES)
def test_a_date_governs_its_clause_and_those_it_scopes_over(words, marked):
    document = one_sentence(unmarked(marked))
    sentence = document.sentences[0]
    at = document.text.index(words) if words in document.text else document.text.lower().index(words.lower())
    found = date_scope(document, sentence, find_clauses(document, sentence), Span(at, at + len(words)))
    wanted = [piece.lstrip("*") for piece in pieces(marked) if piece.startswith("*")]
    assert [c.of(document.text).rstrip(",;:") for c in found] == wanted


def test_the_tables_are_large_enough():
    assert len(CLAUSES) >= 60
    assert len(SCOPES) >= 25


def test_a_date_outside_the_sentence_governs_nothing():
    document = one_sentence("Rebels seized the town.")
    clauses = find_clauses(document, document.sentences[0])
    assert date_scope(document, document.sentences[0], clauses, Span(500, 510)) == []


def test_an_empty_sentence_has_no_clauses():
    assert find_clauses(one_sentence("   "), Span(0, 3)) == []
