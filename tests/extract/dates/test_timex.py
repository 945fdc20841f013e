import pytest

from tests.extract.dates.reading_tables import document
from timeline.extract.dates.finder import find_dates
from timeline.extract.dates.point import Point
from timeline.extract.dates.timex import to_timex_records, value_span


def records(text: str) -> list[dict[str, object]]:
    read = document(text)
    return list(to_timex_records(read, find_dates(read)))


def test_a_record_has_span_type_value_and_edtf() -> None:
    assert records("It fell on 18 April 2014.") == [
        {
            "doc": "case",
            "start": 11,
            "end": 24,
            "text": "18 April 2014",
            "type": "DATE",
            "value": "2014-04-18",
            "edtf": "2014-04-18",
        }
    ]


def test_a_range_gives_its_two_ends() -> None:
    assert [(r["text"], r["value"]) for r in records("The 2011–14 war.")] == [("2011", "2011"), ("14", "2014")]


def test_a_text_without_expressions_gives_its_id_alone() -> None:
    assert records("Nothing.") == [{"doc": "case"}]


@pytest.mark.parametrize(
    ("value", "edtf"),
    [("2014-04-18", "2014-04-18"), ("2014-04-18TNI", "2014-04-18"), ("2014-04", "2014-04"), ("2014-W16", "2014-04-14/2014-04-20"), ("2014-Q1", "2014-01/2014-03"),
     ("2014-H2", "2014-07/2014-12"), ("2014-SP", "2014-21"), ("2014", "2014"), ("198", "198X"), ("18", "18XX")],
)  # fmt: skip
def test_a_calendar_value_has_its_days(value: str, edtf: str) -> None:
    assert value_span(value).edtf == edtf


@pytest.mark.parametrize("value", ["P3Y", "PAST_REF", "XXXX-04", "XXXX-WXX-5", "BC0490", "2014-13", "2014-02-30", ""])
def test_other_values_have_none(value: str) -> None:
    assert value_span(value) is None


@pytest.mark.parametrize(
    ("point", "unit", "amount", "value"),
    [
        (Point("day", 2014, 4, 22), "D", -4, "2014-04-18"),
        (Point("day", 2014, 1, 1), "D", -1, "2013-12-31"),
        (Point("day", 2014, 4, 22), "W", -1, "2014-W16"),
        (Point("day", 2014, 4, 22), "M", -4, "2013-12"),
        (Point("month", 2014, 4), "Y", 2, "2016"),
        (Point("year", -490), "Y", 1, "BC0489"),
        (Point("year", -1), "Y", 1, "0001"),
        (Point("year", 2014), "DE", -1, "200"),
    ],
)
def test_points_move_by_units(point: Point, unit: str, amount: int, value: str) -> None:
    moved = point.shift(unit, amount)
    assert moved.value() == value


def test_a_move_out_of_the_calendar_gives_none() -> None:
    assert Point("day", 9999, 12, 31).shift("D", 1) is None
    assert Point("year", 2014).shift("Y", 9000) is None
