"""Running figures: "the death toll rose to 115", "the number of wounded stood at 40", and reports of no casualties."""

from __future__ import annotations

from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.lexicon import word_set
from timeline.extract.quantities.phrases import read_phrase
from timeline.extract.quantities.sentence import Sentence
from timeline.model import Comparator, QuantityKind

_REACH = 18
_LINKS = frozenset(
    "to at of is was reached reaches reaching hit hits topped tops passed passes surpassed surpasses exceeded exceeds exceed "
    "surpassing exceeding was were be been as totaled totalled totalling numbered past above over toll count nears neared "
    "approached approaches : total stands stood crosses crossed number in topping being ran climbing with put".split()
)
_GROWING = frozenset(("surpassed", "exceeded", "topped", "passed", "surpasses", "exceeds", "tops", "passes", "crossed", "crosses", "past",
                      "surpassing", "exceeding", "topping", "exceed"))  # fmt: skip
_MEASURES = frozenset(("toll", "number", "count", "total", "tally", "figure", "numbers", "tolls"))
_ENDS = frozenset((".", ";", "!", "?", "who", "which", "when", "while", "whose"))
_NO_ONE = frozenset(("nobody", "none"))


def toll(s: Sentence, count: Count) -> tuple[QuantityKind, int] | None:
    """The kind and the first word to quote, when a number is the value of a toll named to its left."""
    if not (count.bare or count.people) or count.phrase.noun == "fighters" and count.single:
        return None
    if count.phrase.head is not None:
        return None
    at = count.start - 1
    if s.low(at) not in _LINKS and s.low(count.start) not in _GROWING:
        return None
    if s.low(at) == "from" or (s.low(at) == "of" and s.low(at - 1) not in _MEASURES | {"total"}):
        return None
    for here in range(at, max(-1, at - _REACH), -1):
        word = s.lows[here]
        if word in _ENDS:
            return None
        if word in {"toll", "tolls"}:
            before = s.low(here - 1)
            kind = (
                QuantityKind.INJURED if before in {"injury", "wounded", "injured", "injuries"} else QuantityKind.KILLED
            )
            if before in {"casualty", "casualties"}:
                kind = QuantityKind.OTHER
            if s.low(here + 1) in {"road", "booth", "gate"}:
                return None
            return kind, _quote(s, count, here)
        if word in {"count"} and s.low(here - 1) in {"body", "death"}:
            return QuantityKind.KILLED, _quote(s, count, here)
        if word in {"number", "numbers", "total", "tally", "figure", "figures"} and s.low(here + 1) in {"of", "for"}:
            kind = _named_kind(s, here + 2, at)
            return (kind, _quote(s, count, here)) if kind else None
        match = s.matches.get(here)
        if (
            match
            and match.sense("head")
            and s.low(here + 1) in _LINKS | {"rose", "had", "have", "has"}
            and s.lows[here] not in {"body", "life"}
        ):
            sense = match.sense("head")
            if sense and s.lows[here].endswith(
                ("deaths", "fatalities", "injuries", "casualties", "dead", "wounded", "refugees", "prisoners", "losses")
            ):
                return sense.kind, _quote(s, count, here)
    return None


def _named_kind(s: Sentence, at: int, end: int) -> QuantityKind | None:
    for here in range(at, min(end + 1, at + 8)):
        match = s.matches.get(here)
        sense = match.sense("head", "past", "state", "participle", "own") if match else None
        if sense:
            return sense.kind
    return None


def _quote(s: Sentence, count: Count, noun: int) -> int:
    """Where to begin the quotation: at the noun when near, else at the verb before the number."""
    if count.start - noun <= 7:
        begin = noun
        if s.low(begin - 1) in {"death", "body", "casualty", "injury"}:
            begin -= 1
        return begin
    return count.start - (1 if s.low(count.start - 1) in _LINKS and s.low(count.start - 1) != ":" else 0)


def find_none(s: Sentence) -> list[tuple[QuantityKind, int, int]]:
    """ "No casualties", "no one was hurt", "without loss of life": kind, first and last word, for a figure of zero."""
    found: list[tuple[QuantityKind, int, int]] = []
    for at, word in enumerate(s.lows):
        if word in {"no", "without", "any", "zero", "nil"} or word in _NO_ONE:
            found.extend(_none_at(s, at))
    return found


