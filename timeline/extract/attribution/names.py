"""Persons, bodies and capitals by names that no actor mention covers."""

from __future__ import annotations

from functools import cache

from timeline.extract.attribution.runs import name_run, phrase_start
from timeline.extract.attribution.sentence import Sentence, Source, make_source
from timeline.extract.attribution.words import source_nouns, verbs, words
from timeline.lexicon.fold import fold
from timeline.lexicon.gazetteer import gazetteer
from timeline.lexicon.governments import country_words, governments, group_words
from timeline.lexicon.words import common_words
from timeline.model import Span


def known_name(sentence: Sentence, n: int) -> Source | None:
    """The person named before whose surname stands at ``n``."""
    token = sentence.tokens[n]
    if not token.capital:
        return None
    known = sentence.people.get(fold(sentence.text[token.start : token.end]))
    if known is None:
        return None
    return Source(Span(token.start, token.end), known.id, known.name, known.head, "name")


def person_named(sentence: Sentence, n: int, floor: int) -> tuple[Source, int] | None:
    """The person whose name, unknown to the lexicon, ends at ``n``, and its first token."""
    first = name_run(sentence, n, floor)
    if first > n:
        return None
    tokens = sentence.tokens
    if any(t.low in words("name-inner") for t in tokens[first : n + 1]):
        return None  # a body: "Reporters Without Borders"
    while first < n and tokens[first].low in words("title") | common_words():
        first += 1
    name = sentence.text[tokens[first].start : tokens[n].end].replace("\n", " ")
    folded = fold(name)
    if gazetteer().has(folded) or tokens[n].low in common_words() or tokens[n].low in verbs():
        return None
    if folded in country_words() or folded in group_words() or folded.removesuffix("s") in words("time"):
        return None
    if any(t.low in words("thing") for t in tokens[first : n + 1]):
        return None
    if tokens[first].low in words("no-name") or tokens[n].low in words("venue"):
        return None
    if first == n and sentence.low(n - 1) == "the":
        return None
    if first == n and (
        tokens[n].low[0].isdigit()
        or (n == 0 and (tokens[n].low in _ordinary() or name not in sentence.capitals))
        or gazetteer().has(tokens[n].low)
        or len(name) < 3
    ):
        return None
    if name.isupper() and len(name) > 6:
        return None
    source = make_source(name, Span(tokens[first].start, tokens[n].end), "person", "name")
    sentence.people.setdefault(fold(sentence.text[tokens[n].start : tokens[n].end]), source)
    opener = tokens[first].low
    if first < n and opener not in country_words() and not gazetteer().has(opener):
        sentence.people.setdefault(fold(sentence.text[tokens[first].start : tokens[first].end]), source)
    return source, first


@cache
def _ordinary() -> frozenset[str]:
    """Words of the language that may open a sentence: no names there by themselves."""
    return frozenset().union(*(words(name) for name in ("determiner", "adverb", "pronoun", "plural", "number", "time")))


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
    if first > n or tokens[n].low in words("title") - words("outlet-word") | words("time") or tokens[n].low in verbs():
        return None
    if any(t.low in words("thing") for t in tokens[first : n + 1]):
        return None
    before = source_nouns().get(sentence.low(first - 1)) if first > floor else None
    called = before is not None and before[1] in ("body", "media")
    the = sentence.low(first - 1) == "the"
    inner = any(t.low in words("name-inner") for t in tokens[first : n + 1])
    if not called and not the and not inner and not (n > first and sentence.low(first - 1) == ","):
        return None
    name = sentence.text[tokens[first].start : tokens[n].end].replace("\n", " ")
    folded = fold(name)
    if folded in country_words() or folded in group_words() or (not called and gazetteer().has(folded)):
        return None
    head = "media" if before and before[1] == "media" else "body"
    start = phrase_start(sentence, first - 1, floor) if called else first - 1 if the else first
    return make_source(name, Span(tokens[first].start, tokens[n].end), head, head), start
