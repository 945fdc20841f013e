"""The date of a document from what its text says: no earlier than the last date reported, and where it counts from.

Months from the last reported date on are weighed by the text's own counting: "the past three years" beside a start it
names, bare months in the past tense ("in February"), weekdays with a day and month. The months that fit best make the
interval. It is evidence, not knowledge: always marked inferred, with the reasons in words.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.datespan import DateSpan
from timeline.extract.dates.anchors import NARRATIVE, Anchors
from timeline.extract.dates.english import CLASSES
from timeline.extract.dates.found import Found
from timeline.extract.dates.language_pack import english_pack
from timeline.extract.dates.point import DAY, MONTH, YEAR
from timeline.extract.dates.reading import amount_of
from timeline.extract.dates.scan import scan
from timeline.extract.dates.tokens import Tokens
from timeline.model import Document

_HORIZON = 24  # months after the last reported date that are weighed
_NEAR = 0.7  # share of the best weight that still counts as fitting
_COUNTING = frozenset(("deictic-day", "weekday", "relative-weekday", "weekday-of-week", "week-weekday", "weekend"))
_LATEST_YEAR = 2100


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of counting: weight per month number (year × 12 + month - 1), and its words."""

    kind: str
    words: str
    amount: float = 0.0
    month: int = 0


def infer_date(document: Document) -> tuple[DateSpan, str] | None:
    """An interval for the document's date and the evidence in words; ``None`` when the text gives no hold."""
    pack = english_pack()
    tokens = pack.tokenizer.read(document.text)
    anchors = Anchors(tokens, None, NARRATIVE, borrow=pack.borrow)
    found = scan(tokens, pack, anchors)
    reported = _reported(tokens, found, anchors)
    clues = _clues(tokens, found, anchors)
    if not reported or not clues:
        return None
    low, low_words = max(reported)
    starts = [number for number, _ in reported]
    weights = {month: _weight(month, clues, starts, low) for month in range(low, low + _HORIZON)}
    best = max(weights.values())
    fitting = [m for m, w in weights.items() if w >= best * _NEAR] if best > 0 else [low, low + 11]
    peak = max(weights, key=lambda m: weights[m])
    first = last = peak
    if best <= 0:
        first, last = fitting
    else:
        while first - 1 in fitting:
            first -= 1
        while last + 1 in fitting:
            last += 1
    span = DateSpan.interval(
        DateSpan.month(first // 12, first % 12 + 1).start,
        DateSpan.month(last // 12, last % 12 + 1).end,
        approximate=True,
    )
    reasons = [f"it reports “{low_words}”, so it is no earlier"]
    reasons += [_reason(clue) for clue in clues if clue.kind != "counting"][:4]
    if best <= 0:
        reasons.append("taken to be written within a year of that")
    return span, "inferred from the text: " + "; ".join(dict.fromkeys(reasons))


def _reported(tokens: Tokens, found: list[Found], anchors: Anchors) -> list[tuple[int, str]]:
    """Months (as numbers) that the text reports on as past, with their words; a year counts from its first month."""
    out = []
    for one in found:
        point = one.reading.point
        if point is None or one.reading.relative or point.year is None or not 1 <= point.year <= _LATEST_YEAR:
            continue
        if point.gran not in (DAY, MONTH, YEAR) or tokens.word(one.start - 1) in ("until", "till", "for", "through"):
            continue
        if anchors.tense(one.start, one.end) == "future":
            continue
        month = point.month or 1
        out.append(
            (
                point.year * 12 + month - 1,
                " ".join(tokens.text[tokens.starts[one.start] : tokens.ends[one.end - 1]].split()),
            )
        )
    return out


def _clues(tokens: Tokens, found: list[Found], anchors: Anchors) -> list[Clue]:
    clues = []
    for one in found:
        words = tokens.text[tokens.starts[one.start] : tokens.ends[one.end - 1]]
        inside = [tokens.word(i) for i in range(one.start, one.end)]
        if (
            one.reading.timex_type == "DURATION"
            and {"past", "last"} & set(inside)
            and {"years", "months"} & set(inside)
        ):
            number = amount_of([w for w in inside if w not in ("past", "last", "years", "months", "the")])
            if number:
                clues.append(Clue("span", words, number * (12 if "years" in inside else 1)))
        elif one.rule == "offset" and "ago" in inside and {"years", "months", "year"} & set(inside):
            number = amount_of(inside[: max(1, len(inside) - 2)])
            if number:
                clues.append(Clue("span", words, number * (1 if "months" in inside else 12)))
        elif (
            one.rule == "month"
            and one.reading.point is not None
            and one.reading.relative
            and anchors.tense(one.start, one.end) != "future"
        ):
            month = next(
                (int(str(CLASSES["MON"][w.rstrip(".")])) for w in inside if w.rstrip(".") in CLASSES["MON"]), 0
            )
            if month:
                clues.append(Clue("month", words, month=month))
        elif one.rule in _COUNTING or "last" in inside or "this" in inside:
            clues.append(Clue("counting", words))
    return clues


def _weight(month: int, clues: list[Clue], starts: list[int], low: int) -> float:
    total = 0.0
    for clue in clues:
        if clue.kind == "span":
            off = min(
                (abs(month - clue.amount - start) for start in starts if low - start >= clue.amount * 0.5), default=None
            )
            if off is not None:
                total += max(0.0, 1.0 - off / max(6.0, clue.amount / 6))
        elif clue.kind == "month":
            age = (month - (clue.month - 1)) % 12
            total += (0.5, 1.0, 1.0, 0.9, 0.8, 0.7, 0.5, 0.3, 0.1, 0.0, 0.0, 0.0)[age] * 0.6
    return total * (1.0 - 0.005 * (month - low))


def _reason(clue: Clue) -> str:
    if clue.kind == "span":
        return f"“{clue.words}” is counted from a start the text names"
    return f"“{clue.words}” without a year is taken as the latest one before it was written"
