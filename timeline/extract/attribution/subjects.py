"""The subject of a verb of saying: looked for to its left, past adverbs, appositions and relative clauses."""

from __future__ import annotations

from timeline.extract.attribution.appositions import apposed, by_role
from timeline.extract.attribution.cue import Phrase
from timeline.extract.attribution.governors import REACH, governor, joined, modified
from timeline.extract.attribution.names import body_named, capital_of_state, person_named
from timeline.extract.attribution.nouns import source_at
from timeline.extract.attribution.runs import name_run, phrase_start
from timeline.extract.attribution.sentence import BODIES, Sentence, Source
from timeline.extract.attribution.words import source_nouns, words

_LEFT = frozenset({"former", "ex", "retired", "ousted", "deposed", "onetime"})
DASHES = frozenset({"-", "–", "—"})


def subject_before(sentence: Sentence, verb: int, floor: int) -> Phrase | None:
    """The subject of the verb at token ``verb``, looked for back to token ``floor``."""
    tokens = sentence.tokens
    n = _skip_adverbs(sentence, verb - 1, floor)
    n = _skip_times(sentence, n, floor)
    relative = False
    if n > floor and tokens[n].low in words("relative"):
        relative, n = True, n - 1
        if tokens[n].low == ",":
            n -= 1
    if n > floor and tokens[n].low in (")", "]"):
        opened = next((k for k in range(n, max(floor, n - 12), -1) if tokens[k].low in ("(", "[")), floor)
        if opened <= floor:
            return None
        n = opened - 1
    if n < floor or tokens[n].kind == "quote":
        return None
    if tokens[n].low == "," or tokens[n].low in DASHES:
        found = _before_mark(sentence, n, floor)
        actor = tokens[n - 1].actor if n > floor else None
        return _adjacent(sentence, n - 1, floor) if found is None and actor and "," in actor.text else found
    found = (
        _headed(sentence, n, floor) or _adjacent(sentence, n, floor, relative=relative) or modified(sentence, n, floor)
    )
    if found and relative:
        return Phrase(found.first, found.stop, found.sources, relative=True)
    return found


def without_former_office(sentence: Sentence, subject: Phrase, floor: int) -> Phrase:
    """The person, not the body he has left: "Former Free Army deputy chief Haitham Afisi"."""
    if len(subject.sources) != 1 or subject.sources[0].head not in BODIES:
        return subject
    if not any(sentence.low(k) in _LEFT for k in range(max(floor, subject.first - 1), subject.stop)):
        return subject
    last = subject.stop - 1
    actor = sentence.tokens[last].actor
    if actor is not None and actor.head == "person":
        return Phrase(subject.first, subject.stop, (Source(actor.span, actor.id, actor.name, actor.head),))
    named = person_named(sentence, last, floor)
    return Phrase(subject.first, subject.stop, (named[0],)) if named else subject


def _skip_adverbs(sentence: Sentence, n: int, floor: int) -> int:
    tokens = sentence.tokens
    skipped = words("adverb") | words("auxiliary")
    for _ in range(8):
        if n < floor:
            break
        token = tokens[n]
        adverb = token.kind == "word" and (token.low in skipped or (token.low.endswith("ly") and len(token.low) > 4))
        if adverb and not token.capital:
            n -= 1
        elif token.low in words("weekday") and n > floor and tokens[n - 1].low in ("on", "late", "early"):
            n -= 2
        elif token.low in words("venue") and (back := _venue_start(sentence, n, floor)) < n:
            n = back - 1
            if n > floor and sentence.low(n).endswith("ed") and source_at(sentence, n - 1, floor) is not None:
                n -= 1  # "Locals contacted by phone said"
        elif token.low == "," and n > floor and tokens[n - 1].low in {"meanwhile", "however", "though", "too"}:
            n -= 3 if n > floor + 2 and tokens[n - 2].low == "," else 2
        else:
            break
    return n


