"""The evidence of a claim: its facts in words and its sentence marked in the article."""

from __future__ import annotations

import pytest
from page_builders import TEXT, bridge_claim, market_claim, two_claims

from timeline.app.corrections import find_changes
from timeline.app.evidence import claim_date, edtf_words, find_evidence
from timeline.app.quantities import quantity_words
from timeline.app.rows import step_order, table_rows
from timeline.errors import DateSpanError, InputError


@pytest.fixture
def evidence():
    return find_evidence(two_claims(), market_claim().id)


def test_a_claim_that_is_not_there_has_no_evidence():
    assert find_evidence(two_claims(), "c-none") is None


def test_the_date_is_said_with_its_weekday_and_its_other_reading(evidence):
    assert evidence.when == "Friday 18 April 2014"
    assert evidence.alternatives == ("Friday 11 April 2014",)


def test_the_sentence_and_its_words_are_marked_in_the_article(evidence):
    pieces = [p for paragraph in evidence.article for p in paragraph]
    marked = {
        k: "".join(p.text for p in pieces if k in p.kinds)
        for k in ("sentence", "date", "quantity", "actor", "attribution")
    }
    assert marked == {
        "sentence": market_claim().sentence_text,
        "date": "last Friday",
        "quantity": "12 people",
        "actor": "the UN",
        "attribution": "According to the UN",
    }
    assert "".join(p.text for p in pieces) == TEXT.replace("\n", "")


def test_an_undated_claim_says_so():
    evidence = find_evidence(two_claims(), bridge_claim().id)
    assert evidence.when == "undated"
    assert evidence.alternatives == ()


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2014-04-18", "Friday 18 April 2014"),
        ("2013-06", "June 2013"),
        ("2011", "2011"),
        ("198X", "1980s"),
        ("../2013-09", "until September 2013"),
        ("soon", "soon"),
    ],
)
def test_edtf_is_put_in_words(edtf, words):
    assert edtf_words(edtf) == words


@pytest.mark.parametrize(
    ("low", "high", "comparator", "scope", "words"),
    [
        (14, 14, "eq", "event", "14 killed"),
        (100000, None, "gt", "cumulative", "more than 100,000 killed, in total"),
        (None, 1000, "lt", "event", "fewer than 1,000 killed"),
        (24, 99, "approx", "event", "24–99 killed"),
        (1000, 1000, "approx", "event", "about 1,000 killed"),
        (None, None, "eq", "event", "many killed"),
    ],
)
def test_numbers_are_said_as_the_range_they_allow(low, high, comparator, scope, words):
    record = {"low": low, "high": high, "comparator": comparator, "scope": scope, "kind": "killed", "text": "many"}
    assert quantity_words(record) == words


def test_only_what_differs_is_a_correction(evidence):
    same = {
        "date": "2014-04-18",
        "event_type": "remote_violence",
        "actors": "",
        "attribution": "United Nations",
        "places": "",
        "low": "12",
        "high": "12",
        "note": "",
    }
    assert find_changes(evidence, same) == {}
    assert find_changes(evidence, same | {"date": "2014-04", "low": "1,200", "high": ""}) == {
        "date": "2014-04",
        "quantity": {"low": 1200, "high": None},
    }
    assert find_changes(evidence, same | {"actors": "Army; Rebels "}) == {"actors": ["Army", "Rebels"]}


def test_a_date_or_number_that_is_none_is_refused(evidence):
    with pytest.raises(DateSpanError, match="2014-4"):
        find_changes(evidence, {"date": "2014-4"})
    with pytest.raises(InputError, match="many"):
        find_changes(evidence, {"low": "many"})


def test_arrow_keys_walk_the_dated_claims_in_time_order():
    assert [s[:2] for s in step_order(two_claims())] == [[market_claim().id, "Friday 18 April 2014"]]


def test_the_table_says_every_claim_in_words():
    first, second = table_rows(two_claims())
    assert (first["date"], first["numbers"], first["source"], first["document"]) == (
        "Friday 18 April 2014",
        "12 killed",
        "United Nations",
        "Shells hit market",
    )
    assert (second["date"], second["from"], second["actors"]) == ("undated", "", "Rebels")


def test_claim_date_keeps_what_the_relation_says():
    record = {"date_start": None, "date_end": None, "date_edtf": "", "date_precision": "", "date_relation": ""}
    assert claim_date(record) == "undated"
