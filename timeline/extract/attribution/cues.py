"""Cues of one sentence: verbs of saying with their subjects, "according to", passives with "by", quoting and citing."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extract.attribution.nouns import Sentence, Source, make_source, phrase_start, source_at
from timeline.extract.attribution.objects import sources_after
from timeline.extract.attribution.senses import is_noun, speaks
from timeline.extract.attribution.shape import find_content, find_shape
from timeline.extract.attribution.subjects import Phrase, subject_before
from timeline.extract.attribution.words import source_nouns, verbs, words
from timeline.model import Span

_QUOTED = frozenset({"quoted", "quotes", "quote", "cited", "cites", "cite"})
_FORWARD = frozenset({"object", "call", "urge", "count", "put", "see", "show"})
_INVERTED_STOPS = frozenset(
    {
        "",
        ".",
        ",",
        "which",
        "who",
        "whose",
        "a",
        "an",
        "director",
        "head",
        "citing",
        "speaking",
        "adding",
        "after",
        "as",
        "on",
    }
)
_SHARED_REACH = 60
_WHEN = frozenset({"online", "today", "yesterday", "earlier", "later"})


@dataclass(slots=True)
class Cue:
    """One attribution in the making; token positions, half-open.

    ``shape``: forward (the content follows the cue), backward (it stands before), around (the cue stands in its
    middle), clause (a prepositional cue: the clause it opens or closes).
    """

    first: int
    stop: int
    word: tuple[int, int]
    sources: tuple[Source, ...]
    shape: str
    content: int  # first token of what follows
    rule: str


def find_cues(sentence: Sentence) -> list[Cue]:
    """The cues of a sentence in order of their words; what stands inside quotations is nobody's cue here."""
    out: list[Cue] = []
    for n, token in enumerate(sentence.tokens):
        if token.quoted or token.kind != "word":
            continue
        cue = _at(sentence, n, out)
        if cue is not None:
            out.append(cue)
            if cue.shape != "clause":
                sentence.last, sentence.since = cue.sources, 0
    return out


def _at(sentence: Sentence, n: int, known: list[Cue]) -> Cue | None:
    token = sentence.tokens[n]
    low, following = token.low, sentence.low(n + 1)
    if low == "according" and following == "to":
        return _prepositional(sentence, n, n + 2, "according-to")
    if low == "per" and (n == 0 or sentence.low(n - 1) == ","):
        return _prepositional(sentence, n, n + 1, "according-to")
    if low in ("citing", "quoting"):
        return _quoting(sentence, n) if low == "quoting" else _prepositional(sentence, n, n + 1, "citing")
    if low in ("by", "in") and following:
        return _account_of(sentence, n)
    by = n + 2 if following in _WHEN and sentence.low(n + 2) == "by" else n + 1
    if sentence.low(by) == "by" and low in words("relay") and low not in _QUOTED:
        return _passive(sentence, n, by)
    verb = verbs().get(low)
    if verb is None or (token.capital and n and not _title_case(sentence, n)):
        return None
    if low in _QUOTED:
        return _quoted(sentence, n)
    if verb.tense == "gerund":
        return _saying_so(sentence, n, low, known)
    return _active(sentence, n, verb.kind, known)


def _title_case(sentence: Sentence, n: int) -> bool:
    """Whether the words about a capitalised verb are capitalised too, as in headlines."""
    around = [t for t in sentence.tokens[max(0, n - 3) : n + 4] if t.kind != "mark" and len(t.low) > 3]
    return sum(t.capital for t in around) >= max(2, len(around) - 1) and sentence.low(n) in {
        "say",
        "says",
        "said",
        "claims",
        "reports",
        "warns",
        "denies",
        "confirms",
        "announces",
    }


def _prepositional(sentence: Sentence, n: int, after: int, rule: str) -> Cue | None:
    phrase = sources_after(sentence, after)
    if phrase is None:
        return None
    return Cue(n, phrase.stop, (n, after), phrase.sources, "clause", phrase.stop, rule)


