"""Rules for durations, sets, reference words and times of day."""

from __future__ import annotations

from timeline.datespan import DateSpan
from timeline.extract.dates.anchors import NARRATIVE, Anchors
from timeline.extract.dates.english import PARTS_OF_DAY
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.periods import AHEAD as _AHEAD
from timeline.extract.dates.periods import BACK as _BACK
from timeline.extract.dates.periods import anchor_duration
from timeline.extract.dates.point import DAY
from timeline.extract.dates.reading import Hit, Pieces, Reading, amount_of, in_words, read_point, read_ref
from timeline.extract.dates.rules_relative import QTY, dated_after

_SYMBOL = {"TS": ("PT", "S"), "TM": ("PT", "M"), "TH": ("PT", "H"), "D": ("P", "D"), "W": ("P", "W"), "M": ("P", "M"), "Q": ("P", "Q"),
           "Y": ("P", "Y"), "DE": ("P", "DE"), "CE": ("P", "CE"), "ML": ("P", "ML"), "WE": ("P", "WE"), "NI": ("P", "NI")}  # fmt: skip


_HALVES = {"TH": "PT30M", "CE": "P.5CE", "DE": "P5Y", "Y": "P6M", "D": "P.5D"}


def period(amount: float | None, unit: str) -> str:
    """The TIMEX3 value: P3Y, PT48H, PXM, P2.5Y."""
    if unit == "FN":
        unit, amount = "W", None if amount is None else amount * 2
    if amount == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    head, tail = _SYMBOL[unit]
    text = "X" if amount is None else f"{amount:g}" if amount < 1e6 else "X"
    return f"{head}{text.removeprefix('0') if text.startswith('0.') else text}{tail}"


def _either(hit: Hit, unit: str, words: list[str]) -> Pieces:
    """ "Ten or fifteen years": two durations, the first without its unit."""
    cut = hit.at("q") + words.index("or")
    one, two = amount_of(words[: words.index("or")]), amount_of(words[words.index("or") + 1 :])
    first = Reading("DURATION", period(one, unit), anchors=False)
    return Pieces([(hit.start, cut, first), (cut + 1, hit.end, Reading("DURATION", period(two, unit), anchors=False))])


_CLOCK_LEADS = frozenset(("at", "by", "around", "about", "until", "from", "to", "since", "before", "after", "and"))


def _duration(hit: Hit) -> Reading | Pieces | None:
    unit = hit.code("u", "UNIT")
    words = hit.words("q")
    if hit.word("u") == "second" or (hit.word("u") in ("min", "hr", "m") and not words[0][0].isdigit()):
        return None
    if (
        hit.word("u") == "quarter"
        or hit.word("u") == "quarters"
        and unit == "Q"
        and words[0] not in ("two", "three", "four", "2", "3", "4", "several")
    ):
        return None
    if words[0] in ("some", "many") and hit.word("u") in (
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "second",
        "decade",
    ):
        return None
    if hit.word("u") == "night" and words == ["a"]:
        return None
    if hit.word("u") == "quarters" and hit.after() == "of":
        return None
    if words in (["a"], ["an"], ["one"]) and hit.after() in ("-", "–") and hit.after(1) in ("long", "old", "and"):
        return None
    if hit.tokens.raw(hit.start) == "the" and hit.tokens.raw(hit.at("q"))[:1].isupper():
        return None  # the Seven Years War
    if unit == "TH" and len(words) == 1 and words[0].isdigit() and len(words[0]) == 4 and hit.before() in _CLOCK_LEADS:
        return None  # "at 2115 hours"
    if len(words) == 1 and words[0].isdigit() and len(words[0]) == 4 and not hit.word("u").endswith("s"):
        return None  # "World Cup 2018 day five"
    if "or" in words and not hit.has("r"):
        return _either(hit, unit, words)
    amount = amount_of(words)
    if hit.has("half"):
        amount = (amount or 0) + 0.5
    if words in (["a"], ["an"]) and not hit.has("r") and _rate(hit):
        return Reading("SET", period(1, unit), anchors=False)
    reading = Reading("DURATION", period(amount, unit), anchors=False)
    which = hit.words("r")[-1] if hit.has("r") else ""
    if which and amount is not None and (which in _BACK or which in _AHEAD):
        anchor_duration(reading, hit.anchors, unit, amount, which)
    return reading


