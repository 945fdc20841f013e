"""GDELT, ICEWS, POLECAT, TimelineJS, TimeMap, our own claims and tables by mapping."""

import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from tests.datasets.dirty import table
from tests.export.samples import sample_tables
from timeline.datasets.gdelt import header
from timeline.datasets.load import SCHEMAS, find_schema, find_schema_of, import_bytes, import_dataset
from timeline.datasets.mapping import guess_mapping, load_mapping, make_mapping, preview
from timeline.errors import InputError, TimelineError
from timeline.export.write import export_bytes
from timeline.frame.columns import TABLES

GDELT = {
    "GLOBALEVENTID": "900", "SQLDATE": "20191024", "Actor1Code": "NORGOV", "Actor1Name": "NORDLAND", "Actor2Name": "REBEL",
    "EventCode": "0193", "EventRootCode": "01", "ActionGeo_Type": "4", "ActionGeo_FullName": "Karesh, West, Syria",
    "ActionGeo_CountryCode": "SY", "ActionGeo_Lat": "34.8", "ActionGeo_Long": "36.7", "DATEADDED": "20191024143000",
    "SOURCEURL": "https://www.daily.example/a",
}  # fmt: skip


def save(tmp_path, name, text):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def gdelt(tmp_path, *events, size=61, delimiter="\t", named=False, name="export.CSV"):
    columns = header(size)
    rows = [{k: v for k, v in (GDELT | e).items() if k in columns} for e in events]
    return save(tmp_path, name, table(columns, *rows, delimiter=delimiter, header=named, newline="\n"))


@pytest.mark.parametrize("size", [61, 58, 57, 17])
@pytest.mark.parametrize(("delimiter", "named"), [("\t", False), ("\t", True), (";", True), (",", True)])
def test_gdelt_in_all_its_shapes(tmp_path, size, delimiter, named):
    path = gdelt(
        tmp_path,
        {"EventCode": "193"},
        {"GLOBALEVENTID": "901", "EventCode": "04"},
        size=size,
        delimiter=delimiter,
        named=named,
    )
    if size == 57 and named:  # 57 columns are known by their names alone
        assert find_schema(path) == "gdelt"
    found = import_dataset("gdelt", path)
    assert list(found.tables.claims["event_type"]) == ["battle", "diplomacy"]
    assert list(found.tables.claims["date_edtf"]) == ["2019-10-24"] * 2
    if size == 61:
        assert list(found.tables.claim_actors["role"][:2]) == ["agent", "target"]
        assert found.tables.claim_places.iloc[0][["country", "lat", "lon"]].tolist() == ["SY", 34.8, 36.7]
        assert list(found.tables.documents["publisher"]) == ["daily.example"] * 2


def test_gdelt_dates_a_year_or_month_early_are_flagged_not_moved(tmp_path):
    days = {"1": "20181024", "2": "20190924", "3": "20091024", "4": "20191023", "5": "20191030"}
    path = gdelt(tmp_path, *({"GLOBALEVENTID": n, "SQLDATE": d} for n, d in days.items()))
    claims = import_dataset("gdelt", path).tables.claims
    assert list(claims["date_edtf"]) == ["2018-10-24", "2019-09-24", "2009-10-24", "2019-10-23", "2019-10-30"]
    assert list(claims["hedged"]) == [True, True, True, False, False]
    assert list(claims["date_alternatives"].fillna("")) == ["2019-10-24"] * 3 + ["", ""]
    assert list(claims["note"].notna()) == [True, True, True, False, True]


def test_gdelt_quotes_in_a_tab_file_are_letters(tmp_path):
    columns = header(61)
    cells = {k: GDELT.get(k, "") for k in columns} | {"ActionGeo_FullName": 'The "Old Town'}
    text = "\n".join("\t".join((cells | {"GLOBALEVENTID": str(n)}).values()) for n in range(3))
    found = import_dataset("gdelt", save(tmp_path, "a.CSV", text))
    assert list(found.tables.claim_places["name"]) == ['The "Old Town'] * 3


