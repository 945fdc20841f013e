"""The year of a date that carries none: borrowed from a later date of the same list, or a century for two digits."""

from __future__ import annotations

from timeline.extract.dates.english import MONTHS
from timeline.extract.dates.reading import Hit


def borrowed_year(hit: Hit, month: int) -> int | None:
    """The year that a later date of the same list or range carries: "June and July 1944"."""
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
    return MONTHS.get(word.rstrip("."), 0)


# What may stand between a date without a year and the one that has it.
BORROW_PATTERN = (
    "((COMMA? (and|or|to|until|till|through|DASH|LDASH|SLASH) (the|late|early|mid DASH?)?|COMMA) "
    "((DD|ODD) of? MON|MON (DD|ODD)|MON)){1,3} COMMA? of? (y=YEAR|z=NUM bc=BC)"
)


def year_words(hit: Hit, year: int | None) -> str:
    """How the year of a date without one was found, for its resolution."""
    if year is None:
        return "the text gives no year and the document has no date"
    story = hit.anchors.story_year() is not None
    if story:
        return f"the year {year} carried on from the dates before it"
    if hit.anchors.dct is not None and year != hit.anchors.dct.year and year == hit.anchors.ref_year:
        return f"the year {year} named just before"
    return f"the year {year} counted from the document's date {hit.anchors.dct}"


def century_of(two_digits: int, hit: Hit) -> int:
    """'68 → 1968: the year with these digits nearest before (or little after) the story's or the document's."""
    anchors = hit.anchors
    if anchors.mode == "narrative" and anchors.ref_year:
        base = anchors.ref_year + 25
    else:
        base = (anchors.dct.year if anchors.dct else 2030) + 5
    year = base - base % 100 + two_digits
    return year if year <= base else year - 100
