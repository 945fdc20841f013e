"""The command line run in this process, in an empty folder, with a store of its own."""

from __future__ import annotations

import pytest

from timeline import cli

ARTICLE = "Shells killed 12 people in Qasra on Monday, the ministry said. Rebels took the bridge on 3 March 2016.\n"


class Run:
    """What one call did: its exit code and what it wrote."""

    def __init__(self, code, captured):
        self.code = code
        self.out = captured.out
        self.err = captured.err


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in, with an article in it; the user's own data and settings are elsewhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    for name in ("TIMELINE_STORE", "TIMELINE_HOST", "TIMELINE_PORT"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "news.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


@pytest.fixture
def run(here, capsys):
    """``run("extract", "news.txt")`` gives what the call did."""

    def call(*arguments):
        with pytest.raises(SystemExit) as ended:
            cli.main([str(a) for a in arguments])
        return Run(ended.value.code, capsys.readouterr())

    return call
