"""The exchange record is the contract with other tools: exactly these keys, with these kinds of values.

The contract stands in docs/schema.md; beyond the first eleven keys a record has only what reading it back needs.
"""

from __future__ import annotations

import json
from datetime import date

import pytest
from factory import homs_claims, homs_document, homs_tables

from timeline.datespan import DateBasis, DateSpan, Precision, Relation
from timeline.export.write import export_bytes
from timeline.frame.exchange import to_records
from timeline.model import Comparator, DocumentDateBasis, EventType, QuantityKind, Role, Scope, Status

CONTRACT = {
    "": {"id", "document", "sentence", "date", "event_type", "actors", "places", "quantities", "attribution", "hedged", "status", "note"},
    "document": {"id", "source", "title", "publisher", "url", "author", "date", "date_basis", "language"},
    "sentence": {"text", "start", "end"},
    "date": {"text", "start_offset", "end_offset", "edtf", "start", "end", "precision", "relation", "basis", "rule", "alternatives"},
    "actors": {"id", "name", "role", "text", "start", "end"},
    "places": {"name", "country", "lat", "lon", "text"},
    "quantities": {"kind", "low", "high", "comparator", "scope", "text"},
    "attribution": {"id", "name", "text", "cue"},
}  # fmt: skip
MORE = {  # what we add so that tables → records → tables gives the same tables
    "": {"event", "confidence"},
    "document": {"date_evidence", "dataset", "licence"},
    "date": {"resolution"},
    "places": {"kind", "start", "end"},
    "quantities": {"start", "end"},
    "attribution": {"start", "end"},
}
VALUES = {
    ("document", "date_basis"): DocumentDateBasis,
    ("", "event_type"): EventType,
    ("", "status"): Status,
    ("date", "precision"): Precision,
    ("date", "relation"): Relation,
    ("date", "basis"): DateBasis,
    ("actors", "role"): Role,
    ("quantities", "kind"): QuantityKind,
    ("quantities", "comparator"): Comparator,
    ("quantities", "scope"): Scope,
}


@pytest.fixture(scope="module")
def records():
    """The first article's claims as a file of them holds them."""
    return [json.loads(json.dumps(record)) for record in to_records(homs_tables())]


def parts(records, name):
    """Every object of this name in the records; the records themselves for ``""``."""
    for record in records:
        found = record if name == "" else record[name]
        yield from found if isinstance(found, list) else [found] if found is not None else []


@pytest.mark.parametrize("name", CONTRACT)
def test_a_record_has_exactly_the_keys_of_the_contract(records, name):
    found = list(parts(records, name))
    assert found
    assert all(set(part) == CONTRACT[name] | MORE.get(name, set()) for part in found)


@pytest.mark.parametrize(("name", "key"), VALUES)
def test_words_from_a_closed_list_are_of_that_list(records, name, key):
    assert {part[key] for part in parts(records, name)} <= set(VALUES[name, key])


def test_ids_are_a_hash_behind_a_letter_and_are_stable(records):
    assert all(record["id"].startswith("c-") and len(record["id"]) == 14 for record in records)
    assert [record["id"] for record in records] == [claim.id for claim in homs_claims()]


def test_offsets_are_code_points_that_give_the_very_words(records):
    text = homs_document().text
    for name in ("sentence", "event", "actors", "places", "quantities", "attribution"):
        assert all(text[part["start"] : part["end"]] == part["text"] for part in parts(records, name))
    for when in parts(records, "date"):
        if when["text"] is not None:
            assert text[when["start_offset"] : when["end_offset"]] == when["text"]


def test_days_are_iso_both_inclusive_and_those_of_the_edtf(records):
    for when in parts(records, "date"):
        span = DateSpan.parse(when["edtf"], when["precision"])
        assert [when["start"], when["end"]] == [day and day.isoformat() for day in (span.start, span.end)]


def test_an_undated_claim_has_null_for_its_date(records):
    assert [r["date"] for r in records].count(None) == 1


def test_a_bound_the_words_do_not_give_is_null(records):
    (number,) = (q for q in parts(records, "quantities") if q["text"] == "surpassed 100,000")
    assert number == {"kind": "killed", "low": 100000, "high": None, "comparator": "gt", "scope": "cumulative",
                      "text": "surpassed 100,000", "start": number["start"], "end": number["end"]}  # fmt: skip


def test_the_file_has_one_object_a_line_and_says_where_it_comes_from():
    lines = export_bytes("jsonl", homs_tables(), description="all claims", made=date(2024, 1, 2)).decode().splitlines()
    first, *rest = map(json.loads, lines)
    assert len(lines) == len(homs_claims())
    assert set(first["document"]) - CONTRACT["document"] - MORE["document"] <= {"text", "metadata"}
    assert all(set(r) == CONTRACT[""] | MORE[""] | {"export"} for r in [first, *rest])
