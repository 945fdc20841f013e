"""Sentences and the quantities they report; every bug adds a row, and every non-quantity too."""

from pathlib import Path

import pytest

from timeline.documents.text import make_document
from timeline.extract.quantities.finder import find_quantities
from timeline.model import QuantityMention

TABLE = Path(__file__).with_name("quantities.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def words(mention: QuantityMention) -> str:
    low, high = ("_" if n is None else str(n) for n in (mention.low, mention.high))
    return f"{mention.kind} {low} {high} {mention.comparator} {mention.scope}"


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_sentence_gives_the_quantities_it_reports(sentence: str, expected: str) -> None:
    found = find_quantities(make_document(sentence, id="row", language="en"))
    assert sorted(words(m) for m in found) == ([] if expected == "-" else sorted(expected.split("; ")))


def test_the_table_holds_enough_of_both() -> None:
    assert sum(expected != "-" for _, expected in ROWS) >= 100
    assert sum(expected == "-" for _, expected in ROWS) >= 60
