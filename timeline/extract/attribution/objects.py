"""The sources named after a cue: "according to a Western diplomat", "said activists and the UN", "reported by SANA"."""

from __future__ import annotations

from timeline.extract.attribution.cue import Phrase
from timeline.extract.attribution.names import person_named
from timeline.extract.attribution.nouns import source_at
from timeline.extract.attribution.sentence import BODIES, Sentence, Source, make_source
from timeline.extract.attribution.words import source_nouns, words

_REACH = 10
_CLOSERS = frozenset({",", ";", ":", ".", "(", ")", "!", "?"})
_FROM = frozenset({"by", "from", "of", "in", "on", "issued", "released", "compiled", "published", "inside"})
_BLOCKS = (
    (words("preposition") | words("conjunction") | words("be") | words("auxiliary") | words("pronoun"))
    - {"like"}
)  # fmt: skip
_KINDS = frozenset(
    (
        "group",
        "movement",
        "organisation",
        "organization",
        "militia",
        "party",
        "network",
        "alliance",
        "brigade",
        "monitor",
    )
)


def sources_after(sentence: Sentence, n: int) -> Phrase | None:
    """The sources of the noun phrase that begins at ``n``, with those joined to it by "and" or commas."""
    tokens = sentence.tokens
    k, limit = n, min(len(tokens), n + _REACH)
    if sentence.low(n) in words("negative"):
        return None
    while k < limit:
        token = tokens[k]
        if token.kind == "quote" or (token.low in _CLOSERS and token.kind == "mark"):
            return None
        noun = source_nouns().get(token.low)
        found = source_at(sentence, k, n)
        if found is not None and found.rank == "report":
            if k + 1 < len(tokens) and tokens[k + 1].low in _FROM:
                k += 2
                limit = min(len(tokens), k + _REACH)
                continue
            return None
        if found is not None:
            return _with_others(sentence, n, *_head(sentence, k, found))
        if token.possessive and token.actor is not None and k + 1 < len(tokens) and _report_follows(sentence, k + 1):
            actor = token.actor
            source = Source(actor.span, actor.id, actor.name, actor.head)
            return Phrase(n, _report_follows(sentence, k + 1) + 1, (source,))
        if noun is None and token.capital and not token.possessive and "-" not in token.low[2:]:
            run = k
            while run + 1 < len(tokens) and tokens[run + 1].capital and tokens[run + 1].kind == "word" and run - k < 5:
                run += 1
            known = source_at(sentence, run, n)
            if known is not None and known.rank == "name":
                return _with_others(sentence, n, run, _body_of(sentence, run, known))
            outlet = next((m for m in (run + 1, run + 2) if _outlet(sentence, m)), 0)
            if outlet and (known := source_at(sentence, outlet, n)):
                return _with_others(sentence, n, outlet, known)
            if known is None and (named := person_named(sentence, run, k)):
                return _with_others(sentence, n, run, _body_of(sentence, run, named[0]))
        if token.low[:1].isdigit() or token.low in words("number") - {"one", "two", "three", "several"}:
            return None
        if (
            token.actor is None
            and (token.low in _BLOCKS or (k == n and token.low.endswith("ing")))
            and not token.capital
        ):
            return None
        k += 1
    return None


def _outlet(sentence: Sentence, n: int) -> bool:
    """Whether a noun stands at ``n`` that the capitals before it name: "Hawar news agency"."""
    if n >= len(sentence.tokens):
        return False
    noun = source_nouns().get(sentence.low(n))
    plain = sentence.low(n - 1) in {"news", "rights", "aid", "human", "media"} or sentence.tokens[n - 1].capital
    return noun is not None and noun[1] in ("media", "body") and plain


def _report_follows(sentence: Sentence, n: int) -> int:
    """The position of a report noun within three words: "the ministry's latest figures"; 0 when there is none."""
    for k in range(n, min(len(sentence.tokens), n + 3)):
        noun = source_nouns().get(sentence.low(k))
        if noun and noun[1] in ("report", "media"):
            return k
    return 0


def _head(sentence: Sentence, k: int, found: Source) -> tuple[int, Source]:
    """The real head of a phrase: the name after a description, the noun after its first part, the body of a speaker."""
    tokens = sentence.tokens
    while (
        k + 1 < len(tokens) and not tokens[k].possessive and tokens[k + 1].kind != "mark" and not tokens[k + 1].quoted
    ):
        following = source_at(sentence, k + 1, k)
        if following is None or tokens[k + 1].low in words("verbless") | words("pronoun") or following.rank == "report":
            break
        if found.head == "person":
            break  # what follows a name only tells what he is
        both = found.rank == "actor" and tokens[k + 1].actor is not None
        described = both and tokens[k].low.rsplit(maxsplit=1)[-1] in _KINDS  # "the paramilitary group Hezbollah"
        if both and not described and following.head != "person" and following.id != found.id:
            break  # the subject of the clause, its comma lost: "According to the Observatory IS has lost …"
        if following.head == "person" and found.rank == "actor" and found.head in BODIES:
            k += 1
            continue
        found, k = following, k + 1
    role = source_nouns().get(tokens[k].low.rsplit(maxsplit=1)[-1])
    if role and role[1] in ("affiliate", "person", "source", "media") and k + 1 < len(tokens):
        run = k
        while run + 1 < len(tokens) and tokens[run + 1].capital and tokens[run + 1].kind == "word" and run - k < 4:
            run += 1
        if run - k >= 2 and (named := person_named(sentence, run, k + 1)):
            return run, found if found.rank == "actor" and found.head in BODIES else named[0]
    return _named_after(sentence, k, found) or (k, _body_of(sentence, k, found))


