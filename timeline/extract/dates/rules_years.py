"""Rules for years, ranges of years, eras, decades and centuries; when a number is no year."""

from __future__ import annotations

import re

from timeline.datespan import DateSpan
from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.english import COUNTED
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.point import CENTURY, DECADE, MONTH, YEAR, Point
from timeline.extract.dates.reading import Hit, Pieces, Reading, read_point
from timeline.extract.dates.year_filling import century_of

_YEAR_LEADS = frozenset((
    "in", "since", "by", "until", "till", "during", "from", "before", "after", "of", "to", "through", "throughout",
    "year", "years", "early", "late", "mid", "circa", "late-", "and", "or", "between", "around", "about", "for",
    "winter", "spring", "summer", "autumn", "fall", "election", "elections", "the", "up", "into", "as", "that",
    "on", "(", "-", "–", "ad", "pre", "post", "next", "last",
))  # fmt: skip

_APPROXIMATE = frozenset((
    "about", "around", "some", "nearly", "almost", "over", "than", "least", "approximately", "roughly", "only",
    "up", "most", "exactly", "just", "estimated",
))  # fmt: skip


_NUMBERED = frozenset((
    "resolution", "no", "number", "flight", "unit", "room", "article", "law", "directive", "regulation", "page",
    "pages", "rule", "case", "chapter", "section", "volume", "vol", "highway", "route", "channel", "boeing",
    "airbus", "line", "verse", "psalm",
))  # fmt: skip


_MASSES = frozenset((
    "crowd", "crowds", "force", "army", "total", "group", "toll", "capacity", "population", "fleet", "garrison",
    "average", "maximum", "minimum", "column", "convoy",
))  # fmt: skip


_DAYS = 31
_LEAST_YEAR = 1000  # below which the first number of a range is a count, and so is the second
_SMALL_WORDS = frozenset(
    ("the", "a", "and", "or", "to", "in", "on", "of", "at", "by", "for", "when", "as", "his", "its")
)


def _bare_year(hit: Hit) -> Reading | None:
    year = hit.number("y")
    before, following, raw_after = hit.before(), hit.after(), hit.tokens.raw(hit.end)
    explicit = hit.has("w") or hit.tokens.word(hit.start) == "fiscal"
    gap_after = hit.tokens.gap(hit.end)
    if before.isdigit() and 0 < int(before[:4]) <= _DAYS and hit.tokens.gap(hit.start) == " " and not explicit:
        return None  # "(EnglishNews) 29 2017": a day whose month was lost
    if before == "of" and hit.before(2) in _MASSES:
        return None  # a crowd of 2000
    if before in ("$", "£", "€", "¥", "#", "no", "us$") or following in ("%", "percent", "°"):
        return None
    glued_before = hit.start > 0 and hit.tokens.gap(hit.start) == ""
    if glued_before and (hit.tokens.raw(hit.start - 1)[-1:].isalnum() or before in (".", ":", "+", "=", "_", "&")):
        return None
    if glued_before and before == "-" and hit.tokens.raw(hit.start - 2)[-1:].isalpha() and hit.before(2) not in (
        "mid", "pre", "post", "late", "early", "march", "april", "may", "june", "july", "august", "september",
        "october",
        "november", "december", "january", "february",
    ):  # fmt: skip
        return None
    glued_after = raw_after in tuple(":°_=+") and hit.tokens.gap(hit.end + 1) == "" and hit.after(1).isalnum()
    if gap_after == "" and raw_after and (raw_after[0].isalpha() or glued_after):
        return None
    if following in COUNTED and not explicit:
        later = hit.after(1)
        sure = 1900 <= year <= 2050 and before in ("in", "since", "by", "until", "during", "of", "(")
        if not sure or (later in ("were", "are", "have", "had") and before not in ("in", "since", "during")):
            return None
    if following in ("and", "-", "to") and hit.after(2) in COUNTED and before in (*_APPROXIMATE, "between", "from"):
        return None  # between 1000 and 1800 people
    ranged = before in ("and", "to") and hit.before(2).isdigit() and hit.before(3) in ("between", "from")
    if ranged and (int(hit.before(2)) < _LEAST_YEAR or following in COUNTED):
        return None  # between 500 and 1300
    counting = before in _APPROXIMATE and following.isalpha() and following not in _SMALL_WORDS
    if counting and not explicit and _plural(hit.after(1)):
        return None  # more than 2000 oil tankers
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


_SHORT_LEADS = frozenset((
    "in", "since", "by", "until", "till", "of", "from", "before", "after", "during", "summer", "winter", "spring",
    "autumn", "class", "between", "early", "late", "mid", "-", "the",
))  # fmt: skip


