"""Claims as iCalendar (RFC 5545): all-day events, never a time, so that no zone can shift a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from timeline.export.about import About
from timeline.export.words import Entry, credit, make_entries
from timeline.frame.tables import ClaimTables

_FOLD = 75  # octets, not characters
_CONTROL = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]")
_X_FIELDS = {"X-DATE-EDTF": "date_edtf", "X-DATE-PRECISION": "date_precision", "X-DATE-RELATION": "date_relation",
             "X-DATE-BASIS": "date_basis", "X-KILLED-LOW": "killed_low", "X-KILLED-HIGH": "killed_high",
             "X-KILLED-COMPARATOR": "killed_comparator", "X-INJURED-LOW": "injured_low",
             "X-INJURED-HIGH": "injured_high", "X-ATTRIBUTION": "attribution", "X-LICENCE": "licence"}  # fmt: skip


def write_ics(tables: ClaimTables, about: About) -> bytes:
    """The bytes of the calendar; undated claims cannot be in one and are counted in its description."""
    entries = list(make_entries(tables))
    undated = sum(not e.dated for e in entries)
    left_out = f" {undated} undated claims are left out." if undated else ""
    words = f"{about.description}. Made on {about.made.isoformat()}. Sources: {'; '.join(about.sources)}.{left_out}"
    words = " ".join((words, *about.licences))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//conflict-timeline//EN", "CALSCALE:GREGORIAN",
             f"X-WR-CALNAME:{_text(about.title)}", f"X-WR-CALDESC:{_text(words)}"]  # fmt: skip
    for entry in entries:
        if entry.dated:
            lines.extend(_event(entry, about.made))
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(entry: Entry, made: date) -> Iterator[str]:
    row = entry.row
    first = entry.start or entry.end
    last = entry.end or entry.start
    assert first is not None
    assert last is not None
    yield "BEGIN:VEVENT"
    yield f"UID:{row['claim_id']}@conflict-timeline"
    yield f"DTSTAMP:{made:%Y%m%d}T000000Z" if made.year >= 1000 else "DTSTAMP:19700101T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:  # DTEND is the day after the last one; without it the event lasts its first day
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(row['event_text'] or row['event_type'])}"
    body = (row["sentence_text"], f"Date: {entry.when} ({row['date_basis']})", f"Actors: {row['actors']}", credit(row))
    yield f"DESCRIPTION:{_text(chr(10).join(p for p in body if p and not p.endswith(': ')))}"
    if row["places"]:
        yield f"LOCATION:{_text(row['places'])}"
    if row["lat"] is not None and row["lon"] is not None:
        yield f"GEO:{row['lat']:.6f};{row['lon']:.6f}"
    yield f"CATEGORIES:{_text(row['event_type'])}"
    if row["url"].startswith(("http://", "https://")):
        yield f"URL:{_one_line(row['url'])}"
    yield "STATUS:TENTATIVE" if entry.uncertain else "STATUS:CONFIRMED"
    yield "TRANSP:TRANSPARENT"
    for name, column in _X_FIELDS.items():
        value = row[column]
        if value is not None and value != "":
            yield f"{name}:{_text(str(value))}"
    if entry.start is None or entry.end is None:
        yield f"X-DATE-OPEN:{'START' if entry.start is None else 'END'}"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return _one_line(escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n"))


def _one_line(value: str) -> str:
    """No control character; a line end inside would begin a line of the calendar."""
    return _CONTROL.sub(" ", value)


def _folded(line: str) -> bytes:
    """The line with CRLF, broken at 75 octets without cutting a character; a continuation begins with a space."""
    data = line.encode("utf-8", errors="replace")
    if len(data) <= _FOLD:
        return data + b"\r\n"
    pieces: list[bytes] = []
    at, room = 0, _FOLD
    while at < len(data):
        end = min(len(data), at + room)
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[at:end])
        at, room = end, _FOLD - 1
    return b"\r\n ".join(pieces) + b"\r\n"