def _account_of(sentence: Sentence, n: int) -> Cue | None:
    """By the ministry's count; in the words of the ministry; in Moscow's account."""
    tokens = sentence.tokens
    if sentence.low(n + 1) == "the" and sentence.low(n + 2) == "words" and sentence.low(n + 3) == "of":
        return _prepositional(sentence, n, n + 4, "in-words-of")
    for k in range(n + 1, min(len(tokens) - 1, n + 6)):
        owner = tokens[k]
        if owner.kind != "word" and owner.actor is None:
            return None
        if not owner.possessive:
            continue
        for m in range(k + 1, min(len(tokens), k + 4)):
            if sentence.low(m) in {
                "count",
                "account",
                "estimate",
                "estimates",
                "reckoning",
                "tally",
                "version",
                "figures",
                "admission",
            }:
                source = _owner(sentence, k)
                if source is None:
                    return None
                return Cue(n, m + 1, (n, m + 1), (source,), "clause", m + 1, "by-account")
        return None
    return None


def _owner(sentence: Sentence, k: int) -> Source | None:
    token = sentence.tokens[k]
    if token.actor is not None:
        return Source(token.actor.span, token.actor.id, token.actor.name, token.actor.head)
    found = source_nouns().get(token.low.removesuffix("'s"))
    if found is None or found[1] == "report":
        return None
    return make_source(found[0], sentence_span(sentence, k), "people", found[1])


def sentence_span(sentence: Sentence, k: int) -> Span:
    """The span of one token."""
    return Span(sentence.tokens[k].start, sentence.tokens[k].end)


def _quoting(sentence: Sentence, n: int) -> Cue | None:
    """Quoting the colonel as saying that …; quoting a military source."""
    phrase = sources_after(sentence, n + 1)
    if phrase is None:
        return None
    saying = _saying(sentence, phrase.stop, 14)
    if saying:
        return Cue(n, saying, (n, n + 1), phrase.sources, "forward", saying, "quoted-as")
    return Cue(n, phrase.stop, (n, n + 1), phrase.sources, "clause", phrase.stop, "citing")


def _saying(sentence: Sentence, n: int, reach: int) -> int:
    """The token after "saying", if that comes within ``reach``; 0 otherwise."""
    for k in range(n, min(len(sentence.tokens), n + reach)):
        if sentence.low(k) in ("saying", "telling", "stating"):
            return k + 1
        if sentence.low(k) in {".", ";"}:
            break
    return 0


def _quoted(sentence: Sentence, n: int) -> Cue | None:
    """Reuters quoted X as saying; X was quoted (by Y) as saying; quoted by Y."""
    k = n - 1
    while k >= 0 and (sentence.low(k) in words("adverb") or sentence.low(k).endswith("ly")):
        k -= 1
    before, following = sentence.low(k), sentence.low(n + 1)
    if following == "by" or before in words("be") or following in ("as", "in", "on"):
        saying = _saying(sentence, n + 1, 18)
        subject = (
            subject_before(sentence, k if before in words("be") else n, 0) if saying or before in words("be") else None
        )
        if subject is not None and saying:
            content = find_content(sentence, saying, "say")
            shape = find_shape(sentence, subject.first, content)
            return Cue(subject.first, content, (n, saying), subject.sources, shape, content, "quoted-as")
        if following == "by":
            return _passive(sentence, n, n + 1)
        return None
    if before in words("be"):
        return None
    return _quoting(sentence, n)


def _passive(sentence: Sentence, n: int, by: int) -> Cue | None:
    """Was reported by X; claimed by X; videos posted online by activists."""
    phrase = sources_after(sentence, by + 1)
    if phrase is None:
        return None
    rule = "carried-by" if sentence.low(n) in words("carried") else "passive-by"
    if sentence.low(0) in words("negative"):
        return None
    if sentence.low(n) in words("participle-only"):
        k = n - 1
        while k > 0 and sentence.low(k) in words("be") | words("auxiliary") | words("adverb"):
            k -= 1
        noun = source_nouns().get(sentence.low(k))
        if noun is None or noun[1] != "report":
            return None
    return Cue(n, phrase.stop, (n, by + 1), phrase.sources, "clause", phrase.stop, rule)


