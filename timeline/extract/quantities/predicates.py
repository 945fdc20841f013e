"""What is said of the counted: the verb after them, the verb before them, the noun they hang on."""

from __future__ import annotations

from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.lexicon import Sense, nouns, word_set
from timeline.extract.quantities.phrases import is_stop
from timeline.extract.quantities.sentence import Match, Sentence
from timeline.model import QuantityKind

_REACH = 16  # words from a counted phrase to its verb, over what is put between
_ALWAYS_PEOPLE = frozenset((QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.DETAINED, QuantityKind.KIDNAPPED))
_OBJECT_STARTS = frozenset(
    "the a an his her its their our my him them us some many all both several dozens scores hundreds".split()
)
_EVENTUAL = frozenset(("will", "would", "could", "can", "may", "might", "should", "must", "shall"))
Governed = tuple[QuantityKind, int]  # kind, last word of what governs


def kind_for(count: Count, sense: Sense) -> QuantityKind | None:
    """What the sense says of this noun: people are killed, tanks are lost, villages are neither."""
    noun = count.phrase.noun
    if noun in {"thing"}:
        return sense.thing if sense.phrase.split()[0] in word_set("loss-verb") else None
    if noun == "?" and sense.kind not in _ALWAYS_PEOPLE:
        return sense.kind if _looks_like_people(count) else None
    if noun == "?" and sense.phrase in {
        "destroyed",
        "destroy",
        "destroying",
        "destroys",
        "lost",
        "lose",
        "losing",
        "loses",
        "captured",
        "capture",
        "capturing",
        "captures",
        "eliminated",
        "held",
        "burned",
        "burnt",
    }:
        return sense.kind if _looks_like_people(count) else None
    if sense.kind is QuantityKind.OTHER and sense.use in {"past", "active"}:
        return None
    if count.bare and sense.phrase in {"lost", "destroyed", "loses", "lose"}:
        return None
    return sense.kind


def _looks_like_people(count: Count) -> bool:
    """Whether an unlisted noun is written like a people: "12 Hazaras"."""
    word = count.phrase.word
    return word.endswith(("is", "ans", "ites", "ese", "ists", "ers", "ors"))


def after(s: Sentence, count: Count, ends: dict[int, Count]) -> Governed | None:
    """The predicate right of the counted: a participle at once, or an auxiliary and what follows it."""
    at = _skip_adverbs(s, count.last + 1)
    if s.low(at) in {"(", "-", "–", "—"} and s.matches.get(at + 1) and count.bare:
        at += 1
    found = _at_once(s, at, count, ends)
    if found is not None:
        return found
    if s.low(at) == "of" or at >= len(s.lows):
        return None
    if s.low(at) in {"who", "that", "which"}:
        at += 1
        found = _chain(s, _skip_adverbs(s, at), count, ends)
        if found is not None:
            return found
    return _chain(s, at, count, ends) or _over(s, at, count, ends)


def _skip_adverbs(s: Sentence, at: int) -> int:
    adverbs = word_set("adverb")
    while s.low(at) in adverbs and not s.matches.get(at):
        at += 1
    return at


def _at_once(s: Sentence, at: int, count: Count, ends: dict[int, Count]) -> Governed | None:
    match = s.matches.get(at)
    if match is None:
        return None
    sense = match.sense("past", "participle", "state", "own")
    if sense is None:
        return None
    end = at + match.size - 1
    kind = kind_for(count, sense)
    if kind is None:
        return None
    if sense.use == "past" and _has_object(s, end + 1, count, ends):
        return None
    if sense.use == "own" and count.single and sense.phrase in {"gathered", "marched"}:
        return None
    return _together(s, kind, end, ends)


def _has_object(s: Sentence, at: int, count: Count, ends: dict[int, Count]) -> bool:
    """Whether an object follows, so that the verb is active: "three gunmen killed the mayor"."""
    word = s.low(at)
    following = ends.get(at)
    if following is not None:
        inner = s.matches.get(_skip_adverbs(s, following.last + 1))
        return not (
            inner and inner.sense("past", "participle", "state") and _closed(s, following.last + 1 + inner.size)
        )
    if word in _OBJECT_STARTS:
        return True
    if count.bare or count.phrase.word in word_set("plain-people"):
        return False
    return not (is_stop(word) or word in word_set("time") or word in word_set("adverb") or word in word_set("speech")
                or s.matches.get(at) is not None or word in nouns() and nouns()[word].kind == "unit")  # fmt: skip


