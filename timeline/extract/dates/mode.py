"""Choices made once per document: news or history, the era of bare years, whether the day comes before the month."""

from __future__ import annotations

import re
from datetime import date

from timeline.extract.dates.anchors import NARRATIVE, NEWS
from timeline.extract.dates.english import COUNTED, ZONES
from timeline.extract.dates.language_pack import LanguagePack
from timeline.extract.dates.tokens import Tokens
from timeline.model import Document

_DEICTIC = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|ago|this (?:week|month|year|morning)|last (?:week|month|year|night))\b",
    re.IGNORECASE,
)


# What a report says and a history hardly does: it quotes, expects, counts money, and speaks in the present perfect.
_REPORTING = re.compile(
    r"\b(?:says?|said|told|added|will|has|have|now|currently|(?:next|last) (?:week|month|year)"
    r"|(?:Mr|Ms|Mrs|Inc|Corp|Ltd)\.|quarter)(?!\w)|[$£€]\d"
)
_WIRE = re.compile(r"\((?:AP|AFP|Reuters|UPI|AFX|Xinhua)\) ?[_–—-]")
_REPORTED_RATE = 0.0125  # such signs per token; the histories and lives we know stay below 0.01
_LONGEST_REPORT = 3000  # tokens; longer texts full of old years are histories


def _reports(tokens: Tokens) -> bool:
    """Whether the text has the ways of a report, however many years long past it names."""
    if len(tokens.tags) > _LONGEST_REPORT:
        return False
    signs = len(_REPORTING.findall(tokens.text)) + 3 * bool(_WIRE.search(tokens.text, 0, 500))
    return signs >= 2 and signs / max(len(tokens.tags), 1) >= _REPORTED_RATE


def choose_mode(tokens: Tokens, pack: LanguagePack, dct: date | None) -> str:
    """``narrative`` for a history: it names years well before its own date and hardly counts from its own day.

    News has weekdays and words such as yesterday; without a document date only the story is left to count from. A short
    history opens with a date of long ago and counts from no day of its own.
    """
    if dct is None:
        return _undated_mode(tokens, pack)
    years, days, months = pack.charset["YEAR"], pack.charset["WD"], pack.charset["MON"]
    old = recent = weekdays = 0
    opening: bool | None = None  # whether the first date of the text is of long ago
    for index, tag in enumerate(tokens.tags):
        if tag in years:
            if _is_hour_or_count(tokens, index):
                continue
            if int(tokens.raw(index)) < dct.year - 1:
                old += 1
                opening = True if opening is None else opening
            else:
                recent += 1
        elif tag in days:
            weekdays += 1
        elif tag in pack.charset["BC"]:
            old += 1
        elif tag in months and opening is None and not _has_year(tokens, index, years):
            opening = False
    deictic = weekdays + len(_DEICTIC.findall(tokens.text))
    if old < 3:
        told = opening and not recent and not deictic and not _REPORTING.search(tokens.text)
        return NARRATIVE if told else NEWS
    if _reports(tokens):
        return NEWS
    words = max(len(tokens.tags), 1)
    if old > 4 * deictic + recent or (old > deictic + recent and old / words > 0.012):
        return NARRATIVE
    return NEWS


def written_years(tokens: Tokens, pack: LanguagePack) -> tuple[tuple[int, int], ...]:
    """Where four digits can be a year, and which; not 1700 GMT, not 1500 people."""
    charset = pack.charset["YEAR"]
    return tuple(
        (i, int(tokens.raw(i)))
        for i, tag in enumerate(tokens.tags)
        if tag in charset and not _is_hour_or_count(tokens, i)
    )


def _is_hour_or_count(tokens: Tokens, index: int) -> bool:
    following = tokens.word(index + 1)
    return following in ZONES or following in ("hours", "hrs", "h", "local") or following in COUNTED


def _undated_mode(tokens: Tokens, pack: LanguagePack) -> str:
    """A report counts from a day that nobody knows; only a history can be followed without its date."""
    years = len(written_years(tokens, pack)) + sum(tag in pack.charset["BC"] for tag in tokens.tags)
    weekdays = sum(tag in pack.charset["WD"] for tag in tokens.tags)
    deictic = weekdays + len(_DEICTIC.findall(tokens.text))
    if deictic and (_reports(tokens) or years <= 4 * deictic):
        return NEWS
    return NARRATIVE


def _has_year(tokens: Tokens, index: int, years: frozenset[str]) -> bool:
    """Whether a year follows a month: "May 1915", "May 2, 1915"."""
    return any(tag in years for tag in tokens.tags[index + 1 : index + 4])


def choose_era(tokens: Tokens, pack: LanguagePack) -> int:
    """-1 where bare three-digit years are before Christ, 1 where they are after, 0 where numbers are no years."""
    bc = sum(tag in pack.charset["BC"] for tag in tokens.tags)
    if bc >= 3:
        return -1
    three = pack.charset["Y3"]
    lead = ("in", "by", "until", "from", "between", "of")
    years = sum(tag in three and tokens.word(i - 1) in lead for i, tag in enumerate(tokens.tags))
    ad = sum(tag in pack.charset["AD"] for tag in tokens.tags)
    modern = sum(tag in pack.charset["YEAR"] for tag in tokens.tags)
    return 1 if (ad and years >= 2) or (years >= 3 and years * 2 > modern) else 0


_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/\d{2,4}(?!\d)")


def day_comes_first(document: Document) -> bool:
    """The order of all-number dates: by the document's own unambiguous ones, else month first for American spelling."""
    order = document.metadata.get("date_order") if document.metadata else None
    if order in ("DMY", "MDY"):
        return order == "DMY"
    for match in _NUMERIC.finditer(document.text):
        if int(match[1]) > 12:
            return True
        if int(match[2]) > 12:
            return False
    host = str(document.url or document.publisher or "").lower()
    if re.search(r"\.(?:uk|au|nz|in|ie|za|pk|ng|ke|fr|de|eg|lb|sy|il|tr|ru|ua)\b", host):
        return True
    return not re.search(
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}",
        document.text,
    )
