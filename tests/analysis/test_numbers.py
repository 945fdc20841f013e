"""Numbers as what they allow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.analysis.numbers import Number, people_counted, tells_change

COMPARATORS = ("eq", "ge", "gt", "le", "lt", "approx", "range")


def number(low, high, comparator="eq", text=""):
    return Number("killed", "event", low, high, comparator, text, people_counted(text))


@pytest.mark.parametrize(
    ("low", "high", "comparator", "words"),
    [
        (14, 14, "eq", "14"),
        (15, None, "ge", "at least 15"),
        (100000, None, "gt", "more than 100,000"),
        (None, 20, "le", "at most 20"),
        (None, 1000, "lt", "fewer than 1,000"),
        (1000, 1000, "approx", "about 1,000"),
        (24, 99, "approx", "24–99"),
        (10, 15, "range", "10–15"),
    ],
)
def test_a_number_is_said_as_its_source_bounds_it(low, high, comparator, words):
    assert number(low, high, comparator).words == words


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("killed 12 people", set()),
        ("killed 12 soldiers", {"soldiers"}),
        ("nine civilians were killed", {"civilians"}),
        ("killing 3 policemen and a child", {"police", "children"}),
        ("12 people including four children", set()),
        ("including four children", {"children"}),
        ("85 soldiers, 12 of them officers", {"soldiers"}),
        ("", set()),
    ],
)
def test_who_is_counted_is_read_from_the_words(text, people):
    assert people_counted(text) == people


def test_words_of_change_are_known():
    assert tells_change("the toll rose to 115")
    assert not tells_change("killed 115 people")


def test_soldiers_do_not_measure_civilians():
    assert not number(5, 5, text="5 soldiers").comparable(number(9, 9, text="9 civilians"))
    assert number(5, 5, text="5 soldiers").comparable(number(9, 9, text="9 troops"))


bounds = st.one_of(st.none(), st.integers(0, 10**7))


@given(bounds, bounds, st.sampled_from(COMPARATORS), bounds, bounds, st.sampled_from(COMPARATORS))
def test_agreeing_is_mutual_and_every_number_agrees_with_itself(low, high, sign, least, most, other_sign):
    one, other = number(low, high, sign), number(least, most, other_sign)
    assert one.agrees(other) == other.agrees(one)
    if low is None or high is None or low <= high:
        assert one.agrees(one)
    assert one.words