def test_gdelt_mentions_are_refused(tmp_path):
    with pytest.raises(InputError, match="16 columns"):
        import_dataset("gdelt", save(tmp_path, "mentions.CSV", "\t".join(["1"] * 16)))


def test_icews_and_its_repeated_ids(tmp_path):
    columns = ["Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
               "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
               "Province", "Country", "Latitude", "Longitude"]  # fmt: skip
    row = {"Event ID": "5", "Event Date": "2014-04-22", "Source Name": "Army (Nordland)", "Event Text": "Use conventional military force",
           "CAMEO Code": "190", "Target Name": "NLF", "Story ID": "77", "Sentence Number": "2", "Publisher": "The Daily",
           "City": "Karesh", "Country": "Syria", "Latitude": "34.8", "Longitude": "36.7"}  # fmt: skip
    path = save(
        tmp_path,
        "icews.tab",
        table(columns, row, row | {"Sentence Number": "4"}, row | {"Event ID": "6"}, delimiter="\t"),
    )
    found = import_dataset("icews", path)
    assert list(found.tables.documents["document_id"]) == ["icews:5-77-2", "icews:5-77-4", "icews:6"]
    assert found.tables.claims["event_text"][0] == "Army (Nordland) — Use conventional military force — NLF"
    assert find_schema(path) == "icews"


def test_polecat_with_none_and_surplus_headers(tmp_path):
    columns = ["Event ID", "Event Date", "Event Type", "Event Mode", "Actor Name", "Recipient Name", "Country", "City", "Latitude",
               "Longitude", "Source", "Publication Date", "Headline", "Language", ""]  # fmt: skip
    row = {"Event ID": "p1", "Event Date": "2023-01-09", "Event Type": "ASSAULT", "Event Mode": "None", "Actor Name": "Army; Police",
           "Recipient Name": "None", "Country": "Syria", "Publication Date": "2023-01-10"}  # fmt: skip
    path = save(tmp_path, "p.txt", table(columns, row, delimiter="\t"))
    tables = import_dataset("auto", path).tables
    assert list(zip(tables.claim_actors["name"], tables.claim_actors["role"], strict=True)) == [
        ("Army", "agent"),
        ("Police", "agent"),
    ]
    assert (tables.documents["published"][0], tables.claims["event_type"][0]) == ("2023-01-10", "civilian_targeting")


