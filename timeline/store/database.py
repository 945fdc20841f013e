"""The connection to a store: transactions, pragmas, and the library's errors in one sentence each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event, make_url, select, update
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from timeline.errors import StoreError
from timeline.store.schema import COUNTS

# What the libraries say → what is wrong and what to do.
_SAYINGS = (
    ("not a database", "this file is no store", "give a store, or the name of a file that is not there yet"),
    ("locked", "another program is writing to it", "try again when it is done"),
    ("readonly", "it is read-only", "copy it to a folder that you may write to"),
    ("read-only", "it is read-only", "copy it to a folder that you may write to"),
    ("malformed", "the file is damaged", "restore it from a copy"),
    ("full", "the disk is full", "free some space and try again"),
    ("unable to open", "it cannot be opened", "check that its folder is there and that you may write to it"),
    ("connection", "the server does not answer", "check its address and that it is running"),
    ("authentication", "the server refuses the name or password", "check them"),
)


class Database:
    """One engine; many threads may read, one writes at a time."""

    def __init__(self, url: str | Path, timeout: float) -> None:
        """Know where the store is; nothing is opened before it is asked."""
        address = _address(url)
        self.sqlite = address.get_backend_name() == "sqlite"
        self.memory = self.sqlite and address.database in (None, "", ":memory:")
        self.name = str(address.database) if self.sqlite else address.render_as_string(hide_password=True)
        if self.sqlite and not self.memory and Path(self.name).is_dir():
            raise StoreError(f"{self.name}: this is a folder; give the name of a file.")
        self._writing = RLock()
        # A store in memory is one connection, which no two threads may use at once.
        self._reading = self._writing if self.memory else nullcontext()
        options: dict[str, Any] = {"connect_args": {"timeout": timeout}} if self.sqlite else {"pool_pre_ping": True}
        if self.memory:
            options = {"connect_args": {"check_same_thread": False}, "poolclass": StaticPool}
        try:
            self._engine = create_engine(address, **options)
        except (ModuleNotFoundError, NoSuchModuleError) as error:
            raise StoreError(f"{self.name}: the library for this server is missing; install psycopg.") from error
        if self.sqlite:
            event.listen(self._engine, "connect", _prepare_connection)
            event.listen(self._engine, "begin", _begin)
        self._immediate = self._engine.execution_options(immediate=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that sees one state of the store."""
        with self._reading, self.telling(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, *counters: str) -> Iterator[Connection]:
        """One transaction, kept whole or not at all; the counters of what it changes grow by one."""
        with self._writing, self.telling(), self._immediate.begin() as connection:
            for name in counters:
                # First of all, so that writers on a server wait for each other here.
                connection.execute(update(COUNTS).where(COUNTS.c.name == name).values(n=COUNTS.c.n + 1))
            yield connection

    def pragma(self, words: str) -> None:
        """Run a pragma that wants no transaction."""
        with self._writing, self.telling():
            connection = self._engine.raw_connection()
            try:
                connection.cursor().execute(f"PRAGMA {words}")
            finally:
                connection.close()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What the library says becomes a ``StoreError``."""
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error, OverflowError) as error:
            raise StoreError(self._sentence(error)) from error

    def _sentence(self, error: Exception) -> str:
        said = str(getattr(error, "orig", None) or error)
        for sign, problem, remedy in _SAYINGS:
            if sign in said.lower():
                return f"{self.name}: {problem}; {remedy}."
        first = said.strip().splitlines()[0] if said.strip() else type(error).__name__
        return f"{self.name}: the store refuses ({first}); check the file, or make a new store."

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()


def counts(connection: Connection) -> dict[str, int]:
    """The counters by name."""
    return {row[0]: row[1] for row in connection.execute(select(COUNTS.c.name, COUNTS.c.n))}


def _address(url: str | Path) -> URL:
    text = str(url)
    if isinstance(url, Path) or "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        address = make_url(text)
    except ArgumentError as error:
        raise StoreError("This is no address of a store; write a file name or sqlite:///claims.db.") from error
    if address.drivername in ("postgres", "postgresql"):
        address = address.set(drivername="postgresql+psycopg")
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        kind = address.get_backend_name()
        raise StoreError(f"{kind}: stores are SQLite files or PostgreSQL; write sqlite:///claims.db or postgresql://….")
    return address


def _prepare_connection(connection: Any, record: Any) -> None:
    """Transactions are begun by us; claims go with their document."""
    del record
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