def _closed(s: Sentence, at: int) -> bool:
    word = s.low(at)
    return is_stop(word) and word not in _OBJECT_STARTS and not word[:1].isdigit() or word in word_set("time")


def _together(s: Sentence, kind: QuantityKind, end: int, ends: dict[int, Count]) -> Governed:
    """ "Killed or wounded" counts both in one figure: kind ``other``."""
    if s.low(end + 1) in {"and", "or", "and/or", "/"}:
        at = _skip_adverbs(s, end + 2)
        match = s.matches.get(at)
        sense = match.sense("past", "participle", "state") if match else None
        if match and sense and sense.kind is not kind:
            last = at + match.size - 1
            nxt = s.low(_skip_adverbs(s, last + 1))
            if (
                ends.get(last + 1) is None
                and nxt not in _OBJECT_STARTS
                and not nxt[:1].isdigit()
                and nxt not in nouns()
                and nxt != "others"
            ):
                return QuantityKind.OTHER, last
    return kind, end


def _chain(s: Sentence, at: int, count: Count, ends: dict[int, Count]) -> Governed | None:
    """Auxiliaries, then the participle: "were reported to have been killed", "have since died", "are missing"."""
    begin, be, have, eventual = at, False, False, False
    while at < len(s.lows):
        word = s.lows[at]
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
        elif word in _EVENTUAL:
            eventual = True
        elif word in {
            "remain",
            "remained",
            "remains",
            "lay",
            "lie",
            "lying",
            "went",
            "became",
            "become",
            "fell",
        } and not s.matches.get(at):
            be = True
        elif (
            s.matches.get(at)
            and s.matches[at].sense("past", "participle", "state", "own", "active")
            and not (word in word_set("report") and at + 1 < len(s.lows))
        ):
            break
        elif word not in word_set("report") and word not in word_set("adverb") and word not in {"to", "among"}:
            return None
        if word == "among" and be:
            return _among(s, at + 1)
        at += 1
    match = s.matches.get(at)
    if match is None or (eventual and not have):
        return None
    if not (be or have) and at > begin:
        sense = match.sense("own")
    elif be:
        sense = match.sense("past", "participle", "state") or (
            match.sense("own") if have or "dying" in match.senses[0].phrase else None
        )
        sense = sense or (match.sense("own") if not match.sense("past") else None)
    elif have:
        sense = match.sense("own")
    else:
        sense = match.sense("own")
    if sense is None:
        return None
    kind = kind_for(count, sense)
    return None if kind is None else _together(s, kind, at + match.size - 1, ends)


def _one(count: Count) -> bool:
    return count.single or count.high == 1 or count.phrase.noun == "" or count.comparator.value == "approx" and False


def _among(s: Sentence, at: int) -> Governed | None:
    """ "Were among the dead"."""
    while s.low(at) in {"the", "those", "at", "least"} or s.low(at)[:1].isdigit():
        at += 1
    match = s.matches.get(at)
    sense = match.sense("head", "past", "state") if match else None
    return (sense.kind, at) if sense and match else None


def _over(s: Sentence, at: int, count: Count, ends: dict[int, Count]) -> Governed | None:
    """The verb beyond what is put between: "in the bus", "including a child", "from the Third Army", ", most of them women,"."""
    word = s.low(at)
    inserted = word in {"including", "mostly", "mainly", "among", "(", ",", "–", "—", "-", "some", "half"}
    if not inserted and word not in word_set("preposition"):
        return None
    if word in {"by", "as", "after", "before", "during", "since", "until"}:
        return None
    end = min(len(s.lows), at + _REACH)
    commas = 0
    here = at
    inside = word in {"including", "mostly", "mainly", "among"} or inserted
    while here < end:
        word = s.lows[here]
        other = ends.get(here)
        if other is not None and here > at - 1:
            if not inside and not other.refused:
                return None
            here = other.last + 1
            continue
        if word in word_set("be") or word in word_set("have"):
            plural = word in {"were", "are", "have"}
            if plural == _one(count) and not count.bare and word not in {"had"}:
                return None
            return _chain(s, here, count, ends)
        match = s.matches.get(here)
        if match is not None and match.sense("own") and not match.sense("past") and not s.lows[here].endswith("ing"):
            return _chain(s, here, count, ends)
        if match is not None and match.sense("past", "active") and not _attributive(s, here, match):
            return None
        if word in {
            ".",
            ";",
            ":",
            "!",
            "?",
            '"',
            "“",
            "”",
            "that",
            "which",
            "when",
            "while",
            "as",
            "after",
            "before",
            "because",
            "but",
            "where",
        }:
            return None
        if word in word_set("speech") or word in word_set("finite") or word in word_set("modal"):
            return None
        if word in {",", ")", "–", "—", "-"} and here > at:
            commas += 1
            nxt = s.low(here + 1)
            if (
                not inserted
                or commas > 2
                or (nxt not in word_set("be") and nxt not in word_set("have") and not s.matches.get(here + 1))
            ):
                if commas > 1 or not inserted:
                    return None
        if word == "and" and not inside and here > at:
            if s.low(here + 1) in word_set("determiner"):
                return None
        here += 1
    return None


