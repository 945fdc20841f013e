"""Each export opens in a reader of its own and says the same days, words and numbers."""

import csv
import io
import json
from datetime import date, timedelta

import icalendar
import openpyxl
import pandas as pd
import pytest

from tests.export.samples import TEXT, sample_tables
from tests.factory import homs_tables
from timeline.errors import ExportError
from timeline.export.write import FORMATS, export_bytes, find_format, write_export
from timeline.frame.columns import TABLES
from timeline.frame.parquet import from_parquet
from timeline.frame.tables import empty_tables

WORDS = {"description": "battles, in April 2014", "made": date(2024, 1, 2), "title": "=Towns & <b>"}
PLAIN = [name for name, f in FORMATS.items() if not f.needs_figure]


def made(name, tables=None):
    return export_bytes(name, sample_tables() if tables is None else tables, **WORDS)


def csv_rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", PLAIN)
def test_no_claims_make_a_valid_empty_export(name):
    assert isinstance(made(name, empty_tables()), bytes)


@pytest.mark.parametrize(
    "name", ["csv", "xlsx", "geojson", "timelinejs", "ics", "md", "bib", "csl", "parquet", "jsonl"]
)
def test_every_export_names_filter_and_day_of_making(name):
    data = made(name)
    if name == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data))["about"]
        text = " ".join(str(c.value) for row in sheet for c in row)
    else:
        text = data.decode("utf-8", errors="ignore").replace("\\,", ",").replace("\r\n ", "")
    assert "battles, in April 2014" in text
    assert "2024-01-02" in text or "20240102" in text


def test_csv_has_one_row_per_claim_and_exact_days():
    rows = csv_rows(made("csv"))
    assert [r["claim_id"][-1] for r in rows] == list("123456")
    assert (rows[0]["date_start"], rows[0]["date_end"]) == ("2014-04-18", "2014-04-18")
    assert (rows[1]["date_start"], rows[1]["date_end"]) == ("2013-06-01", "")
    assert rows[2]["date_start"] == "0980-03-01"
    assert (rows[3]["date_start"], rows[3]["date_edtf"]) == ("", "")
    assert (rows[0]["actors"], rows[0]["agents"], rows[0]["targets"]) == (
        "Syrian rebels; Soldiers",
        "Syrian rebels",
        "Soldiers",
    )
    assert (rows[1]["killed_low"], rows[1]["killed_high"], rows[1]["killed_comparator"]) == ("100000", "", "gt")
    assert rows[5]["licence"] == "CC BY 4.0"


def test_csv_cells_cannot_run_as_formulas():
    risky = [v for row in csv_rows(made("csv")) for v in row.values() if v.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert risky == []
    assert made("csv").startswith(b"\xef\xbb\xbf")


def test_csv_keeps_the_number_of_lines_with_newlines_in_cells():
    tables = sample_tables()
    tables.claims.loc[0, "note"] = 'two\nlines, "quoted"'
    assert csv_rows(made("csv", tables))[0]["note"] == 'two\nlines, "quoted"'


def test_xlsx_has_real_dates_and_no_formulas():
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx")))
    assert book.sheetnames == ["claims", "quantities", "about"]
    head, *rows = book["claims"].iter_rows()
    names = [c.value for c in head]
    first = dict(zip(names, rows[0], strict=True))
    assert first["date_start"].value.date() == date(2014, 4, 18)
    assert first["date_start"].number_format == "yyyy-mm-dd"
    assert first["killed_low"].value == 14
    assert dict(zip(names, rows[2], strict=True))["date_start"].value == "0980-03-01"
    assert {c.data_type for row in rows for c in row} <= {"s", "n", "d", "b"}
    assert dict(zip(names, rows[1], strict=True))["sentence_text"].value.startswith("=Since")


def test_parquet_gives_back_the_same_six_tables():
    tables = sample_tables()
    back = from_parquet(made("parquet", tables), "x.parquet")
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(tables, name), getattr(back, name))


def test_parquet_of_a_selection_holds_only_its_own():
    chosen = sample_tables().select(["c-000000000002"])
    back = from_parquet(made("parquet", chosen), "x.parquet")
    assert list(back.claims["claim_id"]) == ["c-000000000002"]
    assert list(back.claim_attributions["name"]) == ["United Nations"]
    assert list(back.documents["document_id"]) == ["town-1"]


def test_geojson_puts_longitude_first_and_keeps_the_unplaced():
    loaded = json.loads(made("geojson"))
    assert (loaded["type"], loaded["filter"]) == ("FeatureCollection", "battles, in April 2014")
    by_id = {f["id"]: f for f in loaded["features"]}
    assert len(by_id) == 6
    assert by_id["c-000000000001"]["geometry"] == {"type": "Point", "coordinates": [36.63, 35.93]}
    assert by_id["c-000000000002"]["geometry"] is None
    assert by_id["c-000000000001"]["properties"]["date_start"] == "2014-04-18"


