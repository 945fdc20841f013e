"""``timeline extract``: articles → claims in the exchange format, or a table."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import click

from timeline.commands.options import Surroundings, column_option, date_option, inputs_argument, output_option
from timeline.commands.output import check_output, open_output
from timeline.commands.report import Tally, live_beside
from timeline.datespan import DateSpan
from timeline.export.jsonl import write_jsonl
from timeline.export.write import FORMATS, find_format, write_export
from timeline.frame.tables import ClaimTables, to_tables
from timeline.pipeline import Extracted, extract_all

_AT_ONCE = 32  # documents whose claims are written together
SUFFIXES = (*(f.suffix for f in FORMATS.values() if not f.needs_figure), ".ndjson")


@click.command()
@inputs_argument
@output_option(
    "Where to write: .jsonl, .csv, .xlsx, .parquet and others, by the suffix. Without it JSON Lines on stdout."
)
@date_option
@column_option
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes to extract with.")
@click.pass_obj
def extract(
    surroundings: Surroundings,
    inputs: Sequence[str],
    output: Path | None,
    published: DateSpan | None,
    columns: Sequence[tuple[str, str]],
    jobs: int,
) -> None:
    """Find the dated claims in articles.

    INPUT is a file, folder, archive, address or corpus (.jsonl, .csv, .parquet, .xlsx).
    """
    if output is not None:
        check_output(output, SUFFIXES)
    gc.set_threshold(50_000, 20, 50)  # frozen mentions make no cycles; looking for them costs a tenth of the time
    tally = Tally("claim", live=live_beside(output))
    allow_private = surroundings.settings.allow_private_urls
    outcomes = extract_all(inputs, published, jobs=jobs, columns=dict(columns), allow_private=allow_private)
    found = tally.follow(outcomes, lambda e: len(e.claims))
    if output is None or find_format(output) == "jsonl":
        with open_output(output) as file:
            for tables in _batches(found):
                file.write(write_jsonl(tables))
                file.flush()
            tally.end()
        return
    tables = _tables(list(found))
    if tally.documents:
        made = surroundings.clock().date()
        write_export(tables, output, description="all claims", made=made)
    tally.end()


def _batches(found: Iterator[Extracted]) -> Iterator[ClaimTables]:
    while batch := list(islice(found, _AT_ONCE)):
        yield _tables(batch)


def _tables(batch: list[Extracted]) -> ClaimTables:
    return to_tables((e.document for e in batch), (c for e in batch for c in e.claims))