def test_timelinejs_sheet_and_json_say_the_same(tmp_path):
    columns = [
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
    rows = [
        {"Headline": "A war", "Type": "title"},
        {"Year": "2013", "Month": "3", "Headline": "<b>Siege</b>", "Text": "<p>It <i>began</i>.</p>", "Group": "Army"},
        {"Year": "622", "End Year": "630", "Headline": "Era"},
        {"Year": "2013", "Month": "13", "Headline": "Wrong"},
        {"Year": "-44", "Headline": "Too early"},
    ]
    sheet = import_dataset("timelinejs", save(tmp_path, "t.csv", table(columns, *rows)))
    slides = [{"start_date": {"year": 2013, "month": "3"}, "text": {"headline": "<b>Siege</b>", "text": "<p>It <i>began</i>.</p>"}, "group": "Army"},
              {"start_date": {"year": "622"}, "end_date": {"year": "630"}, "text": {"headline": "Era"}},
              {"start_date": {"year": 2013, "month": 13}, "text": {"headline": "Wrong"}}, {"start_date": {"year": -44}}]  # fmt: skip
    loaded = import_dataset(
        "timelinejs", save(tmp_path, "t.json", json.dumps({"title": {"text": {"headline": "A war"}}, "events": slides}))
    )
    for found in (sheet, loaded):
        claims = found.tables.claims
        assert list(claims["date_edtf"]) == ["2013-03", "0622/0630"]
        assert list(claims["date_relation"]) == ["in", "during"]
        assert claims["sentence_text"][0] == "Siege\nIt began."
        assert (found.counts["rejected"], found.dataset) == (3, "TimelineJS: A war")


def test_our_timelinejs_export_comes_back_with_its_dates(tmp_path):
    data = export_bytes("timelinejs", sample_tables(), description="all", made=date(2024, 1, 2), title="T")
    claims = import_dataset("timelinejs", save(tmp_path, "x.json", data)).tables.claims
    assert sorted(claims["date_edtf"]) == [
        "0980-03/0980-05",
        "2013-06-01",
        "2014-04",
        "2014-04-18",
        "2016-02-29/2016-03-06",
    ]


def test_timemap_keeps_every_source(tmp_path):
    events = [{"id": "CIV0001", "date": "02/24/2022", "latitude": "34.8", "longitude": "36.7", "location": "Karesh",
               "description": "Shelling hit a school. Two floors burned.", "sources": [{"id": "1", "path": "https://a.example/1"},
               {"id": "2", "path": "https://b.example/2"}], "filters": [{"key": "Type", "value": "Shelling"}]},
              {"id": "CIV0002", "date": "13/13/2022", "description": "x", "latitude": "", "longitude": ""}]  # fmt: skip
    path = save(tmp_path, "ukr.json", json.dumps(events))
    found = import_dataset("auto", path)
    claim = found.tables.claims.iloc[0]
    assert (claim.date_edtf, claim.event_type, claim.event_text) == (
        "2022-02-24",
        "remote_violence",
        "Shelling hit a school.",
    )
    assert found.tables.documents["url"][0] == "https://a.example/1"
    assert "https://b.example/2" in json.loads(found.tables.documents["metadata"][0])["sources"]
    assert found.counts["rejected"] == 1


def test_claims_come_back_from_parquet_csv_excel_and_geojson(tmp_path):
    tables = sample_tables()
    for kind in ("parquet", "csv", "xlsx", "geojson"):
        data = export_bytes(kind, tables, description="all", made=date(2024, 1, 2), title="T")
        path = save(tmp_path, f"x.{kind}", data)
        found = import_dataset("auto", path)
        back = found.tables
        if kind == "geojson":  # stands in date order
            back = replace(back, claims=back.claims.sort_values("claim_id", ignore_index=True))
        assert list(back.claims["claim_id"]) == list(tables.claims["claim_id"])
        for column in ("date_edtf", "date_start", "date_end", "sentence_text", "event_type", "hedged", "note"):
            assert back.claims[column].astype(object).where(back.claims[column].notna(), None).tolist() == \
                tables.claims[column].astype(object).where(tables.claims[column].notna(), None).tolist()  # fmt: skip
        assert sorted(back.claim_quantities["low"]) == [14, 100000]
        assert sorted(back.claim_actors["name"]) == ["Soldiers", "Syrian rebels"]
        assert sorted(back.claim_places["name"]) == ["Idlib", "Town"]
        assert back.claim_places["lat"].dropna().tolist() == [35.93]
        assert sorted(back.claim_attributions["name"]) == ["State TV", "United Nations"]


def test_any_table_by_mapping_with_preview_and_profile(tmp_path):
    text = ("Ref;When;Until;What;Where;Lat;Lon;Who;Dead min;Dead max;Kind\n"
            "a1;05/04/2013;07/04/2013;Raid on the camp;Karesh;34,8;36,7;Army | Police;3;10;raid\n"
            "a2;23/04/2013;;Market hit;Karesh;x;;;;;other words\na3;31/04/2013;;Bad date;;;;;;;\na4;;;No date;;;;;1;;\n")  # fmt: skip
    path = save(tmp_path, "own.csv", text)
    head, guessed = preview(path)
    assert (list(head["Ref"]), guessed.date) == (["a1", "a2", "a3", "a4"], "")
    mapping = make_mapping({
        "date": "When", "date_end": "Until", "id": "Ref", "text": "What", "place": "Where", "lat": "Lat", "lon": "Lon", "parties": "Who",
        "killed_low": "Dead min", "killed_high": "Dead max", "event_type": "Kind", "types": {"raid": "battle"}, "dataset": "Own list",
    })  # fmt: skip
    mapping.save(tmp_path / "own.json")
    assert load_mapping(tmp_path / "own.json") == mapping
    found = import_dataset("csv", path, mapping=tmp_path / "own.json")
    claims = found.tables.claims
    assert list(claims["date_edtf"].fillna("")) == ["2013-04-05/2013-04-07", "2013-04-23", ""]
    assert list(claims["event_type"]) == ["battle", "other", "other"]
    assert list(found.tables.claim_actors["name"]) == ["Army", "Police"]
    assert found.tables.claim_quantities[["low", "high"]].astype(object).where(
        lambda f: f.notna(), None
    ).to_numpy().tolist() == [[3, 10], [1, None]]
    assert (found.dataset, list(found.rejects["id"])) == ("Own list", ["a3"])


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "date"),
        ({"date": "d", "colour": "x"}, "colour"),
        ({"date": "d", "types": {"a": "war"}}, "war"),
        ({"date": "d", "order": "ymd"}, "order"),
    ],
)
def test_wrong_mappings_say_what_is_wrong(values, words):
    with pytest.raises(InputError, match=words):
        make_mapping(values)


