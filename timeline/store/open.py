"""One door to stores: ``open_store("claims.db")``."""

from __future__ import annotations

from pathlib import Path

from timeline.store.database import Database
from timeline.store.migrate import prepare
from timeline.store.store import Store


def open_store(url: str | Path, *, timeout: float = 5.0) -> Store:
    """The store at a file name, ``sqlite:///claims.db``, ``:memory:`` or ``postgresql://host/name``; made if new.

    Args:
        url: where it lies; a file's folder must be there.
        timeout: seconds to wait for another program that is writing.

    Raises:
        StoreError: it is no store, is newer than this program, or cannot be opened; one sentence says which.

    """
    database = Database(url, timeout)
    try:
        return Store(database, prepare(database))
    except BaseException:
        database.close()
        raise
