"""The predicate right of the counted: "12 were killed", "30 others wounded", "people who fled"."""

from __future__ import annotations

from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.kinds import has_object, kind_for, skip_adverbs, together
from timeline.extract.quantities.lexicon import nouns, word_set
from timeline.extract.quantities.phrases import is_stop
from timeline.extract.quantities.sentence import Match, Sentence
from timeline.model import QuantityKind

_REACH = 18  # words from a counted phrase to its verb, over what is put between
_INSERTS = frozenset(
    (
        "including",
        "mostly",
        "mainly",
        "among",
        "most",
        "many",
        "some",
        "half",
        "all",
        "both",
        "notably",
        "primarily",
        "largely",
    )
)
_PARTIAL = frozenset(("most", "many", "some", "half", "all", "both"))
_COPULAS = frozenset("remain remained remains lay lie lying went became become fell stay stayed left".split())
_EDGES = frozenset(
    ". ; : ! ? ” that which when while as after before because but where if although though until".split()
)
_WHERE = frozenset(("", ".", ",", ";", "and", "in", "at", "there", "that", "during", "on", "before", "here"))
_LEAVE = frozenset(("left", "leaving", "leave", "leaves"))
_BRACKETS = {"(": ")", "[": "]", "-": "-", "–": "–", "—": "—", '"': '"', "“": "”"}
Governed = tuple[QuantityKind, int]  # kind, last word of what governs


def after(s: Sentence, count: Count, ends: dict[int, Count]) -> Governed | None:
    """Kind and last word of the predicate: a participle at once, or auxiliaries and what follows them."""
    at = skip_adverbs(s, count.last + 1)
    if s.low(at) in {"(", "-", "–", "—"} and at + 1 in s.matches and count.bare:
        at += 1
    found = _at_once(s, at, count, ends)
    if found is not None or at >= len(s.lows):
        return found
    if s.low(count.start - 1) == "by":
        return None  # the doers: "killed by two gunmen in a car that was …"
    at = _and_others(s, count, at)
    if at in ends and not ends[at].refused and not ends[at].part:
        return None
    if s.low(at) == "among":
        return _among(s, at + 1) or _over(s, at, count, ends)
    if s.low(at) in {"who", "that", "which"}:
        at = skip_adverbs(s, at + 1)
        found = _chain(s, at, count, ends)
        if found is not None:
            return found
    return _chain(s, at, count, ends) or _over(s, at, count, ends)


def _at_once(s: Sentence, at: int, count: Count, ends: dict[int, Count]) -> Governed | None:
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
        return word in word_set("object-start") and count.phrase.word != "others"
    if has_object(s, at, ends):
        return True
    if is_stop(word) or word in word_set("time") or word in word_set("adverb") or word in word_set("speech"):
        return False
    return at not in s.matches and not (word in nouns() and nouns()[word].kind == "unit") and not word.endswith("ing")


def _chain(s: Sentence, at: int, count: Count, ends: dict[int, Count]) -> Governed | None:
    """Auxiliaries, then the participle: "were reported to have been killed", "have since died", "are missing"."""
    begin, be, have, eventual = at, False, False, False
    while at < len(s.lows):
        word = s.lows[at]
        match = s.matches.get(at)
        if word in word_set("be"):
            if at == begin and word in {"was", "is"} and not _one(count):
                return None
            be = True
        elif word in word_set("have"):
            if at == begin and word == "has" and not _one(count):
                return None
            have = True
        elif word in word_set("negation"):
            return None
        elif word in word_set("modal"):
            eventual = True
        elif word == "among" and be:
            return _among(s, at + 1)
        elif match and match.sense("past", "participle", "state", "own", "active") and word not in word_set("report"):
            break
        elif word in _COPULAS:
            be = True
        elif word not in word_set("report") and word not in word_set("adverb") and word != "to":
            return _in_trouble(s, at, count) if be else None
        at += 1
    match = s.matches.get(at)
    if match is None or (eventual and not have):
        return None
    sense = match.sense("own")
    if be and (sense is None or match.sense("past", "participle", "state")):
        sense = match.sense("past", "participle", "state")
    kind = kind_for(count, sense) if sense else None
    return together(s, kind, at + match.size - 1, ends) if kind else None


