"""Writes the table of date rules into docs/extraction.md from the rule tables themselves: python docs/date_rules.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from timeline.datespan import DateSpan
from timeline.extract.dates.finder import find_dates
from timeline.extract.dates.language_pack import ENGLISH_RULES
from timeline.extract.dates.modifiers import AFTER, BEFORE, QUANTIFIERS
from timeline.model import Document

PAGE = Path(__file__).with_name("extraction.md")
BEGIN, END = "<!-- begin: date rules, written by docs/date_rules.py -->", "<!-- end: date rules -->"
DAY = date(2014, 4, 22)


def read_example(example: str) -> str:
    """What an example means in a document of 22 April 2014, or a dash where it needs a story around it."""
    for text in (
        f"It happened in {example}.",
        f"It happened on {example}.",
        f"It happened {example}.",
        f"{example} it fell.",
    ):
        mentions = find_dates(Document(id="docs", text=text, published=DateSpan.day(DAY)))
        if len(mentions) == 1 and example.strip(".") in (
            mentions[0].text,
            "in " + mentions[0].text,
            "on " + mentions[0].text,
        ):
            return f"`{mentions[0].timex_value}`"
    return "–"


def rules_table() -> str:
    """The rules and modifiers as Markdown tables."""
    lines = ["| rule | examples | value in a document of 22 April 2014 |", "| --- | --- | --- |"]
    examples: dict[str, list[str]] = {}
    for rule in ENGLISH_RULES:
        examples.setdefault(rule.name, []).extend(rule.examples)
    for name, found in examples.items():
        shown = found[:6]
        if shown:
            lines.append(f"| `{name}` | {' · '.join(shown)} | {' · '.join(map(read_example, shown))} |")
    lines += ["", "| words that belong to the expression | example |", "| --- | --- |"]
    lines += [f"| `{m.name}` | {m.example} |" for m in (*BEFORE, *QUANTIFIERS, *AFTER)]
    return "\n".join(lines)


def page_with_rules(page: str) -> str:
    """The page with its table renewed."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{rules_table()}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page_with_rules(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
