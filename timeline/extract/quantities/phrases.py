"""What a number counts: the noun phrase after it, read up to its head noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.extract.quantities.lexicon import Noun, Sense, is_plural, nouns, word_set
from timeline.extract.quantities.sentence import Sentence

_SHORT = 5  # letters of "doors", "beers"
_LONGEST = 9  # words from number to head
_QUOTES = frozenset("\"“”‘'«»")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase from its first word to ``last``; ``last`` is before the first word when there is none.

    ``noun`` is the class of the head: ``people``, ``fighters``, ``thing``, ``unit``, ``event`` …, ``?`` for a noun no
    list has, ``""`` for none, ``proper`` when in capitals. ``adjective`` is what a word before the head says
    ("wounded soldiers"), ``head`` what the noun itself says ("deaths").
    """

    last: int
    noun: str
    word: str
    plural: bool
    adjective: Sense | None = None
    head: Sense | None = None
    proper: bool = False


@cache
def _stops() -> frozenset[str]:
    names = [
        "when",
        "when",
        "number",
        "preposition",
        "conjunction",
        "determiner",
        "pronoun",
        "be",
        "have",
        "modal",
        "negation",
        "subset",
    ]
    return frozenset().union(*map(word_set, names))


def is_stop(word: str) -> bool:
    """Whether no noun phrase goes over this word: function words, numbers, punctuation, the end."""
    if not word or word in _stops():
        return True
    return not word[0].isalpha() and not (word[0].isdigit() and word[-1].isalpha())


def read_phrase(s: Sentence, at: int, *, single: bool = False) -> Phrase:
    """The phrase that begins at a word. ``single``: after "a", where a singular noun is the head."""
    adjective: Sense | None = None
    known: tuple[int, Noun] | None = None
    unknown, here, end = -1, at, min(len(s.lows), at + _LONGEST)
    while here < end:
        word = s.lows[here]
        if known is None and (word in _QUOTES or (word == "-" and here > at)) and here <= at + 3:
            here += 1  # scare quotes: 12 "terrorists"
            continue
        if word == "(" and ")" in s.lows[here + 1 : here + 6] and here > at - 1:
            closing = s.lows.index(")", here)
            if not is_stop(s.low(closing + 1)) and closing + 1 not in s.matches:
                here = closing + 1  # "20 Islamic State (IS) fighters"
                continue
            break
        if is_stop(word):
            if word in {"and", "or", "/"} and here > at and not single and _joins(s, here, known):
                here += 1
                continue
            break
        noun, match = nouns().get(word), s.matches.get(here)
        if noun is not None and noun.kind == "event" and not noun.plural and _in_name(s, here):
            noun = None  # "Islamic State", "Nusra Front"
        if match is not None:
            head, last = match.sense("head"), s.low(here + match.size - 1)
            if head is not None and _is_head(s, here, here + match.size - 1, single=single):
                return Phrase(here + match.size - 1, "people", last, is_plural(last), adjective, head)
            if noun is None:
                if known is not None or not _goes_on(s, here + match.size):
                    break
                adjective = match.sense("past", "state", "participle") or adjective
                here += match.size
                unknown = here - 1
                continue
        if noun is not None:
            known = here, noun
            if not _compound(s, here, noun, single=single):
                break
        elif known is not None:
            if known[1].kind == "thing" and _is_doer(s, here):
                known, unknown = None, here  # "seven cattle ranchers"
            elif not _on_to_noun(s, here, single=single):
                break
        elif (
            (unknown >= at and s.lows[unknown].endswith("s") and word.endswith(("ing", "ed")))
            or ((word in word_set("speech") or word in word_set("finite")) and not _goes_on(s, here + 1, at_once=True))
            or (word.endswith("ly") and is_stop(s.low(here + 1)))
        ):
            break
        else:
            unknown = here
        here += 1
    if known is not None:
        where, noun = known
        return Phrase(where, noun.kind, s.lows[where], noun.plural, adjective)
    return _unlisted(s, at, unknown, adjective)


def _unlisted(s: Sentence, at: int, unknown: int, adjective: Sense | None) -> Phrase:
    """The phrase whose head no list has, or none."""
    word = s.low(unknown)
    if unknown >= at and not (word.endswith("ed") and unknown == at):  # "64 surrendered": a verb
        return Phrase(unknown, "?", word, word.endswith("s"), adjective, proper=s.raw(unknown)[:1].isupper())
    return Phrase(at - 1, "", "", plural=False, adjective=adjective)


