"""The log of what readers changed: appended, undone and redone, never rewritten."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from timeline.store.schema import CHANGES

DONE, UNDONE, DROPPED = "done", "undone", "dropped"
CORRECTION, ADD, MERGE, SPLIT, REMOVE = "correction", "add", "merge", "split", "remove"


@dataclass(frozen=True, slots=True)
class Change:
    """One act of a reader: who, when, what was said before and is said now, and the rows that follow from it.

    ``subject`` is the claim, actor or document; ``words`` are the source's words for it.
    """

    kind: str
    subject: str
    who: str
    made_at: str
    words: str = ""
    old: Mapping[str, Any] | None = None
    new: Mapping[str, Any] | None = None
    patch: Mapping[str, Any] | None = None
    state: str = DONE
    undone_at: str | None = None


def append(connection: Connection, change: Change) -> None:
    """Keep one more change; what was undone before can no longer be redone."""
    connection.execute(update(CHANGES).where(CHANGES.c.state == UNDONE).values(state=DROPPED))
    number = connection.execute(select(func.coalesce(func.max(CHANGES.c.id), 0))).scalar_one() + 1
    row = {
        "id": number, "made_at": change.made_at, "who": change.who, "kind": change.kind, "subject": change.subject,
        "words": change.words, "old": _json(change.old), "new": _json(change.new), "patch": _json(change.patch),
        "state": DONE,
    }  # fmt: skip
    connection.execute(insert(CHANGES), [row])


def step_back(connection: Connection, when: datetime) -> Change | None:
    """Undo the last change that stands; ``None`` when none does."""
    query = select(CHANGES).where(CHANGES.c.state == DONE).order_by(CHANGES.c.id.desc()).limit(1)
    return _set_state(connection, connection.execute(query).mappings().first(), UNDONE, when.isoformat())


def step_forward(connection: Connection) -> Change | None:
    """Redo the change undone last; ``None`` when there is none."""
    query = select(CHANGES).where(CHANGES.c.state == UNDONE).order_by(CHANGES.c.id).limit(1)
    return _set_state(connection, connection.execute(query).mappings().first(), DONE, None)


def standing(connection: Connection) -> list[Change]:
    """The changes that stand, in the order they were made."""
    return _read(connection, CHANGES.c.state == DONE)


def of_subject(connection: Connection, subject: str) -> list[Change]:
    """All changes of one claim, actor or document, undone ones too, in the order they were made."""
    return _read(connection, CHANGES.c.subject == subject)


def drop_removal(connection: Connection, document_id: str) -> None:
    """A document that is saved again is there again."""
    removal = (CHANGES.c.kind == REMOVE) & (CHANGES.c.subject == document_id) & (CHANGES.c.state == DONE)
    connection.execute(update(CHANGES).where(removal).values(state=DROPPED))


def forget(connection: Connection, subjects: Sequence[str]) -> None:
    """Delete the changes of these claims and documents for good."""
    for at in range(0, len(subjects), 500):
        connection.execute(delete(CHANGES).where(CHANGES.c.subject.in_(list(subjects[at : at + 500]))))


def _read(connection: Connection, condition: Any) -> list[Change]:
    query = select(CHANGES).where(condition).order_by(CHANGES.c.id)
    return [_change(row) for row in connection.execute(query).mappings()]


def _set_state(connection: Connection, row: RowMapping | None, state: str, undone_at: str | None) -> Change | None:
    if row is None:
        return None
    connection.execute(update(CHANGES).where(CHANGES.c.id == row["id"]).values(state=state, undone_at=undone_at))
    return _change(row)


def _change(row: RowMapping) -> Change:
    return Change(
        kind=row["kind"], subject=row["subject"], who=row["who"], made_at=row["made_at"], words=row["words"],
        old=json.loads(row["old"]), new=json.loads(row["new"]), patch=json.loads(row["patch"]), state=row["state"],
        undone_at=row["undone_at"],
    )  # fmt: skip


def _json(value: Mapping[str, Any] | None) -> str:
    return json.dumps(dict(value or {}), ensure_ascii=False)
