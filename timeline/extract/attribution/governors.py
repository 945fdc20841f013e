"""The head of a long subject: "a source at the Police Command", "activists and the UN", "the group with …"."""

from __future__ import annotations

from timeline.extract.attribution.appositions import STOP_AT, apposed
from timeline.extract.attribution.cue import Phrase
from timeline.extract.attribution.names import person_named
from timeline.extract.attribution.nouns import source_at
from timeline.extract.attribution.runs import name_run, phrase_start
from timeline.extract.attribution.sentence import BODIES, Sentence, Source, make_source
from timeline.extract.attribution.words import source_nouns, verbs, words

REACH = 45  # tokens looked over for the head of a subject with a long clause after it
_LIST = 6  # sources that speak together at most


def governor(sentence: Sentence, n: int, floor: int, inner: Source | None) -> Phrase | None:
    """The head of "a source at the Police Command", "a resident of Raqqa", "Footage shared by activists"."""
    tokens = sentence.tokens
    at = phrase_start(sentence, n, floor) if inner else name_run(sentence, n, floor)
    at = min(at, n)
    while at > floor and tokens[at - 1].kind == "word" and tokens[at - 1].low not in STOP_AT and n - at < 8:
        if tokens[at - 1].low in verbs() and not tokens[at - 1].low.endswith("ed"):
            break
        at -= 1
    bodies = [inner] if inner else []
    if inner is not None and sentence.low(at - 1) == "of" and sentence.low(at - 2) in words("some"):
        return Phrase(at - 2, n + 1, (inner,))
    for _ in range(4):
        k = at - 1
        if k <= floor or tokens[k].low not in words("tie"):
            return None
        k -= 1
        if k > floor and tokens[k].low in {"close", "based", "living", "online"}:
            k -= 1
        if (
            (
                tokens[k].low.endswith(("ed", "ing"))
                or tokens[k].low in {"run", "led", "held", "made", "sent", "written"}
            )
            and tokens[k].kind == "word"
            and tokens[k].low not in source_nouns()
        ):
            k -= 1
        if k < floor:
            return None
        head = source_at(sentence, k, floor)
        start = phrase_start(sentence, k, floor) if head else k
        if head is None and (named := person_named(sentence, k, floor)):
            head, start = named
        before = sentence.low(start - 1) if start > floor else ""
        if head is not None and before == "with" and sentence.low(start - 2) in ("along", "together"):
            return _along(sentence, start - 2, n, floor, _affiliated(head, bodies, tokens[k + 1].low))
        if head is not None and (before not in words("preposition") or head.rank == "name"):
            if sentence.low(start) in words("negative"):
                return None
            source = _affiliated(head, bodies, tokens[k + 1].low)
            if source is None:
                return None
            source = apposed(sentence, start, floor, source)
            if before in ("and", "or"):
                return joined(sentence, start, n, floor, source)
            return Phrase(start, n + 1, (source,))
        if head is not None:
            bodies.insert(0, head)
            at = start
            continue
        at = k
        while at > floor and tokens[at - 1].kind == "word" and tokens[at - 1].low not in STOP_AT and k - at < 6:
            at -= 1
    return None


def _along(sentence: Sentence, at: int, n: int, floor: int, other: Source | None) -> Phrase | None:
    """Both, in "Brahimi, along with members of the Security Council, said"."""
    k = at - 2 if sentence.low(at - 1) == "," else at - 1
    first = source_at(sentence, k, floor) if k >= floor else None
    if first is None:
        return None
    return Phrase(phrase_start(sentence, k, floor), n + 1, (first, other) if other else (first,))


