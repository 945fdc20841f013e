"""Rules for durations, anchored ones included, and ages."""

from __future__ import annotations

from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.english import NUMBER_WORDS, PARTS_OF_DAY, QTY
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.periods import AHEAD as _AHEAD
from timeline.extract.dates.periods import BACK as _BACK
from timeline.extract.dates.periods import anchor_duration, period
from timeline.extract.dates.reading import Hit, Pieces, Reading, amount_of, read_ref
from timeline.extract.dates.rules_relative import dated_after


def _either(hit: Hit, unit: str, words: list[str]) -> Pieces:
    """“Ten or fifteen years”: two durations, the first without its unit."""
    cut = hit.at("q") + words.index("or")
    one, two = amount_of(words[: words.index("or")]), amount_of(words[words.index("or") + 1 :])
    first = Reading("DURATION", period(one, unit), anchors=False)
    return Pieces([(hit.start, cut, first), (cut + 1, hit.end, Reading("DURATION", period(two, unit), anchors=False))])


_CLOCK_LEADS = frozenset(("at", "by", "around", "about", "until", "from", "to", "since", "before", "after", "and"))


_WARS = frozenset(("war", "wars", "battle", "battles", "battalion", "offensive", "revolution", "siege"))


def _names_war(hit: Hit) -> bool:
    """The Seven Years' War, the Six-Day War: a name, not a duration (histories are annotated with it as one)."""
    if hit.anchors.mode == NARRATIVE:
        return False
    named = hit.tokens.raw(hit.at("q"))[:1].isupper() and hit.tokens.raw(hit.at("u"))[:1].isupper()
    following = hit.tokens.raw(hit.end + (1 if hit.after() in ("'", "’", "'s", "’s") else 0))
    return named and following[:1].isupper() and following.lower() in _WARS


# "May last six months", "did not last a week": the word is a verb.
_AUXILIARIES = frozenset((
    "may", "might", "will", "would", "can", "could", "should", "must", "to", "not", "t", "n't", "did", "does", "do",
    "likely", "never", "only", "still", "usually", "often",
))  # fmt: skip


def _lasts(hit: Hit) -> bool:
    return hit.tokens.word(hit.start) == "last" and hit.before() in _AUXILIARIES


def _duration(hit: Hit) -> Reading | Pieces | None:
    unit = hit.code("u", "UNIT")
    words = hit.words("q")
    if words == ["many"] and hit.before() == "as":
        return None  # the second in as many days
    if _lasts(hit):
        inner = Reading("DURATION", period(amount_of(words), unit), anchors=False)
        return Pieces([(hit.at("q"), hit.end, inner)])
    if hit.word("u") == "second" or (hit.word("u") in ("min", "hr", "m") and not words[0][0].isdigit()):
        return None
    if hit.word("u") == "quarter" or (
        hit.word("u") == "quarters"
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
    someday = hit.after() in (",", "last", "in", "this", "he", "she", "they", "soon") and hit.before() in (
        "", ".", ",", "and", "but", "that",
    )  # fmt: skip
    if words == ["one"] and hit.word("u") == "day" and someday:
        return None  # "One day, he hoped, …", "One day last month"
    if hit.word("u") == "quarters" and hit.after() == "of":
        return None
    if words in (["a"], ["an"], ["one"]) and hit.after() in ("-", "–") and hit.after(1) in ("long", "old", "and"):
        return None
    if _names_war(hit):
        return Pieces([])
    if (
        unit == "TH"
        and len(words) == 1
        and words[0].isdigit()
        and len(words[0]) == 4
        and (hit.before() in _CLOCK_LEADS or words[0].startswith("0"))
    ):
        return None  # "at 2115 hours"
    if hit.tokens.raw(hit.start) == "the" and hit.tokens.raw(hit.at("q"))[:1].isupper():
        return None  # the Seven Years War
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
        and (
            hit.before(2).replace(",", "").isdigit()
            or hit.before(2) in NUMBER_WORDS
            or hit.before(2) in ("hundreds", "thousands", "million")
        )
    )


def _past_unit(hit: Hit) -> Reading | None:
    """The past year, the last decade."""
    unit = hit.code("u", "UNIT")
    if hit.word("u") in ("second", "quarter") or unit in ("NI", "WE") or (unit == "D" and hit.after() == "of"):
        return None
    reading = Reading("DURATION", period(1, unit), anchors=False)
    anchor_duration(reading, hit.anchors, unit, 1, hit.words("r")[-1])
    return reading


def _compound(hit: Hit) -> Reading | Pieces | None:
    """48-hour, ten-day; three-year-old is an age."""
    if hit.tokens.word(hit.end - 1) == "old":
        return _age(hit)
    unit = hit.code("u", "UNIT")
    if _names_war(hit):
        return Pieces([])
    if hit.word("u") in ("second", "quarter", "min") and not hit.tokens.word(hit.start)[0].isdigit():
        return None
    return Reading("DURATION", period(amount_of(hit.words("q")), unit), anchors=False)


def _long(hit: Hit) -> Reading | None:
    plural = hit.word("u").endswith("s")
    return Reading("DURATION", period(None if plural else 1, hit.code("u", "UNIT")), anchors=False)


