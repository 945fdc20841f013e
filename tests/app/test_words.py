"""The catalogue holds every word the page asks for, and no word it does not."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import timeline.app
from timeline.app.words import ENGLISH, named, say
from timeline.datespan import DateBasis, Precision
from timeline.model import DocumentDateBasis, EventType, QuantityKind, Role, Status

CODE = "\n".join(p.read_text("utf-8") for p in Path(timeline.app.__file__).parent.glob("*.py"))


def test_every_key_asked_for_is_in_the_catalogue():
    asked = set(re.findall(r'say\("([a-z_.-]+)"', CODE))
    assert asked
    assert asked <= set(ENGLISH)


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("type", EventType),
        ("role", Role),
        ("kind", QuantityKind),
        ("status", Status),
        ("precision", Precision),
        ("basis", DateBasis),
        ("dated", DocumentDateBasis),
    ],
)
def test_every_value_of_the_schema_has_a_word(prefix, values):
    assert [v.value for v in values if f"{prefix}.{v.value}" not in ENGLISH] == []


def test_a_value_the_catalogue_does_not_know_is_shown_in_its_own_words():
    assert named("type", "air_drop") == "Air drop"


def test_values_are_filled_in():
    assert say("count", shown="3", all="16") == "3 of 16 claims"


def test_no_word_is_empty_and_every_blank_has_a_name():
    for key, words in ENGLISH.items():
        assert words.strip(), key
        assert all(name != "" for _, name, _, _ in Formatter().parse(words) if name is not None), key
