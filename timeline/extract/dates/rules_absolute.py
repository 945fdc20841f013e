"""Rules for expressions with a date of their own: days, months, years, seasons, quarters, decades, centuries, eras.

Each row is a name, a pattern over token classes (``grammar.py``), a builder and examples. Where two rules match at a
place, the longer wins; a builder that returns ``None`` refuses and the next longest is tried.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.datespan import DateSpan
from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.english import COUNTED
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.point import CENTURY, DAY, DECADE, HALF, MONTH, QUARTER, SEASON, YEAR, Point, valid_day
from timeline.extract.dates.reading import Hit, Pieces, Reading, read_point

# A dated name that is not the day: the March 14 coalition, the July 26 Movement.
NAMED_AFTER_A_DAY = frozenset(("coalition", "alliance", "movement", "bloc", "brigade", "brigades", "forces", "group", "party", "camp",
                               "front", "organization", "organisation", "militia", "hospital", "street", "square", "bridge", "stadium",
                               "university", "school"))  # fmt: skip
_YEAR_LEADS = frozenset(("in", "since", "by", "until", "till", "during", "from", "before", "after", "of", "to", "through", "throughout",
                         "year", "years", "early", "late", "mid", "circa", "late-", "and", "or", "between", "around", "about", "for",
                         "winter", "spring", "summer", "autumn", "fall", "election", "elections", "the", "up", "into", "as", "that",
                         "on", "(", "-", "–", "ad", "pre", "post", "next", "last"))  # fmt: skip
_APPROXIMATE = frozenset(("about", "around", "some", "nearly", "almost", "over", "than", "least", "approximately", "roughly", "only",
                          "up", "most", "exactly", "just", "estimated"))  # fmt: skip
_MONTH_LEADS = frozenset(("in", "since", "by", "until", "till", "during", "from", "before", "after", "of", "to", "through", "throughout",
                          "early", "late", "mid", "last", "next", "this", "and", "or", "between", "around", "about", "for", "on", "the",
                          "every", "each", "mid-", "-", "–", "(", ",", "as", "end", "start", "middle", "beginning", "later", "earlier",
                          "previous", "following", "that", "same", "half", "into", "/", "past", "week"))  # fmt: skip
_NAME_MONTHS = frozenset(("may", "march", "april", "june", "august", "mar", "jan", "dec", "sep"))


def _year(hit: Hit, group: str = "y") -> int:
    year = hit.number(group)
    return -year if hit.anchors.era < 0 and hit.has("bc") else year


def _full(hit: Hit) -> Reading | None:
    month, day = int(str(hit.worth("m", "MON"))), hit.number("d")
    if hit.has("t"):
        day += hit.number("t")
    year = 0
    if hit.has("y"):
        year = -hit.number("y") if hit.has("bc") else hit.number("y")
    if hit.has("yy"):
        dashed = hit.tokens.raw(hit.end - 2) == "-" == hit.tokens.raw(hit.at("m") - 1)
        if not dashed and not hit.tokens.raw(hit.end - 1).startswith(("'", "’")):
            return None
        year = _century_of(hit.number("yy"), hit)
    if not valid_day(year, month, day):
        return None
    return read_point(Point(DAY, year, month, day))


def _century_of(two_digits: int, hit: Hit) -> int:
    """'68 → 1968: the year with these digits nearest before (or little after) the story's or the document's."""
    anchors = hit.anchors
    if anchors.mode == "narrative" and anchors.ref_year:
        base = anchors.ref_year + 25
    else:
        base = (anchors.dct.year if anchors.dct else 2030) + 5
    year = base - base % 100 + two_digits
    return year if year <= base else year - 100


