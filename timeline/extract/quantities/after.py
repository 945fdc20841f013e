"""The predicate right of the counted: "12 were killed", "30 others wounded", "people who fled"."""

from __future__ import annotations

from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.kinds import kind_for, skip_adverbs
from timeline.extract.quantities.lexicon import nouns, word_set
from timeline.extract.quantities.phrases import is_stop
from timeline.extract.quantities.predicates import among_victims, at_once, chain, is_one
from timeline.extract.quantities.sentence import Match, Sentence
from timeline.model import QuantityKind

_REACH = 18  # words from a counted phrase to its verb, over what is put between
_INSERTS = word_set("insert")
_SHARES = frozenset(("roughly", "about", "nearly", "almost", "around", "approximately", "half"))
_PARTIAL = frozenset(("most", "many", "some", "half", "all", "both"))
_EDGES = word_set("edge")
_FATES = frozenset(QuantityKind) - {QuantityKind.PROTESTERS, QuantityKind.OTHER, QuantityKind.FIGHTERS}
_OWNERS = frozenset(("its", "their", "his", "her", "our"))
_LEAVE = frozenset(("left", "leaving", "leave", "leaves"))
_BRACKETS = {"(": ")", "[": "]", "-": "-", "–": "–", "—": "—", '"': '"', "“": "”"}
Governed = tuple[QuantityKind, int]  # kind, last word of what governs


def after(s: Sentence, count: Count, ends: dict[int, Count]) -> Governed | None:
    """Kind and last word of the predicate: a participle at once, or auxiliaries and what follows them."""
    at = skip_adverbs(s, count.last + 1)
    if s.low(at) in {"(", "-", "–", "—"} and at + 1 in s.matches and count.bare and s.low(at - 1) != "of":
        at += 1
    found = at_once(s, at, count, ends)
    if found is not None or at >= len(s.lows):
        return found
    if s.low(count.start - 1) == "by":
        return None  # the doers: "killed by two gunmen in a car that was …"
    at = _and_others(s, count, at)
    if at in ends and not ends[at].refused and not ends[at].part:
        return None
    if s.low(at) == "among":
        return among_victims(s, at + 1) or _over(s, at, count, ends)
    if s.low(at) in {"who", "that", "which"}:
        at = skip_adverbs(s, at + 1)
        found = chain(s, at, count, ends)
        if found is not None and found[0] in _FATES:
            return found
        return _over(s, at - 1, count, ends) or found
    return chain(s, at, count, ends) or _over(s, at, count, ends)


def _and_others(s: Sentence, count: Count, at: int) -> int:
    """Right over what shares the number: "300 women and children were"."""
    if s.low(at) in {"and", "or", "/"} and count.phrase.plural:
        for step in range(at + 1, min(at + 4, len(s.lows))):
            noun = nouns().get(s.lows[step])
            if is_stop(s.lows[step]):
                return at
            if noun is not None and noun.plural and noun.kind not in {"unit", "event", "thing"}:
                return step + 1
    return at


def _over(s: Sentence, at: int, count: Count, ends: dict[int, Count]) -> Governed | None:
    """The verb beyond what is put between: "in the bus", "from the Third Army", ", most of them women,"."""
    word = s.low(at)
    if word in word_set("no-verb"):
        return None
    if word == "," and s.low(at + 1) == "of":
        return None  # ", of these 300 are": said of a part
    if word == "," and at + 1 in ends and not ends[at + 1].part:
        return _past_list(s, at + 1, count, ends)
    lists = _opens_list(s, at, ends) or ((word in _BRACKETS or word == ",") and _opens_list(s, at + 1, ends))
    inserted = lists or word in _BRACKETS or (word == "," and _opens_insert(s, at + 1))
    if word == "," and s.low(at + 1) in word_set("be") | word_set("have"):
        return chain(s, at + 1, count, ends)  # the comma that closes an apposition
    if not inserted and word not in word_set("preposition") and not _posted(s, at) and word not in {"who", "that"}:
        return None
    if word in {"who", "that"}:
        at += 2  # the verb of the relative clause itself
    some = at + (word in {",", "(", "–", "—", "-"})
    skips = s.low(some) in _PARTIAL and s.low(some + 2) in {"whom", "which"}  # "many of whom were civilians"
    here, end, comma = at, min(len(s.lows), at + _REACH), word == ","
    while here < end:
        word = s.lows[here]
        other, match = ends.get(here), s.matches.get(here)
        if other is not None:
            if not lists and not other.refused and other.high != 1 and s.lows[other.start] not in {"the", "these"}:
                return None
            here = other.last + 1
            if other.part and other.bare and s.low(here) in word_set("be"):
                return None  # "46 of whom were": theirs, not the whole's
            theirs = s.matches.get(here) if lists and not other.single else None
            if theirs and theirs.sense("past", "state") and not theirs.sense("own"):
                here += theirs.size  # "including 40 dead": theirs, not the whole's
            continue
        closing = _closing(s, here) if word in _BRACKETS else None
        if closing is not None:
            here = closing + 1
            end = max(end, min(len(s.lows), here + 8))
            found = at_once(s, here, count, ends)
            if found is not None:
                return found
            continue
        if skips and word in word_set("be"):
            skips = False
            here += 2
            continue
        if word in word_set("be") or word in word_set("have"):
            if word in ({"were", "are", "have"} if is_one(count) else {"was", "is", "has"}) and not count.bare:
                return None
            return chain(s, here, count, ends)
        if match is not None and here > at and not _attributive(s, here, match):
            found = _verb_between(s, here, match, count, ends, loose=lists or (s.low(at) == "of" and not count.single))
            if found is not None or match.sense("past", "active", "own"):
                return found
        if word in _EDGES or word in word_set("speech") or word in word_set("finite") or word in word_set("modal"):
            return None
        if word == "," and here > at:
            if not comma:
                return None
            comma = False
        elif word == "and" and not lists and _opens_clause(s, here, named=s.low(at) == "of"):
            return None
        lists = lists or word in {"including", "among"}
        here += 1
    return None


