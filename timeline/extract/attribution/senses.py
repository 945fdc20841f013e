"""Senses of verbs that also say: "claimed the lives of", "told to leave", "maintained a presence" are no speech."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from timeline.extract.attribution.sentence import Sentence, noun_of
from timeline.extract.attribution.words import verbs, words
from timeline.lexicon.tables import read_table

_THAT = frozenset({"that", ":", "it", "they", "he", "she", "there", "we", "how", "why", "what", "whether"})
_ENDS = frozenset({"", ".", ",", "!", "?", ";"})
_SELF = frozenset({"itself", "himself", "herself", "themselves"})
_WINDOW = 8  # words after a verb in which its object tells its sense


class Sense(NamedTuple):
    """What must and must not follow a verb for it to be one of saying."""

    not_next: frozenset[str]
    only_next: frozenset[str]
    needs: frozenset[str]
    cancelled_by: frozenset[str]


@cache
def _senses() -> Mapping[str, Sense]:
    return {
        verb: Sense(*(frozenset(row[column].split()) for column in Sense._fields))
        for row in read_table("speech_senses")
        for verb in row["verbs"].split()
    }


def speaks(sentence: Sentence, n: int, kind: str, content: int) -> bool:
    """Whether the verb at ``n`` is one of saying here, by what follows it; its content begins at ``content``."""
    low, following = sentence.low(n), sentence.low(n + 1)
    if following in _SELF:
        return False
    window = [sentence.low(k) for k in range(n + 1, n + 1 + _WINDOW)]
    sense = _senses().get(low)
    if sense is not None and not _fits(sense, following or "<end>", window):
        return False
    if kind == "tell":
        return sentence.low(content) != "to" and not _ordered(sentence, n)
    if kind == "call":
        if following in ("it", "them", "him") or "“" in window[:4] or '"' in window[:4]:
            return True
        return following in ("for", "on", "upon") or (low == "calls" and following not in _ENDS)
    if low in ("claimed", "claims") and window[:3] == ["to", "have", "been"]:
        return False
    if low in ("gave", "gives", "give"):
        return any(w[:1].isdigit() or w in words("number") for w in window)
    if low in ("asked", "asks", "ask") and following not in _THAT | _ENDS:
        return following not in ("to", "not") and ("to" in window[:5] or following == "for")
    return kind != "that" or _that(sentence, content)


def _fits(sense: Sense, following: str, window: Sequence[str]) -> bool:
    if following in sense.not_next or (sense.only_next and following not in sense.only_next):
        return False
    if sense.cancelled_by and sense.cancelled_by.intersection(window):
        return False
    if not sense.needs or sense.needs.intersection(window):
        return True
    return "<number>" in sense.needs and any(w[:1].isdigit() or w in words("number") for w in window)


def _ordered(sentence: Sentence, n: int) -> bool:
    """Whether someone is told to do something: "told the envoy to leave"."""
    stops = words("be") | words("auxiliary") | words("preposition") | words("pronoun") | _ENDS | {"that"}
    for k in range(n + 1, n + 8):
        low = sentence.low(k)
        if low == "to":
            return sentence.low(k + 1) not in words("determiner") | words("time")
        if low in stops or sentence.tokens[k].kind == "quote":
            return False
    return False


def _that(sentence: Sentence, content: int) -> bool:
    """Whether a clause or a quotation follows, or the sentence ends; a promise also goes on with "to"."""
    low = sentence.low(content)
    if low == "to" and sentence.low(content - 1) in words("promise") | words("time"):
        return any(sentence.low(k) in words("promise") for k in range(max(0, content - 3), content))
    if low in _THAT | _ENDS:
        return True
    token = sentence.tokens[content]
    added = sentence.low(content - 1) == "added"
    if token.kind == "quote" or (added and token.capital and token.kind == "word"):
        return True
    reach = 24 if added else 9
    return any(sentence.low(k) in words("be") | words("auxiliary") for k in range(content + 1, content + reach)) and (
        low not in words("preposition")
    )


def is_noun(sentence: Sentence, n: int) -> bool:
    """Whether a form like "reports", "claims" is a noun here: "rebel reports and said", "media reports said"."""
    low = sentence.low(n)
    if low not in words("noun-or-verb"):
        return False
    following = sentence.low(n + 1)
    if following in verbs() and verbs()[following].tense != "gerund":
        return True
    if following in words("be") | words("auxiliary") | {"of", "from", "about", "and", "or"}:
        return True
    if following in words("preposition") and low not in {"calls", "call"}:
        return True
    before = sentence.tokens[n - 1] if n else None
    if before is None:
        return True
    if low in ("state", "states") and before.kind == "word" and not before.capital and noun_of(before.low) is None:
        return True
    if not low.endswith("s"):
        plural = before.low.endswith("s") or before.low in words("plural") or before.kind in ("mark", "quote")
        return not plural
    noun = before.low.rsplit(maxsplit=1)[-1]
    return noun in words("singular-noun") and not before.capital and sentence.low(n - 2) not in words("determiner")
