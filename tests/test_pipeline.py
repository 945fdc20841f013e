"""Batches go on whatever is in them, in one process or several, and give the same either way."""

from __future__ import annotations

import json
import os

import pytest

from timeline import pipeline
from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.errors import InputError
from timeline.model import DocumentDateBasis
from timeline.pipeline import Extracted, extract_all, extract_document

DCT = DateSpan.parse("2016-03-09")
ARTICLE = "Shells killed 12 people in Qasra on Monday, the ministry said. Rebels took the bridge on 3 March 2016.\n"


def poisoned(document):
    """Stands in for extraction that breaks on one document."""
    if "poison" in document.text:
        raise RecursionError("too deep")
    return document


def deadly(document):
    """Stands in for extraction that takes its process with it."""
    if "poison" in document.text:
        os._exit(9)
    return document


@pytest.fixture
def folder(tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


def test_a_document_gets_its_date_and_its_claims():
    dated, claims = extract_document(make_document(ARTICLE, id="market", published=DCT))
    assert dated.date_basis is DocumentDateBasis.GIVEN
    assert {c.date.when.edtf for c in claims if c.date} >= {"2016-03-07", "2016-03-03"}
    assert {c.document_id for c in claims} == {"market"}


def test_extraction_is_a_pure_function_of_the_document():
    document = make_document(ARTICLE, id="market", published=DCT)
    assert extract_document(document) == extract_document(document)


def test_every_document_of_a_batch_comes_in_order_with_an_id_of_its_own(folder):
    other = folder / "more"
    other.mkdir()
    (other / "a.txt").write_text(ARTICLE, "utf-8")
    found = list(extract_all([folder], DCT))
    assert [f.document.id for f in found] == ["a", "b", "c", "a-2"]
    ids = [c.id for f in found for c in f.claims]
    assert len(ids) == len(set(ids))


def test_hostile_files_are_one_sentence_each_and_the_others_are_read(folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "song.mp3").write_bytes(b"ID3\x00\x01")
    (folder / "latin.txt").write_bytes("Café shelled on 3 March 2016; 12 killed.".encode("cp1252"))
    (folder / "dates.txt").write_text("On 31 February 2016 and 99/99/9999 and 0000-00-00 rebels fled.", "utf-8")
    (folder / "broken.jsonl").write_text(
        '{"id": "x", "text": "Rebels fled on 3 March 2016."}\n{"id": "y", "te\n', "utf-8"
    )
    (folder / "broken.csv").write_text('id,text\n1,"Rebels fled\n', "utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4\nnonsense")
    (folder / "word.docx").write_bytes(b"PK\x03\x04nonsense")
    (folder / "bundle.zip").write_bytes(b"PK\x03\x04nonsense")
    found = list(extract_all([folder, folder / "none.txt"], DCT))
    read = {f.document.id for f in found if isinstance(f, Extracted)}
    assert {"a", "b", "c", "latin", "dates", "x"} <= read
    errors = [str(f) for f in found if isinstance(f, InputError)]
    for name in (
        "empty.txt",
        "binary.txt",
        "song.mp3",
        "broken.jsonl",
        "scan.pdf",
        "word.docx",
        "bundle.zip",
        "none.txt",
    ):
        assert sum(name in e for e in errors) == 1, (name, errors)
    assert all("\n" not in e and e.endswith(".") for e in errors)


def test_an_impossible_date_gives_no_day(folder):
    (folder / "dates.txt").write_text("Rebels took the bridge on 31 February 2016.", "utf-8")
    (found,) = extract_all([folder / "dates.txt"], DCT)
    assert all(c.date is None or c.date.basis != "explicit" or c.date.when.days > 1 for c in found.claims)


def test_text_that_breaks_extraction_is_named_and_the_others_go_on(folder, monkeypatch):
    (folder / "b.txt").write_text("poison", "utf-8")
    monkeypatch.setattr(pipeline, "date_document", poisoned)
    found = list(extract_all([folder], DCT))
    assert [isinstance(f, Extracted) for f in found] == [True, False, True]
    assert "b.txt (b)" in str(found[1])
    assert "RecursionError: too deep" in str(found[1])


def test_reading_that_breaks_keeps_what_was_read(folder, monkeypatch):
    def reading(*_, **__):
        yield make_document(ARTICLE, id="first")
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "read_documents", reading)
    found = list(extract_all([folder]))
    assert [type(f) for f in found] == [Extracted, InputError]


def test_processes_give_the_same_in_the_same_order(folder):
    lines = [json.dumps({"id": f"d{n}", "text": ARTICLE, "date": "2016-03-09"}) for n in range(30)]
    (folder / "corpus.jsonl").write_text("\n".join([*lines[:9], "{broken", *lines[9:]]) + "\n", "utf-8")
    one, two = (list(extract_all([folder], DCT, jobs=n)) for n in (1, 2))
    assert list(map(str, two)) == list(map(str, one))


def test_a_process_that_dies_costs_only_the_document_it_died_of(folder, monkeypatch):
    (folder / "b.txt").write_text("poison", "utf-8")
    # A fresh process does not see the patch, so the processes of this test are forked.
    monkeypatch.setattr(pipeline, "date_document", deadly)
    context = pipeline.multiprocessing.get_context("fork")
    monkeypatch.setattr(pipeline.multiprocessing, "get_context", lambda _: context)
    found = list(extract_all([folder], DCT, jobs=2))
    assert [isinstance(f, Extracted) for f in found] == [True, False, True]
    assert "died" in str(found[1])
