"""Claims as a readable Markdown chronology: by year, each with its own words, who says so, and a numbered source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from timeline.export.about import About
from timeline.export.words import Entry, credit, make_entries, toll
from timeline.frame.tables import ClaimTables

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~{}])")
_LIST_START = re.compile(r"^([+-]|\d+[.)])(?=\s|$)", re.MULTILINE)
_BASES = {"inherited": "dated elsewhere in the document", "dct": "dated by the document"}


def write_chronology(tables: ClaimTables, about: About) -> bytes:
    """The bytes of the Markdown text; claims without a date stand under “Undated”."""
    return ("\n".join(_lines(tables, about)) + "\n").encode("utf-8", errors="replace")


def _lines(tables: ClaimTables, about: About) -> Iterator[str]:
    yield f"# {_plain(about.title)}"
    yield ""
    size = f"{_counted(about.claims, 'claim')} from {_counted(about.documents, 'document')}"
    yield f"{_plain(about.description)} — {size}, made on {about.made.isoformat()}."
    numbers: dict[str, int] = {}
    listed: list[str] = []
    heading = ""
    for told in _together(make_entries(tables)):
        entry = told[0]
        first = entry.start or entry.end
        year = str(first.year) if first else "Undated"
        if year != heading:
            heading = year
            yield from ("", f"## {year}", "")
        key = entry.row["document_id"] if not entry.row["dataset"] else entry.row["dataset"]
        if key not in numbers:
            numbers[key] = len(numbers) + 1
            listed.append(_source(entry))
        yield f"- **{_plain(entry.when)}** — {_body(told)} [{numbers[key]}]"
    yield from ("", "## Sources", "")
    yield from (f"{number}. {words}" for number, words in enumerate(listed, start=1))


def _together(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Claims of one date and one sentence side by side: the reader reads the sentence once."""
    for _, group in groupby(
        entries, key=lambda e: (e.when, e.row["document_id"], e.row["sentence_text"] or e.row["claim_id"])
    ):
        yield list(group)


def _body(told: Sequence[Entry]) -> str:
    row = told[0].row
    quote = f"“{_plain(row['sentence_text'])}”" if row["sentence_text"] else _plain(row["event_text"])
    said = dict.fromkeys(fact for entry in told for fact in _facts(entry))
    facts = [*([f"{len(told)} claims"] if len(told) > 1 else []), *said]
    return f"{quote} ({_plain('; '.join(facts))})" if facts else quote


def _facts(entry: Entry) -> Iterator[str]:
    row = entry.row
    yield from (f"{kind} {count}" for kind in ("killed", "injured") if (count := toll(row, kind)))
    if row["attribution"]:
        yield f"said by {row['attribution']}"
    if entry.dated and row["date_basis"] in _BASES:
        yield _BASES[row["date_basis"]]
    if row["hedged"]:
        yield "the text marks doubt"


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"


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
