"""Tables → exchange records or Parquet → tables: nothing lost, nothing moved."""

from __future__ import annotations

import json
from datetime import date

import pandas as pd
import pytest
from factory import TEXT, homs_tables, make_article, make_claim, make_tables
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from samples import sample_tables

from timeline.datespan import DateBasis, DateSpan, Precision, Relation
from timeline.errors import SchemaError
from timeline.frame.check import find_faults
from timeline.frame.columns import TABLES
from timeline.frame.exchange import from_records, to_records
from timeline.frame.parquet import from_parquet, to_parquet
from timeline.frame.tables import ClaimTables, empty_tables, to_tables
from timeline.model import (
    ActorMention,
    Claim,
    ClaimDate,
    Comparator,
    EventType,
    QuantityKind,
    QuantityMention,
    Role,
    Scope,
    Span,
    Status,
)

ALL = {"homs": homs_tables(), "short": make_tables(), "samples": sample_tables(), "empty": empty_tables()}


def assert_same(one: ClaimTables, other: ClaimTables) -> None:
    for name in TABLES:
        assert_frame_equal(getattr(one, name), getattr(other, name), obj=name)


def through_json(tables: ClaimTables) -> ClaimTables:
    lines = [json.dumps(r, ensure_ascii=False, allow_nan=False) for r in to_records(tables, with_text=True)]
    return from_records(map(json.loads, lines), "test")


@pytest.mark.parametrize("name", ALL)
def test_records_give_the_tables_back(name):
    assert_same(through_json(ALL[name]), ALL[name])


@pytest.mark.parametrize("name", ALL)
def test_parquet_gives_the_tables_back(name):
    assert_same(from_parquet(to_parquet(ALL[name], {"title": "x"}), "test"), ALL[name])


days = st.dates(date(1, 1, 1), date(9999, 12, 31))
spans = st.one_of(
    st.builds(DateSpan.day, days, approximate=st.booleans()),
    st.builds(DateSpan.month, st.integers(1, 9999), st.integers(1, 12)),
    st.builds(DateSpan.year, st.integers(1, 9999)),
    st.builds(DateSpan.season, st.integers(1, 9998), st.integers(21, 24)),
    st.builds(DateSpan.quarter, st.integers(1, 9999), st.integers(1, 4)),
    st.builds(DateSpan.week, st.dates(date(2, 1, 1), date(9998, 1, 1))),
    st.builds(lambda a, b: DateSpan(min(a, b), max(a, b), Precision.INTERVAL), days, days),
    st.builds(lambda a: DateSpan.interval(a, None), days),
    st.builds(lambda a: DateSpan.interval(None, a), days),
)
pieces = st.integers(0, len(TEXT) - 2).flatmap(lambda a: st.integers(a + 1, len(TEXT)).map(lambda b: Span(a, b)))
words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
counts = st.one_of(st.none(), st.integers(0, 10**9))


@st.composite
def claims(draw):
    article = make_article()
    when = draw(st.one_of(st.none(), spans))
    dated = when and ClaimDate(
        when,
        draw(st.sampled_from(Relation)),
        draw(st.sampled_from(DateBasis)),
        "test",
        None,
        None,
        tuple(draw(st.lists(spans, max_size=2))),
        draw(words),
    )
    actors = [
        ActorMention(s, s.of(TEXT), n, n, "test", draw(st.sampled_from(Role)))
        for s, n in draw(st.lists(st.tuples(pieces, words), max_size=3))
    ]
    numbers = []
    for bounds in draw(st.lists(st.tuples(counts, counts), max_size=2)):
        low, high = bounds if None in bounds else sorted(bounds)
        span = draw(pieces)
        numbers.append(
            QuantityMention(
                span,
                span.of(TEXT),
                draw(st.sampled_from(QuantityKind)),
                low,
                high,
                draw(st.sampled_from(Comparator)),
                draw(st.sampled_from(Scope)),
                "test",
            )
        )
    return Claim(
        draw(st.uuids()).hex, article.id, article.sentences[0], article.sentences[0].of(TEXT), dated, draw(st.sampled_from(EventType)), *draw(pieces.map(lambda s: (s, s.of(TEXT)))),
        actors=tuple(actors), quantities=tuple(numbers), hedged=draw(st.booleans()), confidence=draw(st.floats(0, 1)),
        status=draw(st.sampled_from(Status)), note=draw(st.one_of(st.none(), words)),
    )  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(claims(), min_size=1, max_size=3))
def test_any_claim_goes_through_both_formats_and_the_check(listed):
    tables = to_tables([make_article()], listed)
    assert find_faults(tables) == []
    assert_same(through_json(tables), tables)
    assert_same(from_parquet(to_parquet(tables), "test"), tables)


def test_a_documents_text_goes_out_once_with_its_first_claim():
    records = list(to_records(homs_tables(), with_text=True))
    assert ["text" in r["document"] for r in records] == [True] + [False] * 17
    assert not any("text" in r["document"] for r in to_records(homs_tables()))


def test_claims_keep_their_order_and_open_ends_are_null():
    records = list(to_records(make_tables()))
    assert [r["sentence"]["start"] for r in records] == sorted(r["sentence"]["start"] for r in records)
    assert (records[2]["date"]["start"], records[2]["date"]["end"], records[2]["date"]["edtf"]) == (
        "2014-01-01",
        None,
        "2014/..",
    )


def test_the_days_of_a_record_follow_from_its_edtf():
    record = next(to_records(make_tables(), with_text=True))
    record["date"] |= {"edtf": "2014-05", "precision": "month", "start": "1970-01-01", "end": None}
    claim = from_records([record], "test").claims.iloc[0]
    assert (str(claim["date_start"].date()), str(claim["date_end"].date())) == ("2014-05-01", "2014-05-31")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": None}, "record 2: id is missing"),
        ({"sentence": "words"}, "record 2: sentence is no object"),
        ({"document": {"title": "x"}}, "record 2: document has no id"),
        ({"actors": "UN"}, "record 2: actors is no list of objects"),
        ({"actors": ["UN"]}, "record 2: actors is no list of objects"),
        ({"date": {"edtf": "2014-4"}}, "record 2: date: '2014-4'"),
        ({"date": "2014"}, "record 2: date"),
    ],
)
def test_a_faulty_record_is_refused_by_its_number(change, words):
    records = list(to_records(make_tables()))
    records[1] |= change
    with pytest.raises(SchemaError) as told:
        from_records(records, "claims.jsonl")
    assert [f for f in told.value.faults if f.startswith(words)]
    assert str(told.value).startswith("claims.jsonl: ")


def test_keys_of_other_tools_are_passed_over():
    records = [r | {"score": 3, "x": {"y": 1}} for r in to_records(make_tables(), with_text=True)]
    assert_same(from_records(records, "test"), make_tables())


def test_what_is_no_parquet_of_claims_is_refused():
    with pytest.raises(SchemaError, match="not a Parquet file"):
        from_parquet(b"PAR1 no", "x.parquet")
    with pytest.raises(SchemaError, match="column claim_id is missing"):
        from_parquet(pd.DataFrame({"a": [1]}).to_parquet(), "x.parquet")


def test_two_documents_come_back_each_with_its_own_claims():
    one, other = make_article(id="one", title="One"), make_article(id="two", title="Two")
    listed = [
        make_claim(d, "Rebels seized the bridge", when=("March 2014", "2014-03", "explicit")) for d in (one, other)
    ]
    tables = to_tables([one, other], listed)
    assert len(set(tables.claims["claim_id"])) == 2
    assert_same(through_json(tables), tables)
    assert_same(from_parquet(to_parquet(tables), "test"), tables)
