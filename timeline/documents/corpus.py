"""Corpus JSON Lines → documents: one object a line, ``id`` and ``text``, the rest as CLAIMS names it."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline.datespan import DateSpan
from timeline.documents.charset import decode
from timeline.documents.published import read_published
from timeline.documents.text import make_document
from timeline.errors import DateSpanError, InputError
from timeline.model import Document

KNOWN = ("id", "text", "date", "title", "source", "url", "publisher", "language", "author")
LONGEST_TEXT = 20_000_000
_LONGEST_LINE = 200_000_000  # bytes


def read_jsonl(lines: Iterable[str], source: str, published: DateSpan | None = None) -> Iterator[Document | InputError]:
    """One document or error for every line that is not blank; ``published`` dates the records without a date."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"{source}, line {number}"
            try:
                yield record_document(_parse(line, where), where, source=source, number=number, published=published)
            except InputError as error:
                yield error


def read_json(text: str, source: str, published: DateSpan | None = None) -> Iterator[Document | InputError]:
    """One document or error for each record of a JSON list, alone or under one key; or of one record.

    Raises:
        InputError: not JSON, or nothing in it is a list of records.

    """
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(source, f"not JSON ({error})", "give a list of records with a text each") from error
    lists = [v for v in loaded.values() if isinstance(v, list)] if isinstance(loaded, dict) else [loaded]
    if isinstance(loaded, dict) and isinstance(loaded.get("text"), str):
        lists = [[loaded]]
    if len(lists) != 1 or not isinstance(lists[0], list):
        raise InputError(source, "it holds no list of records", 'give [{"id": …, "text": …, "date": …}, …]')
    for number, record in enumerate(lists[0], start=1):
        where = f"{source}, record {number}"
        try:
            if not isinstance(record, dict):
                raise InputError(where, "not a JSON object", 'write {"id": …, "text": …, "date": …}')  # noqa: TRY301
            yield record_document(record, where, source=source, number=number, published=published)
        except InputError as error:
            yield error


def open_lines(path: Path) -> Iterator[str]:
    """The lines of a corpus file one at a time, so that its size does not matter; a line too long ends in pieces.

    Raises:
        InputError: a line that is no text.

    """
    source = path.as_posix()
    with path.open("rb") as file:
        if file.read(4).startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            file.seek(0)
            yield from decode(file.read(), source).split("\n")
            return
        file.seek(0)
        while line := file.readline(_LONGEST_LINE):
            try:
                yield line.decode("utf-8-sig")
            except UnicodeDecodeError:
                yield decode(line, source)


def record_document(record: Mapping[str, Any], where: str, *, source: str, number: int,
                    published: DateSpan | None = None) -> Document:  # fmt: skip
    """The document of one corpus record; keys beyond the known ones are kept as metadata.

    Carriage returns become spaces or newlines one for one, so that offsets stay those of the corpus's own text.

    Raises:
        InputError: no text, a field of the wrong kind or an impossible date.

    """
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(where, "the record has no text", 'give each record a "text" with the article')
    if len(text) > LONGEST_TEXT:
        raise InputError(where, f"the text is longer than {LONGEST_TEXT:,} characters", "split it into articles")
    try:
        given = read_published(record.get("date"))
    except DateSpanError as error:
        raise InputError(where, "impossible or unclear date", str(error).rstrip(".")) from error
    stem = source.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    own = record.get("id")
    name = str(own).strip() if own is not None and str(own).strip() else f"{stem}-{number}"
    return make_document(
        text.replace("\r\n", " \n").replace("\r", "\n"),
        id=name,
        published=given or published,
        title=_word(record.get("title")),
        source=_word(record.get("source")) or source,
        url=_word(record.get("url")),
        publisher=_word(record.get("publisher")),
        author=_word(record.get("author")),
        language=_word(record.get("language")),
        metadata={str(k): v for k, v in record.items() if k not in KNOWN},
    )


def _parse(line: str, where: str) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(where, f"not JSON ({error})", "write one JSON object per line") from error
    if not isinstance(record, dict):
        raise InputError(where, "not a JSON object", 'write {"id": …, "text": …, "date": …}')
    return record


def _word(value: object) -> str | None:
    """A field as text; numbers and lists are written out, empty fields are none."""
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    text = "" if value is None else str(value).strip()
    return text or None
