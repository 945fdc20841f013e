"""One who may speak: an actor mention, a description ("a Western diplomat"), or a person's name no list knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import source_nouns, verbs, words
from timeline.lexicon.fold import fold, slug
from timeline.lexicon.gazetteer import gazetteer
from timeline.lexicon.governments import country_words, group_words
from timeline.lexicon.words import common_words
from timeline.model import Span

BODIES = frozenset({"body", "group", "government", "force", "media"})
_STOPS = (
    words("preposition") | words("conjunction") | words("weekday") | words("time") | words("auxiliary") | words("be")
    | words("adverb") | words("pronoun")
)  # fmt: skip
_WALK = 8  # words of the longest phrase before a head


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


@dataclass(slots=True)
class Sentence:
    """The text, the tokens of one sentence, the persons named so far by surname, and the last speakers."""

    text: str
    tokens: Sequence[Token]
    people: dict[str, Source] = field(default_factory=dict)
    last: tuple[Source, ...] = ()
    since: int = 0

    def low(self, n: int) -> str:
        """The word or mark at ``n`` in lower case, ``""`` outside the sentence."""
        return self.tokens[n].low if 0 <= n < len(self.tokens) else ""


def make_source(name: str, span: Span, head: str, rank: str) -> Source:
    """A source that no actor mention gives."""
    return Source(span, slug(name), name, head, rank)


def source_at(sentence: Sentence, n: int, floor: int = 0) -> Source | None:
    """The source that the token ``n`` heads, or ``None``."""
    token = sentence.tokens[n]
    if token.possessive or token.quoted:
        return None
    if token.actor is not None:
        actor = token.actor
        if actor.rule.startswith(("country", "capital")) and (named := _known_name(sentence, n)):
            return named
        kind = source_nouns().get(token.low.rsplit(maxsplit=1)[-1]) if actor.head == "people" else None
        return Source(actor.span, actor.id, actor.name, actor.head, kind[1] if kind else "actor")
    if token.kind != "word":
        return None
    if token.low in ("he", "she", "they", "it"):
        return _pronoun(sentence, token)
    if token.low not in source_nouns():
        return _known_name(sentence, n)
    return _described(sentence, n, floor)


def _pronoun(sentence: Sentence, token: Token) -> Source | None:
    """The last speaker, where he, she, they or it may be meant and no actor mention says who."""
    if (len(sentence.last) != 1 and token.low != "they") or (token.low in ("it", "they") and sentence.since):
        return None
    human = ("person", "people")
    wanted = human if token.low in ("he", "she") else (*human, *BODIES) if token.low == "they" else tuple(BODIES)
    found = next((s for s in sentence.last if s.head in wanted), None)
    return Source(Span(token.start, token.end), found.id, found.name, found.head, "pronoun") if found else None


def _described(sentence: Sentence, n: int, floor: int) -> Source:
    name, kind = source_nouns()[sentence.tokens[n].low]
    tokens = sentence.tokens
    first = phrase_start(sentence, n, floor)
    start = first + 1 if tokens[first].low in words("determiner") and first < n else first
    span = Span(tokens[start].start, tokens[n].end)
    owner = next((t for t in tokens[start:n] if t.actor is not None and t.actor.head in BODIES), None)
    if owner is not None and owner.actor is not None and kind not in ("media", "person", "source"):
        actor = owner.actor
        return Source(span, actor.id, actor.name, actor.head)
    if kind == "report":
        return make_source(name, span, "report", "report")
    if kind in ("body", "media"):
        return make_source(_body_name(sentence, start, n), span, kind, kind)
    before = tokens[n - 1].low if n > start else ""
    if owner is not None and owner.actor is not None and kind == "source":
        before = "military" if owner.actor.head == "force" else before
    if before in words("qualifier"):
        name = f"{before} {name}"
    return make_source(name, span, "people", kind)


def _body_name(sentence: Sentence, start: int, n: int) -> str:
    """ "The Unified Medical Office" by its capitals, "the rebel high command" in small letters."""
    owner = sentence.tokens[start]
    if owner.actor is not None and n == start + 1:
        name = owner.actor.text if owner.capital or not owner.actor.text.endswith("s") else owner.actor.text[:-1]
        return f"{name} {sentence.tokens[n].low}"
    words_ = [t for t in sentence.tokens[start : n + 1] if t.low not in words("loose") or t.capital]
    kept = words_[-4:]
    if all(t.capital for t in words_) and len(words_) > 1:
        return sentence.text[words_[0].start : words_[-1].end].replace("\n", " ")
    name = " ".join(sentence.text[t.start : t.end] for t in kept)
    return name[:1].lower() + name[1:] if kept[0].start == _first(sentence) else name


def _first(sentence: Sentence) -> int:
    """Where the first word of the sentence stands, whose capital tells nothing."""
    return sentence.tokens[0].start


def _known_name(sentence: Sentence, n: int) -> Source | None:
    token = sentence.tokens[n]
    if not token.capital:
        return None
    known = sentence.people.get(fold(sentence.text[token.start : token.end]))
    if known is None:
        return None
    return Source(Span(token.start, token.end), known.id, known.name, known.head, "name")


def name_run(sentence: Sentence, n: int, floor: int) -> int:
    """The first token of the run of capitals that ends at ``n``; ``n + 1`` when there is none."""
    tokens = sentence.tokens
    k = n
    while k >= floor and n - k < 6:
        token = tokens[k]
        named = token.kind == "word" and (token.capital or (token.low[:1].isdigit() and k == n > floor))
        joined = k < n and token.low in {"al", "el", "bin", "ibn", "de", "van", "von", "abu", "la", "du", "da"}
        if not (named or joined) or token.quoted or token.possessive:
            break
        if token.low in _STOPS or token.low in words("determiner"):
            break
        k -= 1
    return k + 1


def person_named(sentence: Sentence, n: int, floor: int) -> tuple[Source, int] | None:
    """The person whose name, unknown to the lexicon, ends at ``n``, and its first token."""
    first = name_run(sentence, n, floor)
    if first > n:
        return None
    tokens = sentence.tokens
    while first < n and tokens[first].low in words("title") | common_words():
        first += 1
    name = sentence.text[tokens[first].start : tokens[n].end].replace("\n", " ")
    folded = fold(name)
    if gazetteer().has(folded) or tokens[n].low in common_words() or tokens[n].low in verbs():
        return None
    if folded in country_words() or folded in group_words():
        return None
    if first == n and (tokens[n].low[0].isdigit() or n == 0 or gazetteer().has(tokens[n].low) or len(name) < 3):
        return None
    if name.isupper() and len(name) > 6:
        return None
    source = make_source(name, Span(tokens[first].start, tokens[n].end), "person", "name")
    sentence.people.setdefault(fold(sentence.text[tokens[n].start : tokens[n].end]), source)
    if first < n:
        sentence.people.setdefault(fold(sentence.text[tokens[first].start : tokens[first].end]), source)
    return source, first


def phrase_start(sentence: Sentence, n: int, floor: int) -> int:
    """The first token of the noun phrase whose head is ``n``: its determiner, or where what names it begins."""
    tokens = sentence.tokens
    head = tokens[n]
    if head.low in words("pronoun"):
        return n
    proper = head.capital and (head.actor is not None or n > 0)
    best = k = n
    while k > floor and n - k < _WALK:
        token = tokens[k - 1]
        if token.kind == "word" and token.low in words("determiner"):
            return k - 1
        if token.actor is not None:
            if token.possessive or tokens[k].actor is None:
                best = k = k - 1
                continue
            break
        if token.kind != "word" or token.low in _STOPS or token.quoted:
            break
        fits = token.capital or token.possessive or token.low in words("title") | words("loose") | words("qualifier")
        if not fits and (proper or token.low in verbs()):
            break
        k -= 1
        if fits and (not proper or not token.capital or token.low in words("title") | words("loose")):
            best = k
    return best