def _opens_clause(s: Sentence, at: int, *, named: bool) -> bool:
    """Whether another subject begins after "and"; ``named``: not a further name, "of the Army and the Navy"."""
    if s.low(at + 1) not in word_set("determiner") - _OWNERS:
        return False
    return not (named and s.raw(at + 2)[:1].isupper())


def _verb_between(
    s: Sentence, at: int, match: Match, count: Count, ends: dict[int, Count], *, loose: bool
) -> Governed | None:
    """A verb met on the way: intransitive ones count, participles only where nothing else can be meant."""
    if s.low(count.start - 1) in _LEAVE and (sense := match.sense("past", "state")):
        kind = kind_for(count, sense)
        return (kind, at + match.size - 1) if kind else None
    if match.sense("own") and not match.sense("past") and not s.lows[at].endswith("ing"):
        return chain(s, at, count, ends)
    if loose and match.sense("past", "participle", "state"):
        return at_once(s, at, count, ends)
    return None


def _closing(s: Sentence, at: int) -> int | None:
    """The word that closes a bracket, a pair of dashes or of quotation marks, when it is near."""
    closer = _BRACKETS[s.lows[at]]
    for here in range(at + 1, min(len(s.lows), at + _REACH)):
        if s.lows[here] == closer:
            return here
    return None


def _past_list(s: Sentence, at: int, count: Count, ends: dict[int, Count]) -> Governed | None:
    """The verb after a breakdown in commas: "12 people, five women and seven men, were killed"."""
    end = at + _REACH
    while at < end and (at in ends or s.low(at) in {"and", ","}):
        if s.low(at) == "," and at not in ends and at + 1 not in ends:
            return chain(s, at + 1, count, ends)
        at = ends[at].last + 1 if at in ends else at + 1
    return None


def _opens_list(s: Sentence, at: int, ends: dict[int, Count]) -> bool:
    """Whether more is said of the same people here, with numbers of their own: "including two women", "one of them"."""
    if s.low(at) in _PARTIAL:
        return s.low(at + 1) == "of"
    return s.low(at) in _INSERTS or (at in ends and ends[at].part)


def _opens_insert(s: Sentence, at: int) -> bool:
    """Whether an insertion between commas begins here: "most of them women", "out of 200"."""
    share = s.low(at) in _SHARES and "of" in s.lows[at + 1 : at + 5]  # "roughly four fifths of the population"
    return share or s.low(at) in _INSERTS or s.low(at) in word_set("preposition")


def _posted(s: Sentence, at: int) -> bool:
    """A participle that only places them: "stationed in", "travelling to", "loyal to"."""
    return s.low(at) in word_set("placing") and s.low(at + 1) in word_set("preposition")


def _attributive(s: Sentence, at: int, match: Match) -> bool:
    """Whether a participle stands before a noun: "in the besieged town"."""
    return not is_stop(s.low(at + match.size)) and (
        s.low(at - 1) in word_set("determiner") or s.low(at - 1) in word_set("preposition")
    )
