"""What relative expressions count from: the document's date, the story's last date, and the tense around them."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from timeline.extract.dates.point import CENTURY, DAY, DECADE, MONTH, YEAR, Point
from timeline.extract.dates.reading import span_in_words
from timeline.extract.dates.story import Story
from timeline.extract.dates.tense import tense_around
from timeline.extract.dates.tokens import Tokens

_FEW = 7  # days over which one event goes on being told
_KEPT = 50  # days told last that are remembered
NEWS, NARRATIVE = "news", "narrative"
_TO_THE_PRESENT = frozenset(("has", "have", "past", "now", "currently", "still", "since", "ago"))


@dataclass(slots=True)
class Anchors:
    """The state of one reading through a document: made fresh for each, so the result depends on nothing else.

    ``dct`` is the document's day, ``None`` when unknown. ``ref`` is the last point of the story, ``ref_day`` the last
    that was a day; ``era`` is -1 in a text about years before Christ, 1 in one
    about the first centuries after, else 0.
    """

    tokens: Tokens
    dct: date | None
    mode: str = NEWS
    era: int = 0
    borrow: re.Pattern[str] | None = None  # the assembled ``BORROW_PATTERN``
    day_first: bool = True
    ref: Point | None = None
    ref_day: Point | None = None
    ref_index: int = -(10**6)  # token index of the last date that set the story's year
    ref_year: int | None = None
    vague_index: int = -(10**6)  # token index of the last decade or century, from which nobody can count
    story: Story = field(default_factory=Story)
    days: deque[tuple[int, int, int]] = field(default_factory=lambda: deque(maxlen=_KEPT))  # year, month, day told

    # -- counting base -----------------------------------------------------------------------------------------

    def here(self) -> Point | None:
        """Where "last", "next" and "this" count from: the document in news, the story in a history."""
        if self.mode == NEWS or self.ref is None:
            return Point.of(self.dct) if self.dct else self.ref if self.mode == NARRATIVE else None
        return self.ref_day_if_current() or self.ref

    def there(self) -> Point | None:
        """Where "the following", "later" and "that" count from: the story, else the document."""
        if self.ref is not None:
            return self.ref_day_if_current() or self.ref
        return Point.of(self.dct) if self.dct else None

    def ref_day_if_current(self) -> Point | None:
        """The last day named, when it lies in what was named last."""
        day, ref = self.ref_day, self.ref
        if day is None or ref is None:
            return None
        if day.year == ref.year and (ref.month is None or ref.month == day.month):
            return day if ref.gran in (DAY, MONTH, YEAR) and (ref.gran != MONTH or ref.month == day.month) else None
        return None

    def note(self, point: Point, index: int, mod: str | None = None) -> None:
        """Make a point the story's last, unless its year is an outlier in the text."""
        if point.year is not None and point.gran in (DECADE, CENTURY):
            self.vague_index = index
        if point.year is None or point.gran in (DECADE, CENTURY) or self.story.outlier(index, point.year):
            return
        self.ref = replace(point, tod="")
        self.ref_index = index
        self.ref_year = point.year
        if point.gran == DAY and point.known:
            self.ref_day = self.ref
            if point.month is not None and point.day is not None:
                self.days.append((point.year, point.month, point.day))
        before = self.tokens.word(index - 1)
        weak = before in ("(", "until", "till", "since", "[") or (point.gran == YEAR and before in ("to", "for", "by"))
        opens = self.tokens.raw(index)[:1].isupper() or (
            index > 0
            and self.tokens.raw(index - 1)[:1].isupper()
            and self.tokens.word(index - 2) in ("", ".", "\n", '"', ")")
        )
        self.story.note(point, weak=weak, mod=mod, opens=opens)

    def describe(self, base: Point | None) -> str:
        """The base in words, for a resolution."""
        if base is None:
            return "nothing"
        span = base.span()
        if span is None or span.start is None:
            return base.value()
        return span_in_words(span)

    # -- tense -------------------------------------------------------------------------------------------------

    def tense(self, start: int, end: int) -> str:
        """``future``, ``past`` or ``none`` by the nearest verb sign in the clause around the tokens."""
        return tense_around(self.tokens, start, end)

    # -- filling holes -----------------------------------------------------------------------------------------

    def story_year(self) -> int | None:
        """The year of the story where a history is told; ``None`` in a report, which counts from its own day."""
        if self.mode == NARRATIVE:
            return self.ref_year if self.ref_year is not None else (self.dct.year if self.dct else None)
        return None

    def month_year(self, month: int, start: int, end: int) -> tuple[int | None, int | None]:
        """The year a bare month means, and another year that can be defended.

        In news: most recent on or before the document's date, next after it in the future tense. In a history: the year
        that keeps the story going, a new one when the month falls back by more than eight.
        """
        story = self.story_year()
        if story is not None:
            return self._since(start, month) or self._carry(story, month), None
        if self.dct is None:
            return None, None
        year, now = self.dct.year, self.dct.month
        traded = self.tokens.word(end) in ("delivery", "contract", "contracts", "futures", "settlement")
        tense = "future" if traded or self._ahead(start) else self.tense(start, end)
        if (then := self._then(start, month)) is not None:
            return then, None
        here = None if tense == "future" else self._fresh_year(start, month)
        if here is not None:
            return here, None
        if tense == "future":
            return (year if month >= now else year + 1), None
        if month <= now:
            return year, None
        return year - 1, year

    def day_year(self, month: int, day: int, start: int, end: int) -> tuple[int | None, int | None]:
        """The same for a day and month."""
        story = self.story_year()
        if story is not None:
            return self._carry(story, month), None
        if self.dct is None:
            return None, None
        year = self.dct.year
        today = (self.dct.month, self.dct.day)
        tense = "future" if self._ahead(start) else self.tense(start, end)
        here = None if tense == "future" else self._fresh_year(start, month)
        here = here or (None if tense == "future" else self._days_after(month, day))
        if here is not None:
            return here, None
        if tense == "future":
            # "is to run from January 23", a few days on: it has begun, nobody means next year.
            begun = 0 < (today[0] - month) * 30 + today[1] - day <= 14
            return (year if begun or (month, day) >= today else year + 1), None
        if (month, day) <= today:
            return year, None
        ahead = (month - today[0]) * 30 + day - today[1]
        # News names a day a few weeks ahead more often than one eleven months back, unless the verb says past.
        if tense == "past":
            return (year - 1, year) if ahead > 14 else (year, year - 1)
        return (year, year - 1) if ahead <= 150 else (year - 1, year)

    def _since(self, index: int, month: int) -> int | None:
        """“… on 25 June 1950, boycotting the meetings since January”: the last one before what is told."""
        told = self.ref.month_number() if self.ref is not None else None
        if self.tokens.word(index - 1) != "since" or told is None or self.ref is None or self.ref.year is None:
            return None
        return self.ref.year if month <= told else self.ref.year - 1

    def _days_after(self, month: int, day: int) -> int | None:
        """The year of a full date a few days before, in a text about old days: “16 February 2000 … on 18 February”."""
        if self.dct is None:
            return None
        for year, then, there in reversed(self.days):
            if year == self.dct.year:
                continue
            if 0 <= (month - then) * 30 + day - there <= _FEW:
                return year
        return None

    def _then(self, index: int, month: int) -> int | None:
        """“Put off to June 1998, then to November”: the first such month from the one just named on."""
        ref = self.ref
        named = ref.month_number() if ref is not None and index - self.ref_index <= 10 else None
        if ref is None or ref.year is None or named is None:
            return None
        if "then" not in (self.tokens.word(index - 1), self.tokens.word(index - 2), self.tokens.word(index - 3)):
            return None
        return ref.year if month >= named else ref.year + 1

    def _ahead(self, index: int) -> bool:
        """Whether the date just before, in the same run of words, lies after the document's own."""
        ref = self.ref.first_day() if self.ref and index - self.ref_index <= 10 else None
        return ref is not None and self.dct is not None and ref > self.dct

    def _fresh_year(self, index: int, month: int) -> int | None:
        """A year other than the document's, named in this very sentence or just before and not left since."""
        if self.dct is None or self.ref_year is None or self.ref_year >= self.dct.year - 1:
            return None
        if index - self.ref_index > 25:
            return None
        if self.ref is not None and month < (self.ref.month_number() or 1):
            return None
        between = (self.tokens.word(i) for i in range(self.ref_index + 1, index))
        if not _TO_THE_PRESENT.isdisjoint(between):
            return None
        stops = self.tokens.text.count(". ", self.tokens.starts[max(self.ref_index, 0)], self.tokens.starts[index])
        scene = self.ref is not None and self.ref.gran != YEAR
        if not scene:  # a year alone holds on to the next sentence only when it opened its own
            scene = self.tokens.raw(self.ref_index - 1)[:1].isupper() or self.tokens.raw(self.ref_index)[:1].isupper()
        return self.ref_year if stops == 0 or (stops == 1 and scene) else None

    def _carry(self, year: int, month: int) -> int:
        found = self.story.year_of(month)
        return year if found is None else found

    def weekday(self, number: int, start: int, end: int) -> tuple[Point | None, Point | None, str]:
        """The day a bare weekday means, an alternative, and the tense that decided."""
        if self.mode == NARRATIVE and self.ref_day is not None:
            base = self.ref_day.first_day()
            if base is not None:
                return Point.of(base + timedelta(days=(number - base.weekday()) % 7)), None, "story"
        if self.dct is None:
            return None, None, "none"
        tense = self.tense(start, end)
        back = (self.dct.weekday() - number) % 7
        if back == 0:
            week = timedelta(days=7 if tense == "future" else -7)
            return Point.of(self.dct), Point.of(self.dct + week), tense
        if tense == "future":
            return Point.of(self.dct + timedelta(days=7 - back)), None, tense
        return Point.of(self.dct - timedelta(days=back)), None, tense
