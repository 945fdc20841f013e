"""The filter in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from reference import any_filter

from timeline.query.describe import NOTHING_CHOSEN, describe
from timeline.query.filter import ClaimFilter

NAMES = {"united-nations": "United Nations", "army": "Syrian government forces", "d-1": "Town falls"}


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({}, "All claims"),
        ({"actors": ("army",)}, "Claims with Syrian government forces"),
        ({"actors": ("army", "united-nations")}, "Claims with Syrian government forces or United Nations"),
        (
            {"actors": ("army", "united-nations"), "actor_mode": "all"},
            "Claims with Syrian government forces and United Nations",
        ),
        (
            {"actors": ("army", "united-nations"), "actor_mode": "none"},
            "Claims without Syrian government forces or United Nations",
        ),
        (
            {"actors": ("army",), "roles": ("agent", "target")},
            "Claims with Syrian government forces as agent or target",
        ),
        ({"roles": ("source",)}, "Claims with an actor as source"),
        ({"event_types": ("remote_violence", "siege", "battle")}, "Claims of type remote violence, siege or battle"),
        ({"attributions": ("united-nations",)}, "Claims according to United Nations"),
        ({"places": ("Homs", "Old City")}, "Claims in Homs or Old City"),
        ({"quantities": ("killed",)}, "Claims with a number of killed"),
        ({"precisions": ("day", "interval")}, "Claims dated to the day or as an interval"),
        ({"precisions": ("undated",)}, "Claims undated"),
        ({"precisions": ("month", "undated")}, "Claims dated to the month or undated"),
        (
            {"bases": ("explicit", "dct", "undated")},
            "Claims with a date that is written out or the document’s own or undated",
        ),
        ({"statuses": ("extracted", "reviewed")}, "Claims not yet reviewed or confirmed"),
        ({"documents": ("d-1",)}, "Claims told by “Town falls”"),
        ({"datasets": ("UCDP GED 25.1",)}, "Claims from UCDP GED 25.1"),
        ({"text": "mosque"}, "Claims with the words “mosque”"),
        ({"start": date(2011, 4, 1), "end": date(2013, 6, 30)}, "Claims from 1 April 2011 to 30 June 2013"),
        ({"start": date(2011, 4, 1), "end": date(2011, 4, 1)}, "Claims on 1 April 2011"),
        ({"start": date(980, 4, 1)}, "Claims from 1 April 980 on"),
        ({"end": date(2011, 4, 1)}, "Claims up to 1 April 2011"),
        ({"event_types": ("siege",), "start": date(2011, 4, 1)}, "Claims of type siege; from 1 April 2011 on"),
    ],
)
def test_a_filter_says_itself(chosen, words):
    assert describe(ClaimFilter(**chosen), NAMES) == words


@given(any_filter)
def test_every_filter_has_words_and_only_no_filter_is_all(chosen):
    words = describe(chosen, {})
    assert (words == NOTHING_CHOSEN) == (not chosen)
    assert words.strip()
