"""What a number covers: one incident, a part of it, or a running total over a period."""

from __future__ import annotations

import re

from timeline.extract.quantities.counts import Count
from timeline.extract.quantities.sentence import Sentence
from timeline.model import QuantityKind, Scope

_PERIOD = re.compile(
    r"""\b(?:
        since\b(?!\s+(?:then|being))
      | so\s+far\b | to\s+date\b | (?:war|conflict)-long\b | thus\s+far\b
      | (?:the|a|this|that|whole|entire|civil|of|in|long|year)\s(?:[\w-]+\s){0,2}(?:war|conflict|uprising|revolt|insurgency|revolution|rebellion|genocide|intifada|occupation)
        \s(?:that\s|which\s)?(?:has|have|had)\s(?:also\s|so\sfar\s)?(?:killed|claimed|left|displaced|cost|taken|driven|forced|uprooted|wounded)
      | (?:during|throughout|over|in|course\sof)\s(?:the\s)?(?:[\w'-]+\s){0,2}(?:war|conflict|uprising|revolt|insurgency|revolution|rebellion|genocide|intifada)\b(?!\s(?:crime|zone|monitor|plane|ship))
      | (?:over|in|during|within|for)\s(?:the\s)?(?:past|last|previous|recent|first|preceding|these|those)\s(?:[\w-]+\s){0,2}(?:days|weeks|months|years|decades|week|month|year|decade)
      | (?:in|over|during|after|of|for)\s(?:[\w-]+\s){1,2}(?:days|weeks|months|years|decades)\s(?:of\b|since|period)
      | (?:month|week|year)\sof\s
      | (?<!earlier\s)(?<!late\s)(?:this|last)\s(?:year|month)\b(?!['’]s)
      | between\s(?:[A-Z]\w{2,8}day|[A-Z]\w+\s\d{1,4}|\d{1,2}\s[A-Z]\w+|\d{4})\s[^.;]{0,20}?and\s(?:[A-Z]\w{2,8}day|[A-Z]\w+\s\d|\d)
      | (?:years|months|weeks|decades)\sof\s(?:[\w-]+\s){0,2}(?:war|fighting|conflict|violence|unrest|bloodshed|siege|bombing|bombardment)
      | (?:brings|bringing|brought)\s(?:the\s)?(?:total|overall)
      | (?:overall|total)\s(?:death\s)?(?:toll|number|count)
      | (?:daily|annually|every\s(?:day|week|month|year)|each\s(?:day|week|month|year)|per\s(?:day|week|month|year))
      | because\sof\s(?:[\w-]+\s){0,2}(?:shortages?|hunger|starvation|famine|siege)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LARGE = 10_000  # more dead than this in one incident is told with the incident beside it
_INCIDENT = re.compile(
    r"\b(?:attack|attacks|bomb|bombs|bombing|blast|explosion|raid|raids|strike|strikes|battle|clash|clashes|massacre|assault|ambush|offensive|"
    r"shelling|siege|earthquake|storming|crash|sinking|operation|landing|landings|campaign|bombardment|hours|afternoon|day|night)\b",
    re.IGNORECASE,
)
_RUNNING = frozenset((QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.DISPLACED, QuantityKind.MISSING, QuantityKind.DETAINED,
                      QuantityKind.KIDNAPPED, QuantityKind.EVACUATED, QuantityKind.FREED, QuantityKind.OTHER))  # fmt: skip
_STOPS = frozenset((".", ";"))


def set_scope(s: Sentence, counts: list[Count]) -> None:
    """Marks running totals; parts of a whole are marked where they are found."""
    if not counts:
        return
    text = s.text
    periods = [m.span() for m in _PERIOD.finditer(text, s.starts[0], s.ends[-1])]
    incident = None
    for count in counts:
        if count.scope is not Scope.EVENT or count.kind not in _RUNNING:
            continue
        if periods and any(_reaches(text, count, s, span, counts) for span in periods):
            count.scope = Scope.CUMULATIVE
        elif (count.low or count.high or 0) >= _LARGE and count.kind in {
            QuantityKind.KILLED,
            QuantityKind.DISPLACED,
            QuantityKind.INJURED,
        }:
            if incident is None:
                incident = _INCIDENT.search(text, s.starts[0], s.ends[-1]) is not None
            if not incident:
                count.scope = Scope.CUMULATIVE


def _reaches(text: str, count: Count, s: Sentence, period: tuple[int, int], counts: list[Count]) -> bool:
    """Whether a period belongs to the clause of the count: nothing that begins another statement lies between."""
    begin, end = s.starts[count.left], s.ends[count.right]
    low, high = (end, period[0]) if period[0] >= end else (period[1], begin)
    between = text[low:high]
    if len(between) > 250 or re.search(r"[;!?]|[.]\s", between):
        return False
    if period[1] <= begin:  # a period before: "Since the war began, 12 have died"
        return not re.search(r"\b(?:when|after|where|which|who|that|as)\b", between)
    return not re.search(r"\b(?:which|when|where|who)\b|\b(?:said|told)\b.*\b(?:that|where)\b", between)
