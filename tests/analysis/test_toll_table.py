"""Numbers by event and source, their range, and what changed."""

from __future__ import annotations

import pandas as pd
import pytest
from corpus import large_tables
from factory import homs_claims, homs_tables
from tellings import blast, ids, killed, tables_of
from test_relate import MONITOR, TV, total

from timeline.analysis.tolls import COLUMNS, toll_ranges, toll_table, what_changed
from timeline.frame.tables import empty_tables

MINISTRY = ("The ministry said", "The ministry", "Health ministry")


def named(words):
    return next(c.id for c in homs_claims() if words in c.event_text)


def test_the_range_is_the_least_and_the_greatest_with_who_says_what():
    told = (blast("one", killed("killed 14 people", 14, 14), source=TV),
            blast("two", killed("killed at least 18 people", 18, None, "ge"), source=MONITOR),
            blast("three", killed("killed 20 people", 20, 20), source=MINISTRY))  # fmt: skip
    (found,) = toll_ranges(tables_of(*told))
    assert (found.low, found.best, found.high, found.agreed) == (14, 20, 20, False)
    assert found.sources == ("State TV 14", "The Monitor at least 18", "Health ministry 20")
    assert found.claim_ids == tuple(ids(*told))
    assert found.words == "14–20 killed, best 20: State TV 14; The Monitor at least 18; Health ministry 20"


def test_numbers_that_can_all_be_true_agree():
    told = (
        blast("one", killed("killed at least 12 people", 12, None, "ge"), source=TV),
        blast("two", killed("killed 15 people", 15, 15), source=MONITOR),
    )
    (found,) = toll_ranges(tables_of(*told))
    assert (found.low, found.best, found.high, found.agreed) == (12, 15, 15, True)


def test_a_number_that_its_source_has_overtaken_is_out_of_the_range():
    told = (blast("one", killed("killed 14 people", 14, 14), source=TV, day="2014-04-19"),
            blast("two", killed("killed 17 people", 17, 17), source=TV, day="2014-04-20"),
            blast("three", killed("killed 20 people", 20, 20), source=TV, day="2014-04-21"))  # fmt: skip
    tables = tables_of(*told)
    one, two, three = ids(*told)
    table = toll_table(tables)
    assert len(set(table["group"])) == 1
    assert dict(zip(table["claim_id"], table["overtaken_by"].fillna(""), strict=True)) == {
        one: two,
        two: three,
        three: "",
    }
    (found,) = toll_ranges(tables)
    assert (found.low, found.high) == (20, 20)
    assert what_changed(table, two) == ["Killed rose from 14 to 17 (State TV)", "Killed rose from 17 to 20 (State TV)"]
    assert what_changed(table, one) == ["Killed rose from 14 to 17 (State TV)"]


def test_a_count_that_falls_is_said_to_fall():
    told = (blast("one", killed("killed 14 people", 14, 14), source=TV, day="2014-04-19"),
            blast("two", killed("killed 9 people", 9, 9), source=TV, day="2014-04-20"))  # fmt: skip
    assert what_changed(toll_table(tables_of(*told)), ids(*told)[1]) == ["Killed fell from 14 to 9 (State TV)"]


def test_soldiers_and_civilians_have_ranges_of_their_own():
    told = (
        blast("one", killed("killed 14 soldiers", 14, 14), source=TV),
        blast("two", killed("killed 20 civilians", 20, 20), source=MONITOR),
    )
    assert [(r.counted, r.low, r.high) for r in toll_ranges(tables_of(*told))] == [
        ("soldiers", 14, 14),
        ("civilians", 20, 20),
    ]


def test_a_running_total_as_it_grew_is_one_group():
    places = ("in June 2013", "2013-06", "explicit"), ("in September 2013", "2013-09", "explicit")
    un = ("UN said", "UN", "UN")
    told = (total("UN", "100,000", 100_000, places[0]), total("UN", "120,000", 120_000, places[1], source=un),
            total("Monitor", "110,000", 110_000, places[1]))  # fmt: skip
    table = toll_table(tables_of(*told))
    grouped = table.groupby("group")["claim_id"].agg(list)
    assert sorted(grouped, key=len) == [ids(told[2]), ids(told[0], told[1])]


def test_the_first_articles_numbers_stand_by_event_and_source():
    table = toll_table(homs_tables())
    assert {k: str(v) for k, v in table.dtypes.items()} == COLUMNS
    cumulative = table[table["scope"] == "cumulative"]
    assert set(cumulative["source"]) == {"United Nations"}
    assert len(set(cumulative["group"])) == 1
    assert cumulative["overtaken_by"].fillna("").tolist() == [named("reached 120,000"), ""]
    killed_14 = table[(table["scope"] == "event") & (table["kind"] == "killed")]
    assert killed_14[["source", "low", "high"]].to_numpy().tolist() == [["Syrian state television", 14, 14]]
    assert what_changed(table, named("reached 120,000")) == [
        "Killed rose from more than 100,000 to 120,000 (United Nations)"
    ]


def test_every_number_of_a_living_claim_is_in_the_table_once():
    tables = large_tables(400, days=5, towns=3)
    tables.claims.loc[:9, "status"] = "rejected"
    table = toll_table(tables)
    rows = tables.claim_quantities
    alive = rows[~rows["claim_id"].isin(tables.claims["claim_id"][:10])]
    assert sorted(table["claim_id"]) == sorted(alive["claim_id"])
    assert table["low"].sum() == alive["low"].sum()


def test_ranges_hold_their_best():
    assert all(r.low <= r.best <= r.high for r in toll_ranges(large_tables(600, days=5, towns=3)))


@pytest.mark.parametrize("tables", [empty_tables()])
def test_nothing_gives_an_empty_table_with_its_columns(tables):
    table = toll_table(tables)
    assert isinstance(table, pd.DataFrame)
    assert list(table.columns) == list(COLUMNS)
    assert toll_ranges(tables) == []
    assert what_changed(table, "c-none") == []