def test_timelinejs_gives_only_the_parts_that_are_known():
    loaded = json.loads(made("timelinejs"))
    slides = {s["unique_id"]: s for s in loaded["events"]}
    assert slides["c-000000000001"]["start_date"] == {"year": 2014, "month": 4, "day": 18}
    assert "end_date" not in slides["c-000000000001"]
    assert slides["c-000000000005"]["start_date"] == {"year": 2014, "month": 4}
    assert slides["c-000000000005"]["display_date"] == "about April 2014"
    assert slides["c-000000000002"]["display_date"] == "since June 2013"
    assert slides["c-000000000006"]["end_date"] == {"year": 2016, "month": 3, "day": 6}
    assert "c-000000000004" not in slides
    assert "1 undated claims are left out" in loaded["title"]["text"]["text"]


def test_timelinejs_escapes_the_source_words():
    tables = sample_tables()
    tables.claims.loc[0, "sentence_text"] = "<script>alert(1)</script>"
    assert b"<script>" not in made("timelinejs", tables)


def test_calendar_days_are_all_day_and_never_shift():
    calendar = icalendar.Calendar.from_ical(made("ics"))
    events = {str(e["UID"]).split("@")[0]: e for e in calendar.walk("VEVENT")}
    assert len(events) == 5
    first = events["c-000000000001"]
    assert first["DTSTART"].dt == date(2014, 4, 18)
    assert first["DTEND"].dt == date(2014, 4, 19)
    assert first["STATUS"] == "CONFIRMED"
    month = events["c-000000000005"]
    assert month["DTEND"].dt - month["DTSTART"].dt == timedelta(days=30)
    assert month["STATUS"] == "TENTATIVE"
    assert events["c-000000000002"]["X-DATE-OPEN"] == "END"
    assert str(events["c-000000000002"]["X-KILLED-LOW"]) == "100000"
    assert str(first["DESCRIPTION"]).startswith(
        "Rebels killed 14 soldiers in Idlib on 18 April 2014, state television said.\n"
    )
    assert events["c-000000000003"]["DTSTART"].dt == date(980, 3, 1)


def test_calendar_lines_are_folded_at_75_octets():
    tables = sample_tables()
    tables.claims.loc[0, "sentence_text"] = "مدينة حمص القديمة " * 30 + "\x0b\r\nBEGIN:VEVENT"
    data = made("ics", tables)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert data.count(b"\r\nBEGIN:VEVENT") == 5
    assert "مدينة حمص القديمة " * 30 in str(icalendar.Calendar.from_ical(data).walk("VEVENT")[3]["DESCRIPTION"])


def test_calendar_ends_with_the_last_day_of_the_year_9999():
    tables = sample_tables()
    tables.claims.loc[[0], ["date_start", "date_end"]] = pd.Timestamp("9999-12-31").as_unit("s")
    event = icalendar.Calendar.from_ical(made("ics", tables)).walk("VEVENT")[-1]
    assert event["DTSTART"].dt == date(9999, 12, 31)


def test_chronology_is_dated_and_cited():
    text = made("md").decode()
    assert "## 2014" in text
    assert "- **18 April 2014** — “Rebels killed 14 soldiers" in text
    assert "killed 14; said by State TV" in text
    assert "\\<b\\>he\\</b\\>" in text
    assert text.index("## 980") < text.index("## 2013") < text.index("## 2014") < text.index("## Undated")
    assert "Ann Lee, “Town, falls; again”, The Daily, 2014-04-22. <https://example.org/town?a=1&b=2>" in text
    assert "A set 1.0. CC BY 4.0" in text


def test_citations_have_one_entry_per_document_and_dataset():
    items = json.loads(made("csl"))
    assert [i["type"] for i in items] == ["article-newspaper", "dataset"]
    assert items[0]["issued"] == {"date-parts": [[2014, 4, 22]]}
    bib = made("bib").decode()
    assert "@misc{town-1," in bib
    assert "date = {2014-04-22}" in bib
    assert bib.count("{") == bib.count("}")


def test_format_is_told_by_suffix():
    assert find_format("a/b.timelinejs.json") == "timelinejs"
    assert find_format("B.JSON") == "timelinejs"
    assert find_format("x.csl.json") == "csl"
    assert find_format("x.XLSX") == "xlsx"
    with pytest.raises(ExportError, match=r"\.csv"):
        find_format("claims.doc")


def test_pictures_need_a_figure():
    with pytest.raises(ExportError, match="figure"):
        made("png")


def test_write_export_replaces_the_file_and_leaves_no_part(tmp_path):
    target = tmp_path / "claims.csv"
    target.write_text("old")
    assert write_export(sample_tables(), target, **WORDS) == target
    assert [p.name for p in tmp_path.iterdir()] == ["claims.csv"]
    assert TEXT.split("\n")[2][:20] in target.read_text("utf-8-sig")


def test_write_export_says_where_it_may_not_write(tmp_path):
    with pytest.raises(ExportError, match="folder"):
        write_export(sample_tables(), tmp_path / "no" / "x.csv", **WORDS)


def test_a_sentence_with_two_claims_of_one_date_is_read_once():
    tables = homs_tables()
    text = made("md", tables).decode()
    sentence = "In April 2011, troops loyal to Assad mounted a military siege and fired at gathered protestors."
    assert text.count(sentence) == 1
    assert f"“{sentence}” (2 claims) [1]" in text
    assert "18 claims from 1 document, made" in text
