"""Rules for expressions that count from another date: the document's (last, ago) or the story's (following, later)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.english import MONTHS, PARTS_OF_DAY, SEASONS
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.periods import anchor_duration
from timeline.extract.dates.point import DAY, MONTH, SEASON, WEEKEND, YEAR, Point, valid_day
from timeline.extract.dates.reading import Hit, Reading, amount_of, in_words, read_point, read_ref, span_in_words

_PERIODS = frozenset(("D", "W", "M", "Y", "DE", "CE"))
_DEICTIC_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
_UNIT_NAMES = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "Q": "quarter",
    "WE": "weekend",
}


def counted(hit: Hit, base: Point | None, point: Point) -> Reading:
    """A relative reading with its resolution in words."""
    words = hit.anchors.describe(base)
    return read_point(
        point,
        relative=True,
        resolution=f"counted from {words} → {span_in_words(point.span()) if point.span() else point.value()}",
    )


def _deictic(hit: Hit) -> Reading | None:
    word = hit.word("w").removesuffix("s")
    anchors = hit.anchors
    if anchors.mode == NARRATIVE and word == "today":
        return read_ref("PRESENT_REF")
    base = anchors.here()
    if base is None or base.gran != DAY or not base.known:
        return Reading(
            "TIME" if word == "tonight" else "DATE",
            "XXXX-XX-XX" + ("TNI" if word == "tonight" else ""),
            anchors=False,
            relative=True,
        )
    if (
        word == "today"
        and hit.after() in ("'s", "’s")
        and hit.after(1) in ("world", "society", "standards", "youth", "generation")
    ):
        return read_ref("PRESENT_REF")
    point = base.shift("D", _DEICTIC_DAYS[word])
    if point is None:
        return None
    return counted(hit, base, point.at("TNI") if word == "tonight" else point)


def _two_days_off(hit: Hit) -> Reading | None:
    base = hit.anchors.here()
    point = base.shift("D", -2 if hit.word("w") == "yesterday" else 2) if base else None
    return counted(hit, base, point) if point else Reading("DATE", "XXXX-XX-XX", anchors=False, relative=True)


def _part_of_day(hit: Hit) -> Reading | None:
    """This morning, that evening, the next night, last night, early the next morning."""
    which, code = hit.words("r")[-1] if hit.has("r") else "this", hit.code("p", "POD")
    anchors = hit.anchors
    step = {"last": -1, "next": 1, "following": 1, "previous": -1, "preceding": -1, "before": -1, "after": 1}.get(
        which, 0
    )
    story = which in ("next", "following", "previous", "preceding", "that", "same", "before", "after")
    base = anchors.there() if story else anchors.here()
    if which == "next" and base is not None and base.gran != DAY and anchors.dct is None:
        return Reading("TIME", f"XXXX-XX-XX{code}", anchors=False, relative=True)
    point = base.shift("D", step) if base else None
    if point is None:
        return Reading("TIME", f"XXXX-XX-XX{code}", anchors=False, relative=True)
    return counted(hit, base, point.at(code))


_STEP = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "that": 0, "same": 0, "next": 1,
         "coming": 1, "upcoming": 1, "following": 1, "subsequent": 1, "ensuing": 1, "succeeding": 1, "before": -1, "after": 1,
         "given": 0, "very": 0, "present": 0}  # fmt: skip
_FROM_STORY = frozenset(("previous", "preceding", "prior", "that", "same", "following", "subsequent", "ensuing", "succeeding", "before",
                         "after", "very"))  # fmt: skip


def _base_of(hit: Hit, which: str) -> Point | None:
    definite = hit.has("the")
    story = (
        which in _FROM_STORY
        or (which == "next" and definite)
        or (which == "last" and definite and hit.anchors.mode == NARRATIVE)
    )
    return hit.anchors.there() if story else hit.anchors.here()


def _unit(hit: Hit) -> Reading | None:
    """Last year, this week, the following month, that day, the same year."""
    which, unit = hit.words("r")[-1], hit.code("u", "UNIT")
    if unit in ("TS", "TM", "TH", "ML", "NI", "FN"):
        return _hours(hit, which, unit)
    step = _STEP[which]
    if which in ("last", "past", "next") and (hit.before() == "for" or (hit.after() == "of" and dated_after(hit))):
        return Reading(
            "DURATION",
            {"D": "P1D", "W": "P1W", "M": "P1M", "Y": "P1Y", "DE": "P1DE", "CE": "P1CE"}.get(unit, "P1Q"),
            anchors=False,
        )
    definite = hit.has("the") and which == "last" and unit in ("W", "M", "Y", "DE", "CE")
    if unit in _PERIODS and (definite or which == "past"):
        reading = Reading("DURATION", f"P1{unit}", anchors=False)
        anchor_duration(reading, hit.anchors, unit, 1, which)
        return reading
    if unit == "D" and which in ("this", "that", "same") and hit.after() in ("care", "laborers", "labourers"):
        return None
    if which == "this" and hit.word("u") == "second":
        return None
    base = _base_of(hit, which)
    if base is None or base.year is None:
        return Reading(
            "DATE",
            {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}.get(unit, "XXXX"),
            anchors=False,
            relative=True,
        )
    if unit in ("D", "W") and step == 0 and base.gran != DAY:
        if unit == "D" and which in ("this", "same", "that") and base.gran in (MONTH, YEAR):
            return counted(hit, base, Point(DAY, base.year, base.month))
    if unit == "WE" and which == "this" and base.gran == DAY:
        return _this_weekend(hit, base)
    point = base.shift(unit, step)
    return counted(hit, base, point) if point else None


def _this_weekend(hit: Hit, base: Point) -> Reading | None:
    """On a Monday or Tuesday, or in the past tense, the weekend just gone; the other one is kept as an alternative."""
    day = base.first_day()
    if day is None:
        return None
    tense = hit.anchors.tense(hit.start, hit.end)
    gone = day.weekday() < 5 and tense != "future" and (day.weekday() < 2 or tense == "past")
    chosen = Point.week_of(day - timedelta(days=7) if gone else day, WEEKEND)
    other = Point.week_of(day if gone else day - timedelta(days=7), WEEKEND).span()
    reading = counted(hit, base, chosen)
    reading.alternatives = (other,) if other and day.weekday() < 5 else ()
    return reading


def dated_after(hit: Hit, ahead: int = 1) -> bool:
    """Whether a month, a year or a season stands there."""
    word = hit.after(ahead)
    if word == "the":
        word = hit.after(ahead + 1)
    return (
        word.rstrip(".") in MONTHS
        or word in SEASONS
        or bool(re.fullmatch(r"1\d{3}|20\d{2}", word))
        or word in ("year", "month")
    )


def _latest(hit: Hit) -> Reading | None:
    """The latest quarter, month or week: the last one that is over."""
    base = hit.anchors.here()
    point = base.shift(hit.code("u", "UNIT"), -1) if base else None
    return counted(hit, base, point) if point else None


def _run_on(hit: Hit) -> Reading | None:
    """ "Last years toll", where an apostrophe was lost; not "her last years"."""
    lost = hit.tokens.word(hit.end)[:1].isalpha() and hit.before() not in (
        "her",
        "his",
        "their",
        "its",
        "the",
        "in",
        "my",
        "our",
        "over",
        "during",
    )
    return _unit(hit) if lost else None


def _hours(hit: Hit, which: str, unit: str) -> Reading | None:
    if unit == "NI":
        return None
    if unit == "TH" and which in ("last", "past", "next"):
        return Reading("DURATION", "PT1H", anchors=False)
    return None


def _unit_off(hit: Hit) -> Reading | None:
    """The day before, the year after; not "the day after the battle", whose date stands elsewhere."""
    if _complement(hit):
        return None
    return _unit(hit)


def _complement(hit: Hit) -> bool:
    """Whether an event or clause follows "before" or "after", so that the date of that event decides."""
    following = hit.after()
    if hit.words("r")[-1] not in ("before", "after"):
        return False
    return not (following == "" or not following[0].isalnum() or following in (
        "and", "but", "when", "as", "in", "at", "by", "to", "with", "for", "he", "she", "they", "who", "that", "which", "had", "was", "were", "on", "is",
        "has", "have", "while", "where", "said", "because", "from", "near", "killed", "during", "against",
    )) or hit.tokens.raw(hit.end) in ('"', "“") or following in ("'s", "’s")  # fmt: skip


def _beyond(hit: Hit) -> Reading | None:
    """The week before last, the year after next."""
    base = hit.anchors.here()
    point = base.shift(hit.code("u", "UNIT"), -2 if hit.word("w") == "last" else 2) if base else None
    return counted(hit, base, point) if point else None


def _named_unit(hit: Hit) -> Reading | None:
    """Last Friday, next April, the following spring, that same Tuesday."""
    which = hit.words("r")[-1]
    base = _base_of(hit, which)
    step = _STEP[which]
    if hit.has("d"):
        return _weekday(hit, base, int(str(hit.worth("d", "WD"))), which)
    if base is None or base.year is None:
        return Reading("DATE", "XXXX", anchors=False, relative=True)
    if hit.has("m"):
        month = int(str(hit.worth("m", "MON")))
        now = base.month_number() or (1 if step > 0 else 12)
        story = which in _FROM_STORY
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
    if following in ("night's",) or (before == "every"):
        return None
    if following in ("times", "post", "telegraph", "mirror", "herald", "mosque", "people", "express", "best",
        "sermon", "sermons", "prayers", "prayer",
                     "market", "market's", "school", "schools", "mass", "services") and before not in ("on", "last"):  # fmt: skip
        return None
    if following == "agreement" or (before == "the" and following in ("agreement", "accord", "review")):
        return None
    if before in ("a", "any"):
        return Reading("DATE", f"XXXX-WXX-{int(str(hit.worth('d', 'WD'))) + 1}", anchors=False)
    point, other, tense = hit.anchors.weekday(int(str(hit.worth("d", "WD"))), hit.start, hit.end)
    number = int(str(hit.worth("d", "WD")))
    if point is None:
        return Reading("DATE", f"XXXX-WXX-{number + 1}", anchors=False, relative=True)
    span = point.span()
    assert span is not None and span.start is not None
    dct = hit.anchors.dct
    if tense == "story" or dct is None:
        words = f"the {raw} on or after the story's last day → {in_words(span.start)}"
    elif span.start == dct:
        words = f"“{raw}” on a {raw}: the document's own day, {in_words(span.start)}"
    else:
        words = f"“{raw}”, counted {'back' if span.start < dct else 'forward'} from {in_words(dct)} → {in_words(span.start)}"
    others = tuple(s for s in (other.span(),) if s) if other else ()
    return read_point(point, relative=True, resolution=words, alternatives=others)


def _weekday_of_week(hit: Hit) -> Reading | None:
    """Monday of last week, Tuesday this week, last week Friday."""
    which = hit.words("r")[-1]
    base = _base_of(hit, which)
    day = base.first_day() if base and base.gran == DAY else None
    number = int(str(hit.worth("d", "WD")))
    if day is None:
        return Reading("DATE", f"XXXX-WXX-{number + 1}", anchors=False, relative=True)
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=_STEP[which])
    return counted(hit, base, Point.of(monday + timedelta(days=number)))


def _of_that_year(hit: Hit) -> Reading | None:
    """August of that year, January 24 of the same year, March this year, the spring of next year."""
    which = hit.words("r")[-1]
    base = _base_of(hit, which)
    if base is None or base.year is None:
        year = None
    else:
        moved = base.shift("Y", _STEP[which])
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


_VAGUE_NEAR = ("D", "W", "M", "Y", "DE", "CE")


def _offset(hit: Hit) -> Reading | None:
    """Two days later, a week ago, three years earlier, six months before."""
    word = hit.words("w")[0]
    if word in ("before", "after", "back", "on", "prior") and _has_complement(hit):
        return None
    unit = hit.code("u", "UNIT")
    amount = amount_of(hit.words("q")) if hit.has("q") else None
    back = word in ("ago", "earlier", "before", "previously", "back", "prior")
    anchors = hit.anchors
    base = anchors.here() if word in ("ago", "from", "back") else anchors.there()
    if word == "ago" and anchors.mode == NARRATIVE and anchors.ref is None:
        base = Point.of(anchors.dct) if anchors.dct else None
    if unit in ("TS", "TM", "TH", "NI"):
        return _clock_offset(hit, base, unit, amount, back=back)
    if amount is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", anchors=False, relative=True)
    if unit == "FN":
        unit, amount = "W", amount * 2
    if unit not in ("D", "W", "M", "Y", "DE", "CE", "WE", "Q"):
        return None
    if amount != int(amount):
        unit, amount = {"Y": ("M", amount * 12), "DE": ("Y", amount * 10), "CE": ("Y", amount * 100), "W": ("D", amount * 7), "M": ("W", amount * 4)}.get(
            unit, (unit, amount))  # fmt: skip
    if base is None or amount > 5000:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", anchors=False, relative=True)
    point = base.shift(unit, -int(amount) if back else int(amount))
    if point is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", anchors=False, relative=True)
    reading = counted(hit, base, point)
    if unit == "W" and base.gran == DAY and base.known:
        day = base.shift("D", int(amount) * (-7 if back else 7))
        reading.alternatives = tuple(s for s in (day.span() if day else None,) if s)
    return reading


def _unit_ago(hit: Hit) -> Reading | None:
    """Year-ago, month-earlier, as adjectives."""
    unit = hit.code("u", "UNIT")
    base = hit.anchors.here()
    point = base.shift(unit, -1) if base and unit in ("D", "W", "M", "Q", "Y") else None
    return counted(hit, base, point) if point else None


def _has_complement(hit: Hit) -> bool:
    following, raw = hit.after(), hit.tokens.raw(hit.end)
    if hit.words("w")[0] in ("back", "on"):
        return not (
            following == ""
            or not following[0].isalnum()
            or following in ("and", "but", "when", "he", "she", "they", "it", "the")
        )
    if following == "" or not following[0].isalnum():
        return raw in ('"', "“", "$", "[", "‘") and raw != ""
    return following not in ("and", "but", "when", "in", "at", "by", "with", "he", "she", "they", "who", "that", "which", "had", "was", "were", "as", "on",
                             "while", "where", "for", "during", "from", "near", "to", "under", "is", "has")  # fmt: skip


def _clock_offset(hit: Hit, base: Point | None, unit: str, amount: float | None, *, back: bool) -> Reading | None:
    if base is not None and base.gran == DAY and base.known and amount is not None and unit == "TH" and amount >= 24:
        point = base.shift("D", (-1 if back else 1) * int(amount // 24))
        if point:
            return counted(hit, base, point)
    if base is not None and base.gran == DAY and base.known and hit.words("w")[0] != "ago":
        return Reading(
            "TIME",
            base.value() + "TXX",
            base.span(),
            None,
            relative=True,
            anchors=False,
            resolution=f"the same day, {base.value()}",
        )
    if base is not None and base.gran == DAY and base.known:
        return Reading(
            "TIME",
            base.value() + "TXX",
            base.span(),
            None,
            relative=True,
            anchors=False,
            resolution=f"hours from {base.value()}",
        )
    return Reading("TIME", "PAST_REF" if back else "FUTURE_REF", anchors=False, relative=True)


def _vague_offset(hit: Hit) -> Reading | None:
    word = hit.words("w")[0]
    if word in ("before", "after") and _has_complement(hit):
        return None
    back = word in ("ago", "earlier", "before", "previously")
    unit = hit.code("u", "UNIT")
    if unit in ("TS", "TM", "TH"):
        return _clock_offset(hit, hit.anchors.there(), unit, None, back=back)
    return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", anchors=False, relative=True)


def _week_and_weekday(hit: Hit) -> Reading | None:
    """A week ago Tuesday; two weeks ago on Friday."""
    base = hit.anchors.here()
    day = base.first_day() if base and base.gran == DAY else None
    amount = amount_of(hit.words("q"))
    if day is None or amount is None or base is None or amount > 500:
        return None
    number = int(str(hit.worth("d", "WD")))
    found = day - timedelta(days=(day.weekday() - number) % 7) - timedelta(weeks=int(amount))
    return counted(hit, base, Point.of(found))


def _edge(hit: Hit) -> Reading | None:
    """The end of the year, later in the month, month's end, the rest of the week."""
    unit = hit.code("u", "UNIT")
    if unit not in ("D", "W", "WE", "M", "Q", "Y", "DE", "CE"):
        return None
    anchors = hit.anchors
    base = anchors.here() if anchors.mode != NARRATIVE else anchors.there()
    recent = anchors.ref is not None and hit.start - anchors.ref_index < 15
    if (
        anchors.mode != NARRATIVE
        and recent
        and anchors.ref is not None
        and anchors.dct is not None
        and anchors.ref.year != anchors.dct.year
    ):
        base = anchors.ref
    if base is None or base.year is None:
        return None
    point = base.shift(unit, 0)
    if point is None:
        return None
    lead = " ".join(hit.words("e")) if hit.has("e") else "end"
    mod = (
        "START"
        if any(w in lead for w in ("early", "earlier", "start", "beginning"))
        else "MID"
        if "mid" in lead
        else "END"
    )
    reading = counted(hit, base, point)
    return replace(
        reading, mod=None if "rest" in lead or "remainder" in lead or "most" in lead else mod, approximate=True
    )