def _active(sentence: Sentence, n: int, kind: str, known: list[Cue]) -> Cue | None:
    before = _before(sentence, n)
    if (
        before in words("be") | words("modal") | words("noun-before")
        or is_noun(sentence, n)
        or (sentence.low(n + 1) == "by" and sentence.low(n) not in ("said", "told", "added"))
    ):
        return None
    content = find_content(sentence, n + 1, kind)
    if not speaks(sentence, n, kind, content):
        return None
    floor = _floor(sentence, n, known)
    inverted = _inverted(sentence, n, kind, floor)
    if inverted is not None:
        return inverted
    subject = subject_before(sentence, n, floor)
    if subject is None:
        return _shared(sentence, n, before, content, known)
    if not _fits(sentence, n, kind, subject):
        return None
    nested = bool(known) and known[-1].shape == "forward" and known[-1].content == subject.first
    shape = find_shape(sentence, subject.first, content, relative=subject.relative or nested)
    if shape == "forward" and content >= len(sentence.tokens) - 1 and not relative_content(sentence, subject):
        return None
    if kind in _FORWARD:
        shape = "forward" if content < len(sentence.tokens) - 1 else "backward"
    rule = "denial" if sentence.low(n) in ("denied", "denies", "deny") else f"{kind}-verb"
    return Cue(subject.first, n + 1, (n, n + 1), subject.sources, shape, content, rule)


def _saying_so(sentence: Sentence, n: int, low: str, known: list[Cue]) -> Cue | None:
    """The subject of the sentence where it speaks by the way: "A man stood in the road shouting “…”"."""
    if known or low not in words("gerund-of-speech") or sentence.low(n - 1) in words("preposition"):
        return None
    content = find_content(sentence, n + 1, "tell" if low == "telling" else "say")
    if content >= len(sentence.tokens) or not speaks(sentence, n, "say", content):
        return None
    quote = any(t.kind == "quote" for t in sentence.tokens[n + 1 : n + 4])
    if not (quote or sentence.low(content) == "that" or low in ("saying", "claiming", "insisting")):
        return None
    for k in range(min(n, 16)):
        source = source_at(sentence, k)
        if source is None:
            continue
        first = phrase_start(sentence, k, 0)
        if source.rank == "report" or sentence.low(first) in words("negative"):
            return None
        if first and sentence.low(first - 1) in words("preposition"):
            continue
        if first > 5 and sentence.low(first - 1) != ",":
            return None
        return Cue(n, n + 1, (n, n + 1), (source,), "forward", content, "saying")
    return None


def _before(sentence: Sentence, n: int) -> str:
    k = n - 1
    while k >= 0 and (sentence.low(k) in words("adverb") or sentence.low(k).endswith("ly")):
        k -= 1
    return sentence.low(k)


def _floor(sentence: Sentence, n: int, known: list[Cue]) -> int:
    """Where the subject must not be looked for: the verb of the cue before."""
    inside = [cue.word[1] for cue in known if cue.word[1] <= n and cue.shape != "clause"]
    return max(inside, default=0)


def _fits(sentence: Sentence, n: int, kind: str, subject: Phrase) -> bool:
    heads = {s.head for s in subject.sources}
    low = sentence.low(n)
    if kind == "see":
        return heads == {"media"}
    if kind == "show":
        nouns = (source_nouns().get(sentence.low(k), ("", ""))[1] for k in range(subject.first, subject.stop))
        return "report" in nouns
    if kind == "count":
        return heads <= {"body", "media", "government"}
    if kind in ("object", "urge", "call", "put"):
        return not heads & {"report"}
    infinitive = sentence.low(n + 1) == "to" or sentence.low(n + 2) == "to"
    if infinitive and low in ("vowed", "pledged", "threatened", "promised", "vows", "pledges", "threatens"):
        return subject.first <= 1
    return True


