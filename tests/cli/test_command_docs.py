"""docs/command-line.md names options that are there, and all of them but the filter's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.cli import COMMANDS
from timeline.query.url import KEYS

WORDS = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


@pytest.mark.parametrize("verb", COMMANDS)
def test_the_synopsis_names_options_that_are_there(run, verb):
    line = next(line for line in WORDS.splitlines() if line.startswith(f"timeline {verb} "))
    there = set(OPTION.findall(run(verb, "--help").out))
    assert set(OPTION.findall(line)) <= there


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_option_is_described(run, verb):
    there = set(OPTION.findall(run(verb, "--help").out)) - {"--output", "--help"}
    there -= {f"--{key.replace('_', '-')}" for key in KEYS}
    assert there <= set(OPTION.findall(WORDS))
