"""Cues without a subject before them: "according to", "by X’s count", "quoted by", "quoted X as saying"."""

from __future__ import annotations

from timeline.extract.attribution.cue import Cue
from timeline.extract.attribution.objects import sources_after
from timeline.extract.attribution.sentence import Sentence, Source, make_source, token_span
from timeline.extract.attribution.shape import find_content, find_shape
from timeline.extract.attribution.subjects import subject_before
from timeline.extract.attribution.words import source_nouns, words


def prepositional(sentence: Sentence, n: int, after: int, rule: str) -> Cue | None:
    """According to X; citing X: the source is named from token ``after`` on."""
    phrase = sources_after(sentence, after)
    if phrase is None:
        return None
    return Cue(n, phrase.stop, (n, after), phrase.sources, "clause", phrase.stop, rule)


def account_of(sentence: Sentence, n: int) -> Cue | None:
    """By the ministry's count; in the words of the ministry; in Moscow's account."""
    tokens = sentence.tokens
    if sentence.low(n + 1) == "the" and sentence.low(n + 2) == "words" and sentence.low(n + 3) == "of":
        return prepositional(sentence, n, n + 4, "in-words-of")
    for k in range(n + 1, min(len(tokens) - 1, n + 6)):
        owner = tokens[k]
        if owner.kind != "word" and owner.actor is None:
            return None
        if not owner.possessive:
            continue
        for m in range(k + 1, min(len(tokens), k + 4)):
            if sentence.low(m) in {
                "count",
                "account",
                "estimate",
                "estimates",
                "reckoning",
                "tally",
                "version",
                "figures",
                "admission",
            }:
                source = _owner(sentence, k)
                if source is None:
                    return None
                return Cue(n, m + 1, (n, m + 1), (source,), "clause", m + 1, "by-account")
        return None
    return None


def _owner(sentence: Sentence, k: int) -> Source | None:
    token = sentence.tokens[k]
    if token.actor is not None:
        return Source(token.actor.span, token.actor.id, token.actor.name, token.actor.head)
    found = source_nouns().get(token.low.removesuffix("'s"))
    if found is None or found[1] == "report":
        return None
    return make_source(found[0], token_span(sentence, k), "people", found[1])


def quoting(sentence: Sentence, n: int) -> Cue | None:
    """Quoting the colonel as saying that …; quoting a military source."""
    phrase = sources_after(sentence, n + 1)
    if phrase is None:
        return None
    saying = _saying(sentence, phrase.stop, 14)
    if saying:
        return Cue(n, saying, (n, n + 1), phrase.sources, "forward", saying, "quoted-as")
    return Cue(n, phrase.stop, (n, n + 1), phrase.sources, "clause", phrase.stop, "citing")


def _saying(sentence: Sentence, n: int, reach: int) -> int:
    """The token after "saying", if that comes within ``reach``; 0 otherwise."""
    for k in range(n, min(len(sentence.tokens), n + reach)):
        if sentence.low(k) in ("saying", "telling", "stating"):
            return k + 1
        if sentence.low(k) in {".", ";"}:
            break
    return 0


def quoted(sentence: Sentence, n: int) -> Cue | None:
    """Reuters quoted X as saying; X was quoted (by Y) as saying; quoted by Y."""
    k = n - 1
    while k >= 0 and (sentence.low(k) in words("adverb") or sentence.low(k).endswith("ly")):
        k -= 1
    before, following = sentence.low(k), sentence.low(n + 1)
    if following == "by" or before in words("be") or following in ("as", "in", "on"):
        saying = _saying(sentence, n + 1, 18)
        subject = (
            subject_before(sentence, k if before in words("be") else n, 0) if saying or before in words("be") else None
        )
        if subject is not None and saying:
            content = find_content(sentence, saying, "say")
            shape = find_shape(sentence, subject.first, content)
            return Cue(subject.first, content, (n, saying), subject.sources, shape, content, "quoted-as")
        if following == "by":
            return passive(sentence, n, n + 1)
        return None
    if before in words("be"):
        return None
    return quoting(sentence, n)


def passive(sentence: Sentence, n: int, by: int) -> Cue | None:
    """Was reported by X; claimed by X; videos posted online by activists."""
    phrase = sources_after(sentence, by + 1)
    if phrase is None:
        return None
    rule = "carried-by" if sentence.low(n) in words("carried") else "passive-by"
    if sentence.low(0) in words("negative"):
        return None
    if sentence.low(n) in words("participle-only"):
        k = n - 1
        while k > 0 and sentence.low(k) in words("be") | words("auxiliary") | words("adverb"):
            k -= 1
        noun = source_nouns().get(sentence.low(k))
        if noun is None or noun[1] != "report":
            return None
    return Cue(n, phrase.stop, (n, by + 1), phrase.sources, "clause", phrase.stop, rule)
