"""Temporal expressions as records that the evaluators read."""

from __future__ import annotations

import json


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def test_every_expression_is_a_record_with_true_offsets(run, here):
    text = (here / "news.txt").read_text("utf-8")
    done = run("dates", "news.txt", "--date", "2016-03-09")
    found = records(done.out)
    assert [(r["text"], r["type"], r["value"], r["edtf"]) for r in found] == [
        ("Monday", "DATE", "2016-03-07", "2016-03-07"),
        ("3 March 2016", "DATE", "2016-03-03", "2016-03-03"),
    ]
    assert all(text[r["start"] : r["end"]] == r["text"] and r["doc"] == "news" for r in found)
    assert done.err == "1 document, 2 expressions\n"


def test_a_range_gives_its_ends_and_what_has_no_days_has_no_edtf(run, here):
    (here / "range.txt").write_text("Fighting from 18 April 2014 to 2 May 2014 lasted for three weeks.", "utf-8")
    found = records(run("dates", "range.txt").out)
    assert [r["edtf"] for r in found] == ["2014-04-18", "2014-05-02", None]
    assert found[2]["type"] == "DURATION"


def test_a_document_without_expressions_says_it_was_read(run, here):
    (here / "recipe.txt").write_text("Stir the soup slowly.", "utf-8")
    done = run("dates", "recipe.txt")
    assert records(done.out) == [{"doc": "recipe"}]
    assert done.err == "1 document, 0 expressions\n"


def test_the_file_is_json_lines_or_refused(run, here):
    assert run("dates", "news.txt", "-o", "dates.jsonl").code == 0
    assert len(records((here / "dates.jsonl").read_text("utf-8"))) == 2
    refused = run("dates", "news.txt", "-o", "dates.csv")
    assert refused.code == 1
    assert ".jsonl" in refused.err


def test_bad_inputs_are_named_and_only_bad_ones_fail(run, here):
    (here / "binary.txt").write_bytes(bytes(range(256)) * 40)
    assert run("dates", "binary.txt", "news.txt").code == 0
    done = run("dates", "binary.txt")
    assert done.code == 1
    assert "binary.txt" in done.err