def _affiliated(head: Source, bodies: list[Source], tie: str) -> Source | None:
    """Whom the head of the phrase stands for, given the bodies named after it."""
    body = next((b for b in reversed(bodies) if b.head in BODIES), None)
    if head.rank == "report":
        return (
            bodies[-1]
            if (bodies and bodies[-1].rank != "report" and tie in ("by", "from", "of", "shared", "posted"))
            or (bodies and tie.endswith("ed"))
            else None
        )
    if bodies and bodies[-1].head == "person" and " " in bodies[-1].name and head.rank == "affiliate":
        return bodies[-1]
    if body is None:
        return head
    if head.rank == "source" and tie != "close":
        kinds = {"police": "police source", "force": "military source"}
        if body.id == "police" or "police" in body.name.lower():
            return make_source("police source", head.span, "people", "source")
        if body.head in kinds:
            return make_source(kinds[body.head], head.span, "people", "source")
        if (
            body.rank == "actor"
            and body.head in ("body", "media", "group")
            and tie in ("in", "at", "from", "within", "inside")
        ):
            return body
        return head
    if head.rank in ("body", "media") and tie in {"run", "led", "sponsored", "operated", "controlled"}:
        return body
    if head.rank in ("affiliate", "name") or (head.rank == "actor" and head.head == "person"):
        ties = (
            {"of", "for", "from", "with"}
            if head.rank == "name"
            else {"of", "for", "at", "in", "from", "with", "inside"}
        )
        return body if body.rank == "actor" and tie in ties else head
    return head


def joined(sentence: Sentence, first: int, n: int, floor: int, last: Source) -> Phrase | None:
    """All who are joined, in "A monitor and a journalist in the city said"."""
    sources = [last]
    at = first
    while at - 2 >= floor and sentence.low(at - 1) in ("and", "or") and len(sources) < 4:
        k = at - 2
        other = source_at(sentence, k, floor)
        start = phrase_start(sentence, k, floor)
        if other is None:
            named = person_named(sentence, k, floor)
            if named is None:
                break
            other, start = named
        if other.rank == "report" or (sentence.low(start - 1) in words("preposition") and start > floor):
            break
        sources.insert(0, other)
        at = start
    while len(sources) > 1 and at - 2 >= floor and sentence.low(at - 1) == "," and len(sources) < _LIST:
        other = source_at(sentence, at - 2, floor)
        if other is None or other.rank != "actor":
            break
        sources.insert(0, other)
        at = phrase_start(sentence, at - 2, floor)
    if len(sources) == 1:
        if (
            sentence.low(at - 1) in ("and", "or")
            and last.rank in ("person", "body")
            and sentence.low(first) not in words("determiner")
        ):
            return modified(sentence, n, floor) or Phrase(first, n + 1, (last,))
        return Phrase(first, n + 1, (last,))
    return Phrase(at, n + 1, tuple(sources))


def modified(sentence: Sentence, n: int, floor: int) -> Phrase | None:
    """The subject of "The group with a network of sources inside Syria said": the first phrase of its clause."""
    tokens = sentence.tokens
    start = n
    stops = words("contrast") | {"and", "that", "because", "when", "after", "as", ";", ":", "-", "–", "—"}
    while start > floor and n - start < REACH:
        token = tokens[start - 1]
        if (
            token.kind == "quote"
            or token.low == ","
            or (token.low in stops and not _inside_relative(sentence, start - 1, floor))
        ):
            break
        start -= 1
    for k in range(start, min(n + 1, start + 7)):
        head = source_at(sentence, k, floor)
        stop = k
        if head is None and tokens[k].capital and k + 1 <= n and not tokens[k + 1].capital:
            named = person_named(sentence, k, max(floor, start))
            head = named[0] if named and k - named[1] >= 1 else None
        if head is None or head.rank == "report":
            continue
        if tokens[phrase_start(sentence, k, start)].low in words("negative"):
            return None
        following = sentence.low(stop + 1) if stop + 1 <= n else ""
        if following not in words("opener"):
            continue
        if sentence.low(phrase_start(sentence, k, start) - 1) in words("preposition"):
            continue
        relative = following in words("relative")
        between = tokens[stop + 1 : n + 1]
        finite = sum(
            t.low in words("be") | words("auxiliary") or (t.kind == "word" and t.low in verbs()) for t in between
        )
        if finite and not relative and following not in {"a", "an", "the", "based"}:
            return None
        if finite > (2 if relative else 1):
            return None
        return Phrase(phrase_start(sentence, k, start), n + 1, (head,))
    return None


def _inside_relative(sentence: Sentence, n: int, floor: int) -> bool:
    """Whether an "and" stands in a relative clause that the subject carries: "which relies on activists and medics"."""
    if sentence.low(n) not in ("and", "that"):
        return False
    return any(sentence.low(k) in ("which", "who", "whose", "of") for k in range(n - 1, max(floor, n - 14), -1))
