"""When named days fall: fixed and computed dates here, others by ``holidays`` and ``hijridate``, loaded when named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from timeline.extract.dates.point import DAY, MONTH, Point


def _fixed(month: int, day: int) -> Callable[[int], Point | None]:
    return lambda year: Point(DAY, year, month, day)


def _once(year: int, month: int, day: int) -> Callable[[int], Point | None]:
    return lambda _: Point(DAY, year, month, day)


@lru_cache(maxsize=256)
def easter(year: int) -> date:
    """Easter Sunday, Gregorian reckoning (the anonymous algorithm printed in Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _easter(offset: int) -> Callable[[int], Point | None]:
    return lambda year: Point.of(easter(year) + timedelta(days=offset)) if 1583 <= year <= 9998 else None


@lru_cache(maxsize=256)
def orthodox_easter(year: int) -> date:
    """Easter Sunday by the Julian reckoning, as a Gregorian day (the rule of Meeus)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _orthodox(offset: int) -> Callable[[int], Point | None]:
    return lambda year: Point.of(orthodox_easter(year) + timedelta(days=offset)) if 1583 <= year <= 9998 else None


def _nth(month: int, weekday: int, number: int) -> Callable[[int], Point | None]:
    def find(year: int) -> Point | None:
        if number < 0:
            last = (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)
            return Point.of(last - timedelta(days=(last.weekday() - weekday) % 7))
        first = date(year, month, 1)
        return Point.of(first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1)))

    return find


@lru_cache(maxsize=512)
def _hijri(year: int, month: int, day: int) -> tuple[date, ...]:
    """Days of a Gregorian year that are this day of the Islamic calendar (Umm al-Qura, 1924–2077)."""
    from hijridate import Hijri  # noqa: PLC0415 - loaded only for a text that names such a day

    found = []
    for hijri in range(int((year - 622) * 1.0307) - 1, int((year - 622) * 1.0307) + 3):
        if 1343 <= hijri <= 1500:
            when = Hijri(hijri, month, day).to_gregorian()
            if when.year == year:
                found.append(date(when.year, when.month, when.day))
    return tuple(found)


def _islamic(month: int, day: int) -> Callable[[int], Point | None]:
    def find(year: int) -> Point | None:
        found = _hijri(year, month, day) if 1925 <= year <= 2076 else ()
        return Point.of(found[0]) if found else None

    return find


@lru_cache(maxsize=512)
def _calendar(country: str, year: int) -> tuple[tuple[date, str], ...]:
    """Public holidays of a country's year with their English names, in order; by the ``holidays`` library."""
    from holidays import country_holidays  # noqa: PLC0415 - loaded only for a text that names such a day

    return tuple(sorted(country_holidays(country, years=year, language=_NAMED_IN.get(country)).items()))


_NAMED_IN = {"IL": "en_US", "VN": "en_US", "CN": "en_US"}


def _public(country: str, words: str) -> Callable[[int], Point | None]:
    """The first day of the year that this country keeps under a name with these words; none before its calendar."""

    def find(year: int) -> Point | None:
        if not 1948 <= year <= 2090:
            return None
        return next((Point.of(day) for day, name in _calendar(country, year) if words in name), None)

    return find


def _lunar_new_year(year: int) -> Point | None:
    """The day itself, not its eve."""
    days = _calendar("VN", year) if 1950 <= year <= 2090 else ()
    return next((Point.of(day) for day, name in days if name == "Lunar New Year"), None)


FEASTS: dict[str, Callable[[int], Point | None]] = {
    "christmas": _fixed(12, 25), "christmas day": _fixed(12, 25), "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year's day": _fixed(1, 1), "new year's eve": _fixed(12, 31), "valentine's day": _fixed(2, 14),
    "may day": _fixed(5, 1), "halloween": _fixed(10, 31), "all saints' day": _fixed(11, 1),
    "all souls' day": _fixed(11, 2),
    "armistice day": _fixed(11, 11), "remembrance day": _fixed(11, 11), "veterans day": _fixed(11, 11),
    "bastille day": _fixed(7, 14),
    "st. patrick's day": _fixed(3, 17), "epiphany": _fixed(1, 6), "anzac day": _fixed(4, 25), "nowruz": _fixed(3, 21),
    "international women's day": _fixed(3, 8), "human rights day": _fixed(12, 10), "april fools' day": _fixed(4, 1),
    "good friday": _easter(-2), "easter sunday": _easter(0), "easter monday": _easter(1), "easter": _easter(0),
    "palm sunday": _easter(-7),
    "ash wednesday": _easter(-46), "maundy thursday": _easter(-3), "pentecost": _easter(49),
    "holy saturday": _easter(-1),
    "easter saturday": _easter(-1), "whit sunday": _easter(49), "ascension day": _easter(39),
    "orthodox easter": _orthodox(0), "orthodox easter sunday": _orthodox(0), "orthodox good friday": _orthodox(-2),
    "orthodox palm sunday": _orthodox(-7), "orthodox christmas": _fixed(1, 7), "orthodox christmas eve": _fixed(1, 6),
    "coptic christmas": _fixed(1, 7), "newroz": _fixed(3, 21), "nakba day": _fixed(5, 15), "land day": _fixed(3, 30),
    "arbaeen": _islamic(2, 20), "mawlid": _islamic(3, 12),
    "thanksgiving": _nth(11, 3, 4), "thanksgiving day": _nth(11, 3, 4), "labor day": _nth(9, 0, 1),
    "memorial day": _nth(5, 0, -1),
    "columbus day": _nth(10, 0, 2), "martin luther king day": _nth(1, 0, 3),
    "eid al-fitr": _islamic(10, 1), "eid ul-fitr": _islamic(10, 1), "eid al-adha": _islamic(12, 10),
    "eid ul-adha": _islamic(12, 10),
    "yom kippur": _public("IL", "Yom Kippur"), "rosh hashanah": _public("IL", "Rosh Hashanah"),
    "passover": _public("IL", "Pesach"), "pesach": _public("IL", "Pesach"), "sukkot": _public("IL", "Sukkot"),
    "simchat torah": _public("IL", "Simchat Torah"), "shavuot": _public("IL", "Shavuot"),
    "lunar new year": _lunar_new_year, "chinese new year": _public("CN", "Chinese New Year"),
    "ashura": _islamic(1, 10), "laylat al-qadr": _islamic(9, 27),
    "d-day": _once(1944, 6, 6), "v-e day": _once(1945, 5, 8),
    "ve day": _once(1945, 5, 8),
    "v-j day": _once(1945, 8, 15), "vj day": _once(1945, 8, 15),
}  # fmt: skip


def ramadan(year: int) -> tuple[date, date] | None:
    """First and last day of the Ramadan that begins in a Gregorian year (the later one where two do)."""
    first = _hijri(year, 9, 1) if 1925 <= year <= 2076 else ()
    if not first:
        return None
    return first[-1], first[-1] + timedelta(days=29)


_ONCE = frozenset(("d-day", "v-e day", "ve day", "v-j day", "vj day"))


def feast_point(name: str, year: int | None, base: Point | None, *, future: bool) -> Point | None:
    """The day of this name: of the year given, else the one nearest before the base (after it in the future tense)."""
    find = FEASTS.get(name)
    if find is None:
        return None
    if name in _ONCE:
        return find(0)
    if year is not None:
        return find(year) if 1 <= year <= 9998 else None
    if base is None or base.year is None or not 2 <= base.year <= 9997:
        return None
    here = base.first_day()
    found = find(base.year)
    if here is None or base.gran not in (DAY, MONTH) or found is None:
        return found
    day = found.first_day()
    if day is None:
        return found
    ahead = (day - here).days
    if future and ahead < 0:
        return find(base.year + 1)
    if not future and ahead > 45:  # a feast a few weeks ahead is spoken of before it comes
        return find(base.year - 1)
    return found
