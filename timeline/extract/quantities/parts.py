"""Counts that hang together: lists that share a verb, parts of a whole, breakdowns of a toll."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from timeline.extract.quantities.after import after
from timeline.extract.quantities.before import before
from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.kinds import fits
from timeline.extract.quantities.lexicon import word_set
from timeline.extract.quantities.sentence import Sentence
from timeline.model import QuantityKind, Scope

_JOINS = frozenset(
    ("and", ",", "or", "plus", "&", "as", "well", "along", "with", "together", "also", "another", "both", "then")
)
_OPEN = frozenset((":", "-", "–", "—", "("))
_NEAR = 14
_FOLLOWS = frozenset(
    ["in", "at", "near", "on", "from", "outside", "around", "inside", "including", "according", ".", ",", ";", ")"]
)


def share(s: Sentence, counts: list[Count]) -> None:
    """Give what is known of one count to its neighbours in a list, from left to right and back."""
    for one, other in pairwise(counts):
        if _wants(other) and one.kind and not one.refused:
            _pass_on(s, one, other)
    for one, other in reversed(list(pairwise(counts))):
        if (
            _wants(one)
            and other.kind
            and other.how in {"after", "shared-after"}
            and not other.refused
            and not other.part
            and s.low(one.start - 1) != "of"
            and _listed(s, one, other)
        ):
            kind = _by_verb_after(s, one, other, counts)
            if kind is not None and _may_share(one):
                one.settle(kind, "shared-after")
                one.tail = max(other.last, other.tail)
                one.right = one.last
                one.scope = other.scope


def _by_verb_after(s: Sentence, one: Count, other: Count, counts: list[Count]) -> QuantityKind | None:
    """What the verb after the last of a list says of an earlier one: soldiers are killed, tanks lost, by one verb."""
    tail = max(other.last, other.tail)
    end = replace(one, last=tail, right=tail, phrase=replace(one.phrase, plural=True))
    found = after(s, end, {c.start: c for c in counts if c.start > tail})
    return found[0] if found else (other.kind if other.kind and fits(one, other.kind) else None)


def _by_verb_before(s: Sentence, one: Count, other: Count) -> QuantityKind | None:
    """What the verb before the first of a list says of a later one."""
    if one.base < 0:
        return one.kind if one.kind and fits(other, one.kind) else None
    found = before(s, replace(other, start=one.base), set())
    return found[0] if found else None


def _may_share(count: Count) -> bool:
    """Whether a count may take its verb from its neighbours: a single person must be known for one."""
    return not count.single or count.phrase.noun in {"people", "fighters", "protesters", "demonym"}


def _wants(count: Count) -> bool:
    return count.kind is None and not count.refused


def _pass_on(s: Sentence, one: Count, other: Count) -> None:
    between = s.lows[one.right + 1 : other.start]
    part = _part_cue(s, one, other, between)
    if one.how == "noun" and other.part and other.high == 1:
        return
    kind = one.kind if part else _by_verb_before(s, one, other)
    if kind is None or not _may_share(other) or (part and not fits(other, kind)):
        return
    if part:
        other.settle(kind, "part")
        other.left = part if part > 0 else other.start
        other.scope = Scope.SUBSET
        return
    if (
        between == [","] and other.bare and s.low(other.last + 1) in word_set("grade")
    ):  # "ten were hurt, two critically"
        other.settle(kind, "part")
        other.scope = Scope.SUBSET
        return
    if s.low(other.last + 1) in word_set("speech") - {"according", "citing"}:
        return
    if _listed(s, one, other) and one.how in {"before", "hanging", "shared-before", "part", "among", "toll", "head"}:
        if one.how == "head" and one.phrase.head is not None:
            return
        if one.how == "toll":
            return
        other.settle(kind, "part" if one.how in {"part", "among"} else "shared-before")
        other.base = one.base
        graded = s.low(other.last + 1) in word_set("grade") and other.bare
        other.scope = Scope.SUBSET if graded else one.scope
        return
    if _gapped(s, one, other, between):
        other.settle(kind, "shared-before" if one.how != "part" else "part")
        other.base, other.scope = one.base, one.scope


def _listed(s: Sentence, one: Count, other: Count) -> bool:
    between = s.lows[max(one.last, one.right) + 1 : other.start]
    if one.right > one.last and one.how == "after":
        return False
    if other.single and not {"and", "or", "as"} & set(between):
        return between == [","] and s.low(other.last + 1) in {",", "and"}
    if not between and one.phrase.noun in {"", "?"}:
        return False
    return len(between) <= 4 and all(word in _JOINS for word in between)


def _part_cue(s: Sentence, one: Count, other: Count, between: list[str]) -> int:
    """The word a part begins with ("including", "among them", ":"), or 0; -1 when the count says so itself."""
    nested = one.last < other.start < one.right and s.low(other.start) not in {"the", "these"}
    if other.part or nested:
        return -1
    if len(between) > _NEAR:
        return 0
    if other.cue >= 0:
        return other.cue
    if (
        between
        and between[-1] in _OPEN
        and s.low(other.last + 1) != "according"
        and (other.bare or other.people)
        and not other.single
        and _smaller(other, one)
    ):
        return -1
    return 0


def _smaller(part: Count, whole: Count) -> bool:
    top = whole.high if whole.high is not None else whole.low
    low = part.low if part.low is not None else part.high
    return top is None or low is None or low < top or (whole.high is None)


def _gapped(s: Sentence, one: Count, other: Count, between: list[str]) -> bool:
    """“Nine were killed in Qasra and two in Mayda”: no verb of its own, a place or nothing after it."""
    if other.single or len(between) > _NEAR or not between or (one.how == "noun" and not other.bare):
        return False
    if (
        between[-1] not in {"and", ","}
        and between[-3:] not in (["as", "well", "as"], ["in", "addition", "to"])
        and between[-2:] != ["along", "with"]
    ):
        return False
    if any(
        s.matches.get(at) and s.matches[at].sense("past", "active", "own") for at in range(one.right + 1, other.start)
    ):
        return False
    if any(
        w in word_set("speech")
        or w in word_set("be")
        or w in word_set("finite")
        or w in {"which", "who", "when", "where"}
        for w in between
    ):
        return False
    following = s.low(other.last + 1)
    if following and following not in _FOLLOWS:
        return False
    for at in range(other.last + 1, min(len(s.lows), other.last + 7)):
        word = s.lows[at]
        if word in {".", ",", ";", "and"}:
            break
        if (
            word in word_set("be")
            or word in word_set("have")
            or word in word_set("finite")
            or word in word_set("modal")
        ):
            return False
    return True


def mark_sums(counts: list[Count]) -> None:
    """A list whose members add up to the count before it is a breakdown: "12 people, five women and seven men"."""
    for at, whole in enumerate(counts):
        if whole.kind is None or whole.low is None or whole.low < 3 or whole.scope is Scope.SUBSET:
            continue
        total = 0
        for size, part in enumerate(counts[at + 1 : at + 7], 1):
            if part.kind is not whole.kind or part.scope is Scope.SUBSET or part.low is None:
                break
            total += part.low
            if total >= whole.low:
                if total == whole.low and size > 1:
                    for each in counts[at + 1 : at + 1 + size]:
                        each.scope = Scope.SUBSET
                break
