"""A sentence as a row of tokens, each actor mention one token."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extract.attribution.words import words
from timeline.model import ActorMention, Span

_TOKEN = re.compile(
    # Titles keep their dot, so that it is no full stop.
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cmdr|Cdr|Sgt|Brig|Adm|Gov|Sen|Rep|Rev|Hon|St|Pres|Cpl|Supt|Insp)\.(?=\s)|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s?[A-Z]|,)|\w+(?:[-'’.&/]\w+)*|[^\w\s]"
)
_ARTICLES = frozenset({"al-", "el-", "as-", "ar-", "ad-", "az-", "an-", "at-", "ul-"})
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
    inside = [a for a in actors if a.rule not in _PART and not _only_title(a)]
    starts = [q.start for q in quotations]
    quoted = edge = False
    at, n = span.start, 0
    for match in _TOKEN.finditer(text, span.start, span.end):
        start, end = match.span()
        if start < at:
            continue
        while n < len(inside) and inside[n].span.end <= start:
            n += 1
        if starts:
            quoted, edge = _quoted(start, starts, quotations)
        if n < len(inside) and inside[n].span.start <= start:
            token = _actor_token(text, inside[n], quoted=quoted)
            out.append(token)
            at = token.end + (2 if token.possessive and text[token.end] in "'’" else 0)
            continue
        word = match.group()
        if edge or not (word[0].isalnum() or word[0] == "_"):
            out.append(Token(start, end, word, "quote" if edge else "mark", None, False, quoted and not edge))
            continue
        low = word.lower().replace("’", "'")
        if word[-1] == "." and len(word) > 2 and word[-3:-2] != ".":
            low = low[:-1]
        capital = word[0].isupper() or (low[:3] in _ARTICLES and word[3:4].isupper())
        out.append(Token(start, end, low, "word", None, capital, quoted, low.endswith("'s")))
    return out


def _only_title(actor: ActorMention) -> bool:
    """Whether a mention is but a title whose dot hid the name: "Cmdr. Barry Frewer"."""
    return actor.rule == "speaking-person" and actor.text.lower().rstrip(".") in words("title")


def _actor_token(text: str, actor: ActorMention, *, quoted: bool) -> Token:
    """The token of a mention; a possessive that lost its apostrophe ("Assads regime") is one all the same."""
    stop = actor.span.end
    tail = text[stop : stop + 2]
    glued = tail[:1] == "s" and not tail[1:].isalnum()
    owns = tail in ("'s", "’s") or glued or (tail[:1] in ("'", "’") and text[stop - 1] == "s")
    low = actor.text if actor.text.isupper() else actor.text.lower()  # "IS" is no verb
    return Token(actor.span.start, stop, low, "actor", actor, True, quoted, owns)


def _quoted(at: int, starts: Sequence[int], quotations: Sequence[Span]) -> tuple[bool, bool]:
    """(inside a quotation, is one of its marks)."""
    k = bisect_right(starts, at) - 1
    if k < 0 or at >= quotations[k].end:
        return False, False
    return True, at in (quotations[k].start, quotations[k].end - 1)
