"""Counts of an import against an independent count of the file, by the csv module alone.

The files are not part of the repository: the tests are skipped where no folder beside the checkout holds them.
"""

import csv
import io
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from timeline.cli import main
from timeline.datasets.load import find_schema, import_dataset
from timeline.documents.read import read_documents
from timeline.export.write import export_bytes
from timeline.frame.columns import TABLES

ROOT = Path(__file__).resolve().parents[2]
DATA = next((p.parent for p in sorted(ROOT.parent.glob("*/data/SCHEMAS.md"))), ROOT / "local-data")
pytestmark = [
    pytest.mark.gold,
    pytest.mark.skipif(not (DATA / "SCHEMAS.md").is_file(), reason="the datasets are not beside the checkout"),
]
UCDP = DATA / "ucdp" / "ged191_syria_2016_2019.csv"
GDELT = DATA / "gdelt" / "20191024143000.export.CSV"


def ucdp_rows():
    with UCDP.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def whole(cell):
    return int(float(cell))


def sides_of(row):
    return {s.strip() for side in ("side_a", "side_b") for s in row[side].split(",")} - {""}


def check_ucdp(found, rows):
    """Rows, deaths, first and last day, and rows per actor for the five most frequent."""
    claims, actors, tolls = found.tables.claims, found.tables.claim_actors, found.tables.claim_quantities
    assert found.counts["imported"] == len(claims) == len(rows)
    assert found.counts["killed_best"] == sum(whole(r["best"]) for r in rows)
    triples = [[whole(r[c]) for c in ("low", "best", "high")] for r in rows]
    assert (tolls["low"].sum(), tolls["high"].sum()) == (sum(map(min, triples)), sum(map(max, triples)))
    assert tolls["text"].str.extract(r"best (\d+)")[0].astype(int).sum() == found.counts["killed_best"]
    assert str(claims["date_start"].min())[:10] == min(r["date_start"][:10] for r in rows)
    assert str(claims["date_end"].max())[:10] == max(r["date_end"][:10] for r in rows)
    counted = Counter(name for r in rows for name in sides_of(r))
    assert actors["name"].value_counts().head(5).to_dict() == dict(counted.most_common(5))


def test_ucdp():
    rows = ucdp_rows()
    assert find_schema(UCDP) == "ucdp-ged"
    found = import_dataset("auto", UCDP)
    check_ucdp(found, rows)
    assert len(found.rejects) == 0
    claims = found.tables.claims
    exact = sum(whole(r["date_prec"]) == 1 for r in rows)
    assert (claims["date_precision"] == "day").sum() == exact
    assert set(found.tables.documents["dataset"]) == {"UCDP GED 19.1"}
    assert found.tables.documents["licence"].str.startswith("CC BY 4.0").all()
    told = Counter(n.strip() for r in rows for n in re.split("[;,/\n]", r["source_original"]) if n.strip())
    assert found.tables.claim_attributions["name"].value_counts()["SOHR"] == told["SOHR"]


def write(path, rows, columns, **options):
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, extrasaction="ignore", restval="", **options)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(b"")
    return buffer.getvalue()


def variants():
    """Name → (text of the file, encoding, rows that stay); each a way in which such a file has come to people."""
    rows = ucdp_rows()[:3000]
    columns = list(rows[0])
    loud = [c.replace("_", " ").title() for c in columns]
    dotted = [c.replace("_", ".") for c in columns]
    plain = lambda **o: lambda path: write(path, rows, columns, **o)  # noqa: E731
    renamed = lambda names: (  # noqa: E731
        lambda path: write(path, [dict(zip(names, r.values(), strict=True)) for r in rows], names)
    )
    days = [r | {c: date.fromisoformat(r[c]).strftime("%d-%m-%Y") for c in ("date_start", "date_end")} for r in rows]
    words = [
        r | {c: f"{date.fromisoformat(r[c]):%d %B %Y}".lstrip("0") for c in ("date_start", "date_end")} for r in rows
    ]
    tabs = [r | {"source_headline": r["source_headline"].replace(" ", "\t", 1) + ' "said'} for r in rows]
    return {
        "byte-order mark and CRLF": (plain(), "utf-8-sig", rows),
        "line feeds": (plain(lineterminator="\n"), "utf-8", rows),
        "UTF-16": (plain(), "utf-16", rows),
        "semicolons": (plain(delimiter=";"), "utf-8", rows),
        "tabs": (plain(delimiter="\t"), "utf-8", rows),
        "all quoted": (plain(quoting=csv.QUOTE_ALL), "utf-8", rows),
        "other order of columns": (lambda p: write(p, rows, sorted(columns, reverse=True)), "utf-8", rows),
        "extra and empty columns": (lambda p: write(p, rows, ["", *columns, "mine", "Unnamed: 43"]), "utf-8", rows),
        "renamed in title case": (renamed(loud), "utf-8", rows),
        "renamed with dots": (renamed(dotted), "utf-8", rows),
        "days first": (lambda p: write(p, days, columns), "utf-8", rows),
        "months in words": (lambda p: write(p, words, columns), "utf-8", rows),
        "tabs and quotes in headlines": (lambda p: write(p, tabs, columns), "utf-8", rows),
        "every row twice": (lambda p: write(p, rows + rows, columns), "utf-8", rows),
        "cut off in the last row": (lambda p: write(p, rows, columns)[:-60], "utf-8", rows[:-1]),
        "few columns": (
            lambda p: write(p, rows, [c for c in columns if not c.startswith(("source", "where", "adm"))]),
            "utf-8",
            rows,
        ),
    }


