"""The date of a document from what its text says: no earlier than the last date reported, and where it counts from.

Months from the last reported date on are weighed by the text's own counting: "the past three years" beside a start it
names, bare months in the past tense ("in February"), weekdays with a day and month. The months that fit best make the
interval. It is evidence, not knowledge: always marked inferred, with the reasons in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.datespan import DateSpan
from timeline.extract.dates.anchors import NARRATIVE, Anchors
from timeline.extract.dates.english import LASTING_NOUNS, MONTHS
from timeline.extract.dates.found import Found
from timeline.extract.dates.language_pack import english_pack
from timeline.extract.dates.point import DAY, MONTH, YEAR
from timeline.extract.dates.reading import amount_of
from timeline.extract.dates.scan import scan
from timeline.extract.dates.tokens import Tokens
from timeline.model import Document

_HORIZON = 24  # months after the last reported date that are weighed, more where a span leads further
_FARTHEST = 12 * 40
_NEAR = 0.7  # share of the best weight that still counts as fitting
_CLUSTER = 18  # months in which a second date bears out the last one reported
_COUNTING = frozenset((
    "deictic-day", "weekday", "relative-weekday", "weekday-of-week", "week-weekday", "weekend", "weekend-noun",
    "ago-this", "ago-weekday", "overnight", "overnight-into", "part-weekday",
))  # fmt: skip
_STRETCH = re.compile(r"P(\d{1,3}(?:\.5)?)([YM])\Z")
_EARLIEST_YEAR, _LATEST_YEAR = 1850, 2100


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of counting: weight per month number (year × 12 + month - 1), and its words."""

    kind: str
    words: str
    amount: float = 0.0
    month: int = 0
    slack: int = 0  # months that "more than" leaves open


@dataclass(frozen=True, slots=True)
class Reported:
    """A date the text reports on: its month as a number, whether it names a month at all, its words."""

    month: int
    exact: bool
    words: str
    day: bool = False


