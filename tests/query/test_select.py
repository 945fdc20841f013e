"""What each choice keeps, on the first article."""

from __future__ import annotations

from datetime import date

import pytest
from factory import homs_claims, homs_tables, make_claims, make_tables

from timeline.errors import FilterError
from timeline.frame.tables import empty_tables
from timeline.query.filter import ClaimFilter
from timeline.query.select import select_ids


def kept(**chosen):
    ids = set(select_ids(homs_tables(), ClaimFilter(**chosen)))
    return [c for c in homs_claims() if c.id in ids]


def told(**chosen):
    return [c.event_text for c in kept(**chosen)]


ARMY = "syrian-government-forces"


@pytest.mark.parametrize(
    "name", [ARMY, "Syrian government forces", "Syrian army", "syrian troops", "SYRIAN ARMY", "the Syrian Army"]
)
def test_an_actor_is_found_by_any_of_its_names(name):
    assert kept(actors=(name,)) == [c for c in homs_claims() if any(a.id == ARMY for a in c.actors)]


@pytest.mark.parametrize("name", ["Free Syrian Army", "army", "syrian"])
def test_a_name_that_only_resembles_finds_nothing(name):
    assert kept(actors=(name,)) == []


def test_any_all_and_none_of_the_actors():
    army, rebels = "Syrian army", "syrian-rebels"
    both = told(actors=(army, rebels), actor_mode="all")
    assert both == [
        "Syrian armed forces made further advances",
        "engaged in bloody combat with Sunni-dominated rebel groups",
    ]
    assert len(kept(actors=(army, rebels))) == len(kept(actors=(army,))) + len(kept(actors=(rebels,))) - 2
    assert len(kept(actors=(army, rebels), actor_mode="none")) == 18 - len(kept(actors=(army, rebels)))


def test_a_role_narrows_the_actors_and_stands_alone():
    assert told(actors=("syrian-rebels",), roles=("target",)) == [
        "Syrian armed forces made further advances", "engaged in bloody combat with Sunni-dominated rebel groups",
    ]  # fmt: skip
    assert all(any(a.role == "target" for a in c.actors) for c in kept(roles=("target",)))
    assert kept(actors=(ARMY,), roles=("source",)) == []


@pytest.mark.parametrize("name", ["united-nations", "United Nations", "UN", "U.N."])
def test_a_source_is_found_by_any_of_its_names(name):
    assert told(attributions=(name,)) == [
        "the death toll surpassed 100,000",
        "reached 120,000",
        "peace talks that had broken off",
    ]


@pytest.mark.parametrize(
    ("chosen", "number"),
    [
        ({"event_types": ("siege",)}, 2),
        ({"event_types": ("siege", "protest")}, 3),
        ({"places": ("Homs",)}, 3),
        ({"places": ("homs",)}, 3),
        ({"places": ("Old City", "Akrama")}, 2),
        ({"quantities": ("killed",)}, 3),
        ({"quantities": ("injured",)}, 1),
        ({"quantities": ("killed",), "attributions": ("UN",)}, 2),
        ({"bases": ("undated",)}, 1),
        ({"precisions": ("undated", "year")}, 2),
        ({"precisions": ("interval",)}, 1),
        ({"statuses": ("extracted",)}, 18),
        ({"statuses": ("rejected",)}, 0),
        ({"documents": ("homs-2014-04-22",)}, 18),
        ({"documents": ("other",)}, 0),
        ({"datasets": ("UCDP",)}, 0),
    ],
)
def test_a_choice_keeps_its_claims(chosen, number):
    assert len(kept(**chosen)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("mosque", 2),
        ("MOSQUE Akrama", 1),
        ("mosque rebels", 0),
        ('"death toll"', 2),
        ('"toll death"', 0),
        ("death toll", 2),
        ("al habshi", 1),
        ("al-Habshi", 1),
        ("president's", 1),
        ("president’s", 1),
        ("army advance", 18),  # the document's title
        ("  ", 18),
        ('"mosque', 2),  # a phrase half typed
        ("“", 18),
    ],
)
def test_words_must_all_occur_whatever_their_case_hyphens_and_quotes(text, number):
    assert len(kept(text=text)) == number


@pytest.mark.parametrize(
    ("start", "end", "number"),
    [
        (date(2014, 4, 22), None, 9),
        (date(2014, 4, 18), date(2014, 4, 18), 4),
        (None, date(2011, 3, 31), 1),
        (date(2013, 6, 30), date(2013, 6, 30), 2),
        (date(2013, 7, 1), date(2013, 8, 31), 1),
        (None, date(1999, 1, 1), 0),
        (date(2030, 1, 1), None, 0),
        (date(1, 1, 1), date(9999, 12, 31), 17),
    ],
)
def test_a_window_keeps_what_may_lie_in_it_both_days_inclusive(start, end, number):
    found = kept(start=start, end=end)
    assert len(found) == number
    assert all(c.date for c in found)


def test_what_lasts_since_is_in_every_later_window():
    since = make_claims()[2]
    assert list(select_ids(make_tables(), ClaimFilter(start=date(2020, 1, 1)))) == [since.id]
    assert since.id not in set(select_ids(make_tables(), ClaimFilter(end=date(2013, 12, 31))))


def test_nothing_chosen_keeps_everything_in_order():
    assert list(select_ids(homs_tables(), ClaimFilter())) == [c.id for c in homs_claims()]
    assert list(select_ids(empty_tables(), ClaimFilter(actors=("x",), text="y", start=date(2014, 1, 1)))) == []


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"event_types": ("war",)}, "'war'"),
        ({"roles": ("boss",)}, "'boss'"),
        ({"actor_mode": "some"}, "'some'"),
        ({"actors": "army"}, "list of words"),
        ({"start": date(2014, 2, 1), "end": date(2014, 1, 1)}, "swap the two days"),
    ],
)
def test_a_choice_that_no_claim_can_hold_is_refused_in_words(wrong, word):
    with pytest.raises(FilterError, match=word):
        ClaimFilter(**wrong)


def test_choosing_twice_is_choosing_once():
    assert ClaimFilter(actors=("a", "a")) == ClaimFilter(actors=("a",))
    assert not ClaimFilter(actor_mode="all")


def test_the_words_a_text_uses_name_its_actor_too():
    tables = homs_tables()
    by_id = set(select_ids(tables, ClaimFilter(actors=("syrian-government-forces",))))
    for words in ("Assad’s troops", "Assad's troops", "the president’s troops"):
        assert set(select_ids(tables, ClaimFilter(actors=(words,)))) == by_id
