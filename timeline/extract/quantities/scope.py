"""What a number covers: one incident, a part of it, or a running total over a period."""

from __future__ import annotations

import re

from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.sentence import Sentence
from timeline.model import QuantityKind, Scope

_WAR = "(?:war|conflict|uprising|revolt|insurgency|revolution|rebellion|genocide|intifada|occupation)"
_SOME = r"(?:[\w'-]+\s){0,2}"  # up to two words between
_SPAN = "(?:days|weeks|months|years|decades)"
_DEED = "(?:killed|claimed|left|displaced|cost|taken|driven|forced|uprooted|wounded)"
_DAY = r"(?:[A-Z]\w{2,8}day|[A-Z]\w+\s\d{1,4}|\d{1,2}\s[A-Z]\w+|\d{4})"
_PERIODS = (
    r"since\b(?!\s+(?:then|being))",
    r"so\sfar\b|to\sdate\b|thus\sfar\b|(?:war|conflict)-long\b",
    (
        rf"(?:the|a|this|that|whole|entire|civil|of|in|long|year)\s{_SOME}{_WAR}"
        rf"\s(?:that\s|which\s)?(?:has|have|had)\s(?:also\s|so\sfar\s)?{_DEED}"
    ),
    (
        rf"(?:during|throughout|over|in|(?:course|phase|stage)\sof)\s(?:the\s)?{_SOME}{_WAR}\b"
        r"(?!\s(?:crime|zone|monitor|plane|ship))"
    ),
    (
        r"(?:over|in|during|within|for)\s(?:the\s)?(?:past|last|previous|recent|first|preceding|these|those)\s"
        rf"{_SOME}(?:{_SPAN}|week|month|year|decade)"
    ),
    rf"(?:in|over|during|after|of|for)\s(?:[\w-]+\s){{1,2}}{_SPAN}\s(?:of\b|since|period)",
    r"(?:month|week|year)\sof\s",
    r"(?<!earlier\s)(?<!late\s)(?:this|last)\s(?:year|month)\b(?!['’]s)",
    rf"(?-i:between\s{_DAY}\s[^.;]{{0,20}}?and\s(?:[A-Z]\w{{2,8}}day|[A-Z]\w+\s\d|\d))",
    rf"{_SPAN}\sof\s{_SOME}(?:war|fighting|conflict|violence|unrest|bloodshed|siege|bombing|bombardment)",
    r"(?:brings|bringing|brought)\s(?:the\s)?(?:total|overall)",
    r"(?:overall|total)\s(?:death\s)?(?:toll|number|count)",
    r"daily|annually|(?:every|each|per)\s(?:day|week|month|year)",
    rf"because\sof\s{_SOME}(?:shortages?|hunger|starvation|famine|siege)",
)
_PERIOD = re.compile(r"\b(?:" + "|".join(_PERIODS) + ")", re.IGNORECASE)
_RANK = re.compile(
    r"\b(?:first|worst|deadliest|bloodiest|biggest|largest|heaviest|fiercest|latest|highest|most\s\w+)\b", re.IGNORECASE
)
_LARGE = 10_000  # more dead than this in one incident is told with the incident beside it
_INCIDENT = re.compile(
    r"\b(?:(?:attack|bomb|bombing|blast|explosion|raid|strike|battle|clash|assault|operation|landing|campaign)(?:e?s)?|"
    r"massacre|ambush|offensive|shelling|siege|earthquake|storming|crash|sinking|bombardment|hours|afternoon|day|night)\b",
    re.IGNORECASE,
)
_TOLLS = frozenset((QuantityKind.KILLED, QuantityKind.DISPLACED, QuantityKind.INJURED))
_STANDING = frozenset((QuantityKind.FIGHTERS, QuantityKind.PROTESTERS, QuantityKind.BESIEGED))  # strengths, no totals
_BREAK = re.compile(r"[;!?]|[.]\s")
_CLAUSE_BEFORE = re.compile(r"\b(?:when|after|where|which|who|that|as)\b")
_CLAUSE_AFTER = re.compile(r"\b(?:which|when|where|who)\b|\b(?:said|told)\s(?:[\w-]+\s){0,6}(?:that|where)\b")


def set_scope(s: Sentence, counts: list[Count]) -> None:
    """Marks running totals; parts of a whole are marked where they are found."""
    if not counts:
        return
    text, start, end = s.text, s.starts[0], s.ends[-1]
    periods = [m.span() for m in _PERIOD.finditer(text, start, end) if not _ranks(text, m, start)]
    for count in counts:
        if count.scope is not Scope.EVENT or count.kind in _STANDING or count.single:
            continue
        if any(_reaches(s, count, period) for period in periods) or (
            (count.low or count.high or 0) >= _LARGE
            and count.kind in _TOLLS
            and _INCIDENT.search(text, start, end) is None
        ):
            count.scope = Scope.CUMULATIVE


def _ranks(text: str, period: re.Match[str], start: int) -> bool:
    """“The worst attack since 2011” ranks one incident, it is no total."""
    if not period.group().lower().startswith(("since", "in ", "so far")):
        return False
    return _RANK.search(text, max(start, period.start() - 90), period.start()) is not None


def _reaches(s: Sentence, count: Count, period: tuple[int, int]) -> bool:
    """Whether a period belongs to the clause of the count: nothing that begins another statement lies between."""
    begin, end = s.starts[count.left], s.ends[count.right]
    before = period[1] <= begin
    between = s.text[period[1] : begin] if before else s.text[end : period[0]]
    if len(between) > 250 or _BREAK.search(between):
        return False
    return not (_CLAUSE_BEFORE if before else _CLAUSE_AFTER).search(between)