def _rate(hit: Hit) -> bool:
    """Whether "a day" counts a rate: 960 a day, barrels a day, three times a week."""
    before = hit.before()
    if before.replace(",", "").isdigit() or before in ("times", "once", "twice", "%", "million", "billion"):
        return True
    return (
        before.isalpha()
        and before.endswith("s")
        and (hit.before(2).replace(",", "").isdigit() or hit.before(2) in ("hundreds", "thousands", "million"))
    )


def _past_unit(hit: Hit) -> Reading | None:
    """The past year, the last decade."""
    unit = hit.code("u", "UNIT")
    if hit.word("u") in ("second", "quarter") or unit in ("NI", "WE"):
        return None
    reading = Reading("DURATION", period(1, unit), anchors=False)
    anchor_duration(reading, hit.anchors, unit, 1, hit.words("r")[-1])
    return reading


def _compound(hit: Hit) -> Reading | Pieces | None:
    """48-hour, ten-day; three-year-old is an age."""
    if hit.tokens.word(hit.end - 1) == "old":
        return _age(hit)
    unit = hit.code("u", "UNIT")
    if hit.word("u") in ("second", "quarter", "min") and not hit.tokens.word(hit.start)[0].isdigit():
        return None
    return Reading("DURATION", period(amount_of(hit.words("q")), unit), anchors=False)


def _long(hit: Hit) -> Reading | None:
    plural = hit.word("u").endswith("s")
    return Reading("DURATION", period(None if plural else 1, hit.code("u", "UNIT")), anchors=False)


def _vague(hit: Hit) -> Reading | None:
    word, unit, before = hit.word("u"), hit.code("u", "UNIT"), hit.before()
    if word in (
        "seconds",
        "quarters",
        "min",
        "hr",
        "nights",
        "mins",
        "hrs",
        "millennia",
        "weekends",
        "fortnights",
    ) or unit in ("TS", "Q", "WE"):
        return None
    if unit == "TH" and (before in PARTS_OF_DAY or before == "early") and hit.after() == "of":
        return None  # "the early morning hours of 30 April": a modifier of the date
    if (
        before in ("dog", "these", "school", "no", "twilight", "early", "salad", "holy", "-")
        or hit.after() in ("inn", "-", "–")
        and hit.after(1) == "old"
    ):
        return None
    which = hit.words("r")[-1] if hit.has("r") else ""
    if which == "recent":
        return _recent_units(hit)
    return Reading("DURATION", period(None, unit), anchors=False)


def _half(hit: Hit) -> Reading | None:
    unit = hit.code("u", "UNIT")
    return None if unit in ("TS", "Q", "NI") else Reading("DURATION", period(0.5, unit), anchors=False)


def _unit_and_half(hit: Hit) -> Reading | None:
    return Reading("DURATION", period(1.5, hit.code("u", "UNIT")), anchors=False)


def _nth_unit(hit: Hit) -> Reading | None:
    """The first week of August; only with a date after it."""
    if hit.after() != "of" or not dated_after(hit) or hit.word("u") in ("day", "second", "quarter", "night"):
        return None
    return Reading("DURATION", period(1, hit.code("u", "UNIT")), anchors=False)


def _age(hit: Hit) -> Reading | Pieces | None:
    """How old someone is: no date. Histories are annotated (TIMEX2) with ages as durations, news (TIMEX3) without."""
    if hit.anchors.mode != NARRATIVE:
        return Pieces([])
    return Reading("DURATION", period(amount_of(hit.words("q")), hit.code("u", "UNIT")), anchors=False)


# -- sets ------------------------------------------------------------------------------------------------------


def _every(hit: Hit) -> Reading | None:
    if hit.has("d"):
        return Reading("SET", f"XXXX-WXX-{int(str(hit.worth('d', 'WD'))) + 1}", anchors=False)
    if hit.has("m"):
        return Reading("SET", f"XXXX-{int(str(hit.worth('m', 'MON'))):02d}", anchors=False)
    if hit.has("s"):
        return Reading(
            "SET",
            "XXXX-" + {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}[hit.word("s")],
            anchors=False,
        )
    if hit.has("p"):
        return Reading("SET", "XXXX-XX-XX" + hit.code("p", "POD"), anchors=False)
    unit = hit.code("u", "UNIT")
    if hit.word("u") == "second":
        return None
    amount = amount_of(hit.words("q")) if hit.has("q") else 2 if hit.has("o") else 1
    return Reading("SET", _set_value(hit.anchors, unit, amount), anchors=False)


