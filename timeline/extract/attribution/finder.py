"""Attributions of a document: who is said to say so, and which words are his."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from timeline.documents.hygiene import searchable
from timeline.extract.attribution.continuation import Spoken, continue_speakers
from timeline.extract.attribution.cover import cover_cues
from timeline.extract.attribution.cue import Cue
from timeline.extract.attribution.cues import find_cues
from timeline.extract.attribution.headlines import headline_cue
from timeline.extract.attribution.quotations import find_quotations
from timeline.extract.attribution.sentence import Capitals, Sentence, Source
from timeline.extract.attribution.tokens import Token, tokenise
from timeline.lexicon.fold import fold
from timeline.model import ActorMention, AttributionMention, Document, Span

_LONGEST = 400  # tokens; a longer "sentence" is read in pieces
_RECENT = 3  # sentences after which a pronoun no longer means the last speaker


def find_attributions(document: Document, actors: Sequence[ActorMention]) -> list[AttributionMention]:
    """Every attribution, in text order; two sources that say one thing together are two mentions.

    ``covers`` is the part of the text that is the source's word: a clause, or a quoted passage over several
    sentences. A sentence that goes on with the speaker of the one before has a mention of its own, whose ``span`` is
    the words that named him there. The author's own voice, and that of a body whose statement the document is, have
    none. Nothing found is ``[]``.
    """
    text = searchable(document.text)
    quotations = find_quotations(text)
    ordered = sorted(actors, key=lambda a: a.span)
    starts = [a.span.start for a in ordered]
    passages, ends = [q.start for q in quotations], [q.end for q in quotations]
    own = {a.id for a in ordered if a.rule == "issuer"}
    rows: list[Spoken] = []
    people = _people(ordered)
    last: tuple[Source, ...] = ()
    since = 0
    body: Source | None = None
    spoken: set[str] = set()
    capitals = Capitals(text)
    for sentence in document.sentences:
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        near = quotations[max(0, bisect_left(passages, sentence.start) - 1) : bisect_left(passages, sentence.end)]
        whole = tokenise(text, sentence, ordered[low:high], near)
        for tokens in _pieces(whole):
            read = Sentence(text, tokens, people, last if since < _RECENT else (), since, body, spoken, capitals)
            cues = find_cues(read)
            heading = headline_cue(read) if not cues else None
            if heading:
                cues = [heading]
            cues = [cue for cue in cues if not own.intersection(s.id for s in cue.sources)]
            since = 0 if cues else since + 1
            last = cues[-1].sources if cues else last
            spoken.update(s.id for cue in cues for s in cue.sources)
            body = next((s for cue in cues for s in cue.sources if s.head in ("body", "media")), body)
            rows.append(
                Spoken(_span(sentence, whole, tokens), tokens, _mentions(document.text, tokens, cues, quotations, ends))
            )
    continue_speakers(document.text, rows)
    found = [mention for row in rows for mention in row.mentions]
    return sorted(found, key=lambda m: (m.covers.start, m.span.start))


def _pieces(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of a sentence, in pieces where it is longer than any sentence is."""
    for start in range(0, len(tokens), _LONGEST):
        yield tokens[start : start + _LONGEST]


def _span(sentence: Span, whole: Sequence[Token], tokens: Sequence[Token]) -> Span:
    """The sentence, or the part of it that the tokens make up."""
    return sentence if len(tokens) == len(whole) else Span(tokens[0].start, tokens[-1].end)


def _people(actors: Sequence[ActorMention]) -> dict[str, Source]:
    """The persons among the actor mentions, by the last part of their names."""
    people: dict[str, Source] = {}
    for actor in actors:
        surname = actor.text.split()[-1]
        if (actor.head == "person" or actor.rule == "speaker-of-body") and len(surname) > 2 and surname[0].isupper():
            people.setdefault(fold(surname), Source(actor.span, actor.id, actor.name, actor.head, "name"))
    return people


def _mentions(
    text: str, tokens: Sequence[Token], cues: Sequence[Cue], quotations: Sequence[Span], ends: Sequence[int]
) -> list[AttributionMention]:
    out: list[AttributionMention] = []
    outlets: set[Span] = set()
    for cue, covered in zip(cues, cover_cues(tokens, cues), strict=True):
        span = Span(tokens[cue.first].start, tokens[cue.stop - 1].end)
        words = Span(tokens[cue.word[0]].start, tokens[cue.word[1] - 1].end).of(text)
        whole = _whole(covered, quotations, ends)
        for source in cue.sources:
            if source.head == "media":
                outlets.add(source.span)
            out.append(
                AttributionMention(span, span.of(text), source.id, source.name, words, whole, source.span, cue.rule)
            )
    return [
        m
        for k, m in enumerate(out)
        if not (m.source in outlets and _relayed(m, out, outlets)) and not _repeated(m, k, out)
    ]


def _relayed(media: AttributionMention, others: Sequence[AttributionMention], outlets: set[Span]) -> bool:
    """Whether what an outlet reports is what another says there: the agency only carries it."""
    return any(o.source not in outlets and o.covers.overlaps(media.covers) for o in others)


def _repeated(mention: AttributionMention, k: int, others: Sequence[AttributionMention]) -> bool:
    """Whether the same words of the same source are covered by another of his cues."""
    return any(
        o.id == mention.id
        and o.covers.holds(mention.covers)
        and (o.covers != mention.covers or j < k or o.source == mention.source)
        for j, o in enumerate(others)
        if j != k
    )


def _whole(span: Span, quotations: Sequence[Span], ends: Sequence[int]) -> Span:
    """The cover with the quotations that its ends cut taken whole."""
    start, end = span
    k = bisect_right(ends, start)
    if k < len(quotations) and quotations[k].start < start < quotations[k].end:
        start = quotations[k].start
    k = bisect_left(ends, end)
    if k < len(quotations) and quotations[k].start < end < quotations[k].end:
        end = quotations[k].end
    return Span(start, end)
