"""The day a report was written, where its dateline names only the weekday: “WITH THE ARMY, Sunday”."""

from __future__ import annotations

import re
from datetime import date, timedelta

_HEAD = 1_500  # letters of headlines and bylines before a dateline
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# A place in capitals, then the weekday, then the end of the line or the dash before the text.
_DATELINE = re.compile(
    rf"^[ \t]*[A-Z][A-Z .,'’()-]{{2,80}},[ \t]*({'|'.join(_WEEKDAYS)})(?:[ \t]+(?:night|evening|morning))?\.?"
    r"[ \t]*(?:$|[-–—:])",
    re.IGNORECASE | re.MULTILINE,
)


def dateline_day(text: str, published: date | None) -> date | None:
    """The last such weekday on or before the day of publication; that day itself where no dateline names another.

    What was printed on Monday but written on Sunday counts "this morning", "yesterday" and "tonight" from Sunday.
    """
    if published is None:
        return None
    match = _DATELINE.search(text[:_HEAD])
    if match is None or not match.group(0).split(",")[0].isupper():
        return published
    back = (published.weekday() - _WEEKDAYS.index(match.group(1).lower())) % 7
    return published - timedelta(days=back) if back <= _LATE else published


_LATE = 3  # days from the desk of a correspondent to print
