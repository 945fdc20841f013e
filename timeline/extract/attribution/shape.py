"""Where the content of a verb of saying stands: after it, before it, or on both sides of it."""

from __future__ import annotations

from timeline.extract.attribution.sentence import Sentence
from timeline.extract.attribution.words import words

_STARTS = frozenset({"that", ":"})
_ENDS = frozenset({".", "!", "?", ";", ")"})
_LEAST = 2  # words that make a content


def find_content(sentence: Sentence, n: int, kind: str) -> int:
    """Where the content begins after the verb: past those told, times and "in a statement"."""
    k = _past_recipient(sentence, n) if kind == "tell" and sentence.low(n) != "of" else n
    if sentence.low(n) == "out" and sentence.low(n - 1).startswith("point"):
        k = n + 1
    for _ in range(5):
        after = _past_adverbial(sentence, k)
        if after == k:
            break
        k = after
    if (
        sentence.low(k) == ","
        and sentence.low(k + 1) in ("however", "though", "meanwhile")
        and sentence.low(k + 2) == ","
    ):
        k += 3
    return k


def _past_recipient(sentence: Sentence, n: int) -> int:
    tokens = sentence.tokens
    limit = min(len(tokens), n + 7)
    for k in range(n, limit):
        token = tokens[k]
        if token.kind in ("quote", "mark") or token.low == "that":
            return k
        if token.low in words("recipient"):
            return k + 1
        if sentence.low(k + 1) in words("venue") or (k + 1 < len(tokens) and tokens[k + 1].capital):
            continue
        if token.low in words("venue"):
            return k + 2 if sentence.low(k + 1) in words("venue") else k + 1
        if token.actor is not None and not token.possessive:
            after = k + 1
            while after < limit and tokens[after].low in words("recipient-tail"):
                after += 1
            return after
        if token.capital and (
            k + 1 >= len(tokens) or not (tokens[k + 1].capital or tokens[k + 1].low in words("recipient-tail"))
        ):
            return k + 1
        if (
            token.low in words("recipient-tail")
            and sentence.low(k + 1) not in words("recipient-tail")
            and not (k + 1 < len(tokens) and tokens[k + 1].capital)
        ):
            return k + 1
    return min(n + 1, len(tokens))


def _past_adverbial(sentence: Sentence, n: int) -> int:
    tokens = sentence.tokens
    if n >= len(tokens):
        return n
    low = sentence.low(n)
    if low in words("time") | {"also", "earlier", "later", "again", "separately"} and not tokens[n].quoted:
        return n + 1
    if low in {"last", "this", "next"} and sentence.low(n + 1) in words("time"):
        return n + 2
    if low == "by":
        k = n + 2 if sentence.low(n + 1) in words("determiner") else n + 1
        if k < len(tokens) and tokens[k].actor is not None:
            return k + 1
    if low in words("preposition"):
        for k in range(n + 1, min(len(tokens), n + 8)):
            if tokens[k].low == "that" and tokens[k - 1].kind != "mark":
                return k
            if tokens[k].kind != "word" and tokens[k].actor is None:
                break
            if tokens[k].low in words("be") | words("auxiliary") | words("pronoun") and not tokens[k].capital:
                break
    if low in words("venue-lead"):
        for k in range(n + 1, min(len(tokens), n + 8)):
            token = tokens[k]
            if token.kind in ("quote", "mark") or token.low == "that":
                break
            if token.low in words("venue") | words("weekday") or (low == "to" and token.actor is not None):
                after = k + 1
                while after < len(tokens) and tokens[after].low in words("venue"):
                    after += 1
                return after
            if token.low in words("be") | words("auxiliary"):
                break
    if low in ("posted", "issued", "released", "carried", "published", "broadcast", "aired", "sent"):
        for k in range(n + 1, min(len(tokens), n + 7)):
            if tokens[k].low in words("venue") | words("weekday") or tokens[k].actor is not None:
                return k + 1
    return n


def find_shape(sentence: Sentence, first: int, content: int, *, relative: bool = False) -> str:
    """``forward`` when a clause follows the verb, else ``backward``, or ``around`` when the clause goes on after it.

    ``first`` is the first token of the cue, ``content`` the first after the verb and its adverbials.
    """
    tokens = sentence.tokens
    before = _content_before(sentence, first)
    if first and tokens[first - 1].low == "what":
        return "forward"
    if content >= len(tokens):
        return "backward" if before else "forward"
    if not before or relative:
        return "forward"
    token = tokens[content]
    closed = tokens[first - 1].kind == "quote" or tokens[first - 1].low == ","
    if token.low in _STARTS or (token.low in ("of", "against") and token.kind == "word"):
        return "around" if token.low == ":" and tokens[first - 1].low == "," and first > 7 else "forward"
    if token.kind == "quote":
        return "around" if closed and _quotes_before(sentence, first) else "forward"
    if token.low in _ENDS or len(tokens) - content < _LEAST:
        return "backward"
    if token.low == ",":
        following = tokens[content + 1] if content + 1 < len(tokens) else token
        return "forward" if following.kind == "quote" and not _quotes_before(sentence, first) else "around"
    if closed and _quotes_before(sentence, first):
        return "around"
    tail = token.low in words("conjunction") | words("preposition") | {"part"} or (
        token.low.endswith("ing") and not token.capital
    )
    return "around" if tail and not _introduction(sentence, first) else "forward"


def _quotes_before(sentence: Sentence, first: int) -> bool:
    """Whether a quotation of some length closes right before the cue."""
    tokens = sentence.tokens
    edge = first - 2 if first > 1 and tokens[first - 1].low == "," else first - 1
    if edge < 1 or tokens[edge].kind != "quote":
        return False
    return sum(tokens[k].quoted for k in range(max(0, edge - 4), edge)) >= 3


def _content_before(sentence: Sentence, first: int) -> bool:
    """Whether more than an adverbial stands before the cue."""
    lead = [t for t in sentence.tokens[:first] if t.kind != "mark"]
    if len(lead) < 3:
        named = len(lead) == 2 and lead[0].low in words("determiner") and sentence.low(first - 1) == ","
        return named or any(t.quoted for t in lead)
    return not _introduction(sentence, first)


def _introduction(sentence: Sentence, first: int) -> bool:
    """Whether all before the subject is an adverbial: "In Damascus meanwhile", "On Tuesday,"."""
    tokens = sentence.tokens
    lead = tokens[:first]
    if (
        not lead
        or len(lead) > 7
        or lead[0].low not in words("preposition") | {"after", "before", "earlier", "late", "as", "speaking"}
    ):
        return False
    return sum(t.low == "," for t in lead) <= 1 and not any(t.low in words("be") | words("auxiliary") for t in lead)
