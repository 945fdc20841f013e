"""A file becomes a store, an older store one of this version; what is neither is refused before it is touched."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select, text, update

from timeline.errors import StoreError
from timeline.store.database import Database
from timeline.store.schema import ABOUT, COUNTERS, COUNTS, METADATA, VERSION

APPLICATION = 0x434C4149  # "CLAI", in the head of the SQLite file: what kind of file it is

Migration = Callable[[Connection], None]
MIGRATIONS: dict[int, Migration] = {}  # version it starts from → what brings it to the next


def prepare(database: Database) -> str:
    """Make the tables if there are none, bring older ones up; the store's own id.

    Raises:
        StoreError: something else than a store, or one of a newer program.

    """
    with database.reading() as connection:
        version = _version(connection, database)
    if version is None and database.sqlite and not database.memory:
        database.pragma("journal_mode = WAL")  # kept in the file
    if version != VERSION:
        with database.writing() as connection:
            version = _version(connection, database)  # another program may have been faster
            if version is None:
                _create(connection, sqlite=database.sqlite)
            else:
                _bring_up(connection, version, sqlite=database.sqlite)
    with database.reading() as connection:
        return str(connection.execute(select(ABOUT.c.value).where(ABOUT.c.key == "id")).scalar_one())


def _version(connection: Connection, database: Database) -> int | None:
    """The version of the layout; ``None`` for what is still empty."""
    tables = inspect(connection).get_table_names()
    if database.sqlite:
        ours = connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if not tables and not ours:
            return None
    else:
        ours = ABOUT.name in tables
        if not ours and not set(tables) & set(METADATA.tables):
            return None
        found = connection.execute(select(ABOUT.c.value).where(ABOUT.c.key == "version")).scalar() if ours else None
        ours, version = found is not None, int(found or 0)
    if not ours:
        raise StoreError(f"{database.name}: this is a database of another program; give the name of a new file.")
    if version > VERSION:
        raise StoreError(
            f"{database.name}: this store was made by a newer version of this program; update the program."
        )
    return version


def _create(connection: Connection, *, sqlite: bool) -> None:
    METADATA.create_all(connection)
    connection.execute(insert(COUNTS), [{"name": name, "n": 0} for name in COUNTERS])
    connection.execute(
        insert(ABOUT), [{"key": "id", "value": secrets.token_hex(4)}, {"key": "version", "value": str(VERSION)}]
    )
    if sqlite:
        connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))
        connection.execute(text(f"PRAGMA user_version = {VERSION}"))


def _bring_up(connection: Connection, version: int, *, sqlite: bool) -> None:
    for step in range(version, VERSION):
        MIGRATIONS[step](connection)
    connection.execute(update(ABOUT).where(ABOUT.c.key == "version").values(value=str(VERSION)))
    if sqlite:
        connection.execute(text(f"PRAGMA user_version = {VERSION}"))
