"""Claims that come in by a file are held against the schema; what does not fit is told and left out."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from factory import make_claims, make_tables

from timeline.datasets.load import import_bytes
from timeline.errors import SchemaError
from timeline.export.write import export_bytes
from timeline.frame.check import find_faults
from timeline.frame.exchange import to_records
from timeline.frame.parquet import to_parquet


def read_lines(records):
    return import_bytes("\n".join(map(json.dumps, records)).encode(), "claims.jsonl", schema="claims")


@pytest.fixture
def records():
    return list(to_records(make_tables(), with_text=True))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"event_type": "war"}, "event_type 'war' is none of"),
        ({"status": "done"}, "status 'done' is none of"),
        (
            {"sentence": {"text": "Other words.", "start": 0, "end": 12}},
            "sentence_text 'Other words.' is not what the text has",
        ),
        ({"actors": [{"id": "x", "name": "X", "role": "boss"}]}, "role 'boss' is none of"),
        (
            {"quantities": [{"kind": "killed", "low": 9, "high": 3, "comparator": "eq", "scope": "event"}]},
            "low 9 is above high 3",
        ),
    ],
)
def test_a_claim_out_of_the_schema_is_rejected_with_its_line_and_the_others_stay(records, change, reason):
    records[1] |= change
    found = read_lines(records)
    assert list(found.tables.claims["claim_id"]) == [make_claims()[0].id, make_claims()[2].id]
    assert (found.counts["rows"], found.counts["imported"], found.counts["rejected"]) == (3, 2, 1)
    assert found.rejects["row"].tolist() == [2]
    assert reason in found.rejects["reason"][0]
    assert find_faults(found.tables) == []


def test_a_claim_that_stands_twice_is_taken_once(records):
    found = read_lines([*records, records[0]])
    assert found.counts["imported"] == 3
    assert found.rejects["reason"].tolist() == ["the same claim stands further up"]


def test_a_parquet_file_out_of_the_schema_is_refused():
    tables = make_tables()
    tables.claims.loc[0, "event_type"] = "war"
    with pytest.raises(SchemaError, match="event_type 'war' is none of"):
        import_bytes(to_parquet(tables), "claims.parquet", schema="claims")


def read_csv(change):
    """Our own CSV after someone has changed its cells in a spreadsheet."""
    data = export_bytes("csv", make_tables(), description="all", made=date(2024, 1, 2)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data)))
    change(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return import_bytes(out.getvalue().encode(), "claims.csv", schema="claims")


def test_a_csv_comes_back_in_the_schema_without_the_article():
    found = read_csv(list)
    assert find_faults(found.tables) == []
    assert found.tables.documents["text"].tolist() == [""]
    assert found.tables.claims["sentence_text"].tolist() == make_tables().claims["sentence_text"].tolist()


def test_days_that_contradict_their_edtf_are_rejected():
    found = read_csv(lambda rows: rows[0].update(date_start="2014-04-17"))
    assert found.counts["imported"] == 2
    assert "date_start is not that of EDTF 2014-04-18" in found.rejects["reason"][0]


def test_days_without_an_edtf_give_it():
    found = read_csv(lambda rows: [row.update(date_edtf="") for row in rows])
    assert found.tables.claims["date_edtf"].tolist() == ["2014-04-18", "2014-03", "2014/.."]
    assert find_faults(found.tables) == []
