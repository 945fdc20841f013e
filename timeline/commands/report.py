"""What a verb says on stderr while it works: one sentence per bad input, a line of progress, the sum at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from timeline.errors import InputError

T = TypeVar("T")


def count(n: int, one: str, many: str | None = None) -> str:
    """``1 claim``, ``1,204 claims``."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def say(words: str) -> None:
    """One line on stderr."""
    click.echo(words, err=True)


class Tally:
    """Counts what comes by; ``unit`` is what is found in a document."""

    def __init__(self, unit: str) -> None:
        """Start at nothing."""
        self.unit = unit
        self.documents = self.found = self.failed = 0

    def follow(self, outcomes: Iterable[T | InputError], size: Callable[[T], int]) -> Iterator[T]:
        """What could be read, counted; what could not is said, and the rest goes on."""
        with _progress() as show:
            for outcome in outcomes:
                if isinstance(outcome, InputError):
                    self.failed += 1
                    say(str(outcome))
                else:
                    self.documents += 1
                    self.found += size(outcome)
                    yield outcome
                show(self.words)

    @property
    def words(self) -> str:
        """The sum: ``3 documents, 57 claims, 1 could not be read``."""
        said = f"{count(self.documents, 'document')}, {count(self.found, self.unit)}"
        return f"{said}, {self.failed:,} could not be read" if self.failed else said

    def end(self) -> None:
        """Say the sum; a batch of which nothing could be read has failed."""
        say(self.words)
        if not self.documents:
            raise click.exceptions.Exit(1)


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A line that changes, only where a person looks on."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - for terminals only
    from rich.status import Status  # noqa: PLC0415

    with Status("Reading …", console=Console(stderr=True)) as status:
        yield lambda words: status.update(f"{words} …")
