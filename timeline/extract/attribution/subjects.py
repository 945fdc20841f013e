"""The subject of a verb of saying: looked for to its left, past adverbs, appositions and relative clauses."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extract.attribution.nouns import (
    BODIES,
    Sentence,
    Source,
    body_named,
    capital_of_state,
    make_source,
    name_run,
    person_named,
    phrase_start,
    source_at,
)
from timeline.extract.attribution.words import source_nouns, verbs, words
from timeline.model import Span

_LIST = 6  # sources that speak together at most
_REACH = 45  # tokens looked over for the head of a subject with a long clause after it
_MARKS = frozenset({",", ";", ":", "-", "–", "—", "(", ")"})
_DASHES = frozenset({"-", "–", "—"})
_SOME = words("number") | {"some", "many", "most", "both", "each", "few", "number", "handful", "majority", "dozens"}
_FROM = frozenset(
    {
        "including",
        "like",
        "by",
        "from",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "inside",
        "near",
        "to",
        "close",
        "within",
    }
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of one or more sources: tokens ``first`` to ``stop``, half-open."""

    first: int
    stop: int
    sources: tuple[Source, ...]
    relative: bool = False


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
    if n > floor and tokens[n].low == ")":
        opened = next((k for k in range(n, max(floor, n - 12), -1) if tokens[k].low == "("), floor)
        if opened <= floor:
            return None
        n = opened - 1
    if n < floor or tokens[n].kind == "quote":
        return None
    if tokens[n].low == "," or tokens[n].low in _DASHES:
        found = _before_mark(sentence, n, floor)
        actor = tokens[n - 1].actor if n > floor else None
        return _adjacent(sentence, n - 1, floor) if found is None and actor and "," in actor.text else found
    found = (
        _headed(sentence, n, floor) or _adjacent(sentence, n, floor, relative=relative) or _modified(sentence, n, floor)
    )
    if found and relative:
        return Phrase(found.first, found.stop, found.sources, relative=True)
    return found


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
            return _governor(sentence, n, floor, None)
        source, first = named
    if tokens[first].low in words("negative"):
        return None
    pronoun = tokens[n].low in words("pronoun")
    before = sentence.low(first - 1) if first > floor else ""
    if not pronoun and not relative and before in words("preposition") - {"like", "despite", "amid"}:
        return _governor(sentence, n, floor, source)
    if source.rank == "report":
        return None
    if before in ("and", "or") and not pronoun:
        return _joined(sentence, first, n, floor, source)
    return Phrase(first, n + 1, (_apposed(sentence, first, floor, source),))


def _headed(sentence: Sentence, n: int, floor: int) -> Phrase | None:
    """ "The Red Cross which runs the hospital said", marks lost: the first word of the clause, not the last."""
    for k in range(floor, min(n, floor + 4)):
        if sentence.low(k + 1) in ("which", "whose", "who") and n - k < _REACH:
            source = source_at(sentence, k, floor)
            if source is not None and source.rank == "actor" and source.head in ("body", "media", "person"):
                return Phrase(phrase_start(sentence, k, floor), n + 1, (source,))
    return None