@pytest.mark.parametrize(
    "name",
    [
        "byte-order mark and CRLF", "line feeds", "UTF-16", "semicolons", "tabs", "all quoted", "other order of columns",
        "extra and empty columns", "renamed in title case", "renamed with dots", "days first", "months in words",
        "tabs and quotes in headlines", "every row twice", "cut off in the last row", "few columns",
    ],
)  # fmt: skip
def test_ucdp_as_it_comes(tmp_path, name):
    make, encoding, rows = variants()[name]
    path = tmp_path / "ged191.csv"
    path.write_bytes(make(path).encode(encoding))
    found = import_dataset("auto", path)
    check_ucdp(found, rows)
    assert found.counts["rows"] == len(rows) + len(found.rejects)


def test_importing_again_updates_by_the_datasets_own_id(tmp_path):
    rows = ucdp_rows()[:500]
    path = tmp_path / "ged191.csv"
    first = write(path, rows, list(rows[0]))
    path.write_text(first, encoding="utf-8")
    before = import_dataset("ucdp-ged", path).tables
    edited = [r | {"best": "7", "low": "7", "high": "7"} for r in reversed(rows)]
    path.write_text(write(path, edited, list(rows[0])), encoding="utf-8")
    after = import_dataset("ucdp-ged", path).tables
    assert set(before.claims["claim_id"]) == set(after.claims["claim_id"])
    assert set(before.documents["document_id"]) == set(after.documents["document_id"])
    assert after.claim_quantities["low"].eq(7).all()


def test_gdelt():
    rows = [line.split("\t") for line in GDELT.read_text("utf-8").splitlines()]
    found = import_dataset("auto", GDELT)
    claims, actors = found.tables.claims, found.tables.claim_actors
    assert found.counts["imported"] == len(claims) == len(rows)
    assert sorted(claims["date_edtf"].str.replace("-", "")) == sorted(r[1] for r in rows)
    assert str(claims["date_start"].min())[:10].replace("-", "") == min(r[1] for r in rows)
    early = [r for r in rows if r[1][4:] == r[59][4:8] and int(r[59][:4]) - int(r[1][:4]) in (1, 10)]
    assert sum(n for flag, n in found.flags.items() if "ten years" in flag) == len(early)
    for role, at in (("agent", 6), ("target", 16)):
        named = Counter((r[at] or r[at - 1]).casefold() for r in rows if r[at] or r[at - 1])
        mine = Counter(actors.loc[actors["role"] == role, "name"].str.casefold())
        assert mine == named
        assert dict(mine.most_common(5)) == dict(named.most_common(5))
    assert sum(found.tables.documents["url"].notna()) == sum(bool(r[60]) for r in rows)


@pytest.mark.parametrize("name", ["my-own-timeline.csv", "women_in_computing.csv"])
def test_timelinejs_sheets(name):
    with (DATA / "timelinejs" / name).open(encoding="utf-8-sig", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["Type"].strip() != "title"]
    found = import_dataset("timelinejs", DATA / "timelinejs" / name)
    claims = found.tables.claims
    assert len(claims) == len(rows)
    assert [str(d)[:4] for d in claims["date_start"]] == [r["Year"] for r in rows]
    lasting = [r["End Year"] or r["Year"] for r in rows]
    assert [str(d)[:4] for d in claims["date_end"]] == lasting
    assert [t.split("\n")[0] for t in claims["sentence_text"]] == [re.sub(r"<[^>]+>", "", r["Headline"]) for r in rows]


