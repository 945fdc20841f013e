"""Which word governs which count: the order in which the rules are asked."""

from __future__ import annotations

from timeline.extract.quantities.after import after
from timeline.extract.quantities.before import before, cost, hanging, joined_object, split_verb
from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.kinds import fits
from timeline.extract.quantities.lexicon import word_set
from timeline.extract.quantities.refusals import is_strength
from timeline.extract.quantities.sentence import Sentence
from timeline.extract.quantities.tolls import again, among, brought, link_comparator, toll
from timeline.model import Comparator, QuantityKind, Scope

_AMONG_THEM = frozenset(("them", "whom", "which"))  # "among them" names parts, not this count
_KNOWN = frozenset(("the", "these", "those", "both", "all"))  # told of before
_BAND = 100  # so many men are told of as a force
_CRAFT = frozenset(("fighters", "bombers"))
_AIR = word_set("aircraft")


def govern(s: Sentence, counts: list[Count]) -> None:
    """Find for each count what governs it; a participle taken by one count is not the verb of the next."""
    ends = {c.start: c for c in counts}
    used: set[int] = set()
    for place, count in enumerate(counts):
        left = None if count.refused else before(s, count, used)
        if count.refused or is_strength(s, count.first):
            continue
        waits = (
            count.cue >= 0 and not count.bare and any(not c.refused for c in counts[:place])
        )  # as a part it goes with its whole
        right = None if waits else after(s, count, ends)
        if left is not None and right is not None and not count.bare and not _rivals(left[0], right[0]):
            right = None
        if right is not None and right[0] is not QuantityKind.KILLED and (of := hanging(s, count)):
            right = None if of[0] is QuantityKind.KILLED else right  # "the bodies of three men who had been held"
        if right is not None and count.phrase.word in word_set("household") and not fits(count, right[0]):
            right = None
        found = among(s, count) if left is None else None
        if found is not None:
            count.settle(found[0], "among", left=found[1])
            count.scope = Scope.SUBSET
        elif left is not None and (right is None or not _adjacent(count, right[1])):
            count.settle(left[0], "before", left=left[1])
            count.base = count.start
            used.add(left[1])
        elif right is not None:
            count.settle(right[0], "after", right=right[1])
            between = set(s.lows[count.last + 1 : right[1]])
            if "among" in between and not between & _AMONG_THEM:
                count.scope = Scope.SUBSET
            used.update(range(count.last + 1, right[1] + 1))
        elif (noun := hanging(s, count)) is not None:
            count.settle(noun[0], "hanging", left=noun[1])
        elif (kind := split_verb(s, count)) is not None:
            count.settle(kind[0], "before", left=kind[1], right=kind[2])
        elif (raised := brought(s, count)) is not None:
            count.settle(raised[0], "toll", left=raised[1])
        elif (price := cost(s, count)) is not None:
            count.settle(price[0], "cost", left=price[1])
        elif (far := joined_object(s, count, used)) is not None:
            count.settle(far[0], "joined", left=far[1])
        elif not count.single and (running := toll(s, count)) is not None:
            count.settle(running[0], "toll", left=running[1])
            if (passed := link_comparator(s, count)) is not None:
                count.comparator = passed
                count.high = None if passed is Comparator.GT else count.high
        elif (anew := again(s, count, counts[:place])) is not None:
            count.settle(anew[0], "again", left=anew[1])
        elif count.phrase.head is not None and not count.single and not (count.high == 1 and count.phrase.plural):
            count.settle(count.phrase.head.kind, "head")
        elif (
            count.phrase.adjective is not None
            and ((count.part and count.high != 1) or count.named)
            and not (count.single and _speaks(s, count.last + 1))
        ):
            count.settle(count.phrase.adjective.kind, "adjective")


def _speaks(s: Sentence, at: int) -> bool:
    """Whether the one counted is only named as he speaks: "a captured officer put the losses at 1,200"."""
    return s.low(at) in word_set("speech") or s.low(at) == "put"


def _rivals(left: QuantityKind, right: QuantityKind) -> bool:
    """“One killed two hurt”: the participle after the number wins over the one before it."""
    return left is QuantityKind.KILLED and right is QuantityKind.INJURED


def _adjacent(count: Count, last: int) -> bool:
    return last - count.last <= 3


def settle_waiting(s: Sentence, counts: list[Count]) -> None:
    """Parts that found no whole take the verb right of them."""
    ends = {c.start: c for c in counts}
    for count in counts:
        if count.cue >= 0 and count.kind is None and not count.refused:
            right = after(s, count, ends)
            if right is not None:
                count.settle(right[0], "after", left=count.cue)
                count.scope = Scope.SUBSET


def mark_parts(counts: list[Count]) -> None:
    """Counts after "including", or between another count and its verb, are parts, whatever verb they found."""
    for place, count in enumerate(counts):
        if count.kind is not None and count.cue >= 0:
            count.scope = Scope.SUBSET
            count.left = min(count.left, count.cue)
        if count.how == "after" and count.right > count.last:
            for inner in counts[place + 1 :]:
                if inner.start > count.right:
                    break
                if inner.kind is count.kind:
                    inner.scope, inner.right = Scope.SUBSET, inner.last


def fall_back(s: Sentence, counts: list[Count]) -> None:
    """What the noun alone says: fighters, protesters."""
    for count in counts:
        told = count.refused or count.single or count.high == 1 or s.low(count.start) in _KNOWN
        if count.kind is not None or told or s.low(count.last + 1) in word_set("speech"):
            continue
        kind = _kind_of_noun(s, count)
        if kind is not None:
            count.settle(kind, "noun")
            count.scope = Scope.SUBSET if count.part else count.scope


def _kind_of_noun(s: Sentence, count: Count) -> QuantityKind | None:
    if is_strength(s, count.first):
        crowd = (
            not word_set("crowd").isdisjoint((count.phrase.word, s.low(count.last + 1)))
            or count.phrase.noun == "protesters"
        )
        return QuantityKind.PROTESTERS if crowd else QuantityKind.FIGHTERS
    if count.phrase.noun == "protesters":
        return QuantityKind.PROTESTERS
    small = count.vague and (count.high or 99) < 10  # "a few rebels" is no strength
    if count.phrase.noun == "fighters" and not small and not (count.phrase.word in _CRAFT and _aircraft(s, count)):
        return QuantityKind.FIGHTERS
    large = max(count.low or 0, count.high or 0) >= _BAND
    return QuantityKind.FIGHTERS if count.phrase.word == "men" and large else None


def _aircraft(s: Sentence, count: Count) -> bool:
    """Whether fighters and bombers are aircraft here."""
    return "suicide" not in s.lows[count.first : count.last + 1] and not _AIR.isdisjoint(s.lows)