def _borrowed_year(hit: Hit, month: int) -> int | None:
    """The year a later date of the same list or range carries: "June and July 1944", "28 October to 2 November 1973"."""
    ahead = hit.anchors.tokens
    match = hit.anchors.borrow.match(ahead.tags, hit.end, hit.end + 14) if hit.anchors.borrow else None
    if not match:
        return None
    if match.start("bc") >= 0:
        return -int(ahead.word(match.start("z")).replace(",", "").partition(".")[0])
    first = match.start("y")
    year = int(ahead.word(first))
    last_month = 0
    for index in range(hit.end, first):
        worth = hit_month(ahead.word(index))
        last_month = worth or last_month
    return year - 1 if last_month and month > last_month and year > 0 else year


def hit_month(word: str) -> int:
    """The number of a month's name, else 0."""
    from timeline.extract.dates.english import MONTHS  # noqa: PLC0415

    return MONTHS.get(word.rstrip("."), 0)


# What may stand between a date without a year and the one that has it.
BORROW_PATTERN = (
    "((COMMA? (and|or|to|until|till|through|DASH|LDASH|SLASH) (the|late|early|mid DASH?)?|COMMA) "
    "((DD|ODD) of? MON|MON (DD|ODD)|MON)){1,3} COMMA? of? (y=YEAR|z=NUM bc=BC)"
)


_FUNCTION = frozenset((
    "and", "or", "but", "in", "on", "at", "by", "to", "with", "for", "from", "when", "as", "the", "a", "an", "he", "she", "they", "it", "was", "were",
    "had", "after", "before", "until", "which", "that", "of", "is", "are", "did", "between", "over", "under", "near", "while", "where", "his", "their",
))  # fmt: skip


def _without_article(hit: Hit, reading: Reading) -> Reading | Pieces:
    """In "the 7 October attacks" the article belongs to the attacks."""
    following = hit.after()
    if (
        hit.tokens.word(hit.start) == "the"
        and following.isalpha()
        and following not in _FUNCTION
        and hit.tokens.gap(hit.end) == " "
    ):
        return Pieces([(hit.start + 1, hit.end, reading)])
    return reading


def _day_month(hit: Hit) -> Reading | Pieces | None:
    month, day = int(str(hit.worth("m", "MON"))), hit.number("d")
    if hit.has("t"):
        day += hit.number("t")
    if not valid_day(None, month, day) or _counts_people(hit) or _named_group(hit):
        return None
    if hit.word("m") == "may" and hit.start == hit.at("m") and hit.tokens.raw(hit.at("m")) != "May":
        return None
    year, other, anchored = _borrowed_year(hit, month), None, False
    if year is None and hit.anchors.era < 0 and hit.anchors.ref_year:
        year, anchored = hit.anchors.ref_year, True
    if year is None:
        if _september_eleventh(hit, month, day):
            return read_point(Point(DAY, 2001, 9, 11))
        year, other = hit.anchors.day_year(month, day, hit.start, hit.end)
        anchored = True
    if year is not None and not valid_day(year, month, day):
        return None
    point = Point(DAY, year, month, day)
    others = tuple(s for s in (Point(DAY, other, month, day).span(),) if other is not None and s)
    return _without_article(
        hit,
        read_point(
            point, relative=anchored, resolution=_year_words(hit, year) if anchored else "", alternatives=others
        ),
    )


def _september_eleventh(hit: Hit, month: int, day: int) -> bool:
    dct = hit.anchors.dct
    named = hit.after() in ("attacks", "attack", "terrorist", "hijackings", "terror")
    return named and (month, day) == (9, 11) and (dct is None or dct >= date(2001, 9, 11))


def _year_words(hit: Hit, year: int | None) -> str:
    if year is None:
        return "the text gives no year and the document has no date"
    story = hit.anchors.story_year(hit.start) is not None
    if story:
        return f"the year {year} carried on from the dates before it"
    if hit.anchors.dct is not None and year != hit.anchors.dct.year and year == hit.anchors.ref_year:
        return f"the year {year} named just before"
    return f"the year {year} counted from the document's date {hit.anchors.dct}"


