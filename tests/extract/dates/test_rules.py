"""The rule tables themselves: every rule has examples, and the page that lists them is up to date."""

import importlib.util
from pathlib import Path

from tests.extract.dates.reading_tables import find
from timeline.extract.dates.language_pack import ENGLISH_RULES
from timeline.extract.dates.modifiers import AFTER, BEFORE

ROOT = Path(__file__).resolve().parents[3]


def test_rule_names_say_what_they_read_once() -> None:
    names = [r.name for r in ENGLISH_RULES if r.name != "named-day"]
    assert len(names) == len(set(names))


def test_the_examples_of_a_rule_are_found() -> None:
    lost = []
    for rule in ENGLISH_RULES:
        for example in rule.examples:
            bare = example.partition(" (")[0]
            if rule.name == "age" or bare != example:
                continue
            found = [
                m
                for text in (
                    f"It fell on {bare}.",
                    f"It was {bare} that fell.",
                    f"He met them {bare}, {bare}.",
                    f"They fell at {bare}.",
                )
                for m in find(text)
            ]
            if not found:
                lost.append((rule.name, example))
    allowed = {"ancient-year", "compound-duration", "year-ago", "story-time", "to-date", "relative-unit-run-on"}
    assert [e for e in lost if e[0] not in allowed] == []


def test_the_examples_of_the_modifiers_are_taken_in_whole() -> None:
    for modifier in (*BEFORE, *AFTER):
        if modifier.name in ("early-in", "rest"):
            continue
        assert modifier.example in [m.text for m in find(f"It fell {modifier.example}.")], modifier.name


def test_the_page_of_rules_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("date_rules", ROOT / "docs" / "date_rules.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
    assert module.page_with_rules(page) == page, "run python docs/date_rules.py"
