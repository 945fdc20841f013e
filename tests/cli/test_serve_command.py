"""The page on this machine: a demonstration, articles given, a store kept; a taken port is said."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request

import pytest

from timeline.commands import serve as serving
from timeline.errors import InputError
from timeline.settings import Settings
from timeline.store.open import open_store


@pytest.fixture
def serve(here):
    """Starts ``timeline serve`` on a free port; gives its first line, its address and the process."""
    started = []

    def start(*arguments):
        command = [
            sys.executable,
            "-c",
            "from timeline.cli import main; main()",
            "serve",
            "--no-browser",
            "--port",
            "0",
            *arguments,
        ]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=here)
        started.append(process)
        timer = threading.Timer(60, process.kill)
        timer.start()
        line = process.stdout.readline()
        timer.cancel()
        found = re.search(r"http://\S+", line)
        return line, found and found[0], process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def end(process):
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    return process.returncode, err


def test_without_anything_it_shows_the_first_article_and_keeps_nothing(serve, here):
    line, address, process = serve()
    assert int(line.split()[0]) >= 15
    with urllib.request.urlopen(address) as answer:
        assert answer.status == 200
        assert b"<html" in answer.read()
    with urllib.request.urlopen(address + "export/timeline.csv") as answer:
        assert b"2014-04-18" in answer.read()
    code, err = end(process)
    assert code == 0
    assert "demonstration" in err
    assert "Traceback" not in err
    assert not (here / "own").exists()


def test_articles_given_are_kept_in_the_users_own_store_and_shown_again(serve, here):
    line, _, process = serve("news.txt", "none.txt", "--date", "2016-03-09")
    _, err = end(process)
    assert "none.txt" in err
    (own,) = (here / "own").rglob("claims.db")
    assert f"Kept in {own}" in err
    again, _, process = serve()
    end(process)
    assert again.split()[0] == line.split()[0]


def test_two_files_of_one_name_are_two_documents_and_one_file_twice_is_one(here):
    store = open_store(":memory:")
    (here / "other").mkdir()
    (here / "other" / "news.txt").write_text("Rebels fled Qasra on 4 March 2016.", "utf-8")
    for path in ("news.txt", "other/news.txt", "news.txt", "other/news.txt"):
        serving._add(store, [here / path], None, Settings())
    tables = store.load()
    store.close()
    assert tables.documents["document_id"].tolist() == ["news", "news-2"]
    assert set(tables.claims["document_id"]) == {"news", "news-2"}


def test_a_store_named_is_shown_whatever_is_in_it(serve, here):
    line, _, process = serve("--store", "empty.db")
    assert line.startswith("0 claims")
    end(process)
    with open_store(here / "empty.db") as store:
        assert store.load().documents.empty


def test_only_unreadable_articles_and_nothing_kept_before_fails(run):
    done = run("serve", "none.txt", "--no-browser", "--store", "new.db")
    assert done.code == 1
    assert "none.txt" in done.err


def test_a_file_that_is_no_store_is_one_sentence(run, here):
    (here / "notes.db").write_text("Rebels took the bridge.\n" * 50, "utf-8")
    done = run("serve", "--store", "notes.db", "--no-browser")
    assert done.code == 1
    assert done.err.startswith("Error: notes.db: this file is no store")


@pytest.fixture
def taken():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_taken_port_is_said_and_the_next_is_used(taken, capsys):
    with serving._listen("127.0.0.1", taken) as listening:
        assert taken < listening.getsockname()[1] <= taken + serving._PORTS
    assert f"Port {taken} is taken" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["203.0.113.7", "no such host", "x" * 300])
def test_a_strange_host_is_one_sentence(host):
    with pytest.raises(InputError, match="cannot be served on"):
        serving._listen(host, 0)


def test_no_free_port_is_one_sentence(taken, monkeypatch):
    monkeypatch.setattr(serving, "_PORTS", 1)
    with pytest.raises(InputError, match="taken"):
        serving._listen("127.0.0.1", taken)


def test_a_browser_is_opened_only_where_a_person_looks_on(monkeypatch, capsys):
    opened = []
    monkeypatch.setattr(serving.threading, "Timer", lambda *given: opened.append(given[2]) or threading.Thread())
    with serving._listen("127.0.0.1", 0) as listening:
        serving._tell(listening, 3, browser=False)
        assert not opened
        serving._tell(listening, 3, browser=True)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    assert opened == [[address]]
    assert capsys.readouterr().out.splitlines()[0] == f"3 claims at {address} (end with Ctrl C)"


def test_an_address_that_others_reach_is_warned_of(capsys):
    with serving._listen("0.0.0.0", 0) as listening:
        serving._tell(listening, 3, browser=False)
    assert "no passwords" in capsys.readouterr().err
