"""Who says it and which words are his: a table of sayings, each with its sources and what they cover."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factory import make_article
from timeline.documents.text import make_document
from timeline.extract.actors.finder import find_actors
from timeline.extract.attribution.finder import find_attributions
from timeline.model import AttributionMention, Document

TABLE = Path(__file__).with_name("sayings.tsv")


def read_rows() -> list[tuple[str, list[tuple[str, str]]]]:
    rows = []
    for line in TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, told = line.partition("\t")
            wanted = [tuple(part.split(" = ")) for part in told.strip().split(" || ")] if told.strip() else []
            rows.append((text, wanted))
    return rows


ROWS = read_rows()


def attribute(text: str, **fields: str) -> tuple[Document, list[AttributionMention]]:
    document = make_document(text, id="t", language="en", **fields)
    return document, find_attributions(document, find_actors(document))


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[text[:60] for text, _ in ROWS])
def test_a_saying_has_its_sources_and_their_words(text: str, wanted: list[tuple[str, str]]) -> None:
    document, found = attribute(text)
    assert sorted((m.name, m.covers.of(document.text)) for m in found) == sorted(wanted)


def test_the_table_holds_what_it_promises() -> None:
    assert sum(bool(wanted) for _, wanted in ROWS) >= 120
    assert sum(not wanted for _, wanted in ROWS) >= 40


def test_the_mention_tells_cue_source_and_words() -> None:
    document = make_article()
    first = find_attributions(document, find_actors(document))[0]
    assert (first.text, first.cue, first.source.of(document.text)) == ("According to the UN", "According to", "UN")
    assert first.covers.of(document.text) == "shells killed 12 people in Qasra last Friday"


def test_a_sentence_that_goes_on_points_to_the_words_that_named_the_speaker() -> None:
    _document, found = attribute("Medics said ten men died. “They had no water left at all.”")
    assert [m.text for m in found] == ["Medics said", "Medics said"]
    assert found[1].rule == "continued"


def test_an_open_quotation_runs_over_its_sentences() -> None:
    document, found = attribute("A witness said: “The road is closed. Nobody dares to leave. We wait.”")
    assert len(found) == 1
    assert found[0].covers.of(document.text) == "“The road is closed. Nobody dares to leave. We wait.”"


def test_a_quotation_whose_mark_is_missing_does_not_swallow_the_article() -> None:
    text = "“The road is closed, a witness said. The army shelled the port.\n\nThe mill burned in June."
    document, found = attribute(text)
    assert all("mill" not in m.covers.of(document.text) for m in found)


def test_a_new_paragraph_ends_a_count_that_went_on() -> None:
    document, found = attribute("Medics said ten men died.\n\nAnother 40 people were hurt in the port.")
    assert [m.covers.of(document.text) for m in found] == ["ten men died"]


def test_the_voice_of_the_body_whose_statement_it_is_has_no_source() -> None:
    text = "We condemn the attack on the camp. The United Nations strongly condemns all such attacks."
    assert attribute(text)[1] == []


def test_the_publisher_is_no_source() -> None:
    assert attribute("Ten men died in the raid on Qasra.", publisher="Reuters", source="Reuters")[1] == []


def test_a_statement_is_that_of_the_party_who_spoke_last() -> None:
    text = "Hezbollah said 30 men of a Shiite militia had died. The road is open, the statement added."
    assert {m.name for m in attribute(text)[1]} == {"Hezbollah"}


def test_a_word_over_and_over_speaks_once() -> None:
    assert len(attribute("The army said said said said ten men had died.")[1]) == 1


def test_nothing_found_is_an_empty_list() -> None:
    assert attribute("")[1] == []
    assert attribute("The bridge fell.")[1] == []
