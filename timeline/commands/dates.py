"""``timeline dates``: articles → their temporal expressions as TIMEX3 records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from timeline.commands.options import Surroundings, column_option, date_option, inputs_argument, output_option
from timeline.commands.output import check_output, open_output
from timeline.commands.report import Tally, live_beside
from timeline.datespan import DateSpan
from timeline.documents.read import read_documents
from timeline.errors import InputError
from timeline.extract.dates.dct import date_document
from timeline.extract.dates.finder import find_dates
from timeline.extract.dates.timex import to_timex_records
from timeline.model import Document

Records = list[dict[str, Any]]


@click.command()
@inputs_argument
@output_option("Where to write, a .jsonl file; without it stdout.")
@date_option
@column_option
@click.pass_obj
def dates(
    surroundings: Surroundings,
    inputs: Sequence[str],
    output: Path | None,
    published: DateSpan | None,
    columns: Sequence[tuple[str, str]],
) -> None:
    """Find every date, time, duration and set in articles.

    One JSON object a line: doc, start, end, text, type and value as TIMEX3, edtf (null where it has no days).
    """
    if output is not None:
        check_output(output, (".jsonl", ".ndjson"))
    tally = Tally("expression", live=live_beside(output))
    allow_private = surroundings.settings.allow_private_urls
    documents = read_documents(inputs, published, columns=dict(columns), allow_private=allow_private)
    encode = json.JSONEncoder(ensure_ascii=False).encode
    with open_output(output) as file:
        for records in tally.follow(_read(documents), lambda rs: sum("start" in r for r in rs)):
            file.write("".join(encode(r) + "\n" for r in records).encode("utf-8", errors="replace"))
            file.flush()
        tally.end()


def _read(documents: Iterable[Document | InputError]) -> Iterator[Records | InputError]:
    for found in documents:
        if isinstance(found, InputError):
            yield found
            continue
        try:
            document = date_document(found)
            yield list(to_timex_records(document, find_dates(document)))
        except Exception as error:  # noqa: BLE001 - whatever a strange text does, the others are still read
            yield InputError(found.id, f"its dates could not be found ({type(error).__name__})", "report the text")
