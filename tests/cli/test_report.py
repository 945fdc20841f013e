"""What stands on stderr while a verb works."""

from __future__ import annotations

import io
import sys

import click
import pytest

from timeline.commands.report import Tally, count, live_beside, say
from timeline.errors import InputError


class Terminal(io.StringIO):
    def isatty(self):
        return True


def outcomes():
    yield "abc"
    yield InputError("a.txt", "it is empty", "give another")
    yield "de"


def test_counts_are_words():
    assert [count(n, "claim") for n in (0, 1, 1204)] == ["0 claims", "1 claim", "1,204 claims"]
    assert count(2, "entry", "entries") == "2 entries"


def test_what_could_be_read_goes_on_and_the_sum_is_said(capsys):
    tally = Tally("letter")
    assert list(tally.follow(outcomes(), len)) == ["abc", "de"]
    tally.end()
    assert capsys.readouterr().err.splitlines() == [
        "a.txt: it is empty; give another.",
        "2 documents, 5 letters, 1 could not be read",
    ]


def test_nothing_read_fails(capsys):
    tally = Tally("letter")
    with pytest.raises(click.exceptions.Exit) as ended:
        tally.end()
    assert ended.value.exit_code == 1
    assert capsys.readouterr().err == "0 documents, 0 letters\n"


def test_a_terminal_shows_how_far_it_is_and_errors_above_it(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    list(Tally("letter").follow(outcomes(), len))
    shown = sys.stderr.getvalue()
    assert "1 document, 3 letters" in shown
    assert "a.txt: it is empty; give another.\n" in shown
    monkeypatch.setattr(sys, "stderr", Terminal())
    list(Tally("letter", live=False).follow(outcomes(), len))
    assert sys.stderr.getvalue() == "a.txt: it is empty; give another.\n"


def test_progress_stays_away_from_output_on_the_same_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert not live_beside(None)
    assert live_beside("claims.csv")


def test_a_files_name_cannot_steer_the_terminal(capsys):
    say("\x1b[2Jevil.txt\r: it is empty")
    assert capsys.readouterr().err == "\ufffd[2Jevil.txt\ufffd: it is empty\n"
