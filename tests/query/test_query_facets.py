"""The choices with their counts."""

from __future__ import annotations

from factory import homs_tables

from timeline.frame.tables import empty_tables
from timeline.query.aliases import aliases
from timeline.query.facets import FACETS, facets
from timeline.query.filter import ClaimFilter


def counts(name, **chosen):
    return {label: number for _, label, number in facets(homs_tables(), ClaimFilter(**chosen))[name]}


def test_actors_are_named_and_counted_in_claims_the_most_frequent_first():
    listed = facets(homs_tables(), ClaimFilter())["actors"]
    assert listed[0] == ("syrian-government-forces", "Syrian government forces", 10)
    assert [n for _, _, n in listed] == sorted((n for _, _, n in listed), reverse=True)


def test_a_facet_is_counted_under_every_choice_but_its_own():
    assert counts("event_types", event_types=("siege",)) == counts("event_types")
    assert counts("event_types", quantities=("killed",)) == {
        "casualty_report": 2, "remote_violence": 1, "battle": 0, "civilian_targeting": 0, "diplomacy": 0, "other": 0,
        "protest": 0, "siege": 0, "statement": 0,
    }  # fmt: skip


def test_undated_claims_are_a_choice_of_precision_and_basis():
    assert counts("precisions")["undated"] == 1
    assert counts("bases")["undated"] == 1
    assert counts("bases", places=("Homs",))["undated"] == 0


def test_documents_are_called_by_their_title():
    assert list(counts("documents").values()) == [18]


def test_no_claims_no_choices():
    assert facets(empty_tables(), ClaimFilter(actors=("x",))) == {name: [] for name in FACETS}


def test_an_actors_other_names_are_the_lexicons_and_the_texts_without_pronouns():
    others = aliases(homs_tables())
    assert "troops loyal to Assad" in others["syrian-government-forces"]
    assert "UN" in others["united-nations"].split()
    assert not any(word in ("He", "he", "they") for word in others["united-nations"].split())
