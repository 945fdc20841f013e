"""TimelineJS 3 sheets (CSV) and JSON → claims; the parts of a date that are given are how exactly it is known."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.datasets.build import finish
from timeline.datasets.draft import Draft, joined, start_draft
from timeline.datasets.result import Imported
from timeline.datasets.rows import Rows, read_file, read_rows, with_names
from timeline.datespan import DateSpan, last_day
from timeline.documents.charset import decode, scalar_text
from timeline.errors import DateSpanError, InputError

_PARTS = ("year", "month", "day")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d)[^<>]{0,200}>", re.IGNORECASE)
_COLUMNS = (*_PARTS, "end year", "end month", "end day", "display date", "headline", "text", "media", "media credit",
            "type", "group", "id")  # fmt: skip


def read_timelinejs(path: Path, version: str | None = None) -> Imported:
    """The claims of one timeline; eras are claims over their whole span, the title slide is none.

    Raises:
        InputError: neither the sheet's columns nor the JSON's slides.

    """
    data = read_file(path)
    rows = _json_rows(data, path) if data.lstrip(b"\xef\xbb\xbf \n\r\t")[:1] in (b"{", b"[") else _sheet_rows(path)
    title = _title(rows.frame) or path.stem
    licence = "as its author allows"
    draft = start_draft("timelinejs", f"TimelineJS: {title} {version or ''}".strip(), licence, rows, _ids(rows.frame))
    kind = draft.text("type").str.casefold()
    draft.reject(kind == "title", "the title slide, no event")
    _dates(draft)
    headline = draft.text("headline").map(plain_words)
    text = draft.text("text").map(plain_words)
    draft.reject((headline == "") & (text == ""), "neither headline nor text")
    first = text.str.split("\n").str[0]
    draft.add_actors(draft.text("group"), "party")
    draft.columns |= {
        "event_type": pd.Series("other", index=kind.index, dtype="str"),
        "text": joined(kind.index, headline, text, sep="\n"),
        "event_text": headline.where(headline != "", first),
        "title": headline,
        "publisher": draft.text("media credit").map(plain_words),
        "url": draft.text("media").where(draft.text("media").str.startswith(("http://", "https://")), ""),
    }
    return finish(draft)


def plain_words(markup: str) -> str:
    """HTML of a slide as words on lines."""
    words = html.unescape(_TAG.sub("", _BREAK.sub("\n", markup)))
    return "\n".join(line for raw in words.split("\n") if (line := " ".join(raw.split())))


def _sheet_rows(path: Path) -> Rows:
    rows = with_names(read_rows(path), _COLUMNS)
    if not {"year", "headline"} <= set(rows.frame.columns):
        raise InputError(
            path.name, "the columns Year and Headline are missing", "keep the first row of the template as it is"
        )
    return rows


def _json_rows(data: bytes, path: Path) -> Rows:
    try:
        loaded = json.loads(decode(data, path.name))
    except (ValueError, RecursionError) as error:
        raise InputError(path.name, f"not JSON ({error})", "give the timeline's JSON whole") from error
    if isinstance(loaded, dict) and isinstance(loaded.get("timeline"), dict):  # TimelineJS 2
        loaded = loaded["timeline"]
    if not isinstance(loaded, dict) or not isinstance(loaded.get("events"), list):
        raise InputError(path.name, "it has no list of events", 'give {"events": […]} as TimelineJS 3 reads it')
    eras = found if isinstance(found := loaded.get("eras"), list) else []
    head = [(loaded["title"], "title")] if isinstance(loaded.get("title"), dict) else []
    slides = [*head, *((s, "") for s in loaded["events"]), *((e, "era") for e in eras)]
    frame = pd.DataFrame([_slide(s, kind) for s, kind in slides], columns=list(_COLUMNS), dtype="str")
    frame.index = pd.RangeIndex(1, len(frame) + 1)
    return Rows(frame, [])


def _slide(slide: Any, kind: str) -> dict[str, str]:
    slide = slide if isinstance(slide, dict) else {}
    parts: dict[str, Any] = {
        n: v if isinstance(v := slide.get(n), dict) else {} for n in ("start_date", "end_date", "text", "media")
    }
    row = {p: parts["start_date"].get(p) for p in _PARTS} | {f"end {p}": parts["end_date"].get(p) for p in _PARTS}
    row |= {
        "display date": slide.get("display_date") or parts["start_date"].get("display_date"),
        "headline": parts["text"].get("headline"),
        "text": parts["text"].get("text"),
        "media": parts["media"].get("url"),
        "media credit": parts["media"].get("credit"),
        "type": kind,
        "group": slide.get("group"),
        "id": slide.get("unique_id"),
    }
    return {k: "" if v is None else scalar_text(str(v)) for k, v in row.items()}


def _title(frame: pd.DataFrame) -> str:
    if "type" not in frame:
        return ""
    heads = frame.loc[frame["type"].str.strip().str.casefold() == "title", "headline"]
    return plain_words(heads.iloc[0]).replace("\n", " ") if len(heads) else ""


def _ids(frame: pd.DataFrame) -> pd.Series[str]:
    """The slide's own id where it has one; a row number would be another slide's after the next edit."""
    return frame["id"].fillna("").str.strip() if "id" in frame else pd.Series("", index=frame.index, dtype="str")


def _dates(draft: Draft) -> None:
    cells = {p: draft.text(p) for p in (*_PARTS, *(f"end {p}" for p in _PARTS))}
    found = [_span([cells[p].loc[n] for p in cells]) for n in draft.rows.index]
    index = draft.rows.index
    faults = pd.Series([f if isinstance(f, str) else "" for f in found], index=index, dtype="str")
    draft.reject((faults != "") & (draft.text("type").str.casefold() != "title"), faults)
    spans = [f if isinstance(f, DateSpan) else None for f in found]
    lasting = (cells["end year"] != "") | (cells["end month"] != "") | (cells["end day"] != "")
    single = pd.Series(["on" if s and s.days == 1 else "in" for s in spans], index=index, dtype="str")
    draft.columns |= {
        "start": pd.Series([s.start if s else None for s in spans], index=index, dtype="datetime64[s]"),
        "end": pd.Series([s.end if s else None for s in spans], index=index, dtype="datetime64[s]"),
        "precision": pd.Series([s.precision.value if s else "" for s in spans], index=index, dtype="str"),
        "relation": single.where(~lasting, "during"),
        "rule": pd.Series("timelinejs date parts", index=index, dtype="str"),
        "resolution": draft.text("display date").map(lambda w: f"shown as “{plain_words(w)}”" if w else ""),
    }


def _span(parts: list[str]) -> DateSpan | str:
    """The span of six cells (year, month, day, and those of the end), or why there is none."""
    try:
        numbers = [_whole(p) if p else 0 for p in parts]
        start = _first(numbers[:3])
        if not any(numbers[3:]):
            return start
        end_year = numbers[3] or numbers[0]
        end = _first([end_year, numbers[4], numbers[5]])
        return DateSpan.interval(start.start, end.end)
    except (ValueError, DateSpanError) as error:
        return str(error)


def _whole(cell: str) -> int:
    try:
        return int(float(cell))
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{cell[:40]!r} is not a number") from error


def _first(parts: list[int]) -> DateSpan:
    year, month, day = parts
    if year == 0:
        raise ValueError("no year")
    if not 1 <= year <= 9999:
        raise ValueError(f"the year {year} is outside 1–9999")
    if not month:
        return DateSpan.year(year)
    if not 1 <= month <= 12:
        raise ValueError(f"the month {month} is outside 1–12")
    if not day:
        return DateSpan.month(year, month)
    if not 1 <= day <= last_day(year, month).day:
        raise ValueError(f"{year}-{month:02d} has no day {day}")
    return DateSpan.day(last_day(year, month).replace(day=day))
