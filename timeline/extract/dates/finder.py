"""A document → its temporal expressions in text order, none overlapping, each with its meaning and how it was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.datespan import DateBasis, Precision
from timeline.extract.dates.anchors import Anchors
from timeline.extract.dates.dateline_day import dateline_day
from timeline.extract.dates.event_days import place_events
from timeline.extract.dates.foreign import find_foreign
from timeline.extract.dates.found import Found
from timeline.extract.dates.language_pack import LanguagePack, english_pack
from timeline.extract.dates.mode import choose_era, choose_mode, day_comes_first, written_years
from timeline.extract.dates.reading import span_in_words
from timeline.extract.dates.relation import link_ranges, read_relation
from timeline.extract.dates.scan import scan
from timeline.extract.dates.story import Story
from timeline.extract.dates.tokens import Tokens
from timeline.model import DateMention, Document, Span


def find_dates(document: Document) -> list[DateMention]:
    """Temporal expressions of the document; ``[]`` when there are none.

    A pure function of text, document date and language. Where the document's date is only an interval, what hangs on it
    is read from both its ends and resolves to all days between; it is never counted from today. Documents in languages
    other than English give only complete dates that can be read one way.
    """
    if not document.language.startswith("en"):
        return find_foreign(document)
    pack = english_pack()
    tokens = pack.tokenizer.read(document.text)
    published = document.published
    # A document date with an open end gives nothing to count from.
    closed = published is not None and published.start is not None and published.end is not None
    low, high = (published.start, published.end) if published is not None and closed else (None, None)
    if low == high:
        low = high = dateline_day(document.text, low)
    mode = choose_mode(tokens, pack, high)
    found = _read(document, tokens, pack, low, mode)
    if low == high:
        return found
    other = _read(document, tokens, pack, high, mode)
    return _both(found, other) if [m.span for m in found] == [m.span for m in other] else _both_by_span(found, other)


def _read(document: Document, tokens: Tokens, pack: LanguagePack, dct: date | None, mode: str) -> list[DateMention]:
    years = written_years(tokens, pack)
    anchors = Anchors(
        tokens,
        dct,
        mode,
        choose_era(tokens, pack),
        day_first=day_comes_first(document),
        borrow=pack.borrow,
        story=Story(years),
    )
    return link_ranges(tokens, [_mention(tokens, f) for f in place_events(tokens, scan(tokens, pack, anchors))])


def _mention(tokens: Tokens, one: Found) -> DateMention:
    reading = one.reading
    span = Span(tokens.starts[one.start], tokens.ends[one.end - 1])
    text = span.of(tokens.text)
    if text.endswith(".") and not text.endswith((".m.", ".M.", "C.", "D.", "E.")):
        span = Span(span.start, span.end - 1)
        text = text[:-1]
    relation, when = read_relation(tokens, one.start, one.end, reading)
    if when is not None and reading.approximate and not when.approximate:
        when = replace(when, approximate=True)
    resolution = reading.resolution
    if reading.relative and reading.when is not None and resolution and not resolution.startswith("“"):
        resolution = (
            f"“{text}”, {resolution}"
            if "→" in resolution
            else f"“{text}”: {resolution} → {span_in_words(reading.when)}"
        )
    return DateMention(
        span=span, text=text, timex_type=reading.timex_type, timex_value=reading.value, when=when, relation=relation,
        basis=DateBasis.RELATIVE if reading.relative else DateBasis.EXPLICIT, rule=one.rule,
        alternatives=reading.alternatives,
        resolution=resolution, mod=reading.mod,
    )  # fmt: skip


def _both(low: list[DateMention], high: list[DateMention]) -> list[DateMention]:
    """Readings from both ends of an uncertain document date, joined to what covers both."""
    return [_cover(a, b) for a, b in zip(low, high, strict=True)]


def _both_by_span(low: list[DateMention], high: list[DateMention]) -> list[DateMention]:
    other = {m.span: m for m in high}
    return [_cover(m, other[m.span]) if m.span in other else m for m in low]


def _cover(one: DateMention, two: DateMention) -> DateMention:
    if one.when == two.when and one.timex_value == two.timex_value:
        if one.resolution == two.resolution or one.when is None:
            return one
        return replace(one, resolution=f"“{one.text}” → {span_in_words(one.when)}, from any day the document may be of")
    when = one.when.hull(two.when) if one.when and two.when else None
    if when is not None and when.precision is Precision.INTERVAL and one.when is not None:
        when = replace(when, approximate=True)
    value = _common_value(one.timex_value, two.timex_value)
    any_of = span_in_words(replace(when, approximate=False)) if when else ""
    words = (
        f"“{one.text}”: the document's date is known only as a range, so this is any day of {any_of}" if when else ""
    )
    parts = tuple(_cover(a, b) for a, b in zip(one.parts, two.parts, strict=False))
    return replace(
        one, when=when, timex_value=value, basis=DateBasis.RELATIVE, resolution=words, alternatives=(), parts=parts
    )


def _common_value(one: str, two: str) -> str:
    """The TIMEX3 value with X where two readings differ: 2014-XX-XX, XXXX-WXX."""
    if one == two:
        return one
    day, _, time = one.partition("T")
    other, _, clock = two.partition("T")
    if time != clock or len(day) != len(other) or day.startswith("P"):
        return "XXXX"
    parts = zip(day.split("-"), other.split("-"), strict=False)
    held = "-".join(a if a == b else "WXX" if a[:1] == "W" == b[:1] else "X" * len(a) for a, b in parts)
    return f"{held}T{time}" if time else held
