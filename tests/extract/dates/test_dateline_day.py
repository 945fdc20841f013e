"""The weekday of a dateline is the day that relative days of the report count from."""

from __future__ import annotations

from datetime import date

import pytest
from reading_tables import find

from timeline.extract.dates.dateline_day import dateline_day

MONDAY = date(1944, 6, 19)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("WITH THE EIGHTH ARMY, Sunday\n\nThe town fell this morning.", date(1944, 6, 18)),
        ("TOWN TAKEN\nFrom our correspondent\nLONDON, Saturday. - The town fell.", date(1944, 6, 17)),
        ("LONDON, Monday - The town fell.", MONDAY),
        ("LONDON, Wednesday - The town fell.", MONDAY),
        ("He came to London, Sunday, and left.", MONDAY),
        ("The town fell on Sunday.", MONDAY),
        ("", MONDAY),
    ],
)
def test_the_day_of_writing(text: str, day: date) -> None:
    assert dateline_day(text, MONDAY) == day


def test_without_a_day_of_publication_there_is_none() -> None:
    assert dateline_day("LONDON, Saturday. - The town fell.", None) is None


def test_this_morning_and_yesterday_count_from_the_dateline() -> None:
    text = "WITH THE EIGHTH ARMY, Sunday\n\nThe town fell this morning. A tank was lost yesterday."
    found = {m.text: m.when.edtf for m in find(text, "1944-06-19") if m.when}
    assert (found["this morning"], found["yesterday"]) == ("1944-06-18", "1944-06-17")