# "War years", "school days": no stretch of time is counted.
_STAGES = frozenset((
    "war", "wartime", "childhood", "college", "dog", "these", "school", "no", "twilight", "early", "salad", "holy", "-",
))  # fmt: skip


def _vague(hit: Hit) -> Reading | Pieces | None:
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
    if _lasts(hit):
        return Pieces([(hit.end - 1, hit.end, Reading("DURATION", period(None, unit), anchors=False))])
    if unit == "TH" and (before in PARTS_OF_DAY or before == "early") and hit.after() == "of":
        return None  # "the early morning hours of 30 April": a modifier of the date
    if (
        before in _STAGES
        or (before == "many" and hit.before(2) == "as")
        or (hit.after() in ("inn", "-", "–") and hit.after(1) == "old")
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
    if hit.after() == "-" and hit.after(1) == "old":
        return None
    return Reading("DURATION", period(1.5, hit.code("u", "UNIT")), anchors=False)


def _nth_unit(hit: Hit) -> Reading | None:
    """The first week of August; only with a date after it."""
    if hit.after() != "of" or not dated_after(hit) or hit.word("u") in ("day", "second", "quarter", "night"):
        return None
    return Reading("DURATION", period(1, hit.code("u", "UNIT")), anchors=False)


# What an age is a duration of in news too: the two-year-old conflict.
_LASTING = frozenset((
    "conflict", "war", "strike", "siege", "blockade", "ceasefire", "cease", "truce", "insurgency", "uprising",
    "rebellion", "revolt", "revolution", "dispute", "campaign", "offensive", "crisis", "government", "feud",
    "standoff", "occupation", "embargo", "ban", "battle", "fighting", "protest", "protests", "violence", "peace",
    "regime", "mission", "operation", "coalition", "civil", "agreement", "treaty", "curfew", "boycott", "sanctions",
))  # fmt: skip


def _age(hit: Hit) -> Reading | Pieces | None:
    """How old someone is: no date. Histories are annotated (TIMEX2) with ages as durations, news (TIMEX3) without."""
    if hit.anchors.mode != NARRATIVE and hit.after() not in _LASTING:
        return Pieces([])
    return Reading("DURATION", period(amount_of(hit.words("q")), hit.code("u", "UNIT")), anchors=False)


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


_REL_DUR = (
    "(last|past|next|coming|first|final|PREV|NEXT|intervening|opening|remaining|initial|closing|this past|recent)"
)

RULES: tuple[Rule, ...] = (
    Rule("duration", f"((the|these|those|its|his|their) r={_REL_DUR}?)? q={QTY} (ADJ|ADJ ADJ)? u=UNIT half=(and a "
        f"half)?".replace("?)? q", ")? q"), _duration,
         ("three days", "the past three years")),
    Rule("duration-relative", f"r={_REL_DUR} q={QTY} ADJ? u=UNIT", _duration, ("next two weeks",)),
    Rule("duration-definite", f"(the|these|those) q={QTY} r=(PREV|NEXT|last|past|next|intervening)? ADJ? u=UNITS",
        _duration, ("the four previous weeks",)),
    Rule("past-unit", "(the|this) r=(past|last|coming) u=UNIT1", _past_unit, ("the past year",)),
    Rule("next-unit", "the r=(next|PREV|NEXT) u=(decade|century)", _past_unit, ()),
    Rule("compound-duration", "q=(NUM|NUMW|NUMW DASH NUMW|a) DASH u=UNIT1 (DASH (long|old))?", _compound, ("48-hour",
        "three-year-old")),
    Rule("unit-old", "u=UNIT1 DASH old", lambda hit: _long(hit) if hit.after() in _LASTING else None, ()),
    Rule("unit-long", "u=UNIT DASH long", _long, ("months-long",)),
    Rule("unit-long-word", "(yearlong|monthlong|weeklong|daylong)", lambda hit: Reading("DURATION",
        {"yearlong": "P1Y", "monthlong": "P1M", "weeklong": "P1W", "daylong": "P1D"}[hit.tokens.word(hit.start)],
        anchors=False), ()),
    Rule("vague-duration", "(the? "
        "r=(coming|past|last|recent|next|first|final|intervening|following|previous|preceding|subsequent|ensuing))? "
        "u=UNITS", _vague, ("months", "the coming years")),
    Rule("half-unit", "half DASH? (a|an)? DASH? u=UNIT1", _half, ("half an hour", "half-century")),
    Rule("unit-and-half", "(a|one) u=UNIT1 DASH? and DASH? a DASH? half", _unit_and_half, ("a year and a half",)),
    Rule("unit-and-half-hyphen", "u=UNIT1 DASH and DASH a DASH half (DASH? long)?", _unit_and_half,
        ("month-and-a-half",)),
    Rule("duration-long", f"the? q={QTY} u=UNIT1 long", _compound, ("the nine day long",)),
    Rule("compound-period", "(a|an|the|the same|this) q=(NUM|NUMW|NUMW DASH NUMW) DASH u=UNIT1 period", _compound,
        ("a sixty-day period",)),
    Rule("nth-unit-of", "the? (first|final|opening|closing) u=UNIT1", _nth_unit, ("the first week of August",)),
    Rule("age", f"q={QTY} u=UNIT (old|of age)", _age, ("nineteen years old",)),
)  # fmt: skip
