"""Reported speech that runs on: sentences inside an open quotation, quotations and counts without a speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import words
from timeline.model import AttributionMention, Span


@dataclass(slots=True)
class Spoken:
    """A sentence with its tokens and the attributions found in it."""

    sentence: Span
    tokens: Sequence[Token]
    mentions: list[AttributionMention]


def continue_speakers(text: str, rows: Sequence[Spoken]) -> None:
    """Give sentences that go on with the speaker before theirs; changes ``rows`` in place."""
    last: Spoken | None = None
    for row in rows:
        if row.mentions:
            last = row
            continue
        if last is None or any(m.covers.overlaps(row.sentence) for m in last.mentions):
            continue
        if "\n\n" in text[last.sentence.end : row.sentence.start] and not _quoted(row):
            last = None
            continue
        if _quoted(row) or _counts_on(row):
            row.mentions.extend(replace(m, covers=row.sentence, rule="continued") for m in _speakers(last))
            last = row
        else:
            last = None


def _speakers(row: Spoken) -> list[AttributionMention]:
    latest = max(row.mentions, key=lambda m: m.covers.end)
    return [m for m in row.mentions if m.covers == latest.covers]


def _quoted(row: Spoken) -> bool:
    """Whether the sentence is, or holds, a quotation of some length that no one in it speaks."""
    quoted = sum(t.quoted for t in row.tokens)
    return quoted >= 4


def _counts_on(row: Spoken) -> bool:
    """Whether it counts on from the figures before: "Another five were killed", "Ten others"."""
    lows = [t.low for t in row.tokens[:3]]
    return lows[0] in words("counts-on") or (len(lows) > 1 and lows[1] in ("others", "more"))
