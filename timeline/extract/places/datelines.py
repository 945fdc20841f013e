"""Datelines: where a report was filed from is neither where it happened nor who did it."""

from __future__ import annotations

import re

from timeline.model import Span

# Every repeat is bounded and starts at a word, so that reading stays linear.
_TOWN = r"(?<![\w.'’\-])[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,30}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,30}){0,3}"
_COUNTRY = r"(?:[,/] ?[A-Z][\w.'’\-]{1,30}(?: [A-Z][\w.'’\-]{1,30}| of| the){0,4})?"
_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
_AGENCY = r"(?:AP|AFP|Reuters|UPI|TASS|Tass|Xinhua|IPS|ANSA|DPA|dpa|EFE|IRIN|Bloomberg|The Associated Press)"
_PLAIN = re.compile(
    rf"[A-Z][\w'’-]{{1,30}}(?: [A-Z][\w'’-]{{1,30}}){{0,2}}(?:, [A-Z][\w .'’-]{{1,30}})?{_DAY} ?"
    rf"\({_AGENCY}\) ?(?:[-–—:]{{1,3}} )?"
)
_DATELINE = re.compile(rf"{_TOWN}{_COUNTRY}{_DAY} ?(?:\([^()\n]{{2,40}}\) ?(?:[-–—:]{{1,3}} )?|[-–—]{{1,3}} )")


def find_datelines(text: str) -> list[Span]:
    """Spans of "KYIV, Ukraine (AP) — " at the start of a line, and of "BEIRUT (Reuters)" after a date or a headline."""
    found = []
    for match in _DATELINE.finditer(text):
        at_start = match.start() == 0 or text[match.start() - 1] == "\n"
        if (at_start and len(match.group()) > 4) or "(" in match.group():
            found.append(Span(match.start(), match.end()))
    for start in (0, *(m.end() for m in re.finditer(r"\n", text))):
        plain = _PLAIN.match(text, start)
        if plain:
            found.append(Span(*plain.span()))
    return found
