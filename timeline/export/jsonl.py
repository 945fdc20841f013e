"""Claims in the exchange format, one JSON object a line; filter and day of making ride under ``export``."""

from __future__ import annotations

import json

from timeline.export.about import About
from timeline.frame.exchange import to_records
from timeline.frame.tables import ClaimTables


def write_jsonl(tables: ClaimTables, about: About | None = None) -> bytes:
    """The bytes of the file; without ``about`` the records stand alone, as ``timeline extract`` writes them."""
    made = (
        {"export": {"title": about.title, "filter": about.description, "made": about.made.isoformat()}} if about else {}
    )
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    lines = (encode({**record, **made}) + "\n" for record in to_records(tables, with_text=about is not None))
    return b"".join(line.encode("utf-8", errors="replace") for line in lines)
