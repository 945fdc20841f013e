"""Rules for offsets (two days later, a week ago) and for edges of units (the end of the year, on the 18th)."""

from __future__ import annotations

from dataclasses import replace

from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.counting import counted
from timeline.extract.dates.english import QTY
from timeline.extract.dates.grammar import Rule
from timeline.extract.dates.periods import period
from timeline.extract.dates.point import DAY, MONTH, Point, valid_day
from timeline.extract.dates.reading import Hit, Reading, amount_of

_VAGUE_NEAR = ("D", "W", "M", "Y", "DE", "CE")


def _told(hit: Hit) -> bool:
    """Whether "ten years on" counts from a date of the story; else it looks back from the day of writing."""
    ref, dct = hit.anchors.ref, hit.anchors.dct
    return hit.anchors.mode == NARRATIVE or (ref is not None and ref.year is not None and dct is not None
        and ref.year < dct.year and hit.start - hit.anchors.ref_index < 60)  # fmt: skip


def _offset(hit: Hit) -> Reading | None:
    """Two days later, a week ago, three years earlier, six months before."""
    word = hit.words("w")[0]
    if word in ("before", "after", "back", "on", "prior") and _has_complement(hit):
        return None
    unit = hit.code("u", "UNIT")
    amount = amount_of(hit.words("q")) if hit.has("q") else 1.5
    if hit.after() == "than":
        return None  # a day later than planned
    if word == "on" and not _told(hit):
        return Reading("DURATION", period(amount, unit), anchors=False)
    back = word in ("ago", "earlier", "before", "previously", "back", "prior")
    anchors = hit.anchors
    base = anchors.here() if word in ("ago", "from", "back") else anchors.there()
    if word == "ago" and anchors.mode == NARRATIVE and anchors.ref is None:
        base = Point.of(anchors.dct) if anchors.dct else None
    if unit in ("TS", "TM", "TH", "NI"):
        return _clock_offset(hit, base, unit, amount, back=back)
    if amount is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", anchors=False, relative=True)
    if unit == "FN":
        unit, amount = "W", amount * 2
    if unit not in ("D", "W", "M", "Y", "DE", "CE", "WE", "Q"):
        return None
    if amount != int(amount):
        unit, amount = {"Y": ("M", amount * 12), "DE": ("Y", amount * 10), "CE": ("Y", amount * 100), "W": ("D",
        amount * 7), "M": ("W", amount * 4)}.get(
            unit, (unit, amount))  # fmt: skip
    vague = anchors.vague_index > anchors.ref_index and hit.start - anchors.vague_index < 20
    if base is None or amount > 5000 or (vague and unit == "Y" and word != "ago"):
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", anchors=False, relative=True)
    point = base.shift(unit, -int(amount) if back else int(amount))
    if point is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", anchors=False, relative=True)
    reading = counted(hit, base, point)
    if unit == "W" and base.gran == DAY and base.known:
        day = base.shift("D", int(amount) * (-7 if back else 7))
        reading.alternatives = tuple(s for s in (day.span() if day else None,) if s)
    return reading


def _unit_ago(hit: Hit) -> Reading | None:
    """Year-ago, month-earlier, as adjectives."""
    unit = hit.code("u", "UNIT")
    base = hit.anchors.here()
    point = base.shift(unit, -1) if base and unit in ("D", "W", "M", "Q", "Y") else None
    return counted(hit, base, point) if point else None


def _has_complement(hit: Hit) -> bool:
    following, raw = hit.after(), hit.tokens.raw(hit.end)
    if hit.words("w")[0] in ("back", "on"):
        return not (
            following == ""
            or not following[0].isalnum()
            or following in ("and", "but", "when", "he", "she", "they", "it", "the")
        )
    if following == "" or not following[0].isalnum():
        return raw in ('"', "“", "$", "[", "‘") and raw != ""
    if hit.words("w")[0] in ("before", "after") and following in ("he", "she", "they", "it", "we", "i"):
        return True
    return following not in ("and", "but", "when", "in", "at", "by", "with", "who", "that",
        "which", "had", "was", "were", "as", "on",
                             "while", "where", "for", "during", "from", "near", "to", "under", "is", "has")  # fmt: skip


def _supposed(hit: Hit) -> bool:
    """Whether the sentence only supposes: "Had it happened an hour later", "if it had come two hours earlier"."""
    for index in range(hit.start - 1, max(-1, hit.start - 13), -1):
        raw, word = hit.tokens.raw(index), hit.tokens.word(index)
        if raw in (".", "?", "!", ";"):
            return False
        if (raw == "Had" and hit.tokens.word(index + 1) not in ("been", "to")) or word == "if":
            return True
    return False


