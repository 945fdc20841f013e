"""What a store holds, read once per change of each part: a correction does not make the datasets be read again."""

from __future__ import annotations

from dataclasses import dataclass
from threading import RLock

from sqlalchemy import Connection

from timeline.frame.tables import ClaimTables, empty_tables
from timeline.store.articles import read_articles
from timeline.store.changes import Change, standing
from timeline.store.database import Database, counts
from timeline.store.imports import concat, read_dataset, revisions, without_documents
from timeline.store.overlay import apply_changes


@dataclass(frozen=True, slots=True)
class Loaded:
    """The tables as the readers left them, and the changes that found no claim."""

    tables: ClaimTables
    orphans: tuple[Change, ...]


class Reader:
    """Reads one database for many threads; equal versions give the very same frames."""

    def __init__(self, database: Database) -> None:
        """Nothing is read before it is asked for."""
        self._database = database
        self._lock = RLock()
        self._articles: tuple[int, ClaimTables] = (-1, empty_tables())
        self._datasets: dict[str, tuple[int, ClaimTables]] = {}
        self._extracted: tuple[tuple[int, int], ClaimTables] = ((-1, -1), empty_tables())
        self._loaded: tuple[tuple[int, ...], Loaded] = ((), Loaded(empty_tables(), ()))

    def load(self) -> Loaded:
        """Everything, changes applied."""
        with self._lock, self._database.reading() as connection:
            now = counts(connection)
            version = (now["articles"], now["datasets"], now["changes"])
            if self._loaded[0] != version:
                tables, orphans = apply_changes(self._extract(connection), standing(connection))
                self._loaded = version, Loaded(tables, tuple(orphans))
            return self._loaded[1]

    def extracted(self) -> ClaimTables:
        """Everything as extracted and imported: articles, then datasets by first import.

        A document id that stands twice counts where it was read as an article, else in the dataset imported later.
        """
        with self._lock, self._database.reading() as connection:
            return self._extract(connection)

    def _extract(self, connection: Connection) -> ClaimTables:
        now = counts(connection)
        version = (now["articles"], now["datasets"])
        if self._extracted[0] != version:
            self._extracted = version, self._read(connection, now)
        return self._extracted[1]

    def _read(self, connection: Connection, now: dict[str, int]) -> ClaimTables:
        if self._articles[0] != now["articles"]:
            self._articles = now["articles"], read_articles(connection)
        kept: dict[str, tuple[int, ClaimTables]] = {}
        for name, revision in revisions(connection).items():
            known = self._datasets.get(name)
            if known is None or known[0] != revision:
                known = revision, read_dataset(connection, name) or empty_tables()
            kept[name] = known
        self._datasets = kept
        parts = [self._articles[1]]
        taken = [self._articles[1].documents["document_id"]]
        for _, tables in reversed(kept.values()):
            part = tables
            for ids in taken:
                part = without_documents(part, ids)
            taken.append(part.documents["document_id"])
            parts.insert(1, part)
        return concat(parts)
