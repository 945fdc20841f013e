"""UCDP GED in all its shapes: precision is a span, the toll a range, columns are found by name."""

import json
from pathlib import Path

import pytest

from tests.datasets.dirty import UCDP_19, UCDP_EVENT, table
from timeline.datasets.load import find_schema, import_dataset
from timeline.datasets.ucdp import HEADER, find_version
from timeline.errors import InputError


def load(tmp_path, text, name="ged231.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return import_dataset("ucdp-ged", path)


def event(**changes):
    return UCDP_EVENT | {k: str(v) for k, v in changes.items()}


@pytest.mark.parametrize("columns", [HEADER, UCDP_19, list(reversed(HEADER)), [*HEADER, "extra", "Unnamed: 51"]])
def test_columns_are_found_by_name(tmp_path, columns):
    found = load(tmp_path, table(columns, event()))
    (claim,) = found.tables.claims.to_dict("records")
    assert (claim["date_edtf"], claim["date_relation"], claim["event_type"]) == ("2013-03-19", "on", "battle")
    assert claim["event_text"] == "Karesh town: Government of Nordland - NLF"
    assert claim["sentence_text"].startswith(claim["event_text"])
    assert claim["sentence_text"].endswith("(West, Syria)\nArmy, rebels clash near “Karesh”")
    (toll,) = found.tables.claim_quantities.to_dict("records")
    assert (toll["kind"], toll["low"], toll["high"], toll["comparator"]) == ("killed", 2, 9, "range")
    assert "best 4" in toll["text"]
    assert found.dataset == "UCDP GED 23.1"


def test_candidate_without_header_is_read_by_its_known_order(tmp_path):
    found = load(tmp_path, table(HEADER, event(), event(id=2), header=False), "GEDEvent_v24_0_1.csv")
    assert found.counts["imported"] == 2
    assert found.dataset == "UCDP GED 24.0.1"
    assert list(found.tables.claims["date_edtf"]) == ["2013-03-19"] * 2
    assert find_schema(tmp_path / "GEDEvent_v24_0_1.csv") == "ucdp-ged"


@pytest.mark.parametrize(
    ("code", "start", "end", "edtf", "precision", "relation"),
    [
        (1, "2013-03-19", "2013-03-19", "2013-03-19", "day", "on"),
        (2, "2013-03-19", "2013-03-22", "2013-03-19/2013-03-22", "interval", "in"),
        (2, "2013-03-19", "2013-03-19", "2013-03-19", "day", "on"),
        (3, "2013-03-18", "2013-03-24", "2013-03-18/2013-03-24", "week", "in"),
        (4, "2013-03-01", "2013-03-31", "2013-03", "month", "in"),
        (4, "2013-03-05", "2013-04-04", "2013-03-05/2013-04-04", "interval", "in"),
        (5, "2013-01-01", "2013-12-31", "2013-01/2013-12", "interval", "in"),
        ("2.0", "2013-03-19 00:00:00.000", "2013-03-22T00:00:00", "2013-03-19/2013-03-22", "interval", "in"),
    ],
)
def test_precision_codes_are_spans(tmp_path, code, start, end, edtf, precision, relation):
    claim = load(tmp_path, table(HEADER, event(date_prec=code, date_start=start, date_end=end))).tables.claims.iloc[0]
    assert (claim.date_edtf, claim.date_precision, claim.date_relation) == (edtf, precision, relation)


def test_sides_sources_and_place(tmp_path):
    tables = load(tmp_path, table(HEADER, event(id="7.0", type_of_violence="3.0"))).tables
    assert list(zip(tables.claim_actors.name, tables.claim_actors.role, strict=True)) == [
        ("Government of Nordland", "agent"), ("NLF", "target"), ("Free Wing", "target")]  # fmt: skip
    assert list(tables.claim_attributions.name) == ["NLF", "residents"]
    place = tables.claim_places.iloc[0]
    assert (place["name"], place.country, place.lat, place.lon) == ("Karesh town", "SY", 34.8, 36.7)
    document = tables.documents.iloc[0]
    assert (document.document_id, document.publisher, document.published) == ("ucdp-ged:7", "The Daily", "2013-03-20")
    assert "CC BY 4.0" in document.licence


def test_allied_groups_are_split_on_either_side(tmp_path):
    found = load(tmp_path, table(HEADER, event(side_a="NLF, Free Wing", side_b="Hill Band, Inc", type_of_violence=2)))
    assert list(found.tables.claim_actors.name) == ["NLF", "Free Wing", "Hill Band, Inc"]
    assert set(found.tables.claim_actors.role) == {"party"}


def test_actors_have_the_ids_that_articles_give_them(tmp_path):
    row = event(side_a="Government of Syria", side_b="IS, Band of the Hills")
    actors = load(tmp_path, table(HEADER, row)).tables.claim_actors
    assert list(actors["actor_id"]) == ["syrian-government", "islamic-state", "band-of-the-hills"]
    assert list(actors["name"]) == ["Government of Syria", "IS", "Band of the Hills"]


def test_geojson_like_variant_takes_its_point_from_wkt(tmp_path):
    columns = [c for c in HEADER if c not in ("latitude", "longitude")]
    place = (
        load(tmp_path, table(columns, event(geom_wkt="POINT (36.7 34.8)") | {})).tables.claim_places if False else None
    )
    assert place is None
    row = {k: v for k, v in event(geom_wkt="POINT (36.7 34.8)").items() if k in columns}
    place = load(tmp_path, table(columns, row)).tables.claim_places.iloc[0]
    assert (place.lat, place.lon) == (34.8, 36.7)


def test_geojson_and_api_answers(tmp_path):
    row = {k: v for k, v in event(date_start="2013-03-19T00:00:00", date_end="2013-03-19T00:00:00").items()
           if k not in ("latitude", "longitude")} | {"best": 4.0, "low": 2, "high": None}  # fmt: skip
    feature = {"type": "Feature", "properties": row, "geometry": {"type": "Point", "coordinates": [36.7, 34.8]}}
    for loaded in ({"type": "FeatureCollection", "features": [feature]}, {"TotalCount": 1, "Result": [row]}):
        path = tmp_path / "ucdp.json"
        path.write_text(json.dumps(loaded))
        found = import_dataset("auto", path)
        assert list(found.tables.claims["date_edtf"]) == ["2013-03-19"]
        assert found.tables.claim_quantities[["low", "high"]].to_numpy().tolist() == [[2, 4]]
    assert len(found.tables.claim_places) == 1


def test_dirty_rows_are_rejected_with_reasons_and_the_rest_imported(tmp_path):
    text = table(
        HEADER, event(), event(id=2, date_start="2013-02-30"), event(id=3, date_end="2013-03-01"), event(id=4, date_start=""),
        event(id=5, type_of_violence=""), event(id=6, low="", best="", high="x"), event(id=7, low=5, best=4), event(id=1, best=5),
    )  # fmt: skip
    found = load(tmp_path, text + "8,cut,off\r\n")
    assert (found.counts["rows"], found.counts["imported"], found.counts["rejected"]) == (9, 2, 7)
    assert list(found.rejects["row"]) == [1, 2, 3, 4, 5, 6, 9]
    assert all(found.rejects["reason"].str.len() > 10)
    assert "2013-02-30" in found.rejects["reason"].iloc[1]
    assert found.flags == {"low, best and high are not in order": 1}
    assert found.tables.claim_quantities["low"].tolist() == [4, 2]
    assert "2 of 9 rows" in found.summary


@pytest.mark.parametrize("encode", [lambda t: b"\xef\xbb\xbf" + t.encode(), lambda t: t.replace("\r\n", "\n").encode(),
                                    lambda t: t.encode("cp1252"), lambda t: t.encode("utf-16")])  # fmt: skip
def test_encodings_and_line_ends(tmp_path, encode):
    found = load(tmp_path, encode(table(HEADER, event())))
    assert found.tables.documents["title"][0] == "Army, rebels clash near “Karesh”"


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters(tmp_path, delimiter):
    assert load(tmp_path, table(HEADER, event(), delimiter=delimiter)).counts["imported"] == 1


def test_importing_again_gives_the_same_ids(tmp_path):
    one = load(tmp_path, table(HEADER, event(), event(id=2))).tables.claims
    two = load(tmp_path, table(HEADER, event(id=2, best=9), event())).tables.claims
    assert set(one.claim_id) == set(two.claim_id)
    assert one.claim_id.is_unique


def test_another_table_is_refused_by_name_of_the_missing_columns(tmp_path):
    with pytest.raises(InputError, match="date_start"):
        load(tmp_path, "id,best\n1,2\n")


@pytest.mark.parametrize(
    ("name", "version"), [("ged191_syria", "19.1"), ("GEDEvent_v25_0_3", "25.0.3"), ("ged241-csv", "24.1"), ("x", "")]
)
def test_version_in_the_file_name(name, version):
    assert find_version(Path(f"{name}.csv")) == version


def test_candidate_events_still_to_be_checked_are_flagged(tmp_path):
    rows = [event(id=n, code_status=status) for n, status in enumerate(("Clear", "Check dyad", "", "clear"), start=1)]
    found = load(tmp_path, table(HEADER, *rows))
    assert list(found.tables.claims["note"].notna()) == [False, True, False, False]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("SOHR, Airwars", ["SOHR", "Airwars"]),
        ("SOHR/Waha Report", ["SOHR", "Waha Report"]),
        ("medical sources // UN Commission", ["medical sources", "UN Commission"]),
        ("SOHR\nAnadolu;VDC,", ["SOHR", "Anadolu", "VDC"]),
        ("https://news.example/a/b", ["https://news.example/a/b"]),
        ("24/7 Radio", ["24/7 Radio"]),
        ("Sound and Picture", ["Sound and Picture"]),
    ],
)
def test_who_told_it_is_split_however_the_cell_joins_them(tmp_path, told, names):
    found = load(tmp_path, table(HEADER, event(source_original=told)))
    assert list(found.tables.claim_attributions["name"]) == names


def test_an_office_named_several_times_publishes_once(tmp_path):
    found = load(tmp_path, table(HEADER, event(source_office="SOHR;SOHR;Airwars")))
    assert list(found.tables.documents["publisher"]) == ["SOHR; Airwars"]


def test_markup_left_in_a_headline_parts_nothing(tmp_path):
    found = load(
        tmp_path, table(HEADER, event(source_headline="Syria&#8217;s war; Talks fail", where_coordinates="", adm_1=""))
    )
    assert list(found.tables.documents["title"]) == ["Syria’s war"]
    assert list(found.tables.claims["sentence_text"]) == [
        "Syria: Government of Nordland - NLF\nSyria’s war; Talks fail"
    ]
