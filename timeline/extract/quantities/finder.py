"""``find_quantities``: a document → the reported numbers of people and losses, each as the range it allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from timeline.documents.hygiene import searchable
from timeline.extract.quantities.counts import Count, find_counts
from timeline.extract.quantities.govern import fall_back, govern, mark_parts, settle_waiting
from timeline.extract.quantities.lexicon import phrases
from timeline.extract.quantities.none import find_none
from timeline.extract.quantities.parts import mark_sums, share
from timeline.extract.quantities.scope import set_scope
from timeline.extract.quantities.sentence import Sentence, cut
from timeline.model import Comparator, Document, QuantityMention, Scope, Span

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,6}teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|scores?|several|few|both|couple|pair|handful|tens)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|nobody|none|without|any|zero|nil|0)\b", re.IGNORECASE)
_SINGLE = re.compile(r"\b(?:an?|another|his|her|their)\b", re.IGNORECASE)
_LONGEST = 3_000  # letters read as one sentence; longer ones are read in pieces


@cache
def _stems() -> re.Pattern[str]:
    """The first words of everything that can happen to the counted."""
    return re.compile(
        r"\b(?:" + "|".join(sorted(map(re.escape, phrases()), key=len, reverse=True)) + r")\b", re.IGNORECASE
    )


def find_quantities(document: Document, blocked: Sequence[Span] = ()) -> list[QuantityMention]:
    """Reported numbers in text order; no number lies in a ``blocked`` span (dates)."""
    text = searchable(document.text)
    barred = sorted(blocked)
    found: list[QuantityMention] = []
    for span in _pieces(text, document.sentences or (Span(0, len(text)),)):
        numbered = _NUMBER.search(text, span.start, span.end) is not None
        denied = _NONE.search(text, span.start, span.end) is not None
        if not numbered and not denied and _SINGLE.search(text, span.start, span.end) is None:
            continue
        if not numbered and _stems().search(text, span.start, span.end) is None:
            continue
        found.extend(_in_sentence(document.text, cut(text, span), barred, denied=denied))
    return sorted(found, key=lambda m: (m.span, m.kind))


def _pieces(text: str, sentences: Iterable[Span]) -> Iterable[Span]:
    for sentence in sentences:
        at = sentence.start
        while at < sentence.end:
            end = min(sentence.end, at + _LONGEST)
            if end < sentence.end and (space := text.rfind(" ", at, end)) > at:
                end = space
            yield Span(at, end)
            at = end


def _in_sentence(text: str, s: Sentence, blocked: Sequence[Span], *, denied: bool) -> list[QuantityMention]:
    counts = find_counts(s, blocked, singles=bool(s.matches))
    govern(s, counts)
    mark_parts(counts)
    share(s, counts)
    settle_waiting(s, counts)
    fall_back(s, counts)
    share(s, counts)
    kept = [c for c in counts if c.kind is not None and not c.refused]
    mark_sums(kept)
    set_scope(s, kept)
    mentions = [_mention(text, s, c) for c in kept]
    if denied:
        for kind, first, last in find_none(s):
            span = s.span(first, last)
            mentions.append(QuantityMention(span, span.of(text), kind, 0, 0, Comparator.EQ, Scope.EVENT, "none"))
    return mentions


def _mention(text: str, s: Sentence, count: Count) -> QuantityMention:
    assert count.kind is not None
    span = s.span(count.left, count.right)
    scope = Scope.SUBSET if count.part else count.scope
    return QuantityMention(span, span.of(text), count.kind, count.low, count.high, count.comparator, scope, count.how)
