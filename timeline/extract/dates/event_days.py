"""Days counted from an event that the text itself dates: two days after the invasion, the ninth day of the siege.

An event is known by its noun ("the siege") and by a full day beside it in one sentence ("the siege began on 4 April
2022"); what lasts needs a verb of beginning there. A noun with two different days is not used: no day is better than a
wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date

from timeline.extract.dates.english import BEGIN_WORDS, CLASSES, EVENT_NOUNS, EVENT_VERBS, LASTING_NOUNS
from timeline.extract.dates.found import Found
from timeline.extract.dates.point import DAY, MONTH, YEAR, Point
from timeline.extract.dates.reading import Reading, in_words, number_of, read_point, span_in_words
from timeline.extract.dates.tokens import Tokens

_NEAR = 300  # tokens between an event's day and what counts from it
_REACH = 10  # tokens between an event's noun and its day
_COUNTED = re.compile(r"P(\d{1,4})([DWMY])\Z")
_TRIGGER = re.compile(r"\b(?:day|week|anniversary|Day|DAY)\b")
_DETERMINERS = frozenset(("the", "this", "that", "its", "his", "her", "their"))
_NO_READING = Reading("DATE", "XXXX-XX-XX", anchors=False)
_ENDS = frozenset((".", "!", "?", ";"))


def place_events(tokens: Tokens, found: list[Found]) -> list[Found]:
    """The expressions: those that hang on an event now with their days, and those that only an event makes readable."""
    days = EventDays(tokens, found)
    placed = [_after_event(tokens, one, days) for one in found] if found else []
    taken = {index for one in placed for index in range(one.start, one.end)}
    new = []
    for match in _TRIGGER.finditer(tokens.text):
        index = bisect_left(tokens.starts, match.start())
        if index in taken or index >= len(tokens.starts) or tokens.starts[index] != match.start():
            continue
        one = _counted_day(tokens, index, days)
        if one is not None and taken.isdisjoint(range(one.start, one.end)):
            new.append(one)
            taken.update(range(one.start, one.end))
    return sorted([*placed, *new], key=lambda f: f.start) if new else placed


class EventDays:
    """The days of a text's events; an event is its noun and, where it has one, its name: (battle, somme)."""

    def __init__(self, tokens: Tokens, found: list[Found]) -> None:
        """Read which events the sentences put on a full day."""
        self.by_end = {one.end: one for one in found}
        self.by_start = {one.start: one for one in found}
        self.known: dict[str, list[tuple[int, str, date]]] = {}
        for one in found:
            point = one.reading.point
            day = point.first_day() if point is not None and point.gran == DAY and one.reading.mod is None else None
            if day is None:
                continue
            for noun, name in _events_beside(tokens, one):
                self.known.setdefault(noun, []).append((one.start, name, day))

    def day_of(self, event: tuple[str, str], index: int) -> date | None:
        """The day of an event spoken of at a token; ``None`` when the text near by gives none, or two."""
        noun, name = event
        places = self.known.get(noun, [])
        near = places[bisect_left(places, (index - _NEAR,)) : bisect_left(places, (index + _NEAR,))]
        days = {day for _, called, day in near if called == name or not name}
        return days.pop() if len(days) == 1 else None


def _events_beside(tokens: Tokens, one: Found) -> set[tuple[str, str]]:
    """Events that the sentence puts on the day of this expression."""
    before, after = _stretch(tokens, one.start - 1, -1), _stretch(tokens, one.end, 1)
    words = [tokens.word(i) for i in (*before, *after)]
    begun = bool(BEGIN_WORDS.intersection(words))
    events = {(EVENT_VERBS[w], "") for w in words if w in EVENT_VERBS}
    for index in (*before, *after):
        word = tokens.word(index)
        if word in EVENT_NOUNS and (begun or word not in LASTING_NOUNS):
            events.add((word, _name_of(tokens, index)))
    counted = {"after", "before", "into", "since"}
    # "two days after the invasion, on 26 February": the day is not the invasion's.
    return set() if counted.intersection(words) or "anniversary" in words else events


def _name_of(tokens: Tokens, index: int) -> str:
    """Somme in "the Battle of the Somme"; empty for a bare noun."""
    if tokens.word(index + 1) != "of":
        return ""
    ahead = index + (3 if tokens.word(index + 2) == "the" else 2)
    return tokens.word(ahead) if tokens.raw(ahead)[:1].isupper() else ""


def _stretch(tokens: Tokens, start: int, step: int) -> list[int]:
    """Token indices from a place to the end of its sentence, ten at most."""
    out = []
    for index in range(start, start + step * _REACH, step):
        if not 0 <= index < len(tokens.starts) or tokens.raw(index) in _ENDS or "\n" in tokens.raw(index):
            break
        out.append(index)
    return out