def _in_name(s: Sentence, here: int) -> bool:
    """Whether a word is the second or later part of a name in capitals, with more to come."""
    named = s.raw(here)[:1].isupper() and s.raw(here - 1)[:1].isupper() and s.low(here - 1).isalpha()
    return named and (not is_stop(s.low(here + 1)) or s.low(here + 1) == "(")


def _joins(s: Sentence, here: int, known: tuple[int, Noun] | None) -> bool:
    """The "and" between two words before the same noun: "eight army and rebel fighters"."""
    if known is not None and known[1].kind != "demonym" and (known[1].plural or known[1].kind in {"unit", "event"}):
        return False
    for step in range(here + 1, min(here + 4, len(s.lows))):
        noun = nouns().get(s.lows[step])
        if is_stop(s.lows[step]) or step in s.matches:
            return False
        if noun is not None and noun.plural:
            return noun.kind not in {"unit", "event"} and step > here + 1
    return False


def _is_head(s: Sentence, first: int, last: int, *, single: bool) -> bool:
    """Whether a word such as "dead" or "deaths" is the counted noun here and not an adjective before it."""
    word, following = s.lows[last], nouns().get(s.low(last + 1))
    if first != last:
        return True
    if word in {"wounded", "injured", "displaced", "killed", "missing", "dead", "slain", "fallen"}:
        return False  # left to the predicate right of the number
    if following is not None and following.kind not in {"unit", "event"} and not word.endswith("s"):
        return False
    return is_plural(word) or single


def _compound(s: Sentence, here: int, noun: Noun, *, single: bool) -> bool:
    """Whether the noun stands before another one: "police officers", "Syrian army soldiers", "child victims"."""
    after = s.low(here + 1)
    if after in {"and", "or"}:  # "230,000 French and British troops", "88 rebel and regime forces"
        adjective = noun.kind == "demonym" or (not noun.plural and noun.kind not in {"unit", "event"})
        return adjective and not single and _joins(s, here + 1, None)
    if (
        noun.kind == "demonym"
        and not after.endswith("'s")
        and (not noun.plural or is_plural(s.lows[here], listed=True))
    ):
        return (not is_stop(after) and here + 1 not in s.matches) or after in nouns() or _goes_on(s, here + 1)
    following = nouns().get(after)
    if following is None:
        if noun.kind == "thing" and not single and _is_doer(s, here + 1):
            return True
        return not noun.plural and not single and not is_stop(after) and _on_to_noun(s, here + 1, single=single)
    if single and noun.kind == "people" and following.kind in {"event", "thing"} and s.lows[here] != "police":
        return False  # "a shopkeeper set off": a verb that looks like a noun
    if following.kind == "unit" or (following.kind == "event" and not following.plural and noun.plural):
        return False
    if not noun.plural:
        return True
    if noun.kind == "event":  # possessives that lost their apostrophe: "the groups members"
        return following.plural and following.kind in {"people", "fighters"}
    return (
        s.lows[here] in {"forces", "police", "infantry", "troops", "crew", "staff", "men", "militia", "personnel"}
        or after == "people"
    )


def _is_doer(s: Sentence, at: int) -> bool:
    """Whether an unlisted plural is written like one for people of a calling: "ranchers", "rowers"."""
    word = s.low(at)
    return at not in s.matches and word not in nouns() and word.endswith(("ers", "ors", "men")) and len(word) > _SHORT


def _on_to_noun(s: Sentence, here: int, *, single: bool) -> bool:
    """Whether a noun that can be counted follows at once after a word no list has: "police academy cadets"."""
    word = s.lows[here]
    if here in s.matches or (word.endswith(("ed", "ing", "ly")) and "-" not in word):
        return False
    following = nouns().get(s.low(here + 1))
    if following is None and not is_stop(s.low(here + 1)) and here + 1 not in s.matches:
        following = nouns().get(s.low(here + 2))
    return following is not None and (following.plural or single) and following.kind not in {"unit", "event"}


def _goes_on(s: Sentence, here: int, *, at_once: bool = False) -> bool:
    """Whether a noun that can be counted follows, so that the word before is an adjective."""
    for step in range(here, min(here + (1 if at_once else 4), len(s.lows))):
        word = s.lows[step]
        noun = nouns().get(word)
        match = s.matches.get(step)
        if match and match.sense("head") and _is_head(s, step, step + match.size - 1, single=False):
            return True
        if is_stop(word) or (match and noun is None):
            return False
        if noun is not None:
            return noun.kind != "unit" and word != "others"
    return False