def _nth_day(hit: Hit) -> Reading | None:
    """On the 18th: of the story's or document's month."""
    before, following = hit.before(), hit.after()
    if before not in (
        "on",
        "by",
        "until",
        "till",
        "since",
        "from",
        "to",
        "and",
        "of",
        "before",
        "after",
        "between",
        "morning",
        "evening",
        "night",
        "(",
        "or",
    ):
        return None
    if not (following == "" or not following[0].isalnum() and following not in ("-", "–") or following in (
        "the", "a", "an", "in", "at", "when", "as", "and", "with", "after", "he", "they", "she", "it", "but", "to", "by", "for", "his", "their", "was",
        "were", "had", "that", "which", "where", "about", "over", "another", "some", "all", "both",
    )):  # fmt: skip
        return None
    base = (
        hit.anchors.there()
        if hit.anchors.mode == NARRATIVE
        else (hit.anchors.ref if _near(hit) else hit.anchors.here())
    )
    if base is None or base.year is None or (month := base.month_number()) is None:
        return None
    year, number = base.year, hit.number("d")
    if not valid_day(year, month, number):
        return None
    point = Point(DAY, year, month, number)
    if (
        hit.anchors.mode != NARRATIVE
        and base.gran == DAY
        and base.day
        and number > base.day
        and hit.anchors.tense(hit.start, hit.end) == "past"
        and not _near(hit)
    ):
        back = Point(MONTH, year, month).shift("M", -1)
        if back and back.year and back.month and valid_day(back.year, back.month, number):
            point = Point(DAY, back.year, back.month, number)
    return counted(hit, base, point)


