"""Words of an article and a form become facts of a claim; what cannot be is refused in words."""

from __future__ import annotations

import pytest

from timeline.app.claiming import find_words, read_facts
from timeline.errors import InputError

TEXT = "The army shelled Qasra.\n\nOn Monday the army\nshelled Qasra again 𝕏 and left."


def test_selected_words_are_taken_where_they_were_selected():
    at = TEXT.rindex("army")
    assert find_words(TEXT, "army", {"start": at, "end": at + 4, "text": "army"}, 0) == (at, at + 4)


def test_written_words_are_found_nearest_to_the_open_claim_whatever_their_spaces():
    assert find_words(TEXT, "the army shelled Qasra", None, 0) == (TEXT.index("the army"), TEXT.index(" again"))
    assert find_words(TEXT, "army", None, len(TEXT))[0] == TEXT.rindex("army")


def test_a_selection_that_says_other_words_is_not_believed():
    assert find_words(TEXT, "Qasra", {"start": 0, "end": 5, "text": "Qasra"}, 0) == (17, 22)


@pytest.mark.parametrize("words", ["", "   ", "the navy", "x" * 3000])
def test_words_that_are_not_there_are_refused(words):
    with pytest.raises(InputError):
        find_words(TEXT, words, None, 0)


def test_the_form_says_only_what_is_filled_in():
    assert read_facts({"event_type": "siege", "date": " ", "actors": None, "number": ""}) == {"event_type": "siege"}
    assert read_facts(
        {"actors": "UN; rebels ", "number": "12–20", "kind": "injured", "date": "2014-04", "source": "UN"}
    ) == {
        "event_type": "other",
        "date": "2014-04",
        "actors": ["UN", "rebels"],
        "attribution": ["UN"],
        "quantity": {"low": 12, "high": 20, "kind": "injured"},
    }


@pytest.mark.parametrize("number", ["many", "12 or so", "-3", "1e9", "12-13-14"])
def test_a_number_that_is_none_is_refused(number):
    with pytest.raises(InputError):
        read_facts({"number": number})
