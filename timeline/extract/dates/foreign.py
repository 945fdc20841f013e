"""Dates in languages other than English: only complete ones, read by dateparser, which this module alone owns.

A day, a month's name and a four-digit year in one of the usual orders: nothing else is taken, and it is said so in the
rule (``complete-date``). The expression is found here; dateparser gets that closed text,
its language and strict parsing.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from timeline.datespan import DateBasis, DateSpan, Relation
from timeline.model import DateMention, Document, Span

_WORD = r"[^\W\d_]{2,20}"
_LINK = r"(?:[ \xa0](?:de|del|di|da|do|of|den|der|d[ei]l)(?=[ \xa0]))?"
_COMPLETE = re.compile(
    rf"(?<!\w)(?P<wordy>\d{{1,2}}(?:\.|er|º|ª|-)?{_LINK}[ \xa0]{_WORD}\.?,?{_LINK}[ \xa0](?:1\d{{3}}|20\d{{2}}))(?!\w)"
    r"|(?<![\w-])(?P<iso>\d{4}-\d{2}-\d{2})(?![\w-])"
    r"|(?<!\d)(?P<han>\d{4}年\d{1,2}月\d{1,2}日)"
)


@lru_cache(maxsize=4096)
def normalise(text: str, language: str) -> date | None:
    """The day a complete written date means in a language; ``None`` when dateparser cannot read every part of it."""
    from dateparser import DateDataParser  # noqa: PLC0415 - English documents never pay for it

    try:
        parser = _parser(language)
    except ValueError:
        return None
    assert isinstance(parser, DateDataParser)
    found = parser.get_date_data(text)
    return found.date_obj.date() if found.date_obj is not None and found.period == "day" else None


@lru_cache(maxsize=32)
def _parser(language: str) -> object:
    from dateparser import DateDataParser  # noqa: PLC0415

    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
        "DATE_ORDER": "DMY",
    }
    return DateDataParser(languages=[language], settings=settings)


def find_foreign(document: Document) -> list[DateMention]:
    """Complete dates of a document in another language; everything else is left alone rather than guessed."""
    found = []
    for match in _COMPLETE.finditer(document.text):
        when = _read(match, document.language)
        if when is None:
            continue
        span = Span(*match.span())
        rule = f"complete-date:{document.language}"
        day, value = DateSpan.day(when), when.isoformat()
        found.append(DateMention(span, match.group(), "DATE", value, day, Relation.ON, DateBasis.EXPLICIT, rule))
    return found


def _read(match: re.Match[str], language: str) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["han"]:
            year, month, day = (int(n) for n in re.findall(r"\d+", match["han"]))
            return date(year, month, day)
    except ValueError:
        return None
    return normalise(match["wordy"], language.partition("-")[0])
