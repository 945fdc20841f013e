"""Cues of one sentence: verbs of saying with their subjects, "according to", passives with "by", quoting and citing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extract.attribution.sources import Phrase, Source, source_at, sources_after, subject_before
from timeline.extract.attribution.tokens import Token
from timeline.extract.attribution.words import source_nouns, verbs, words

_GROUPS = frozenset({"group", "government", "force", "person", "body", "media", "people"})


@dataclass(slots=True)
class Cue:
    """One attribution in the making; token positions, half-open.

    ``shape``: forward (the content follows), backward (it stands before), around (the cue stands in the middle of it),
    clause (a prepositional cue: the clause it opens or closes).
    """

    first: int
    stop: int
    word: tuple[int, int]
    sources: tuple[Source, ...]
    shape: str
    content: int  # first token of what follows
    rule: str
    relay: bool = False


def find_cues(text: str, tokens: Sequence[Token]) -> list[Cue]:
    """The cues of a sentence in order of their verbs; words inside quotations are nobody's cue here."""
    out: list[Cue] = []
    floor = 0
    for n, token in enumerate(tokens):
        if token.quoted or token.kind != "word":
            continue
        cue = _at(text, tokens, n, floor, out)
        if cue is not None:
            out.append(cue)
    return out


def _at(text: str, tokens: Sequence[Token], n: int, floor: int, known: list[Cue]) -> Cue | None:
    low = tokens[n].low
    following = tokens[n + 1].low if n + 1 < len(tokens) else ""
    if low == "according" and following == "to":
        return _prepositional(text, tokens, n, n + 2, "according-to")
    if low in ("citing", "quoting"):
        return _prepositional(text, tokens, n, n + 1, "citing")
    if low == "by":
        return _count_of(text, tokens, n)
    if low in ("quoted", "quotes", "cited", "cites"):
        return _quoting(text, tokens, n, floor)
    verb = verbs().get(low)
    if verb is None:
        return None
    if following == "by" and low in words("relay"):
        return _passive(text, tokens, n)
    if verb.tense == "gerund":
        return None
    return _active(text, tokens, n, verb.kind, floor, known)


def _prepositional(text: str, tokens: Sequence[Token], n: int, after: int, rule: str) -> Cue | None:
    phrase = sources_after(text, tokens, after)
    if phrase is None:
        return None
    return Cue(n, phrase.stop, (n, after), phrase.sources, "clause", phrase.stop, rule)


def _count_of(text: str, tokens: Sequence[Token], n: int) -> Cue | None:
    """ "By the ministry's count", "by its own account"."""
    for k in range(n + 1, min(len(tokens) - 1, n + 7)):
        owner = tokens[k]
        if not owner.possessive:
            continue
        for m in range(k + 1, min(len(tokens), k + 4)):
            noun = source_nouns().get(tokens[m].low)
            if noun and noun[1] == "report":
                if owner.actor is None:
                    return None
                actor = owner.actor
                source = Source(actor.span, actor.id, actor.name, actor.head)
                return Cue(n, m + 1, (n, m + 1), (source,), "clause", m + 1, "by-account")
        return None
    return None


def _quoting(text: str, tokens: Sequence[Token], n: int, floor: int) -> Cue | None:
    """ "Reuters quoted X as saying", "X was quoted by Y as saying", "quoted by Y"."""
    before = _word_before(tokens, n)
    following = tokens[n + 1].low if n + 1 < len(tokens) else ""
    passive = before in words("be") or (following in ("by", "as", "in", "on") and before != "")
    if passive:
        subject = subject_before(text, tokens, n if before not in words("be") else n, floor)
        k = n + 1
        while k < min(len(tokens), n + 14) and tokens[k].low not in ("saying", "telling"):
            k += 1
        if k < len(tokens) and tokens[k].low in ("saying", "telling"):
            person = subject or _bare_subject(text, tokens, n, floor)
            if person is None:
                return None
            return Cue(
                person.first, k + 1, (n, k + 1), person.sources, _shape(tokens, person.first, k + 1), k + 1, "quoted-as"
            )
        if following == "by":
            phrase = sources_after(text, tokens, n + 2)
            if phrase:
                return Cue(n, phrase.stop, (n, n + 2), phrase.sources, "clause", phrase.stop, "quoted-by", relay=True)
        return None
    phrase = sources_after(text, tokens, n + 1)
    if phrase is None:
        return None
    stop = phrase.stop
    content = stop
    for k in range(stop, min(len(tokens), stop + 14)):
        if tokens[k].low in ("saying", "telling"):
            content = k + 1
            break
    return Cue(
        n, max(stop, content), (n, n + 1), phrase.sources, "forward" if content > stop else "clause", content, "quoting"
    )