def _near(hit: Hit) -> bool:
    return hit.anchors.ref is not None and hit.start - hit.anchors.ref_index < 40


def _weekend(hit: Hit) -> Reading | None:
    """The weekend, over the weekend: the last one on or before the document's date."""
    day = hit.anchors.dct
    if hit.anchors.mode == NARRATIVE or day is None:
        return Reading("DATE", "XXXX-WXX-WE", anchors=False)
    if hit.anchors.tense(hit.start, hit.end) != "future" and day.weekday() < 5:
        day -= timedelta(days=7)
    return counted(hit, Point.of(hit.anchors.dct or day), Point.week_of(day, WEEKEND))


_REL = "(last|next|this|past|coming|upcoming|current|PREV|NEXT|that|that same|that very|this same|this very|the same|the very same|same|present)"
_STORYREL = "(the (PREV|NEXT|same|very same|next|last|current|coming|past)|that|that same|that very|this|this same|this very|last|next|PREV|NEXT|this past|this coming|this upcoming)"
QTY = "(NUM (DASH|to|or) NUM|NUM|NUMW (DASH? and? NUMW){0,4}|NUMW (to|or) NUMW|an?|another|a? few|several|some|many|a? couple of?|dozens of|scores of|half an?|NUMW and a half|(NUM|a) and a half)".replace(
    "an?", "(a|an)"
)  # noqa: E501
RULES: tuple[Rule, ...] = (
    Rule("deictic-day", "w=(today|yesterday|tomorrow|tonight|todays|yesterdays|tomorrows|tonights)", _deictic, ("yesterday",)),
    Rule("two-days-off", "the day (before|after) w=(yesterday|tomorrow)", _two_days_off, ("the day before yesterday",)),
    Rule("part-of-day", "((early|late|later|earlier) (in|on)?)? the? r=(this|that|last|next|NEXT|PREV|same|that same|this same|very same) (early|late)? p=POD", _part_of_day,
         ("last night", "that morning", "early the next morning")),
    Rule("night-before", "the p=POD r=(before|after)", lambda hit: None if _complement(hit) else _part_of_day(hit), ("the night before",)),
    Rule("relative-unit", "the=the? r=(last|next|this|past|coming|upcoming|current|PREV|NEXT|that|that same|that very|this same|this very|same|very same|present|this past|this coming) u=UNIT1",
         _unit, ("last year", "this week", "the following month", "that same day")),
    Rule("latest-unit", "the latest u=(week|month|quarter|year)", _latest, ("the latest quarter",)),
    Rule("relative-unit-run-on", "r=(this|last|next) u=(years|weeks|months)", _run_on, ("this years (an apostrophe lost)",)),
    Rule("unit-off", "the=the u=UNIT1 r=(before|after|NEXT|PREV)", _unit_off, ("the year before", "the day following")),
    Rule("unit-beyond", "the u=UNIT1 (before w=last|after w=next)".replace("(before w=last|after w=next)", "(before|after) w=(last|next)"), _beyond, ("the week before last",)),
    Rule("relative-weekday", "the=the? r=(last|next|this|past|coming|upcoming|PREV|NEXT|that|that same|same|this past|this coming) d=WD", _named_unit, ("last Friday", "the following Tuesday")),
    Rule("weekday-last", "d=WD r=(last|next)", _named_unit, ("Friday last",)),
    Rule("relative-month", "the=the? r=(last|next|this|past|coming|upcoming|PREV|NEXT|that|that same|same|this past|this coming) m=MON n=(DD|ODD)?", _named_unit, ("last April", "the previous August")),
    Rule("relative-season", "the=the? r=(last|next|this|past|coming|upcoming|PREV|NEXT|that|that same|same|this past|this coming) s=(SEASON|FALL)", _named_unit, ("next summer",)),
    Rule("weekday", "d=WD", _bare_weekday, ("on Tuesday",)),
    Rule("weekday-of-week", "d=WD of? the=the? r=(last|next|this|that|NEXT|PREV|same|that same) week", _weekday_of_week, ("Monday of last week",)),
    Rule("week-weekday", "r=(last|next|this) week on? d=WD", _weekday_of_week, ("last week Friday",)),
    Rule("of-that-year", "(the? s=(SEASON|FALL)|n=(DD|ODD) m=MON|m=MON n=(DD|ODD)?) COMMA? (of|in)? the=the? r=(last|next|this|that|that same|NEXT|PREV|same|this past) year".replace("n=(DD|ODD) m=MON|", ""),
         _of_that_year, ("August of that year", "July 25 of that year", "the spring of next year")),
    Rule("day-of-that-year", "the? n=(DD|ODD) of? m=MON COMMA? (of|in)? the=the? r=(last|next|this|that|that same|NEXT|PREV|same) year", _of_that_year, ("24 January of the same year",)),
    Rule("year-ago", "(a|the)? u=UNIT1 DASH w=(ago|earlier)", _unit_ago, ("the year-ago quarter",)),
    Rule("offset", f"q={QTY} ADJ? u=UNIT w=(ago|earlier|later|before|previously|afterward|afterwards|after|from now|hence|back|prior|on)", _offset, ("two days later", "a week ago")),
    Rule("vague-offset", "u=UNITS w=(ago|earlier|later|before|after|afterwards)", _vague_offset, ("weeks later",)),
    Rule("ago-weekday", f"q={QTY} u=UNIT ago (on|last)? d=WD", _week_and_weekday, ("a week ago Tuesday",)),
    Rule("edge-of-unit", "e=(the (STARTW|ENDW|MIDW|(latter|early|first|last|second|final|later) (part|half|months|weeks|days)) of|(early|earlier|late|later|mid|midway) (in|into|on)|the? (rest|remainder|most) of|mid DASH?|late DASH?) (the|this|that) u=UNIT1", _edge,
         ("the end of the year", "later in the month")),
    Rule("unit-end", "u=UNIT1 (POSS|DASH)? e=(end|start|beginning|ENDW)", _edge, ("month's end", "year-end")),
    Rule("nth-day", "the d=ODD", _nth_day, ("on the 18th",)),
    Rule("weekend", "the weekend", _weekend, ("over the weekend",)),
)  # fmt: skip
