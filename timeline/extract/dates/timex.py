"""Mentions → TIMEX3 records, one per expression, as ``timeline dates`` writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from timeline.datespan import DateSpan
from timeline.extract.dates.point import CENTURY, DAY, DECADE, HALF, MONTH, QUARTER, SEASON, WEEK, WEEKEND, YEAR, Point
from timeline.model import DateMention, Document

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Point]], ...] = (
    (re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?\Z"), lambda m: Point(DAY, int(m[1]), int(m[2]), int(m[3]))),
    (re.compile(r"(\d{4})-(\d{2})\Z"), lambda m: Point(MONTH, int(m[1]), int(m[2]))),
    (re.compile(r"(\d{4})-W(\d{2})\Z"), lambda m: Point(WEEK, int(m[1]), sub=int(m[2]))),
    (re.compile(r"(\d{4})-W(\d{2})-WE\Z"), lambda m: Point(WEEKEND, int(m[1]), sub=int(m[2]))),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)\Z"), lambda m: Point(SEASON, int(m[1]), sub=m[2])),
    (re.compile(r"(\d{4})-Q([1-4])\Z"), lambda m: Point(QUARTER, int(m[1]), sub=int(m[2]))),
    (re.compile(r"(\d{4})-H([12])\Z"), lambda m: Point(HALF, int(m[1]), sub=int(m[2]))),
    (re.compile(r"(\d{4})\Z"), lambda m: Point(YEAR, int(m[1]))),
    (re.compile(r"(\d{3})\Z"), lambda m: Point(DECADE, int(m[1]) * 10)),
    (re.compile(r"(\d{2})\Z"), lambda m: Point(CENTURY, int(m[1]) * 100)),
)


def value_span(value: str) -> DateSpan | None:
    """The days a TIMEX3 value means; ``None`` for durations, sets, references, holes and years before 1."""
    for pattern, make in _FORMS:
        match = pattern.match(value)
        if match:
            return make(match).span()
    return None


def single_expressions(mentions: Iterable[DateMention]) -> Iterator[DateMention]:
    """The expressions themselves: a range gives its two ends."""
    for mention in mentions:
        if mention.parts:
            yield from mention.parts
        else:
            yield mention


def to_timex_records(document: Document, mentions: Iterable[DateMention]) -> Iterator[dict[str, object]]:
    """``{"doc", "start", "end", "text", "type", "value", "edtf"}`` per expression; ``edtf`` null where it has no days.

    A document without expressions gives one record of its id alone, so that an evaluator knows it was read.
    """
    empty = True
    for mention in single_expressions(mentions):
        empty = False
        record: dict[str, object] = {
            "doc": document.id, "start": mention.span.start, "end": mention.span.end, "text": mention.text,
            "type": mention.timex_type, "value": mention.timex_value,
            "edtf": mention.when.edtf if mention.when else None,
        }  # fmt: skip
        if mention.mod:
            record["mod"] = mention.mod
        yield record
    if empty:
        yield {"doc": document.id}