def _attributive(s: Sentence, at: int, match: Match) -> bool:
    return not is_stop(s.low(at + match.size)) and s.low(at - 1) in word_set("determiner")


def before(s: Sentence, count: Count, used: set[int]) -> tuple[QuantityKind, int] | None:
    """The active verb left of the counted ("killed at least 14 people"): kind and first word of the verb."""
    at = count.start - 1
    at = _back_over(s, at)
    if s.low(at) in {":", "-"} and s.matches.get(at - 1):
        at -= 1
    for size in range(min(6, at + 1), 0, -1):
        begin = at - size + 1
        match = s.matches.get(begin)
        if match is None or match.size != size or begin in used:
            continue
        sense = match.sense("active", "past")
        if sense is None or sense.use == "past" and _is_passive(s, begin):
            return None
        if _unreal(s, begin):
            count.refused = True
            return None
        kind = kind_for(count, sense)
        if kind is None:
            return None
        return _with_first(s, kind, begin, used)
    return None


def _with_first(s: Sentence, kind: QuantityKind, begin: int, used: set[int]) -> tuple[QuantityKind, int]:
    """ "Killed or wounded 50" counts both in one figure."""
    if s.low(begin - 1) in {"and", "or", "and/or", "/"}:
        match = s.matches.get(begin - 2)
        sense = match.sense("active", "past") if match and match.size == 1 else None
        if sense and sense.kind is not kind and begin - 2 not in used and not _is_passive(s, begin - 2):
            return QuantityKind.OTHER, begin - 2
    return kind, begin


def _back_over(s: Sentence, at: int) -> int:
    """Left over adverbs and "a total of"."""
    while True:
        word = s.low(at)
        if word in {
            "also",
            "instantly",
            "reportedly",
            "immediately",
            "another",
            "yesterday",
            "today",
            "overnight",
            "already",
            "so",
            "far",
            "those",
        }:
            at -= 1
        elif word == "of" and s.low(at - 1) in {"total", "number", "excess"} and s.low(at - 2) in {"a", "the"}:
            at -= 3
        else:
            return at


def _is_passive(s: Sentence, at: int) -> bool:
    """Whether a form of "be" stands before the participle."""
    here = at - 1
    while here >= 0 and (s.lows[here] in word_set("adverb") or s.lows[here] in {"not"}):
        here -= 1
    return s.low(here) in word_set("be")


def _unreal(s: Sentence, at: int) -> bool:
    """Whether the deed is only threatened, possible or denied: "threatened to kill 3", "could kill thousands"."""
    here = at - 1
    while s.low(here) in word_set("adverb"):
        here -= 1
    word = s.low(here)
    if word in word_set("negation") or word in {
        "would",
        "could",
        "can",
        "may",
        "might",
        "should",
        "must",
        "will",
        "shall",
    }:
        return True
    if word in {"did", "do", "does"} and False:
        return True
    if word == "to":
        back = s.lows[max(0, here - 6) : here]
        return any(w in word_set("infinitive-guard") for w in back)
    return word == "of" and s.low(here - 1) in {"accused", "suspected", "capable", "instead", "threat"} and False


def hanging(s: Sentence, count: Count) -> tuple[QuantityKind, int] | None:
    """The noun they hang on: "the deaths of 14 people", "the bodies of 12", "a force of 3,000 men"."""
    at = _back_over(s, count.start - 1)
    if s.low(at) not in {"of"}:
        return None
    here = at - 1
    match = s.matches.get(here)
    if match is None or match.size != 1:
        return None
    sense = match.sense("noun", "head")
    if sense is None:
        active = match.sense("active")
        sense = active if active and active.phrase.endswith("ing") else None
    if sense is None:
        return None
    if sense.use == "noun" and sense.kind in {QuantityKind.FIGHTERS, QuantityKind.PROTESTERS}:
        if count.single or not count.people:
            return None
        return sense.kind, here
    kind = kind_for(count, sense)
    return None if kind is None else (kind, here)
