"""Exactly the claims that the options leave, in the format of the suffix."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from factory import WHEN, homs_claims, homs_document

from timeline.query.url import KEYS
from timeline.store.open import open_store


@pytest.fixture
def store(here):
    with open_store("claims.db") as opened:
        opened.save(homs_document(), homs_claims())
        claim = opened.load().claims["claim_id"].iloc[0]
        opened.correct(claim, {"status": "rejected"}, who="Ada", when=WHEN)
    return "claims.db"


def exported(run, store, *options):
    done = run("export", "--store", store, "-o", "out.csv", *options)
    assert done.code == 0, done.err
    return pd.read_csv("out.csv", encoding="utf-8-sig")


def test_every_condition_of_a_filter_is_an_option(run):
    words = run("export", "--help").out
    for key in KEYS:
        assert f"--{key.replace('_', '-')} " in words


@pytest.mark.parametrize(
    ("options", "events"),
    [
        (("--type", "protest"), ["massive protests swept across the nation"]),
        (("--type", "protest", "--type", "diplomacy"), ["massive protests swept across the nation", "peace talks that had broken off"]),
        (("--start", "2013", "--end", "2013-06-30"), ["engaged in bloody combat with Sunni-dominated rebel groups", "the death toll surpassed 100,000"]),
        (("--source", "syrian-state-television"), ["the blast occurred"]),
        (("--actor", "UN", "--actor", "syrian-government-forces", "--actor-mode", "all"), []),
        (("--text", "Akrama"), ["the blast occurred"]),
        (("--status", "rejected"), ["Syrian armed forces made further advances"]),
        (("--query", "?type=protest&lanes=place"), ["massive protests swept across the nation"]),
        (("--query", "http://127.0.0.1:8050/?type=protest&claim=c-1"), ["massive protests swept across the nation"]),
        (("--query", "type=diplomacy", "--type", "protest"), ["massive protests swept across the nation", "peace talks that had broken off"]),
    ],
)  # fmt: skip
def test_options_and_query_choose_the_claims(run, store, options, events):
    assert exported(run, store, *options)["event_text"].tolist() == events


def test_the_words_of_the_filter_and_n_of_m_are_said(run, store):
    done = run("export", "--store", store, "-o", "out.csv", "--type", "protest")
    assert done.err.startswith("1 of 18 claims: ")
    assert "protest" in done.err
    assert done.err.rstrip().endswith("→ out.csv")


@pytest.mark.parametrize(
    "name",
    [
        "out.xlsx",
        "out.jsonl",
        "out.parquet",
        "out.geojson",
        "out.timelinejs.json",
        "out.ics",
        "out.md",
        "out.bib",
        "out.csl.json",
        "out.html",
    ],
)
def test_every_format_that_needs_no_browser_is_written(run, store, here, name):
    done = run("export", "--store", store, "-o", name, "--title", "Homs", "--lanes", "event_type", "--theme", "dark")
    assert done.code == 0, done.err
    assert (here / name).stat().st_size > 100
    assert not list(here.glob("*.part"))


def test_jsonl_holds_the_readers_corrections(run, store, here):
    run("export", "--store", store, "-o", "out.jsonl")
    lines = [json.loads(line) for line in (here / "out.jsonl").read_text("utf-8").splitlines()]
    assert lines[0]["status"] == "rejected"
    assert len(lines) == 18


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--start", "2014-13"), "2014-13"),
        (("--start", "2015", "--end", "2014"), "swap"),
        (("--query", "type=party"), "party"),
        (("-o", "out.doc"), "no format"),
        (("-o", "."), "folder"),
        (("--store", "none.db"), "no store yet"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(run, store, options, words):
    done = run("export", "--store", store, "-o", "out.csv", *options)
    assert done.code == 1
    assert words in done.err
    assert len(done.err.splitlines()) == 1


def test_wrong_use_ends_with_two(run, store):
    assert run("export", "--store", store).code == 2
    assert run("export", "--store", store, "-o", "x.csv", "--type", "party").code == 2
