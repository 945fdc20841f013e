"""Where a noun phrase and a run of capitals begin that end at a given word."""

from __future__ import annotations

from timeline.extract.attribution.sentence import STOPS, Sentence
from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import verbs, words
from timeline.lexicon.fold import fold
from timeline.lexicon.governments import country_words, group_words

_COUNTRY_STEMS = frozenset(word.removesuffix("s") for word in (*country_words(), *group_words()))
_WALK = 8  # words of the longest phrase before a head


def name_run(sentence: Sentence, n: int, floor: int) -> int:
    """The first token of the run of capitals that ends at ``n``; ``n + 1`` when there is none."""
    tokens = sentence.tokens
    k = n
    while k >= floor and n - k < 6:
        token = tokens[k]
        named = token.kind == "word" and (token.capital or (token.low[:1].isdigit() and k == n > floor))
        if token.actor is not None and k < n and token.actor.head == "people" and token.actor.text[0].isupper():
            named = tokens[k + 1].low in words("name-inner")  # "Reporters Without Borders"
        joined = k < n and token.low in {"al", "el", "bin", "ibn", "de", "van", "von", "abu", "la", "du", "da"}
        if not (named or joined) or token.quoted or token.possessive:
            break
        inner = token.capital and token.low in words("name-inner") and floor < k < n and tokens[k - 1].capital
        if not inner and (token.low in STOPS or token.low in words("determiner")):
            break
        k -= 1
    return k + 1


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
        if token.kind != "word" or token.low in STOPS or token.quoted:
            break
        fits = _fits(token, proper=proper)
        if not fits and (proper or token.low in verbs()):
            break
        k -= 1
        if fits and (head.actor is None or not token.capital or token.low in words("title") | words("loose")):
            best = k
    return best


def _fits(token: Token, *, proper: bool) -> bool:
    """Whether a word may belong to what names a source: a capital before a small-letter head must be an adjective."""
    if token.possessive or token.low in words("title") | words("loose") | words("qualifier"):
        return True
    return "-" in token.low or (token.capital and (proper or fold(token.low).removesuffix("s") in _COUNTRY_STEMS))
