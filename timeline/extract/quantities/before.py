"""What governs the counted from the left: a verb ("killed at least 14") or a noun ("the deaths of 14")."""

from __future__ import annotations

from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.kinds import TAKEN, kind_for
from timeline.extract.quantities.lexicon import word_set
from timeline.extract.quantities.phrases import is_stop
from timeline.extract.quantities.sentence import Sentence
from timeline.model import QuantityKind

_SKIPPED = word_set("skipped") | {'"'}
_LOSERS = frozenset(["lost", "lose", "losing", "loses"])
Governed = tuple[QuantityKind, int]  # kind, first word of what governs


def before(s: Sentence, count: Count, used: set[int]) -> Governed | None:
    """The active verb with the counted as its object; a verb in ``used`` is already another one's participle.

    A deed only threatened, possible or denied refuses the count.
    """
    at = _back_over(s, count.start - 1)
    if s.low(at) == "and" and s.low(at - 1) in {"himself", "herself", "themselves"}:
        at -= 2
    if s.low(at) in {":", "-"} and at - 1 in s.matches:
        at -= 1
    beside = s.low(at) == "with" and s.low(at - 1) in {"along", "together"}  # "was killed along with two others"
    at -= 2 * beside
    for size in range(min(7, at + 1), 0, -1):
        begin = at - size + 1
        match = s.matches.get(begin)
        if match is None or match.size != size or begin in used:
            continue
        sense = match.sense("active", "past")
        if sense is None:
            continue
        if sense.use == "past" and _is_passive(s, begin) and not beside:
            return None
        if _unreal(s, begin):
            count.refused = True
            return None
        if sense.phrase in word_set("driving") and not word_set("away") & set(s.lows[count.last + 1 : count.last + 5]):
            return None  # "forced dozens into the building"
        mixed = _mixed(s, begin, sense.kind, used)
        if mixed is not None and count.people:
            taken = s.low(begin - 1) == "and" and s.matches[mixed].senses[0].kind in TAKEN
            fate = QuantityKind.KILLED if taken and sense.kind is QuantityKind.KILLED else QuantityKind.OTHER
            return fate, mixed
        kind = kind_for(count, sense)
        if kind is not None and count.phrase.head is not None and s.lows[begin] in _LOSERS:
            kind = count.phrase.head.kind  # lost 3,000 dead and wounded
        if kind is QuantityKind.DETAINED and count.phrase.head is not None:
            kind = count.phrase.head.kind  # holding 19 hostages
        return None if kind is None else (kind, begin)
    return None


def _mixed(s: Sentence, begin: int, kind: QuantityKind, used: set[int]) -> int | None:
    """The first verb of "killed, wounded or captured 50", one figure for all; headlines leave the "and" out."""
    first, here = None, begin
    while here > 0:
        at = here - 1
        joined = s.lows[at] in {"and", "or", "and/or", "/", ","}
        if joined:
            at -= 1
        match = s.matches.get(at)
        sense = match.sense("active", "past") if match and match.size == 1 else None
        if sense is None or sense.kind is kind or at in used or _is_passive(s, at):
            break
        if not joined and sense.use != s.matches[begin].senses[0].use:
            break
        if first is None and s.lows[here - 1] == ",":
            break
        first = here = at
    return first


def _back_over(s: Sentence, at: int) -> int:
    """Left over adverbs and "a total of"."""
    while True:
        word = s.low(at)
        if word in _SKIPPED:
            at -= 1
        elif word == "of" and s.low(at - 1) in {"total", "number"} and s.low(at - 2) in {"a", "the"}:
            at -= 3
        elif word == "of" and s.low(at - 1) == "family" and s.low(at - 2) in {"a", "the", "another"}:
            at -= 3  # "killing a family of five"
        elif word == "total" and s.low(at - 1) in {"a", "the"}:
            at -= 2
        else:
            return at


def _is_passive(s: Sentence, at: int) -> bool:
    """Whether a form of "be" stands before the participle."""
    here = at - 1
    while here >= 0 and (s.lows[here] in word_set("adverb") or s.lows[here] == "not"):
        here -= 1
    return s.low(here) in word_set("be")


def _unreal(s: Sentence, at: int) -> bool:
    """Whether the deed is only threatened, possible or denied: "threatened to kill 3", "could kill thousands"."""
    here = at - 1
    while s.low(here) in word_set("adverb"):
        here -= 1
    word = s.low(here)
    if word in word_set("negation") or word in word_set("modal") or word.endswith("n't"):
        return True
    if word != "to":
        return False
    return any(back in word_set("infinitive-guard") for back in s.lows[max(0, here - 6) : here])


