"""One store of each kind, empty; the same tests run over all of them."""

from __future__ import annotations

import os

import pytest
from sqlalchemy import create_engine, text

from timeline.store.open import open_store

SERVER = os.environ.get("TIMELINE_TEST_POSTGRESQL", "")


@pytest.fixture(params=["file", "memory", "postgresql"])
def address(request, tmp_path):
    """The address of an empty store."""
    if request.param == "postgresql":
        if not SERVER:
            pytest.skip("no server in TIMELINE_TEST_POSTGRESQL")
        engine = create_engine(SERVER.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
        return SERVER
    return ":memory:" if request.param == "memory" else f"sqlite:///{tmp_path}/claims.db"


@pytest.fixture
def store(address):
    with open_store(address) as opened:
        yield opened


@pytest.fixture
def path(tmp_path):
    return tmp_path / "claims.db"