def test_columns_are_guessed_by_their_names():
    guessed = guess_mapping(
        ["Incident Code", "incident_date", "Latitude", "LONGITUDE", "belligerent", "civ_killed_min", "civ_killed_max"]
    )
    assert (guessed.id, guessed.date, guessed.lat, guessed.agents) == (
        "Incident Code",
        "incident_date",
        "Latitude",
        ["belligerent"],
    )
    assert (guessed.killed_low, guessed.killed_high) == ("civ_killed_min", "civ_killed_max")


@pytest.mark.parametrize("schema", [*SCHEMAS, "auto", "csv", "nonsense"])
@pytest.mark.parametrize(
    "data", [b"", b"a,b\n1,2\n", b'{"a": 1}', b"[1, 2]", b"\x00\xff" * 50, b"PAR1junk", b"PK\x03\x04junk"], ids=range(7)
)
def test_a_wrong_file_is_an_error_or_no_claims(tmp_path, schema, data):
    path = save(tmp_path, "x.csv", data)
    try:
        found = import_dataset(schema, path)
    except TimelineError as error:
        assert "x.csv" in str(error) or schema in str(error)  # noqa: PT017 - either outcome is right
    else:
        assert found.counts["imported"] == 0
        assert len(found.rejects)


def test_claims_come_back_from_json_lines_with_their_documents(tmp_path):
    tables = sample_tables()
    data = export_bytes("jsonl", tables, description="all", made=date(2024, 1, 2), title="T")
    found = import_dataset("auto", save(tmp_path, "x.jsonl", data + b'{"id": "c-1"}\nnot json\n'))
    assert (found.counts["imported"], list(found.rejects["row"])) == (6, [7, 8])
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(found.tables, name), getattr(tables, name))


@pytest.mark.parametrize("name", ["a.csv", "../../a.csv", "C:\\x\\a.csv", "..", "x" * 300 + ".csv", "a\u0000b.csv"])
def test_dropped_bytes_are_imported_under_any_name(name):
    data = table(["claim_id", "document_id", "date_start", "date_end", "date_edtf", "sentence_text", "event_type"],
                 {"claim_id": "c-1", "document_id": "d", "date_start": "2014-04-22", "date_end": "2014-04-22", "date_edtf": "2014-04-22",
                  "sentence_text": "It fell.", "event_type": "battle"}).encode()  # fmt: skip
    assert find_schema_of(data, name) == "claims"
    assert import_bytes(data, name).counts["imported"] == 1


def test_the_first_day_a_machine_can_count_is_no_date_among_days_far_from_it(tmp_path):
    mapping = make_mapping({"date": "When", "id": "Ref", "text": "What"})
    text = "Ref;When;What\na;1970-01-01;Raid\nb;2016-03-01;Raid\nc;1900-01-01;Raid\n"
    found = import_dataset("csv", save(tmp_path, "own.csv", text), mapping=mapping)
    assert list(found.tables.claims["date_edtf"].fillna("")) == ["", "2016-03-01", ""]
    assert sum(found.flags.values()) >= 2
    near = text.replace("2016-03-01", "1971-03-01")
    found = import_dataset("csv", save(tmp_path, "old.csv", near), mapping=mapping)
    assert list(found.tables.claims["date_edtf"].fillna("")) == ["1970-01-01", "1971-03-01", ""]