def hanging(s: Sentence, count: Count) -> Governed | None:
    """The noun they hang on: "the deaths of 14 people", "the bodies of 12", "a force of 3,000 men"."""
    at = _back_over(s, count.start - 1)
    match = s.matches.get(at - 1) if s.low(at) == "of" else None
    if match is None or match.size != 1 or s.low(at - 1) == "lives":
        return None  # "the lives of 300" are not lost by being named
    sense = match.sense("noun", "head")
    if sense is None:
        sense = match.sense("active")
        if sense is None or not sense.phrase.endswith("ing"):
            return None
    first = s.matches.get(at - 3) if s.low(at - 2) in {"or", "and"} else None
    if first is not None and (joined := first.sense("active", "noun")) and joined.kind is not sense.kind:
        return (QuantityKind.OTHER, at - 3) if count.people else None  # "the killing or wounding of several"
    if sense.use == "noun" and sense.kind in {QuantityKind.FIGHTERS, QuantityKind.PROTESTERS}:
        listed = count.bare or count.phrase.noun in {"people", "fighters", "protesters", "force", "demonym"}
        if not listed or count.single:
            return None
        return _verb_over(s, count, at - 2) or (sense.kind, at - 1)
    if count.single and count.phrase.noun not in {"people", "fighters", "protesters", "demonym"}:
        return None
    kind = kind_for(count, sense)
    return None if kind is None else (kind, at - 1)


def split_verb(s: Sentence, count: Count) -> tuple[QuantityKind, int, int] | None:
    """“Hacked 69 villagers to death”, “burned 28 alive”: the verb on both sides."""
    at = _back_over(s, count.start - 1)
    died = s.lows[count.last + 1 : count.last + 3] == ["to", "death"] and s.low(at) in word_set("to-death")
    if s.low(count.last + 1) in word_set("taken-as") and s.low(at) in word_set("take"):
        kind = QuantityKind.DETAINED if s.low(count.last + 1).startswith("prisoner") else QuantityKind.KIDNAPPED
        return (kind, at, count.last + 1) if count.people else None
    alive = s.low(count.last + 1) == "alive" and s.low(at) in {
        "burned",
        "burnt",
        "burning",
        "burn",
        "buried",
        "burying",
    }
    end = count.last + 1 + died
    return (QuantityKind.KILLED, at, end) if count.people and (died or alive) else None


def joined_object(s: Sentence, count: Count, used: set[int]) -> Governed | None:
    """“Killed the mayor and four of his guards”: the verb beyond an object without a number."""
    edge = count.cue if count.cue >= 0 else count.start - 1
    joins = {"and"} if count.single else {"and", ","}
    if (s.low(edge) not in joins and count.cue < 0) or not (count.named or count.part):
        return None
    for here in range(edge - 1, max(-1, edge - 9), -1):
        word, match = s.lows[here], s.matches.get(here)
        sense = match.sense("active", "past") if match else None
        if match and sense and not (match.sense("head", "noun") and s.low(here + 1) == "of"):
            taken = here in used or _is_passive(s, here) or _unreal(s, here) or here + match.size >= edge
            kind = None if taken else kind_for(count, sense)
            return (kind, count.start) if kind else None
        if is_stop(word) and word not in word_set("determiner") and word not in {"of", "'s", "and", ","}:
            return None
        if word in word_set("speech") or word in word_set("finite"):
            return None
    return None


def _verb_over(s: Sentence, count: Count, at: int) -> Governed | None:
    """The verb before "the garrison of 700": slaughtered, besieged, captured."""
    for here in range(at, max(-1, at - 4), -1):
        match = s.matches.get(here)
        sense = match.sense("active", "past") if match and match.size == 1 else None
        if sense and not _is_passive(s, here) and not _unreal(s, here):
            kind = kind_for(count, sense)
            return (kind, here) if kind else None
        if match or (is_stop(s.lows[here]) and s.lows[here] not in word_set("determiner")):
            return None
    return None


def cost(s: Sentence, count: Count) -> Governed | None:
    """“Cost the army nearly 5,000 men”: what a battle cost is counted as lost, with the side between."""
    if count.single or not count.people or count.bare:
        return None
    for here in range(count.start - 1, max(-1, count.start - 7), -1):
        word = s.lows[here]
        if word in {"cost", "costing", "costs"}:
            return QuantityKind.KILLED, here
        if word in word_set("preposition") or word in word_set("be") or here in s.matches or not word[0].isalpha():
            return None
    return None
