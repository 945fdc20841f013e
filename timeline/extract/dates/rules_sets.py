"""Rules for sets (every Friday, daily) and for words that refer without a date (now, recently, at that time)."""

from __future__ import annotations

from timeline.datespan import DateSpan
from timeline.extract.dates.anchors import NARRATIVE, Anchors
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.periods import period
from timeline.extract.dates.reading import Hit, Reading, amount_of, in_words, read_point, read_ref


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
    if (
        raw[:1].isupper()
        and lead not in ("", ".", "!", "?", '"', "“", "•", "*")
        and "\n" not in hit.tokens.gap(hit.start)
    ):
        return None  # a name: "Image: Daily"
    if word == "daily" and hit.before() == "the" and hit.tokens.raw(hit.end)[:1].isupper():
        return None  # the daily Frankfurter Zeitung
    if word in ("annual", "quarterly") and hit.anchors.mode == NARRATIVE:
        return None
    value = hit.code("w", "ADVSET")
    unit = {"P1D": "D", "P1W": "W", "P1M": "M", "P1Y": "Y"}.get(value)
    if value == "TNI":
        return Reading("SET", "XXXX-XX-XXTNI", anchors=False)
    return Reading("SET", _set_value(hit.anchors, unit, 1) if unit else value, anchors=False)


def _per(hit: Hit) -> Reading | None:
    return None if hit.word("u") == "quarter" else Reading("SET", period(1, hit.code("u", "UNIT")), anchors=False)


_REFS = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF", "future": "FUTURE_REF", "former":
    "PAST_REF", "present": "PRESENT_REF", "past": "PAST_REF", "time": "PRESENT_REF", "moment": "PRESENT_REF",
    "days": "PRESENT_REF", "being": "PRESENT_REF", "day": "PRESENT_REF", "previously": "PAST_REF", "presently":
    "PRESENT_REF",
}  # fmt: skip

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
    if (word == "now" and hit.before() == "every") or (word == "recently" and hit.after() == "as"):
        return None  # "every now and then", "as recently as 1995"
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


def _story_time(hit: Hit) -> Reading | None:
    """At this time, that time, the same time, this period: points that only the story knows."""
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


def _to_date(hit: Hit) -> Reading | None:
    ends = not hit.after()[:1].isalpha() or hit.after() in ("have", "has", "the")
    return read_ref("PRESENT_REF") if hit.before() == "to" and ends else None


RULES: tuple[Rule, ...] = (
    Rule("season-of-weather", "the? (dry|rainy|monsoon|wet|harvest|planting|hurricane|fighting) season",
        lambda _: Reading("DATE", "XXXX", anchors=False), ("the dry season",)),
    Rule("to-date", "date", _to_date, ("to date",)),
    Rule("every", "(every|each) (o=(other|second|alternate)|q=(NUM|NUMW|few))? (u=UNIT|d=WD|m=MON|s=SEASON|p=POD)",
        _every, ("every Friday", "each day")),
    Rule("weekdays", "d=WDS", _plural_weekday, ("on Fridays",)),
    Rule("adverb-set", "w=(daily|weekly|monthly|yearly|annually|hourly|nightly|everyday|fortnightly|biweekly)", _adverb,
        ("daily",)),
    Rule("per-unit", "per u=UNIT1", _per, ("per month",)),
    Rule("times-a-unit", "((NUMW|NUM|several|many) times|once|twice) DASH? (a|per|each|every|in a) DASH? u=UNIT1", _per,
        ("twice a week", "once-a-decade")),
    Rule("reference", "(now|nowadays|currently|presently|recently|lately|recent|former)", _ref, ("recently",)),
    Rule("reference-current", "current", _ref, ("current (in a history)",)),
    Rule("right-now", "right now", _ref, ("right now",)),
    Rule("the-past", "the past", _ref, ("in the past",)),
    Rule("future", "the? future", _ref, ("the future",)),
    Rule("the-present", "(the present|the present (time|day|moment)|present DASH? day|modern day|the moment)", _ref,
        ("present-day",)),
    Rule("these-days", "(these days|the time being)", _ref, ("these days",)),
    Rule("story-time", "(this|that|the|the same|that same|this same) time", _story_time, ("at that time",)),
    Rule("story-period", "(this|that|the same|that same) period", _story_time, ("this period",)),
)  # fmt: skip