def _counts_people(hit: Hit) -> bool:
    """ "In March 14 people were killed": the number counts; also "May 10, 200 soldiers"-like decimals and percents."""
    last_is_number = hit.at("d") == hit.end - 1
    following = hit.after()
    return last_is_number and (
        following in COUNTED or following in ("%", "percent") or following == ":" and hit.after(1).isdigit()
    )


def _named_group(hit: Hit) -> bool:
    following = hit.after()
    if following in ("youth", "revolutionary", "martyrs", "national"):
        following = hit.after(1)
    return following in NAMED_AFTER_A_DAY


def _month_year(hit: Hit) -> Reading | None:
    year = (
        -hit.number("y") if hit.has("bc") else _century_of(hit.number("yy"), hit) if hit.has("yy") else hit.number("y")
    )
    if hit.has("y") and not hit.has("bc") and hit.after() in ("%", "percent"):
        return None
    return read_point(Point(MONTH, year, int(str(hit.worth("m", "MON")))))


def _month(hit: Hit) -> Reading | None:
    word, before = hit.word("m"), hit.before()
    if not _is_month(hit, word, before) or (hit.after().isdigit() and hit.after(1) in NAMED_AFTER_A_DAY | {"youth"}):
        return None
    month = int(str(hit.worth("m", "MON")))
    year = _borrowed_year(hit, month)
    if year is not None:
        return read_point(Point(MONTH, year, month))
    if hit.anchors.era < 0 and hit.anchors.ref_year:
        year, other = hit.anchors.ref_year, None
    else:
        year, other = hit.anchors.month_year(month, hit.start, hit.end)
    others = tuple(s for s in (Point(MONTH, other, month).span(),) if other is not None and s)
    return read_point(Point(MONTH, year, month), relative=True, resolution=_year_words(hit, year), alternatives=others)


def _is_month(hit: Hit, word: str, before: str) -> bool:
    """Names, verbs and abbreviations that look like a month: Theresa May, Long March, Mar Mattai, June Carter."""
    raw, following, lead = hit.tokens.raw(hit.start), hit.tokens.raw(hit.end), hit.tokens.raw(hit.start - 1)
    if len(word) <= 4 and word not in ("may", "june", "july") and not raw.endswith("."):
        return (
            before in _MONTH_LEADS
            and before not in (",", "(", "the", "and", "-")
            or hit.after() in ("-", "–", "and", "to")
        )
    if raw.isupper() and len(raw) <= 4:
        return False
    if before in _MONTH_LEADS and before not in (
        "the",
        ",",
        "and",
        "(",
        "-",
        "–",
        "to",
        "for",
        "of",
        "by",
        "from",
        "or",
        "that",
        "after",
    ):
        return True
    if word not in _NAME_MONTHS:
        return not (following[:1].isupper() and lead[:1].isupper() and before not in _MONTH_LEADS)
    if lead[:1].isupper() and before not in _MONTH_LEADS and hit.gap_is_space():
        return False
    if word == "may":
        return before in _MONTH_LEADS and hit.after() not in (
            "said",
            "not",
            "be",
            "have",
            "'s",
            "’s",
            "told",
            "has",
            "was",
            "will",
        )
    if word in ("march", "mar") and hit.after() in (
        "on",
        "of",
        "to",
        "for",
        "against",
        "from",
        "through",
        "towards",
        "toward",
    ):
        return before in _MONTH_LEADS and before not in ("the", "(", ",", "and")
    if (
        following[:1].isupper()
        and following.lower() not in ("the", "a", "in", "on", "it", "he", "they")
        and before not in _MONTH_LEADS
    ):
        return hit.tokens.raw(hit.end) == ""
    return before != "the" or word not in ("march", "mar")


_NUMBERED = frozenset(("resolution", "no", "number", "flight", "unit", "room", "article", "law", "directive", "regulation", "page", "pages", "rule",
                       "case", "chapter", "section", "volume", "vol", "highway", "route", "channel", "boeing", "airbus", "line", "verse", "psalm"))  # fmt: skip


