"""Articles that come in: each is stored or named with what to do, and none takes the others down."""

from __future__ import annotations

import time

import pytest

from tests.datasets.dirty import ACLED_COLUMNS, ACLED_EVENT, table
from timeline.app.editing import decode_upload, read_day
from timeline.app.intake import Intake, new_id
from timeline.documents.text import make_document
from timeline.errors import InputError, StoreError


class Kept:
    """A store that remembers what was saved and can be made to refuse."""

    def __init__(self, refuse=""):
        self.saved = {}
        self.tables = []
        self.refuse = refuse

    def save(self, document, claims):
        if self.refuse and self.refuse in document.text:
            raise StoreError("The store is full; free some space.")
        self.saved[document.id] = (document, claims)

    def save_tables(self, tables):
        self.tables.append(tables)


def nothing(document):
    return document, ()


def wait(intake, number):
    for _ in range(200):
        if (progress := intake.progress(number)).finished:
            return progress
        time.sleep(0.01)
    raise AssertionError(progress)


def test_pasted_text_is_stored_under_a_readable_id():
    store = Kept()
    name, title, n = Intake(store, nothing).add_text("Shells hit market\n\nTwelve died.", "", None)
    assert name.startswith("shells-hit-market-")
    assert (title, n) == ("Shells hit market", 0)
    assert list(store.saved) == [name]


def test_adding_the_same_text_twice_keeps_one_copy():
    store = Kept()
    intake = Intake(store, nothing)
    assert intake.add_text("One text.", "A", None)[0] == intake.add_text("One text.", "A", None)[0]
    assert len(store.saved) == 1


def test_blank_text_is_refused():
    with pytest.raises(InputError, match="paste an article"):
        Intake(Kept(), nothing).add_text(" \n", "", None)


def test_a_bad_file_is_named_and_the_others_are_read():
    store = Kept(refuse="poison")
    intake = Intake(store, nothing)
    files = [("a.txt", b"One fine day."), ("b.mp3", b"noise"), ("c.txt", b"poison"), ("d.txt", b"Another day.")]
    progress = wait(intake, intake.start(files, None))
    assert len(progress.added) == len(store.saved) == 2
    assert ["b.mp3" in progress.errors[0], "full" in progress.errors[1]] == [True, True]


def test_a_surprise_is_one_sentence_about_the_file():
    def explode(document):
        raise ZeroDivisionError

    intake = Intake(Kept(), explode)
    progress = wait(intake, intake.start([("a.txt", b"One fine day.")], None))
    assert "a.txt" in progress.errors[0]


def test_an_unknown_import_has_no_progress():
    assert Intake(Kept(), nothing).progress(7) is None


def test_ids_survive_titles_without_latin_letters():
    assert new_id(make_document("قصف السوق", id="x")).startswith("article-")


def test_typed_dates_are_read_or_refused_in_words():
    assert read_day(" ") is None
    assert read_day("2014-04-22").edtf == "2014-04-22"
    with pytest.raises(InputError, match="2014-04-22"):
        read_day("22/4")


def test_an_upload_cut_short_is_named():
    assert decode_upload("a.txt", "data:text/plain;base64,aGVsbG8=") == b"hello"
    with pytest.raises(InputError, match=r"a\.txt"):
        decode_upload("a.txt", "data:text/plain;base64,aGVsb")


def test_a_dropped_dataset_is_imported_with_its_counts_and_its_owners_terms():
    store = Kept()
    intake = Intake(store, nothing)
    rows = table(ACLED_COLUMNS, ACLED_EVENT, ACLED_EVENT | {"event_id_cnty": "N2", "event_date": "soon"}).encode()
    bad = table(ACLED_COLUMNS, ACLED_EVENT | {"event_date": "soon"}).encode()
    files = [("acled.csv", rows), ("bad.csv", bad), ("note.txt", b"Ten people died in the town on Tuesday.")]
    progress = wait(intake, intake.start(files, None))
    assert progress.imported[0].startswith("1 of 2 rows of ACLED imported; 1 rejected")
    assert "do not pass the rows on" in progress.imported[1]
    assert progress.errors == (f"bad.csv: {progress.errors[0].partition(': ')[2]}",)
    assert "0 of 1 rows" in progress.errors[0]
    assert [len(t.claims) for t in store.tables] == [1]
    assert len(progress.added) == len(store.saved) == 1
