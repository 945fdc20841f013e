"""What comes in by the page: articles pasted or dropped, event datasets dropped; read on a thread, one error each.

What was stored before stays stored whatever happens here: each document is one transaction of its own.
"""

from __future__ import annotations

import hashlib
import re
import threading
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from timeline.datasets.load import find_schema_of, import_bytes
from timeline.datasets.result import Imported
from timeline.datespan import DateSpan
from timeline.documents.read import read_bytes, read_documents
from timeline.documents.text import make_document
from timeline.errors import InputError, TimelineError
from timeline.model import Claim, Document

Outcome = tuple[str, str, int] | Imported | str
Extract = Callable[[Document], tuple[Document, tuple[Claim, ...]]]
LONGEST_TEXT = 5_000_000  # characters pasted; a book has one million


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: what is being read, what is done, what failed and why."""

    at: int
    n: int
    name: str
    added: tuple[tuple[str, str, int], ...] = ()  # document id, title, number of claims
    errors: tuple[str, ...] = ()
    imported: tuple[str, ...] = ()  # of each dataset: N of M and why, and what its owner asks to be told
    finished: bool = False


@dataclass(slots=True)
class _Job:
    progress: Progress
    lock: threading.Lock = field(default_factory=threading.Lock)


class Intake:
    """Imports running or done; a page asks for the progress of its own by number."""

    def __init__(self, store: Any, extract: Extract, *, allow_private: bool = False) -> None:
        self._store = store
        self._extract = extract
        self._allow_private = allow_private  # whether addresses of the own network may be fetched
        self._jobs: dict[int, _Job] = {}
        self._numbers = count(1)

    def start(self, files: Sequence[tuple[str, bytes | None]], published: DateSpan | None) -> int:
        """Begin to read files on a thread; the number to ask for progress with.

        A file without bytes is a web address, fetched under that name.
        """
        number = next(self._numbers)
        self._jobs[number] = _Job(Progress(0, len(files), files[0][0] if files else ""))
        thread = threading.Thread(target=self._run, args=(number, files, published), daemon=True)
        thread.start()
        return number

    def progress(self, number: int) -> Progress | None:
        """How far import ``number`` is; ``None`` when the server has not heard of it."""
        job = self._jobs.get(number)
        return job.progress if job else None

    def add_text(self, text: str, title: str, published: DateSpan | None) -> tuple[str, str, int]:
        """Read, extract and store one pasted text: its document id, title and number of claims.

        Raises:
            InputError: there is nothing to read, or far too much.

        """
        if not text.strip():
            raise InputError(title or "The text", "it is empty", "paste an article or drop a file")
        if len(text) > LONGEST_TEXT:
            raise InputError(title or "The text", f"it has {len(text):,} characters", "save it as a file and drop that")
        document = make_document(text, id="new", published=published, title=title or None, source="pasted")
        return self._add(replace(document, id=new_id(document)))

    def _add(self, document: Document) -> tuple[str, str, int]:
        dated, claims = self._extract(document)
        self._store.save(dated, claims)
        return dated.id, dated.title or dated.id, len(claims)

    def _import(self, data: bytes, name: str, schema: str) -> Imported | str:
        """The rows of a dataset, stored; the reason where not one could be read."""
        found = import_bytes(data, name, schema=schema)
        if not found.counts["imported"]:
            return f"{name}: {found.summary}"
        self._store.save_tables(found.tables)
        return found

    def _run(self, number: int, files: Sequence[tuple[str, bytes | None]], published: DateSpan | None) -> None:
        job = self._jobs[number]
        for at, (name, data) in enumerate(files):
            job.progress = replace(job.progress, at=at, name=name)
            for outcome in self._read(name, data, published):
                if isinstance(outcome, Imported):
                    told = [outcome.summary, *([outcome.notice] if outcome.notice else [])]
                    job.progress = replace(job.progress, imported=(*job.progress.imported, *told))
                elif isinstance(outcome, str):
                    job.progress = replace(job.progress, errors=(*job.progress.errors, outcome))
                else:
                    job.progress = replace(job.progress, added=(*job.progress.added, outcome))
        job.progress = replace(job.progress, at=len(files), finished=True)

    def _read(self, name: str, data: bytes | None, published: DateSpan | None) -> Iterator[Outcome]:
        try:
            if data is None:
                listed = read_documents([name], published, allow_private=self._allow_private)
            elif (schema := find_schema_of(data, name)) is not None:
                yield self._import(data, name, schema)
                return
            else:
                listed = read_bytes(data, name, published)
            for found in listed:
                if isinstance(found, InputError):
                    yield str(found)
                else:
                    yield self._add(replace(found, id=new_id(found), source=name))
        except TimelineError as error:
            yield str(error)
        except Exception as error:  # noqa: BLE001 - whatever a strange file does, the others are still read
            problem = f"it could not be read ({type(error).__name__})"
            yield str(InputError(name, problem, "save it as plain text and try again"))


def new_id(document: Document) -> str:
    """A readable id: words of the title and a hash of the text, so that adding a text twice adds nothing."""
    plain = unicodedata.normalize("NFKD", document.title or document.text[:60]).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:48].strip("-") or "article"
    return f"{slug}-{hashlib.sha256(document.text.encode()).hexdigest()[:6]}"
