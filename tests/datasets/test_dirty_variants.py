"""Every table dataset in the shapes that files get on their way through Excel, R, mail and half a download."""

import csv
import gzip
import io
import json
import zipfile

import pandas as pd
import pytest

from tests.datasets.dirty import ACLED_COLUMNS, ACLED_EVENT, UCDP_EVENT
from timeline.datasets.gdelt import header
from timeline.datasets.load import find_schema, import_dataset
from timeline.datasets.mapping import make_mapping
from timeline.datasets.ucdp import HEADER
from timeline.errors import InputError

DAYS = [f"2013-03-{day:02d}" for day in range(1, 13)]
ICEWS = ["Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
         "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province",
         "Country", "Latitude", "Longitude"]  # fmt: skip
POLECAT = ["Event ID", "Event Date", "Event Type", "Event Mode", "Actor Name", "Recipient Name", "Country", "City", "Latitude",
           "Longitude", "Source", "Publication Date"]  # fmt: skip
SHEET = [
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "Display Date",
    "Headline",
    "Text",
    "Type",
    "Group",
]
CLAIMS = ["claim_id", "document_id", "date_start", "date_end", "date_edtf", "sentence_text", "event_type", "killed_low", "killed_high",
          "killed_comparator", "killed_scope"]  # fmt: skip
OWN = ["Ref", "When", "What", "Dead", "Where"]
WORDS = "Café “Karesh” – shelled, twice"


def events(schema):
    """Columns and twelve rows, one a day, of one dataset; the words hold a comma, quotes and letters beyond ASCII."""
    made = {
        "ucdp-ged": (HEADER, lambda n, d: UCDP_EVENT | {"id": str(n), "date_start": d, "date_end": d, "source_headline": WORDS}),
        "acled": (ACLED_COLUMNS, lambda n, d: ACLED_EVENT | {"event_id_cnty": f"N{n}", "event_date": d, "notes": WORDS}),
        "gdelt": (header(61), lambda n, d: {"GLOBALEVENTID": str(900 + n), "SQLDATE": d.replace("-", ""), "EventCode": "190",
                                            "Actor1Name": "NORDLAND", "Actor2Name": "REBEL", "ActionGeo_FullName": WORDS,
                                            "DATEADDED": "20130401000000"}),
        "icews": (ICEWS, lambda n, d: {"Event ID": str(n), "Event Date": d, "Source Name": "Army", "Event Text": WORDS,
                                       "CAMEO Code": "190", "Target Name": "NLF"}),
        "polecat": (POLECAT, lambda n, d: {"Event ID": f"p{n}", "Event Date": d, "Event Type": "ASSAULT", "Event Mode": "beating",
                                           "Actor Name": "Army", "Recipient Name": WORDS.replace(",", ""), "City": "Karesh"}),
        "timelinejs": (SHEET, lambda n, d: {"Year": d[:4], "Month": str(int(d[5:7])), "Day": str(int(d[8:])), "Headline": f"{WORDS} {n}"}),
        "claims": (CLAIMS, lambda n, d: {"claim_id": f"c-{n}", "document_id": f"d-{n}", "date_start": d, "date_end": d, "date_edtf": d,
                                         "sentence_text": WORDS, "event_type": "battle", "killed_low": "3", "killed_high": "3",
                                         "killed_comparator": "eq", "killed_scope": "event"}),
        "csv": (OWN, lambda n, d: {"Ref": f"r{n}", "When": d, "What": WORDS, "Dead": "3", "Where": "Karesh"}),
    }  # fmt: skip
    columns, make = made[schema]
    return columns, [make(n, day) for n, day in enumerate(DAYS, start=1)]


def text(columns, rows, **options):
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, restval="", extrasaction="ignore", **options)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def renamed(columns, rows, change):
    return [change(c) for c in columns], [{change(c): v for c, v in row.items()} for row in rows]


def twice_named(table, name):
    head, *lines = table.splitlines()
    return "\r\n".join([f"{head},{name}", *(line + "," for line in lines)])


def excel(columns, rows):
    buffer = io.BytesIO()
    pd.DataFrame(rows, columns=columns).to_excel(buffer, index=False)
    return buffer.getvalue()