def _in_trouble(s: Sentence, at: int, count: Count) -> Governed | None:
    """ "Remain in the besieged parts": the place says what the people there are."""
    if s.low(at) not in {"in", "inside"} or count.single:
        return None
    for here in range(at + 1, min(at + 5, len(s.lows))):
        match = s.matches.get(here)
        sense = match.sense("past", "state") if match else None
        if sense and sense.kind is QuantityKind.BESIEGED and not is_stop(s.low(here + 1)):
            return kind_for(count, sense) and (QuantityKind.BESIEGED, at - 1)
        if s.lows[here] not in word_set("determiner") and not s.raw(here)[:1].isupper():
            return None
    return None


def _one(count: Count) -> bool:
    """Whether a singular verb may follow."""
    return count.single or count.high == 1 or count.bare


def _among(s: Sentence, at: int) -> Governed | None:
    """ "Were among the dead", "among Friday's victims"."""
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
    if word in {"by", "as", "after", "before", "during", "since", "until", "to"}:
        return None
    if word == "," and at + 1 in ends and not ends[at + 1].part:
        return _past_list(s, at + 1, count, ends)
    lists = _opens_list(s, at, ends) or ((word in _BRACKETS or word == ",") and _opens_list(s, at + 1, ends))
    inserted = lists or word in _BRACKETS or (word == "," and _opens_insert(s, at + 1))
    if not inserted and word not in word_set("preposition") and not _posted(s, at):
        return None
    here, end, comma = at, min(len(s.lows), at + _REACH), word == ","
    while here < end:
        word = s.lows[here]
        other, match = ends.get(here), s.matches.get(here)
        if other is not None:
            if not lists and not other.refused and not (other.low == other.high == 1):
                return None
            here = other.last + 1
            if here in s.matches and not other.single:
                here += s.matches[here].size  # "including 40 dead": theirs, not the whole's
            continue
        closing = _closing(s, here) if word in _BRACKETS else None
        if closing is not None:
            here = closing + 1
            found = _at_once(s, here, count, ends)
            if found is not None:
                return found
            continue
        if word in word_set("be") or word in word_set("have"):
            if word in ({"were", "are", "have"} if _one(count) else {"was", "is", "has"}) and not count.bare:
                return None
            return _chain(s, here, count, ends)
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
        elif word == "and" and not lists and s.low(here + 1) in word_set("determiner"):
            return None
        lists = lists or word in {"including", "among"}
        here += 1
    return None


def _verb_between(
    s: Sentence, at: int, match: Match, count: Count, ends: dict[int, Count], *, loose: bool
) -> Governed | None:
    """A verb met on the way: intransitive ones count, participles only where nothing else can be meant."""
    if s.low(count.start - 1) in _LEAVE and (sense := match.sense("past", "state")):
        kind = kind_for(count, sense)
        return (kind, at + match.size - 1) if kind else None
    if match.sense("own") and not match.sense("past") and not s.lows[at].endswith("ing"):
        return _chain(s, at, count, ends)
    if loose and match.sense("past", "participle", "state"):
        return _at_once(s, at, count, ends)
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
            return _chain(s, at + 1, count, ends)
        at = ends[at].last + 1 if at in ends else at + 1
    return None


def _opens_list(s: Sentence, at: int, ends: dict[int, Count]) -> bool:
    """Whether more is said of the same people here, with numbers of their own: "including two women", "one of them"."""
    if s.low(at) in _PARTIAL:
        return s.low(at + 1) == "of"
    return s.low(at) in _INSERTS or (at in ends and ends[at].part)


def _opens_insert(s: Sentence, at: int) -> bool:
    """Whether an insertion between commas begins here: "most of them women", "out of 200"."""
    return s.low(at) in _INSERTS or s.low(at) in word_set("preposition")


def _posted(s: Sentence, at: int) -> bool:
    """A participle that only places them: "stationed in", "travelling to", "loyal to"."""
    return s.low(at) in word_set("placing") and s.low(at + 1) in word_set("preposition")


def _attributive(s: Sentence, at: int, match: Match) -> bool:
    """Whether a participle stands before a noun: "in the besieged town"."""
    return not is_stop(s.low(at + match.size)) and (
        s.low(at - 1) in word_set("determiner") or s.low(at - 1) in word_set("preposition")
    )