def infer_date(document: Document) -> tuple[DateSpan, str] | None:
    """An interval for the document's date and the evidence in words; ``None`` when the text gives no hold.

    A hold is a stretch counted from a start that the text names ("the past three years"), or bare months and days
    beside at least two dates that lie close together. A history, or one date of long ago, gives none.
    """
    pack = english_pack()
    tokens = pack.tokenizer.read(document.text)
    anchors = Anchors(tokens, None, NARRATIVE, borrow=pack.borrow)
    found = scan(tokens, pack, anchors)
    reported, ahead = _reported(tokens, found, anchors)
    clues = _clues(tokens, found, anchors)
    if not reported or not clues:
        return None
    last = max(reported, key=lambda r: r.month)
    low = last.month
    exact = {r.month for r in reported if r.exact}
    if all(r.day for r in reported):
        exact = set()  # the only days named may be the text's own
    years = {r.month for r in reported if not r.exact} - {m - m % 12 for m in exact}
    starts = sorted([(m, m) for m in exact] + [(m, m + 11) for m in years])
    spans = [(c, late) for c in clues if c.kind == "span" for _, late in _starts_of(c, starts, low)]
    if low < _EARLIEST_YEAR * 12 or not _holds(clues, reported, low, led=bool(spans)):
        return None
    horizon = max([_HORIZON, *(int(s + c.amount) - low + 12 for c, s in spans)])
    weights = {month: _weight(month, clues, starts, low) for month in range(low, low + min(horizon, _FARTHEST))}
    best = max(weights.values())
    if best <= 0:
        return None
    fitting = {m for m, w in weights.items() if w >= best * _NEAR}
    first = end = max(weights, key=lambda m: weights[m])
    while first - 1 in fitting:
        first -= 1
    while end + 1 in fitting:
        end += 1
    if ahead and first <= min(ahead) < end:
        end = min(ahead)  # what the text still expects has not come
    span = DateSpan.interval(
        DateSpan.month(first // 12, first % 12 + 1).start,
        DateSpan.month(end // 12, end % 12 + 1).end,
        approximate=True,
    )
    reasons = [f"it reports “{last.words}”, so it is no earlier"]
    reasons += [_reason(clue) for clue in clues if clue.kind != "counting"][:4]
    return span, "inferred from the text: " + "; ".join(dict.fromkeys(reasons))


def _holds(clues: list[Clue], reported: list[Reported], low: int, *, led: bool) -> bool:
    """Whether the text counts from its own day at all, and its last date is near that day as far as it shows."""
    counting = sum(c.kind in ("counting", "span") for c in clues)
    exact = {r.month for r in reported if r.exact}
    if counting == 0 or len(exact) > 3 * counting:
        return False  # a history
    if led:
        return True
    near = sum(low - month <= _CLUSTER for month in exact)
    near += sum(c.kind == "day" for c in clues) if near else 0
    bare = any(c.kind in ("month", "day") for c in clues)
    return counting >= 2 and bare and near >= 2


def _starts_of(clue: Clue, starts: list[tuple[int, int]], low: int) -> list[tuple[int, int]]:
    """First and last months a stretch can be counted from: well before the last date, or the only date there is."""
    return starts if len(starts) == 1 else [s for s in starts if low - s[0] >= clue.amount * 0.5]


def _reported(tokens: Tokens, found: list[Found], anchors: Anchors) -> tuple[list[Reported], list[int]]:
    """What the text reports on as past, and the months it still expects; a year counts from its first month."""
    out, ahead = [], []
    for one in found:
        point = one.reading.point
        if point is None or one.reading.relative or point.year is None or not 1 <= point.year <= _LATEST_YEAR:
            continue
        if point.gran not in (DAY, MONTH, YEAR) or one.reading.alternatives:
            continue
        number = point.year * 12 + (point.month or 1) - 1
        if anchors.tense(one.start, one.end) == "future":
            ahead.append(number if point.gran != YEAR else number + 11)
        elif tokens.word(one.start - 1) not in ("until", "till", "for", "through"):
            words = " ".join(tokens.text[tokens.starts[one.start] : tokens.ends[one.end - 1]].split())
            out.append(Reported(number, point.gran != YEAR, words, point.gran == DAY))
    return out, ahead


def _clues(tokens: Tokens, found: list[Found], anchors: Anchors) -> list[Clue]:
    clues = []
    for one in found:
        words = " ".join(tokens.text[tokens.starts[one.start] : tokens.ends[one.end - 1]].split())
        inside = {tokens.word(i).rstrip(".") for i in range(one.start, one.end)}
        bare = one.reading.point is not None and one.reading.relative
        if (months := _months_back(tokens, one, inside)) is not None:
            more = one.reading.mod in ("MORE_THAN", "EQUAL_OR_MORE")
            clues.append(Clue("span", words, months, slack=6 if more else 0))
        elif one.rule in ("month", "day-month", "month-day") and bare:
            month = next((MONTHS[w] for w in inside if w in MONTHS), 0)
            if month and anchors.tense(one.start, one.end) != "future":
                clues.append(Clue("month" if one.rule == "month" else "day", words, month=month))
        elif one.rule in _COUNTING or {"last", "this"} & inside:
            clues.append(Clue("counting", words))
    return clues


def _months_back(tokens: Tokens, one: Found, inside: set[str]) -> float | None:
    """How many months "the past three years", "two years ago", "has raged for four years" reach back from now."""
    if one.rule == "offset" and "ago" in inside:
        number = amount_of([tokens.word(i) for i in range(one.start, one.end - 2)])
        unit = 12 if {"years", "year"} & inside else 1 if {"months", "month"} & inside else 0
        return number * unit if number and unit else None
    stretch = _STRETCH.match(one.reading.value) if one.reading.timex_type == "DURATION" else None
    if stretch is None:
        return None
    lead = [tokens.word(i) for i in range(max(0, one.start - 10), one.start)]
    perfect = "for" in lead[-2:] and bool({"has", "have"} & set(lead)) and not LASTING_NOUNS.isdisjoint(lead)
    if not ({"past", "last"} & inside or perfect):
        return None
    return float(stretch[1]) * (12 if stretch[2] == "Y" else 1)


_AGE = {
    "month": (0.5, 1.0, 1.0, 0.9, 0.8, 0.7, 0.5, 0.3, 0.1, 0.0, 0.0, 0.0),
    "day": (1.0, 1.0, 0.8, 0.5, 0.3, 0.2, 0.1, 0.1, 0.0, 0.0, 0.0, 0.0),
}


def _weight(month: int, clues: list[Clue], starts: list[tuple[int, int]], low: int) -> float:
    total = 0.0
    for clue in clues:
        if clue.kind == "span":
            begun = month - clue.amount
            off = min(
                (max(a - begun, begun - b - clue.slack, 0) for a, b in _starts_of(clue, starts, low)), default=None
            )
            if off is not None:
                total += max(0.0, 1.0 - off / max(6.0, clue.amount / 6))
        elif clue.kind in _AGE:
            total += _AGE[clue.kind][(month - (clue.month - 1)) % 12] * 0.6
    return total * (1.0 - 0.005 * (month - low))


def _reason(clue: Clue) -> str:
    if clue.kind == "span":
        return f"“{clue.words}” is counted from a start the text names"
    return f"“{clue.words}” without a year is taken as the latest one before it was written"
