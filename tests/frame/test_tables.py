"""Claims as frames: types, missing values, cutting down."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from factory import homs_claims, homs_document, homs_tables, make_article, make_claim, make_claims

from timeline.datespan import DateBasis, DateSpan, Relation
from timeline.frame.columns import TABLES
from timeline.frame.tables import DTYPES, ClaimTables, empty_tables, frame, to_tables
from timeline.model import ClaimDate


@pytest.mark.parametrize("tables", [homs_tables(), empty_tables()])
def test_every_table_has_the_columns_of_the_schema_in_order_and_type(tables):
    for name, columns in TABLES.items():
        table = getattr(tables, name)
        assert [(c, str(t)) for c, t in table.dtypes.items()] == [(c.name, DTYPES[c.kind]) for c in columns]


def test_one_row_for_each_claim_and_for_each_of_its_parts():
    tables, claims = homs_tables(), homs_claims()
    assert list(tables.claims["claim_id"]) == [c.id for c in claims]
    assert len(tables.claim_actors) == sum(len(c.actors) for c in claims)
    assert len(tables.claim_places) == sum(len(c.places) for c in claims)
    assert len(tables.claim_quantities) == sum(len(c.quantities) for c in claims)
    assert len(tables.claim_attributions) == sum(len(c.attribution) for c in claims)


def test_an_open_bound_and_an_undated_claim_are_missing_cells():
    tables = homs_tables()
    surpassed = tables.claim_quantities.set_index("text").loc["surpassed 100,000"]
    assert (surpassed["low"], pd.isna(surpassed["high"])) == (100000, True)
    undated = tables.claims[tables.claims["date_edtf"].isna()]
    assert len(undated) == 1
    assert undated.filter(like="date_").isna().all(axis=None)


@pytest.mark.parametrize(
    "when",
    [
        DateSpan.day(date(1, 1, 1)),
        DateSpan.day(date(9999, 12, 31)),
        DateSpan.century(900),
        DateSpan.interval(None, date(1066, 10, 14)),
    ],
)
def test_years_one_to_9999_keep_their_days(when):
    article = make_article()
    told = ClaimDate(when, Relation.IN, DateBasis.INHERITED, "test")
    row = to_tables([article], [make_claim(article, "Rebels seized the bridge", when=told)]).claims.iloc[0]
    for column, day in (("date_start", when.start), ("date_end", when.end)):
        assert pd.isna(row[column]) if day is None else row[column].date() == day


def test_cutting_down_keeps_the_parts_and_the_documents_that_are_left():
    other = make_article(id="other")
    tables = to_tables([homs_document(), other], [*homs_claims(), *make_claims(other)])
    ids = [c.id for c in make_claims(other)][:2]
    cut = tables.select(ids)
    assert list(cut.claims["claim_id"]) == ids
    assert list(cut.documents["document_id"]) == ["other"]
    assert set(cut.claim_actors["claim_id"]) | set(cut.claim_quantities["claim_id"]) <= set(ids)
    assert len(tables.select([]).claims) == 0


def test_unknown_cells_of_a_row_are_missing_and_days_may_be_text():
    table = frame("claims", [{"claim_id": "c-1", "date_start": "0980-03-01"}])
    assert table["date_start"][0].date() == date(980, 3, 1)
    assert pd.isna(table["note"][0])
    assert isinstance(empty_tables(), ClaimTables)
