"""What a verb or noun says of a counted phrase: people are killed, tanks are lost, villages are neither."""

from __future__ import annotations

from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.lexicon import Sense, nouns, word_set
from timeline.extract.quantities.sentence import Sentence
from timeline.model import QuantityKind

# What may end in death: "abducted and killed", "tortured and killed".
TAKEN = frozenset((QuantityKind.DETAINED, QuantityKind.KIDNAPPED, QuantityKind.OTHER))
_ALWAYS_PEOPLE = frozenset((QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.DETAINED, QuantityKind.KIDNAPPED))
_CROWDS = frozenset(
    (QuantityKind.OTHER, QuantityKind.PROTESTERS, QuantityKind.FIGHTERS, QuantityKind.DISPLACED)
)  # never of a single person
_FALLEN = frozenset(("", "people", "fighters", "demonym", "force"))
_MANY = 50
_CRAFT = frozenset(("fighter", "fighters", "bomber", "bombers", "transports"))


def kind_for(count: Count, sense: Sense) -> QuantityKind | None:
    """The kind in which this sense counts this phrase; ``None`` when it cannot."""
    noun, first = count.phrase.noun, sense.phrase.split()[0]
    if count.high == 1 and (
        sense.kind in _CROWDS or sense.kind is QuantityKind.BESIEGED or (count.single and first.startswith("destroy"))
    ):
        return None
    if noun == "thing" or (count.phrase.word in _CRAFT and first in word_set("air-loss")):
        return sense.thing if first in word_set("loss-verb") and not count.single else None
    if noun == "place" and first in word_set("ruin-verb"):
        return sense.thing
    if noun in {"unit", "event", "place"}:
        return None
    if count.phrase.word in word_set("household") and sense.kind in {QuantityKind.KILLED, QuantityKind.INJURED}:
        return None
    if noun == "?" and (sense.kind not in _ALWAYS_PEOPLE or sense.phrase in word_set("broad-verb")):
        named = count.phrase.proper and count.phrase.plural and sense.phrase in word_set("taking")
        return sense.kind if named or _looks_like_people(count) else None
    if sense.kind is QuantityKind.OTHER and sense.thing is not None:
        return None
    if count.bare and sense.kind is QuantityKind.OTHER and (count.low or count.high or 0) < _MANY:
        return None  # "the two live together"
    if count.bare and sense.phrase in word_set("thing-verb"):
        return None
    if sense.kind is QuantityKind.EVACUATED and "rescu" in sense.phrase and count.phrase.word in word_set("captives"):
        return QuantityKind.FREED
    if sense.phrase == "fell" and noun not in _FALLEN and not _looks_like_people(count):
        return None
    if sense.phrase.startswith("escape") and count.phrase.word not in word_set("captives"):
        return None
    return sense.kind


def fits(count: Count, kind: QuantityKind) -> bool:
    """Whether a phrase can be counted in a kind found beside it."""
    noun = count.phrase.noun
    if count.phrase.word in word_set("household"):
        return kind not in {QuantityKind.KILLED, QuantityKind.INJURED}
    if noun in {"thing", "place"}:
        return kind is QuantityKind.OTHER
    if kind is QuantityKind.OTHER:
        return False
    return count.people and (noun != "?" or kind in _ALWAYS_PEOPLE)


def _looks_like_people(count: Count) -> bool:
    """Whether an unlisted noun is written like one for people: "12 Hazaras", "three geologists"."""
    word = count.phrase.word
    return word.endswith(("is", "ans", "ites", "ese", "ists", "ers", "ors", "men", "ees", "yan"))


def together(s: Sentence, kind: QuantityKind, end: int, ends: dict[int, Count]) -> tuple[QuantityKind, int]:
    """The kind with what is joined to it: "killed or wounded", "dead, wounded or captured" are ``other``, one figure.

    Nothing is joined when the second verb has an object or a number of its own.
    """
    here, last, mixed, closed = end + 1, end, False, False
    adjective = s.lows[end] in {"dead", "missing"}  # "hundreds of dead and injured people"
    while s.low(here) in {"and", "or", "and/or", "/", ",", "as", "&"} or (not mixed and _is_participle(s, here)):
        closed = closed or s.low(here) != ","
        if s.lows[here : here + 3] == ["as", "well", "as"]:
            here += 3
        elif here not in s.matches:
            here += 1
        while s.low(here) in word_set("adverb") or s.low(here) in {"and", "or", "either"}:
            closed = closed or s.low(here) in {"and", "or"}
            here += 1
        match = s.matches.get(here)
        sense = match.sense("past", "participle", "state") if match else None
        if match is None or sense is None or sense.use == "own":
            break
        here += match.size
        mixed = mixed or sense.kind is not kind
        last = here - 1
    if not mixed or not closed or (last + 1 in ends if adjective else has_object(s, last + 1, ends)):
        return kind, end
    taken = kind in TAKEN and s.low(end + 1) == "and" and _kills(s, last)
    return (QuantityKind.KILLED if taken else QuantityKind.OTHER), last


def _kills(s: Sentence, last: int) -> bool:
    """Whether the phrase that ends at a word says killed: "captured and shot dead"."""
    found = (s.matches.get(at) for at in range(max(0, last - 4), last + 1))
    return any(m is not None and m.senses[0].kind is QuantityKind.KILLED for m in found)


def _is_participle(s: Sentence, at: int) -> bool:
    """Whether headlines leave the "and" out here: "dozens killed injured"."""
    match = s.matches.get(at)
    return match is not None and match.size == 1 and match.sense("past") is not None


def has_object(s: Sentence, at: int, ends: dict[int, Count]) -> bool:
    """Whether an object stands here: a counted phrase without a verb of its own, an article, a noun."""
    word = s.low(at)
    following = ends.get(at)
    if following is not None and not following.refused:
        here = skip_adverbs(s, following.last + 1)
        inner = s.matches.get(here)
        own = inner and inner.sense("past", "participle", "state")
        clear = inner and here + inner.size not in ends and s.low(here + inner.size) not in word_set("object-start")
        return not (own and clear)
    return word in word_set("object-start") or (word in nouns() and nouns()[word].kind not in {"unit", "event"})


def skip_adverbs(s: Sentence, at: int) -> int:
    """The first word from here that is no adverb."""
    adverbs = word_set("adverb")
    while s.low(at) in adverbs and at not in s.matches:
        at += 1
    return at