@pytest.mark.parametrize("name", ["women_in_computing.json", "eras.json"])
def test_timelinejs_json(name):
    loaded = json.loads((DATA / "timelinejs" / name).read_text("utf-8"))
    slides = [*loaded["events"], *loaded.get("eras", [])]
    claims = import_dataset("auto", DATA / "timelinejs" / name).tables.claims
    assert len(claims) == len(slides)
    assert [d.year for d in claims["date_start"]] == [int(s["start_date"]["year"]) for s in slides]
    ends = [s.get("end_date", s["start_date"]) for s in slides]
    assert [d.year for d in claims["date_end"]] == [int(e["year"]) for e in ends]


def test_articles_as_a_corpus():
    path = DATA / "fa-kes" / "fa-kes.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = list(read_documents([path]))
    assert len(found) == len(rows)
    assert [d.text for d in found] == [r["article_content"].replace("\r\n", " \n").replace("\r", "\n") for r in rows]
    assert [d.title for d in found] == [r["article_title"].strip() for r in rows]
    days = [dict(zip(("m", "d", "y"), map(int, r["date"].split("/")), strict=True)) for r in rows]
    assert [d.published.edtf for d in found] == [f"{x['y']}-{x['m']:02d}-{x['d']:02d}" for x in days]
    assert len({d.id for d in found}) == len(rows)
    assert {d.id for d in found} >= {r["unit_id"] for r in rows}
    undated = list(read_documents([path], columns={"date": ""}))
    assert not any(d.published for d in undated)


def test_articles_as_parquet_say_the_same(tmp_path):
    path = DATA / "fa-kes" / "fa-kes.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame.rename(columns={"article_content": "Inhalt", "unit_id": "Nummer"}).to_parquet(tmp_path / "kes.parquet")
    told = {"text": "Inhalt", "id": "Nummer"}
    found = list(read_documents([tmp_path / "kes.parquet"], columns=told))
    assert [(d.id, d.text, d.published) for d in found] == [(d.id, d.text, d.published) for d in read_documents([path])]


@pytest.mark.parametrize("kind", ["jsonl", "parquet", "csv", "xlsx", "geojson"])
def test_a_dataset_comes_back_from_our_exports(tmp_path, kind):
    rows = ucdp_rows()[:3000]
    path = tmp_path / "ged191.csv"
    path.write_text(write(path, rows, list(rows[0])), encoding="utf-8")
    tables = import_dataset("ucdp-ged", path).tables
    target = tmp_path / f"claims.{kind}"
    target.write_bytes(export_bytes(kind, tables, description="all", made=date(2024, 1, 2)))
    found = import_dataset("auto", target)
    assert found.counts["imported"] == len(rows)
    back = found.tables
    if kind in ("jsonl", "parquet"):
        for name in TABLES:
            pd.testing.assert_frame_equal(getattr(back, name), getattr(tables, name))
        return
    both = [t.claims.set_index("claim_id").sort_index() for t in (tables, back)]
    for column in (
        "date_edtf",
        "date_start",
        "date_end",
        "date_precision",
        "event_type",
        "sentence_text",
        "event_text",
    ):
        pd.testing.assert_series_equal(both[0][column], both[1][column])
    assert back.claim_quantities["low"].sum() == sum(min(whole(r[c]) for c in ("low", "best", "high")) for r in rows)
    counted = Counter(name for r in rows for name in sides_of(r))
    assert back.claim_actors["name"].value_counts().head(5).to_dict() == dict(counted.most_common(5))
    assert set(back.documents["dataset"]) == {"UCDP GED 19.1"}
    assert back.documents["licence"].notna().all()


def test_the_command_line_says_the_same_as_the_file(tmp_path):
    rows = ucdp_rows()[:2000]
    path = tmp_path / "ged191.csv"
    path.write_text(write(path, rows, list(rows[0])), encoding="utf-8")
    store = str(tmp_path / "claims.db")
    for _ in range(2):  # importing again adds nothing
        assert run("import", "ucdp-ged", str(path), "--store", store) == 0
    assert run("export", "--store", store, "-o", str(tmp_path / "out.csv")) == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.DictReader(file))
    assert len(told) == len(rows)
    assert min(r["date_start"] for r in told) == min(r["date_start"][:10] for r in rows)
    assert max(r["date_end"] for r in told) == max(r["date_end"][:10] for r in rows)
    low = [min(whole(r[c]) for c in ("low", "best", "high")) for r in rows]
    assert sum(int(r["killed_low"]) for r in told) == sum(low)
    assert {(r["dataset"], r["licence"][:9]) for r in told} == {("UCDP GED 19.1", "CC BY 4.0")}


def run(*arguments):
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return ended.value.code