def _bare_subject(text: str, tokens: Sequence[Token], n: int, floor: int) -> Phrase | None:
    k = n - 1
    while k >= floor and n - k < 12:
        found = source_at(text, tokens, k)
        if found:
            return Phrase(k, n, (found,))
        k -= 1
    return None


def _word_before(tokens: Sequence[Token], n: int) -> str:
    k = n - 1
    while k >= 0 and (tokens[k].low in words("adverb") or tokens[k].low.endswith("ly")):
        k -= 1
    return tokens[k].low if k >= 0 else ""


def _passive(text: str, tokens: Sequence[Token], n: int) -> Cue | None:
    """ "was reported by X", "claimed by X", "videos posted online by activists"."""
    phrase = sources_after(text, tokens, n + 2)
    if phrase is None:
        return None
    relay = tokens[n].low in (
        "carried",
        "broadcast",
        "aired",
        "published",
        "quoted",
        "cited",
        "circulated",
        "released",
        "issued",
    )
    return Cue(n, phrase.stop, (n, n + 2), phrase.sources, "clause", phrase.stop, "passive-by", relay=relay)


def _active(text: str, tokens: Sequence[Token], n: int, kind: str, floor: int, known: list[Cue]) -> Cue | None:
    before = _word_before(tokens, n)
    following = tokens[n + 1].low if n + 1 < len(tokens) else ""
    if before in words("be") | {"having", "to", "of", "for"} | words("noun-before"):
        return None
    if not _sense(tokens, n, kind, following):
        return None
    subject = subject_before(text, tokens, n, floor)
    if subject is None:
        inverted = _inverted(text, tokens, n, kind)
        if inverted:
            return inverted
        return _shared(tokens, n, before, known)
    if not _fits(tokens[n].low, kind, subject, following):
        return None
    content = _content(text, tokens, n + 1, kind)
    shape = _shape(tokens, subject.first, content)
    if kind in ("object", "call", "count", "put", "see"):
        shape = "forward"
    return Cue(subject.first, n + 1, (n, n + 1), subject.sources, shape, content, f"{kind}-verb")


def _sense(tokens: Sequence[Token], n: int, kind: str, following: str) -> bool:
    """Whether the verb speaks here: not "claimed the lives of", "told to leave", "gave up"."""
    low = tokens[n].low
    window = [t.low for t in tokens[n + 1 : n + 9]]
    if low in ("claimed", "claim", "claims"):
        lives = {"life", "lives"} & set(window[:5])
        return not lives
    if kind == "tell":
        return following not in ("to", "")
    if kind == "call":
        return following in ("for", "on", "it", "them", "upon") or bool(tokens[n + 1 : n + 2] and low == "calls")
    if kind == "put":
        return bool({"toll", "figure", "number", "count", "losses", "casualties", "dead"} & set(window[:6])) and (
            low == "put" or low == "puts" or low in ("gave", "gives", "give")
        )
    if low in ("accused", "blamed", "charged"):
        return following not in ("of", "for", "with", "by", "")
    if low == "asked":
        return following not in ("to", "about", "")
    if low in ("continued", "responded", "observed", "shouted", "charged", "protested"):
        return following in ("that", ",", ":", ".", "“", '"', "")
    if low in ("stated", "states") and following in ("of",):
        return False
    return not (
        kind == "count"
        and not ({"killed", "deaths", "death", "dead"} & set(window) or any(w[:1].isdigit() for w in window))
    )


