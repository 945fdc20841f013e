"""Attributions of a document: who is said to say so, and which words are his."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.documents.hygiene import searchable
from timeline.extract.attribution.continuation import Spoken, continue_speakers
from timeline.extract.attribution.cover import cover_cues
from timeline.extract.attribution.cues import Cue, find_cues
from timeline.extract.attribution.headlines import headline_cue
from timeline.extract.attribution.quotations import find_quotations
from timeline.extract.attribution.tokens import Token, tokenise
from timeline.model import ActorMention, AttributionMention, Document, Span


def find_attributions(document: Document, actors: Sequence[ActorMention]) -> list[AttributionMention]:
    """Every attribution, in text order; two sources that say one thing together are two mentions.

    ``covers`` is the part of the text that is the source's word: a clause, or a quoted passage over several
    sentences. A sentence that goes on with the speaker of the one before has a mention of its own, whose ``span`` is
    the words that named him there. The author's own voice has none. Nothing found is ``[]``.
    """
    text = searchable(document.text)
    quotations = find_quotations(text)
    ordered = sorted(actors, key=lambda a: a.span)
    starts = [a.span.start for a in ordered]
    passages = [q.start for q in quotations]
    rows: list[Spoken] = []
    for sentence in document.sentences:
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        near = quotations[max(0, bisect_left(passages, sentence.start) - 1) : bisect_left(passages, sentence.end)]
        tokens = tokenise(text, sentence, ordered[low:high], near)
        if not tokens:
            continue
        cues = find_cues(text, tokens)
        heading = headline_cue(text, tokens) if not cues else None
        if heading:
            cues = [heading]
        mentions = _mentions(document.text, tokens, cues, quotations)
        rows.append(Spoken(sentence, tokens, mentions))
    continue_speakers(document.text, rows)
    found = [mention for row in rows for mention in row.mentions]
    return sorted(found, key=lambda m: (m.covers.start, m.span.start))


def _mentions(
    text: str, tokens: Sequence[Token], cues: Sequence[Cue], quotations: Sequence[Span]
) -> list[AttributionMention]:
    covers = [_whole(span, quotations) for span in cover_cues(tokens, cues)]
    out: list[tuple[Cue, AttributionMention]] = []
    for cue, covered in zip(cues, covers, strict=True):
        span = Span(tokens[cue.first].start, tokens[cue.stop - 1].end)
        words = Span(tokens[cue.word[0]].start, tokens[cue.word[1] - 1].end).of(text)
        out.extend(
            (cue, AttributionMention(span, span.of(text), s.id, s.name, words, covered, s.span, cue.rule))
            for s in cue.sources
        )
    media = {s.span for cue in cues for s in cue.sources if s.head == "media"}
    return [m for _, m in out if not (m.source in media and _relayed(m, [o for _, o in out], media))]


def _relayed(media: AttributionMention, others: Sequence[AttributionMention], outlets: set[Span]) -> bool:
    """Whether what an outlet reports is what another says there: the agency only carries it."""
    return any(o.source not in outlets and o.covers.overlaps(media.covers) for o in others)


def _whole(span: Span, quotations: Sequence[Span]) -> Span:
    """The cover with the quotations it cuts taken whole."""
    start, end = span
    k = bisect_left([q.end for q in quotations], start) if len(quotations) < 0 else 0
    for q in quotations[k:]:
        if q.start >= end:
            break
        if q.end > end and q.start < end:
            end = q.end
        if q.start < start < q.end:
            start = q.start
    return Span(start, end)
