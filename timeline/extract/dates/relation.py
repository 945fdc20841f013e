"""How an event stands to a date (by, since, until …) and the ranges that two dates make together."""

from __future__ import annotations

from dataclasses import replace

from timeline.datespan import DateBasis, DateSpan, Precision, Relation
from timeline.extract.dates.reading import Reading
from timeline.extract.dates.timex import value_span
from timeline.extract.dates.tokens import Tokens
from timeline.model import DateMention, Span

# Words before a date → relation; the longer is tried first.
RELATIONS: dict[tuple[str, ...], Relation] = {
    ("by",): Relation.BY, ("as", "of"): Relation.BY, ("no", "later", "than"): Relation.BY,
    ("before",): Relation.BEFORE, ("prior", "to"): Relation.BEFORE, ("ahead", "of"): Relation.BEFORE, ("pre",
    "-"): Relation.BEFORE,
    ("after",): Relation.AFTER, ("following",): Relation.AFTER, ("post", "-"): Relation.AFTER,
    ("since",): Relation.SINCE, ("ever", "since"): Relation.SINCE, ("starting",): Relation.SINCE,
    ("beginning",): Relation.SINCE,
    ("starting", "in"): Relation.SINCE, ("starting", "on"): Relation.SINCE, ("dating", "from"): Relation.SINCE,
    ("until",): Relation.UNTIL, ("till",): Relation.UNTIL, ("up", "to"): Relation.UNTIL, ("up",
    "until"): Relation.UNTIL, ("through",): Relation.UNTIL,
    ("in",): Relation.IN, ("on",): Relation.ON, ("during",): Relation.DURING, ("throughout",): Relation.DURING,
    ("over",): Relation.DURING,
    ("about",): Relation.ABOUT, ("around",): Relation.ABOUT, ("circa",): Relation.ABOUT,
}  # fmt: skip
_HOURS = frozenset(("dawn", "daybreak", "sunrise", "midnight", "noon", "midday", "morning"))
_ONWARD = frozenset(("onward", "onwards", "forward", "on"))
_RANGE_WORDS = frozenset(("to", "until", "till", "through", "-", "–", "—", "‑", "/"))


def read_relation(tokens: Tokens, start: int, end: int, reading: Reading) -> tuple[Relation, DateSpan | None]:
    """The relation the words before the expression give, and the days it then covers (open for since and until)."""
    when = reading.when
    relation = _of_lead(tokens, start)
    if relation is None and tokens.word(start - 1) == "from" and tokens.word(end) in _ONWARD:
        relation = Relation.SINCE
    if (relation in (Relation.IN, Relation.ON) and _since_began(tokens, start)) or (
        relation is None and reading.timex_type in ("DATE", "TIME") and _since_began(tokens, start, bare=True)
    ):
        relation = Relation.SINCE
    if relation is None:
        if tokens.word(start) in ("about", "around", "circa", "ca", "approximately", "roughly"):
            relation = Relation.ABOUT
        elif when is not None and when.precision is Precision.DAY and reading.timex_type != "DURATION":
            relation = Relation.ON
        else:
            relation = Relation.DURING if reading.timex_type == "DURATION" else Relation.IN
    if when is not None and reading.timex_type in ("DATE", "TIME"):
        if relation is Relation.SINCE and end - start == 1 and tokens.word(start) in _HOURS:
            relation = Relation.ON  # "since dawn": on that day
        elif relation is Relation.SINCE and when.start:
            when = DateSpan.interval(when.start, None, approximate=when.approximate)
        elif relation is Relation.UNTIL and when.end:
            when = DateSpan.interval(None, when.end, approximate=when.approximate)
    return relation, when


_STARTS = frozenset((
    "began", "begin", "started", "start", "erupted", "broke", "beginning", "outbreak", "onset", "launched", "ended",
    "end", "fell", "fall", "invaded", "invasion", "seized", "took", "collapse", "signed", "came", "resumption",
    "return", "renewal", "eruption", "arrival", "signing", "breakdown", "announcement", "declaration", "takeover",
    "coup", "escalation",
))  # fmt: skip


