"""Rules for stretches that news compares: the year-earlier quarter, the same period last year, fiscal years."""

from __future__ import annotations

from dataclasses import replace

from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.counting import STEP, base_of, counted
from timeline.extract.dates.english import MONTHS
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.point import DAY, HALF, MONTH, QUARTER, WEEK, YEAR, Point, valid_day
from timeline.extract.dates.reading import Hit, Reading, read_point
from timeline.extract.dates.year_filling import year_words

_NEAR = 40  # tokens back to the stretch that is compared with
_GRAN = {"quarter": QUARTER, "month": MONTH, "week": WEEK, "half": HALF}


def years_off(point: Point, years: int) -> Point | None:
    """The same stretch some years on; ``None`` where there is none (29 February, week 53, out of the calendar)."""
    if point.year is None or not 1 <= point.year + years <= 9998 or point.year < 1:
        return None
    moved = replace(point, year=point.year + years)
    if moved.gran == DAY and not valid_day(moved.year, moved.month or 0, moved.day or 0):
        return None
    return moved if moved.span() is not None else None


def compared_with(hit: Hit, kind: str) -> Point | None:
    """The stretch of this kind that is spoken of: the one named just before, else the last one that is over."""
    anchors = hit.anchors
    ref = anchors.ref if hit.start - anchors.ref_index <= _NEAR else None
    if ref is not None and (ref.gran == _GRAN.get(kind) or (kind == "period" and ref.gran != YEAR)):
        return ref
    here = anchors.here()
    unit = {"quarter": "Q", "month": "M", "week": "W"}.get(kind)
    return here.shift(unit, -1) if here is not None and unit else None


def _back(hit: Hit) -> int | None:
    """How many years back the words after the stretch go; an absolute year gives its distance from the document's."""
    if hit.has("r"):
        return STEP[hit.words("r")[-1]]
    return -1


def _same_period(hit: Hit) -> Reading | None:
    """The year-earlier quarter, the same period last year, the comparable quarter of 1988."""
    anchors = hit.anchors
    if anchors.mode == NARRATIVE:
        return None
    here = anchors.here()
    kind = hit.word("k")
    point = compared_with(hit, kind)
    back = _back(hit)
    if hit.has("y"):
        year: int | None = hit.number("y")
    else:
        start = point.year if point is not None else here.year if here is not None else None
        if hit.has("r") and here is not None:
            start = here.year  # last year is the document's, whatever the stretch was
        year = start + back if start is not None and back is not None else None
    if year is None:
        return None
    if point is not None and point.year is not None and (found := years_off(point, year - point.year)):
        return counted(hit, point, found)
    return counted(hit, here, Point(YEAR, year))


def _year_earlier(hit: Hit) -> Reading | None:
    """“From $41 million a year earlier”, beside a quarter: that quarter, a year before."""
    anchors = hit.anchors
    if anchors.mode == NARRATIVE or anchors.ref is None or hit.start - anchors.ref_index > _NEAR:
        return None
    lead = hit.before()
    gran = anchors.ref.gran
    if not (gran == QUARTER or (gran == MONTH and lead in ("from", "than", "of", "with", "to", "over"))):
        return None
    found = years_off(anchors.ref, -1)
    if found is None:
        return None
    reading = counted(hit, anchors.ref, found)
    reading.anchors = False  # what is compared with does not carry the report
    return reading


