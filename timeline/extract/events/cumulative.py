"""Whether a toll counts the dead of a period rather than of one event."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.events.grammar import is_date_word
from timeline.extract.events.triggers import Hit
from timeline.extract.events.words import Word, clause_words

_TOLLS = frozenset({"toll", "total"})
_FIRSTS = clause_words("superlative")
_WARS = clause_words("war")
_UNITS = clause_words("unit")
_LARGE = 3000  # the dead of one battle are seldom more; of a war they are


def is_cumulative(words: Sequence[Word], hits: Sequence[Hit], *, own: bool) -> bool:
    """Whether a sentence with a toll sums up a period: since, so far, the past weeks, a whole war, a large number.

    ``own``: the sentence names a violent event itself; then a bare "have been killed" is the toll of that.
    """
    tolls = [h for h in hits if h.trigger.sense in _TOLLS]
    if not tolls:
        return False
    lows = [w.low for w in words]
    for i, low in enumerate(lows):
        if low == "since" and not _FIRSTS.intersection(lows[max(0, i - 9) : i]) and (i < 3 or i > tolls[0].first):
            return True
        if _is_period(words, lows, i):
            return True
    dated = own or any(_is_day(words, i) for i in range(len(words)))
    whole = any(h.trigger.sense == "total" for h in tolls)
    if (whole or not dated) and any(_number(low) >= _LARGE for low in _counted(words, tolls)):
        return True
    return not own and any(_perfect(words, h.first) for h in tolls)


def _is_period(words: Sequence[Word], lows: Sequence[str], i: int) -> bool:
    low, rest = lows[i], lows[i + 1 : i + 5]
    if low in ("past", "last", "previous") and (_UNITS & set(rest[:2])) and "hours" not in rest:
        return True
    if (low, *rest[:1]) in (("so", "far"), ("to", "date"), ("in", "total"), ("overall", ",")):
        return True
    if low == "between" and [w.tag for w in words[i + 1 : i + 4 : 2]] == ["number", "number"] and len(rest) > 3:
        return is_date_word(words[i + 4])
    if low == "between" and any(is_date_word(w) for w in words[i + 1 : i + 4]):
        return any(is_date_word(w) for w in words[i + 3 : i + 8]) and "and" in lows[i + 2 : i + 6]
    if low in ("during", "throughout", "in") and (_WARS & set(lows[i + 1 : i + 6])):
        return low != "in" or any("year" in x or "month" in x for x in rest)
    return low == "years" and i > 0 and lows[i - 1] == "the" and low in clause_words("date-word")


def _is_day(words: Sequence[Word], i: int) -> bool:
    """Whether a date of one day stands at word ``i``: a weekday, or a month beside a number of its days."""
    low = words[i].low
    if low in clause_words("weekday"):
        return True
    if low not in clause_words("month") or not words[i].capital:
        return False
    beside = [words[k].low for k in (i - 1, i + 1) if 0 <= k < len(words)]
    return any(len(x.rstrip("stndrh")) <= 2 and x.rstrip("stndrh").isdigit() for x in beside)


def _counted(words: Sequence[Word], tolls: Sequence[Hit]) -> list[str]:
    return [
        w.low
        for h in tolls
        for w in words[max(0, h.first - 8) : h.last + 8]
        if w.tag == "number" and not is_date_word(w)
    ]


def _number(low: str) -> int:
    bare = low.replace(",", "")
    if bare.isdigit() and not bare.startswith("0") and len(bare) < 9:
        return int(bare)
    return {"thousands": 2000, "million": _LARGE, "millions": _LARGE}.get(bare, 0)


def _perfect(words: Sequence[Word], at: int) -> bool:
    """Whether the verb stands in the present perfect: "are reported to have died", "have been killed"."""
    at -= 1
    while at >= 0 and (words[at].tag in ("adverb", "be")):
        at -= 1
    return at >= 0 and words[at].low in ("have", "has")
