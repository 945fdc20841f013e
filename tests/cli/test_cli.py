"""The group itself: light, versioned, exact about its exit codes."""

from __future__ import annotations

import subprocess
import sys

import pytest

from timeline.cli import COMMANDS

HEAVY = ("dash", "plotly", "pandas", "sqlalchemy", "flask", "trafilatura")


def modules_after(code):
    """Heavy modules that are loaded after some code ran in a fresh Python."""
    code += f"\nimport sys; print(*[m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stderr.split("\n")[-2].split()


def test_every_verb_is_listed_and_has_help(run):
    words = run("--help").out
    for verb in COMMANDS:
        assert f"  {verb} " in words
        done = run(verb, "--help")
        assert done.code == 0
        assert "Usage: timeline " + verb in done.out


def test_the_version_is_said(run):
    done = run("--version")
    assert done.code == 0
    assert done.out.startswith("timeline, version ")


def test_an_unknown_verb_ends_with_two(run):
    assert run("destroy").code == 2


def call(*arguments):
    return f"import timeline.cli\ntry: timeline.cli.main({list(arguments)!r})\nexcept SystemExit: pass"


def test_help_loads_none_of_the_heavy_libraries():
    assert modules_after(call("--help")) == []


@pytest.mark.usefixtures("here")
def test_dates_loads_no_tables_and_extract_no_page():
    assert modules_after(call("dates", "news.txt", "-o", "dates.jsonl")) == []
    assert set(modules_after(call("extract", "news.txt", "-o", "claims.jsonl"))) <= {"pandas"}


@pytest.mark.usefixtures("here")
def test_a_reader_that_has_enough_is_no_error():
    code = "import sys\nfrom timeline.cli import main\nmain(['dates', 'news.txt'])"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    process.wait()


def test_a_wrong_setting_is_one_sentence(run, monkeypatch):
    monkeypatch.setenv("TIMELINE_PORT", "many")
    done = run("--version")
    assert done.code == 1
    assert "TIMELINE_PORT" in done.err
