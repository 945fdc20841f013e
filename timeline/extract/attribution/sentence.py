"""A sentence as the rules read it, and the sources found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import source_nouns, words
from timeline.lexicon.fold import slug
from timeline.model import Span

BODIES = frozenset({"body", "group", "government", "force", "media"})
STOPS = (
    words("preposition") | words("conjunction") | words("weekday") | words("time") | words("auxiliary") | words("be")
    | words("adverb") | words("pronoun")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One who is said to say so: the words that name him, id, canonical name and kind of actor.

    ``rank`` tells how he is named: actor, name, affiliate ("an official"), person ("a resident"), source, body,
    media or report ("the statement": the paper, not yet its author).
    """

    span: Span
    id: str
    name: str
    head: str
    rank: str = "actor"


_MID_SENTENCE = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]+")


class Capitals:
    """The words a text writes with a capital inside its sentences: found once, when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(_MID_SENTENCE.findall(self._text))
        return word in self._words


@dataclass(slots=True)
class Sentence:
    """The text, the tokens of one sentence, the persons named so far by surname, and the last speakers."""

    text: str
    tokens: Sequence[Token]
    people: dict[str, Source] = field(default_factory=dict)
    last: tuple[Source, ...] = ()
    since: int = 0
    body: Source | None = None  # the body or outlet that spoke last
    spoken: set[str] = field(default_factory=set)  # ids of all who have spoken
    capitals: Capitals = field(default_factory=lambda: Capitals(""))

    def low(self, n: int) -> str:
        """The word or mark at ``n`` in lower case, ``""`` outside the sentence."""
        return self.tokens[n].low if 0 <= n < len(self.tokens) else ""


def noun_of(low: str) -> tuple[str, str] | None:
    """What a noun names a source by: (canonical name, kind); "vice-president" by its last part."""
    found = source_nouns().get(low)
    if found is None and "-" in low:
        found = source_nouns().get(low.rsplit("-", 1)[1])
    return found


def make_source(name: str, span: Span, head: str, rank: str) -> Source:
    """A source that no actor mention gives."""
    return Source(span, slug(name), name, head, rank)


def token_span(sentence: Sentence, k: int) -> Span:
    """The span of one token."""
    return Span(sentence.tokens[k].start, sentence.tokens[k].end)