def _month_quarter(hit: Hit) -> Reading | None:
    """The July-September quarter."""
    first, last = MONTHS[hit.word("m")], MONTHS[hit.word("n")]
    year = hit.number("y") if hit.has("y") else hit.anchors.month_year(last, hit.start, hit.end)[0]
    if year is None or last - first != 2 or first not in (1, 4, 7, 10):
        return None
    point = Point(QUARTER, year, sub=(first + 2) // 3)
    return read_point(point, relative=not hit.has("y"), resolution="" if hit.has("y") else year_words(hit, year))


def _of_year(hit: Hit) -> int | None:
    """The year that "of last year", "of the year" or "of that year" means."""
    anchors = hit.anchors
    if not hit.has("r"):
        ref = anchors.ref if anchors.ref is not None and hit.start - anchors.ref_index < 15 else None
        base = ref if ref is not None else anchors.here()
        return base.year if base is not None else None
    base = base_of(hit, hit.words("r")[-1])
    moved = base.shift("Y", STEP[hit.words("r")[-1]]) if base is not None else None
    return moved.year if moved is not None else None


def _part_of_year(hit: Hit) -> Reading | None:
    """The third quarter of last year, the second half of the year, 1988's fourth quarter."""
    year = hit.number("y") if hit.has("y") else _of_year(hit)
    if year is None:
        return None
    if hit.has("h"):
        point = Point(HALF, year, sub=1 if hit.word("h") in ("first", "1st", "early") else 2)
    else:
        number = 4 if hit.word("o") in ("last", "final") else hit.number("o")
        if not 1 <= number <= 4:
            return None
        point = Point(QUARTER, year, sub=number)
    return read_point(point, relative=not hit.has("y"), resolution="" if hit.has("y") else year_words(hit, year))


_BUSINESS = frozenset((
    "profit", "profits", "sales", "net", "earnings", "loss", "losses", "revenue", "revenues", "income", "growth",
    "exports", "imports", "gdp", "economy", "output", "orders", "shipments", "deficit", "inflation", "turnover",
))  # fmt: skip


def _bare_half(hit: Hit) -> Reading | None:
    """“Profit rose in the first half”: of the document's year, the last one that has begun; not of a match."""
    anchors = hit.anchors
    here = anchors.here()
    if anchors.mode == NARRATIVE or here is None or here.year is None or hit.after() == "of":
        return None
    around = (hit.tokens.word(i) for i in range(hit.start - 15, hit.end + 15))
    if not _BUSINESS.intersection(around):
        return None
    number = 1 if hit.word("h") == "first" else 2
    year = here.year
    if number == 2 and (here.month_number() or 12) < 7 and anchors.tense(hit.start, hit.end) != "future":
        year -= 1
    return read_point(Point(HALF, year, sub=number), relative=True, resolution=year_words(hit, year))


def _fiscal(hit: Hit) -> Reading | None:
    """The fiscal year that ended on a day, this fiscal year: a year of 12 months that need not begin in January."""
    year: int | None
    if not hit.has("r"):
        month = MONTHS.get(hit.after(1).rstrip("."))
        if hit.after() not in ("ended", "ending") or month is None:
            return None
        written = next((w for w in map(hit.after, range(3, 6)) if len(w) == 4 and w.isdigit()), None)
        year = int(written) if written else hit.anchors.month_year(month, hit.start, hit.end)[0]
    else:
        here = hit.anchors.here()
        year = here.year + STEP[hit.words("r")[-1]] if here is not None and here.year is not None else None
    if year is None:
        return None
    reading = read_point(Point(YEAR, year), relative=True, resolution=f"the fiscal year {year}")
    reading.approximate = True
    return reading


_SAME = "(same|comparable|corresponding|like|equivalent|year DASH (earlier|ago)|prior DASH year)"
_KIND = "k=(period|quarter|month|week|half)"
_THEN = "(COMMA? (of|in)? (the? r=(PREV|past|last) year|the year (before|earlier)|a year (ago|earlier|before)|y=YEAR))"
_WHOSE = "(the|the? r=(PREV|NEXT|same|past|last|next|current|this|that)) year"

RULES: tuple[Rule, ...] = (
    Rule("same-period", f"(the|its|their) {_SAME} {_KIND} {_THEN}", _same_period,
        ("the same period last year", "the comparable quarter of 1988")),
    Rule("year-earlier-period", f"(the|its|their)? year DASH (earlier|ago) {_KIND}", _same_period,
        ("the year-earlier quarter",)),
    Rule("year-earlier", "(a year (earlier|before)|the year before|the? year DASH (earlier|ago))", _year_earlier,
        ("a year earlier (beside a quarter)",)),
    Rule("month-quarter", "the? m=MON (DASH|to|through) n=MON (quarter|period) (COMMA? (of|in)? y=YEAR)?",
        _month_quarter, ("the July-September quarter",)),
    Rule("part-of-year", "the? (h=(first|second|latter|last) half|o=(ORD|OD|last|final) DASH? quarter) "
        f"(of|in)? {_WHOSE}", _part_of_year, ("the third quarter of last year", "the second half of the year")),
    Rule("half", "the? h=(first|second) DASH? half", _bare_half, ()),
    Rule("years-quarter", "y=YEAR POSS (h=(first|second|latter|last) half|o=(ORD|OD|last|final) quarter)",
        _part_of_year, ("1988’s fourth quarter",)),
    Rule("fiscal-year-ended", "the? fiscal year", _fiscal, ()),
    Rule("fiscal-year-relative", "the? r=(this|last|next|current|coming|PREV|NEXT) fiscal year", _fiscal,
        ("the current fiscal year",)),
)  # fmt: skip