def _bare_year(hit: Hit) -> Reading | None:
    year = hit.number("y")
    before, following, raw_after = hit.before(), hit.after(), hit.tokens.raw(hit.end)
    explicit = hit.has("w") or hit.tokens.word(hit.start) == "fiscal"
    gap_after = hit.tokens.gap(hit.end)
    if before in ("$", "£", "€", "¥", "#", "no", "us$") or following in ("%", "percent", "°"):
        return None
    glued_before = hit.start > 0 and hit.tokens.gap(hit.start) == ""
    if glued_before and (hit.tokens.raw(hit.start - 1)[-1:].isalnum() or before in (".", ":", "+", "=", "_", "&")):
        return None
    if glued_before and before == "-" and hit.tokens.raw(hit.start - 2)[-1:].isalpha() and hit.before(2) not in (
        "mid", "pre", "post", "late", "early", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "january", "february",
    ):  # fmt: skip
        return None
    glued_after = raw_after in tuple(":°_=+") and hit.tokens.gap(hit.end + 1) == "" and hit.after(1).isalnum()
    if gap_after == "" and raw_after and (raw_after[0].isalpha() or glued_after):
        return None
    if following in COUNTED and not explicit:
        later = hit.after(1)
        sure = 1900 <= year <= 2050 and before in ("in", "since", "by", "until", "during", "of", "(")
        if not sure or later in ("were", "are", "have", "had") and before not in ("in", "since", "during"):
            return None
    if following in ("and", "-", "to") and hit.after(2) in COUNTED and before in _APPROXIMATE:
        return None
    story = hit.anchors.ref_year if hit.anchors.mode == NARRATIVE else None
    plausible = 1900 <= year <= 2050 or (story is not None and abs(year - story) <= 40 and following not in COUNTED)
    if before in _NUMBERED or (glued_before and before == "-" and len(hit.before(2)) == 3 and hit.before(2).isdigit()):
        return None
    if not (
        plausible
        or explicit
        or before in _YEAR_LEADS
        or following in (")", "-", "–", ":")
        or hit.anchors.mode == "narrative"
    ):
        return None
    if (
        not plausible
        and not explicit
        and (before in _APPROXIMATE or _plural(following))
        and before not in ("in", "since")
    ):
        return None
    if before in _APPROXIMATE and _plural(following) and not explicit:
        return None
    return read_point(Point(YEAR, year))


def _plural(word: str) -> bool:
    if word.endswith(("men", "children", "people")):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word.isalpha() and word not in (
        "was", "as", "this", "elections", "olympics", "games", "attacks", "protests", "talks", "accords", "sees", "has", "does",
    )  # fmt: skip


def _year_range(hit: Hit) -> Pieces | Reading | None:
    first, second = hit.number("y"), hit.number("z")
    if len(hit.word("z")) == 2:
        if second <= first % 100:
            if 1 <= second <= 12 and hit.tokens.raw(hit.at("y") + 1) == "-" and hit.tokens.gap(hit.at("z")) == "":
                return read_point(Point(MONTH, first, second))
            return None
        second += first - first % 100
    if second < first or second - first > 1000:
        return None
    if hit.before() in ("$", "£", "€") or (
        hit.after() in COUNTED and not (1900 <= first <= 2050 and 1900 <= second <= 2050)
    ):
        return None
    y, z = hit.at("y"), hit.at("z")
    return Pieces([(hit.start, y + 1, read_point(Point(YEAR, first))), (z, z + 1, read_point(Point(YEAR, second)))])


def _bc(hit: Hit) -> Reading | None:
    return read_point(Point(YEAR, -hit.number("y")))


def _bc_range(hit: Hit) -> Pieces | None:
    first, second = hit.number("y"), hit.number("z")
    if not (0 < second < first):
        return None
    y, z = hit.at("y"), hit.at("z")
    return Pieces([(hit.start, y + 1, read_point(Point(YEAR, -first))), (z, hit.end, read_point(Point(YEAR, -second)))])


