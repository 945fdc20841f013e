"""One who may speak: an actor mention, or a description ("a Western diplomat") that names no one."""

from __future__ import annotations

from timeline.extract.attribution.names import known_name
from timeline.extract.attribution.reference import last_speaker, same_again, speaker_meant, speaks_for
from timeline.extract.attribution.runs import name_run, phrase_start
from timeline.extract.attribution.sentence import BODIES, Sentence, Source, make_source, noun_of
from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import source_nouns, words
from timeline.lexicon.fold import fold
from timeline.lexicon.gazetteer import gazetteer
from timeline.lexicon.governments import country_words, governments
from timeline.lexicon.words import common_words
from timeline.model import Span

_REFERRING = frozenset({"pronoun", "the-group", "the-statement"})
_PLAIN = words("loose") | words("qualifier") | source_nouns().keys() - {"western"}


def source_at(sentence: Sentence, n: int, floor: int = 0) -> Source | None:
    """The source that the token ``n`` heads, or ``None``."""
    token = sentence.tokens[n]
    if token.possessive or token.quoted:
        return None
    if token.actor is not None:
        actor = token.actor
        if actor.rule.startswith(("country", "capital")) and (named := known_name(sentence, n)):
            return named
        if actor.rule in _REFERRING and actor.id not in sentence.spoken and (other := speaker_meant(sentence, token)):
            return other
        if n and actor.head == "people" and sentence.low(n - 1) == "the" and (other := same_again(sentence, token)):
            return other
        noun = token.low.rsplit(maxsplit=1)[-1]
        body = sentence.body if noun in words("pointing") and sentence.low(n - 1) == "the" else None
        if body is not None and actor.head == "people":
            return Source(actor.span, body.id, body.name, body.head)
        kind = source_nouns().get(noun) if actor.head == "people" else None
        opener, _, rest = actor.name.partition(" ")
        if actor.head == "person" and rest and opener.lower() in words("office") | {"radio", "television"}:
            if opener.lower() in words("outlet-word"):
                return make_source(actor.name, actor.span, "media", "actor")
            return make_source(rest, actor.span, "person", "actor")
        return Source(actor.span, actor.id, actor.name, actor.head, kind[1] if kind else "actor")
    if token.kind != "word":
        return None
    if token.low in ("he", "she", "they", "it"):
        return last_speaker(sentence, token)
    if noun_of(token.low) is None:
        return known_name(sentence, n)
    return _described(sentence, n, floor)


def _is_name(sentence: Sentence, token: Token) -> bool:
    """Whether a word names something: "Al-Watan", not "Britain-based"."""
    return token.capital and sentence.text[token.start : token.end].rpartition("-")[2][:1].isupper()


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
        again = same_again(sentence, tokens[n])
        if again is not None:
            return again
    if tokens[first].low in ("his", "her", "its", "their") and tokens[n].low in words("mouthpiece"):
        spoken_for = speaks_for(sentence, first)
        if spoken_for is not None:
            return Source(span, spoken_for.id, spoken_for.name, spoken_for.head)
    if kind == "report":
        author = _author(sentence, start, n)
        return author or make_source(name, span, "report", "report")
    pointing = first < n and not tokens[n].capital and tokens[first].low == "the" and tokens[n].low in words("pointing")
    if pointing and sentence.body is not None and not any(_is_name(sentence, t) for t in tokens[start:n]):
        known = sentence.body
        return Source(span, known.id, known.name, known.head)
    if kind in ("body", "media"):
        whole = _of_what(sentence, n)
        if whole > n:
            span = Span(span.start, tokens[whole].end)
            return make_source(span.of(sentence.text).replace("\n", " "), span, kind, kind)
        return make_source(_body_name(sentence, start, n), span, kind, kind)
    before = tokens[n - 1].low if n > start else ""
    acronym = sentence.text[tokens[n - 1].start : tokens[n - 1].end] if n > start else ""
    if (
        kind in ("affiliate", "person")
        and acronym.isupper()
        and len(acronym) > 2
        and fold(acronym) not in country_words()
    ):
        return make_source(acronym, Span(tokens[n - 1].start, tokens[n].end), "body", "actor")
    if owner is not None and owner.actor is not None and kind == "source":
        before = "military" if owner.actor.head == "force" else before
    if kind == "affiliate" and tokens[n].low in words("office"):
        name = _office(sentence, start, n, name)
    elif before in words("qualifier"):
        name = f"{before} {name}"
    return make_source(name, span, "people", kind)


def _of_what(sentence: Sentence, n: int) -> int:
    """The last token of a name that goes on after its noun: "Department of Agriculture"; ``n`` when it does not."""
    tokens = sentence.tokens
    if not tokens[n].capital or sentence.low(n + 1) not in ("of", "for"):
        return n
    k = n + 1
    if sentence.low(k + 1) == "the":
        k += 1
    while k + 1 < len(tokens) and k - n < 6 and tokens[k + 1].capital and tokens[k + 1].kind == "word":
        k += 1
    return k if tokens[k].capital and k > n + 1 else n


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
    """The name of a body: "Unified Medical Office" by its capitals, "rebel high command" in small letters."""
    tokens = sentence.tokens
    if start > 1 and tokens[n].capital and sentence.low(start - 1) == "and" and tokens[start - 2].capital:
        start -= 2  # "the Foreign and Expatriates Ministry"
        return sentence.text[tokens[start].start : tokens[n].end].replace("\n", " ")
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