def _since_began(tokens: Tokens, start: int, *, bare: bool = False) -> bool:
    """“Since the revolt began in March 2011”: the date opens a stretch that lasts to the time of writing.

    ``bare``: no preposition before the date, "since the truce collapsed Monday".
    """
    lead = tokens.word(start - 1)
    if not (lead in _STARTS or lead.endswith("ed")) if bare else lead not in ("in", "on"):
        return False
    seen = False
    for index in range(start - (1 if bare else 2), max(-1, start - 16), -1):
        word = tokens.word(index)
        if word == "." and len(tokens.word(index - 1)) == 1:
            continue  # "a U.S.-brokered truce"
        if word in (".", ";", "!", "?", "") or (bare and word in (",", "said", "that", "who", "which")):
            return False
        seen = seen or word in _STARTS or (len(word) > 4 and word.endswith("ed"))
        if word == "since":
            return seen
    return False


def _of_lead(tokens: Tokens, start: int) -> Relation | None:
    lead = tuple(tokens.word(i) for i in range(max(0, start - 3), start))
    if lead and lead[-1] in ("the", "at"):
        lead = lead[:-1]
    for size in (3, 2, 1):
        if len(lead) >= size and lead[-size:] in RELATIONS:
            return RELATIONS[lead[-size:]]
    return None


def link_ranges(tokens: Tokens, mentions: list[DateMention]) -> list[DateMention]:
    """Join "April 2011 to June 2013", "between May and July", "1914–18" into one mention whose parts are its ends."""
    out: list[DateMention] = []
    index = 0
    while index < len(mentions):
        one = mentions[index]
        two = mentions[index + 1] if index + 1 < len(mentions) else None
        joined = _range(tokens.text, one, two) if two else None
        if joined is not None:
            out.append(joined)
            index += 2
        else:
            out.append(one)
            index += 1
    return out


def _range(text: str, one: DateMention, two: DateMention) -> DateMention | None:
    if (
        one.timex_type not in ("DATE", "TIME")
        or two.timex_type not in ("DATE", "TIME")
        or two.span.start - one.span.end > 12
    ):
        return None
    words = text[one.span.end : two.span.start].strip().lower().split()
    lead = text[max(0, one.span.start - 14) : one.span.start].lower().split()
    if len(words) > 2 or (len(words) == 2 and words[1] != "the") or (not words and one.span.end != two.span.start):
        return None
    link = words[0] if words else ""
    between = bool(lead) and ("between" in lead[-2:])
    if not (link in _RANGE_WORDS or (link == "and" and between)):
        return None
    first, last = _plain(one), _plain(two)
    if first is None or last is None or first.start is None or last.end is None:
        return None
    if first.start > last.end:
        if one.basis is not DateBasis.RELATIVE or first.end is None:
            return None
        earlier = _year_before(first)
        if earlier is None or earlier.start is None:
            return None
        first = earlier
    assert first.start is not None
    if first.start > last.end:
        return None
    span = Span(one.span.start, two.span.end)
    loose = first.approximate or last.approximate
    when = DateSpan.interval(first.start, last.end, approximate=loose)
    if first.start == last.end:
        when = DateSpan.day(first.start, approximate=loose)  # from six to noon
    relative = DateBasis.RELATIVE in (one.basis, two.basis)
    words_said = " · ".join(r for r in (one.resolution, two.resolution) if r)
    return replace(one, span=span, text=span.of(text), when=when, relation=Relation.DURING, rule="range",
                   timex_value=f"{one.timex_value}/{two.timex_value}",
                   basis=DateBasis.RELATIVE if relative else DateBasis.EXPLICIT,
                   resolution=words_said, alternatives=(), mod=None, parts=(one, two))  # fmt: skip


def _plain(mention: DateMention) -> DateSpan | None:
    """The days of the value itself, without the opening that since and until give."""
    return value_span(mention.timex_value) or mention.when


def _year_before(span: DateSpan) -> DateSpan | None:
    try:
        return DateSpan(
            span.start.replace(year=span.start.year - 1) if span.start else None,
            span.end.replace(year=span.end.year - 1) if span.end else None,
            span.precision,
        )
    except ValueError:
        return None
