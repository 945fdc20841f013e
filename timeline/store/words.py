"""A change in words, for the history of a claim and for what undo says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from timeline.store.changes import ADD, CORRECTION, MERGE, REMOVE, SPLIT, UNDONE, Change

_FACTS = {
    "date": "date", "relation": "relation", "event_type": "type", "actors": "actors", "attribution": "source",
    "places": "places", "quantity": "number", "note": "note", "hedged": "doubt",
}  # fmt: skip
_STATUS = {"reviewed": "confirmed", "rejected": "rejected", "extracted": "back to unreviewed", "corrected": "corrected"}


def describe_change(change: Change) -> str:
    """What was changed and of what: ``date 2014-04-18 → 2013-04-11 of “the blast occurred”``."""
    said = _said(change)
    return f"{said} of “{_short(change.words)}”" if change.kind == CORRECTION and change.words else said


def history_line(change: Change) -> str:
    """The same with when and by whom, for one claim's own history."""
    line = f"{_time(change.made_at)}, {change.who or 'unknown'}: {_said(change)}"
    if change.state != "done":
        when = f" on {_time(change.undone_at)}" if change.undone_at else ""
        line += f" (undone{when})" if change.state == UNDONE else " (undone)"
    return line


def _said(change: Change) -> str:
    old, new = change.old or {}, change.new or {}
    match change.kind:
        case "correction":
            return "; ".join(_fact(name, old, new) for name in new)
        case kind if kind == ADD:
            return f"claim added: “{_short(change.words)}”"
        case kind if kind == MERGE:
            return f"{_list(old.get('names'))} merged into {new.get('name', '')}"
        case kind if kind == SPLIT:
            return f"{new.get('name', '')} split off {_list(old.get('names'))}"
        case kind if kind == REMOVE:
            return f"document removed: {_short(change.words)}"
    return change.kind


def _fact(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    if name == "status":
        return _STATUS.get(str(new[name]), str(new[name]))
    return f"{_FACTS.get(name, name)} {_value(name, old.get(name))} → {_value(name, new[name])}"


def _value(name: str, value: Any) -> str:
    if name == "quantity" and isinstance(value, Mapping):
        low, high = value.get("low"), value.get("high")
        if low is None or high is None or low == high:
            ends = {(True, False): f"at most {high:,}" if high is not None else "",
                    (False, True): f"at least {low:,}" if low is not None else ""}  # fmt: skip
            return ends.get((low is None, high is None), "none" if low is None else f"{low:,}")
        return f"{low:,} to {high:,}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name == "note" and value:
        return f"“{_short(str(value))}”"
    return _list(value)


def _list(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) or "none"
    return str(value) if value not in (None, "") else "none"


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 80 else plain[:79].rstrip() + "…"


def _time(written: str) -> str:
    when = datetime.fromisoformat(written)
    return f"{when.day} {when:%B} {when.year}, {when:%H:%M}"