def _short_year(hit: Hit) -> Reading | None:
    """'82, and a bare 82 in a text whose years lie near: "Reagan won in 84"."""
    worth = century_of(hit.number("y"), hit)
    listed = hit.before() == "and" and hit.before(2).isdigit() and len(hit.before(2)) == 2 and hit.before(3) == "in"
    if hit.before() not in _SHORT_LEADS and not listed:
        return None
    if not hit.tokens.raw(hit.start).startswith(("'", "’")):
        near = any(abs(year - worth) <= 12 for year in hit.anchors.story.written)
        ends = hit.after() in ("", ".", ",", ";", ")", "and", "when", "but", "to")
        if not (near and ends and (listed or hit.before() in ("in", "since")) and hit.number("y") >= 40):
            return None
        if hit.after() in (".", ",") and hit.after(1)[:1].isdigit():
            return None
    return read_point(Point(YEAR, worth))


def _plural(word: str) -> bool:
    if word.endswith(("men", "children", "people")):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us",
        "is")) and word.isalpha() and word not in (
        "was", "as", "this", "elections", "olympics", "games", "attacks", "protests", "talks", "accords", "sees",
        "has", "does",
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
    low, high = Point(YEAR, first).span(), Point(YEAR, second).span()
    stretch = hit.start < y and hit.before() in ("over", "during", "for", "throughout")
    if stretch and hit.anchors.mode == NARRATIVE and low is not None and high is not None:
        when = DateSpan.interval(low.start, high.end)  # "the years 1751-1777" are a stretch in TIMEX2
        return Reading("DURATION", f"P{second - first + 1}Y", when, anchors=False)
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
        or (hit.after() in (",", ".") and hit.after(1)[:1].isdigit())
    ):
        return None
    if hit.before() not in ("in", "by", "since", "until", "early", "late", "before", "after", "during", "around",
        "of", "from",
                            "between", "summer", "winter", "(", "year", "c", "c.", "ca", "ca.", "circa",
                            "about"):  # fmt: skip
        return None
    if hit.before() in ("of", "from", "between", "about", "-",
        "–") and hit.anchors.era > 0 and hit.after()[:1].islower() and hit.after() not in (
        "and", "to", "he", "she", "until", "in", "when",
    ):  # fmt: skip
        return None
    return read_point(Point(YEAR, hit.number("y") * (-1 if hit.anchors.era < 0 else 1)))


_WARMTH = frozenset((
    "highs", "lows", "high", "low", "temperature", "temperatures", "degrees", "fahrenheit", "celsius", "weather",
))  # fmt: skip


def read_decade(hit: Hit) -> Reading | None:
    """The 1980s, the ’80s, the eighties; not somebody's."""
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
        if not hit.tokens.raw(hit.at("x")).startswith(("'", "’")) and _WARMTH.intersection(
            hit.tokens.word(i) for i in range(hit.start - 12, hit.end + 6)
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
                   (hit.at("p") - (1 if hit.tokens.word(hit.at("p") - 1) == "the" else 0), hit.end,
                   read_point(Point(CENTURY, (two - 1) * 100)))])  # fmt: skip


RULES: tuple[Rule, ...] = (
    Rule("year", "y=YEAR", _bare_year, ("in 1939",)),
    Rule("short-year", "y=(YYQ|YY)", _short_year, ("in ’82",)),
    Rule("the-year", "the? w=(year|years) y=YEAR", _bare_year, ("the year 1950",)),
    Rule("year-range", "((the)? years)? y=YEAR (DASH|SLASH|LDASH) z=(YY|YEAR)", _year_range, ("1914–18", "2011-2014")),
    Rule("year-bc", "(the year)? y=NUM bc=BC", _bc, ("493 BC",)),
    Rule("range-bc", "y=NUM (DASH|LDASH|to|and) z=NUM bc=BC", _bc_range, ("499–449 BC",)),
    Rule("year-ad", "AD y=NUM", _ad, ("AD 70",)),
    Rule("year-ad-after", "y=NUM AD", _ad, ("70 AD",)),
    Rule("ancient-year", "y=Y3", _ancient_year, ("in 480 (beside 490 BC)",)),
    Rule("fiscal-year", "fiscal year? y=YEAR", _bare_year, ("fiscal 1989",)),
    Rule("decade", "the? x=DECADE", read_decade, ("the 1980s", "the ’60s")),
    Rule("decade-words", "the w=DECW", read_decade, ("the sixties",)),
    Rule("decade-bc", "the? x=DECADE bc=BC", read_decade, ("the 470s BC",)),
    Rule("century", "the? (t=NUMW DASH?)? o=(OD|ORD) DASH? (century|centuries) bc=BC?", _century, ("the 19th century",
        "eighteenth-century")),
    Rule("centuries", "the? o=(OD|ORD) (and|or|to|DASH) the? p=(OD|ORD) (century|centuries)", _centuries,
        ("the 19th and 20th centuries",)),
)  # fmt: skip
