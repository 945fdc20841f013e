"""Datasets into a store: N of M and why, the owner's notice, rejects in a file, again and again."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from timeline.settings import DATA
from timeline.store.open import open_store

HEAD = "event_id_cnty,event_date,time_precision,disorder_type,event_type,sub_event_type,actor1,country,iso,location,latitude,longitude,geo_precision,source,notes,fatalities\n"
ROW = "QAS{n},{day},1,Political violence,Battles,Armed clash,Qasra Brigade,Syria,760,Qasra,34.7,36.7,1,Local,Clash {n} in Qasra.,3\n"


@pytest.fixture
def acled(here):
    file = here / "acled.csv"
    file.write_text(HEAD + ROW.format(n=1, day="2014-04-01") + ROW.format(n=2, day="=cmd|x"), "utf-8")
    return file


def test_rows_are_kept_and_the_rest_is_told_and_written_apart(run, acled, here):
    done = run("import", "acled", acled, "--store", "claims.db")
    assert done.code == 0
    assert "1 of 2 rows" in done.err
    assert "1 rejected" in done.err
    assert "ACLED" in done.err.splitlines()[1]
    assert "1 claim in claims.db" in done.err
    rejects = pd.read_csv(here / "acled.rejects.csv", encoding="utf-8-sig")
    assert rejects["id"].tolist() == ["QAS2"]
    with open_store("claims.db") as store:
        assert store.load().documents["document_id"].tolist() == ["acled:QAS1"]


def test_importing_again_adds_nothing(run, acled):
    for _ in range(2):
        done = run("import", "auto", acled, "--store", "claims.db", "--rejects", "bad.csv")
        assert "1 claim in claims.db" in done.err
    assert len(pd.read_csv("bad.csv")) == 1


def test_rejects_of_several_files_go_into_the_one_named(run, acled, here):
    other = here / "other.csv"
    other.write_text(acled.read_text("utf-8").replace("QAS2", "QAS9"), "utf-8")
    run("import", "acled", acled, other, "--store", "claims.db", "--rejects", "bad.csv")
    assert pd.read_csv("bad.csv", encoding="utf-8-sig")["id"].tolist() == ["QAS2", "QAS9"]


def test_a_preview_without_a_file_is_wrong_use(run):
    assert run("import", "acled", "--query", "country=Syria", "--preview").code == 2
    assert run("import", "acled").code == 2


def test_without_a_store_named_the_users_own_is_filled(run, acled, here):
    assert run("import", "acled", acled).code == 0
    (own,) = (here / "own").rglob("claims.db")
    with open_store(own) as store:
        assert len(store.load().claims) == 1


def test_the_store_of_the_environment_is_used(run, acled, here, monkeypatch):
    monkeypatch.setenv("TIMELINE_STORE", str(here / "shared.db"))
    run("import", "acled", acled)
    assert (here / "shared.db").exists()
    assert not (here / "own").exists()


def test_what_cannot_be_read_is_one_sentence_and_makes_no_store(run, here):
    (here / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    for schema in ("acled", "auto", "csv", "claims"):
        done = run("import", schema, "other.csv", "none.csv", "--store", "claims.db")
        assert done.code == 1
        assert len(done.err.splitlines()) == 2, done.err
    assert not (here / "claims.db").exists()
    assert run("import", "nonsense", "other.csv").code == 2


def test_a_bad_file_does_not_stop_the_next(run, acled, here):
    (here / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    assert run("import", "acled", "other.csv", acled, "--store", "claims.db").code == 0


def test_any_table_is_looked_at_then_imported_by_a_profile(run, here):
    table = DATA / "samples" / "incidents.csv"
    done = run("import", "csv", table, "--preview", "--profile", "guess.json")
    assert done.code == 0
    assert "Battle for the border" in done.err
    assert json.loads(done.out)["country"] == "Country"
    assert (here / "guess.json").exists()
    assert run("import", "csv", table, "--preview", "--profile", "guess.json").code == 1
    done = run("import", "csv", table, "--profile", DATA / "samples" / "incidents.profile.json", "--store", "claims.db")
    assert "3 claims in claims.db" in done.err


def test_what_extract_wrote_can_be_imported(run):
    run("extract", "news.txt", "--date", "2016-03-09", "-o", "claims.jsonl")
    done = run("import", "claims", "claims.jsonl", "--store", "claims.db")
    assert done.code == 0
    assert "claims in claims.db" in done.err


def test_a_file_that_is_no_store_is_said_to_be_none(run, acled, here):
    (here / "notes.db").write_text("Rebels took the bridge.\n" * 50, "utf-8")
    done = run("import", "acled", acled, "--store", "notes.db")
    assert done.code == 1
    assert "notes.db: this file is no store" in done.err