def _inverted(sentence: Sentence, n: int, kind: str, floor: int) -> Cue | None:
    """The words "…", said Rami Abdel Rahman; and without any mark where marks were lost."""
    if kind not in ("say", "that") or n == 0:
        return None
    previous = sentence.tokens[n - 1]
    marked = previous.kind == "quote" or previous.low == ","
    if not marked and (
        sentence.low(n) not in {"said", "says", "added"}
        or n - floor < 5
        or previous.low in words("adverb") | words("auxiliary") | words("pronoun")
    ):
        return None
    phrase = sources_after(sentence, n + 1)
    if (
        phrase is None
        or not _direct(sentence, n + 1, phrase)
        or not (previous.kind == "quote" or sentence.tokens[n - 2].kind == "quote" or _closes(sentence, phrase.stop))
    ):
        return None
    if sentence.low(n + 1) in words("pronoun") and previous.kind != "quote" and sentence.tokens[n - 2].kind != "quote":
        return None
    if not marked and (sentence.low(n + 1) in words("pronoun")):
        return None
    if not marked and phrase.sources[0].rank == "name" and " " not in phrase.sources[0].name:
        return None
    return Cue(n, phrase.stop, (n, n + 1), phrase.sources, "backward", phrase.stop, "inverted")


def _closes(sentence: Sentence, n: int) -> bool:
    """Whether what follows the speaker at ``n`` is no clause of his: the end, "in a statement", an apposition."""
    after = find_content(sentence, n, "say")
    rest = sentence.tokens[n:]
    if (
        len(rest) < 9
        and sentence.low(n) in words("preposition")
        and not any(t.low in words("be") | words("auxiliary") or t.low in verbs() or t.low.endswith("ed") for t in rest)
    ):
        return True
    if sentence.low(after).endswith("ing") or sentence.low(n) == "(":
        return True
    return (
        sentence.low(n) in _INVERTED_STOPS
        or sentence.low(after) in _INVERTED_STOPS
        or (sentence.low(n) in source_nouns() or sentence.low(n) in {"the", "from", "of"})
    )


def relative_content(sentence: Sentence, subject: Phrase) -> bool:
    """Whether anything but the cue itself is in the sentence for it to cover."""
    return subject.first > 1 or sentence.tokens[-1].low == ":"


def _first_subject(sentence: Sentence, n: int, content: int) -> Cue | None:
    """Activists mourned him online and said …: the subject of the sentence, when it opens with one."""
    for k in range(min(n, 5)):
        source = source_at(sentence, k)
        if source is None or phrase_start(sentence, k, 0) > 0 or n - k > 25:
            continue
        following = sentence.tokens[k + 1]
        if source.rank == "report" or following.kind != "word" or following.low in words("preposition"):
            return None
        return Cue(n, n + 1, (n, n + 1), (source,), "forward", content, "same-subject")
    return None


def _direct(sentence: Sentence, n: int, phrase: Phrase) -> bool:
    """Whether the noun phrase begins at ``n`` with its own words: not "said killed several soldiers"."""
    start = phrase.sources[0].span.start
    fitting = words("determiner") | words("loose") | words("qualifier") | words("title")
    lead = [t for t in sentence.tokens[n : phrase.stop] if t.end <= start]
    return all(
        t.capital or t.possessive or t.actor is not None or t.low in fitting or t.low in source_nouns() for t in lead
    )


def _shared(sentence: Sentence, n: int, before: str, content: int, known: list[Cue]) -> Cue | None:
    """ "… but added that": the subject of the cue before."""
    if before not in ("and", "but"):
        return None
    if not known and sentence.low(n) in ("said", "says", "added", "told"):
        return _first_subject(sentence, n, content)
    if not known or n - known[-1].stop > _SHARED_REACH:
        return None
    last = known[-1]
    if last.shape == "clause" or sentence.tokens[n - 1].kind == "quote":
        return None
    return Cue(n, n + 1, (n, n + 1), last.sources, "forward", content, "same-subject")