def _set_value(anchors: Anchors, unit: str, amount: float | None) -> str:
    holes = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
    # TIMEX2, in which histories are annotated, writes a set by its holes; TIMEX3, used for news, by its period.
    return holes[unit] if anchors.mode == NARRATIVE and amount == 1 and unit in holes else period(amount, unit)


_SET_LEADS = frozenset(
    ("on", "all", "most", "many", "some", "and", "or", "between", "from", "to", "the", "of", "usually", "alternate")
)


def _plural_weekday(hit: Hit) -> Reading | None:
    """On Fridays; but "Fridays attack" without "on" has lost its apostrophe."""
    following = hit.after()
    if (
        hit.before() not in _SET_LEADS
        and len(following) > 3
        and following.isalpha()
        and hit.tokens.raw(hit.end).islower()
    ):
        number = int(str(hit.worth("d", "WDS")))
        point, _, _ = hit.anchors.weekday(number, hit.start, hit.end)
        if point is not None and following not in (
            "when",
            "they",
            "until",
            "after",
            "before",
            "with",
            "during",
            "since",
        ):
            return read_point(
                point, relative=True, resolution=f"the {hit.word('d').removesuffix('s').title()} → {point.value()}"
            )
    return Reading("SET", f"XXXX-WXX-{int(str(hit.worth('d', 'WDS'))) + 1}", anchors=False)


def _adverb(hit: Hit) -> Reading | None:
    word, raw = hit.word("w"), hit.tokens.raw(hit.start)
    lead = hit.tokens.raw(hit.start - 1)
    if raw[:1].isupper() and ((lead[:1].isupper() and lead[-1:].isalpha()) or hit.tokens.raw(hit.end)[:1].isupper()):
        return None  # the Daily Telegraph, LA Weekly
    if word in ("annual", "quarterly") and hit.anchors.mode == NARRATIVE:
        return None
    value = hit.code("w", "ADVSET")
    unit = {"P1D": "D", "P1W": "W", "P1M": "M", "P1Y": "Y"}.get(value)
    if value == "TNI":
        return Reading("SET", "XXXX-XX-XXTNI", anchors=False)
    return Reading("SET", _set_value(hit.anchors, unit, 1) if unit else value, anchors=False)


def _per(hit: Hit) -> Reading | None:
    return None if hit.word("u") == "quarter" else Reading("SET", period(1, hit.code("u", "UNIT")), anchors=False)


# -- reference words -------------------------------------------------------------------------------------------

_REFS = {"now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF", "nowadays": "PRESENT_REF", "recently": "PAST_REF",
         "recent": "PAST_REF", "lately": "PAST_REF", "future": "FUTURE_REF", "former": "PAST_REF", "present": "PRESENT_REF",
         "past": "PAST_REF", "time": "PRESENT_REF", "moment": "PRESENT_REF", "days": "PRESENT_REF", "being": "PRESENT_REF",
         "day": "PRESENT_REF", "previously": "PAST_REF", "presently": "PRESENT_REF"}  # fmt: skip


_PAST_FOLLOWED = frozenset(
    (
        ".",
        ",",
        ";",
        ")",
        "and",
        "to",
        "he",
        "they",
        "it",
        "the",
        "but",
        "that",
        "for",
        "as",
        "when",
        "by",
        "is",
        "was",
        "have",
        "has",
    )
)


def _ref(hit: Hit) -> Reading | None:
    word = hit.tokens.word(hit.end - 1)
    news = hit.anchors.mode != NARRATIVE
    if word == "former" and (news or (hit.before() == "the" and hit.after() in _NO_FORMER)):
        return None
    if (
        word in ("current", "future")
        and news
        and hit.end - hit.start == 1
        and hit.before() not in ("in", "near", "distant", "foreseeable")
    ):
        return None
    if word == "now" and hit.before() == "every":
        return None
    if word == "moment" and (hit.before() not in ("at", "for") or hit.after() == "of"):
        return None
    if word == "past" and hit.after() not in _PAST_FOLLOWED:
        return None
    reading = read_ref(_REFS[word])
    dct = hit.anchors.dct
    if reading.value == "PRESENT_REF" and news and dct is not None:
        reading.when, reading.relative, reading.resolution = (
            DateSpan.day(dct),
            True,
            f"the time of writing → {in_words(dct)}",
        )
    return reading