def _fits(low: str, kind: str, subject: Phrase, following: str) -> bool:
    heads = {s.head for s in subject.sources}
    if kind == "see":
        return heads == {"media"}
    if kind == "count":
        return heads <= {"body", "media", "government"}
    return not (
        low in ("states", "state", "claims", "reports", "report", "notes", "calls") and following in ("of", "in")
    )


def _inverted(text: str, tokens: Sequence[Token], n: int, kind: str) -> Cue | None:
    """ "…", said Rami Abdel Rahman."""
    if kind not in ("say",) or n == 0:
        return None
    previous = tokens[n - 1]
    if not (previous.kind == "quote" or previous.low == ","):
        return None
    phrase = sources_after(text, tokens, n + 1)
    if phrase is None or phrase.first != n + 1:
        return None
    return Cue(n, phrase.stop, (n, n + 1), phrase.sources, "backward", phrase.stop, "inverted")


def _shared(tokens: Sequence[Token], n: int, before: str, known: list[Cue]) -> Cue | None:
    """ "… but added that": the subject of the cue before."""
    if before not in ("and", "but") or not known or n - known[-1].stop > 60:
        return None
    last = known[-1]
    if last.shape == "clause":
        return None
    return Cue(n, n + 1, (n, n + 1), last.sources, "forward", n + 1, "same-subject")


def _content(text: str, tokens: Sequence[Token], n: int, kind: str) -> int:
    """Where the content begins after the verb: past those told, times and "in a statement"."""
    k = n
    if kind == "tell":
        k = _past_recipient(tokens, k)
    for _ in range(4):
        after = _past_adverbial(tokens, k)
        if after == k:
            break
        k = after
    return k


def _past_recipient(tokens: Sequence[Token], n: int) -> int:
    k = n
    while k < min(len(tokens), n + 5):
        token = tokens[k]
        if token.actor is not None or token.low in words("venue") | words("pronoun") | {
            "them",
            "him",
            "her",
            "us",
            "me",
        }:
            k += 1
            break
        if token.low not in words("determiner") and not token.capital:
            k += 1
            break
        k += 1
    if k + 1 < len(tokens) and tokens[k].low == "news" and tokens[k + 1].low == "agency":
        k += 2
    return k


def _past_adverbial(tokens: Sequence[Token], n: int) -> int:
    if n >= len(tokens):
        return n
    low = tokens[n].low
    if low in words("time") | words("adverb"):
        return n + 1
    if low in ("in", "on", "at", "to", "by", "from", "during", "through", "via", "over", "late", "early"):
        for k in range(n + 1, min(len(tokens), n + 7)):
            token = tokens[k]
            if token.kind in ("quote", "mark"):
                break
            if token.low in words("venue") | words("weekday") or (low == "to" and token.actor is not None):
                after = k + 1
                while after < len(tokens) and tokens[after].low in words("venue"):
                    after += 1
                return after
            if token.low == "that":
                break
    if low == "posted" or low == "issued":
        for k in range(n + 1, min(len(tokens), n + 7)):
            if tokens[k].low in words("venue") | words("weekday"):
                return k + 1
    return n


def _shape(tokens: Sequence[Token], first: int, content: int) -> str:
    """Forward when a clause follows the verb, else backward or around."""
    before = first > 1
    if content >= len(tokens):
        return "backward" if before else "forward"
    token = tokens[content]
    if token.low in ("that", ":") or token.kind == "quote":
        if token.kind == "quote" and first and tokens[first - 1].kind == "quote" and tokens[content].quoted:
            return "around"
        return "forward"
    if token.low in (".", "!", "?", ";"):
        return "backward" if before else "forward"
    if token.low == ",":
        return "around" if before else "forward"
    if (
        token.kind == "word"
        and token.low in words("conjunction") | words("preposition")
        and before
        and not _introduction(tokens, first)
    ):
        return "around"
    return "forward"


def _introduction(tokens: Sequence[Token], first: int) -> bool:
    """Whether all before the subject is an adverbial: "In Damascus meanwhile"."""
    return first < 8 and bool(tokens) and tokens[0].low in words("lead") and tokens[first - 1].low == ","
