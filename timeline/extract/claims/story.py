"""What a text has dated so far, and where: what an event without a date of its own may be dated by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from timeline.datespan import DateBasis, DateSpan
from timeline.extract.claims.draft import HARMING, Draft
from timeline.lexicon.fold import fold
from timeline.model import ClaimDate, Document, EventType

_SHORT = 31  # days: what is told as one event lies within a month
_NEWS = timedelta(days=60)  # what a news article tells as its news is no older; older is background
_LONG_PAST = timedelta(days=400)
_TOLD_SOON = timedelta(days=7)  # an event told on a day is rarely older than a week
VIOLENT = frozenset(HARMING[:3])


@dataclass(slots=True)
class Story:
    """Dates told, by what happened and in what order; ``adrift`` after a move to a new place without a date."""

    published: DateSpan | None
    narrative: bool = False
    lead: ClaimDate | None = None
    last: ClaimDate | None = None
    by_type: dict[EventType, ClaimDate] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    adrift: bool = False

    def tell(self, draft: Draft) -> None:
        """Remember a date that stands in the text; running totals and far background date no later event."""
        date = draft.date
        if date is None or not (draft.mention or draft.told) or draft.cumulative or date.when.start is None:
            return
        self.adrift = False
        if draft.tense == "future" or not self.is_news(date.when) or date.rule.startswith("compared:"):
            return
        self.lead = self.lead or date
        self.last = date
        self.by_type[draft.event_type] = date

    def foretell(self, draft: Draft) -> None:
        """Remember only the first date of each type: what a headline, which stands before them all, tells of."""
        known = dict(self.by_type)
        self.tell(draft)
        self.by_type |= known

    def is_news(self, when: DateSpan) -> bool:
        """Whether the days are short and late enough to be what the article is about."""
        spread = self.published.days or 0 if self.published else 0
        # Where the article's own day is only an interval, what is counted from it is as wide.
        if when.days is None or when.days > _SHORT + spread:
            return False
        if self.narrative or self.published is None or self.published.start is None:
            return True
        return when.start is not None and self.published.start - when.start <= _NEWS

    def is_fresh(self, when: DateSpan) -> bool:
        """Whether the days are so near the document's own that its news may be of them."""
        if self.published is None or self.published.start is None or when.start is None:
            return True
        return self.published.start - when.start <= _TOLD_SOON

    def of(self, event_type: EventType) -> ClaimDate | None:
        """The last date of this type of event, or of violence for violence."""
        if event_type in self.by_type:
            return self.by_type[event_type]
        if event_type in VIOLENT:
            return next((self.by_type[t] for t in HARMING if t in self.by_type), None)
        return None

    def move(self, document: Document, drafts: Sequence[Draft]) -> None:
        """Note the places of a sentence; one that opens with a new place and tells of no known day leaves the story."""
        if not drafts:
            return
        named = [(p.span.start, fold(p.name)) for p in drafts[0].material.places]
        start = drafts[0].material.sentence.start
        opens_elsewhere = bool(named) and named[0][0] - start < 40 and document.text[start : start + 3].lower() == "in "
        known = any(name in self.places for _, name in named)
        dated = any(d.mention for d in drafts)
        if opens_elsewhere and not known and self.places and not dated:
            self.adrift = True
        elif known or dated:
            self.adrift = False
        if not self.adrift:
            self.places.update(name for _, name in named)


def is_narrative(document: Document, sentences: Sequence[Sequence[Draft]]) -> bool:
    """Whether the text is a history: most of what it dates lies long before its own day, or it has no day."""
    published = document.published
    if published is None or published.start is None:
        return True
    spans = {d.mention.span: d.date.when for drafts in sentences for d in drafts if d.date and d.mention}
    old = sum(1 for when in spans.values() if when.end is not None and published.start - when.end > _LONG_PAST)
    return old >= 3 and old > 0.6 * len(spans)


def told_sooner(date: ClaimDate, event_type: EventType, following: Sequence[Sequence[Draft]]) -> ClaimDate | None:
    """The day a following sentence gives for an event of which the first only says on which day it was told."""
    for drafts in following:
        for draft in drafts:
            when = draft.date.when if draft.date and draft.mention else None
            if (
                when is not None
                and when.days == 1
                and when.start is not None
                and date.when.start is not None
                and timedelta(0) <= date.when.start - when.start <= _TOLD_SOON
                and (draft.event_type is event_type or {draft.event_type, event_type} <= VIOLENT)
                and not draft.date.rule.startswith("told:")  # type: ignore[union-attr]
            ):
                return draft.date
    return None


def same_paragraph(text: str, before: Draft, draft: Draft) -> bool:
    """Whether two sentences follow each other in one paragraph."""
    between = text[before.material.sentence.end : draft.material.sentence.start]
    return "\n" not in between.strip(" ") and len(between) < 4


def stands_in_text(date: ClaimDate) -> bool:
    """Whether the date was read off words of its own."""
    return date.basis in (DateBasis.EXPLICIT, DateBasis.RELATIVE)
