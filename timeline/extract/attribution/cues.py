"""Cues of one sentence: verbs of saying with their subjects, "according to", passives with "by", quoting and citing."""

from __future__ import annotations

from timeline.extract.attribution.cue import Cue, Phrase
from timeline.extract.attribution.inverted import inverted
from timeline.extract.attribution.nouns import source_at
from timeline.extract.attribution.quoting import account_of, passive, prepositional, quoted, quoting
from timeline.extract.attribution.runs import phrase_start
from timeline.extract.attribution.senses import is_noun, speaks
from timeline.extract.attribution.sentence import Sentence
from timeline.extract.attribution.shape import find_content, find_shape
from timeline.extract.attribution.subjects import subject_before, without_former_office
from timeline.extract.attribution.words import source_nouns, verbs, words

_QUOTED = frozenset({"quoted", "quotes", "quote", "cited", "cites", "cite"})
_FORWARD = frozenset({"object", "call", "urge", "count", "put", "see", "show"})
_SHARED_REACH = 60  # tokens from the cue before to a verb that shares its subject
_ISSUED = frozenset({"issued", "issues", "released", "releases", "posted", "posts", "published", "circulated"})
_PAPERS = frozenset({"statement", "communique", "communiqué", "declaration", "video", "footage", "recording"})
_SAYING = words("gerund-of-speech") | {"saying", "announcing", "claiming", "denying", "declaring", "condemning"}
_WHEN = frozenset({"online", "today", "yesterday", "earlier", "later"})


def find_cues(sentence: Sentence) -> list[Cue]:
    """The cues of a sentence in order of their words; what stands inside quotations is nobody's cue here."""
    out: list[Cue] = []
    for n, token in enumerate(sentence.tokens):
        if token.quoted or token.kind != "word":
            continue
        cue = _at(sentence, n, out)
        if cue is not None:
            out.append(cue)
            sentence.spoken.update(source.id for source in cue.sources)
            if cue.shape != "clause":
                sentence.last, sentence.since = cue.sources, 0
    return out


def _at(sentence: Sentence, n: int, known: list[Cue]) -> Cue | None:
    token = sentence.tokens[n]
    low, following = token.low, sentence.low(n + 1)
    if low == "according" and following == "to":
        return prepositional(sentence, n, n + 2, "according-to")
    if low == "per" and (n == 0 or sentence.low(n - 1) == ","):
        return prepositional(sentence, n, n + 1, "according-to")
    if low in ("citing", "quoting"):
        return quoting(sentence, n) if low == "quoting" else prepositional(sentence, n, n + 1, "citing")
    if low in ("by", "in") and following:
        return account_of(sentence, n)
    by = n + 2 if following in _WHEN and sentence.low(n + 2) == "by" else n + 1
    if sentence.low(by) == "by" and low in words("relay") and low not in _QUOTED:
        return passive(sentence, n, by)
    if low in _ISSUED and (issued := _issued(sentence, n, known)) is not None:
        return issued
    verb = verbs().get(low)
    if verb is None or (token.capital and n and not _title_case(sentence, n)):
        return None
    if low in _QUOTED:
        return quoted(sentence, n)
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


def _active(sentence: Sentence, n: int, kind: str, known: list[Cue]) -> Cue | None:
    if sentence.low(n - 1) == sentence.low(n) == sentence.low(n + 1):
        return None  # a word over and over is no speech
    before = _before(sentence, n)
    if sentence.low(n) == "say" and before == "to" and sentence.low(n - 2) == "on":
        return _went_on(sentence, n, known)
    if (
        before in words("be") | words("modal") | words("noun-before")
        or is_noun(sentence, n)
        or (sentence.low(n + 1) == "by" and sentence.low(n) not in ("said", "told", "added"))
    ):
        return None
    if _describes(sentence, n):
        return None
    if n > 1 and "quote" in (sentence.tokens[n - 1].kind, sentence.tokens[n - 2].kind):
        turned = inverted(sentence, n, kind, _floor(n, known))
        if turned is not None:
            return turned
    content = n + 1 if kind in _FORWARD else find_content(sentence, n + 1, kind)
    if not speaks(sentence, n, kind, content):
        return None
    floor = _floor(n, known)
    turned = inverted(sentence, n, kind, floor)
    if turned is not None:
        return turned
    subject = subject_before(sentence, n, floor)
    if subject is None:
        return _shared(sentence, n, before, content, known)
    subject = without_former_office(sentence, subject, floor)
    if not _fits(sentence, n, kind, subject):
        return None
    nested = bool(known) and known[-1].shape == "forward" and known[-1].content == subject.first
    shape = find_shape(sentence, subject.first, content, relative=subject.relative or nested)
    if shape == "forward" and content >= len(sentence.tokens) - 1 and not _covers_something(sentence, subject):
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


