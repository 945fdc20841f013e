"""The story line of a history: which dates carry it, and which year a month without one belongs to.

A date counts the more the nearer it stands and the more it carries the story; a year alone, a date in brackets or after
"until" counts less; a year far from all its neighbours ("declassified in 2005") not at all. Costs are in months,
tuned on
war histories as a whole, not on any one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from dataclasses import dataclass, field

from timeline.extract.dates.point import CENTURY, DECADE, YEAR, Point

_KEPT = 8
_AHEAD, _BACK, _TURN = 1.0, 4.5, 1.5  # cost per month ahead of a date, behind it, and of any step behind
_OLDER = 2.2  # per date that has passed since
_YEAR_ONLY, _OTHER_YEAR = 3.2, 10.5  # a date that names only the year: when the year is the same, when it is not
_WEAK = 4.0
_OPENS = 2.0  # what a year alone gains at the front of its sentence
_MOD_MONTH = {"START": 2, "MID": 6, "END": 11}
_FAR = 10  # years from its neighbours that make a year an outlier


@dataclass(frozen=True, slots=True)
class Step:
    """One date of the story: year, month if it has one, and whether it stands aside."""

    year: int
    month: int | None
    weak: bool
    opens: bool = False


@dataclass(slots=True)
class Story:
    """The last dates of the story, and all years written in the text for telling outliers."""

    years: tuple[tuple[int, int], ...] = ()  # (token index, year), in text order
    steps: deque[Step] = field(default_factory=lambda: deque(maxlen=_KEPT))
    written: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        """Note which years are written at all."""
        self.written = frozenset(year for _, year in self.years)

    def note(self, point: Point, *, weak: bool, mod: str | None = None, opens: bool = False) -> None:
        """Add a date to the story; ``opens`` when it begins its sentence and so sets the scene."""
        if point.year is None or point.gran in (DECADE, CENTURY):
            return
        month = _MOD_MONTH.get(mod or "") if point.gran == YEAR else point.month_number()
        self.steps.append(Step(point.year, month, weak, opens))

    def outlier(self, index: int, year: int) -> bool:
        """Whether neither the years written before nor those after come near this one."""
        if len(self.years) < 6:
            return False
        at = bisect_left(self.years, (index, -9999))
        near = [y for where, y in self.years[max(0, at - 3) : at + 4] if where != index]
        near = [y for y in near if y != year] + [y for y in near if y == year][1:]
        return bool(near) and all(abs(y - year) > _FAR for y in near)

    def year_of(self, month: int) -> int | None:
        """The year that keeps the story going with this month; ``None`` before the first date."""
        if not self.steps:
            return None
        last = self.steps[-1].year
        candidates = {s.year for s in self.steps} | {s.year + 1 for s in self.steps if s.year != -1}
        return min(candidates, key=lambda y: (self._cost(y, month), abs(y - last)))

    def _cost(self, year: int, month: int) -> float:
        best = float("inf")
        for age, step in enumerate(reversed(self.steps)):
            cost = age * _OLDER + (_WEAK if step.weak else 0.0)
            if step.month is None:
                cost += (_YEAR_ONLY if step.year == year else _OTHER_YEAR) - (_OPENS if step.opens else 0.0)
            else:
                gap = (year - step.year) * 12 + month - step.month
                cost += gap * _AHEAD if gap >= 0 else _TURN - gap * _BACK
            best = min(best, cost)
        return best
