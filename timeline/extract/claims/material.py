"""What the finders found in a document, laid out sentence by sentence for the combination into claims."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from timeline.extract.actors.finder import find_actors
from timeline.extract.attribution.finder import find_attributions
from timeline.extract.attribution.hedges import Hedge, find_hedges
from timeline.extract.dates.finder import find_dates
from timeline.extract.events.clauses import find_clauses
from timeline.extract.events.finder import find_events
from timeline.extract.places.cover import Cover
from timeline.extract.places.datelines import find_datelines
from timeline.extract.places.finder import find_places
from timeline.extract.quantities.finder import find_quantities
from timeline.model import (
    ActorMention,
    AttributionMention,
    DateMention,
    Document,
    EventMention,
    PlaceMention,
    QuantityMention,
    Span,
)


class Spanned(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def span(self) -> Span:
        """Where."""
        ...


M = TypeVar("M", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Material:
    """One sentence with its clauses and every mention in it; attributions are those that cover part of it."""

    sentence: Span
    clauses: tuple[Span, ...]
    events: tuple[EventMention, ...]
    dates: tuple[DateMention, ...]
    quantities: tuple[QuantityMention, ...]
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    attributions: tuple[AttributionMention, ...]
    hedges: tuple[Hedge, ...]
    body: int  # where the sentence begins after a dateline

    @property
    def bare(self) -> bool:
        """Whether nothing in the sentence could make a claim."""
        return not (self.events or self.quantities or self.dates or self.attributions)


def gather(document: Document) -> Iterator[Material]:
    """The material of each sentence, in text order; only dates with days on the calendar are kept."""
    dates = find_dates(document)
    blocked = [d.span for d in dates]
    actors = find_actors(document, blocked)
    places = find_places(document, actors)
    quantities = find_quantities(document, blocked)
    events = find_events(document)
    attributions = find_attributions(document, actors)
    hedges = find_hedges(document)
    datelines = {d.start: d.end for d in find_datelines(document.text)}
    heads = Cover(len(document.text), datelines.items())
    placed = [d for d in dates if d.when is not None and d.timex_type != "SET" and not heads.touches(*d.span)]
    covering = _Covering(attributions)
    doubted = _Covering(hedges)
    for sentence in document.sentences:
        yield Material(
            sentence=sentence,
            clauses=tuple(find_clauses(document, sentence)),
            events=_inside(events, sentence),
            dates=_inside(placed, sentence),
            quantities=_inside(quantities, sentence),
            actors=_inside(actors, sentence),
            places=_inside(places, sentence),
            attributions=covering.of(sentence),
            hedges=doubted.of(sentence),
            body=_body(document.text, datelines.get(sentence.start, sentence.start)),
        )


# A dateline that lost its mark and space: "homsSyrian armed forces".
_GLUED = re.compile(r"[a-zà-ÿ]{3,20}(?=[A-ZÀ-Þ][a-zà-ÿ])")


def _body(text: str, at: int) -> int:
    """Where a sentence begins after its dateline, which ends at ``at``, and marks and letters left of it."""
    while at < len(text) and (text[at].isspace() or text[at] in "-–—"):
        at += 1
    glued = _GLUED.match(text, at)
    return glued.end() if glued else at


def _inside(mentions: Sequence[M], sentence: Span) -> tuple[M, ...]:
    """The mentions (in text order) that begin inside the sentence."""
    low = bisect_left(mentions, sentence.start, key=_start)
    high = bisect_left(mentions, sentence.end, key=_start)
    return tuple(m for m in mentions[low:high] if m.span.end <= sentence.end)


def _start(mention: Spanned) -> int:
    return mention.span.start


class Covers(Protocol):
    """Something said of a part of the text."""

    @property
    def covers(self) -> Span:
        """The part."""
        ...


C = TypeVar("C", bound=Covers)


class _Covering(Generic[C]):
    """Mentions by the text they cover, which may run over several sentences."""

    def __init__(self, mentions: Sequence[C]) -> None:
        self._mentions = sorted(mentions, key=lambda m: m.covers)
        self._starts = [m.covers.start for m in self._mentions]
        self._longest = max((m.covers.end - m.covers.start for m in mentions), default=0)

    def of(self, sentence: Span) -> tuple[C, ...]:
        low = bisect_right(self._starts, sentence.start - self._longest - 1)
        high = bisect_left(self._starts, sentence.end)
        return tuple(m for m in self._mentions[low:high] if m.covers.overlaps(sentence))
