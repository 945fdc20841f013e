"""What each cue covers: the clause that follows it, stands before it, or is broken by it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.attribution.cues import Cue
from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import words
from timeline.model import Span

_STOPS = frozenset({".", ",", ";", ":", "-", "–", "—"})


def cover_cues(tokens: Sequence[Token], cues: Sequence[Cue]) -> list[Span]:
    """The span each cue covers, in the order of ``cues``."""
    return [_cover(tokens, cues, k) for k in range(len(cues))]


def _cover(tokens: Sequence[Token], cues: Sequence[Cue], k: int) -> Span:
    cue = cues[k]
    previous, following = cues[k - 1] if k else None, cues[k + 1] if k + 1 < len(cues) else None
    if cue.shape == "forward":
        return _span(tokens, min(cue.content, len(tokens) - 1), _forward_end(tokens, cue, following))
    if cue.shape == "clause":
        return _clause(tokens, cue, previous, following)
    start = _left(tokens, cue, previous)
    if cue.shape == "backward":
        return _span(tokens, start, cue.first) if cue.first > start else _span(tokens, start, len(tokens))
    end = _forward_end(tokens, cue, following)
    if cue.content < len(tokens) and _contrast(tokens, cue.content):
        return _span(tokens, start, cue.first)
    return _span(tokens, start, end)


def _contrast(tokens: Sequence[Token], n: int) -> bool:
    """Whether ", but" or "while" stands at ``n``."""
    k = n + 1 if tokens[n].low == "," else n
    return k < len(tokens) and tokens[k].low in words("contrast")


def _left(tokens: Sequence[Token], cue: Cue, previous: Cue | None) -> int:
    if previous is None or previous.first >= cue.first:
        return 0
    at = max(previous.stop, previous.content)
    for n in range(cue.first - 1, at, -1):
        if tokens[n].low in (";", "while", "but", "whereas") or (tokens[n].low == "and" and tokens[n - 1].low == ","):
            return n + 1
    return 0 if previous.shape in ("backward", "around") else at


def _forward_end(tokens: Sequence[Token], cue: Cue, following: Cue | None) -> int:
    """Where the content after a verb ends: at a contrast that is the author's, or where the next one speaks."""
    limit = len(tokens)
    if following is not None and following.shape == "forward" and following.first > cue.content:
        n = following.first - 1
        if tokens[n].low in ("and", "but", "while", "whereas", "though", "although", ";", ","):
            limit = n - 1 if n and tokens[n - 1].low == "," else n
    for n in range(cue.content, limit - 1):
        if tokens[n].low == ";" and not tokens[n].quoted:
            return n
        if (
            tokens[n].low in (",",)
            and not tokens[n].quoted
            and tokens[n + 1].low in ("but", "while", "although", "though", "whereas")
        ):
            if n + 2 < len(tokens) and tokens[n + 2].low == "that":
                continue
            return n
    return limit


def _clause(tokens: Sequence[Token], cue: Cue, previous: Cue | None, following: Cue | None) -> Span:
    opens = cue.first == 0 or all(
        t.low in _STOPS | words("lead") | words("conjunction") or t.kind == "quote" for t in tokens[: cue.first]
    )
    if opens:
        return _span(tokens, min(cue.stop, len(tokens) - 1), _forward_end(tokens, cue, following))
    if cue.rule in ("citing", "quoting", "quoted-by") and previous is not None:
        return _cover(tokens, [previous], 0)
    start = _left(tokens, cue, previous)
    if tokens[cue.stop].low == "," if cue.stop < len(tokens) else False:
        end = len(tokens) if not _contrast(tokens, cue.stop) else cue.first
        return _span(tokens, start, end)
    if cue.rule == "passive-by":
        return _span(tokens, start, len(tokens))
    return _span(tokens, start, cue.first)


def _span(tokens: Sequence[Token], first: int, stop: int) -> Span:
    stop = max(stop, first + 1)
    while (
        stop - 1 > first
        and tokens[stop - 1].low in _STOPS
        and not tokens[stop - 1].quoted
        and tokens[stop - 1].kind == "mark"
    ):
        stop -= 1
    while first < stop - 1 and tokens[first].low in (",", ":", "that", ";"):
        first += 1
    return Span(tokens[first].start, tokens[min(stop, len(tokens)) - 1].end)
