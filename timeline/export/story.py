"""Chosen claims told in an order with captions: one HTML page that works offline and embedded, and TimelineJS JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

from timeline.export.about import About, make_about
from timeline.export.html_page import script_hash
from timeline.export.timelinejs import write_timelinejs
from timeline.export.words import Entry, credit, make_entries, toll
from timeline.frame.tables import ClaimTables

_HERE = Path(__file__).parent
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class Step(NamedTuple):
    """One claim of a story and what its teller says of it; the caption may be empty."""

    claim_id: str
    caption: str


def write_story_page(tables: ClaimTables, steps: Sequence[Step], *, title: str, made: date) -> bytes:
    """The bytes of the page: a strip of time, and a section for each step with caption, sentence and source.

    It is read without scripts too; the script only steps by arrow keys and buttons. Nothing is loaded from elsewhere.
    """
    about = _about(tables, title, made)
    entries = {e.row["claim_id"]: e for e in make_entries(tables)}
    told = [(s, entries[s.claim_id]) for s in steps if s.claim_id in entries]
    script = (_HERE / "story.js").read_text("utf-8")
    page = Template((_HERE / "story.html").read_text("utf-8")).substitute(
        policy=f"{_POLICY}; script-src {script_hash(script)}",
        title=escape(title),
        style=(_HERE / "story.css").read_text("utf-8"),
        strip=_strip([e for _, e in told]),
        steps="\n".join(_section(at, len(told), s, e) for at, (s, e) in enumerate(told, 1)),
        about="".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in about.pairs() if v),
        script=script,
    )
    return page.encode("utf-8", errors="replace")


def write_story_json(tables: ClaimTables, steps: Sequence[Step], *, title: str, made: date) -> bytes:
    """The bytes of TimelineJS JSON; captions head the text of their slides. TimelineJS itself orders slides by date."""
    whole: dict[str, Any] = json.loads(write_timelinejs(tables, _about(tables, title, made)))
    captions = {s.claim_id: s.caption for s in steps}
    for slide in whole["events"]:
        if caption := captions.get(slide["unique_id"]):
            slide["text"]["text"] = f"<p><strong>{escape(caption)}</strong></p>{slide['text']['text']}"
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", errors="replace")


def _about(tables: ClaimTables, title: str, made: date) -> About:
    return make_about(tables, description="chosen and ordered by the teller of the story", made=made, title=title)


def _strip(entries: Sequence[Entry]) -> str:
    """A mark for each step at its place in time, as wide as its date is inexact; undated ones have none."""
    ends = [(e.start or e.end, e.end or e.start) for e in entries]
    days = [d.toordinal() for pair in ends for d in pair if d]
    if not days:
        return ""
    first, length = min(days), max(max(days) - min(days), 1)
    marks = []
    for at, (entry, (start, end)) in enumerate(zip(entries, ends, strict=True), 1):
        if start is None or end is None:
            continue
        left = 100 * (start.toordinal() - first) / length
        width = 100 * (end.toordinal() - start.toordinal()) / length
        name = escape(f"{at}: {entry.when}")
        # The wider a mark, the lower it lies, so that none hides another.
        style = f"inset-inline-start:{left:.2f}%;inline-size:max(14px,{width:.2f}%);z-index:{101 - int(width)}"
        marks.append(f'<a href="#step-{at}" style="{style}" title="{name}" aria-label="{name}">{at}</a>')
    low, high = date.fromordinal(first), date.fromordinal(first + length)
    return f'<div class="marks">{"".join(marks)}</div><p class="ends"><span>{low}</span><span>{high}</span></p>'


def _section(at: int, of: int, step: Step, entry: Entry) -> str:
    row = entry.row
    said = (("Actors", row["actors"]), ("Killed", toll(row, "killed")), ("Injured", toll(row, "injured")),
            ("Said by", row["attribution"]), ("Place", row["places"]),
            ("Doubt", "the text marks doubt" if row["hedged"] else ""), ("Licence", row["licence"]))  # fmt: skip
    facts = "".join(f'<dt>{k}</dt><dd dir="auto">{escape(v)}</dd>' for k, v in said if v)
    source = escape(credit(row))
    if row["url"].startswith(("http://", "https://")):
        source = f'<a href="{escape(row["url"])}" rel="noopener noreferrer">{source or escape(row["url"])}</a>'
    caption = f'<p class="caption" dir="auto">{escape(step.caption)}</p>' if step.caption else ""
    return (
        f'<section id="step-{at}" tabindex="-1"><p class="at">{at} of {of}</p><h2>{escape(entry.when)}</h2>{caption}'
        f'<blockquote dir="auto">{_marked(row["sentence_text"] or row["event_text"], row["event_text"])}</blockquote>'
        f'<dl>{facts}</dl><p class="source" dir="auto">{source}</p></section>'
    )


def _marked(sentence: str, words: str) -> str:
    """The sentence with the claim's own words marked, when they are a part of it."""
    at = sentence.find(words) if words and words != sentence else -1
    if at < 0:
        return escape(sentence)
    end = at + len(words)
    return f"{escape(sentence[:at])}<mark>{escape(sentence[at:end])}</mark>{escape(sentence[end:])}"
