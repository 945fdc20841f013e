"""Dates for what has no date of its own: taken over from the event it goes on telling of, or from the document's day.

The story remembers the last dated event of each type and the day the article leads with. What is told in the present
tense is so on the document's day. What has no evidence at all stays undated: no claim is ever dated by guesswork.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from timeline.datespan import DateBasis, DateSpan, Precision, Relation
from timeline.extract.claims.draft import HARMING, Draft
from timeline.model import ClaimDate, Document, EventType, QuantityKind

# "The blast", "the attacks", "those raids": a definite noun for an event told before.
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|both|its|latest)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_NOW = re.compile(r"\b(?:now|currently|still|remains?|continues?|continuing|ongoing|these days)\b", re.IGNORECASE)
_FINE = (Precision.DAY, Precision.WEEK)
_SHORT = 31  # days: what is told as one event lies within a month
# Speech acts and states belong to the document's day, not to the event it reports.
_OF_THE_DAY = frozenset({EventType.STATEMENT})
_VIOLENT = frozenset({*HARMING[:3]})


@dataclass(slots=True)
class Story:
    """What the text has dated so far."""

    lead: ClaimDate | None = None
    last: ClaimDate | None = None
    by_type: dict[EventType, ClaimDate] = field(default_factory=dict)

    def tell(self, draft: Draft) -> None:
        """Remember a date that stands in the text; running totals and far background date no event."""
        date = draft.date
        if date is None or date.basis is DateBasis.DCT or draft.cumulative:
            return
        if not _is_event_like(date.when):
            return
        self.lead = self.lead or date
        self.last = date
        self.by_type[draft.event_type] = date

    def of(self, event_type: EventType) -> ClaimDate | None:
        """The last date of this type of event, or of one that is told in the same breath."""
        if event_type in self.by_type:
            return self.by_type[event_type]
        if event_type in _VIOLENT:
            return next((self.by_type[t] for t in HARMING if t in self.by_type), None)
        return None


def _is_event_like(when: DateSpan) -> bool:
    return when.precision in _FINE or (when.days is not None and when.days <= _SHORT)


def fill_dates(document: Document, sentences: list[list[Draft]]) -> None:
    """Date the drafts that have no expression; two passes, since a headline inherits from what follows."""
    ahead = Story()
    for drafts in sentences:
        for draft in drafts:
            ahead.tell(draft)
        if ahead.lead:
            break
    story = Story()
    for drafts in sentences:
        for draft in drafts:
            story.tell(draft)
        for draft in drafts:
            if draft.date is None:
                draft.date = _date_of(document, draft, story if story.lead else ahead, drafts)


def _date_of(document: Document, draft: Draft, story: Story, beside: list[Draft]) -> ClaimDate | None:
    if draft.tense == "future":
        return None
    if draft.event_type in _OF_THE_DAY:
        return _document_day(document, "a statement of the article's own time")
    if draft.cumulative:
        return _document_day(document, "a running total with no other date")
    if draft.tense == "present" or _NOW.search(draft.clause.of(document.text)):
        return _document_day(document, "so at the time of writing")
    sibling = next((d.date for d in beside if d is not draft and d.mention and d.clause == draft.clause), None)
    source = sibling or _told_before(document, draft, story)
    return _inherited(source) if source else None


def _told_before(document: Document, draft: Draft, story: Story) -> ClaimDate | None:
    same = story.of(draft.event_type)
    text = document.text
    if same and _DEFINITE.search(text, max(draft.clause.start, draft.trigger.start - 40), draft.trigger.start):
        return same
    return same or story.last or story.lead


def _inherited(date: ClaimDate) -> ClaimDate:
    words = f"dated by the event told elsewhere in the article (“{date.text}”)" if date.text else date.resolution
    when = date.when
    return replace(
        date,
        basis=DateBasis.INHERITED,
        rule=f"inherited:{date.rule.removeprefix('inherited:')}",
        text=None,
        span=None,
        alternatives=(),
        resolution=words,
        relation=Relation.ON if when.days == 1 else Relation.IN,
    )


def _document_day(document: Document, why: str) -> ClaimDate | None:
    published = document.published
    if published is None:
        return None
    relation = Relation.ON if published.days == 1 else Relation.IN
    return ClaimDate(
        published, relation, DateBasis.DCT, "document-date", resolution=f"{why}: the article's date, {published.edtf}"
    )