def _none_at(s: Sentence, at: int) -> list[tuple[QuantityKind, int, int]]:
    word, here = s.lows[at], at + 1
    if word == "any":
        if s.low(at - 1) == "without":
            return []
        back = s.lows[max(0, at - 4) : at]
        if not ("not" in back or "n't" in back or any(w.endswith("n't") for w in back)) or not {
            "cause",
            "caused",
            "inflict",
            "suffer",
            "result",
            "report",
        } & set(back):
            return []
    if word in _NO_ONE or (
        word == "no" and s.low(here) in {"one", "person", "people", "civilians", "soldiers", "civilian"}
    ):
        if word == "none" and s.low(here) == "of":
            while here < len(s.lows) and here < at + 7 and s.lows[here] not in word_set("be"):
                here += 1
        elif word == "no":
            here += 1
        return _no_one(s, at, here)
    if word == "without" and s.low(here) == "any":
        here += 1
    if s.low(here) == "loss" and s.low(here + 1) == "of" and s.low(here + 2) in {"life", "lives"}:
        return [(QuantityKind.KILLED, at, here + 2)]
    if s.low(here) in {"reports", "report"} and s.low(here + 1) == "of":
        here += 2
    if (
        s.low(here) in {"dead", "deaths"}
        and s.low(here + 1) in {"or", "and"}
        and s.low(here + 2) in {"wounded", "injuries"}
    ):
        return [(QuantityKind.KILLED, at, here + 2), (QuantityKind.INJURED, at, here + 2)]
    phrase = read_phrase(s, here)
    head = phrase.head
    last = phrase.last
    if head is None:
        for step in range(here, min(here + 3, len(s.lows))):
            match = s.matches.get(step)
            if match and match.sense("head") and s.lows[step].endswith("s"):
                head, last = match.sense("head"), step
                break
        else:
            return []
    if head is None:
        return []
    if (
        "casualt" in s.low(last)
        or "causalt" in s.low(last)
        or (s.low(last) == "losses" and s.low(last - 1) in {"human", "civilian"})
    ):
        return [(QuantityKind.KILLED, at, last), (QuantityKind.INJURED, at, last)]
    if head.kind in {QuantityKind.KILLED, QuantityKind.INJURED} and s.low(last) in {
        "deaths",
        "fatalities",
        "injuries",
        "martyrs",
        "dead",
        "wounded",
        "death",
        "injury",
    }:
        more = [(head.kind, at, last)]
        if s.low(last + 1) in {"or", "and"}:
            match = s.matches.get(last + 2)
            other = match.sense("head") if match else None
            if other and other.kind is not head.kind and other.kind in {QuantityKind.KILLED, QuantityKind.INJURED}:
                more = [(head.kind, at, last + 2), (other.kind, at, last + 2)]
        return more
    return []


def _no_one(s: Sentence, at: int, here: int) -> list[tuple[QuantityKind, int, int]]:
    seen = False
    while here < len(s.lows) and here < at + 12:
        word = s.lows[here]
        match = s.matches.get(here)
        sense = match.sense("past", "state", "participle", "own") if match else None
        if sense and match and (seen or sense.use == "own"):
            if sense.kind not in {QuantityKind.KILLED, QuantityKind.INJURED}:
                return []
            last = here + match.size - 1
            out = [(sense.kind, at, last)]
            if s.low(last + 1) in {"or", "nor", "and"}:
                second = s.matches.get(last + 2)
                other = second.sense("past", "state", "participle") if second else None
                if (
                    other
                    and second
                    and other.kind is not sense.kind
                    and other.kind in {QuantityKind.KILLED, QuantityKind.INJURED}
                ):
                    end = last + 1 + second.size
                    out = [(sense.kind, at, end), (other.kind, at, end)]
            return out
        if word in word_set("be") or word in word_set("have"):
            seen = True
        elif word not in word_set("adverb") and word not in word_set("report"):
            return []
        here += 1
    return []


def comparator_of_link(s: Sentence, count: Count) -> Comparator | None:
    """``gt`` when the toll "passed", "crossed" its figure."""
    if s.low(count.start - 1) in _GROWING and count.comparator is Comparator.EQ:
        return Comparator.GT
    return None
