"""Laws of the exports that hold for any words and days."""

import csv
import io
import json
from datetime import date, timedelta

import icalendar
import openpyxl
import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.export.samples import sample_tables
from timeline.export.csv_file import plain_cells, safe_cells
from timeline.export.words import date_words
from timeline.export.write import export_bytes
from timeline.frame.columns import TABLES
from timeline.frame.exchange import from_records, to_records
from timeline.frame.parquet import from_parquet

WORDS = {"description": "all", "made": date(2024, 1, 2), "title": "T"}
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=40)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def with_words(words, day=None):
    tables = sample_tables()
    for column in ("sentence_text", "event_text", "note"):
        tables.claims.loc[0, column] = words or None
    if day:
        tables.claims.loc[0, "date_edtf"] = day.isoformat()
        tables.claims.loc[[0], ["date_start", "date_end"]] = pd.Timestamp(day.isoformat()).as_unit("s")
    return tables


@FEW
@given(st.lists(TEXT, min_size=1, max_size=5))
def test_guarded_cells_come_back(values):
    cells = pd.Series(values, dtype="str")
    guarded = safe_cells(cells)
    assert not guarded.str.startswith(("=", "+", "-", "@", "\t", "\n")).any()
    assert plain_cells(guarded).tolist() == values or any(v.startswith("'") for v in values)


@FEW
@given(TEXT, DAYS)
def test_any_words_and_day_survive_json_and_parquet(words, day):
    tables = with_words(words, day)
    records = [json.loads(json.dumps(r)) for r in to_records(tables, with_text=True)]
    for back in (from_records(records, "x"), from_parquet(export_bytes("parquet", tables, **WORDS), "x")):
        for name in TABLES:
            pd.testing.assert_frame_equal(getattr(back, name), getattr(tables, name))


@FEW
@given(TEXT, DAYS)
def test_any_words_and_day_survive_csv_and_calendar(words, day):
    tables = with_words(words, day)
    rows = list(csv.DictReader(io.StringIO(export_bytes("csv", tables, **WORDS).decode("utf-8-sig"), newline="")))
    assert len(rows) == 6
    assert (rows[0]["date_start"], rows[0]["date_end"]) == (day.isoformat(), day.isoformat())
    events = {
        str(e["UID"])[:14]: e for e in icalendar.Calendar.from_ical(export_bytes("ics", tables, **WORDS)).walk("VEVENT")
    }
    assert len(events) == 5
    event = events["c-000000000001"]
    assert event["DTSTART"].dt == day
    assert "DTEND" not in event or event["DTEND"].dt == day + timedelta(days=1)


@FEW
@given(TEXT)
def test_any_words_make_a_workbook_that_opens(words):
    book = openpyxl.load_workbook(io.BytesIO(export_bytes("xlsx", with_words(words), **WORDS)))
    assert book["claims"].max_row == 7
    assert all(c.data_type != "f" for row in book["claims"].iter_rows() for c in row)


@FEW
@given(
    DAYS,
    st.integers(0, 400),
    st.sampled_from(["day", "week", "month", "season", "quarter", "half-year", "year", "interval"]),
)
def test_every_span_has_words(start, more, precision):
    end = min(date(9999, 12, 31), start + timedelta(days=min(more, (date(9999, 12, 31) - start).days)))
    words = date_words(start, end, precision, "in")
    assert str(start.year) in words or str(end.year) in words
    assert date_words(start, None, "interval", "since").startswith("since ")
    assert date_words(None, None, "interval", "in") == "undated"
