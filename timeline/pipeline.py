"""Input → documents → claims: what the page, the command line and notebooks call. Nothing is stored here.

One bad document is one error and the batch goes on, whatever it does to the code that reads it.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from timeline.datespan import DateSpan
from timeline.documents.read import read_documents
from timeline.errors import InputError
from timeline.extract.claims.combine import extract_claims
from timeline.extract.dates.dct import date_document
from timeline.model import Claim, Document

_AHEAD = 8  # documents per process that wait; more would only fill the memory


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document with its own date settled, and its claims."""

    document: Document
    claims: tuple[Claim, ...]


Outcome = Extracted | InputError


def extract_document(document: Document) -> tuple[Document, tuple[Claim, ...]]:
    """The document with its own date settled, and its claims; a pure function of the document."""
    dated = date_document(document)
    return dated, extract_claims(dated)


def extract_all(
    inputs: Iterable[str | Path],
    published: DateSpan | None = None,
    *,
    jobs: int = 1,
    columns: Mapping[str, str] | None = None,
    allow_private: bool = False,
) -> Iterator[Outcome]:
    """The claims of every document in these inputs, in order, document ids unique; an error for each bad one.

    Args:
        inputs: as ``read_documents`` takes them.
        published: the date of documents whose own record gives none.
        jobs: processes that extract at the same time; with 1 nothing is started.
        columns: a corpus table's columns by our fields.
        allow_private: whether addresses of the own network may be fetched.

    """
    found = read_documents(inputs, published, columns=columns, allow_private=allow_private)
    return extract_documents(found, jobs=jobs)


def extract_documents(found: Iterable[Document | InputError], *, jobs: int = 1) -> Iterator[Outcome]:
    """The same of documents that are read already; errors among them are passed on."""
    guarded = _guarded(found)
    return map(_outcome, guarded) if jobs <= 1 else _in_processes(guarded, jobs)


def _guarded(found: Iterable[Document | InputError]) -> Iterator[Document | InputError]:
    """What is read; if reading itself breaks, the error instead of the rest."""
    try:
        yield from found
    except Exception as error:  # noqa: BLE001 - a reader that breaks must not take what was read with it
        yield InputError("The inputs", f"reading ended early ({_words(error)})", "give the files left one by one")


def _outcome(found: Document | InputError) -> Outcome:
    if isinstance(found, InputError):
        return found
    try:
        return Extracted(*extract_document(found))
    except Exception as error:  # noqa: BLE001 - whatever a strange text does, the others are still extracted
        return _failed(found, _words(error))


def _failed(document: Document, why: str) -> InputError:
    name = document.id if document.source is None else f"{document.source} ({document.id})"
    return InputError(
        name, f"its claims could not be extracted ({why})", "report the text; the others are not affected"
    )


def _words(error: BaseException) -> str:
    said = " ".join(str(error).split())[:120]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _in_processes(found: Iterator[Document | InputError], jobs: int) -> Iterator[Outcome]:
    """The same in processes of their own, in order; a process that dies costs only the document it died of."""
    pool = _pool(jobs)
    waiting: deque[tuple[Document | InputError, Future[Outcome] | None]] = deque()
    try:
        while True:
            for one in islice(found, max(0, jobs * _AHEAD - len(waiting))):
                waiting.append((one, None if isinstance(one, InputError) else pool.submit(_outcome, one)))
            if not waiting:
                return
            one, future = waiting.popleft()
            if future is None or isinstance(one, InputError):
                yield _outcome(one)
                continue
            try:
                yield future.result()
            except BrokenProcessPool:
                yield _alone(one)
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(jobs)
                # Those that waited died with it and are begun again.
                waiting = deque((d, f and pool.submit(_outcome, d)) for d, f in waiting)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _alone(document: Document) -> Outcome:
    """A document that was at work when a process died, tried in a process of its own."""
    with _pool(1) as pool:
        try:
            return pool.submit(_outcome, document).result()
        except BrokenProcessPool:
            return _failed(document, "the process that read it died")


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Not forked: a fork copies locks that threads of the caller may hold.
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
