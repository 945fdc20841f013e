"""What each cue covers: the clause that follows it, stands before it, or is broken by it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.attribution.cue import Cue
from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import source_nouns, words
from timeline.model import Span

_MARKS = frozenset({".", ",", ";", ":", "-", "–", "—"})
_LEADS = words("preposition") | words("conjunction") | {"earlier", "late", "meanwhile", "however"}
_CONTRAST = words("contrast") - {"yet"}
_APPOSITION = 16  # tokens of the longest apposition passed over


def cover_cues(tokens: Sequence[Token], cues: Sequence[Cue]) -> list[Span]:
    """The span each cue covers, in the order of ``cues``."""
    return [_span(tokens, *_bounded(tokens, cues, k)) for k in range(len(cues))]


def _bounded(tokens: Sequence[Token], cues: Sequence[Cue], k: int) -> tuple[int, int]:
    """The cover, cut at its clause where it is a subordinate one: "While residents said ten died, the army …"."""
    start, end = _cover(tokens, cues, k)
    cue = cues[k]
    relative = cue.first > 1 and tokens[cue.first - 1].low in words("relative") and tokens[cue.first - 2].low == ","
    relative = relative or _in_relative(tokens, cue)
    opens = relative or cue.first == 1 or (cue.first > 1 and tokens[cue.first - 2].kind == "mark")
    if cue.shape == "forward" and opens and (relative or tokens[cue.first - 1].low in words("subordinate")):
        end = next((n for n in range(start + 1, end) if tokens[n].low == "," and not tokens[n].quoted), end)
    return start, end


def _in_relative(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether the verb stands in a relative clause that a comma opens: "The army, which said ten had died, left"."""
    for n in range(cue.word[0] - 1, cue.first, -1):
        if tokens[n].low == ",":
            return tokens[n + 1].low in words("relative")
    return False


def _cover(tokens: Sequence[Token], cues: Sequence[Cue], k: int) -> tuple[int, int]:
    cue = cues[k]
    previous = cues[k - 1] if k else None
    following = cues[k + 1] if k + 1 < len(cues) else None
    if cue.shape == "clause":
        return _clause(tokens, cues, k)
    if cue.shape == "forward":
        at = _past_citing(tokens, cue, following)
        return at, _end(tokens, at, following)
    start = _left(tokens, cue, previous)
    if cue.shape == "around" and not (cue.content < len(tokens) and _contrast(tokens, cue.content)):
        return start, _end(tokens, cue.content, following)
    stop = cue.first - 1 if cue.first and tokens[cue.first - 1].low == "as" else cue.first
    return (start, stop) if stop > start else (start, len(tokens))


def _past_citing(tokens: Sequence[Token], cue: Cue, following: Cue | None) -> int:
    """Where the content begins when another is cited before it: "AFP reported, citing a source, that"."""
    at = min(cue.content, len(tokens) - 1)
    if following is not None and following.rule == "citing" and following.first <= at + 1:
        after = following.stop
        if after < len(tokens) and tokens[after].low == ",":
            return min(after + 1, len(tokens) - 1)
    return at


def _contrast(tokens: Sequence[Token], n: int) -> bool:
    """Whether the author's own words go on at ``n``: ", but", "while", "as troops pressed on", "referring to"."""
    k = n + 1 if tokens[n].low == "," else n
    return k < len(tokens) and tokens[k].low in _CONTRAST | words("aside") and not tokens[k].quoted


def _left(tokens: Sequence[Token], cue: Cue, previous: Cue | None) -> int:
    """Where the content before a cue begins."""
    lost = _lost_stop(tokens, cue.first)
    if previous is None or previous.first >= cue.first or lost > previous.stop:
        return lost
    at = max(previous.stop, previous.content)
    for n in range(cue.first - 1, at, -1):
        if tokens[n].quoted:
            continue
        if tokens[n].low in _CONTRAST | {";"} or (tokens[n].low == "and" and tokens[n - 1].low == ","):
            return n + 1
    return 0 if previous.shape != "forward" or at >= cue.first else at


def _lost_stop(tokens: Sequence[Token], stop: int) -> int:
    """Where a sentence begins whose full stop before it was lost: "Related news A car bomb killed"; else 0."""
    for n in range(stop - 4, 0, -1):
        token, before = tokens[n], tokens[n - 1]
        if before.low == "." and before.kind == "mark" and token.capital and not token.quoted:
            return n
        if token.capital and token.low in ("a", "an", "at") and before.kind != "mark" and not token.quoted:
            if before.kind == "quote" or (token.low == "at" and tokens[n + 1].low != "least"):
                continue
            return n
    return 0


def _end(tokens: Sequence[Token], start: int, following: Cue | None) -> int:
    """Where the content that begins at ``start`` ends: at a contrast that is the author's, or where the next speaks."""
    limit = len(tokens)
    if following is not None and following.first > start:
        n = following.first - 1
        if following.rule == "citing":
            limit = n if tokens[n].low == "," else following.first
        elif following.shape == "forward" and tokens[n].low in _CONTRAST | {"and", ";", ","}:
            limit = n - 1 if n and tokens[n - 1].low == "," else n
    for n in range(start, limit - 1):
        if tokens[n].quoted:
            continue
        if tokens[n].low == ";" or (tokens[n].low == "." and tokens[n + 1].capital):
            return n
        if (
            tokens[n].low == ","
            and tokens[n + 1].low in _CONTRAST
            and not (n + 2 < len(tokens) and tokens[n + 2].low in ("that", "also"))
        ):
            return n
    return limit


