"""Rules for weekdays, months and seasons that are named and counted: last Friday, next April, August of that year."""

from __future__ import annotations

from datetime import timedelta

from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.counting import FROM_STORY, STEP, base_of, counted
from timeline.extract.dates.english import PARTS_OF_DAY
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.point import DAY, MONTH, SEASON, WEEKEND, Point, valid_day
from timeline.extract.dates.reading import Hit, Reading, in_words, read_point


def _named_unit(hit: Hit) -> Reading | None:
    """Last Friday, next April, the following spring, that same Tuesday."""
    which = hit.words("r")[-1]
    base = base_of(hit, which)
    step = STEP[which]
    if hit.has("d"):
        return _weekday(hit, base, int(str(hit.worth("d", "WD"))), which)
    if base is None or base.year is None:
        return Reading("DATE", "XXXX", anchors=False, relative=True)
    if hit.has("m"):
        written = hit.after(1) if hit.after() == "," else hit.after()
        if hit.has("n") and len(written) == 4 and written.isdigit():
            return None  # "this Oct. 11, 2016 file photo"
        month = int(str(hit.worth("m", "MON")))
        now = base.month_number() or (1 if step > 0 else 12)
        story = which in FROM_STORY
        if step == 0:
            year = base.year
        elif step > 0:
            year = base.year + (1 if month <= now else 0)
        else:
            year = base.year - (1 if month >= now or (story and base.month_number() is None) else 0)
        if step < 0 and story and base.month_number() is None:
            year = base.year
        if hit.has("n"):
            number = hit.number("n")
            return counted(hit, base, Point(DAY, year, month, number)) if valid_day(year, month, number) else None
        return counted(hit, base, Point(MONTH, year, month))
    code = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}[hit.word("s")]
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    now = base.month_number() or (1 if step > 0 else 12)
    if step > 0:
        year = base.year + (1 if first <= now else 0)
    elif step < 0:
        year = base.year - (1 if first + 2 >= now else 0)
    else:
        year = base.year - (1 if code == "WI" and now <= 2 and base.year > 0 else 0)
    return counted(hit, base, Point(SEASON, year, sub=code))


def _weekday(hit: Hit, base: Point | None, number: int, which: str) -> Reading | None:
    day = base.first_day() if base and base.gran == DAY else None
    if day is None or base is None:
        return Reading("DATE", f"XXXX-WXX-{number + 1}", anchors=False, relative=True)
    back = (day.weekday() - number) % 7
    if which in ("last", "past", "previous", "preceding", "prior", "before"):
        found = day - timedelta(days=back or 7)
    elif which in ("next", "following", "coming", "upcoming", "subsequent", "ensuing", "after"):
        found = day + timedelta(days=(7 - back))
    elif which == "this":
        monday = day - timedelta(days=day.weekday())
        found = monday + timedelta(days=number)
        if hit.anchors.tense(hit.start, hit.end) == "past" and found > day:
            found -= timedelta(days=7)
    else:
        found = day - timedelta(days=back)
    direction = "counted back from" if found <= day else "counted forward from"
    reading = counted(hit, base, Point.of(found))
    reading.resolution = f"{direction} {in_words(day)} → {in_words(found)}"
    if which == "last" and back > 0 and number < day.weekday():
        # "last Monday" on a Thursday may mean the Monday of the week before.
        other = Point.of(found - timedelta(days=7)).span()
        reading.alternatives = (other,) if other else ()
    elif which == "next":
        other = Point.of(found + timedelta(days=7)).span()
        reading.alternatives = (other,) if other else ()
    return reading


def _bare_weekday(hit: Hit) -> Reading | None:
    word, raw = hit.word("d"), hit.tokens.raw(hit.at("d"))
    if hit.after() in PARTS_OF_DAY and hit.after(1) == "of":
        return None  # "Sunday dawn of 25 June": the modifier takes it in
    following, before = hit.after(), hit.before()
    if len(word) <= 3 and not (
        before in ("on", "last", "next", "this", "since", "until", "by", "(") or following.isdigit()
    ):
        return None
    if (
        before
        in (
            "black",
            "good",
            "ash",
            "bloody",
            "holy",
            "maundy",
            "palm",
            "super",
            "cyber",
            "giving",
            "fat",
            "shrove",
            "easter",
        )
        and raw[:1].isupper()
    ):
        return None
    if following == "night's" or (before == "every"):
        return None
    if following in ("times", "post", "telegraph", "mirror", "herald", "mosque", "people", "express", "best",
        "sermon", "sermons", "prayers", "prayer",
                     "market", "market's", "school", "schools", "mass", "services") and before not in ("on",
                     "last"):  # fmt: skip
        return None
    if following == "agreement" or (before == "the" and following in ("agreement", "accord", "review")):
        return None
    if before in ("a", "any", "one"):
        return Reading("DATE", f"XXXX-WXX-{int(str(hit.worth('d', 'WD'))) + 1}", anchors=False)
    point, other, tense = hit.anchors.weekday(int(str(hit.worth("d", "WD"))), hit.start, hit.end)
    number = int(str(hit.worth("d", "WD")))
    if point is None:
        return Reading("DATE", f"XXXX-WXX-{number + 1}", anchors=False, relative=True)
    span = point.span()
    if span is None or span.start is None:
        return Reading("DATE", point.value(), anchors=False, relative=True)  # the calendar ends here
    dct = hit.anchors.dct
    if tense == "story" or dct is None:
        words = f"the {raw} on or after the story's last day → {in_words(span.start)}"
    elif span.start == dct:
        words = f"“{raw}” on a {raw}: the document's own day, {in_words(span.start)}"
    else:
        words = f"“{raw}”, counted {'back' if span.start < dct else 'forward'} from {in_words(dct)} → "
        f"{in_words(span.start)}"
    others = tuple(s for s in (other.span(),) if s) if other else ()
    return read_point(point, relative=True, resolution=words, alternatives=others)


