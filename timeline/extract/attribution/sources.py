"""Who speaks: the noun phrase before or after a cue, read as an actor mention or as a plain description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import source_nouns, words
from timeline.lexicon.fold import slug
from timeline.model import Span

_REACH = 40  # tokens looked over for the head of a subject with a long clause after it
_QUALIFIED = frozenset({
    "security", "military", "medical", "hospital", "government", "opposition", "rebel", "intelligence", "police",
    "diplomatic", "local", "defence", "defense", "health", "judicial", "tribal", "political", "army", "church",
    "humanitarian", "media", "official", "industry", "election", "prison", "port", "airport", "border",
})  # fmt: skip
_PLAIN = frozenset({"person", "people", "source", "speaker", "body", "media"})


@dataclass(frozen=True, slots=True)
class Source:
    """One who is said to say so: the words that name him, id, canonical name and kind of actor."""

    span: Span
    id: str
    name: str
    head: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of one or more sources: tokens ``first`` to ``stop``, half-open."""

    first: int
    stop: int
    sources: tuple[Source, ...]
    relative: bool = False


def source_at(text: str, tokens: Sequence[Token], n: int) -> Source | None:
    """The source that the token ``n`` heads: an actor mention, or a noun that names one by what he is."""
    token = tokens[n]
    if token.possessive:
        return None
    if token.actor is not None:
        actor = token.actor
        return Source(actor.span, actor.id, actor.name, actor.head)
    if token.kind != "word":
        return None
    found = source_nouns().get(token.low)
    if found is None:
        return None
    name, kind = found
    if kind == "report":
        return None
    before = tokens[n - 1].low if n else ""
    first = n
    if before in _QUALIFIED and tokens[n - 1].kind == "word":
        name, first = f"{before} {name}", n - 1
    span = Span(tokens[first].start, token.end)
    return Source(span, slug(name), name, "person" if kind == "speaker" else "people")


def subject_before(text: str, tokens: Sequence[Token], verb: int, floor: int) -> Phrase | None:
    """The subject of the verb at token ``verb``, looked for back to token ``floor``."""
    n = _skip_adverbs(tokens, verb - 1, floor)
    if n < floor:
        return None
    token = tokens[n]
    relative = False
    if token.low in ("who", "which", "that") and n > floor:
        relative = True
        n -= 1
        if tokens[n].low == ",":
            n -= 1
        token = tokens[n]
    if token.low == ")":
        opened = next((k for k in range(n, max(floor, n - 12), -1) if tokens[k].low == "("), None)
        if opened is None or opened <= floor:
            return None
        n = opened - 1
        token = tokens[n]
    if token.low == ",":
        return _before_comma(text, tokens, n, floor)
    found = _listed(text, tokens, n, floor)
    if found:
        return Phrase(found.first, found.stop, found.sources, relative)
    return _postmodified(text, tokens, n, floor)


def _skip_adverbs(tokens: Sequence[Token], n: int, floor: int) -> int:
    skipped = words("adverb") | words("auxiliary")
    steps = 0
    while n >= floor and steps < 6:
        token = tokens[n]
        if token.kind == "word" and (token.low in skipped or (token.low.endswith("ly") and len(token.low) > 4)):
            n -= 1
        elif token.kind == "word" and token.low in words("weekday") and n > floor and tokens[n - 1].low == "on":
            n -= 2
        elif token.low == "," and n > floor and tokens[n - 1].low in skipped:
            n -= 1
        elif token.low == "," and steps and n > floor and tokens[n - 1].actor is not None:
            n -= 1
        else:
            break
        steps += 1
    return n


def _listed(text: str, tokens: Sequence[Token], n: int, floor: int) -> Phrase | None:
    """A source that ends at ``n``, with those joined to it by "and" or "or"."""
    last = source_at(text, tokens, n)
    if last is None:
        return None
    first = phrase_start(tokens, n, floor)
    sources = [last]
    k = first - 1
    while k - 1 > floor and tokens[k].low in ("and", "or") and len(sources) < 4:
        other = source_at(text, tokens, k - 1)
        if other is None or (other.head == "media") != (last.head == "media"):
            break
        start = phrase_start(tokens, k - 1, floor)
        if start > floor and tokens[start - 1].kind == "word" and tokens[start - 1].low not in words("conjunction"):
            break
        sources.insert(0, other)
        first, k = start, start - 1
    return Phrase(first, n + 1, tuple(sources))


