"""Relation, basis, alternatives, resolution in words, ranges and their parts."""

from datetime import date

import pytest

from tests.extract.dates.reading_tables import find
from timeline.datespan import DateBasis, Relation


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It fell by September 2013.", Relation.BY),
        ("It fell before September 2013.", Relation.BEFORE),
        ("It fell prior to September 2013.", Relation.BEFORE),
        ("It fell after September 2013.", Relation.AFTER),
        ("It has held since September 2013.", Relation.SINCE),
        ("It held until September 2013.", Relation.UNTIL),
        ("It held up to September 2013.", Relation.UNTIL),
        ("As of September 2013 it held.", Relation.BY),
        ("It fell in September 2013.", Relation.IN),
        ("It fell on 3 September 2013.", Relation.ON),
        ("It rose during September 2013.", Relation.DURING),
        ("It rose throughout September 2013.", Relation.DURING),
        ("It fell around September 2013.", Relation.ABOUT),
        ("It fell by early September 2013.", Relation.BY),
        ("It has held since the war began in September 2013.", Relation.SINCE),
        ("It fell in September 2013. Since then it held.", Relation.IN),
        ("They fought from September 2013 onwards.", Relation.SINCE),
    ],
)
def test_the_words_before_a_date_give_its_relation(text: str, relation: Relation) -> None:
    assert find(text)[0].relation is relation


def test_since_leaves_the_end_open_and_until_the_start() -> None:
    since, until = find("It has held since 3 May 2013. It had held until 1 May 2013.")
    assert (since.when.edtf, until.when.edtf) == ("2013-05-03/..", "../2013-05-01")


def test_last_friday_says_how_it_was_counted() -> None:
    (mention,) = find("The blast came last Friday.")
    assert mention.resolution == "“last Friday”, counted back from Tuesday 22 April 2014 → Friday 18 April 2014"
    assert mention.basis is DateBasis.RELATIVE


def test_a_weekday_equal_to_the_documents_keeps_the_week_before_as_alternative() -> None:
    (mention,) = find("The army advanced on Tuesday.")
    assert mention.when.start == date(2014, 4, 22)
    assert [a.edtf for a in mention.alternatives] == ["2014-04-15"]


def test_a_date_written_out_is_explicit_and_needs_no_resolution() -> None:
    (mention,) = find("The army advanced on 22 April 2014.")
    assert (mention.basis, mention.resolution, mention.alternatives) == (DateBasis.EXPLICIT, "", ())


def test_all_number_dates_follow_the_texts_own_order_and_keep_the_other() -> None:
    day_first = find("Reports of 3/4/2014 and 25/4/2014.")
    month_first = find("Reports of 3/4/2014 and 4/25/2014.")
    assert [m.timex_value for m in day_first] == ["2014-04-03", "2014-04-25"]
    assert [m.timex_value for m in month_first] == ["2014-03-04", "2014-04-25"]
    assert [a.edtf for a in day_first[0].alternatives] == ["2014-03-04"]


def test_a_range_is_one_mention_with_its_two_ends_as_parts() -> None:
    (mention,) = find("It lasted from 18 April to 2 May 2013.")
    assert mention.rule == "range"
    assert mention.relation is Relation.DURING
    assert [(p.text, p.when.edtf) for p in mention.parts] == [("18 April", "2013-04-18"), ("2 May 2013", "2013-05-02")]


def test_two_days_that_are_listed_are_no_range() -> None:
    found = find("It happened on 4 and 6 May 2013.")
    assert [(m.text, m.when.edtf) for m in found] == [("4", "2013-05-04"), ("6 May 2013", "2013-05-06")]


def test_early_and_late_are_approximate_and_carry_a_mod() -> None:
    early, late = find("From early March 2013 onwards. In late June 2013 it ended.")
    assert (early.mod, early.when.approximate, late.mod, late.when.edtf) == ("START", True, "END", "2013-06~")


@pytest.mark.parametrize(
    "text",
    ["They fought for three years.", "They march every Friday.", "It fell in 490 BC.", "It was quiet in the past."],
)
def test_what_has_no_place_on_a_calendar_has_no_days(text: str) -> None:
    (mention,) = find(text)
    assert mention.when is None


def test_without_a_document_date_a_relative_date_has_no_days() -> None:
    (mention,) = find("The army advanced on Tuesday.", None)
    assert (mention.when, mention.timex_value) == (None, "XXXX-WXX-2")


def test_the_far_past_and_future_do_not_break_the_calendar() -> None:
    assert [m.when for m in find("It will end 9000 years later, or 3,000 years ago.")] == [None, None]
