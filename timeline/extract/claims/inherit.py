"""Dates for what has no date of its own: taken over from the event it goes on telling of, or from the document's day.

What is told in the present tense is so on the document's day; what is told in the past goes on with the sentence it
stands beside, else with the last dated event of its kind. What has no evidence at all stays undated: no claim is
dated by guesswork.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.datespan import DateBasis, DateSpan, Precision, Relation
from timeline.extract.claims.cast import sources_of
from timeline.extract.claims.draft import Draft
from timeline.extract.claims.story import VIOLENT, Story, is_narrative, same_paragraph, stands_in_text, told_sooner
from timeline.extract.claims.wording import (
    APART,
    POINTING,
    is_definite,
    is_heading,
    is_now,
    is_perfect,
    is_vague,
    only_adds,
)
from timeline.extract.dates.reading import span_in_words
from timeline.model import ClaimDate, Document, EventType, Span

_SINCE_THEN = re.compile(r"\bsince then\b|\bever since\b(?!\s+\w)", re.IGNORECASE)
# What is over in a moment: named in the present ("the blast is one in a series") it is still that of its day.
_MOMENTARY = frozenset({EventType.REMOTE_VIOLENCE, EventType.CIVILIAN_TARGETING})
_BELOW = 3  # sentences under a headline in which its event is dated
_AHEAD = 4  # sentences in which an event told on a day may get its own


def fill_dates(document: Document, sentences: Sequence[list[Draft]]) -> None:
    """Date the drafts that have no expression; a headline inherits from what follows it."""
    narrative = is_narrative(document, sentences)
    for at, drafts in enumerate(sentences):
        for draft in drafts:
            if draft.date and draft.told:
                sooner = told_sooner(draft.date, draft.event_type, sentences[at + 1 : at + 1 + _AHEAD])
                draft.date = _inherited(sooner) if sooner else draft.date
    ahead = Story(document.published, narrative)
    for drafts in sentences:
        for draft in drafts:
            ahead.foretell(draft)
    story = Story(document.published, narrative)
    before: list[Draft] = []
    for at, drafts in enumerate(sentences):
        story.move(document, drafts)
        for draft in drafts:
            story.tell(draft)
        for draft in drafts:
            if draft.date is None and story.lead is None:
                draft.date = _headed(document, draft, ahead, sentences[at + 1 : at + 1 + _BELOW])
            if draft.date is None:
                opens = story.lead is None
                draft.date = _date_of(document, draft, ahead if opens else story, drafts, before, ahead=opens)
            if not draft.triggered and draft.harms:
                draft.event_type = _kind_of_toll(document, draft, before)
        before = drafts or before


def _headed(document: Document, draft: Draft, ahead: Story, below: Sequence[list[Draft]]) -> ClaimDate | None:
    """The first date of what stands right under a headline, if it is of the same kind of event.

    Not a day long before the news, where the news has been told between the two.
    """
    if not is_heading(document, draft) or draft.tense == "future":
        return None
    first = next((d for drafts in below for d in drafts if d.date and d.mention and d.triggered), None)
    if first is None or first.date is None or first.date.when.days is None:
        return None
    news = ahead.lead is not None and ahead.lead is not first.date and ahead.is_fresh(ahead.lead.when)
    if news and not ahead.is_fresh(first.date.when):
        return None
    alike = first.event_type is draft.event_type or {first.event_type, draft.event_type} <= VIOLENT
    return _inherited(first.date) if alike else None


def _kind_of_toll(document: Document, draft: Draft, before: list[Draft]) -> EventType:
    """What people were hurt in, where the sentence of the toll does not say: what the sentence before tells of."""
    near = [d for d in before if d.event_type in VIOLENT and same_paragraph(document.text, d, draft)]
    return near[-1].event_type if near and draft.event_type is EventType.OTHER else draft.event_type


def _date_of(
    document: Document, draft: Draft, story: Story, beside: list[Draft], before: list[Draft], *, ahead: bool
) -> ClaimDate | None:
    if draft.tense == "future":
        return None
    heading = is_heading(document, draft)
    perfect = is_perfect(document, draft)
    stretch = next((d.date for d in beside if d.date and d.date.relation is Relation.SINCE), None) if perfect else None
    if stretch:
        return _inherited(stretch)
    since = _since_then(document, draft, before)
    if since:
        return since
    present = not heading and (draft.tense == "present" or perfect)
    definite = is_definite(document, draft)
    momentary = definite and draft.event_type in _MOMENTARY
    background = None if present or heading else _going_on(document, draft, story, before)
    if background and draft.event_type is EventType.STATEMENT:
        return _inherited(background)
    if not momentary and (present or draft.event_type is EventType.STATEMENT or is_now(document, draft)):
        return _document_day(document, story, "so at the time of writing")
    same = story.of(draft.event_type)
    sibling = _sibling(document, draft, beside, aside=momentary and same is not None)
    sibling = sibling or (None if definite else _resolved(draft, beside))
    if sibling:
        return _inherited(sibling)
    if draft.cumulative:
        return _document_day(document, story, "a running total with no other date")
    if background:
        return _inherited(background)
    if story.adrift:
        return None
    if is_vague(document, draft):
        return None
    source = same if definite else _beside(document, draft, story, before) or same
    if source is None and not story.narrative:
        source = story.lead or story.last
    if source and ahead and not story.is_fresh(source.when):
        # What opens a report is its news; a day long before, told only further down, is not that of the news.
        if story.lead and story.is_fresh(story.lead.when):
            source = story.lead
        elif draft.event_type not in story.by_type:
            return _document_day(document, story, "the news of the article")
    return _inherited(source) if source else None


def _beside(document: Document, draft: Draft, story: Story, before: list[Draft]) -> ClaimDate | None:
    """The date that stands in the sentence just before, in one paragraph."""
    dated = [
        d.date
        for d in before
        if d.date and d.mention and same_paragraph(document.text, d, draft) and not only_adds(document, d, before)
    ]
    return next((date for date in reversed(dated) if story.is_news(date.when)), None)


def _sibling(document: Document, draft: Draft, beside: list[Draft], *, aside: bool) -> ClaimDate | None:
    """The date of the nearest other clause of the sentence, but of none that tells of another time.

    ``aside``: not that of a relative clause either, as the draft goes on with an event dated before.
    """

    def apart(other: Draft) -> bool:
        if other.clause == draft.clause:
            return False
        if other.date is not None and other.date.rule.startswith("compared:"):
            return True
        opening = other.clause.of(document.text)[:12].lstrip(", ").lower()
        return opening.startswith(APART) or (aside and opening.startswith(POINTING))

    dated = [d for d in beside if d is not draft and d.mention and d.date and not apart(d)]
    near = min(dated, key=lambda d: abs(d.trigger.start - draft.trigger.start), default=None)
    return near.date if near else None


def _since_then(document: Document, draft: Draft, before: list[Draft]) -> ClaimDate | None:
    """“Since then 300 have died”: the stretch that the day told before opens."""
    words = _SINCE_THEN.search(document.text, draft.material.sentence.start, draft.material.sentence.end)
    told = next((d.date for d in reversed(before) if d.mention and d.date and d.date.when.start), None)
    if words is None or told is None:
        return None
    span = Span(words.start(), words.end())
    return ClaimDate(
        when=DateSpan.interval(told.when.start, None, approximate=told.when.approximate),
        relation=Relation.SINCE,
        basis=DateBasis.RELATIVE,
        rule="since-then",
        text=span.of(document.text),
        span=span,
        resolution=f"since what was told just before: “{told.text}”",
    )


def _resolved(draft: Draft, beside: list[Draft]) -> ClaimDate | None:
    """The date that an earlier clause of the sentence was given."""
    return next((d.date for d in beside if d.date and d.trigger.start < draft.trigger.start), None)


def _going_on(document: Document, draft: Draft, story: Story, before: list[Draft]) -> ClaimDate | None:
    """The date of the sentence just before, where the story stands in the past it tells of."""
    dated = [
        d
        for d in before
        if d.date
        and same_paragraph(document.text, d, draft)
        and not d.cumulative
        and not (d.mention and only_adds(document, d, before))
    ]
    if not dated:
        return None
    date = dated[-1].date
    assert date is not None
    if date.basis is DateBasis.DCT or date.when.start is None or date.when.precision is Precision.INTERVAL:
        return None
    if not story.narrative and story.lead and draft.harms and sources_of(draft.material, draft):
        return None  # "Formed in 2013 … The agency said five people had been killed": the news again
    return date if story.narrative or not story.is_news(date.when) else None


def _inherited(date: ClaimDate) -> ClaimDate:
    if not stands_in_text(date):
        return date
    return replace(
        date,
        basis=DateBasis.INHERITED,
        rule=f"inherited:{date.rule}",
        text=None,
        span=None,
        alternatives=(),
        resolution=f"dated by what the article tells elsewhere: “{date.text}” → {span_in_words(date.when)}",
        relation=date.relation if _bounds(date) else Relation.ON if date.when.days == 1 else Relation.IN,
    )


def _bounds(date: ClaimDate) -> bool:
    """Whether the days only bound the event, for which what goes on telling of it has no better."""
    return date.when.days is None or date.relation in (Relation.BY, Relation.BEFORE, Relation.AFTER)


def _document_day(document: Document, story: Story, why: str) -> ClaimDate | None:
    published = document.published
    if published is None or story.narrative:
        return None
    relation = Relation.ON if published.days == 1 else Relation.IN
    words = f"{why}: the article’s own date, {span_in_words(published)}"
    return ClaimDate(published, relation, DateBasis.DCT, "document-date", resolution=words)
