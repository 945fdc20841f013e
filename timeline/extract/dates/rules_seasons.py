"""Rules for seasons, quarters and halves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.datespan import DateSpan
from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.point import HALF, QUARTER, SEASON, Point
from timeline.extract.dates.reading import Hit, Reading, read_point
from timeline.extract.dates.rules_days import read_month, read_month_year
from timeline.extract.dates.rules_years import read_decade
from timeline.extract.dates.year_filling import century_of, year_words


def _season_code(hit: Hit) -> str:
    return {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}[hit.word("s")]


def _season_year(hit: Hit) -> Reading | None:
    year = -hit.number("y") if hit.has("bc") else hit.number("y")
    if 0 <= year < 100 and not hit.has("bc"):
        year = century_of(year, hit)
    if (hit.word("s") == "fall" and hit.tokens.word(hit.at("s") + 1) == "in") or hit.after() in (
        "olympics",
        "paralympics",
        "games",
        "palace",
    ):
        return None
    return read_point(Point(SEASON, year, sub=_season_code(hit)))


_SEASON_NAMES = frozenset((
    "arab", "prague", "seoul", "hot", "american", "berber", "damascus", "croatian", "palm", "silver", "nuclear",
    "volcanic", "beijing", "tehran", "colorado", "coil", "ai", "indian",
))  # fmt: skip

_FALL_CONTEXT = frozenset(
    ("offensive", "campaign", "campaigns", "semester", "elections", "election", "term", "season", "harvest", "of")
)


def _season(hit: Hit) -> Reading | None:
    word, before, following = hit.word("s"), hit.tokens.word(hit.at("s") - 1), hit.after()
    raw = hit.tokens.raw(hit.at("s"))
    if before in _SEASON_NAMES or following in ("palace", "olympics", "paralympics", "games", "soldier", "coat",
        "coats", "garden", "field", "springs",
                                                "uprising", "hill", "school", "house"):  # fmt: skip
        return None
    if (
        following == "of"
        and hit.after(1) not in ("the", "his", "her", "that", "this")
        and not hit.after(1).isdigit()
        and not hit.has("the")
    ):
        return None  # a spring of fresh water
    if word == "spring" and (
        before in ("to", "would", "could", "will", "that", "which", "hot", "water")
        or following in ("up", "from", "to", "into", "water")
    ):
        return None
    if word == "fall" and hit.after() in ("last", "next", "this"):
        return None
    if word == "fall":
        seasonal = following in _FALL_CONTEXT - {"of"} or (hit.has("the") and following in (".", ",", "and", ";", ")",
            "when", "the", "as", "he", "they") and
                                                          hit.before() in ("in", "during", "throughout", "by", "of",
                                                          "over", "until", "since"))  # fmt: skip
        listed = following == "and" and hit.after(1) in ("winter", "spring", "summer")
        if not (seasonal or listed):
            return None
    code = _season_code(hit)
    anchors = hit.anchors
    lead = hit.before()
    if (ahead := _year_ahead(hit)) is not None:
        return read_point(Point(SEASON, ahead, sub=code))
    if following in _SEASON_THINGS and not hit.has("the"):
        return Reading("DATE", f"XXXX-{code}", anchors=False)
    if following in ("wheat", "crop", "crops", "grain", "barley"):
        return None
    if anchors.mode == NARRATIVE:
        return _story_season(hit, code)
    if raw[:1].isupper() and hit.tokens.raw(hit.end)[:1].isupper() and following != "offensive":
        return None  # a name: the Winter Carnival
    qualified = lead in ("early", "late", "mid") or (lead == "-" and hit.before(2) == "mid")
    if (
        not (hit.has("the") or qualified)
        and lead not in ("by", "until", "since")
        and following not in ("offensive", "campaign")
    ):
        generic = lead in ("in", "during", "by", "the", "of", "for", "this", "every") or raw.islower()
        return Reading("DATE", f"XXXX-{code}", anchors=False) if generic else None
    base = anchors.here()
    if base is None or base.year is None:
        return Reading("DATE", f"XXXX-{code}", anchors=False)
    year, month = base.year, base.month_number()
    if month is not None and _FIRST_MONTH[code] > month and anchors.tense(hit.start, hit.end) != "future":
        year -= 1
    return read_point(Point(SEASON, year, sub=code), relative=True, resolution=year_words(hit, year))


_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

_SEASON_THINGS = frozenset((
    "quarters", "clothes", "clothing", "food", "fuel", "weather", "uniforms", "months", "rains", "supplies",
    "coats", "conditions", "break", "holiday", "holidays", "vacation", "school", "camp", "home", "palace", "season",
    "wheat", "crop", "crops", "grain", "sports", "harvest", "sport", "wear", "jacket", "boots", "barley",
))  # fmt: skip


def _year_ahead(hit: Hit) -> int | None:
    """The year of "the spring and early summer of 1943", "the Spring Offensive of 1918"."""
    tokens = hit.tokens
    for step in range(1, 5):
        index = hit.end + step
        word = tokens.word(index)
        if tokens.word(index - 1) in ("of", "in") and len(word) == 4 and word.isdigit() and 1000 <= int(word) <= 2100:
            return int(word)
        if not tokens.word(index - 1).isalpha():
            return None
    return None


def _story_season(hit: Hit, code: str) -> Reading:
    """The season at which the story has arrived; a winter is called by the year in which most of it lies (TIMEX2)."""
    year = hit.anchors.story.year_of(1 if code == "WI" else _FIRST_MONTH[code] + 1)
    if year is None:
        return Reading("DATE", f"XXXX-{code}", anchors=False)
    words = year_words(hit, year)
    if code != "WI":
        return read_point(Point(SEASON, year, sub=code), relative=True, resolution=words)
    began = year - 1 if year != 1 else -1
    reading = read_point(Point(SEASON, began, sub=code), relative=True, resolution=words)
    return replace(reading, value=Point(SEASON, year, sub=code).value(), point=Point(SEASON, year, sub=code))


def _quarter(hit: Hit) -> Reading | None:
    number = hit.number("o")
    if not 1 <= number <= 4 or (hit.after() == "-" and hit.after(1).startswith("final")):
        return None
    if hit.has("y"):
        return read_point(Point(QUARTER, hit.number("y"), sub=number))
    if (
        hit.after() in ("of", "final", "finals", "century")
        or not (hit.has("the") or hit.tokens.raw(hit.end - 2) == "-")
    ) and hit.after() == "of":
        return None
    here = hit.anchors.here()
    if here is None or here.year is None:
        return Reading("DATE", f"XXXX-Q{number}", anchors=False)
    year, month = here.year, here.month_number()
    if month is not None and 3 * number - 2 > month and hit.anchors.tense(hit.start, hit.end) != "future":
        year -= 1
    return read_point(Point(QUARTER, year, sub=number), relative=True, resolution=year_words(hit, year))


def _half(hit: Hit) -> Reading | None:
    """The first half of a year is a half-year; of a month or decade its days, under the value of the whole."""
    first = hit.word("h") in ("first", "1st", "early", "former")
    if not (hit.has("x") or hit.has("m")):
        return read_point(Point(HALF, hit.number("y"), sub=1 if first else 2))
    reading = read_decade(hit) if hit.has("x") else read_month_year(hit) if hit.has("y") else read_month(hit)
    if reading is None or reading.when is None or reading.when.start is None or reading.when.end is None:
        return reading
    start, end = reading.when.start, reading.when.end
    cut = start.replace(day=15) if hit.has("m") else date(start.year + 4, 12, 31)
    days = DateSpan.interval(start, cut) if first else DateSpan.interval(cut + timedelta(days=1), end)
    return replace(reading, when=days, mod="START" if first else "END")


RULES: tuple[Rule, ...] = (
    Rule("season-bc", "the? s=(SEASON|FALL) of? y=NUM bc=BC", _season_year, ("autumn of 481 BC",)),
    Rule("season-year", "the? s=(SEASON|FALL) (of|COMMA|in)? (the year)? y=(YEAR|YYQ) ((DASH|SLASH) (YY|YEAR))?",
        _season_year, ("the spring of 1916", "summer 2007", "the winter of 2013-14")),
    Rule("year-season", "y=YEAR s=(SEASON|FALL)", _season_year, ("1982 summer",)),
    Rule("season", "the=the? s=(SEASON|FALL)", _season, ("throughout the summer", "the winter")),
    Rule("quarter-year", "the? o=(ORD|OD) DASH? quarter COMMA? (of|in)? (the year)? y=YEAR", _quarter,
        ("the third quarter of 2013",)),
    Rule("quarter", "the=the? o=(ORD|OD) DASH? quarter", _quarter, ("the third quarter",)),
    Rule("half-year", "the? h=(first|second|latter|last|1st|2nd) half of (the year)? y=YEAR", _half,
        ("the latter half of 2008",)),
    Rule("half-month", "the? h=(first|second|latter|last) half of m=MON (COMMA? of? y=YEAR)?", _half,
        ("the first half of April",)),
    Rule("half-decade", "the? h=(first|second|latter|last) half of the x=DECADE", _half,
        ("the second half of the 1990s",)),
)  # fmt: skip