def _weekday_of_week(hit: Hit) -> Reading | None:
    """Monday of last week, Tuesday this week, last week Friday."""
    which = hit.words("r")[-1]
    base = base_of(hit, which)
    day = base.first_day() if base and base.gran == DAY else None
    number = int(str(hit.worth("d", "WD")))
    if day is None:
        return Reading("DATE", f"XXXX-WXX-{number + 1}", anchors=False, relative=True)
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=STEP[which])
    return counted(hit, base, Point.of(monday + timedelta(days=number)))


def _of_that_year(hit: Hit) -> Reading | None:
    """August of that year, January 24 of the same year, March this year, the spring of next year."""
    which = hit.words("r")[-1]
    base = base_of(hit, which)
    if base is None or base.year is None:
        year = None
    else:
        moved = base.shift("Y", STEP[which])
        year = moved.year if moved else None
    if hit.has("m"):
        month = int(str(hit.worth("m", "MON")))
        if hit.has("n"):
            number = hit.number("n")
            point = Point(DAY, year, month, number) if valid_day(year, month, number) else None
        else:
            point = Point(MONTH, year, month)
    else:
        point = Point(
            SEASON,
            year,
            sub={"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}[hit.word("s")],
        )
    return counted(hit, base, point) if point else None


def _weekend(hit: Hit) -> Reading | None:
    """The weekend, over the weekend: the last one on or before the document's date."""
    day = hit.anchors.dct
    if hit.anchors.mode == NARRATIVE or day is None:
        return Reading("DATE", "XXXX-WXX-WE", anchors=False)
    if hit.anchors.tense(hit.start, hit.end) != "future" and day.weekday() < 5:
        day -= timedelta(days=7)
    return counted(hit, Point.of(hit.anchors.dct or day), Point.week_of(day, WEEKEND))


_WEEKEND_NEWS = frozenset((
    "talks", "killings", "killing", "violence", "attack", "attacks", "bombing", "bombings", "clashes", "fighting",
    "raid", "raids", "summit", "meeting", "vote", "election", "elections", "protests", "protest", "rally", "rallies",
    "battle", "battles", "offensive", "shooting", "shootings", "riots", "strikes", "airstrikes", "ambush", "massacre",
    "unrest", "demonstrations", "shelling", "negotiations",
))  # fmt: skip


def _weekend_noun(hit: Hit) -> Reading | None:
    """Weekend clashes: of the weekend just gone."""
    before = hit.before()
    if hit.after() not in _WEEKEND_NEWS or before in ("a", "every", "each", "any", "per", "-", "that", "long"):
        return None
    return _weekend(hit) if hit.anchors.mode != NARRATIVE else None


RULES: tuple[Rule, ...] = (
    Rule("relative-weekday", "the=the? r=(last|next|this|past|coming|upcoming|PREV|NEXT|that|that same|same|this "
        "past|this coming) d=WD", _named_unit, ("last Friday", "the following Tuesday")),
    Rule("weekday-last", "d=WD r=(last|next)", _named_unit, ("Friday last",)),
    Rule("relative-month", "the=the? r=(last|next|this|past|coming|upcoming|PREV|NEXT|that|that same|same|this "
        "past|this coming) m=MON n=(DD|ODD)?", _named_unit, ("last April", "the previous August")),
    Rule("relative-season", "the=the? r=(last|next|this|past|coming|upcoming|PREV|NEXT|that|that same|same|this "
        "past|this coming) s=(SEASON|FALL)", _named_unit, ("next summer",)),
    Rule("weekday", "d=WD", _bare_weekday, ("on Tuesday",)),
    Rule("weekday-of-week", "d=WD of? the=the? r=(last|next|this|that|NEXT|PREV|same|that same) week",
        _weekday_of_week, ("Monday of last week",)),
    Rule("week-weekday", "r=(last|next|this) week on? d=WD", _weekday_of_week, ("last week Friday",)),
    Rule("of-that-year", "(the? s=(SEASON|FALL)|n=(DD|ODD) m=MON|m=MON n=(DD|ODD)?) COMMA? (of|in)? the=the? "
        "r=(last|next|this|that|that same|NEXT|PREV|same|this past) year".replace("n=(DD|ODD) m=MON|", ""),
         _of_that_year, ("August of that year", "July 25 of that year", "the spring of next year")),
    Rule("day-of-that-year", "the? n=(DD|ODD) of? m=MON COMMA? (of|in)? the=the? r=(last|next|this|that|that "
        "same|NEXT|PREV|same) year", _of_that_year, ("24 January of the same year",)),
    Rule("weekend", "the weekend", _weekend, ("over the weekend",)),
    Rule("weekend-noun", "weekend", _weekend_noun, ("weekend clashes",)),
)  # fmt: skip
