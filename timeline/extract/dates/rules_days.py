"""Rules for days and months written out, in all orders, with and without a year.

Each row is a name, a pattern over token classes (``grammar.py``), a builder and examples. Where two rules match at a
place, the longer wins; a builder that returns ``None`` refuses and the next longest is tried.
"""

from __future__ import annotations

from datetime import date

from timeline.extract.dates.anchors import NEWS
from timeline.extract.dates.english import COUNTED
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.point import DAY, MONTH, Point, valid_day
from timeline.extract.dates.reading import Hit, Pieces, Reading, read_point
from timeline.extract.dates.year_filling import borrowed_year, century_of, year_words

# Parts of towns that bear a month's name.
_QUARTERS = frozenset({
    "neighbourhood", "neighborhood", "district", "suburb", "quarter", "street", "square", "bridge", "camp", "hospital",
    "barracks", "roundabout", "market",
})  # fmt: skip

# A dated name that is not the day: the March 14 coalition, the July 26 Movement.
NAMED_AFTER_A_DAY = frozenset((
    "coalition", "alliance", "movement", "bloc", "brigade", "brigades", "forces", "group", "party", "camp", "front",
    "organization", "organisation", "militia", "hospital", "street", "square", "bridge", "stadium", "university",
    "school",
))  # fmt: skip

_NAMED_AFTER_A_MONTH = frozenset(("War", "Revolution", "Crisis", "Uprising", "Putsch", "Days", "Coup", "Rising"))

_MONTH_LEADS = frozenset((
    "in", "since", "by", "until", "till", "during", "from", "before", "after", "of", "to", "through", "throughout",
    "early", "late", "mid", "last", "next", "this", "and", "or", "between", "around", "about", "for", "on", "the",
    "every", "each", "mid-", "-", "–", "(", ",", "as", "end", "start", "middle", "beginning", "later", "earlier",
    "previous", "following", "that", "same", "half", "into", "/", "past", "week",
))  # fmt: skip

_NAME_MONTHS = frozenset(("may", "march", "april", "june", "august", "mar", "jan", "dec", "sep"))


def _year(hit: Hit, group: str = "y") -> int:
    year = hit.number(group)
    return -year if hit.anchors.era < 0 and hit.has("bc") else year


def read_full(hit: Hit) -> Reading | Pieces | None:
    """A day, month and year; ``None`` where the month has no such day."""
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
        year = century_of(hit.number("yy"), hit)
    if not valid_day(year, month, day):
        return None
    return _without_article(hit, read_point(Point(DAY, year, month, day)))


