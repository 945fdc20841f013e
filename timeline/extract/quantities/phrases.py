"""What a number counts: the noun phrase after it, read up to its head noun."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extract.quantities.lexicon import Noun, Sense, nouns, word_set
from timeline.extract.quantities.sentence import Sentence

_LONGEST = 9  # words from number to head
_STOPS = ("preposition", "conjunction", "determiner", "pronoun", "be", "have", "modal", "negation", "subset")
_NOT_HEADS = frozenset(("killed", "dead", "wounded", "injured", "slain", "missing", "displaced", "captured"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase from its first word to ``last``; ``last`` is before the first word when there is none.

    ``noun`` is the class of the head: ``people``, ``fighters``, ``thing``, ``unit``, ``event`` …, ``?`` for a noun no
    list has, ``""`` for none. ``adjective`` is what a word before the head says ("wounded soldiers"), ``head`` what the
    noun itself says ("deaths").
    """

    last: int
    noun: str
    word: str
    plural: bool
    adjective: Sense | None = None
    head: Sense | None = None


def stops() -> frozenset[str]:
    """Words no noun phrase goes over."""
    return frozenset().union(*(word_set(name) for name in _STOPS)) | {"'s"}


_STOP_WORDS: list[frozenset[str]] = []


def is_stop(word: str) -> bool:
    """Whether a noun phrase ends before this word: function words, numbers, punctuation."""
    if not _STOP_WORDS:
        _STOP_WORDS.append(stops())
    return not word or not (word[0].isalpha()) or word in _STOP_WORDS[0]


def read_phrase(s: Sentence, at: int, *, single: bool = False) -> Phrase:
    """The phrase that begins at a word. ``single``: after "a", where a singular noun is the head."""
    table = nouns()
    adjective: Sense | None = None
    known: tuple[int, Noun] | None = None
    unknown = at - 1
    here = at
    while here < len(s.lows) and here < at + _LONGEST:
        word = s.lows[here]
        if word == "-" and here > at and known is None and s.low(here + 1).isalpha():
            here += 1
            continue
        if word in {'"', "“", "”", "‘", "'"} and here + 1 < len(s.lows) and known is None and here <= at + 2:
            here += 1  # scare quotes: 12 "terrorists"
            continue
        if here > at and s.raw(here)[:1] == "'":
            break
        noun = table.get(word)
        match = s.matches.get(here)
        head = match.sense("head") if match else None
        if is_stop(word) and not _joined_adjective(s, here, at):
            break
        if (
            head is not None
            and match is not None
            and (noun is None or known is None)
            and _is_head(s, here + match.size - 1, head, single)
        ):
            return Phrase(here + match.size - 1, noun.kind if noun else "people", word, True, adjective, head)
        if match is not None and match.sense("past", "state", "participle", "active", "own"):
            sense = match.sense("past", "state", "participle")
            if noun is None and (known is not None or not _goes_on(s, here + match.size)):
                break
            if noun is None:
                adjective = sense or adjective
                here += match.size
                unknown = here - 1
                continue
        if noun is not None:
            known = (here, noun)
            if noun.plural and not _compound(s, here):
                break
            if single and not _compound(s, here):
                break
        elif known is not None:
            if word.endswith(("ed", "ing", "ly")) or not _leads_to_noun(s, here, single):
                break
        elif _is_verb(word):
            break
        else:
            unknown = here
        here += 1
    if known is not None:
        where, noun = known
        return Phrase(where, noun.kind, s.lows[where], noun.plural, adjective)
    if unknown >= at and s.lows[unknown] not in _NOT_HEADS:
        return Phrase(unknown, "?", s.lows[unknown], s.lows[unknown].endswith("s"), adjective)
    return Phrase(at - 1, "", "", plural=False, adjective=adjective)


def _joined_adjective(s: Sentence, here: int, at: int) -> bool:
    """The "and" of "unarmed and innocent civilians": rare, not read."""
    return False


def _is_head(s: Sentence, last: int, head: Sense, single: bool) -> bool:
    """Whether a word such as "dead" or "deaths" is the counted noun here and not an adjective before it."""
    after = s.low(last + 1)
    if s.lows[last] in {
        "dead",
        "wounded",
        "injured",
        "missing",
        "displaced",
        "slain",
        "killed",
        "fallen",
        "captive",
        "refugee",
        "hostage",
        "prisoner",
        "idp",
        "death",
        "body",
        "life",
        "injury",
        "loss",
        "kia",
        "wia",
        "mia",
        "pow",
    }:
        noun = nouns().get(after)
        if noun is not None and noun.kind not in {"unit", "event"}:
            return False
        if s.lows[last] in {"refugee", "hostage", "prisoner", "death", "body", "life", "injury", "loss"}:
            return is_stop(after) or single
        if s.lows[last] in {"wounded", "injured", "displaced", "captured", "killed", "missing", "dead"}:
            return False  # left to the predicate that follows the number
    return True


def _compound(s: Sentence, here: int) -> bool:
    """Whether the noun is the first part of a compound: "police officers", "army soldiers", "aid workers"."""
    following = nouns().get(s.low(here + 1))
    if following is None or following.kind in {"unit"}:
        return False
    if s.low(here + 1) in {"march", "may"}:
        return False
    return (
        not nouns()[s.lows[here]].plural
        or s.lows[here] in {"forces", "police", "infantry", "security-forces", "cavalry", "troops", "militia", "crew"}
        or (s.low(here + 1) == "people" or s.low(here + 1).endswith("men"))
    )


def _leads_to_noun(s: Sentence, here: int, single: bool) -> bool:
    """Whether a plural noun follows at once after an unknown word: "police academy cadets"."""
    following = nouns().get(s.low(here + 1))
    return following is not None and (following.plural or single) and following.kind not in {"unit", "event"}


def _goes_on(s: Sentence, here: int) -> bool:
    """Whether a noun that can be counted follows, so that the word before is an adjective."""
    for step in range(here, min(here + 4, len(s.lows))):
        word = s.lows[step]
        if is_stop(word):
            return False
        noun = nouns().get(word)
        if noun is not None:
            return noun.kind not in {"unit"} and not (s.matches.get(step) and s.matches[step].sense("past"))
        if s.raw(step)[:1].isupper() and word.endswith(("is", "ans", "ese", "ians", "ites", "ish")):
            return True
    return False


def _is_verb(word: str) -> bool:
    return word in word_set("speech") or word in word_set("finite")
