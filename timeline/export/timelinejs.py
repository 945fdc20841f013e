"""Claims as TimelineJS 3 JSON: the parts of a date that are known are the parts given, the rest is in its words."""

from __future__ import annotations

import json
from datetime import date
from html import escape
from typing import Any

from timeline.export.about import About
from timeline.export.words import Entry, credit, make_entries, toll
from timeline.frame.tables import ClaimTables


def write_timelinejs(tables: ClaimTables, about: About) -> bytes:
    """The bytes of the JSON; claims without any date cannot be drawn there and are counted on the title slide."""
    entries = list(make_entries(tables))
    dated = [e for e in entries if e.dated]
    undated = f" {len(entries) - len(dated)} undated claims are left out." if len(dated) < len(entries) else ""
    words = [
        f"{len(dated)} of {about.claims} claims: {about.description}.{undated}",
        f"Made on {about.made.isoformat()}.",
        f"Sources: {'; '.join(about.sources)}.",
        *about.licences,
    ]
    title = {"headline": escape(about.title), "text": "".join(f"<p>{escape(w)}</p>" for w in words)}
    slides = [_slide(e) for e in dated]
    whole = {"title": {"text": title}, "events": slides, "scale": "human"}
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", errors="replace")


def _slide(entry: Entry) -> dict[str, Any]:
    row = entry.row
    first = entry.start or entry.end
    assert first is not None
    slide: dict[str, Any] = {
        "unique_id": row["claim_id"],
        "start_date": _parts(first, row["date_precision"] if entry.start and entry.end else "day"),
        "text": {"headline": escape(row["event_text"] or row["event_type"]), "text": _body(entry)},
        "group": row["event_type"].replace("_", " "),
        "display_date": escape(entry.when),
        "autolink": False,
    }
    if entry.start and entry.end and entry.start != entry.end and row["date_precision"] not in ("month", "year"):
        slide["end_date"] = _parts(entry.end, "day")
    return slide


def _parts(day: date, precision: str) -> dict[str, int]:
    parts = {"year": day.year}
    if precision != "year":
        parts["month"] = day.month
        if precision != "month":
            parts["day"] = day.day
    return parts


def _body(entry: Entry) -> str:
    row = entry.row
    facts = [("Actors", row["actors"]), ("Killed", toll(row, "killed")), ("Injured", toll(row, "injured")),
             ("Said by", row["attribution"]), ("Place", row["places"])]  # fmt: skip
    listed = "".join(f"<p>{label}: {escape(value)}</p>" for label, value in facts if value)
    source = escape(credit(row))
    if row["url"].startswith(("http://", "https://")):
        source = f'<a href="{escape(row["url"])}">{source or escape(row["url"])}</a>'
    terms = f"<p>{escape(row['licence'])}</p>" if row["licence"] else ""
    return f"<blockquote>{escape(row['sentence_text'])}</blockquote>{listed}<p>{source}</p>{terms}"