def phrase_start(tokens: Sequence[Token], n: int, floor: int) -> int:
    """The first token of the noun phrase whose head is ``n``: its determiner, or where its capitals begin."""
    k = n
    best = n
    while k > floor and n - k < 8:
        token = tokens[k - 1]
        if token.kind == "word" and token.low in words("determiner"):
            return k - 1
        if token.actor is not None and token.possessive:
            best = k = k - 1
            continue
        if token.kind != "word" or token.low in words("preposition") | words("conjunction") | words("weekday"):
            break
        if token.low in words("auxiliary") | words("be") | words("adverb") | words("pronoun"):
            break
        k -= 1
        if token.possessive or (token.capital and tokens[n].capital):
            best = k
    return best


def _before_comma(text: str, tokens: Sequence[Token], n: int, floor: int) -> Phrase | None:
    """The subject of "Rahman, whose group collects reports, said": what stands before the first comma."""
    k = n - 1
    while k > floor and n - k < _REACH:
        if tokens[k].low == "," and tokens[k].kind == "mark":
            head = source_at(text, tokens, k - 1)
            if head and tokens[k + 1].low in words("opener") | words("determiner") | _titles(tokens[k + 1]):
                first = phrase_start(tokens, k - 1, floor)
                return Phrase(first, n, (head,))
            inner = source_at(text, tokens, n - 1)
            if inner and k + 1 <= n - 1 and tokens[k + 1].low in words("determiner") and tokens[k - 1].capital:
                return Phrase(max(floor, k - 1), n, (inner,))
        if tokens[k].kind == "quote":
            break
        k -= 1
    return None


def _titles(token: Token) -> frozenset[str]:
    known = token.actor is not None or token.low in source_nouns() or token.low[:1].isdigit()
    return frozenset({token.low}) if known else frozenset()


def _postmodified(text: str, tokens: Sequence[Token], n: int, floor: int) -> Phrase | None:
    """The subject of "The group with a network of sources inside Syria said": the first phrase of its clause."""
    start = n
    stops = words("contrast") | {"and", "that", "because", "when", "after", "as"}
    while start > floor and n - start < _REACH:
        token = tokens[start - 1]
        if token.kind in ("quote",) or token.low in (",", ";", ":", "-", "–", "—") or token.low in stops:
            break
        start -= 1
    k = start
    while k <= n and k - start < 6:
        head = source_at(text, tokens, k)
        if head:
            following = tokens[k + 1].low if k + 1 <= n else ""
            if following in words("opener"):
                first = phrase_start(tokens, k, floor)
                return Phrase(first, n + 1, (head,))
            if k + 1 <= n and source_at(text, tokens, k + 1) is None:
                k += 1
                continue
        k += 1
    return None


def sources_after(text: str, tokens: Sequence[Token], n: int) -> Phrase | None:
    """The sources named from token ``n`` on: "a Western diplomat", "activists and the UN", "figures from the UN"."""
    k, limit = n, min(len(tokens), n + 9)
    while k < limit:
        token = tokens[k]
        if token.kind == "quote" or token.low in (",", ";", ":", ".", "(", ")"):
            return None
        found = source_at(text, tokens, k)
        if found:
            return _with_others(text, tokens, n, k, found)
        noun = source_nouns().get(token.low)
        if (
            noun
            and noun[1] == "report"
            and k + 1 < len(tokens)
            and tokens[k + 1].low in ("by", "from", "of", "in", "on", "issued", "released", "compiled", "published")
        ):
            k += 2
            limit = min(len(tokens), k + 9)
            continue
        if token.low in words("preposition") | words("conjunction") | words("be") | words("auxiliary"):
            return None
        k += 1
    return None


def _with_others(text: str, tokens: Sequence[Token], first: int, head: int, found: Source) -> Phrase:
    # A description before a name takes the name: "spokesman Ali Hassan", "rebel commander Abu Omar".
    while head + 1 < len(tokens) and tokens[head + 1].actor is not None and tokens[head + 1].actor.head == "person":
        following = source_at(text, tokens, head + 1)
        if following is None:
            break
        found, head = following, head + 1
    sources = [found]
    stop = head + 1
    while stop + 1 < len(tokens) and tokens[stop].low in ("and", "or") and len(sources) < 4:
        k = stop + 1
        while k < min(len(tokens), stop + 4) and (
            tokens[k].low in words("determiner") or (source_at(text, tokens, k) is None and tokens[k].kind == "word")
        ):
            k += 1
        other = source_at(text, tokens, k) if k < len(tokens) else None
        following = tokens[k + 1].low if k + 1 < len(tokens) else "."
        if other is None or following not in (",", ".", ";", "in", "and", "or", "on"):
            break
        sources.append(other)
        stop = k + 1
    return Phrase(first, stop, tuple(sources))