def _issued(sentence: Sentence, n: int, known: list[Cue]) -> Cue | None:
    """“The brigade issued a statement giving them two days”: what follows the paper is what it says."""
    if sentence.low(n + 1) not in words("determiner") and sentence.low(n + 1) not in {"its", "their", "his"}:
        return None
    noun = next((k for k in range(n + 2, n + 5) if sentence.low(k) in _PAPERS), 0)
    following = sentence.low(noun + 1) if noun else ""
    told = following.endswith("ing") and following not in _SAYING
    if not noun or not (told or following in {"that", "which", "in"}):
        return None
    subject = subject_before(sentence, n, _floor(n, known))
    if subject is None or any(s.rank == "report" for s in subject.sources):
        return None
    return Cue(subject.first, noun + 1, (n, noun + 1), subject.sources, "forward", noun + 1, "issued")


def _went_on(sentence: Sentence, n: int, known: list[Cue]) -> Cue | None:
    """The sources went on to say …."""
    if sentence.low(n - 3) not in ("went", "goes", "go"):
        return None
    subject = subject_before(sentence, n - 3, _floor(n, known))
    if subject is None:
        return None
    content = find_content(sentence, n + 1, "say")
    shape = find_shape(sentence, subject.first, content)
    return Cue(subject.first, n + 1, (n - 3, n + 1), subject.sources, shape, content, "say-verb")


def _describes(sentence: Sentence, n: int) -> bool:
    """Whether the form only describes the speaker who follows: "informed sources said"."""
    return sentence.low(n) in ("informed", "quoted", "briefed") and sentence.low(n + 1) in source_nouns()


def _before(sentence: Sentence, n: int) -> str:
    k = n - 1
    while k >= 0 and (sentence.low(k) in words("adverb") or sentence.low(k).endswith("ly")):
        k -= 1
    return sentence.low(k)


def _floor(n: int, known: list[Cue]) -> int:
    """Where the subject must not be looked for: the verb of the cue before."""
    inside = [cue.word[1] for cue in known if cue.word[1] <= n and cue.shape != "clause"]
    return max(inside, default=0)


def _fits(sentence: Sentence, n: int, kind: str, subject: Phrase) -> bool:
    heads = {s.head for s in subject.sources}
    low = sentence.low(n)
    if low in words("mental-past"):
        return heads == {"people"} or all(s.rank in ("person", "affiliate", "source") for s in subject.sources)
    if kind == "see":
        return heads == {"media"}
    if kind == "show":
        nouns = (source_nouns().get(sentence.low(k), ("", ""))[1] for k in range(subject.first, subject.stop))
        return "report" in nouns
    if kind == "count":
        return heads <= {"body", "media", "government"}
    if low in ("blamed", "blame", "blames") and not _blamed_for(sentence, n):
        return False
    if kind in ("object", "urge", "call", "put"):
        return not heads & {"report"}
    infinitive = sentence.low(n + 1) == "to" or sentence.low(n + 2) == "to"
    if infinitive and low in ("vowed", "pledged", "threatened", "promised", "vows", "pledges", "threatens"):
        return subject.first <= 1
    return True


def _blamed_for(sentence: Sentence, n: int) -> bool:
    """Whether it is told what for: "Iraq blamed Iran, and attacked" tells nothing that Iraq says."""
    if sentence.low(n - 1) == "which" or "which" in (sentence.low(n - 2), sentence.low(n - 3)):
        return True
    for k in range(n + 1, min(len(sentence.tokens), n + 30)):
        if sentence.low(k) in ("for", "on", "over"):
            return True
        if sentence.tokens[k].low in (",", ";", "."):
            return False
    return False


def _covers_something(sentence: Sentence, subject: Phrase) -> bool:
    """Whether anything but the cue itself is in the sentence for it to cover."""
    return subject.first > 1 or sentence.tokens[-1].low in (":", ",")


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


def _shared(sentence: Sentence, n: int, before: str, content: int, known: list[Cue]) -> Cue | None:
    """The subject of the cue before, in "… but added that"."""
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
