"""Files that are stores, files that are not, and what other programs do to them meanwhile."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

import pytest
from factory import WHEN, make_article, make_claims

from timeline.errors import StoreError
from timeline.store.migrate import MIGRATIONS
from timeline.store.open import open_store
from timeline.store.schema import METADATA, VERSION


def one_sentence(error):
    words = str(error.value)
    assert words.endswith(".")
    assert "\n" not in words
    assert "sqlalche" not in words
    return words


def test_a_file_name_a_path_and_a_url_open_the_same_store(path):
    with open_store(path) as store:
        store.save(make_article(), make_claims())
    for name in (str(path), f"sqlite:///{path}"):
        with open_store(name) as store:
            assert len(store.load().claims) == 3
            assert store.name == str(path)


def test_two_stores_in_memory_are_two():
    with open_store(":memory:") as one, open_store("sqlite://") as other:
        one.save(make_article(), make_claims())
        assert other.load().claims.empty


def test_the_file_is_strict_checked_and_journals_ahead(path):
    open_store(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    kinds = connection.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'"
    )
    strict = dict(kinds.fetchall())
    connection.close()
    assert set(strict) == set(METADATA.tables)
    assert all(strict.values())


def test_bytes_that_are_no_database_are_refused_and_stay_as_they_are(path):
    path.write_bytes(b"Rebels seized the bridge.\n" * 100)
    before = path.read_bytes()
    with pytest.raises(StoreError) as error:
        open_store(path)
    assert "no store" in one_sentence(error)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_stays_as_it_is(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE claims (id TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError) as error:
        open_store(path)
    assert "another program" in one_sentence(error)
    assert path.read_bytes() == before


def test_a_store_of_a_newer_program_is_refused(path):
    open_store(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(StoreError) as error:
        open_store(path)
    assert "newer" in one_sentence(error)


def test_an_older_store_is_brought_up_step_by_step(path, monkeypatch):
    with open_store(path) as store:
        store.save(make_article(), make_claims())
    done = []
    monkeypatch.setattr("timeline.store.migrate.VERSION", VERSION + 2)
    monkeypatch.setitem(MIGRATIONS, VERSION, lambda c: done.append(c.exec_driver_sql("SELECT 1").scalar()))
    monkeypatch.setitem(MIGRATIONS, VERSION + 1, lambda _: done.append(2))
    with open_store(path) as store:
        assert len(store.load().claims) == 3
    open_store(path).close()
    assert done == [1, 2]


def test_a_step_that_fails_leaves_the_older_store(path, monkeypatch):
    open_store(path).close()
    monkeypatch.setattr("timeline.store.migrate.VERSION", VERSION + 1)
    monkeypatch.setitem(MIGRATIONS, VERSION, lambda c: c.exec_driver_sql("DROP TABLE views; DROP TABLE none"))
    with pytest.raises(StoreError):
        open_store(path)
    monkeypatch.undo()
    with open_store(path) as store:
        assert store.views() == {}


def test_a_folder_and_a_missing_folder_are_said_to_be_such(tmp_path):
    with pytest.raises(StoreError) as error:
        open_store(tmp_path)
    assert "folder" in one_sentence(error)
    with pytest.raises(StoreError) as error:
        open_store(tmp_path / "none" / "claims.db")
    assert "folder" in one_sentence(error)


@pytest.mark.parametrize(
    "url", ["mysql://host/claims", "nonsense://x", "postgresql://nobody@127.0.0.1:1/none", "sqlite//:x://"]
)
def test_other_addresses_are_refused_in_a_sentence(url):
    with pytest.raises(StoreError) as error:
        open_store(url)
    one_sentence(error)


def test_a_read_only_store_can_be_read_and_says_why_not_written(path):
    with open_store(path) as store:
        store.save(make_article(), make_claims())
    with open_store(f"sqlite:///file:{path}?mode=ro&uri=true") as store:
        assert len(store.load().claims) == 3
        with pytest.raises(StoreError) as error:
            store.save(make_article(), make_claims())
        assert "read-only" in one_sentence(error)


def test_a_locked_store_says_so_and_keeps_what_it_had(path):
    with open_store(path, timeout=0.1) as store:
        store.save(make_article(), make_claims())
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert len(store.load().claims) == 3
        with pytest.raises(StoreError) as error:
            store.save(make_article(id="other"), ())
        other.execute("ROLLBACK")
        other.close()
        assert "another program" in one_sentence(error)
        assert store.load().documents["document_id"].tolist() == ["shells"]


def test_a_damaged_store_says_so(path):
    with open_store(path) as store:
        for number in range(40):
            article = make_article(id=f"doc-{number}")
            store.save(article, make_claims(article))
    damaged = bytearray(path.read_bytes())
    damaged[4096:] = b"\xff" * (len(damaged) - 4096)
    path.write_bytes(damaged)
    with pytest.raises(StoreError) as error, open_store(path) as store:
        store.load()
    one_sentence(error)


def test_what_another_process_writes_changes_the_version_and_is_loaded(path):
    with open_store(path) as store:
        store.save(make_article(), make_claims())
        before = store.version
        code = (
            "import sys; sys.path.insert(0, 'tests')\n"
            "from factory import make_article; from timeline.store.open import open_store\n"
            "open_store(sys.argv[1]).save(make_article(id='other'), ())"
        )
        subprocess.run([sys.executable, "-c", code, str(path)], check=True)
        assert store.version != before
        assert store.load().documents["document_id"].tolist() == ["shells", "other"]


def test_one_store_opened_twice_sees_both_writers(path):
    with open_store(path) as one, open_store(path) as other:
        one.save(make_article(), make_claims())
        claim = other.load().claims["claim_id"].iloc[0]
        other.correct(claim, {"status": "rejected"}, who="Ben", when=WHEN)
        assert one.load().claims["status"].iloc[0] == "rejected"
        assert one.undo(when=WHEN).startswith("rejected")
        assert other.load().claims["status"].iloc[0] == "extracted"
