"""Rules for dates in numbers alone, and for lists and ranges of days that share a month."""

from __future__ import annotations

import re
from datetime import date

from timeline.datespan import DateSpan
from timeline.extract.dates.english import COUNTED, MONTHS
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.point import DAY, Point, valid_day
from timeline.extract.dates.reading import Hit, Pieces, Reading, read_point
from timeline.extract.dates.year_filling import borrowed_year, century_of, year_words


def _iso(hit: Hit) -> Reading | None:
    day, _, time = hit.tokens.raw(hit.start).partition("T")
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return None
    clock = re.match(r"\d{2}:\d{2}(?::\d{2})?", time)
    return read_point(Point.of(when, f"T{clock[0]}" if clock else ""))


def _numeric(hit: Hit) -> Reading | None:
    """22/04/2014, 4/22/14, 22.4.2014, 2014/04/22: the text's order where both are possible, the other kept."""
    raw = hit.tokens.raw(hit.start)
    one, two, three = (int(n) for n in re.split(r"[/.-]", raw))
    if len(re.split(r"[/.-]", raw)[0]) == 4:
        return read_point(Point(DAY, one, two, three)) if valid_day(one, two, three) else None
    year = three if three > 99 else century_of(three, hit)
    readings = [(two, one), (one, two)]  # (month, day)
    if not ("." in raw or hit.anchors.day_first):
        readings.reverse()
    points = [Point(DAY, year, m, d) for m, d in readings if valid_day(year, m, d)]
    if not points:
        return None
    others = tuple(s for p in points[1:] if p != points[0] and (s := p.span()))
    return read_point(points[0], alternatives=others)


_NAMED_BY_NUMBERS = {"9/11": date(2001, 9, 11), "26/11": date(2008, 11, 26), "7/7": date(2005, 7, 7)}


def _nine_eleven(hit: Hit) -> Reading | None:
    """9/11, and where attacks or bombings are spoken of 26/11 (Mumbai) and 7/7 (London)."""
    raw = hit.tokens.raw(hit.start)
    when = _NAMED_BY_NUMBERS[raw]
    if hit.anchors.dct is not None and hit.anchors.dct < when:
        return None
    named = hit.after() in ("attacks", "attack", "bombings", "bombing", "bombers", "terror", "terrorist", "attackers")
    if raw != "9/11" and not named and not (raw == "26/11" and hit.before() in ("after", "since", "before", "the")):
        return None
    return read_point(Point.of(when))


def _day_list(hit: Hit) -> Pieces | None:
    """Days that share a month: "12-14 July 1950", "April 18-20", "4, 5 and 6 May"."""
    tokens = hit.tokens
    month = int(str(hit.worth("m", "MON")))
    at = [
        i
        for i in range(hit.start, hit.end)
        if re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", tokens.word(i)) and i != hit.match.start("y")
    ]
    days = [number_at(tokens.word(i)) for i in at]
    if len(days) < 2 or any(not valid_day(None, month, d) for d in days) or days != sorted(set(days)):
        return None
    if hit.at("m") < at[0] and tokens.word(hit.end) in COUNTED and not hit.has("y"):
        return None
    others: tuple[DateSpan, ...] = ()
    relative = False
    if hit.has("y"):
        year: int | None = hit.number("y")
    else:
        year = borrowed_year(hit, month)
        if year is None:
            year, _ = hit.anchors.day_year(month, days[0], hit.start, hit.end)
            relative = True
    words = year_words(hit, year) if relative else ""
    parts = []
    for order, (index, day) in enumerate(zip(at, days, strict=True)):
        if not valid_day(year, month, day):
            return None
        first = hit.start if order == 0 else index - (1 if tokens.word(index - 1) == "the" else 0)
        last = hit.end if order == len(at) - 1 else index + 1
        parts.append(
            (
                first,
                last,
                read_point(Point(DAY, year, month, day), relative=relative, resolution=words, alternatives=others),
            )
        )
    return Pieces(parts)


def number_at(word: str) -> int:
    """The number at the front of a day."""
    return int("".join(c for c in word if c.isdigit()) or 0)


def _night_between(hit: Hit) -> Reading | None:
    """The night of 3-4 March, the night of March 31 to April 1: one night, two days."""
    month, first, second = MONTHS[hit.word("m")], hit.number("d"), hit.number("e")
    if hit.has("y"):
        year: int | None = hit.number("y")
    else:
        year, _ = hit.anchors.day_year(month, first, hit.start, hit.end)
    if year is None or not valid_day(year, month, first):
        return None
    point = Point(DAY, year, month, first)
    if hit.has("n") and MONTHS[hit.word("n")] != month:
        month, year = month % 12 + 1, year + month // 12
        if MONTHS[hit.word("n")] != month:
            return None
    eve = point.first_day()
    morning = Point(DAY, year, month, second).first_day() if valid_day(year, month, second) else None
    if eve is None or morning is None or (morning - eve).days != 1:
        return None
    reading = read_point(point.at("TNI"), relative=not hit.has("y"),
        resolution="" if hit.has("y") else year_words(hit, point.year))  # fmt: skip
    reading.when = DateSpan.interval(eve, morning)
    return reading


_D = "(DD|ODD)"
_CONN = "(DASH|LDASH|to|through|until|till|and|or|COMMA|SLASH|COMMA and)"

RULES: tuple[Rule, ...] = (
    Rule("day-list", f"(WD COMMA?)? m=MON {_D} ({_CONN} the? {_D}){{1,4}} (COMMA? y=YEAR)?", _day_list,
        ("April 18-20", "May 4 and 5, 1865")),
    Rule("day-list-month", f"the? {_D} ({_CONN} the? {_D}){{1,4}} of? m=MON (COMMA? of? y=YEAR)?", _day_list,
        ("12-14 July 1950", "15 to 22 February")),
    Rule("night-between", f"the? night (of|from)? the? d={_D} (DASH|LDASH|to|SLASH|and) the? e={_D} of? m=MON "
        "(COMMA? of? y=YEAR)?", _night_between, ("the night of 3-4 March",)),
    Rule("night-between-months", f"the? night (of|from)? (d={_D} m=MON (DASH|LDASH|to|SLASH|and) e={_D} n=MON"
        ") (COMMA? of? y=YEAR)?", _night_between, ("the night of 31 March to 1 April",)),
    Rule("night-between-american", f"the? night (of|from)? m=MON d={_D} (DASH|LDASH|to|SLASH|and) n=MON? e={_D} "
        "(COMMA? y=YEAR)?", _night_between, ("the night of March 3-4",)),
    Rule("iso", "ISO", _iso, ("2014-04-22",)),
    Rule("numeric", "NDATE", _numeric, ("22/04/2014",)),
    Rule("nine-eleven", "NINE", _nine_eleven, ("9/11", "26/11 attacks")),
)  # fmt: skip
