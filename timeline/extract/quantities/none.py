"""Reports of nobody hurt: "no casualties", "no one was killed", "without loss of life": figures of zero."""

from __future__ import annotations

from timeline.extract.quantities.lexicon import word_set
from timeline.extract.quantities.phrases import is_stop
from timeline.extract.quantities.sentence import Sentence
from timeline.model import QuantityKind

_HARM = (QuantityKind.KILLED, QuantityKind.INJURED)
_REACH = 12  # words from "no one" to what befell it
Zero = tuple[QuantityKind, int, int]  # kind, first and last word to quote


def find_none(s: Sentence) -> list[Zero]:
    """Every denial of deaths or injuries; "no casualties" denies both, "no heavy casualties" neither."""
    found: list[Zero] = []
    for at, word in enumerate(s.lows):
        if word in {"nobody", "none", "no-one"}:
            found.extend(_no_one(s, at, at + 1))
        elif word == "no" and s.low(at + 1) in {"one", "person", "people", "civilians", "soldiers", "civilian"}:
            found.extend(_no_one(s, at, at + 2) or _no_harm(s, at, at + 1))
        elif word in {"no", "zero", "nil", "without", "0"} or (word == "any" and _is_denied(s, at)):
            found.extend(_no_harm(s, at, at + 1))
    return found


def _is_denied(s: Sentence, at: int) -> bool:
    """The "any" of "did not cause any casualties"."""
    back = s.lows[max(0, at - 4) : at]
    denied = "not" in back or any(word.endswith("n't") for word in back)
    return denied and not word_set("causing").isdisjoint(back)


def _no_harm(s: Sentence, at: int, here: int) -> list[Zero]:
    """The harm denied after "no": casualties, deaths, injuries, loss of life, dead or wounded."""
    if s.low(here) == "any":
        here += 1
    if s.lows[here : here + 2] == ["loss", "of"] and s.low(here + 2) in {"life", "lives"}:
        return [(QuantityKind.KILLED, at, here + 2)]
    if s.low(here) in {"reports", "report"} and s.low(here + 1) == "of":
        here += 2
    while s.low(here) in word_set("kind-of-none") or (s.raw(here)[:1].isupper() and not _harm(s, here)):
        here += 1
    kinds = _harm(s, here)
    if not kinds:
        return []
    last = here
    if s.low(here + 1) in {"left", "remaining"}:
        return []  # they were taken away
    if s.low(here + 1) in {"or", "and", "nor"} and (more := _harm(s, here + 2)):
        kinds, last = tuple(dict.fromkeys((*kinds, *more))), here + 2
    return [(kind, at, last) for kind in kinds]


def _harm(s: Sentence, at: int) -> tuple[QuantityKind, ...]:
    """What a noun denies when "no" stands before it."""
    word = s.low(at)
    if s.low(at + 1) in word_set("figure-noun"):
        return ()  # "no casualty toll"
    if word.startswith(("casualt", "causalit")) or (word == "losses" and s.low(at - 1) in {"human", "civilian"}):
        return _HARM
    if word in {"dead", "wounded"} and not is_stop(s.low(at + 1)):
        return ()
    return tuple(kind for kind in _HARM if word in word_set(f"none-{kind}"))


def _no_one(s: Sentence, at: int, here: int) -> list[Zero]:
    """What befell no one: "was killed or injured", "was hurt", "died"."""
    seen = False
    for step in range(here, min(at + _REACH, len(s.lows))):
        word, match = s.lows[step], s.matches.get(step)
        sense = match.sense("past", "state", "participle", "own") if match else None
        if sense and match and (seen or sense.use == "own" or step == here):
            last = step + match.size - 1
            other = s.matches.get(last + 2) if s.low(last + 1) in {"or", "nor", "and"} else None
            second = other.sense("past", "state", "participle") if other else None
            kinds = [sense.kind]
            if other and second and second.kind is not sense.kind:
                kinds, last = [sense.kind, second.kind], last + 1 + other.size
            return [(kind, at, last) for kind in kinds if kind in _HARM]
        if word in word_set("be") or word in word_set("have"):
            seen = True
        elif (
            (seen and word not in word_set("adverb") and word not in word_set("report"))
            or word in word_set("speech")
            or word in word_set("modal")
            or word in {",", ".", ";", "that", "who"}
        ):
            return []
    return []