def parquet(columns, rows):
    buffer = io.BytesIO()
    pd.DataFrame(rows, columns=columns).to_parquet(buffer)
    return buffer.getvalue()


def zipped(columns, rows):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("__MACOSX/._x.csv", b"\x00\x05")
        archive.writestr("x.csv", text(columns, rows))
    return buffer.getvalue()


# Name → how the file looks; the same twelve events must come out of every one
SAME = {
    "as written": lambda c, r: text(c, r).encode(),
    "byte-order mark": lambda c, r: text(c, r).encode("utf-8-sig"),
    "line feeds": lambda c, r: text(c, r, lineterminator="\n").encode(),
    "blank lines": lambda c, r: text(c, r, lineterminator="\r\n\r\n").encode(),
    "Windows-1252": lambda c, r: text(c, r).encode("cp1252"),
    "UTF-16": lambda c, r: text(c, r).encode("utf-16"),
    "semicolons": lambda c, r: text(c, r, delimiter=";").encode(),
    "tabs": lambda c, r: text(c, r, delimiter="\t").encode(),
    "Excel's sep line": lambda c, r: ("sep=;\r\n" + text(c, r, delimiter=";")).encode(),
    "all quoted": lambda c, r: text(c, r, quoting=csv.QUOTE_ALL).encode(),
    "columns the other way round": lambda c, r: text(list(reversed(c)), r).encode(),
    "row numbers in front": lambda c, r: text(
        ["", *c], [row | {"": str(n)} for n, row in enumerate(r)]
    ).encode(),
    "columns added": lambda c, r: text([*c, "mine", "Unnamed: 9"], [row | {"mine": "x, y"} for row in r]).encode(),
    "a column twice": lambda c, r: twice_named(text(c, r), c[-1]).encode(),
    "spaces around names": lambda c, r: text(*renamed(c, r, lambda n: f" {n} ")).encode(),
    "the first row again below": lambda c, r: text(c, [r[0], *r]).encode(),
    "the header again below": lambda c, r: text(c, [*r[:5], dict(zip(c, c, strict=True)), *r[5:]]).encode(),
    "zipped": zipped,
    "gzipped": lambda c, r: gzip.compress(text(c, r).encode()),
    "Excel": excel,
    "Parquet": parquet,
}  # fmt: skip
NAMED = {
    "names in capitals": lambda c, r: text(*renamed(c, r, str.upper)).encode(),
    "names with dots": lambda c, r: text(*renamed(c, r, lambda n: n.replace("_", ".").replace(" ", "."))).encode(),
    "names with spaces": lambda c, r: text(*renamed(c, r, lambda n: n.replace("_", " "))).encode(),
}
SCHEMAS = ["ucdp-ged", "acled", "gdelt", "icews", "polecat", "timelinejs", "claims", "csv"]
SUFFIX = {"zipped": ".zip", "gzipped": ".csv.gz", "Excel": ".xlsx", "Parquet": ".parquet"}


def load(tmp_path, schema, data, name=""):
    path = tmp_path / f"events{SUFFIX.get(name, '.csv')}"
    path.write_bytes(data)
    mapping = make_mapping({"date": "When", "id": "Ref", "text": "What", "killed": "Dead", "place": "Where"})
    return import_dataset("auto" if schema != "csv" else schema, path, mapping=mapping if schema == "csv" else None)


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize("name", [*SAME, *NAMED])
def test_the_same_events_come_out(tmp_path, schema, name):
    if schema == "csv" and name in NAMED:
        pytest.skip("a mapping names the columns as the file has them")
    columns, rows = events(schema)
    found = load(tmp_path, schema, (SAME | NAMED)[name](columns, rows), name)
    claims = found.tables.claims
    days = DAYS
    if (
        name == "the first row again below" and schema == "timelinejs"
    ):  # no ids: it may be another event, and is flagged
        days = [DAYS[0], *DAYS]
        assert found.flags == {"the same cells as an earlier row": 1}
    assert sorted(claims["date_edtf"]) == days, found.rejects.to_dict("records")[:2]
    assert claims["claim_id"].is_unique
    assert found.counts["rows"] == len(claims) + len(found.rejects)
    if name not in ("the header again below", "the first row again below"):
        assert len(found.rejects) == 0
    words = " ".join([*claims["sentence_text"], *found.tables.claim_places["name"].fillna("")])
    assert "Café “Karesh” – shelled" in words


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize("cut", [0.3, 0.62, 0.97])
def test_a_download_that_broke_off_gives_the_rows_before_the_break(tmp_path, schema, cut):
    columns, rows = events(schema)
    data = text(columns, rows).encode()
    found = load(tmp_path, schema, data[: int(len(data) * cut)])
    days = sorted(found.tables.claims["date_edtf"])
    assert days == DAYS[: len(days)]
    assert found.counts["rows"] == len(days) + len(found.rejects)
    assert len(found.rejects) <= 1