def _clock_offset(hit: Hit, base: Point | None, unit: str, amount: float | None, *, back: bool) -> Reading | None:
    if _supposed(hit):
        return Reading("TIME", "PAST_REF" if back else "FUTURE_REF", anchors=False, relative=True)
    if base is not None and base.gran == DAY and base.known and amount is not None and unit == "TH" and amount >= 24:
        point = base.shift("D", (-1 if back else 1) * int(amount // 24))
        if point:
            return counted(hit, base, point)
    if base is not None and base.gran == DAY and base.known and hit.words("w")[0] != "ago":
        return Reading(
            "TIME",
            base.value() + "TXX",
            base.span(),
            None,
            relative=True,
            anchors=False,
            resolution=f"the same day, {base.value()}",
        )
    if base is not None and base.gran == DAY and base.known:
        return Reading(
            "TIME",
            base.value() + "TXX",
            base.span(),
            None,
            relative=True,
            anchors=False,
            resolution=f"hours from {base.value()}",
        )
    return Reading("TIME", "PAST_REF" if back else "FUTURE_REF", anchors=False, relative=True)


def _vague_offset(hit: Hit) -> Reading | None:
    word = hit.words("w")[0]
    if word in ("before", "after") and _has_complement(hit):
        return None
    back = word in ("ago", "earlier", "before", "previously")
    unit = hit.code("u", "UNIT")
    if unit in ("TS", "TM", "TH"):
        return _clock_offset(hit, hit.anchors.there(), unit, None, back=back)
    return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", anchors=False, relative=True)


def _edge(hit: Hit) -> Reading | None:
    """The end of the year, later in the month, month's end, the rest of the week."""
    unit = hit.code("u", "UNIT")
    if unit not in ("D", "W", "WE", "M", "Q", "Y", "DE", "CE") or (hit.after() == "-" and hit.after(1) == "long"):
        return None
    anchors = hit.anchors
    base = anchors.here() if anchors.mode != NARRATIVE else anchors.there()
    recent = anchors.ref is not None and hit.start - anchors.ref_index < 15
    if (
        anchors.mode != NARRATIVE
        and recent
        and anchors.ref is not None
        and anchors.dct is not None
        and anchors.ref.year != anchors.dct.year
    ):
        base = anchors.ref
    if base is None or base.year is None:
        return None
    point = base.shift(unit, 0)
    if point is None:
        return None
    lead = " ".join(hit.words("e")) if hit.has("e") else "end"
    mod = (
        "START"
        if any(w in lead for w in ("early", "earlier", "start", "beginning"))
        else "MID"
        if "mid" in lead
        else "END"
    )
    reading = counted(hit, base, point)
    return replace(
        reading, mod=None if "rest" in lead or "remainder" in lead or "most" in lead else mod, approximate=True
    )


def _nth_day(hit: Hit) -> Reading | None:
    """On the 18th: of the story's or document's month."""
    before, following = hit.before(), hit.after()
    if before not in (
        "on",
        "by",
        "until",
        "till",
        "since",
        "from",
        "to",
        "and",
        "of",
        "before",
        "after",
        "between",
        "morning",
        "evening",
        "night",
        "(",
        "or",
    ):
        return None
    if not (following == "" or (not following[0].isalnum() and following not in ("-", "–")) or following in (
        "the", "a", "an", "in", "at", "when", "as", "and", "with", "after", "he", "they", "she", "it", "but", "to",
        "by", "for", "his", "their", "was",
        "were", "had", "that", "which", "where", "about", "over", "another", "some", "all", "both",
    )):  # fmt: skip
        return None
    base = (
        hit.anchors.there()
        if hit.anchors.mode == NARRATIVE
        else (hit.anchors.ref if _near(hit) else hit.anchors.here())
    )
    if base is None or base.year is None or (month := base.month_number()) is None:
        return None
    year, number = base.year, hit.number("d")
    if not valid_day(year, month, number):
        return None
    point = Point(DAY, year, month, number)
    day, dct = point.first_day(), hit.anchors.dct
    ahead = hit.anchors.mode != NARRATIVE and day is not None and dct is not None and day > dct
    if ahead and _near(hit) and hit.anchors.tense(hit.start, hit.end) == "past":
        earlier = Point(MONTH, year, month).shift("M", -1)  # "On the 28th" in the past tense, early in a month
        if earlier and valid_day(earlier.year, earlier.month or 0, number):
            return counted(hit, base, Point(DAY, earlier.year, earlier.month, number))
    if (
        hit.anchors.mode != NARRATIVE
        and base.gran == DAY
        and base.day
        and number > base.day
        and hit.anchors.tense(hit.start, hit.end) == "past"
        and not _near(hit)
    ):
        back = Point(MONTH, year, month).shift("M", -1)
        if back and back.year and back.month and valid_day(back.year, back.month, number):
            point = Point(DAY, back.year, back.month, number)
    return counted(hit, base, point)


def _near(hit: Hit) -> bool:
    return hit.anchors.ref is not None and hit.start - hit.anchors.ref_index < 40


RULES: tuple[Rule, ...] = (
    Rule("year-ago", "(a|the)? u=UNIT1 DASH w=(ago|earlier)", _unit_ago, ("the year-ago quarter",)),
    Rule("offset", f"q={QTY} ADJ? u=UNIT w=(ago|earlier|later|before|previously|afterward|afterwards|after|from "
        f"now|hence|back|prior|on)", _offset, ("two days later", "a week ago")),
    Rule("half-offset", "(a|one) u=UNIT1 and a half w=(ago|earlier|later|before)", _offset,
        ("a year and a half ago",)),
    Rule("vague-offset", "u=UNITS w=(ago|earlier|later|before|after|afterwards)", _vague_offset, ("weeks later",)),
    Rule("edge-of-unit", "e=(the (STARTW|ENDW|MIDW|(latter|early|first|last|second|final|later) "
        "(part|half|months|weeks|days)) of|(early|earlier|late|later|mid|midway) (in|into|on)|the? "
        "(rest|remainder|most) of|mid DASH?|late DASH?) (the|this|that) u=UNIT1", _edge,
         ("the end of the year", "later in the month")),
    Rule("unit-end", "u=UNIT1 (POSS|DASH)? e=(end|start|beginning|ENDW)", _edge, ("month's end", "year-end")),
    Rule("nth-day", "the d=ODD", _nth_day, ("on the 18th",)),
)  # fmt: skip