def _clause(tokens: Sequence[Token], cues: Sequence[Cue], k: int) -> tuple[int, int]:
    cue = cues[k]
    previous = cues[k - 1] if k else None
    following = cues[k + 1] if k + 1 < len(cues) else None
    at = cue.stop
    lead = tokens[: cue.first]
    if cue.first == 0 or (len(lead) < 4 and all(t.kind == "quote" or t.low in _MARKS | _LEADS for t in lead)):
        at = _opened(tokens, at, following)
        return min(at, len(tokens) - 1), _end(tokens, at, following)
    if cue.rule == "in-words-of":
        at = _opened(tokens, at, following)
        return min(at, len(tokens) - 1), _end(tokens, at, following)
    if cue.rule in ("citing", "carried-by"):
        return _carried(tokens, cues, k)
    start = _left(tokens, cue, previous)
    if cue.rule == "passive-by":
        return (0 if previous is not None and previous.rule == "passive-by" else start), len(tokens)
    if at < len(tokens) and (tokens[at].low == "," or tokens[at].low in ("and", "which")):
        closed = _past_apposition(tokens, at)
        if closed == at and tokens[at].low == "," and _verbless(tokens, at):
            return start, cue.first
        if closed >= len(tokens) - 1 or _contrast(tokens, at) or tokens[at].low == "which" or closed > at + 1:
            return start, cue.first
        return start, _end(tokens, at, following)
    return start, cue.first


def _verbless(tokens: Sequence[Token], n: int) -> bool:
    """Whether only an apposition follows the comma at ``n``: ", professor of law and dean of the college"."""
    rest = tokens[n + 1 :]
    opens = bool(rest) and (
        rest[0].low in source_nouns() or rest[0].low in words("title") | {"a", "an", "the", "who", "which"}
    )
    return opens and not any(t.low in words("be") | words("auxiliary") or t.low == "," for t in rest)


def _carried(tokens: Sequence[Token], cues: Sequence[Cue], k: int) -> tuple[int, int]:
    """What one who is cited covers: what the cue before him does, else the one after, else the sentence."""
    own = ("citing", "carried-by")
    before = next((j for j in range(k - 1, -1, -1) if cues[j].rule not in own), None)
    if before is not None:
        start, end = _cover(tokens, cues[: k + 1], before)
        return (start, end) if start < end else (0, len(tokens))
    after = next((j for j in range(k + 1, len(cues)) if cues[j].rule not in own), None)
    return (0, len(tokens)) if after is None else _cover(tokens, cues, after)


def _opened(tokens: Sequence[Token], at: int, following: Cue | None) -> int:
    """Where the clause begins that "According to X" opens: past an apposition, and past one who is cited."""
    at = _past_apposition(tokens, at)
    if at < len(tokens) and tokens[at].low == ",":
        at += 1
    elif at < len(tokens) and tokens[at].low in ("to", "of", "for"):
        comma = next((n for n in range(at, min(len(tokens), at + 12)) if tokens[n].low == "," or tokens[n].quoted), 0)
        if comma and not any(t.low in words("be") | words("auxiliary") for t in tokens[at:comma]):
            at = comma + 1
    if following is not None and following.rule == "citing" and at <= following.first <= at + 1:
        after = following.stop
        at = after + 1 if after < len(tokens) and tokens[after].low in (",", ")") else after
    return at


def _past_apposition(tokens: Sequence[Token], n: int) -> int:
    """The token after ", a nurse in Gola," and its like; ``n`` itself when none stands there."""
    if n + 2 >= len(tokens) or tokens[n].low != ",":
        return n
    low = tokens[n + 1].low
    opens = low in {"a", "an", "the", "who", "which", "whose"} or low in source_nouns() or low in words("title")
    if not opens or tokens[n + 1].capital:
        return n
    for k in range(n + 2, min(len(tokens), n + _APPOSITION)):
        if tokens[k].low == ",":
            after = tokens[k + 1].low if k + 1 < len(tokens) else ""
            nouns = any(t.low in source_nouns() or t.low in words("relative") for t in tokens[n + 1 : k])
            return k + 1 if nouns and after not in ("and", "or") else n
        if tokens[k].low in words("be") | words("auxiliary") and low not in words("relative"):
            return n
    return n


def _span(tokens: Sequence[Token], first: int, stop: int) -> Span:
    stop = min(max(stop, first + 1), len(tokens))
    while stop - 1 > first and tokens[stop - 1].kind == "mark" and tokens[stop - 1].low in _MARKS:
        if tokens[stop - 1].quoted:
            break
        stop -= 1
    while first < stop - 1 and tokens[first].low in (",", ":", "that", ";", "and", "but") and not tokens[first].quoted:
        first += 1
    return Span(tokens[first].start, tokens[stop - 1].end)
