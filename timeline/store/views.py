"""Saved views: a name for what the page shows, kept as the page's query string."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select

from timeline.store.schema import VIEWS


def read_views(connection: Connection) -> dict[str, str]:
    """Name → query string, in the order of saving."""
    query = select(VIEWS.c.name, VIEWS.c.query).order_by(VIEWS.c.position)
    return {row[0]: row[1] for row in connection.execute(query)}


def write_view(connection: Connection, name: str, query: str, who: str) -> None:
    """Keep a view in the place of one of this name."""
    delete_view(connection, name)
    last = connection.execute(select(func.coalesce(func.max(VIEWS.c.position), 0))).scalar_one()
    connection.execute(insert(VIEWS), [{"name": name, "query": query, "who": who, "position": last + 1}])


def delete_view(connection: Connection, name: str) -> bool:
    """Forget a view; whether it was there."""
    return bool(connection.execute(delete(VIEWS).where(VIEWS.c.name == name)).rowcount)
