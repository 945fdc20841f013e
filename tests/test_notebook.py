"""Two functions for notebooks, and a package that is light until they are called."""

from __future__ import annotations

import subprocess
import sys

import plotly.graph_objects as go
import pytest
from factory import homs_tables

import timeline
from timeline.errors import FilterError, InputError
from timeline.export.jsonl import write_jsonl
from timeline.settings import ARTICLES, DATA

ARTICLE = ARTICLES / "homs-2014-04-22.txt"


def test_importing_the_package_loads_nothing_else():
    code = "import sys; before = set(sys.modules); import timeline; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {name.split(".")[0] for name in loaded} <= {*sys.stdlib_module_names, "timeline"}
    assert {name for name in loaded if name.startswith("timeline")} == {"timeline"}


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="plot"):
        _ = timeline.plot


def test_an_article_gives_the_tidy_frames():
    tables = timeline.read(ARTICLE, date="2014-04-22")
    assert tables.documents["published"].tolist() == ["2014-04-22"]
    assert "2014-04-18" in set(tables.claims["date_edtf"].dropna())
    assert set(tables.claim_actors["claim_id"]) <= set(tables.claims["claim_id"])


def test_articles_and_datasets_are_read_together(tmp_path):
    homs = timeline.read(ARTICLE, date="2014-04-22")
    (tmp_path / "claims.jsonl").write_bytes(write_jsonl(homs_tables()))
    both = timeline.read(tmp_path / "claims.jsonl", DATA / "samples" / "corpus.jsonl")
    assert len(both.documents) > 1
    assert len(both.claims) > len(homs_tables().claims)
    assert homs.claims["claim_id"].is_unique


def test_what_cannot_be_read_is_a_warning_and_nothing_read_an_error(tmp_path):
    with pytest.warns(UserWarning, match="none.txt"):
        tables = timeline.read(ARTICLE, tmp_path / "none.txt", date="2014-04-22")
    assert len(tables.documents) == 1
    with pytest.raises(InputError, match="none"):
        timeline.read(tmp_path / "none.txt")


def test_reading_nothing_gives_empty_frames():
    assert timeline.read().claims.empty


def test_claims_are_drawn_as_a_figure_with_the_filter_in_words():
    drawn = timeline.figure(homs_tables(), lanes="event_type", where="type=protest", title="Homs")
    assert isinstance(drawn, go.Figure)
    words = " ".join(a.text for a in drawn.layout.annotations)
    assert "Homs" in words
    assert "protest" in words
    with pytest.raises(FilterError):
        timeline.figure(homs_tables(), where="type=party")


def test_a_frame_of_claims_alone_is_drawn_too():
    claims = homs_tables().claims
    drawn = timeline.figure(claims[claims["event_type"] == "battle"], lanes="event_type", theme="dark")
    assert len(drawn.data) > 0