def _apposed(sentence: Sentence, first: int, floor: int, source: Source) -> Source:
    """The name to whose left a description stands beside it without a comma: "Ali Hassan a doctor"."""
    before = sentence.tokens[first - 1] if first > floor else None
    if source.rank == "affiliate" and before is not None:
        if before.actor is not None and before.actor.head == "person" and not before.possessive:
            return source_at(sentence, first - 1) or source
        k = first - 1
        while k > floor and first - k < 4 and sentence.tokens[k].kind == "word" and not sentence.tokens[k].capital:
            if sentence.low(k) in _STOP_AT | words("determiner"):
                break
            k -= 1
        start = name_run(sentence, k, floor)
        if (
            k - start >= 1
            and (start == 0 or sentence.low(start - 1) in _MARKS)
            and sentence.low(first) not in words("determiner")
        ):
            named = person_named(sentence, k, floor)
            if named:
                return named[0]
    described = source.rank in ("person", "affiliate", "body", "source") or sentence.text[source.span.start].islower()
    if not described or first - 1 < floor or sentence.low(first) not in {"a", "an", "the", "one"}:
        return source
    before = sentence.tokens[first - 1]
    if before.low == "," and first - 2 >= floor and sentence.low(first) != "the":
        before, first = sentence.tokens[first - 2], first - 1
        if before.actor is None or before.actor.head != "person":
            start = name_run(sentence, first - 1, floor)
            named = person_named(sentence, first - 1, floor) if first - start >= 2 else None
            return named[0] if named and sentence.low(start - 1) in _MARKS | {""} else source
    if before.low == ")" and (opened := _opening(sentence, first - 1, floor)) > floor:
        before = sentence.tokens[opened - 1]
        first = opened
    if before.actor is not None and not before.possessive:
        if before.actor.head in ("person", "body", "media", "government") or source.rank == "body":
            return source_at(sentence, first - 1) or source
        return source
    start = name_run(sentence, first - 1, floor)
    if source.rank == "body" or source.head == "body":
        whole = _long_name(sentence, start, floor)
        if whole < start:
            span = Span(sentence.tokens[whole].start, sentence.tokens[first - 1].end)
            return make_source(span.of(sentence.text), span, "body", "body")
    if first - start >= 2 and (start == floor or sentence.low(start - 1) in _MARKS | {"activist", "by"}):
        named = person_named(sentence, first - 1, floor)
        return named[0] if named else source
    return source


def _long_name(sentence: Sentence, start: int, floor: int) -> int:
    """Where "the Center for Policy Research" begins whose last words start at ``start``; ``start`` when it is no such name."""
    if start - 2 < floor or sentence.low(start - 1) not in ("for", "of"):
        return start
    noun = source_nouns().get(sentence.low(start - 2))
    first = name_run(sentence, start - 2, floor)
    return first if noun and noun[1] == "body" and first <= start - 2 else start


def _opening(sentence: Sentence, n: int, floor: int) -> int:
    return next((k for k in range(n, max(floor, n - 8), -1) if sentence.low(k) == "("), floor)


def _joined(sentence: Sentence, first: int, n: int, floor: int, last: Source) -> Phrase | None:
    """ "A monitor and a journalist in the city said": all who are joined."""
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
        if other.rank == "report" or sentence.low(start - 1) in words("preposition") and start > floor:
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
            return _modified(sentence, n, floor) or Phrase(first, n + 1, (last,))
        return Phrase(first, n + 1, (last,))
    return Phrase(at, n + 1, tuple(sources))