def _named_after(sentence: Sentence, k: int, found: Source) -> tuple[int, Source] | None:
    """The name after a comma: "by a fisherman, Sallau Inuwa, who"; its last token and the one named."""
    tokens = sentence.tokens
    if found.rank not in ("person", "affiliate") or k + 2 >= len(tokens) or tokens[k + 1].low != ",":
        return None
    run = k + 2
    actor = tokens[run].actor
    if actor is not None:
        named = source_at(sentence, run, run) if actor.head == "person" else None
    else:
        while run + 1 < len(tokens) and tokens[run + 1].capital and tokens[run + 1].kind == "word" and run - k < 6:
            run += 1
        found_name = person_named(sentence, run, k + 2) if run > k + 2 else None
        named = found_name[0] if found_name and found_name[1] == k + 2 else None
    return (run, named) if named and sentence.low(run + 1) in {",", ".", ""} else None


def _body_of(sentence: Sentence, k: int, found: Source) -> Source:
    """The named body behind "an official in the UN mission", "X, director of the Observatory"."""
    tokens = sentence.tokens
    if not (found.rank in ("affiliate", "name", "source") or found.head == "person"):
        return found
    if found.rank == "source":
        return _typed(sentence, k, found)
    role = found.rank == "affiliate"
    for m in range(k + 1, min(len(tokens), k + 11)):
        token = tokens[m]
        if token.kind == "quote" or token.low in words("relative") or token.low in {".", ";", ":"}:
            break
        noun = source_nouns().get(token.low)
        role = role or (noun is not None and noun[1] == "affiliate")
        tied = sentence.low(m - 1) in ("of", "for", "at", "in", "with", "from") or {
            sentence.low(m - 2),
            sentence.low(m - 3),
        } & {"of", "for", "at", "in", "with", "from"}
        if tied and noun is not None and noun[1] == "body" and role and found.rank != "source":
            pointed = source_at(sentence, m, k + 1)
            if pointed is not None and pointed.rank == "actor" and pointed.head in BODIES:
                return pointed
        if token.actor is not None and not token.possessive and token.actor.head in BODIES:
            if found.rank == "source":
                return found
            return (
                Source(token.actor.span, token.actor.id, token.actor.name, token.actor.head) if role and tied else found
            )
        if token.low in words("conjunction") | words("be"):
            break
    return found


def _joinable(sentence: Sentence, k: int) -> bool:
    token = sentence.tokens[k]
    return token.kind == "word" and (
        token.low in words("determiner") | words("loose") | words("qualifier") or token.capital
    )


def _typed(sentence: Sentence, k: int, found: Source) -> Source:
    """A source by where he sits: "a source at the Police Command", "sources in the army"."""
    for m in range(k + 1, min(len(sentence.tokens), k + 7)):
        token = sentence.tokens[m]
        if m == k + 1 and token.low not in ("at", "in", "from", "within", "inside"):
            return found
        if "police" in token.low:
            return make_source("police source", found.span, "people", "source")
        if token.actor is not None and token.actor.head == "force":
            return make_source("military source", found.span, "people", "source")
        if token.kind in ("mark", "quote"):
            break
    return found


def _with_others(sentence: Sentence, first: int, head: int, found: Source) -> Phrase:
    sources = [found]
    stop = head + 1
    tokens = sentence.tokens
    while stop + 1 < len(tokens) and tokens[stop].low in ("and", "or") and len(sources) < 4:
        k = stop + 1
        while k < min(len(tokens) - 1, stop + 5) and _joinable(sentence, k) and source_at(sentence, k, stop) is None:
            k += 1
        other = source_at(sentence, k, stop + 1)
        if other is None and found.rank == "name" and k == stop + 1 and (named := person_named(sentence, k, k)):
            other = named[0]
        after = sentence.low(k + 1) or "."
        if (
            other is None
            or other.rank == "report"
            or after not in {",", ".", ";", "in", "and", "or", "on", "at", "of", "'", '"'}
        ):
            break
        sources.append(other)
        stop = k + 1
    if stop + 2 < len(tokens) and tokens[stop].low == "(" and tokens[stop + 2].low == ")":
        stop += 3  # "the Central News Agency (CNA)"
    return Phrase(first, stop, tuple(sources))
