"""Figures beside a toll: "the death toll rose to 115", "the number of wounded was 40", "the dead included 3"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.lexicon import nouns, word_set
from timeline.extract.quantities.sentence import Sentence
from timeline.model import Comparator, QuantityKind, Scope

_REACH = 30
_LINKS = word_set("toll-link") | {":"}
_FAR_LINKS = frozenset(
    ["were", "was", "numbered", "totaled", "totalled", "reached", "exceeded", "at", "passed", "topped", "surpassed"]
)
_GROWING = word_set("toll-growing")
_CORRECTED = frozenset(["corrected", "revised"])
_REVISED = frozenset((QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.MISSING, QuantityKind.DISPLACED))
_ENDS = frozenset([".", ";", "!", "?", "who", "which", "when", "while", "whose"])
_FIGURES = frozenset(["number", "numbers", "total", "tally", "figure", "figures", "count", "toll", "tolls", "tallies"])
_COUNTED = ("deaths", "fatalities", "injuries", "casualties", "dead", "wounded", "refugees", "prisoners", "losses")
Governed = tuple[QuantityKind, int]  # kind, first word to quote


def toll(s: Sentence, count: Count) -> Governed | None:
    """The kind of a number that is the value of a toll named to its left, and where to begin the quotation."""
    at = count.start - 1
    if (
        count.phrase.noun == "thing"
        and s.low(at) in {"were", "are", "totalled", "totaled"}
        and s.low(at - 1) == "losses"
    ):
        return QuantityKind.OTHER, at - 1
    if not (count.bare or count.people) or count.single or count.phrase.head is not None:
        return None
    if count.phrase.noun == "?" and count.phrase.plural:
        return None  # "dead in a total of seven incidents"
    growing = s.low(count.start) in _GROWING
    if count.bare and s.low(at) in {"numbering", "numbered", "number", "total"} and (kind := _numbered(s, at)):
        return kind, at - (s.low(at - 1) in {"dead", "casualties", "deaths", "fatalities", "wounded", "losses"})
    vague = count.vague and s.low(at) == "in" and s.low(at - 1) == "numbered"  # "numbered in the hundreds"
    if s.low(at) not in _LINKS and not growing and not vague:
        return None
    if s.low(at) == "from" or (s.low(at) == "of" and s.low(at - 1) not in _FIGURES | {"bodycount", "body-count"}):
        return None
    loose = not count.bare
    far = count.bare and (growing or s.low(at) in _FAR_LINKS)
    for here in range(at, max(-1, at - _REACH), -1):
        if s.lows[here] in word_set("modal"):
            return None  # "the toll could reach 200"
        if (
            s.lows[here] in _ENDS
            and "number" not in s.lows[max(0, here - 5) : here]
            and not (s.lows[here] == "which" and s.low(here - 1) == ",")
        ):
            return None
        kind = _toll_at(s, here, at, far=far)
        if loose and kind is QuantityKind.OTHER:
            return None  # "losses were 3 officers and 41 men killed"
        if kind is not None:
            return kind, _quote(s, count, here)
        match = s.matches.get(here)
        if match and here < at and match.sense("active") and not match.sense("past", "head", "noun"):
            return None
    return None


def brought(s: Sentence, count: Count) -> Governed | None:
    """“Brought to 49 the number of people killed”, "raised to 18 its toll": the figure before the noun."""
    if s.low(count.start - 1) != "to" or count.single:
        return None
    here = count.last + 1
    if s.low(here) not in {"the", "its", "their", "his", "a"}:
        return None
    for at in range(here + 1, min(here + 5, len(s.lows))):
        kind = _toll_at(s, at, at + 9, far=False)
        if kind is None and s.lows[at] == "number":
            kind = _named_kind(s, at + 1, at + 9)
        if kind is not None:
            return kind, max(0, count.start - 2)
    return None


def _toll_at(s: Sentence, here: int, at: int, *, far: bool) -> QuantityKind | None:
    """What the noun at a word counts, when it is a toll, a number of …, or deaths followed by their figure."""
    word, before, following = s.lows[here], s.low(here - 1), s.low(here + 1)
    if word in {"toll", "tolls"}:
        if following in {"road", "booth", "gate"}:
            return None
        if before.startswith("casualt"):
            return QuantityKind.OTHER
        return QuantityKind.INJURED if before in {"injury", "wounded", "injured", "injuries"} else QuantityKind.KILLED
    if word in {"bodycount", "body-count"} or (word == "count" and before in {"body", "death"}):
        return QuantityKind.KILLED
    if word in _FIGURES and following in {"of", "for"}:
        return _named_kind(s, here + 2, at)
    match = s.matches.get(here)
    head = match.sense("head") if match else None
    if head and word.endswith(_COUNTED) and (far or following in _LINKS | {"rose", "had", "have", "has"}):
        return head.kind
    return None


def _numbered(s: Sentence, at: int) -> QuantityKind | None:
    """The kind of "the rebels, numbering about 2,000"."""
    if s.low(at - 1) in {"a", "the", "of", "in"}:
        return None
    for here in range(at - 1, max(-1, at - 8), -1):
        noun, match = nouns().get(s.lows[here]), s.matches.get(here)
        if match and (head := match.sense("head")):
            return head.kind
        if noun is not None and noun.plural:
            return {"fighters": QuantityKind.FIGHTERS, "protesters": QuantityKind.PROTESTERS}.get(noun.kind)
    return None


def _named_kind(s: Sentence, at: int, end: int) -> QuantityKind | None:
    """The kind of "the number of rebels killed", "the number of wounded"."""
    for here in range(at, min(end + 1, at + 8)):
        match = s.matches.get(here)
        sense = match.sense("head", "past", "state", "participle", "own") if match else None
        if sense:
            return sense.kind
    return None


def _quote(s: Sentence, count: Count, noun: int) -> int:
    """The noun when it is near, else the verb before the number."""
    between = s.lows[noun + 1 : count.start]
    if len(between) <= 6 and not any(word in {"and", ",", ";", "but"} or word[:1].isdigit() for word in between):
        return noun - 1 if s.low(noun - 1) in {"death", "body", "casualty", "injury"} else noun
    begin = count.start - (s.low(count.start - 1) in _LINKS - {":"})
    return begin - (s.low(begin) in {"to", "at"} and s.low(begin - 1).isalpha())


def again(s: Sentence, count: Count, told: Sequence[Count]) -> Governed | None:
    """“Raised the figure to 42”, “corrected to three”: the toll told before in the sentence, anew."""
    known = next((c.kind for c in reversed(told) if c.kind in _REVISED and c.scope is not Scope.SUBSET), None)
    at = count.start - 1
    if known is None or not count.bare or count.single or s.low(at) not in {"to", "at"}:
        return None
    for here in range(at - 1, max(-1, at - 5), -1):
        word = s.lows[here]
        if word in _ENDS or word in word_set("modal") or (word in _FIGURES and s.low(here + 1) in {"of", "for"}):
            return None
        if word in _CORRECTED or (word in _FIGURES and s.low(here - 1) in {"the", "that", "this"}):
            return known, here
    return None


def link_comparator(s: Sentence, count: Count) -> Comparator | None:
    """``gt`` when the toll "passed", "crossed" its figure; ``approx`` when it is "estimated at" it."""
    if s.low(count.start - 1) == "at" and s.low(count.start - 2) == "estimated" and count.comparator is Comparator.EQ:
        return Comparator.APPROX
    passed = s.low(count.start - 1) in _GROWING and count.comparator is Comparator.EQ
    return Comparator.GT if passed else None


def among(s: Sentence, count: Count) -> Governed | None:
    """The kind of "the dead included three children", "among the wounded were two men", quoted from that noun."""
    at = count.start - 1
    if s.low(at) in {"was", "were", "are", "is"}:
        for here in range(at - 1, max(-1, at - _REACH), -1):
            if s.lows[here] == "among":
                kind = _victims(s, here + 1)
                return (kind, here if at - here <= 6 else at) if kind else None
            if s.lows[here] in _ENDS or s.lows[here] == ",":
                return None
        return None
    found = _included(s, count)
    if found is None:
        return None
    kind, noun = found
    near = count.start - noun <= 12 and count.cue >= 0
    return kind, noun if near else count.start


def _included(s: Sentence, count: Count) -> Governed | None:
    """Kind and noun of "the dead included …", for anything in the list that follows."""
    verb = count.cue
    if verb < 0:
        if count.single or s.low(count.start - 1) not in {"and", ","}:
            return None
        for here in range(count.start - 1, max(-1, count.start - _REACH), -1):
            if s.lows[here] in word_set("inclusion"):
                verb = here
                break
            if here in s.matches or s.lows[here] in _ENDS or s.lows[here] in word_set("be"):
                return None
    if s.low(verb) not in word_set("inclusion"):
        return None
    for here in range(max(0, verb - 12), verb):
        if here == 0 and s.low(here) == "victims":
            return QuantityKind.KILLED, here
        near = s.matches.get(here + 1) or s.low(here + 1) in {"victims", "fatalities"}
        kind = _victims(s, here) if near and s.low(here) in {"the", "those"} else None
        if kind:
            return kind, here
    return None


def _victims(s: Sentence, at: int) -> QuantityKind | None:
    for here in range(at, min(at + 4, len(s.lows))):
        if s.lows[here] in {"victims", "fatalities"}:
            return QuantityKind.KILLED
        match = s.matches.get(here)
        sense = match.sense("head", "past", "state") if match else None
        if sense:
            return sense.kind
    return None
