"""Which triggers assert an event: not those denied, wished for, or that only describe."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.events.grammar import skip_adverbs_back
from timeline.extract.events.triggers import Hit
from timeline.extract.events.words import Word, clause_words

_NO = frozenset({"no", "without", "any"})
_DESCRIBING = frozenset({"battle", "political", "diplomacy", "attack"})  # senses whose participles merely describe
_VIOLENT = frozenset({"battle", "remote_violence", "civilian_targeting", "attack", "political", "protest", "siege"})
_WISHES = clause_words("wish")
_SPOKEN = clause_words("say") | clause_words("wish") | {"if", "could"}
_FEARED = clause_words("feared")
_AVOIDED = clause_words("avoided")
_EXPECTED = clause_words("expected")
_DONE = clause_words("implicative")


def asserted(words: Sequence[Word], hits: Sequence[Hit]) -> list[Hit]:
    """The triggers that assert an event, in order; of a sentence with none left, nothing."""
    kept = [
        hit
        for hit in hits
        if not _denied(words, hit)
        and not _describes(words, hit)
        and not _pointed_at(words, hit)
        and not _supposed(words, hit)
    ]
    return [hit for hit in kept if not _wished(words, hit, alone=len(kept) == 1)]


def _denied(words: Sequence[Word], hit: Hit) -> bool:
    if not hit.trigger.verb and hit.trigger.sense in _VIOLENT | {"diplomacy"}:
        before = [w.low for w in words[max(0, hit.first - 2) : hit.first]]
        if _EXPECTED.intersection(before[-1:]) or before[-2:] in (["before", "the"], ["until", "the"]):
            return True
    if not hit.trigger.verb and hit.trigger.sense in _VIOLENT and hit.first > 1:
        lead = [w.low for w in words[max(0, hit.first - 6) : hit.first]]
        if _AVOIDED.intersection(lead):
            return True
        if any(
            low in _FEARED and after in ("of", "for", "a", "an", "another", "any", "further", "more")
            for low, after in pairwise(lead)
        ):
            return True
    word = words[hit.first]
    if (
        word.low == "threatened"
        and hit.first
        and words[skip_adverbs_back(words, hit.first)].low in ("be", "been", "being", "is", "are", "was", "were", "if")
    ):
        return True
    if hit.trigger.sense == "toll" and word.low == "dying":
        return True
    of = hit.last < len(words) and words[hit.last].low == "of"
    if hit.trigger.sense == "statement" and word.tag == "ing" and of:
        return True  # "upon the urging of the king"
    if word.low == "surrounding" and (
        hit.first == 0 or words[hit.first - 1].tag in ("determiner", "preposition", "adverb", "conjunction")
    ):
        return True
    return not hit.trigger.verb and hit.first > 0 and words[hit.first - 1].low in _NO


def _describes(words: Sequence[Word], hit: Hit) -> bool:
    """A participle before its noun ("the captured town", "invading forces") or after one ("rebels fighting Assad")."""
    if not hit.trigger.verb or hit.trigger.sense not in _DESCRIBING or hit.last - hit.first > 1:
        return False
    word = words[hit.first]
    after = words[hit.last] if hit.last < len(words) else None
    at = skip_adverbs_back(words, hit.first)
    before = words[at] if at >= 0 else None
    if before is None or after is None:
        return False
    noun = after.tag in ("noun", "base", "s")
    if word.tag in ("ed", "participle") and noun:
        return before.tag in ("determiner", "preposition") and before.low not in ("to", "that") and at >= 0
    if word.tag == "ing" and noun and not after.capital and before.tag in ("determiner", "preposition", "noun"):
        return after.low in _FORCES
    return word.low in ("fighting", "battling") and before.tag in ("noun", "s") and after.low in _AFTER_FIGHTING


_FORCES = clause_words("force-noun")
_AFTER_FIGHTING = clause_words("after-fighting")


def _pointed_at(words: Sequence[Word], hit: Hit) -> bool:
    """An event only pointed at: "responsible for the attack", "the extent of this attack"."""
    if hit.trigger.verb or hit.trigger.sense not in ("attack", "remote_violence"):
        return False
    i = hit.first - 1
    steps = 0
    while i > 0 and words[i].tag in ("noun", "adverb") and steps < 2:
        i -= 1
        steps += 1
    if i < 1 or words[i].low not in ("the", "this", "that", "these", "those"):
        return False
    return words[i - 1].low == "for" or (
        words[i - 1].low in ("of", "after")
        and (words[i].low == "this" or "recent" in {w.low for w in words[i : hit.first]})
    )


def _supposed(words: Sequence[Word], hit: Hit) -> bool:
    """Under a modal verb of duty or possibility ("must withdraw", "could attack")."""
    if (
        not hit.trigger.verb
        or hit.trigger.sense in ("statement", "toll")
        or words[hit.first].tag not in ("base", "ed", "participle")
    ):
        return False
    at = hit.first - 1
    while at >= 0 and (words[at].tag in ("adverb", "be") or words[at].low == "have"):
        at -= 1
    if at >= 0 and words[at].low == "would" and not _SPOKEN.intersection(w.low for w in words[max(0, at - 30) : at]):
        return False  # the later past of histories: "the city would fall in May"
    return at >= 0 and words[at].low in _MODALS and not (at + 1 < hit.first and words[at + 1].low == "have")


_MODALS = clause_words("supposing-modal")


def _wished(words: Sequence[Word], hit: Hit, *, alone: bool) -> bool:
    """An infinitive under a wish ("vowed to retake"), or a mere purpose beside another event of the sentence."""
    if (
        not hit.trigger.verb
        or hit.trigger.sense not in _VIOLENT
        or hit.first < 2
        or words[hit.first].tag not in ("base", "noun")
    ):
        return False
    at = skip_adverbs_back(words, hit.first)
    if at > 1 and words[at].tag == "conjunction" and words[at - 1].tag == "base":
        at = skip_adverbs_back(words, at - 1)
    if at < 1 or words[at].low != "to":
        return False
    governors = [w.low for w in words[max(0, at - 6) : at]]
    near = words[skip_adverbs_back(words, at)].low
    if near in _DONE:
        return False
    if near in ("fighting", "battling"):
        return True
    if _WISHES.intersection(governors):
        return True
    return not alone and not words[at - 1].capital