def _governor(sentence: Sentence, n: int, floor: int, inner: Source | None) -> Phrase | None:
    """The head of "a source at the Police Command", "a resident of Raqqa", "Footage shared by activists"."""
    tokens = sentence.tokens
    at = phrase_start(sentence, n, floor) if inner else name_run(sentence, n, floor)
    at = min(at, n)
    while at > floor and tokens[at - 1].kind == "word" and tokens[at - 1].low not in _STOP_AT and n - at < 8:
        if tokens[at - 1].low in verbs() and not tokens[at - 1].low.endswith("ed"):
            break
        at -= 1
    bodies = [inner] if inner else []
    if inner is not None and sentence.low(at - 1) == "of" and sentence.low(at - 2) in _SOME:
        return Phrase(at - 2, n + 1, (inner,))
    for _ in range(4):
        k = at - 1
        if k <= floor or tokens[k].low not in _FROM:
            return None
        k -= 1
        if k > floor and tokens[k].low in {"close", "based", "living", "online"}:
            k -= 1
        if (
            (tokens[k].low.endswith("ed") or tokens[k].low in {"run", "led", "held", "made", "sent", "written"})
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
        if head is not None and (before not in words("preposition") or head.rank in ("name",)):
            if sentence.low(start) in words("negative"):
                return None
            source = _affiliated(head, bodies, tokens[k + 1].low)
            if source is None:
                return None
            source = _apposed(sentence, start, floor, source)
            if before in ("and", "or"):
                return _joined(sentence, start, n, floor, source)
            return Phrase(start, n + 1, (source,))
        if head is not None:
            bodies.insert(0, head)
            at = start
            continue
        at = k
        while at > floor and tokens[at - 1].kind == "word" and tokens[at - 1].low not in _STOP_AT and k - at < 6:
            at -= 1
    return None


def _along(sentence: Sentence, at: int, n: int, floor: int, other: Source | None) -> Phrase | None:
    """ "Brahimi, along with members of the Security Council, said": both."""
    k = at - 2 if sentence.low(at - 1) == "," else at - 1
    first = source_at(sentence, k, floor) if k >= floor else None
    if first is None:
        return None
    return Phrase(phrase_start(sentence, k, floor), n + 1, (first, other) if other else (first,))


_STOP_AT = words("preposition") | words("conjunction") | words("be") | words("auxiliary") | {"close"}


def _affiliated(head: Source, bodies: list[Source], tie: str) -> Source | None:
    """Whom the head of the phrase stands for, given the bodies named after it."""
    body = next((b for b in reversed(bodies) if b.head in BODIES), None)
    if head.rank == "report":
        return (
            bodies[-1]
            if bodies
            and bodies[-1].rank != "report"
            and tie in ("by", "from", "of", "shared", "posted")
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


def _before_mark(sentence: Sentence, n: int, floor: int) -> Phrase | None:
    """The subject of "Rahman, whose group collects reports, said": what stands before the first of the two marks."""
    tokens = sentence.tokens
    mark = tokens[n].low
    for k in range(n - 1, max(floor, n - _REACH), -1):
        if tokens[k].kind == "quote":
            break
        if tokens[k].low != mark and not (mark in _DASHES and tokens[k].low in _DASHES):
            continue
        following = tokens[k + 1]
        opens = (
            following.low in words("opener") | words("determiner") | words("title") or following.low in source_nouns()
            or following.actor is not None or following.low[:1].isdigit() or following.low in {"also", "himself"}
            or following.low.endswith(("ed", "ing")) or following.low == "by"
            or k - name_run(sentence, k - 1, floor) >= 2
        )  # fmt: skip
        if not opens:
            continue
        head = source_at(sentence, k - 1, floor)
        start = phrase_start(sentence, k - 1, floor) if head else name_run(sentence, k - 1, floor)
        if start > floor and sentence.low(start - 1) in words("preposition"):
            named = None if head else person_named(sentence, k - 1, floor)
            governed = _governor(sentence, k - 1, floor, head or (named[0] if named else None))
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
        return Phrase(start, n, (_by_role(sentence, k + 1, n, head),))
    return None


def _by_role(sentence: Sentence, first: int, stop: int, head: Source) -> Source:
    """The body in "X, director of the Y, said", the name in "the mayor, Ali Hassan, said"; else the head itself."""
    tokens = sentence.tokens
    if head.rank in ("affiliate", "person") and tokens[first].capital:
        inner = source_at(sentence, stop - 1, first)
        if inner is not None and inner.head == "person":
            return inner
        named = person_named(sentence, stop - 1, first)
        if named and named[1] == first:
            return named[0]
    if not (head.rank == "name" or head.head == "person"):
        return head
    role = False
    for k in range(first, min(stop, first + 10)):
        token = tokens[k]
        if token.low in words("relative") or token.low == ",":
            break
        noun = source_nouns().get(token.low)
        role = role or (noun is not None and noun[1] == "affiliate")
        if token.actor is not None and token.actor.head in BODIES and not token.possessive:
            spokesman = {"spokesman", "spokeswoman", "spokesperson"} & {t.low for t in tokens[k + 1 : k + 3]}
            tied = role and sentence.low(k - 1) in ("of", "for", "at", "in", "the", "with", "from")
            if spokesman or tied:
                return Source(token.actor.span, token.actor.id, token.actor.name, token.actor.head)
    return head


def _modified(sentence: Sentence, n: int, floor: int) -> Phrase | None:
    """The subject of "The group with a network of sources inside Syria said": the first phrase of its clause."""
    tokens = sentence.tokens
    start = n
    stops = words("contrast") | {"and", "that", "because", "when", "after", "as", ";", ":", "-", "–", "—"}
    while start > floor and n - start < _REACH:
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