@pytest.mark.parametrize(("schema", "column"), [
    ("ucdp-ged", "date_start"), ("acled", "event_date"), ("icews", "Event Date"), ("polecat", "Event Date"), ("csv", "When")])  # fmt: skip
@pytest.mark.parametrize("form", [
    "{d}-{m}-{y}", "{d}/{m}/{y}", "{d}.{m}.{y}", "{day} March {y}", "March {day}, {y}", "{day}-Mar-{y}", "{y}{m}{d}",
    "{y}-{m}-{d} 00:00:00", "{y}-{m}-{d}T00:00:00Z", "{y}/{m}/{d}"])  # fmt: skip
def test_dates_as_people_write_them(tmp_path, schema, column, form):
    columns, rows = events(schema)
    days = [*DAYS, "2013-03-25"]  # shows which place is the day
    rows = [*rows, rows[-1] | {columns[0]: "99", "Ref": "99", "id": "99", "event_id_cnty": "N99", "Event ID": "99"}]
    for row, when in zip(rows, days, strict=True):
        written = form.format(y=when[:4], m=when[5:7], d=when[8:], day=int(when[8:]))
        row.update({column: written} | ({"date_end": written} if schema == "ucdp-ged" else {}))
    found = load(tmp_path, schema, text(columns, rows).encode())
    assert sorted(found.tables.claims["date_edtf"]) == days, found.rejects["reason"].tolist()[:2]


@pytest.mark.parametrize("schema", ["ucdp-ged", "acled", "icews", "polecat", "timelinejs", "claims"])
def test_without_the_needed_columns_the_error_names_file_columns_and_remedy(tmp_path, schema):
    columns, rows = events(schema)
    path = tmp_path / "events.csv"
    path.write_text(text(*renamed(columns, rows, lambda n: "x" + n)), "utf-8")
    with pytest.raises(InputError) as caught:
        import_dataset(schema, path)
    assert "events.csv" in str(caught.value)
    assert "missing" in str(caught.value)
    assert "header" in str(caught.value) or "first row" in str(caught.value) or "export" in str(caught.value)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_one_bad_row_is_told_and_the_rest_goes_on(tmp_path, schema):
    columns, rows = events(schema)
    column = {"ucdp-ged": "date_start", "acled": "event_date", "gdelt": "SQLDATE", "icews": "Event Date", "polecat": "Event Date",
              "timelinejs": "Month", "claims": "date_start", "csv": "When"}[schema]  # fmt: skip
    rows[4] = rows[4] | {column: "99"}
    found = load(tmp_path, schema, text(columns, rows).encode())
    assert sorted(found.tables.claims["date_edtf"]) == DAYS[:4] + DAYS[5:]
    (reject,) = found.rejects.to_dict("records")
    assert reject["row"] == 5
    assert "99" in reject["reason"]
    assert "99" in json.loads(reject["record"]).values()
    assert "1 rejected" in found.summary or "1 ×" in found.summary


def test_what_is_no_table_of_events_has_no_schema(tmp_path):
    articles = io.BytesIO()
    with zipfile.ZipFile(articles, "w") as archive:
        archive.writestr("a.txt", "The town fell.")
        archive.writestr("word/document.xml", "<w/>")
    for name, data in {"a.zip": articles.getvalue(), "a.docx": articles.getvalue(), "a.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 99,
                       "a.txt": b"The town fell on Tuesday, 3 May.", "a.pdf": b"%PDF-1.4\n", "a.xlsx": b"PK\x03\x04junk"}.items():  # fmt: skip
        path = tmp_path / name
        path.write_bytes(data)
        assert find_schema(path) is None
