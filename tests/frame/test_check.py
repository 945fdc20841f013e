"""Tables that do not follow the schema are refused with every fault told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from corpus import large_tables
from factory import homs_tables, make_tables
from samples import sample_tables

from timeline.datasets.load import import_dataset
from timeline.errors import SchemaError
from timeline.frame.check import check_tables, find_faults
from timeline.frame.tables import empty_tables

SAMPLES = Path(__file__).parents[2] / "data" / "samples"


@pytest.mark.parametrize("tables", [homs_tables(), make_tables(), sample_tables(), empty_tables(), large_tables(50)])
def test_our_own_tables_follow_the_schema(tables):
    assert find_faults(tables) == []


def test_a_table_read_by_a_mapping_follows_the_schema():
    check_tables(
        import_dataset("csv", SAMPLES / "incidents.csv", mapping=SAMPLES / "incidents.profile.json").tables,
        "incidents.csv",
    )


def changed(table, row, column, value):
    """The short document's tables with one cell changed."""
    tables = make_tables()
    frame = getattr(tables, table).copy()
    frame.loc[row, column] = value
    return replace(tables, **{table: frame})


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "words"),
    [
        ("claims", 0, "event_type", "war", "'war' is none of battle"),
        ("claims", 0, "status", None, "status is empty"),
        ("claims", 0, "date_precision", "hour", "'hour'"),
        ("claims", 0, "date_relation", "at", "'at' is none of on"),
        ("claims", 0, "date_basis", "guess", "'guess'"),
        ("claims", 0, "date_edtf", "2014-4-18", "'2014-4-18' is not a date"),
        ("claims", 0, "date_edtf", "2014-04-19", "date_start is not that of EDTF 2014-04-19"),
        ("claims", 0, "date_edtf", None, "date_start is not that of EDTF"),
        ("claims", 2, "date_end", pd.Timestamp("2014-05-01"), "date_end is not that of EDTF 2014/.."),
        ("claims", 0, "confidence", 1.5, "confidence 1.5 is out of range"),
        ("claims", 0, "document_id", "gone", "document 'gone' is not there"),
        ("claims", 1, "sentence_end", 130, "is not what the text has from"),
        ("claims", 1, "event_start", 7, "event_text 'Rebels seized the bridge' is not what"),
        ("claims", 1, "date_text_end", None, "date_text 'March 2014' is not what"),
        ("claims", 1, "date_text", "April 2014", "date_text 'April 2014' is not what"),
        ("claim_actors", 0, "role", "boss", "'boss' is none of agent"),
        ("claim_actors", 0, "claim_id", "c-none", "c-none: no such claim"),
        ("claim_actors", 0, "start", -4, "is not what the text has"),
        ("claim_actors", 0, "actor_id", None, "actor_id is empty"),
        ("claim_places", 0, "place_kind", "planet", "'planet' is none of country"),
        ("claim_places", 0, "lat", 95.0, "lat 95.0 is out of range"),
        ("claim_quantities", 0, "low", 13, "low 13 is above high 12"),
        ("claim_quantities", 0, "high", -1, "high -1 is out of range"),
        ("claim_quantities", 0, "comparator", "=", "'=' is none of eq"),
        ("claim_quantities", 0, "kind", "died", "'died' is none of killed"),
        ("claim_attributions", 0, "text", "According to UN", "is not what the text has"),
        ("documents", 0, "date_basis", "guessed", "'guessed' is none of given"),
        ("documents", 0, "text", None, "text is empty"),
    ],
)
def test_each_fault_is_told_with_its_row(table, row, column, value, words):
    tables = changed(table, row, column, value)
    with pytest.raises(SchemaError) as told:
        check_tables(tables, "dropped.parquet")
    assert words in " ".join(told.value.faults)
    assert str(told.value).startswith(f"dropped.parquet: {table} ")


def test_all_faults_are_told_at_once():
    tables = changed("claims", [0, 1, 2], "event_type", "war")
    tables.claim_actors.loc[0, "role"] = "boss"
    assert [(f.table, f.what.split()[0]) for f in find_faults(tables)] == [("claims", "event_type")] * 3 + [
        ("claim_actors", "role")
    ]


def test_ids_stand_once():
    tables = make_tables()
    twice = replace(
        tables, claims=pd.concat([tables.claims, tables.claims.iloc[:1]]), documents=pd.concat([tables.documents] * 2)
    )
    assert {f.what for f in find_faults(twice)} == {"claim_id stands twice", "document_id stands twice"}


def test_missing_foreign_and_mistyped_columns_are_named():
    tables = make_tables()
    claims = tables.claims.drop(columns="hedged").assign(extra=1, sentence_start=0.5)
    told = " ".join(f.words for f in find_faults(replace(tables, claims=claims)))
    assert "claims: column hedged is missing" in told
    assert "claims: column extra is none of the schema" in told
    assert "claims: column sentence_start is float64, it should be Int64" in told


def test_days_in_nanoseconds_are_refused():
    tables = make_tables()
    claims = tables.claims.assign(date_start=tables.claims["date_start"].astype("datetime64[ns]"))
    assert [f.what for f in find_faults(replace(tables, claims=claims))] == [
        "column date_start is datetime64[ns], it should be datetime64[s]"
    ]


def test_a_document_without_its_text_has_nothing_to_hold_offsets_against():
    tables = changed("documents", 0, "text", "")
    assert find_faults(tables) == []
