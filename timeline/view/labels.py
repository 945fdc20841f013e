"""What a mark says: the source's own words with its date words, the hover text, and where the label can stand."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from timeline.view.lanes import type_name
from timeline.view.marks import GAP
from timeline.view.widths import cut_text, text_width

SIZE = 13
LEAST = 84  # a label gets this many pixels or stands elsewhere
STATUS = {"corrected": " · corrected", "rejected": " · rejected", "reviewed": ""}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


# Embeddings, overrides and isolates: in a label of a few words they could only make it read otherwise than it is.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


class Placed(NamedTuple):
    """A label with its side and the pixels that mark and label take together."""

    text: str
    side: str
    low: float
    high: float
    depth: int


def label_text(row: Any, room: float, size: float = SIZE, whose: str = "") -> str:
    """``event words, “date words”`` no wider than ``room``: the event words are cut first.

    ``whose`` stands before them, where a lane holds the claims of several.
    """
    words = " ".join(str(row.event_text or "").split()) or " ".join(str(row.sentence_text or "").split())
    words = words or type_name(row.event_type)
    words = f"{whose}: {words}" if whose else words
    said = " ".join(row.date_text.split()) if isinstance(row.date_text, str) else ""
    status = STATUS.get(row.status, "")
    named = said and said.casefold() in words.casefold()
    if named and text_width(words + status, size) <= room:
        return words + status
    tail = (f", “{said}”" if said else "") + status
    rest = room - text_width(tail, size)
    if tail and rest < min(LEAST, text_width(words, size)):
        return cut_text(words + tail, room, size)
    return cut_text(words, rest, size) + tail


def place_label(
    row: Any, x0: float, x1: float, plot_width: float, most: float, tails: tuple[float, float], whose: str = ""
) -> Placed:
    """The label right of the mark, else left, else below; it always lies within the plot.

    Whether there is room at the right does not depend on the label, so that labels of one day stand on one side.
    """
    low, high = x0 - tails[0], x1 + tails[1]
    full = label_text(row, most, whose=whose)
    width = text_width(full, SIZE)
    right, left = plot_width - high - GAP, low - GAP
    if width <= right and (right >= most or width > left):
        return Placed(full, "right", low, high + GAP + width, 1)
    if width <= left:
        return Placed(full, "left", low - GAP - width, high, 1)
    if max(right, left) >= min(width, 240):
        text = label_text(row, max(right, left), whose=whose)
        width = text_width(text, SIZE)
        if right >= left:
            return Placed(text, "right", low, high + GAP + width, 1)
        return Placed(text, "left", low - GAP - width, high, 1)
    if plot_width - x0 - 4 >= min(width, LEAST):
        text = label_text(row, min(most, plot_width - x0 - 4), whose=whose)
        return Placed(text, "below", low, max(high, x0 + 2 + text_width(text, SIZE)), 2)
    text = label_text(row, max(right, left), whose=whose)
    width = text_width(text, SIZE)
    if right >= left:
        return Placed(text, "right", low, high + GAP + width, 1)
    return Placed(text, "left", low - GAP - width, high, 1)


def hover_text(row: Any) -> str:
    """Short: the full words on lines of sixty letters, the days in words, the type."""
    words = " ".join(str(row.event_text or row.sentence_text or "").split())
    lines, line = [], ""
    for word in words.split(" "):
        if line and len(line) + len(word) > 60:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    lines.append(line)
    if len(lines) > 4:
        lines = [*lines[:3], lines[3] + " …"]
    doubt = " · doubted in the text" if row.hedged else ""
    basis = {"inherited": " · dated elsewhere in the document", "dct": " · dated by the document"}.get(
        row.date_basis, ""
    )
    return "<br>".join([*map(escape, lines), f"{days_in_words(row)}{basis}", type_name(row.event_type) + doubt])


def days_in_words(row: Any) -> str:
    """``18 Apr 2014``, ``by 1–30 Sep 2013``, ``since 1 Mar 2011``."""
    start, end = row.first, row.last
    relation = (
        f"{row.date_relation} " if row.date_relation in {"by", "before", "after", "since", "until", "about"} else ""
    )
    if start is None or end is None:
        known = day_words(start or end)
        return f"{relation or ('from ' if start else 'until ')}{known}"
    if start == end:
        return relation + day_words(start)
    same_year = start.year == end.year
    first = str(start.day) if same_year and start.month == end.month else day_words(start, year=not same_year)
    return f"{relation}{first}–{day_words(end)}"


def day_words(day: date, *, year: bool = True) -> str:
    """``18 Apr 2014``."""
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def escape(text: str) -> str:
    """Text that plotly draws as written: without its pseudo-HTML and without letters that turn what follows."""
    return text.translate(_TURNING).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
