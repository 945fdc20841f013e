"""A sentence as a row of tokens, each actor mention one token."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model import ActorMention, Span

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s?[A-Z])|\w+(?:[-'’.&/]\w+)*|[^\w\s]")
_PART = frozenset({"compound-held", "compound-backed"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole actor mention; ``quoted`` says that it stands inside a quotation."""

    start: int
    end: int
    low: str
    kind: str  # word, mark, actor, quote
    actor: ActorMention | None = None
    capital: bool = False
    quoted: bool = False
    possessive: bool = False


def tokenise(text: str, span: Span, actors: Sequence[ActorMention], quotations: Sequence[Span]) -> list[Token]:
    """The tokens of ``span``; ``actors`` and ``quotations`` are those that touch it, in order."""
    out: list[Token] = []
    inside = [a for a in actors if a.rule not in _PART]
    starts = [q.start for q in quotations]
    at, n = span.start, 0
    while at < span.end:
        match = _TOKEN.search(text, at, span.end)
        if match is None:
            break
        start, end = match.span()
        while n < len(inside) and inside[n].span.end <= start:
            n += 1
        quoted, edge = _quoted(start, starts, quotations)
        if n < len(inside) and inside[n].span.start <= start:
            actor = inside[n]
            stop = actor.span.end
            tail = text[stop : stop + 2]
            owns = tail in ("'s", "’s") or (tail[:1] in "'’" and tail[:1] != "" and text[stop - 1] == "s")
            low = actor.text if actor.text.isupper() else actor.text.lower()  # "IS" is no verb
            out.append(Token(actor.span.start, stop, low, "actor", actor, True, quoted, owns))
            at = stop + (2 if tail in ("'s", "’s") else 1 if owns else 0)
            continue
        word = match.group()
        kind = "word" if word[0].isalnum() or word[0] == "_" else "mark"
        if edge:
            kind = "quote"
        owns = kind == "word" and word[-2:] in ("'s", "’s")
        low = word.lower().replace("’", "'")
        out.append(Token(start, end, low, kind, None, word[0].isupper(), quoted and not edge, owns))
        at = end
    return out


def _quoted(at: int, starts: Sequence[int], quotations: Sequence[Span]) -> tuple[bool, bool]:
    """(inside a quotation, is one of its marks)."""
    k = bisect_right(starts, at) - 1
    if k < 0 or at >= quotations[k].end:
        return False, False
    return True, at in (quotations[k].start, quotations[k].end - 1)