_NO_FORMER = frozenset(("option", "and", "was", "being", "to", "conference", "an", "a", "the", "is", "had"))
# How far back "recent weeks" reaches, at which precision: a convention of this tool, marked approximate.
_RECENT = {"D": ("D", 7), "W": ("M", 1), "M": ("M", 6), "Y": ("Y", 5), "DE": ("Y", 30)}


def _recent_units(hit: Hit) -> Reading:
    reading = read_ref("PAST_REF")
    unit = hit.code("u", "UNIT")
    if hit.anchors.mode != NARRATIVE and hit.anchors.dct is not None and unit in _RECENT:
        step, count = _RECENT[unit]
        anchor_duration(reading, hit.anchors, step, count, "last")
        reading.approximate = True
    return reading


def _story_time(hit: Hit) -> Reading | None:
    """This time, that time, the same time, this period: points that only the story knows."""
    first, word = hit.tokens.word(hit.start), hit.tokens.word(hit.end - 1)
    if word == "time" and first == "the" and hit.end - hit.start == 2 and hit.anchors.mode != NARRATIVE:
        return None
    if (
        word == "time"
        and first in ("this", "the")
        and hit.before() not in ("at", "by", "during", "of", "from", "around", "about", "since", "before", "until")
    ):
        return None
    if hit.after() in ("limit", "frame", "table", "zone") or (word == "time" and hit.before() == "of"):
        return None
    return Reading("DATE", "PRESENT_REF" if first == "this" and word == "time" else "PAST_REF", anchors=False)


# -- times of day ----------------------------------------------------------------------------------------------


def _clock(hit: Hit) -> Reading | None:
    tokens = hit.tokens
    if hit.has("t"):
        numbers = [int(n) for n in tokens.raw(hit.at("t")).replace(".", ":").split(":")]
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
    elif (
        hit.has("t")
        and len(tokens.raw(hit.at("t"))) == 4
        and hour < 6
        and hit.before() not in ("at", "by", "from", "around", "about", "until", "to")
    ):
        return None  # a score or ratio, 3:12
    second = f":{numbers[2]:02d}" if len(numbers) > 2 else ""
    value = f"T{hour:02d}:{minute or 0:02d}{second}"
    return at_day(hit, value)


def at_day(hit: Hit, code: str) -> Reading:
    """A time of day on the day the text is at."""
    anchors = hit.anchors
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
    if hit.has("p") and hit.word("p") == "daytime":
        return Reading("TIME", "XXXX-XX-XXTDT", anchors=False)
    if not hit.has("p"):
        return at_day(hit, "TNI") if anchors.mode != NARRATIVE else Reading("TIME", "XXXX-XX-XXTNI", anchors=False)
    return None


