"""Pictures and the standalone page hold the figure given and say what they show."""

import json
import re
from datetime import date
from io import BytesIO

import plotly.graph_objects as go
import pypdf
import pytest

from tests.export.samples import sample_tables
from timeline.errors import ExportError
from timeline.export import html_page, image
from timeline.export.about import make_about
from timeline.export.figure import read_figure, says
from timeline.export.write import Look, export_bytes

WORDS = {"description": "battles, in April 2014", "made": date(2024, 1, 2), "title": "Towns </script><b>"}


def figure():
    ids = [["c-000000000001"], ["c-000000000002"]]
    return go.Figure(go.Scattergl(x=["2014-04-18", "2013-06-01"], y=[1, 2], customdata=ids, mode="markers"))


def page(tables=None):
    return export_bytes("html", tables or sample_tables(), look=Look(figure()), **WORDS).decode()


def test_page_is_one_file_that_asks_for_nothing():
    text = page()
    markup = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
    assert not re.search(r"""\b(?:src|href)\s*=""", markup)
    assert "default-src 'none'" in text
    assert len(text) < 2_000_000


def test_page_holds_the_same_marks_and_every_claim():
    data = json.loads(re.search(r'id="data">(.*?)</script>', page(), re.DOTALL)[1])
    assert len(data["claims"]) == 6
    assert data["figure"]["data"][0]["type"] == "scatter"
    assert data["figure"]["data"][0]["x"] == ["2014-04-18", "2013-06-01"]
    assert data["claims"]["c-000000000001"]["when"] == "18 April 2014 (explicit)"


def test_source_words_cannot_become_markup():
    tables = sample_tables()
    tables.claims.loc[0, "sentence_text"] = "</script><img src=x onerror=alert(1)>"
    text = page(tables)
    assert "<img" not in text
    assert "Towns &lt;/script&gt;&lt;b&gt;" in text


def test_a_maker_is_called_only_when_a_figure_is_needed():
    def fail():
        raise AssertionError("not needed")

    assert export_bytes("csv", sample_tables(), look=Look(make=fail), **WORDS)


def test_a_figure_that_says_the_filter_is_not_told_it_again():
    said = figure().update_layout(annotations=[{"text": "battles,"}, {"text": "in April <b>2014</b>"}])
    plain = {"layout": {}, "data": []}
    assert says(read_figure(said), "battles, in April 2014")
    assert not says(plain, "battles")
    about = make_about(sample_tables(), **WORDS)
    captioned, height = image._captioned(read_figure(said), about, 800, 400)
    assert captioned["layout"]["annotations"][-1]["text"] == "A set 1.0: CC BY 4.0"
    assert height > 400


def test_a_figure_is_made_once():
    made = []

    def make():
        made.append(1)
        return figure()

    export_bytes("html", sample_tables(), look=Look(make=make), **WORDS)
    assert made == [1]


def test_a_picture_of_no_size_is_refused():
    with pytest.raises(ExportError, match="pixels"):
        export_bytes("png", sample_tables(), look=Look(figure(), width=100_000), **WORDS)


@pytest.mark.browser
def test_pictures_say_what_they_show():
    look = Look(make=figure, width=600, height=300)
    try:
        png = export_bytes("png", sample_tables(), look=look, **WORDS)
    except ExportError as error:
        pytest.skip(str(error))
    assert png.startswith(b"\x89PNG")
    assert b"battles, in April 2014" in png
    svg = export_bytes("svg", sample_tables(), look=look, **WORDS).decode()
    assert "<desc>6 claims: battles, in April 2014." in svg
    assert "<image" not in svg
    text = pypdf.PdfReader(BytesIO(export_bytes("pdf", sample_tables(), look=look, **WORDS))).pages[0].extract_text()
    assert "battles, in April 2014" in " ".join(text.split())


def test_evidence_goes_along_for_rows_and_marks_only(monkeypatch):
    monkeypatch.setattr(html_page, "_MOST_ROWS", 1)
    data = json.loads(re.search(r'id="data">(.*?)</script>', page(), re.DOTALL)[1])
    assert set(data["claims"]) == {"c-000000000003", "c-000000000001", "c-000000000002"}  # the first row, and two marks
