"""Rules for times of day."""

from __future__ import annotations

from dataclasses import replace

from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.counting import counted
from timeline.extract.dates.english import MONTHS, WEEKDAYS
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.point import DAY, Point
from timeline.extract.dates.reading import Hit, Pieces, Reading, in_words

_AT = frozenset(("at", "by", "from", "around", "about", "until", "to", "after", "before", "since", "till", "and"))


def _clock(hit: Hit) -> Reading | None:
    tokens = hit.tokens
    if hit.has("t"):
        numbers = [int(n) for n in tokens.raw(hit.at("t")).replace(".", ":").replace("h", ":").split(":")]
    elif hit.has("hm"):
        worth = hit.number("hm") if len(hit.word("hm")) == 4 else -1
        numbers = [worth // 100, worth % 100]
    else:
        numbers = [hit.number("n")]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else None
    if (
        hour > 24
        or hour < 0
        or (minute or 0) > 59
        or (hit.has("t") and tokens.gap(hit.at("t")) == "" and hit.before() in (":", "$", "-") and not hit.has("a"))
    ):
        return None
    half = hit.word("a") if hit.has("a") else ""
    if hit.has("w"):
        half = "am" if hit.words("w")[-1] == "morning" else "pm"
    if half:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif hit.has("t") and len(tokens.raw(hit.at("t"))) == 4 and hour < 6 and hit.before() not in _AT:
        return None  # a score or ratio, 3:12
    elif hit.has("t") and not hit.has("z") and _after_name(hit):
        return None  # chapter and verse
    second = f":{numbers[2]:02d}" if len(numbers) > 2 else ""
    value = f"T{hour:02d}:{minute or 0:02d}{second}"
    return at_day(hit, value)


def _hour_in_the(hit: Hit) -> Reading | None:
    """“At 6 in the morning”; not "killed 6 in the morning"."""
    hour = 1 <= hit.number("n") <= 12 and hit.before() in _AT | {"was", "nearly", "almost", "past"}
    return _clock(hit) if hour else None


def _after_name(hit: Hit) -> bool:
    """Whether a capitalised word that leads no time stands right before: Corinthians 9:25."""
    before = hit.before().rstrip(".")
    named = hit.tokens.raw(hit.start - 1)[:1].isupper() and hit.gap_is_space()
    return named and before not in WEEKDAYS and before not in MONTHS and before not in _AT


_HABITS = frozenset((
    "daily", "weekdays", "weekends", "nightly", "every", "each", "curfew", "curfews", "working", "works", "shift",
    "shifts", "open", "opens", "closes", "hours",
))  # fmt: skip


def _habit(hit: Hit) -> bool:
    """Whether a clock time is kept every day: a curfew from 6 p.m., opens at 8 a.m. on weekdays."""
    before = [hit.before(back) for back in range(1, 8)]
    after = [hit.after(ahead) for ahead in range(4)]
    stop = next((i for i, word in enumerate(before) if word in (".", ";", "")), len(before))
    lead = before[:stop]
    if "from" in lead and _HABITS.intersection(lead):
        return True
    return bool({"weekdays", "daily", "nightly", "weekends", "every", "each"}.intersection(after)) or (
        lead[:1] == ["at"] and lead[1:2] in (["opens"], ["closes"], ["open"], ["close"])
    )


def at_day(hit: Hit, code: str) -> Reading:
    """A time of day on the day the text is at."""
    anchors = hit.anchors
    if _habit(hit):
        return Reading("TIME", "XXXX-XX-XX" + code, anchors=False)
    near = anchors.ref is not None and anchors.ref.gran == DAY and hit.start - anchors.ref_index < 30
    base = anchors.there() if anchors.mode == NARRATIVE or near else anchors.here()
    if base is not None and base.gran == DAY and base.known:
        point = base.at(code)
        span = point.span()
        day = in_words(span.start) if span and span.start else base.value()
        return Reading(
            "TIME",
            point.value(),
            span,
            point,
            relative=True,
            anchors=False,
            resolution=f"on the day the text is at, {day}",
            needs_date=True,
        )
    return Reading("TIME", "XXXX-XX-XX" + code, anchors=False, needs_date=True)


def _noon(hit: Hit) -> Reading | None:
    word = hit.word("w")
    return at_day(hit, "T12:00" if word in ("noon", "midday") else "T24:00")


_EDGES_OF_DAY = frozenset((
    "dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall", "midmorning", "midafternoon",
))  # fmt: skip


_PART_LEADS = _AT | {"in", "during", "through", "into", "on", "towards", "toward", "of"}


def _part_qualified(hit: Hit) -> Reading | None:
    """By late afternoon, in the early morning, the early hours of the morning."""
    if hit.anchors.mode == NARRATIVE or hit.after() in ("of", "on", "hours", "-"):
        return None
    word = hit.word("e")
    if (not hit.has("p") and word != "early") or hit.before() not in _PART_LEADS:
        return None
    code = hit.code("p", "POD") if hit.has("p") else "TMO"
    mod = "START" if word == "early" else "END" if word == "late" else "MID"
    return replace(at_day(hit, code), mod=mod)


def _part_weekday(hit: Hit) -> Reading | None:
    """Dawn Tuesday, late afternoon Friday."""
    point, _, _ = hit.anchors.weekday(WEEKDAYS[hit.word("d")], hit.start, hit.end)
    if point is None or (hit.match.start("p") == hit.start and hit.word("p") not in _EDGES_OF_DAY):
        return None
    return counted(hit, Point.of(hit.anchors.dct) if hit.anchors.dct else None, point.at(hit.code("p", "POD")))


def _overnight_into(hit: Hit) -> Pieces | None:
    """Overnight into Monday: the night that began the day before."""
    point, _, _ = hit.anchors.weekday(WEEKDAYS[hit.word("d")], hit.start, hit.end)
    eve = point.shift("D", -1) if point is not None else None
    if point is None or eve is None:
        return None
    base = Point.of(hit.anchors.dct) if hit.anchors.dct else None
    night, day = counted(hit, base, eve.at("TNI")), counted(hit, base, point)
    return Pieces([(hit.start, hit.start + 1, night), (hit.end - 1, hit.end, day)])


def _night(hit: Hit) -> Reading | None:
    """Bare parts of day: at night, in the morning, overnight."""
    code = hit.code("p", "POD") if hit.has("p") else "TNI"
    anchors = hit.anchors
    if hit.after() in ("of", "on", "hours") and hit.has("p"):
        return None  # "the night of 20 June": a modifier of the date
    if hit.has("p") and hit.word("p") in ("nights", "mornings", "afternoons", "evenings"):
        return Reading("SET", "XXXX-XX-XX" + code, anchors=False) if hit.before() in ("at", "in", "on", "the") else None
    if hit.has("the") and anchors.mode != NARRATIVE and hit.before() in ("in", "during", "into", "through", "over"):
        return at_day(hit, code)
    if hit.has("p") and hit.word("p") == "night" and anchors.mode == NARRATIVE and not hit.has("the"):
        return Reading("TIME", "XXXX-XX-XXTNI", anchors=False) if hit.before() not in ("white", "-") else None
    if hit.has("p") and hit.word("p") == "night" and hit.before() == "at":
        return Reading("TIME", "XXXX-XX-XXTNI", anchors=False)
    edge = hit.has("p") and hit.word("p") in _EDGES_OF_DAY and not hit.has("the")
    if edge and hit.before() in _AT | {"towards", "toward"} and anchors.mode != NARRATIVE:
        return at_day(hit, code)
    if hit.has("p") and hit.word("p") == "daytime":
        return Reading("TIME", "XXXX-XX-XXTDT", anchors=False)
    if not hit.has("p"):
        return at_day(hit, "TNI") if anchors.mode != NARRATIVE else Reading("TIME", "XXXX-XX-XXTNI", anchors=False)
    return None


RULES: tuple[Rule, ...] = (
    Rule("clock", "t=CLOCK (hrs|hours|h)? a=AMPM? z=ZONE?", _clock, ("10:57", "5:30 p.m. GMT")),
    Rule("clock-hour", "n=HOUR a=AMPM z=ZONE?", _clock, ("11 a.m.",)),
    Rule("clock-military", "hm=HHMM (hours|hrs|h|ZONE|local time|local)", _clock, ("0530 hours",)),
    Rule("o-clock", "(n=HOUR|n2=NUMW) o'clock (in the w=(morning|afternoon|evening))?".replace("(n=HOUR|n2=NUMW)",
        "n=(HOUR|NUMW)"), _clock, ("10 o'clock in the morning",)),
    Rule("hour-in-the", "n=(HOUR|NUMW) in the w=(morning|afternoon|evening)", _hour_in_the, ("6 in the morning",)),
    Rule("noon", "w=(noon|midnight|midday)", _noon, ("at noon",)),
    Rule("part-of-day-bare", "the=the? p=POD", _night, ("at night",)),
    Rule("part-of-day-qualified", "the? e=(early|late|mid) (DASH? p=POD|hours (of the morning)?)",
        _part_qualified, ("by late afternoon", "the early hours of the morning")),
    Rule("part-weekday", "(early|late|mid DASH?)? p=POD d=WD", _part_weekday, ("dawn Tuesday",)),
    Rule("overnight-into", "overnight (into|to) d=WD", _overnight_into, ("overnight into Monday",)),
    Rule("overnight", "overnight", _night, ("overnight",)),
)  # fmt: skip
