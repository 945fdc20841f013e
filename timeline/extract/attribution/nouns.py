"""One who may speak: an actor mention, a description ("a Western diplomat"), or a person's name no list knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import source_nouns, verbs, words
from timeline.lexicon.fold import fold, slug
from timeline.lexicon.gazetteer import gazetteer
from timeline.lexicon.governments import country_words, governments, group_words
from timeline.lexicon.words import common_words
from timeline.model import Span

BODIES = frozenset({"body", "group", "government", "force", "media"})
_STOPS = (
    words("preposition") | words("conjunction") | words("weekday") | words("time") | words("auxiliary") | words("be")
    | words("adverb") | words("pronoun")
)  # fmt: skip
_REFERRING = frozenset({"pronoun", "the-group", "the-statement"})
_NO_NAME = frozenset({"speaking", "citing", "quoting", "according", "including", "said", "asked", "source", "reports"})
_AGAIN = 3  # sentences for which "the official" is the one who spoke last
_WALK = 8  # words of the longest phrase before a head
_OUTLETS = frozenset({"news", "agency", "radio", "television", "newspaper", "state"})


_PLAIN = words("loose") | words("qualifier") | source_nouns().keys() - {"western"}
# Words that point back to a body named before: "the Britain-based group".
_POINTING = frozenset({
    "group", "organisation", "organization", "charity", "network", "monitor", "watchdog", "ngo", "service", "association",
    "panel", "agency", "body", "outlet", "broadcaster", "channel", "station", "newspaper", "institute", "foundation",
})  # fmt: skip


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
    body: Source | None = None  # the body or outlet that spoke last
    spoken: frozenset[str] | set[str] = frozenset()  # ids of all who have spoken

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


def source_at(sentence: Sentence, n: int, floor: int = 0) -> Source | None:
    """The source that the token ``n`` heads, or ``None``."""
    token = sentence.tokens[n]
    if token.possessive or token.quoted:
        return None
    if token.actor is not None:
        actor = token.actor
        if actor.rule.startswith(("country", "capital")) and (named := _known_name(sentence, n)):
            return named
        if actor.rule in _REFERRING and actor.id not in sentence.spoken and (other := _speaker_meant(sentence, token)):
            return other
        if n and actor.head == "people" and sentence.low(n - 1) == "the" and (other := _same_again(sentence, token)):
            return other
        kind = source_nouns().get(token.low.rsplit(maxsplit=1)[-1]) if actor.head == "people" else None
        return Source(actor.span, actor.id, actor.name, actor.head, kind[1] if kind else "actor")
    if token.kind != "word":
        return None
    if token.low in ("he", "she", "they", "it"):
        return _pronoun(sentence, token)
    if noun_of(token.low) is None:
        return _known_name(sentence, n)
    return _described(sentence, n, floor)


def _same_again(sentence: Sentence, token: Token) -> Source | None:
    """The last speaker, where "the official" is the police official who spoke before."""
    for source in sentence.last if sentence.since < _AGAIN else ():
        if token.low in sentence.text[source.span.start : source.span.end].lower().split():
            return Source(Span(token.start, token.end), source.id, source.name, source.head, source.rank)
    return None


def _speaker_meant(sentence: Sentence, token: Token) -> Source | None:
    """The last speaker, where a reference is taken for one who has not spoken at all."""
    if token.low in ("he", "she", "they", "it"):
        return _pronoun(sentence, token)
    body = sentence.body
    return Source(Span(token.start, token.end), body.id, body.name, body.head) if body else None


def _pronoun(sentence: Sentence, token: Token) -> Source | None:
    """The last speaker, where he, she, they or it may be meant and no actor mention says who."""
    if not sentence.last:
        return _opening_source(sentence, token)
    if (len(sentence.last) != 1 and token.low != "they") or (token.low in ("it", "they") and sentence.since):
        return None
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


def _described(sentence: Sentence, n: int, floor: int) -> Source:
    name, kind = noun_of(sentence.tokens[n].low) or ("", "")
    tokens = sentence.tokens
    first = phrase_start(sentence, n, floor)
    start = first + 1 if tokens[first].low in words("determiner") and first < n else first
    span = Span(tokens[start].start, tokens[n].end)
    owner = next((t for t in tokens[start:n] if t.actor is not None and t.actor.head in BODIES), None)
    if owner is not None and owner.actor is not None and kind not in ("media", "person", "source"):
        actor = owner.actor
        return Source(span, actor.id, actor.name, actor.head)
    if first == n - 1 and tokens[first].low == "the" and kind in ("person", "affiliate", "source"):
        again = _same_again(sentence, tokens[n])
        if again is not None:
            return again
    if kind == "report":
        author = _author(sentence, start, n)
        return author or make_source(name, span, "report", "report")
    pointing = first < n and tokens[first].low == "the" and tokens[n].low in _POINTING
    if pointing and sentence.body is not None and not any(t.capital and "-" not in t.low for t in tokens[start:n]):
        known = sentence.body
        return Source(span, known.id, known.name, known.head)
    if kind in ("body", "media"):
        return make_source(_body_name(sentence, start, n), span, kind, kind)
    before = tokens[n - 1].low if n > start else ""
    acronym = sentence.text[tokens[n - 1].start : tokens[n - 1].end] if n > start else ""
    if kind in ("affiliate", "person") and acronym.isupper() and len(acronym) > 2:
        return make_source(acronym, Span(tokens[n - 1].start, tokens[n].end), "body", "actor")
    if owner is not None and owner.actor is not None and kind == "source":
        before = "military" if owner.actor.head == "force" else before
    if kind == "affiliate" and tokens[n].low in words("office"):
        name = _office(sentence, start, n, name)
    elif before in words("qualifier"):
        name = f"{before} {name}"
    return make_source(name, span, "people", kind)


def _author(sentence: Sentence, start: int, n: int) -> Source | None:
    """Whose paper it is by the words before it: "a Soviet communique", "an Admiralty statement"."""
    tokens = sentence.tokens
    if n - start < 1 or not tokens[n - 1].capital or tokens[n - 1].kind != "word" or n - 1 == 0:
        return None
    first = name_run(sentence, n - 1, start)
    name = sentence.text[tokens[first].start : tokens[n - 1].end].removesuffix("'s").removesuffix("’s")
    span = Span(tokens[first].start, tokens[n - 1].end)
    country = country_words().get(fold(name))
    if country is not None:
        return make_source(governments()[country[0]].state, span, "government", "actor")
    if first > n - 1 or gazetteer().has(fold(name)) or tokens[n - 1].low in words("time") | common_words():
        return None
    return make_source(name, span, "body", "body")


def _office(sentence: Sentence, start: int, n: int, name: str) -> str:
    """The office in full: "Iraq's prime minister" is the Iraqi prime minister."""
    parts = [name]
    for k in range(n - 1, start - 1, -1):
        token = sentence.tokens[k]
        word = fold(token.low.removesuffix("'s"))
        if token.low in words("title") | words("qualifier"):
            parts.insert(0, token.low)
        elif token.capital and word in country_words():
            parts.insert(0, governments()[country_words()[word][0]].adjective)
        elif token.low not in words("loose"):
            break
    return " ".join(parts)


def _body_name(sentence: Sentence, start: int, n: int) -> str:
    """ "The Unified Medical Office" by its capitals, "the rebel high command" in small letters."""
    owner = sentence.tokens[start]
    if owner.actor is not None and n == start + 1:
        name = owner.actor.text if owner.capital or not owner.actor.text.endswith("s") else owner.actor.text[:-1]
        return f"{name} {sentence.tokens[n].low}"
    words_ = [t for t in sentence.tokens[start:n] if t.low not in words("loose") or t.capital]
    words_.append(sentence.tokens[n])
    kept = words_[-4:]
    if all(t.capital for t in words_) and len(words_) > 1:
        return sentence.text[words_[0].start : words_[-1].end].replace("\n", " ")
    name = " ".join(sentence.text[t.start : t.end] for t in kept)
    opens = kept[0].start == _first(sentence) and kept[0].low not in country_words()
    return name[:1].lower() + name[1:] if opens and kept[0].low in _PLAIN else name


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
    if folded in country_words() or folded in group_words() or folded.removesuffix("s") in words("time"):
        return None
    if tokens[first].low in _NO_NAME or tokens[n].low in words("venue"):
        return None
    if first == n and (
        tokens[n].low[0].isdigit()
        or (n == 0 and tokens[n].low in _ordinary())
        or gazetteer().has(tokens[n].low)
        or len(name) < 3
    ):
        return None
    if name.isupper() and len(name) > 6:
        return None
    source = make_source(name, Span(tokens[first].start, tokens[n].end), "person", "name")
    sentence.people.setdefault(fold(sentence.text[tokens[n].start : tokens[n].end]), source)
    if first < n:
        sentence.people.setdefault(fold(sentence.text[tokens[first].start : tokens[first].end]), source)
    return source, first


def capital_of_state(sentence: Sentence, n: int) -> tuple[Source, int] | None:
    """The state whose capital speaks: "Moscow has said"."""
    token = sentence.tokens[n]
    country = country_words().get(fold(token.low)) if token.capital and token.kind == "word" else None
    named = country is not None and country[1] in ("capital", "name")
    state = governments()[country[0]].state if country is not None and named else None
    if state is None and n == 0 and token.capital and gazetteer().has(token.low):
        state = sentence.text[token.start : token.end]
    before = sentence.tokens[n - 1] if n else None
    if state is None or (before and before.capital and before.kind == "word" and before.low not in words("determiner")):
        return None
    return make_source(state, Span(token.start, token.end), "government", "actor"), n


def body_named(sentence: Sentence, n: int, floor: int) -> tuple[Source, int] | None:
    """The body or outlet whose name ends at ``n``: "the website Al Masdar News", "the Mint Press News"."""
    first = name_run(sentence, n, floor)
    tokens = sentence.tokens
    if first > n or tokens[n].low in words("title") - _OUTLETS | words("time") or tokens[n].low in verbs():
        return None
    before = source_nouns().get(sentence.low(first - 1)) if first > floor else None
    called = before is not None and before[1] in ("body", "media")
    if not called and not (n - first >= 1 and (sentence.low(first - 1) == "the" or tokens[first - 1].low == ",")):
        return None
    name = sentence.text[tokens[first].start : tokens[n].end].replace("\n", " ")
    folded = fold(name)
    if folded in country_words() or folded in group_words() or (not called and gazetteer().has(folded)):
        return None
    head = "media" if before and before[1] == "media" else "body"
    start = phrase_start(sentence, first - 1, floor) if called else first
    return make_source(name, Span(tokens[first].start, tokens[n].end), head, head), start


def _fits(token: Token, *, proper: bool) -> bool:
    """Whether a word may belong to what names a source: a capital before a small-letter head must be an adjective."""
    if token.possessive or token.low in words("title") | words("loose") | words("qualifier"):
        return True
    return token.capital and (proper or "-" in token.low or fold(token.low) in country_words())


@cache
def _ordinary() -> frozenset[str]:
    """Words of the language that may open a sentence: no names there by themselves."""
    return frozenset().union(*(words(name) for name in ("determiner", "adverb", "pronoun", "plural", "number", "time")))


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
            adjective = token.actor.text.islower() and not token.actor.text.endswith("s")
            if token.possessive or tokens[k].actor is None or adjective:
                best = k = k - 1
                continue
            break
        if token.kind != "word" or token.low in _STOPS or token.quoted:
            break
        fits = _fits(token, proper=proper)
        if not fits and (proper or token.low in verbs()):
            break
        k -= 1
        if fits and (head.actor is None or not token.capital or token.low in words("title") | words("loose")):
            best = k
    return best