def _ad(hit: Hit) -> Reading | None:
    return read_point(Point(YEAR, hit.number("y"))) if 1 <= hit.number("y") <= 2999 else None


def _ancient_year(hit: Hit) -> Reading | None:
    """A three-digit year in a text that counts in such years."""
    if (
        hit.anchors.era == 0
        or hit.after() in COUNTED
        or _plural(hit.after())
        or hit.after() in (",", ".")
        and hit.after(1)[:1].isdigit()
    ):
        return None
    if hit.before() not in ("in", "by", "since", "until", "early", "late", "before", "after", "during", "around", "of", "from",
                            "between", "summer", "winter", "(", "year", "c", "c.", "ca", "ca.", "circa", "about"):  # fmt: skip
        return None
    if hit.before() in ("of", "from", "between", "about", "-", "–") and hit.anchors.era > 0 and hit.after()[:1].islower() and hit.after() not in (
        "and", "to", "he", "she", "until", "in", "when",
    ):  # fmt: skip
        return None
    return read_point(Point(YEAR, hit.number("y") * (-1 if hit.anchors.era < 0 else 1)))


def _decade(hit: Hit) -> Reading | None:
    if hit.before() in ("his", "her", "their", "my", "your", "our"):
        return None
    if hit.has("w"):
        base = (
            (hit.anchors.dct.year if hit.anchors.dct else 2030)
            if hit.anchors.mode == "news"
            else (hit.anchors.ref_year or 1999) + 20
        )
        first = base - base % 100 + int(str(hit.worth("w", "DECW")))
        return read_point(Point(DECADE, first if first <= base else first - 100))
    digits = re.sub(r"\D", "", hit.word("x"))
    if hit.has("bc"):
        return read_point(Point(DECADE, -int(digits)))
    first = int(digits)
    if len(digits) == 2:
        if (
            hit.before() in ("in", "mid", "low", "high", "upper")
            and not hit.tokens.raw(hit.at("x")).startswith(("'", "’"))
            and not hit.has("the")
        ):
            return None
        base = (
            (hit.anchors.dct.year if hit.anchors.dct else 2030)
            if hit.anchors.mode == "news"
            else (hit.anchors.ref_year or 1999) + 20
        )
        first = base - base % 100 + first
        first = first if first <= base else first - 100
    elif len(digits) == 3 or not 1000 <= first <= 2100:
        return None
    return read_point(Point(DECADE, first))


def _century(hit: Hit) -> Reading | Pieces | None:
    number = hit.number("o") + (hit.number("t") if hit.has("t") else 0)
    if not 1 <= number <= 30:
        return None
    return read_point(
        Point(CENTURY, -((number - 1) * 100) or -1) if hit.has("bc") else Point(CENTURY, (number - 1) * 100)
    )


def _centuries(hit: Hit) -> Pieces | None:
    one, two = hit.number("o"), hit.number("p")
    if not (1 <= one <= 30 and 1 <= two <= 30):
        return None
    return Pieces([(hit.start, hit.at("o") + 1, read_point(Point(CENTURY, (one - 1) * 100))),
                   (hit.at("p") - (1 if hit.tokens.word(hit.at("p") - 1) == "the" else 0), hit.end, read_point(Point(CENTURY, (two - 1) * 100)))])  # fmt: skip


def _season_code(hit: Hit) -> str:
    return {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}[hit.word("s")]


def _season_year(hit: Hit) -> Reading | None:
    year = -hit.number("y") if hit.has("bc") else hit.number("y")
    if (hit.word("s") == "fall" and hit.tokens.word(hit.at("s") + 1) == "in") or hit.after() in (
        "olympics",
        "paralympics",
        "games",
        "palace",
    ):
        return None
    return read_point(Point(SEASON, year, sub=_season_code(hit)))


_SEASON_NAMES = frozenset(("arab", "prague", "seoul", "hot", "american", "berber", "damascus", "croatian", "palm", "silver", "nuclear",
                           "volcanic", "beijing", "tehran", "colorado", "coil", "ai", "indian"))  # fmt: skip
