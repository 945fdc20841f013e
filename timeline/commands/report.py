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
    """One line on stderr; a file's name cannot steer the terminal."""
    click.echo(_harmless(words), err=True)


def _harmless(words: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in words)


class Tally:
    """Counts what comes by; ``unit`` is what is found in a document, ``live`` shows how far it is on a terminal."""

    def __init__(self, unit: str, *, live: bool = True) -> None:
        """Start at nothing."""
        self.unit = unit
        self._live = live and sys.stderr.isatty()
        self.documents = self.found = self.failed = 0

    def follow(self, outcomes: Iterable[T | InputError], size: Callable[[T], int]) -> Iterator[T]:
        """What could be read, counted; what could not is said, and the rest goes on."""
        with _progress(live=self._live) as (show, tell):
            for outcome in outcomes:
                if isinstance(outcome, InputError):
                    self.failed += 1
                    tell(str(outcome))
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


def live_beside(output: object) -> bool:
    """Whether a line of progress would not run into what is written: to a file, or not to the same terminal."""
    return output is not None or not sys.stdout.isatty()


Words = Callable[[str], None]


@contextmanager
def _progress(*, live: bool) -> Iterator[tuple[Words, Words]]:
    """A line that changes, only where a person looks on, and how to say something above it."""
    if not live:
        yield lambda _: None, say
        return
    from rich.console import Console  # noqa: PLC0415 - for terminals only
    from rich.status import Status  # noqa: PLC0415

    console = Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True)
    with Status("Reading …", console=console) as status:
        yield lambda words: status.update(f"{words} …"), lambda words: console.print(_harmless(words))
