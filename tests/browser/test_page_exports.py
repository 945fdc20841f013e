"""Each export of the page is opened: the picture decodes, the vector is text, the table is the frame, the page works offline."""

from __future__ import annotations

import csv
import io
import json
import struct

import pytest
from page_driving import choose, counts, settle


def download(tab, label):
    tab.click("#export-menu summary")
    with tab.expect_download() as waiting:
        tab.get_by_text(label, exact=True).click()
    return waiting.value


def test_png_decodes_at_twice_the_size(page, tmp_path):
    path = tmp_path / "timeline.png"
    download(page, "Picture (PNG)").save_as(path)
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    assert width >= 1600
    assert height >= 600


def test_svg_is_text_with_title_filter_and_words(page, tmp_path):
    choose(page, "f-actors", "UN")
    settle(page)
    path = tmp_path / "timeline.svg"
    download(page, "Vector picture (SVG)").save_as(path)
    svg = path.read_text("utf-8")
    assert "<text" in svg
    assert "United Nations" in svg
    assert "Homs City Sees Syrian Army Advance" in svg


def test_csv_equals_what_is_shown(page, store, tmp_path):
    choose(page, "f-actors", "UN")
    settle(page)
    path = tmp_path / "timeline.csv"
    download(page, "Table (CSV)").save_as(path)
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    tables = store.load()
    un = tables.claim_actors.loc[tables.claim_actors["actor_id"] == "united-nations", "claim_id"].unique()
    frame = tables.claims[tables.claims["claim_id"].isin(un)].set_index("claim_id")
    assert len(rows) == counts(page)[0] == len(frame)
    for row in rows:
        claim = frame.loc[row.get("claim_id") or row["id"]]
        assert row["date_start"] == (
            "" if claim["date_start"] != claim["date_start"] else str(claim["date_start"])[:10]
        )
        assert row["event_type"] == claim["event_type"]


def test_json_lines_hold_one_claim_each(page, tmp_path):
    path = tmp_path / "claims.jsonl"
    download(page, "Claims (JSON Lines)").save_as(path)
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len(records) == counts(page)[0]
    assert all(r["sentence"]["text"] for r in records)


def test_interactive_page_works_with_the_network_off(page, chromium, tmp_path):
    path = tmp_path / "timeline.html"
    download(page, "Interactive page (HTML, works offline)").save_as(path)
    assert path.stat().st_size < 2_500_000
    context = chromium.new_context(offline=True)
    tab = context.new_page()
    asked = []
    tab.on("request", lambda r: asked.append(r.url) if not r.url.startswith(("file:", "data:", "blob:")) else None)
    tab.goto(path.as_uri())
    tab.wait_for_selector(".main-svg", timeout=15_000)
    assert "Homs City Sees Syrian Army Advance" in tab.inner_text("body")
    assert not asked
    context.close()


@pytest.mark.parametrize(
    ("label", "start"), [("Excel workbook", b"PK"), ("Parquet", b"PAR1"), ("Calendar (iCalendar)", b"BEGIN:VCALENDAR")]
)
def test_other_files_are_what_they_say(page, tmp_path, label, start):
    path = tmp_path / "file"
    download(page, label).save_as(path)
    assert path.read_bytes().startswith(start)


def test_unknown_export_is_refused_in_words(page, address):
    answer = page.request.get(f"{address}export/timeline.docx")
    assert answer.status == 404
    assert "choose one of" in answer.text()
