"""Articles in, claims out: exit codes, one sentence per bad input, files written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from timeline.frame.exchange import from_records


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def test_claims_go_to_stdout_as_json_lines(run):
    done = run("extract", "news.txt", "--date", "2016-03-09")
    assert done.code == 0
    claims = records(done.out)
    assert {c["date"]["edtf"] for c in claims} >= {"2016-03-07", "2016-03-03"}
    assert {c["document"]["id"] for c in claims} == {"news"}
    assert done.err == f"1 document, {len(claims)} claims\n"


def test_the_records_are_the_exchange_format(run, here):
    text = (here / "news.txt").read_text("utf-8")
    claims = records(run("extract", "news.txt", "--date", "2016-03-09").out)
    assert len(from_records(claims, "test").claims) == len(claims)
    for claim in claims:
        assert text[claim["sentence"]["start"] : claim["sentence"]["end"]] == claim["sentence"]["text"]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".xlsx", ".parquet", ".geojson", ".ics"])
def test_the_suffix_tells_the_format_and_nothing_else_is_left_behind(run, here, suffix):
    done = run("extract", "news.txt", "--date", "2016-03-09", "-o", f"claims{suffix}")
    assert (done.code, done.out) == (0, "")
    assert (here / f"claims{suffix}").stat().st_size > 100
    assert sorted(p.name for p in here.iterdir()) == sorted([f"claims{suffix}", "news.txt"])


def test_a_csv_has_a_row_per_claim(run):
    n = len(records(run("extract", "news.txt", "--date", "2016-03-09").out))
    run("extract", "news.txt", "--date", "2016-03-09", "-o", "claims.csv")
    assert len(pd.read_csv("claims.csv", encoding="utf-8-sig")) == n


def test_a_batch_goes_on_and_says_what_could_not_be_read(run, here):
    (here / "empty.txt").write_bytes(b"")
    (here / "song.mp3").write_bytes(b"ID3")
    done = run("extract", "none.txt", here, "--date", "2016-03-09", "-o", "claims.jsonl")
    assert done.code == 0
    lines = done.err.splitlines()
    assert len(lines) == 4
    for name, line in zip(("none.txt", "empty.txt", "song.mp3"), lines[:3], strict=True):
        assert name in line
        assert line.endswith(".")
    assert lines[3].startswith("1 document, ")
    assert lines[3].endswith("3 could not be read")


def test_nothing_read_fails_and_leaves_what_was_there(run, here):
    (here / "claims.jsonl").write_text("before", "utf-8")
    (here / "claims.csv").write_text("before", "utf-8")
    for output in ("claims.jsonl", "claims.csv"):
        done = run("extract", "none.txt", "-o", output)
        assert done.code == 1
        assert done.err.endswith("0 documents, 0 claims, 1 could not be read\n")
        assert (here / output).read_text("utf-8") == "before"
    assert not list(here.glob("*.part"))


def test_a_document_without_claims_is_no_failure(run, here):
    (here / "recipe.txt").write_text("Stir the soup slowly.\n", "utf-8")
    done = run("extract", "recipe.txt")
    assert (done.code, done.out) == (0, "")
    assert done.err == "1 document, 0 claims\n"


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("claims.doc", "no format"),
        ("claims", "no format"),
        ("chart.png", "no format"),
        ("more", "folder"),
        ("none/claims.csv", "none"),
    ],
)
def test_an_output_that_cannot_be_is_refused_before_the_work(run, here, output, words):
    (here / "more").mkdir()
    done = run("extract", "news.txt", "-o", output)
    assert done.code == 1
    assert done.err.startswith("Error: ")
    assert words in done.err
    assert done.err.count("\n") == 1
    assert not Path(output).is_file()


@pytest.mark.parametrize(
    "arguments",
    [(), ("news.txt", "--date", "yesterday"), ("news.txt", "--column", "text"), ("news.txt", "--jobs", "0")],
)
def test_wrong_use_ends_with_two(run, arguments):
    done = run("extract", *arguments)
    assert done.code == 2
    assert "Error: " in done.err


def test_a_corpus_table_is_read_by_the_columns_named(run, here):
    (here / "corpus.csv").write_text(
        'ref,body\nx1,"Rebels took the bridge on 3 March 2016."\nx1,"Rebels fled on 4 March 2016."\n', "utf-8"
    )
    done = run("extract", "corpus.csv", "--column", "text=body", "--column", "id=ref")
    assert [c["document"]["id"] for c in records(done.out)] == ["x1", "x1-2"]


def test_several_processes_write_the_same(run, here):
    lines = [{"id": f"d{n}", "text": "Rebels took the bridge on 3 March 2016."} for n in range(70)]
    (here / "corpus.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert run("extract", "corpus.jsonl", "--jobs", "2").out == run("extract", "corpus.jsonl").out
