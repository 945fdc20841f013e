"""Options that several verbs share, and what a verb is told of the machine: the clock and the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from timeline.datespan import DateSpan
from timeline.errors import DateSpanError
from timeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What only the command line looks at: the time, and what the environment says."""

    clock: Callable[[], datetime]
    settings: Settings


class DateType(click.ParamType):  # type: ignore[type-arg]
    """A date as EDTF; what is none is a usage error that says how to write one."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> DateSpan:
        """The days that ``2014-04-22``, ``2014-04`` or ``2014`` mean."""
        if isinstance(value, DateSpan):
            return value
        try:
            return DateSpan.parse(str(value))
        except DateSpanError as error:
            self.fail(str(error), param, ctx)


class ColumnType(click.ParamType):  # type: ignore[type-arg]
    """``FIELD=COLUMN``: which column of a table is which field of a document."""

    name = "field=column"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The pair."""
        if isinstance(value, tuple):
            return value
        field, sign, column = str(value).partition("=")
        if not sign or not field:
            self.fail(f"{value!r} is no mapping of a column; write it as text=article_content.", param, ctx)
        return field, column


inputs_argument = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
date_option = click.option(
    "--date", "published", type=DateType(), metavar="YYYY-MM-DD",
    help="Date of publication, for the documents that give none of their own.",
)  # fmt: skip
column_option = click.option(
    "--column", "columns", type=ColumnType(), multiple=True, metavar="FIELD=COLUMN",
    help="Which column of a table of articles is which field, as text=article_content; repeat for more.",
)  # fmt: skip
store_option = click.option(
    "--store", metavar="STORE", help="A file, sqlite:///claims.db or postgresql://host/name; else your own store."
)


def output_option(words: str) -> Callable[[Any], Any]:
    """``-o`` with its own help."""
    return click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help=words)
