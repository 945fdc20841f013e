"""What stands beside a name and tells who he is: "Ali Hassan, a doctor", "X, director of the Y"."""

from __future__ import annotations

from timeline.extract.attribution.names import person_named
from timeline.extract.attribution.nouns import source_at
from timeline.extract.attribution.runs import name_run
from timeline.extract.attribution.sentence import BODIES, Sentence, Source, make_source
from timeline.extract.attribution.words import source_nouns, words
from timeline.model import Span

MARKS = frozenset({",", ";", ":", "-", "–", "—", "(", ")"})
STOP_AT = words("preposition") | words("conjunction") | words("be") | words("auxiliary") | {"close"}


def apposed(sentence: Sentence, first: int, floor: int, source: Source) -> Source:
    """The name to whose left a description stands beside it without a comma: "Ali Hassan a doctor"."""
    before = sentence.tokens[first - 1] if first > floor else None
    if source.rank == "affiliate" and before is not None:
        if before.actor is not None and before.actor.head == "person" and not before.possessive:
            return source_at(sentence, first - 1) or source
        k = first - 1
        while k > floor and first - k < 4 and sentence.tokens[k].kind == "word" and not sentence.tokens[k].capital:
            if sentence.low(k) in STOP_AT | words("determiner"):
                break
            k -= 1
        start = name_run(sentence, k, floor)
        if (
            k - start >= 1
            and (start == 0 or sentence.low(start - 1) in MARKS)
            and sentence.low(first) not in words("determiner")
        ):
            named = person_named(sentence, k, floor)
            if named:
                return named[0]
    described = (
        source.rank in ("person", "affiliate", "body", "source")
        or sentence.text[source.span.start].islower()
        or sentence.text[source.span.start : source.span.end] in {"NGO", "N.G.O."}
    )
    if not described or first - 1 < floor or sentence.low(first) not in {"a", "an", "the", "one"}:
        return source
    before = sentence.tokens[first - 1]
    if before.low == "," and first - 2 >= floor and sentence.low(first) != "the":
        before, first = sentence.tokens[first - 2], first - 1
        if before.actor is None or before.actor.head != "person":
            start = name_run(sentence, first - 1, floor)
            named = person_named(sentence, first - 1, floor) if first - start >= 2 else None
            return named[0] if named and sentence.low(start - 1) in MARKS | {""} else source
    if before.low == ")" and (opened := _opening(sentence, first - 1, floor)) > floor:
        before = sentence.tokens[opened - 1]
        first = opened
    if before.actor is not None and not before.possessive:
        if before.actor.head in ("person", "body", "media", "government") or source.rank == "body":
            return source_at(sentence, first - 1) or source
        return source
    start = name_run(sentence, first - 1, floor)
    if source.rank == "body" or source.head == "body":
        whole = _long_name(sentence, start, floor)
        if whole < start:
            span = Span(sentence.tokens[whole].start, sentence.tokens[first - 1].end)
            return make_source(span.of(sentence.text), span, "body", "body")
    if first - start >= 2 and (start == floor or sentence.tokens[start - 1].kind != "word"):
        named = person_named(sentence, first - 1, floor)
        return named[0] if named else source
    return source


def _long_name(sentence: Sentence, start: int, floor: int) -> int:
    """Where "the Center for Policy Research" begins, its last words given; ``start`` when it is no such name."""
    if start - 2 < floor or sentence.low(start - 1) not in ("for", "of"):
        return start
    noun = source_nouns().get(sentence.low(start - 2))
    first = name_run(sentence, start - 2, floor)
    return first if noun and noun[1] == "body" and first <= start - 2 else start


def _opening(sentence: Sentence, n: int, floor: int) -> int:
    return next((k for k in range(n, max(floor, n - 8), -1) if sentence.low(k) == "("), floor)


def by_role(sentence: Sentence, first: int, stop: int, head: Source) -> Source:
    """The body in "X, director of the Y, said", the name in "the mayor, Ali Hassan, said"; else the head itself."""
    tokens = sentence.tokens
    if head.rank in ("affiliate", "person") and tokens[first].capital:
        inner = source_at(sentence, stop - 1, first)
        if inner is not None and inner.head == "person":
            return inner
        named = person_named(sentence, stop - 1, first)
        if named and named[1] == first:
            return named[0]
    if head.rank == "body" and tokens[first].capital and name_run(sentence, stop - 1, first) == first:
        span = Span(tokens[first].start, tokens[stop - 1].end)
        return make_source(span.of(sentence.text), span, "body", "body")
    if not (head.rank == "name" or head.head == "person"):
        return head
    role = False
    for k in range(first, min(stop, first + 10)):
        token = tokens[k]
        if token.low in words("relative") or token.low == ",":
            break
        noun = source_nouns().get(token.low)
        role = role or (noun is not None and noun[1] == "affiliate")
        if token.actor is not None and token.actor.head in BODIES and not token.possessive:
            spokesman = {"spokesman", "spokeswoman", "spokesperson"} & {t.low for t in tokens[k + 1 : k + 3]}
            tied = role and sentence.low(k - 1) in ("of", "for", "at", "in", "the", "with", "from")
            if spokesman or tied:
                return Source(token.actor.span, token.actor.id, token.actor.name, token.actor.head)
    return head
