"""Reported speech that runs on: sentences inside an open quotation, quotations and counts without a speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import verbs, words
from timeline.model import AttributionMention, Span

_LEAST = 4  # quoted words that make a passage


@dataclass(slots=True)
class Spoken:
    """A sentence with its tokens and the attributions found in it."""

    sentence: Span
    tokens: Sequence[Token]
    mentions: list[AttributionMention]


def continue_speakers(text: str, rows: Sequence[Spoken]) -> None:
    """Give sentences that go on with the speaker before theirs; changes ``rows`` in place."""
    last: Spoken | None = None
    for row, following in zip_longest(rows, rows[1:]):
        row.mentions[:] = _announced(text, row.mentions, following)
        if row.mentions and not (last is not None and _counts_on(row) and _opens_alone(row)):
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


def _announced(text: str, mentions: Sequence[AttributionMention], following: Spoken | None) -> list[AttributionMention]:
    """The mentions, those that end with "said:" given the quotation that follows; dropped when none does."""
    out: list[AttributionMention] = []
    for mention in mentions:
        if any(c.isalnum() for c in mention.covers.of(text)):
            out.append(mention)
        elif following is not None and following.tokens[0].kind == "quote":
            out.append(replace(mention, covers=following.sentence))
    return out


def _speakers(row: Spoken) -> list[AttributionMention]:
    latest = max(row.mentions, key=lambda m: m.covers.end)
    return [m for m in row.mentions if m.covers == latest.covers]


def _quoted(row: Spoken) -> bool:
    """Whether the sentence is a quotation that no one in it speaks, or ends with a longer part of one."""
    tokens = row.tokens
    quoted = sum(t.quoted for t in tokens)
    if quoted < _LEAST:
        return False
    spoken = any(t.low in verbs() and verbs()[t.low].kind in ("say", "tell") and not t.quoted for t in tokens)
    if tokens[0].quoted or tokens[0].kind == "quote":
        return not spoken
    ends = tokens[-1].kind == "quote" or (len(tokens) > 1 and tokens[-2].kind == "quote")
    persons = any(t.actor is not None and t.actor.head == "person" for t in tokens)
    return ends and not spoken and not persons


def _opens_alone(row: Spoken) -> bool:
    """Whether its first words are nobody's: "Another 100 were hurt in attacks the agency blamed on rebels"."""
    return all(m.covers.start > row.tokens[1].start for m in row.mentions)


def _counts_on(row: Spoken) -> bool:
    """Whether it counts on from the figures before: "Another five were killed", "Ten others died"."""
    lows = [t.low for t in row.tokens[:4]]
    if len(lows) < 3:
        return False
    if lows[0] in words("counts-on"):
        return lows[1][:1].isdigit() or lows[1] in words("number")
    return lows[1] in words("counts-on-second") and (lows[0][:1].isdigit() or lows[0] in words("number"))
