"""Reports of nobody hurt: "no casualties", "no one was killed", "without loss of life": figures of zero."""

from __future__ import annotations

from timeline.extract.quantities.lexicon import word_set
from timeline.extract.quantities.phrases import is_stop, read_phrase
from timeline.extract.quantities.sentence import Sentence
from timeline.model import QuantityKind

_KINDS_OF_NONE = frozenset(
    "civilian civilians human military reported known personal friendly army police rebel own".split()
)
_NO_ONE = frozenset(("nobody", "none"))


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
    if s.low(here) in {"dead", "wounded"} and is_stop(s.low(here + 1)):
        return [(QuantityKind.KILLED if s.low(here) == "dead" else QuantityKind.INJURED, at, here)]
    phrase = read_phrase(s, here)
    if any(s.low(step) not in _KINDS_OF_NONE and not s.raw(step)[:1].isupper() for step in range(here, phrase.last)):
        return []  # "no heavy casualties" are some
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
        or "causalit" in s.low(last)
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
