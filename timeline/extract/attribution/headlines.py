"""Headlines: "20 killed in raid: monitor", "Ministry: 12 dead", and the same with the marks lost."""

from __future__ import annotations

from timeline.extract.attribution.cue import Cue
from timeline.extract.attribution.nouns import source_at
from timeline.extract.attribution.runs import phrase_start
from timeline.extract.attribution.sentence import Sentence
from timeline.extract.attribution.words import source_nouns, words

_LONGEST = 22  # words of a headline
_HEADS = frozenset({"body", "media", "government", "force", "person", "people"})


def headline_cue(sentence: Sentence) -> Cue | None:
    """The cue of a headline without a verb of saying."""
    tokens = sentence.tokens
    if len(tokens) < 4 or len(tokens) > _LONGEST or tokens[-1].low in (".", "!", "?", "”", '"'):
        return None
    for n in range(len(tokens) - 2, max(0, len(tokens) - 6), -1):
        if tokens[n].low in words("headline-break") and tokens[n].kind == "mark":
            source = source_at(sentence, len(tokens) - 1)
            whole = source is not None and phrase_start(sentence, len(tokens) - 1, n + 1) == n + 1
            actor = tokens[-1].actor
            if tokens[n].low != ":" and actor and actor.head == "media" and actor.rule != "head":
                return None  # the name of the paper behind the headline
            if source and whole and n > 2 and source.head != "group" and source.rank != "report":
                return Cue(n + 1, len(tokens), (n, n + 1), (source,), "backward", len(tokens), "headline")
    for n in range(1, min(5, len(tokens) - 2)):
        if tokens[n].low == ":":
            source = source_at(sentence, n - 1)
            if source and source.head != "group" and source.rank not in ("report", "source"):
                return Cue(0, n + 1, (n, n + 1), (source,), "forward", n + 1, "headline")
    return _unmarked(sentence)


def _unmarked(sentence: Sentence) -> Cue | None:
    tokens = sentence.tokens
    last = len(tokens) - 1
    token, before = tokens[last], tokens[last - 1]
    if not token.capital or before.low in words("preposition") | words("determiner") | words("conjunction"):
        return None
    noun = token.low.rsplit(maxsplit=1)[-1].lower()
    if source_nouns().get(noun, ("", ""))[1] == "report":
        return None
    if noun not in words("claim-tail") and not (token.actor and token.actor.head in ("body", "media")):
        return None
    source = source_at(sentence, last)
    small = sum(not t.capital and len(t.low) > 3 for t in tokens[:last])
    if source is None or not small:
        return None  # where every word has its capital, the last one's tells nothing
    return Cue(last, last + 1, (last, last + 1), (source,), "backward", last + 1, "headline")
