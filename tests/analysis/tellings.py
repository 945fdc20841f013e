"""Short made-up reports, one claim each, to be held against each other."""

from __future__ import annotations

from datetime import date
from typing import Any

from factory import Said, make_claim

from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.frame.tables import ClaimTables, to_tables
from timeline.model import Claim, Document

KARESH = ("Karesh", "Karesh", "SY", 35.0, 38.0, "city")
MILL = ("Mill quarter", "Mill quarter", "SY", None, None, "district")
ARMY = ("The army", "Syrian government forces", "agent")


def killed(
    words: str, low: int | None, high: int | None, comparator: str = "eq", scope: str = "event", kind: str = "killed"
) -> Said:
    return Said(words, kind, low, high, comparator, scope)


def report(
    name: str,
    text: str,
    event: str,
    *,
    day: str = "2014-04-19",
    when: tuple[str, str, str] | None = ("Friday", "2014-04-18", "relative"),
    publisher: str | None = None,
    **claim: Any,
) -> tuple[Document, Claim]:
    """An article of one claim: its name, text, event words, day of publication, and what ``make_claim`` takes."""
    document = make_document(
        text, id=name, published=DateSpan.day(date.fromisoformat(day)), publisher=publisher or name
    )
    claim.setdefault("event_type", "remote_violence")
    return document, make_claim(document, event, when=when, **claim)


def blast(
    name: str, number: Said, *, source: tuple[str, str, str] | None = None, tail: str = "", **more: Any
) -> tuple[Document, Claim]:
    """A report of one bombing at a mosque in Karesh on a Friday with a number of dead; each is worded anew by ``name``."""
    lead = f"{source[0]}, " if source else ""
    text = f"{lead}a bomb at a mosque in Karesh {number.words} on Friday{tail}, {name} learnt."
    return report(name, text, "a bomb at a mosque", said=(number,), places=(KARESH,), source=source, **more)


def tables_of(*reports: tuple[Document, Claim]) -> ClaimTables:
    return to_tables({d.id: d for d, _ in reports}.values(), [c for _, c in reports])


def ids(*reports: tuple[Document, Claim]) -> list[str]:
    return [c.id for _, c in reports]