def _event_at(tokens: Tokens, index: int) -> tuple[str, str] | None:
    """The event of "the (Russian) invasion" from a token on."""
    if tokens.word(index) in _DETERMINERS:
        index += 1
    for ahead in range(3):
        word = tokens.word(index + ahead)
        if word in EVENT_NOUNS:
            return word, _name_of(tokens, index + ahead)
        if not word.isalpha():
            return None
    return None


def _after_event(tokens: Tokens, one: Found, days: EventDays) -> Found:
    """“Two days after the invasion”: the same duration, now with its day."""
    amount = _COUNTED.match(one.reading.value)
    link = tokens.word(one.end)
    if one.reading.timex_type != "DURATION" or amount is None or link not in ("after", "before", "into"):
        return one
    if one.reading.when is not None:
        return one
    inner = days.by_start.get(one.end + 1) or days.by_start.get(one.end + 2)
    named = inner.reading.point if inner is not None else None
    event: tuple[str, str] | None
    if named is not None and named.gran == DAY and named.span() is not None:
        event, day = ("day", ""), named.first_day()  # "a month after the 7 October attack", "two days after 3 May"
    else:
        event = _event_at(tokens, one.end + 1)
        day = days.day_of(event, one.end) if event is not None else None
    if event is None or day is None:
        return one
    found = Point.of(day).shift(amount[2], int(amount[1]) * (-1 if link == "before" else 1))
    if found is None or found.span() is None:
        return one
    words = f"{link} the {event[0]} of {in_words(day)} → {span_in_words(found.span())}"
    reading = replace(one.reading, when=found.span(), relative=True, resolution=words, approximate=amount[2] != "D")
    return replace(one, reading=reading)


def _counted_day(tokens: Tokens, index: int, days: EventDays) -> Found | None:
    """The ninth day of the siege, day five of the war, the day after the attack, the second anniversary of the coup."""
    unit, following, before = tokens.word(index), tokens.word(index + 1), tokens.word(index - 1)
    number = number_of(before) if before and _is_ordinal(before) else 0
    start = index - 2 if tokens.word(index - 2) == "the" else index - 1
    ahead = number_of(following) if following and not _is_ordinal(following) else 0
    if unit == "anniversary" and following == "of" and number:
        return _anniversary(tokens, Found(start, index + 1, _NO_READING, "anniversary"), number, days)
    if unit != "day":
        return None
    if following in ("after", "before") and before == "the":
        piece, event_at, step = (index - 1, index + 2), index + 2, 1 if following == "after" else -1
    elif following == "of" and before == "the":
        piece, event_at, step = (index - 1, index + 1), index + 2, 0
    elif following == "of" and number:
        piece, event_at, step = (start, index + 1), index + 2, number - 1
    elif ahead and tokens.word(index + 2) == "of":
        piece, event_at, step = (index, index + 2), index + 3, ahead - 1
    else:
        return None
    event = _event_at(tokens, event_at)
    point = _beside(tokens, piece[0], days) if number else None
    words = f"the day {point.value()} beside it" if point is not None else ""
    day = days.day_of(event, index) if event is not None else None
    if point is None and event is not None and day is not None:
        point = Point.of(day).shift("D", step)
        words = f"counted from the {event[0]} of {in_words(day)}"
    if point is None or point.span() is None:
        return None
    reading = read_point(point, relative=True, resolution=f"{words} → {span_in_words(point.span())}")
    return Found(*piece, reading, "event-day")


def _is_ordinal(word: str) -> bool:
    return word in CLASSES["ORD"] or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


def _beside(tokens: Tokens, start: int, days: EventDays) -> Point | None:
    """The day that stands just before a comma: "on 21 July, the fifth day of the rebellion"."""
    if tokens.word(start - 1) not in (",", "-", "–", "—", "("):
        return None
    last = days.by_end.get(start - 1)
    point = last.reading.point if last is not None else None
    return point if point is not None and point.gran == DAY else None


def _anniversary(tokens: Tokens, one: Found, number: int, days: EventDays) -> Found | None:
    """The second anniversary of the coup; of the 1 February 2021 coup."""
    inner = next((days.by_start[i] for i in range(one.end + 1, one.end + 4) if i in days.by_start), None)
    point = inner.reading.point if inner is not None else None
    event = _event_at(tokens, one.end + 1)
    day = days.day_of(event, one.start) if event is not None else None
    if point is None and day is not None:
        point = Point.of(day)
    moved = replace(point, year=point.year + number, tod="") if point is not None and point.year is not None else None
    words = f"{number} years after {span_in_words(point.span())}" if point is not None else ""
    if moved is None and (moved := _beside(tokens, one.start, days)) is not None:
        words = "the day beside it"
    if moved is None or moved.gran not in (DAY, MONTH, YEAR) or moved.span() is None:
        return None
    reading = read_point(moved, relative=True, resolution=f"{words} → {span_in_words(moved.span())}")
    return replace(one, reading=reading)
