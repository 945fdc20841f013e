"""Histories: bare months and days take the year of the story, not the document's."""

import pytest

from tests.extract.dates.reading_tables import find

HISTORY = (
    "The war began in September 1939. In April 1940 the north was invaded, and on 10 May the west. Paris fell on 14 June. "
    "By October the skies were quiet. In early February a new front opened in the south. On 22 June 1941 the east was attacked. "
    "The following month the advance slowed. In December it stopped. In January the line moved back. "
)


def test_months_without_a_year_follow_the_story() -> None:
    values = [m.timex_value for m in find(HISTORY, "2009-12-19")]
    assert values == [
        "1939-09",
        "1940-04",
        "1940-05-10",
        "1940-06-14",
        "1940-10",
        "1941-02",
        "1941-06-22",
        "1941-07",
        "1941-12",
        "1942-01",
    ]


def test_a_year_far_from_its_neighbours_does_not_move_the_story() -> None:
    text = (
        HISTORY
        + "A report declassified in 2005 revealed that there was no attack on 4 February. In March 1942 it began. In 1943 it ended."
    )
    assert next(m for m in find(text, "2009-12-19") if m.text == "4 February").timex_value == "1942-02-04"


def test_looking_back_does_not_move_the_story() -> None:
    text = HISTORY + "A year earlier the city had been free. In March the thaw came."
    assert find(text, "2009-12-19")[-1].timex_value == "1942-03"


def test_a_bare_winter_is_the_one_the_story_is_in() -> None:
    found = find(HISTORY + "They starved throughout the winter.", "2009-12-19")[-1]
    assert (found.timex_value, found.when.edtf) == ("1942-WI", "1941-24")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "In 499 BC the cities rose. The revolt ended in 493 BC. In 490 BC the king sent a fleet. He died in 486.",
            ["BC0499", "BC0493", "BC0490", "BC0486"],
        ),
        (
            "In 499 BC it began. In 493 BC it ended. It was 490 BC. The following year they built ships.",
            ["BC0499", "BC0493", "BC0490", "BC0489"],
        ),
    ],
)
def test_years_before_christ_count_down(text: str, values: list[str]) -> None:
    assert [m.timex_value for m in find(text, "2009-12-19")] == values


def test_news_that_names_another_year_keeps_to_it_within_the_sentence_after() -> None:
    found = find("The war began in March 1992. In April the siege closed. On Tuesday the mayor spoke.")
    assert [m.timex_value for m in found] == ["1992-03", "1992-04", "2014-04-22"]