def _skip_times(sentence: Sentence, n: int, floor: int) -> int:
    """Past "last week" or "Sunday" that follows a subject: "UN investigators last week said"."""
    k = n
    while k > floor and n - k < 3 and sentence.low(k) in words("time") | {"last", "this", "next"}:
        k -= 1
    return k if k < n and source_at(sentence, k, floor) is not None else n


def _venue_start(sentence: Sentence, n: int, floor: int) -> int:
    """Where "in a statement" begins that ends at ``n``; ``n`` when it is no such phrase."""
    for k in range(n - 1, max(floor, n - 4) - 1, -1):
        low = sentence.low(k)
        if low in ("in", "on", "at", "by", "via"):
            return k
        if low not in words("determiner") and low not in {
            "written",
            "news",
            "televised",
            "brief",
            "its",
            "press",
            "joint",
        }:
            return n
    return n


def _adjacent(sentence: Sentence, n: int, floor: int, *, relative: bool = False) -> Phrase | None:
    """A subject that ends right before the verb."""
    tokens = sentence.tokens
    source = source_at(sentence, n, floor)
    first = phrase_start(sentence, n, floor) if source else n
    if source is None:
        named = capital_of_state(sentence, n) or person_named(sentence, n, floor) or body_named(sentence, n, floor)
        if named is None:
            return governor(sentence, n, floor, None)
        source, first = named
    if tokens[first].low in words("negative"):
        return None
    pronoun = tokens[n].low in words("pronoun")
    before = sentence.low(first - 1) if first > floor else ""
    if not pronoun and not relative and before in words("preposition") - {"like", "despite", "amid"}:
        return governor(sentence, n, floor, source)
    if source.rank == "report":
        return None
    if before in ("and", "or") and not pronoun:
        return joined(sentence, first, n, floor, source)
    return Phrase(first, n + 1, (apposed(sentence, first, floor, source),))


def _headed(sentence: Sentence, n: int, floor: int) -> Phrase | None:
    """The first words of the clause, not the last, marks lost: "The Red Cross which runs the hospital said"."""
    for k in range(floor, min(n, floor + 4)):
        if sentence.low(k + 1) in ("which", "whose", "who") and n - k < REACH:
            source = source_at(sentence, k, floor)
            if source is not None and source.rank == "actor" and source.head in ("body", "media", "person"):
                return Phrase(phrase_start(sentence, k, floor), n + 1, (source,))
    return None


def _before_mark(sentence: Sentence, n: int, floor: int) -> Phrase | None:
    """The subject of "Rahman, whose group collects reports, said": what stands before the first of the two marks."""
    tokens = sentence.tokens
    mark = tokens[n].low
    for k in range(n - 1, max(floor, n - REACH), -1):
        if tokens[k].kind == "quote":
            break
        if tokens[k].low != mark and not (mark in DASHES and tokens[k].low in DASHES):
            continue
        following = tokens[k + 1]
        opens = (
            following.low in words("opener") | words("determiner") | words("title") or following.low in source_nouns()
            or following.actor is not None or following.low[:1].isdigit() or following.low in {"also", "himself"}
            or following.low.endswith(("ed", "ing")) or following.low == "by" or following.capital
            or k - name_run(sentence, k - 1, floor) >= 2
        )  # fmt: skip
        if not opens:
            continue
        head = source_at(sentence, k - 1, floor)
        start = phrase_start(sentence, k - 1, floor) if head else name_run(sentence, k - 1, floor)
        if start > floor and sentence.low(start - 1) in words("preposition"):
            named = None if head else person_named(sentence, k - 1, floor)
            governed = governor(sentence, k - 1, floor, head or (named[0] if named else None))
            if governed is None:
                continue
            head, start = governed.sources[0], governed.first
        elif head is None:
            named = person_named(sentence, k - 1, floor)
            if named is None:
                continue
            head, start = named
        if head.rank == "report" and following.low in ("by", "from"):
            inner = source_at(sentence, n - 1, k + 1)
            return Phrase(start, n, (inner,)) if inner is not None and inner.rank != "report" else None
        if head.rank == "report" or tokens[start].low in words("negative"):
            return None
        return Phrase(start, n, (by_role(sentence, k + 1, n, head),))
    return None
