"""Writes the tables of docs/schema.md from the schema itself: python docs/schema_page.py."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from timeline.frame.check import REQUIRED, VOCABULARIES
from timeline.frame.columns import TABLES
from timeline.frame.tables import DTYPES

PAGE = Path(__file__).with_name("schema.md")
BEGIN, END = "<!-- begin: {}, written by docs/schema_page.py -->", "<!-- end: {} -->"
TITLES = {
    "documents": "one row per document, with its text",
    "claims": "one row per claim, scalars only",
    "claim_actors": "who takes part, one row per claim and actor",
    "claim_places": "where, one row per claim and place",
    "claim_quantities": "reported numbers, one row per claim and number",
    "claim_attributions": "who is said to say so, one row per claim and source",
}


def schema_tables() -> str:
    """The six tables with every column, its type in pandas and what it holds; columns never empty are in bold."""
    lines = []
    for name, columns in TABLES.items():
        lines += [f"### `{name}`: {TITLES[name]}", "", "| column | type | what |", "| --- | --- | --- |"]
        for column in columns:
            shown = f"**`{column.name}`**" if column.name in REQUIRED[name] else f"`{column.name}`"
            lines.append(f"| {shown} | {DTYPES[column.kind]} | {column.meaning} |")
        lines.append("")
    return "\n".join(lines).strip()


def vocabularies() -> str:
    """The closed lists of words, each once, with the columns that take them."""
    columns: dict[type[StrEnum], list[str]] = {}
    for (table, column), words in VOCABULARIES.items():
        columns.setdefault(words, []).append(f"`{table}.{column}`")
    lines = ["| columns | values |", "| --- | --- |"]
    lines += [
        f"| {', '.join(names)} | {', '.join(f'`{w.value}`' for w in words)} |" for words, names in columns.items()
    ]
    return "\n".join(lines)


def parts() -> Iterator[tuple[str, str]]:
    """Name and text of each written part."""
    yield "tables", schema_tables()
    yield "vocabularies", vocabularies()


def page_with_parts(page: str) -> str:
    """The page with its written parts renewed."""
    for name, text in parts():
        before, _, rest = page.partition(BEGIN.format(name))
        _, _, after = rest.partition(END.format(name))
        page = f"{before}{BEGIN.format(name)}\n\n{text}\n\n{END.format(name)}{after}"
    return page


if __name__ == "__main__":
    PAGE.write_text(page_with_parts(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
