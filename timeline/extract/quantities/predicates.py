"""Predicates: a participle at once, or auxiliaries and what follows them."""

from __future__ import annotations

from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.kinds import has_object, kind_for, together
from timeline.extract.quantities.lexicon import nouns, word_set
from timeline.extract.quantities.phrases import is_stop
from timeline.extract.quantities.sentence import Match, Sentence
from timeline.model import QuantityKind

_COPULAS = word_set("copula")
_EDGES = word_set("edge")
_WHERE = frozenset(("", ".", ",", ";", "and", "in", "at", "there", "that", "during", "on", "before", "here"))
_LEAVE = frozenset(("left", "leaving", "leave", "leaves"))
_HEADS_AFTER_BE = frozenset((QuantityKind.DISPLACED, QuantityKind.DETAINED, QuantityKind.KIDNAPPED))
Governed = tuple[QuantityKind, int]  # kind, last word of what governs


def at_once(s: Sentence, at: int, count: Count, ends: dict[int, Count]) -> Governed | None:
    """What a verb or adjective right here says of the counted: "12 wounded", "people fleeing", "five dead"."""
    match = s.matches.get(at)
    sense = match.sense("past", "participle", "state", "own") if match else None
    if match is None or sense is None:
        return None
    end = at + match.size - 1
    kind = kind_for(count, sense)
    if kind is None or (sense.use != "own" and _is_active(s, match, end + 1, count, ends)):
        return None
    if sense.use == "past" and kind is QuantityKind.BESIEGED and s.low(end + 1) in {"and", "or"}:
        return None
    if sense.phrase == "fell" and s.low(end + 1) not in _WHERE:
        return None
    if sense.phrase == "held" and s.low(end + 1) not in {"in", "by", "at", "captive", "hostage", "without", "since"}:
        return None
    return together(s, kind, end, ends)


def _is_active(s: Sentence, match: Match, at: int, count: Count, ends: dict[int, Count]) -> bool:
    """Whether the verb before has an object, so that the counted are the doers: "three gunmen killed the mayor"."""
    if s.low(count.start - 1) in _LEAVE or match.senses[0].phrase.split()[-1] in {"from", "flee", "leave", "homeless"}:
        return False
    word = s.low(at)
    plain = count.bare or count.phrase.word in word_set("plain-people")
    if at in ends:
        return has_object(s, at, ends)
    if plain:
        articles = {"the", "a", "an"} if count.bare else set()
        return word in word_set("object-start") - articles and count.phrase.word != "others"
    if has_object(s, at, ends):
        return True
    if is_stop(word) or word in word_set("time") or word in word_set("adverb") or word in word_set("speech"):
        return False
    return at not in s.matches and not (word in nouns() and nouns()[word].kind == "unit") and not word.endswith("ing")


def chain(s: Sentence, at: int, count: Count, ends: dict[int, Count]) -> Governed | None:
    """Auxiliaries, then the participle: "were reported to have been killed", "have since died", "are missing"."""
    begin, be, have, eventual = at, False, False, False
    while at < len(s.lows):
        word = s.lows[at]
        match = s.matches.get(at)
        if word in word_set("be"):
            if at == begin and word in {"was", "is"} and not is_one(count):
                return None
            be = True
        elif word in word_set("have"):
            if at == begin and word == "has" and not is_one(count):
                return None
            have = True
        elif word in word_set("negation"):
            return None
        elif word in word_set("modal"):
            eventual = True
        elif word == "among" and be:
            return among_victims(s, at + 1)
        elif (
            match
            and match.sense("past", "participle", "state", "own", "active", "head")
            and word not in word_set("report")
        ):
            break
        elif word in _COPULAS:
            be = True
        elif be and word.endswith("ed") and s.low(at + 1) == "and" and at + 2 in s.matches:
            at += 1  # "were ambushed and killed"
        elif word not in word_set("report") and word not in word_set("adverb") and word != "to":
            return _in_trouble(s, at, count) if be else None
        at += 1
    match = s.matches.get(at)
    if match is None or (eventual and not have):
        return None
    sense = match.sense("own")
    if be and (sense is None or match.sense("past", "participle", "state")):
        sense = match.sense("past", "participle", "state")
    if be and sense is None and (sense := match.sense("head")) and sense.kind not in _HEADS_AFTER_BE:
        sense = None  # "12 were refugees", not "12 were casualties"
    kind = kind_for(count, sense) if sense else None
    return together(s, kind, at + match.size - 1, ends) if kind else None


def _in_trouble(s: Sentence, at: int, count: Count) -> Governed | None:
    """“Remain in the besieged parts”: the place says what the people there are."""
    if s.low(at) not in {"in", "inside"} or count.single:
        return None
    for here in range(at + 1, min(at + 5, len(s.lows))):
        match = s.matches.get(here)
        sense = match.sense("past", "state") if match else None
        if sense and sense.kind is QuantityKind.BESIEGED and not is_stop(s.low(here + 1)):
            return (QuantityKind.BESIEGED, at - 1) if kind_for(count, sense) else None
        if s.lows[here] not in word_set("determiner") and not s.raw(here)[:1].isupper():
            return None
    return None


def is_one(count: Count) -> bool:
    """Whether a singular verb may follow."""
    return count.single or count.high == 1 or count.bare


def among_victims(s: Sentence, at: int) -> Governed | None:
    """“Were among the dead”, "among Friday's victims"."""
    for here in range(at, min(at + 7, len(s.lows))):
        if s.lows[here] in _EDGES or s.lows[here] == ",":
            return None
        if s.lows[here] in {"victims", "victim", "fatalities"}:
            return QuantityKind.KILLED, here
        match = s.matches.get(here)
        sense = match.sense("head", "past", "state") if match else None
        if sense:
            return sense.kind, here
    return None
