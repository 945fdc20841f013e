"""Words that point back to one who has spoken: "he", "it", "the official", "the Britain-based group"."""

from __future__ import annotations

from timeline.extract.attribution.sentence import BODIES, Sentence, Source
from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import words
from timeline.model import Span

_AGAIN = 3  # sentences for which "the official" is the one who spoke last


def same_again(sentence: Sentence, token: Token) -> Source | None:
    """The last speaker, where "the official" is the police official who spoke before."""
    for source in sentence.last if sentence.since < _AGAIN else ():
        if token.low in sentence.text[source.span.start : source.span.end].lower().split():
            return Source(Span(token.start, token.end), source.id, source.name, source.head, source.rank)
    return None


def speaks_for(sentence: Sentence, n: int) -> Source | None:
    """Whose spokesman "their spokesman" at ``n`` is: of the actor who opens the sentence, else of the last speaker."""
    for k in range(min(n, 5)):
        actor = sentence.tokens[k].actor
        if actor is not None and not sentence.tokens[k].possessive and sentence.tokens[k].low not in words("pronoun"):
            return Source(actor.span, actor.id, actor.name, actor.head)
    if len(sentence.last) != 1 or (sentence.last[0].head == "person") != (sentence.low(n) in ("his", "her")):
        return None
    return sentence.last[0]


def speaker_meant(sentence: Sentence, token: Token) -> Source | None:
    """The last speaker, where a reference is taken for one who has not spoken at all."""
    if token.low in ("he", "she", "they"):
        return last_speaker(sentence, token)
    body = sentence.body or _last_body(sentence)
    return Source(Span(token.start, token.end), body.id, body.name, body.head) if body else None


def _last_body(sentence: Sentence) -> Source | None:
    """The party or body that spoke last, where one alone did."""
    return sentence.last[0] if len(sentence.last) == 1 and sentence.last[0].head in BODIES else None


def last_speaker(sentence: Sentence, token: Token) -> Source | None:
    """The last speaker, where he, she, they or it may be meant and no actor mention says who."""
    if not sentence.last:
        return _opening_source(sentence, token)
    if (len(sentence.last) != 1 and token.low != "they") or sentence.since > (0 if token.low == "it" else 1):
        return None
    if token.low in ("he", "she") and not sentence.since and sentence.last[0].head in BODIES:
        one = sentence.last[0]  # his body spoke through him
        return Source(Span(token.start, token.end), one.id, one.name, one.head, "pronoun")
    human = ("person", "people")
    wanted = human if token.low in ("he", "she") else (*human, *BODIES) if token.low == "they" else tuple(BODIES)
    found = next((s for s in sentence.last if s.head in wanted), None)
    return Source(Span(token.start, token.end), found.id, found.name, found.head, "pronoun") if found else None


def _opening_source(sentence: Sentence, token: Token) -> Source | None:
    """The one who opens the sentence and is meant by a pronoun in it: "Ban said he would"."""
    for k in range(min(4, len(sentence.tokens))):
        opener = sentence.tokens[k]
        if opener.start >= token.start:
            return None
        if opener.actor is not None and not opener.possessive and opener.low not in words("pronoun"):
            actor = opener.actor
            fits = actor.head in (
                ("person",) if token.low in ("he", "she") else ("group", "body", "force", "government")
            )
            return Source(Span(token.start, token.end), actor.id, actor.name, actor.head, "pronoun") if fits else None
    return None