_FALL_CONTEXT = frozenset(
    ("offensive", "campaign", "campaigns", "semester", "elections", "election", "term", "season", "harvest", "of")
)


def _season(hit: Hit) -> Reading | None:
    word, before, following = hit.word("s"), hit.tokens.word(hit.at("s") - 1), hit.after()
    raw = hit.tokens.raw(hit.at("s"))
    if before in _SEASON_NAMES or following in ("palace", "olympics", "paralympics", "games", "soldier", "coat", "coats", "garden", "field", "springs",
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
        seasonal = following in _FALL_CONTEXT - {"of"} or (hit.has("the") and following in (".", ",", "and", ";", ")", "when", "the", "as", "he", "they") and
                                                          hit.before() in ("in", "during", "throughout", "by", "of", "over", "until", "since"))  # fmt: skip
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
    if anchors.mode == NARRATIVE:
        return _story_season(hit, code)
    if not hit.has("the") and lead not in ("by", "until", "since") and following not in ("offensive", "campaign"):
        generic = lead in ("in", "during", "by", "the", "of", "for", "this", "every") or raw.islower()
        return Reading("DATE", f"XXXX-{code}", anchors=False) if generic else None
    base = anchors.here()
    if base is None or base.year is None:
        return Reading("DATE", f"XXXX-{code}", anchors=False)
    year, month = base.year, base.month_number()
    if month is not None and _FIRST_MONTH[code] > month and anchors.tense(hit.start, hit.end) != "future":
        year -= 1
    return read_point(Point(SEASON, year, sub=code), relative=True, resolution=_year_words(hit, year))


_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_THINGS = frozenset(("quarters", "clothes", "clothing", "food", "fuel", "weather", "uniforms", "months", "rains", "supplies", "coats", "conditions",
                            "break", "holiday", "holidays", "vacation", "school", "camp", "home", "palace", "season"))  # fmt: skip


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
    words = _year_words(hit, year)
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
    if hit.after() in ("of", "final", "finals", "century") or not (
        hit.has("the") or hit.tokens.raw(hit.end - 2) == "-"
    ):
        if hit.after() == "of":
            return None
    here = hit.anchors.here()
    if here is None or here.year is None:
        return Reading("DATE", f"XXXX-Q{number}", anchors=False)
    year, month = here.year, here.month_number()
    if month is not None and 3 * number - 2 > month and hit.anchors.tense(hit.start, hit.end) != "future":
        year -= 1
    return read_point(Point(QUARTER, year, sub=number), relative=True, resolution=_year_words(hit, year))


def _half(hit: Hit) -> Reading | None:
    """The first half of a year is a half-year; of a month or decade its days, under the value of the whole."""
    first = hit.word("h") in ("first", "1st", "early", "former")
    if not (hit.has("x") or hit.has("m")):
        return read_point(Point(HALF, hit.number("y"), sub=1 if first else 2))
    reading = _decade(hit) if hit.has("x") else _month_year(hit) if hit.has("y") else _month(hit)
    if reading is None or reading.when is None or reading.when.start is None or reading.when.end is None:
        return reading
    start, end = reading.when.start, reading.when.end
    cut = start.replace(day=15) if hit.has("m") else date(start.year + 4, 12, 31)
    days = DateSpan.interval(start, cut) if first else DateSpan.interval(cut + timedelta(days=1), end)
    return replace(reading, when=days, mod="START" if first else "END")


def _iso(hit: Hit) -> Reading | None:
    day, _, time = hit.tokens.raw(hit.start).partition("T")
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return None
    clock = re.match(r"\d{2}:\d{2}(?::\d{2})?", time)
    return read_point(Point.of(when, f"T{clock[0]}" if clock else ""))


def _numeric(hit: Hit) -> Reading | None:
    """22/04/2014, 4/22/14, 22.4.2014, 2014/04/22: the publisher's order where both are possible, and then an alternative."""
    raw = hit.tokens.raw(hit.start)
    one, two, three = (int(n) for n in re.split(r"[/.-]", raw))
    if len(re.split(r"[/.-]", raw)[0]) == 4:
        return read_point(Point(DAY, one, two, three)) if valid_day(one, two, three) else None
    year = three if three > 99 else _century_of(three, hit)
    readings = [(two, one), (one, two)]  # (month, day)
    if not ("." in raw or hit.anchors.day_first):
        readings.reverse()
    points = [Point(DAY, year, m, d) for m, d in readings if valid_day(year, m, d)]
    if not points:
        return None
    others = tuple(s for p in points[1:] if p != points[0] and (s := p.span()))
    return read_point(points[0], alternatives=others)


def _nine_eleven(hit: Hit) -> Reading | None:
    if hit.anchors.dct is not None and hit.anchors.dct < date(2001, 9, 11):
        return None
    return read_point(Point(DAY, 2001, 9, 11))


def _day_list(hit: Hit) -> Pieces | None:
    """Days that share a month: "12-14 July 1950", "April 18-20", "4, 5 and 6 May"."""
    tokens = hit.tokens
    month = int(str(hit.worth("m", "MON")))
    at = [
        i
        for i in range(hit.start, hit.end)
        if re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", tokens.word(i)) and i not in (hit.match.start("y"),)
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
        year = _borrowed_year(hit, month)
        if year is None:
            year, _ = hit.anchors.day_year(month, days[0], hit.start, hit.end)
            relative = True
    words = _year_words(hit, year) if relative else ""
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


_CONN = "(DASH|LDASH|to|through|until|till|and|or|COMMA|SLASH|COMMA and)"
_D = "(DD|ODD)"
RULES: tuple[Rule, ...] = (
    Rule("day-month-year", f"the? (WD COMMA? the?)? d={_D} DASH? of? m=MON DASH? COMMA? of? (the year)? y=YEAR", _full,
         ("22 April 2014", "the 22nd of April, 2014", "Sunday 5 Jun 2016")),
    Rule("month-day-year", f"(WD COMMA?)? m=MON the? d={_D} (COMMA|of|COMMA of)? y=YEAR", _full, ("April 22, 2014", "Friday, July 21, 2017")),
    Rule("day-month-short-year", f"the? (WD COMMA?)? d={_D} DASH? m=MON DASH? yy=(YYQ|YY)", _full, ("22 April ’14",)),
    Rule("ordinal-day-month-year", "the? (t=NUMW DASH?)? d=ORD (day)? of m=MON COMMA? y=YEAR", _full, ("the eleventh of November 1918",)),
    Rule("ordinal-day-month", "the (t=NUMW DASH?)? d=ORD (day)? of m=MON", _day_month, ("the eleventh of November",)),
    Rule("month-year", "(the month of)? m=MON COMMA? DASH? (of|in)? (the year)? y=YEAR", _month_year, ("April 2014", "May of 1789")),
    Rule("month-short-year", "m=MON COMMA? yy=YYQ", _month_year, ("May ’68",)),
    Rule("day-month", f"the? (WD COMMA? the?)? d={_D} of? (the month of)? m=MON", _day_month, ("10 August", "the 20 September")),
    Rule("month-day", f"(WD COMMA?)? m=MON the? d={_D}", _day_month, ("August 10", "Tuesday, May 3rd")),
    Rule("month", "m=MON", _month, ("in August",)),
    Rule("day-list", f"(WD COMMA?)? m=MON {_D} ({_CONN} the? {_D}){{1,4}} (COMMA? y=YEAR)?", _day_list, ("April 18-20", "May 4 and 5, 1865")),
    Rule("day-list-month", f"the? {_D} ({_CONN} the? {_D}){{1,4}} of? m=MON (COMMA? of? y=YEAR)?", _day_list, ("12-14 July 1950", "15 to 22 February")),
    Rule("year", "y=YEAR", _bare_year, ("in 1939",)),
    Rule("the-year", "the? w=(year|years) y=YEAR", _bare_year, ("the year 1950",)),
    Rule("year-range", "((the)? years)? y=YEAR (DASH|SLASH|LDASH) z=(YY|YEAR)", _year_range, ("1914–18", "2011-2014")),
    Rule("year-bc", "(the year)? y=NUM bc=BC", _bc, ("493 BC",)),
    Rule("month-bc", "m=MON COMMA? y=NUM bc=BC", _month_year, ("April 480 BC",)),
    Rule("day-month-bc", f"d={_D} m=MON y=NUM bc=BC", _full, ("15 March 44 BC",)),
    Rule("month-day-bc", f"m=MON d={_D} COMMA? y=NUM bc=BC", _full, ("March 15, 44 BC",)),
    Rule("season-bc", "the? s=(SEASON|FALL) of? y=NUM bc=BC", _season_year, ("autumn of 481 BC",)),
    Rule("range-bc", "y=NUM (DASH|LDASH|to|and) z=NUM bc=BC", _bc_range, ("499–449 BC",)),
    Rule("year-ad", "AD y=NUM", _ad, ("AD 70",)),
    Rule("year-ad-after", "y=NUM AD", _ad, ("70 AD",)),
    Rule("ancient-year", "y=Y3", _ancient_year, ("in 480 (beside 490 BC)",)),
    Rule("month-ancient-year", "m=MON of? y=Y3", lambda hit: _month_year(hit) if hit.anchors.era > 0 else None, ("December of 384 (beside AD 347)",)),
    Rule("day-month-ancient-year", f"d={_D} of? m=MON y=Y3", lambda hit: _full(hit) if hit.anchors.era > 0 else None, ("30 September 420 (beside AD 347)",)),
    Rule("fiscal-year", "fiscal year? y=YEAR", _bare_year, ("fiscal 1989",)),
    Rule("decade", "the? x=DECADE", _decade, ("the 1980s", "the ’60s")),
    Rule("decade-words", "the w=DECW", _decade, ("the sixties",)),
    Rule("decade-bc", "the? x=DECADE bc=BC", _decade, ("the 470s BC",)),
    Rule("century", "the? (t=NUMW DASH?)? o=(OD|ORD) DASH? (century|centuries) bc=BC?", _century, ("the 19th century", "eighteenth-century")),
    Rule("centuries", "the? o=(OD|ORD) (and|or|to|DASH) the? p=(OD|ORD) (century|centuries)", _centuries, ("the 19th and 20th centuries",)),
    Rule("season-year", "the? s=(SEASON|FALL) (of|COMMA|in)? (the year)? y=YEAR", _season_year, ("the spring of 1916", "summer 2007")),
    Rule("year-season", "y=YEAR s=(SEASON|FALL)", _season_year, ("1982 summer",)),
    Rule("season", "the=the? s=(SEASON|FALL)", _season, ("throughout the summer", "the winter")),
    Rule("quarter-year", "the? o=(ORD|OD) DASH? quarter COMMA? (of|in)? (the year)? y=YEAR", _quarter, ("the third quarter of 2013",)),
    Rule("quarter", "the=the? o=(ORD|OD) DASH? quarter", _quarter, ("the third quarter",)),
    Rule("half-year", "the? h=(first|second|latter|last|1st|2nd) half of (the year)? y=YEAR", _half, ("the latter half of 2008",)),
    Rule("half-month", "the? h=(first|second|latter|last) half of m=MON (COMMA? of? y=YEAR)?", _half, ("the first half of April",)),
    Rule("half-decade", "the? h=(first|second|latter|last) half of the x=DECADE", _half, ("the second half of the 1990s",)),
    Rule("iso", "ISO", _iso, ("2014-04-22",)),
    Rule("numeric", "NDATE", _numeric, ("22/04/2014",)),
    Rule("nine-eleven", "NINE", _nine_eleven, ("9/11",)),
)  # fmt: skip
