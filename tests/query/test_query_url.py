"""The filter in the URL and back."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reference import any_filter

from timeline.errors import FilterError
from timeline.query.filter import ClaimFilter
from timeline.query.url import from_query, to_query


@given(any_filter)
def test_a_link_means_the_filter_it_was_made_of(chosen):
    assert from_query(to_query(chosen)) == chosen
    assert from_query("?" + to_query(chosen)) == chosen


@given(any_filter, any_filter)
def test_equal_filters_have_equal_links(one, other):
    assert (to_query(one) == to_query(other)) == (one == other)


@pytest.mark.parametrize(
    ("query", "chosen"),
    [
        ("", ClaimFilter()),
        ("actor=army&actor=UN&actor_mode=all", ClaimFilter(actors=("army", "UN"), actor_mode="all")),
        ("type=siege&role=agent", ClaimFilter(event_types=("siege",), roles=("agent",))),
        ("start=2013&end=2013", ClaimFilter(start=date(2013, 1, 1), end=date(2013, 12, 31))),
        ("start=2013-06&end=2014-04-18", ClaimFilter(start=date(2013, 6, 1), end=date(2014, 4, 18))),
        ("start=198X", ClaimFilter(start=date(1980, 1, 1))),
        ("text=old+city", ClaimFilter(text="old city")),
        ("lanes=place&claim=c-1&utm_source=x", ClaimFilter()),
        ("actor=&text=", ClaimFilter()),
    ],
)
def test_links_are_read_as_they_are_written(query, chosen):
    assert from_query(query) == chosen


@pytest.mark.parametrize(
    "query",
    ["type=war", "start=soon", "start=2013-6", "end=2011/..", "start=2014&end=2013", "actor_mode=both", "role=boss"],
)
def test_a_link_that_means_nothing_is_refused_in_words(query):
    with pytest.raises(FilterError, match=r"\w+ \w+ \w+"):
        from_query(query)


@given(st.text(max_size=200))
def test_any_text_is_a_link_or_refused(text):
    with suppress(FilterError):
        from_query(text)
