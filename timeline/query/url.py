"""A filter as the query string of a URL and back, nothing lost; what a link cannot mean is refused in words."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

from timeline.datespan import DateSpan
from timeline.errors import DateSpanError, FilterError
from timeline.query.filter import ClaimFilter

# Key in the URL → field, in the order they are written. Keys are part of shared links: never rename one.
KEYS = {
    "actor": "actors", "actor_mode": "actor_mode", "role": "roles", "type": "event_types", "source": "attributions",
    "place": "places", "precision": "precisions", "basis": "bases", "status": "statuses", "document": "documents",
    "quantity": "quantities", "dataset": "datasets", "text": "text", "start": "start", "end": "end",
}  # fmt: skip
_SINGLE = frozenset({"actor_mode", "text", "start", "end"})


def to_query(chosen: ClaimFilter) -> str:
    """The query string, without ``?``; ``""`` when nothing is chosen. Equal filters give equal strings."""
    pairs: list[tuple[str, str]] = []
    for key, name in KEYS.items():
        value = getattr(chosen, name)
        if name == "actor_mode":
            pairs += [(key, value)] if value != "any" else []
        elif isinstance(value, tuple):
            pairs += [(key, one) for one in value]
        elif value:
            pairs.append((key, value.isoformat() if isinstance(value, date) else value))
    return urlencode(pairs)


def from_query(query: str) -> ClaimFilter:
    """The filter a query string asks for; keys that are none of ours are passed over.

    ``start`` and ``end`` are EDTF: ``start=2013`` is 1 January, ``end=2013`` is 31 December.

    Raises:
        FilterError: a value that no claim can hold or a date that is none.

    """
    found: dict[str, Any] = {}
    for key, value in parse_qsl(query.removeprefix("?")):
        name = KEYS.get(key)
        if name is None:
            continue
        if name in _SINGLE:
            found[name] = value
        else:
            found[name] = (*found.get(name, ()), value)
    for name in ("start", "end"):
        if name in found:
            found[name] = read_end(found[name], first=name == "start")
    return ClaimFilter(**found)


def read_end(value: str, *, first: bool) -> date:
    """One end of a window: the first or the last day of an EDTF date.

    Raises:
        FilterError: it is no date or that end is open.

    """
    try:
        span = DateSpan.parse(value)
    except DateSpanError as error:
        raise FilterError(str(error)) from error
    day = span.start if first else span.end
    if day is None:
        raise FilterError(f"{value!r} leaves the window's end open; leave it out instead.")
    return day
