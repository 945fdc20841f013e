"""Expressions that date nothing told: frames of a nearer date, feasts, years in titles, days compared with."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.datespan import Precision, Relation
from timeline.extract.claims.draft import Draft
from timeline.extract.dates.timex import value_span
from timeline.model import DateMention, Document

_ATTRIBUTIVE = 2  # letters between a date and the clause it opens
_APPOSED = re.compile(r",?\s+(?:on\s+|in\s+)?|\s*\(\s*")
_DAY_OF = re.compile(
    r",?\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+day\s+of\s+|day\s+of\s+|start\s+of\s+|eve\s+of\s+)?(?:the\s+)?(?:[A-Z]\w+\s+)?"
    r"(?:(?:feast|festival|holiday)\s+(?:of\s+)?)?"
)
_TITLE = re.compile(
    r"\s+(?:[A-Z][\w’'-]*\s+){1,5}?(?:Plan|Agreement|Accords?|Treaty|Resolution|Act|Constitution|Law|Convention"
    r"|Protocol|Report|Budget|Appeal|Pact|Declaration|Conference|Olympics|Charter)\b"
)
_SUPERLATIVE = re.compile(
    r"\b(?:(?!interest|request|protest|arrest|west|forest|harvest)\w{3,}est|worst|first|most \w+)\b"
    r"[^.;!?]*\bsince\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def without_frames(document: Document, mentions: list[DateMention]) -> list[DateMention]:
    """Without a date that the next one only makes exact: “five years ago, on 14 May 1980”."""
    after: list[DateMention | None] = [*mentions[1:], None]
    before: list[DateMention | None] = [None, *mentions[:-1]]
    return [
        one
        for zero, one, two in zip(before, mentions, after, strict=False)
        if not (two and _frames(document, one, two)) and not (zero and _feast_of(document, zero, one))
    ]


def _frames(document: Document, one: DateMention, two: DateMention) -> bool:
    between = document.text[one.span.end : two.span.start]
    if not _APPOSED.fullmatch(between):
        return False
    wide, narrow = one.when, two.when
    if wide is None or narrow is None or None in (wide.start, wide.end, narrow.start, narrow.end):
        return False
    return wide != narrow and wide.start <= narrow.start and narrow.end <= wide.end  # type: ignore[operator]


def _feast_of(document: Document, day: DateMention, feast: DateMention) -> bool:
    """Whether a feast only says what the day before it is: “Monday, the first day of the feast of Eid al-Adha”."""
    return feast.rule == "named-day" and _DAY_OF.fullmatch(document.text, day.span.end, feast.span.start) is not None


def in_a_title(document: Document, mention: DateMention) -> bool:
    """Whether a year only names a paper or a meeting: “the 1975 Algiers Agreement”, “the 2022 Response Plan”."""
    if mention.when is None or mention.when.precision is not Precision.YEAR:
        return False
    return _TITLE.match(document.text, mention.span.end, mention.span.end + 80) is not None


def without_comparisons(document: Document, mentions: list[DateMention]) -> tuple[list[DateMention], list[DateMention]]:
    """Apart from those that only compare: what is “the bloodiest since 1 June” was not on 1 June, nor ever since."""
    compared = [
        m
        for m in mentions
        if m.relation is Relation.SINCE
        and _SUPERLATIVE.search(document.text[max(0, m.span.start - 90) : m.span.start]) is not None
    ]
    return [m for m in mentions if m not in compared], compared


def compared_day(document: Document, draft: Draft, compared: list[DateMention]) -> DateMention | None:
    """“… since 1 June, when two shells killed 15”: that day is the one of what the clause tells."""
    if not draft.clause.of(document.text).lower().startswith("when "):
        return None
    mention = next((m for m in reversed(compared) if 0 <= draft.clause.start - m.span.end <= _ATTRIBUTIVE), None)
    day = value_span(mention.timex_value) if mention else None
    if mention is None or day is None:
        return None
    return replace(mention, when=day, relation=Relation.ON, rule=f"compared:{mention.rule}")