_REL_DUR = (
    "(last|past|next|coming|first|final|PREV|NEXT|intervening|opening|remaining|initial|closing|this past|recent)"
)
RULES: tuple[Rule, ...] = (
    Rule("duration", f"((the|these|those|its|his|their) r={_REL_DUR}?)? q={QTY} (ADJ|ADJ ADJ)? u=UNIT half=(and a half)?".replace("?)? q", ")? q"), _duration,
         ("three days", "the past three years")),
    Rule("duration-relative", f"r={_REL_DUR} q={QTY} ADJ? u=UNIT", _duration, ("next two weeks",)),
    Rule("duration-definite", f"(the|these|those) q={QTY} r=(PREV|NEXT|last|past|next|intervening)? ADJ? u=UNITS", _duration, ("the four previous weeks",)),
    Rule("past-unit", "(the|this) r=(past|last|coming) u=UNIT1", _past_unit, ("the past year",)),
    Rule("next-unit", "the r=(next|PREV|NEXT) u=(decade|century)", _past_unit, ()),
    Rule("compound-duration", "q=(NUM|NUMW|NUMW DASH NUMW|a) DASH u=UNIT1 (DASH (long|old))?", _compound, ("48-hour", "three-year-old")),
    Rule("unit-long", "u=UNIT DASH long", _long, ("months-long",)),
    Rule("unit-long-word", "(yearlong|monthlong|weeklong|daylong)", lambda hit: Reading("DURATION", {"yearlong": "P1Y", "monthlong": "P1M", "weeklong": "P1W", "daylong": "P1D"}[hit.tokens.word(hit.start)], anchors=False), ()),
    Rule("vague-duration", "(the? r=(coming|past|last|recent|next|first|final|intervening|following|previous|preceding|subsequent|ensuing))? u=UNITS", _vague, ("months", "the coming years")),
    Rule("half-unit", "half DASH? (a|an)? DASH? u=UNIT1", _half, ("half an hour", "half-century")),
    Rule("unit-and-half", "(a|one) u=UNIT1 DASH? and DASH? a DASH? half", _unit_and_half, ("a year and a half",)),
    Rule("unit-and-half-hyphen", "u=UNIT1 DASH and DASH a DASH half (DASH? long)?", _unit_and_half, ("month-and-a-half",)),
    Rule("duration-long", f"the? q={QTY} u=UNIT1 long", _compound, ("the nine day long",)),
    Rule("compound-period", "(a|an|the|the same|this) q=(NUM|NUMW|NUMW DASH NUMW) DASH u=UNIT1 period", _compound, ("a sixty-day period",)),
    Rule("nth-unit-of", "the? (first|final|opening|closing) u=UNIT1", _nth_unit, ("the first week of August",)),
    Rule("season-of-weather", "the? (dry|rainy|monsoon|wet|harvest|planting|hurricane|fighting) season", lambda hit: Reading("DATE", "XXXX", anchors=False), ("the dry season",)),
    Rule("to-date", "date", lambda hit: read_ref("PRESENT_REF") if hit.before() == "to" and (not hit.after()[:1].isalpha() or hit.after() in ("have", "has", "the")) else None, ("to date",)),
    Rule("age", f"q={QTY} u=UNIT (old|of age)", _age, ("nineteen years old",)),
    Rule("every", "(every|each) (o=(other|second|alternate)|q=(NUM|NUMW|few))? (u=UNIT|d=WD|m=MON|s=SEASON|p=POD)", _every, ("every Friday", "each day")),
    Rule("weekdays", "d=WDS", _plural_weekday, ("on Fridays",)),
    Rule("adverb-set", "w=(daily|weekly|monthly|yearly|annually|hourly|everyday|fortnightly|biweekly)", _adverb, ("daily",)),
    Rule("per-unit", "per u=UNIT1", _per, ("per month",)),
    Rule("times-a-unit", "((NUMW|NUM|several|many) times|once|twice) (a|per|each|every) u=UNIT1", _per, ("twice a week",)),
    Rule("reference", "(now|nowadays|currently|presently|recently|lately|recent|former)", _ref, ("recently",)),
    Rule("reference-current", "current", _ref, ("current",)),
    Rule("right-now", "right now", _ref, ("right now",)),
    Rule("the-past", "the past", _ref, ("in the past",)),
    Rule("future", "the? future", _ref, ("the future",)),
    Rule("the-present", "(the present|the present (time|day|moment)|present DASH? day|modern day|the moment)", _ref, ("present-day",)),
    Rule("these-days", "(these days|the time being)", _ref, ("these days",)),
    Rule("story-time", "(this|that|the|the same|that same|this same) time", _story_time, ("at that time",)),
    Rule("story-period", "(this|that|the same|that same) period", _story_time, ("this period",)),
    Rule("clock", "t=CLOCK (hrs|hours|h)? a=AMPM? ZONE?", _clock, ("10:57", "5:30 p.m. GMT")),
    Rule("clock-hour", "n=HOUR a=AMPM ZONE?", _clock, ("11 a.m.",)),
    Rule("clock-military", "hm=HHMM (hours|hrs|h|ZONE)", _clock, ("0530 hours",)),
    Rule("o-clock", "(n=HOUR|n2=NUMW) o'clock (in the w=(morning|afternoon|evening))?".replace("(n=HOUR|n2=NUMW)", "n=(HOUR|NUMW)"), _clock, ("10 o'clock in the morning",)),
    Rule("noon", "w=(noon|midnight|midday)", _noon, ("at noon",)),
    Rule("part-of-day-bare", "the=the? p=POD", _night, ("at night",)),
    Rule("overnight", "overnight", _night, ("overnight",)),
)  # fmt: skip
