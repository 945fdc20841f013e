"""Corpora as tables (.csv, .tsv, .parquet, .xlsx) → documents; columns are told or known by their names."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from timeline.datespan import DateSpan
from timeline.documents.charset import decode
from timeline.documents.corpus import KNOWN, record_document
from timeline.documents.published import column_order, read_published
from timeline.errors import DateSpanError, InputError
from timeline.model import Document

# Column names by which corpora call a field, in the order they are preferred; case and signs do not matter.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "unitid", "docid", "documentid", "articleid", "uid", "guid"),
    "text": ("text", "articlecontent", "content", "body", "fulltext", "articletext", "maintext", "article", "story",
             "transcript"),
    "date": ("date", "published", "publishedat", "publicationdate", "publishdate", "datepublished", "pubdate",
             "articledate"),
    "title": ("title", "articletitle", "headline", "heading"),
    "source": ("source", "sourcename"),
    "url": ("url", "link", "articleurl", "sourceurl", "weburl"),
    "publisher": ("publisher", "outlet", "newspaper", "publication", "sitename", "media"),
    "language": ("language", "lang"),
    "author": ("author", "authors", "byline"),
}  # fmt: skip
csv.field_size_limit(2**31 - 1)  # one limit for the whole process: never lowered for one file


def read_table(data: bytes, source: str, published: DateSpan | None = None,
               columns: Mapping[str, str] | None = None) -> Iterator[Document | InputError]:  # fmt: skip
    """One document or error per row; ``columns`` maps our fields to the table's columns, ``""`` to leave one out.

    All-number dates are read in the order that the date column itself shows; where it shows none they are refused.

    Raises:
        InputError: not a table, or no column with the text.

    """
    rows = _rows(data, source)
    names = next(rows)
    chosen = _columns(names, source, columns or {})
    listed = list(rows)
    at = names.index(chosen["date"]) if "date" in chosen else None
    order = column_order([str(r[at]) for r in listed if at is not None and len(r) > at])
    for number, cells in enumerate(listed, start=1):
        where = f"{source}, row {number}"
        try:
            yield _document(names, cells, chosen, where, source=source, number=number, order=order, published=published)
        except InputError as error:
            yield error


def _document(names: Sequence[str], cells: Sequence[Any], chosen: Mapping[str, str], where: str, *, source: str,
              number: int, order: str | None, published: DateSpan | None) -> Document:  # fmt: skip
    if len(cells) != len(names):
        problem = f"{len(cells)} cells where the header has {len(names)}"
        raise InputError(where, problem, "quote the cells that hold commas or line ends")
    row = dict(zip(names, cells, strict=True))
    record = {field: row[column] for field, column in chosen.items()}
    try:
        record["date"] = read_published(record["date"], order) if "date" in record else None
    except DateSpanError as error:
        raise InputError(where, "impossible or unclear date", str(error).rstrip(".")) from error
    rest = {k: v for k, v in row.items() if k not in chosen.values() and k not in KNOWN and _filled(v)}
    if record["date"] is not None:
        record["date"] = record["date"].edtf
    return record_document(record | rest, where, source=source, number=number, published=published)


def _columns(names: list[str], source: str, told: Mapping[str, str]) -> dict[str, str]:
    if missing := [c for c in told.values() if c and c not in names]:
        raise InputError(source, f"there is no column {missing[0]!r}", f"choose among {', '.join(names[:30])}")
    plain = {re.sub(r"[\W_]+", "", n).casefold(): n for n in reversed(names)}
    found = dict(told)
    for field, aliases in NAMES.items():
        hit = next((plain[a] for a in aliases if a in plain and plain[a] not in found.values()), None)
        if field not in found and hit is not None:
            found[field] = hit
    if not found.get("text"):
        remedy = (
            f"say which column it is (text=…), among {', '.join(names[:30])}; event data go through timeline import"
        )
        raise InputError(source, "no column of the table is known to hold the articles' text", remedy)
    return {field: column for field, column in found.items() if column}


def _rows(data: bytes, source: str) -> Iterator[list[Any]]:
    suffix = source.rsplit(".", 1)[-1].lower()
    if suffix in ("parquet", "xlsx"):
        yield from _frame_rows(data, source, suffix)
        return
    text = decode(data, source).replace("\x00", "")
    first = re.sub(r'"[^"]*"', "", text.split("\n", 1)[0])
    delimiter = max(",;\t|", key=first.count) if suffix != "tsv" else "\t"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(filter(None, reader)):
            yield [c.strip() for c in cells] if number == 0 else cells
    except csv.Error as error:
        raise InputError(source, f"the table breaks off ({error})", "save it as CSV anew") from error


def _frame_rows(data: bytes, source: str, suffix: str) -> Iterator[list[Any]]:
    try:
        frame = (
            pd.read_parquet(io.BytesIO(data)) if suffix == "parquet" else pd.read_excel(io.BytesIO(data), dtype=object)
        )
    except Exception as error:  # pyarrow, openpyxl and zipfile each raise their own
        raise InputError(source, f"the table cannot be read ({type(error).__name__})", "save it as CSV") from error
    yield [str(c).strip() for c in frame.columns]
    for row in frame.astype(object).where(frame.notna(), None).itertuples(index=False):
        yield list(row)


def _filled(value: Any) -> bool:
    return value is not None and str(value).strip() != ""