_FUNCTION = frozenset((
    "and", "or", "but", "in", "on", "at", "by", "to", "with", "for", "from", "when", "as", "the", "a", "an", "he",
    "she", "they", "it", "was", "were", "had", "after", "before", "until", "which", "that", "of", "is", "are",
    "did", "between", "over", "under", "near", "while", "where", "his", "their",
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
    year, other, anchored = borrowed_year(hit, month), None, False
    if year is None and hit.anchors.era < 0 and hit.anchors.ref_year:
        year, anchored = hit.anchors.ref_year, True
    if year is None:
        if (known := known_day(hit, month, day)) is not None:
            return _without_article(hit, read_point(known))
        year, other = hit.anchors.day_year(month, day, hit.start, hit.end)
        anchored = True
    if year is not None and not valid_day(year, month, day):
        return None
    point = Point(DAY, year, month, day)
    others = tuple(s for s in (Point(DAY, other, month, day).span(),) if other is not None and s)
    return _without_article(
        hit,
        read_point(point, relative=anchored, resolution=year_words(hit, year) if anchored else "", alternatives=others),
    )


# Days that an attack made a name of: (month, day) → year.
_KNOWN_DAYS = {(9, 11): 2001, (10, 7): 2023}
_ATTACKS = frozenset((
    "attack", "attacks", "terrorist", "terror", "hijackings", "massacre", "massacres", "assault", "onslaught",
    "hamas", "bombings", "bombing", "hijackers", "hijacker", "attackers", "conspirators", "plot", "plotters",
))  # fmt: skip


def known_day(hit: Hit, month: int, day: int) -> Point | None:
    """“The September 11 attacks”, “the 7 October attack”: the day of the year all know, in texts written after it."""
    year = _KNOWN_DAYS.get((month, day))
    if year is None or hit.after() not in _ATTACKS or (hit.anchors.dct or date.max) < date(year, month, day):
        return None
    return Point(DAY, year, month, day)


def _counts_people(hit: Hit) -> bool:
    """“In March 14 people were killed”: the number counts; also "May 10, 200 soldiers"-like decimals and percents.

    Not after "on", which no bare month follows: "on July 25 killed nine".
    """
    if hit.before() == "on" and hit.start == hit.at("m"):
        return False
    last_is_number = hit.at("d") == hit.end - 1
    following = hit.after()
    return last_is_number and (
        following in COUNTED or following in ("%", "percent") or (following == ":" and hit.after(1).isdigit())
    )


def _named_group(hit: Hit) -> bool:
    following = hit.after()
    if following in ("youth", "revolutionary", "martyrs", "national"):
        following = hit.after(1)
    return following in NAMED_AFTER_A_DAY


def read_month_year(hit: Hit) -> Reading | None:
    """A month and year, the year in two digits or before Christ too."""
    year = (
        -hit.number("y") if hit.has("bc") else century_of(hit.number("yy"), hit) if hit.has("yy") else hit.number("y")
    )
    month = int(str(hit.worth("m", "MON")))
    if (hit.has("y") and not hit.has("bc") and hit.after() in ("%", "percent")) or _no_such_day(hit, month):
        return None
    return read_point(Point(MONTH, year, month))


def read_month(hit: Hit) -> Reading | None:
    """A bare month, its year from the list it begins, the story or the document."""
    word, before = hit.word("m"), hit.before()
    if not _is_month(hit, word, before) or (hit.after().isdigit() and hit.after(1) in NAMED_AFTER_A_DAY | {"youth"}):
        return None
    month = int(str(hit.worth("m", "MON")))
    if _no_such_day(hit, month):
        return None
    year = borrowed_year(hit, month)
    if year is not None:
        return read_point(Point(MONTH, year, month))
    if hit.anchors.era < 0 and hit.anchors.ref_year:
        year, other = hit.anchors.ref_year, None
    else:
        year, other = hit.anchors.month_year(month, hit.start, hit.end)
    others = tuple(s for s in (Point(MONTH, other, month).span(),) if other is not None and s)
    return read_point(Point(MONTH, year, month), relative=True, resolution=year_words(hit, year), alternatives=others)


def _no_such_day(hit: Hit, month: int) -> bool:
    """“31 February 2014”, “the 31st of April”: what names a day that never was gives no month either."""
    lead = hit.before(2) if hit.before() == "of" else hit.before()
    days = (word.rstrip("stndrh") for word in (lead, "" if hit.after(1).isalpha() else hit.after()))
    return any(day in ("30", "31") and not valid_day(None, month, int(day)) for day in days)


def _is_month(hit: Hit, word: str, before: str) -> bool:
    """Names, verbs and abbreviations that look like a month: Theresa May, Long March, Mar Mattai, June Carter."""
    raw, following, lead = hit.tokens.raw(hit.start), hit.tokens.raw(hit.end), hit.tokens.raw(hit.start - 1)
    if before in ("black", "bloody", "red") and lead[:1].isupper():
        return False  # Black September
    if following in ("von", "van", "de", "der") or (before in ("the", "in", "of") and following in _QUARTERS):
        return False  # August von Mackensen, the May neighbourhood
    if (following in _NAMED_AFTER_A_MONTH and hit.anchors.mode == NEWS) or (
        before.isdigit() and following.lower() in NAMED_AFTER_A_DAY
    ):
        return False  # the October War, the 17 November group
    if len(word) <= 4 and word not in ("may", "june", "july") and not raw.endswith("."):
        return (before in _MONTH_LEADS and before not in (",", "(", "the", "and", "-")) or hit.after() in (
            "-",
            "–",
            "and",
            "to",
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


_D = "(DD|ODD)"

RULES: tuple[Rule, ...] = (
    Rule("day-month-year", f"the? (WD COMMA? the?)? d={_D} DASH? of? m=MON DASH? COMMA? of? (the year)? y=YEAR",
        read_full,
         ("22 April 2014", "the 22nd of April, 2014", "Sunday 5 Jun 2016")),
    Rule("month-day-year", f"(WD COMMA?)? m=MON the? d={_D} (COMMA|of|COMMA of)? y=YEAR", read_full,
        ("April 22, 2014", "Friday, July 21, 2017")),
    Rule("day-month-short-year", f"the? (WD COMMA?)? d={_D} DASH? m=MON DASH? yy=(YYQ|YY)", read_full,
        ("22 April ’14",)),
    Rule("ordinal-day-month-year", "the? (t=NUMW DASH?)? d=ORD (day)? of m=MON COMMA? y=YEAR", read_full,
        ("the eleventh of November 1918",)),
    Rule("ordinal-day-month", "the (t=NUMW DASH?)? d=ORD (day)? of m=MON", _day_month, ("the eleventh of November",)),
    Rule("month-year", "(the month of)? m=MON COMMA? DASH? (of|in)? (the year)? y=YEAR", read_month_year,
        ("April 2014", "May of 1789")),
    Rule("month-day-of-year", "m=MON (day|morning|afternoon|evening|night) (of|in) y=YEAR", read_month_year,
        ("January morning in 1991",)),
    Rule("month-short-year", "m=MON COMMA? yy=YYQ", read_month_year, ("May ’68",)),
    Rule("day-month", f"the? (WD COMMA? the?)? d={_D} of? (the month of)? m=MON", _day_month, ("10 August",
        "the 20 September")),
    Rule("month-day", f"(WD COMMA?)? m=MON the? d={_D}", _day_month, ("August 10", "Tuesday, May 3rd")),
    Rule("month", "m=MON", read_month, ("in August",)),
    Rule("month-bc", "m=MON COMMA? y=NUM bc=BC", read_month_year, ("April 480 BC",)),
    Rule("day-month-bc", f"d={_D} m=MON y=NUM bc=BC", read_full, ("15 March 44 BC",)),
    Rule("month-day-bc", f"m=MON d={_D} COMMA? y=NUM bc=BC", read_full, ("March 15, 44 BC",)),
    Rule("month-ancient-year", "m=MON of? y=Y3", lambda hit: read_month_year(hit) if hit.anchors.era > 0 else None,
        ("December of 384 (beside AD 347)",)),
    Rule("day-month-ancient-year", f"d={_D} of? m=MON "
        f"y=Y3", lambda hit: read_full(hit) if hit.anchors.era > 0 else None, ("30 September 420 (beside AD 347)",)),
)  # fmt: skip
