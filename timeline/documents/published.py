"""A publication date as people and feeds write it → the day (or span) it means. Never a time zone's neighbour day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from timeline.datespan import DateSpan
from timeline.errors import DateSpanError

_ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december")  # fmt: skip
MONTHS = {
    name[:length]: number for number, name in enumerate(_ENGLISH, start=1) for length in (3, 4, len(name))
}  # fmt: skip
# Month names on pages in other languages (French, Spanish, Portuguese, Italian, German, Dutch), where they differ.
_OTHER_MONTHS = (
    "janvier enero janeiro gennaio januar januari jänner", "février febrero fevereiro febbraio februar februari",
    "mars marzo março marco märz maart", "avril abril aprile", "mai mayo maio maggio mei",
    "juin junio junho giugno juni", "juillet julio julho luglio juli", "août aout agosto augustus",
    "septembre septiembre setembro settembre", "octobre octubre outubro ottobre oktober",
    "novembre noviembre novembro", "décembre decembre diciembre dezembro dicembre dezember",
)  # fmt: skip
_ALL_MONTHS = {n: number for number, names in enumerate(_OTHER_MONTHS, start=1) for n in names.split()} | MONTHS
_STAMP = re.compile(
    r"(\d{4})(?:(?P<sign>[-/.])(?P<m>\d{1,2})(?P=sign)(?P<d>\d{1,2})|(?P<m2>\d{2})(?P<d2>\d{2}))(?:[T ]\d.{0,40})?\Z"
)
_WORDY = re.compile(
    r"(?:[^\W\d_]{3,13}\.?,?\s+)??"
    r"(?:(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]+(?:de )?(?P<m>[^\W\d_]{3,10})\.?,?(?: de)?[\s-]+"
    r"|(?P<m2>[^\W\d_]{3,10})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+)(?P<y>\d{4})(?:[T,\s].{0,40})?\Z"
)
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[T\s].{0,40})?\Z")
_LONGEST = 100
_WANTED = "write YYYY-MM-DD, for example 2014-04-22"


def read_published(value: object, order: str | None = None) -> DateSpan | None:
    """The date span a date field means; ``None`` for an empty field.

    Reads dates and datetimes (the day as written; the time and its zone are dropped, never converted), EDTF,
    ``20140422``, ``22 April 2014``, ``April 22, 2014``, mail dates, and all-number dates where only one order of day
    and month is possible or ``order`` (``dmy`` or ``mdy``) says which it is.

    Raises:
        DateSpanError: no date, an impossible one, or one that two orders of day and month read differently.

    """
    if isinstance(value, datetime):
        return DateSpan.day(value.date())
    if isinstance(value, date):
        return DateSpan.day(value)
    text = str(value).strip() if value is not None else ""
    if text.casefold() in ("", "nan", "nat", "none", "null"):
        return None
    if len(text) > _LONGEST:
        raise DateSpanError(text[:40] + "…", _WANTED)
    if match := _STAMP.match(text):
        return DateSpan.day(_day(text, match[1], match["m"] or match["m2"], match["d"] or match["d2"]))
    if match := _WORDY.match(text):
        month = _ALL_MONTHS.get((match["m"] or match["m2"]).casefold())
        if month:
            return DateSpan.day(_day(text, match["y"], month, match["d"] or match["d2"]))
    if match := _NUMBERS.match(text):
        return DateSpan.day(
            _from_numbers(text, int(match[1]), int(match[3]), match[4], dotted=match[2] == ".", order=order)
        )
    return DateSpan.parse(text)


def column_order(cells: Iterable[str]) -> Literal["dmy", "mdy"] | None:
    """The order of day and month that the all-number dates of a column can only have; ``None`` if either or neither.

    A number above 12 can only be a day; a column where both places hold one is in no single order.
    """
    first = second = False
    for cell in cells:
        if match := _NUMBERS.match(cell.strip()):
            first |= int(match[1]) > 12
            second |= int(match[3]) > 12
    return None if first == second else "dmy" if first else "mdy"


def _from_numbers(text: str, first: int, second: int, year: str, *, dotted: bool, order: str | None) -> date:
    if order == "mdy":
        return _day(text, year, first, second)
    if (
        dotted or order == "dmy" or first > 12 or first == second
    ):  # full stops between numbers: the day leads wherever they are used
        return _day(text, year, second, first)
    if second > 12:
        return _day(text, year, first, second)
    raise DateSpanError(text, f"it may be day/month or month/day; {_WANTED}, or name the column's order")


def _day(text: str, year: object, month: object, day: object) -> date:
    try:
        return date(int(str(year)), int(str(month)), int(str(day)))
    except ValueError as error:
        raise DateSpanError(text, f"{error}; {_WANTED}") from error
