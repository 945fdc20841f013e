"""Claims as a readable Markdown chronology: by year, each with its own words, who says so, and a numbered source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.export.about import About
from timeline.export.words import Entry, credit, make_entries, toll
from timeline.frame.tables import ClaimTables

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~{}])")
_LIST_START = re.compile(r"^([+-]|\d+[.)])(?=\s|$)", re.MULTILINE)


def write_chronology(tables: ClaimTables, about: About) -> bytes:
    """The bytes of the Markdown text; claims without a date stand under “Undated”."""
    return ("\n".join(_lines(tables, about)) + "\n").encode("utf-8", errors="replace")


def _lines(tables: ClaimTables, about: About) -> Iterator[str]:
    yield f"# {_plain(about.title)}"
    yield ""
    size = f"{about.claims:,} claims from {about.documents:,} documents"
    yield f"{_plain(about.description)} — {size}, made on {about.made.isoformat()}."
    numbers: dict[str, int] = {}
    listed: list[str] = []
    heading = ""
    for entry in make_entries(tables):
        first = entry.start or entry.end
        year = str(first.year) if first else "Undated"
        if year != heading:
            heading = year
            yield from ("", f"## {year}", "")
        key = entry.row["document_id"] if not entry.row["dataset"] else entry.row["dataset"]
        if key not in numbers:
            numbers[key] = len(numbers) + 1
            listed.append(_source(entry))
        yield f"- **{_plain(entry.when)}** — {_body(entry)} [{numbers[key]}]"
    yield from ("", "## Sources", "")
    yield from (f"{number}. {words}" for number, words in enumerate(listed, start=1))


def _body(entry: Entry) -> str:
    row = entry.row
    quote = f"“{_plain(row['sentence_text'])}”" if row["sentence_text"] else _plain(row["event_text"])
    facts = [f"{kind} {count}" for kind in ("killed", "injured") if (count := toll(row, kind))]
    if row["attribution"]:
        facts.append(f"said by {row['attribution']}")
    if entry.dated and row["date_basis"] in ("inherited", "dct"):
        facts.append(
            {"inherited": "dated elsewhere in the document", "dct": "dated by the document"}[row["date_basis"]]
        )
    if row["hedged"]:
        facts.append("the text marks doubt")
    return f"{quote} ({_plain('; '.join(facts))})" if facts else quote


def _source(entry: Entry) -> str:
    row = entry.row
    if row["dataset"]:
        return _plain(". ".join(p for p in (row["dataset"], row["licence"]) if p))
    words = _plain(credit(row) or row["document_id"])
    url = row["url"]
    safe = url.startswith(("http://", "https://")) and not re.search(r"[\s<>]", url)
    return f"{words}. <{url}>" if safe else words


def _plain(value: str) -> str:
    """Words on one line with every Markdown sign escaped."""
    return _LIST_START.sub(r"\\\1", _SPECIAL.sub(r"\\\1", " ".join(value.split())))
