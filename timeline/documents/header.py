"""Headline and dateline glued to the front of a text that lost its line breaks: where each of them ends."""

from __future__ import annotations

import re

from timeline.model import Span

_DAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
# "AFP Tuesday 29 Apr 2014", "Wed 05 Apr 2017", "14 Nov 2017": an agency in capitals, a weekday, a whole date.
_CLOCK = r"(?: \d{1,2}:\d{2}(?: ?[AP]M)?(?: [A-Z]{3,4})?)?"
_DATELINE = re.compile(rf"(?:[A-Z]{{2,8}},? )?(?:{_DAY} )?{_DATE}{_CLOCK}")
# "Published July 2 2016", "Last updated at Jul 012016", "05.10.2017(updated 1935 05.10.2017) Get short URL 101".
_NUMERIC = r"\d{1,2}([-./])\d{1,2}\1\d{4}"
_STAMP = re.compile(
    r"(?:(?:Date of publication|(?:(?:First|Last) )?(?:Published|Updated|Posted|published|updated|posted))"
    r"(?: on| at)?:? "
    rf"(?:{_DAY} )?(?:{_DATE}|{_MONTH} \d{{1,2}},? ?\d{{4}}){_CLOCK}"
    rf"|(?:{_DAY} )?{_NUMERIC}(?: ?\([^()]{{1,40}}\)|\))?(?: ?Get short URL(?: \d{{1,5}}){{0,4}})?)"
)
# Left at the front of a report after its date or headline.
_AGENCY = re.compile(
    r"(?:AFP|AP|Reuters|REUTERS|UPI|DPA|dpa|EFE|ANSA|ITAR-TASS|TASS|Xinhua|Agencies|AGENCIES)(?= [A-Z\"“])"
)
_BYLINE = re.compile(r"[Bb]y [A-ZÀ-Þ][\w.’' -]{2,60}? (?=\S)")
_SITE = re.compile(r" [-–—|»:] ")
_LEAST = 12  # letters of a headline: a shorter one may stand at the front of a sentence by chance
_LONGEST = 400


def find_header(text: str, title: str | None) -> list[Span]:
    """Spans of the headline and the dateline at the front of the text, in text order; often none.

    The headline is known from outside (a corpus field); the name of a site after it is passed over.
    A dateline must be followed by a capital, a digit or a quotation mark.
    """
    found: list[Span] = []
    at = _skip(text, 0)
    for _ in range(5):
        end = _title_end(text, at, title) or _dateline_end(text, at)
        if end is None and found:
            end = _agency_end(text, at) or _byline_end(text, at, title)
        if end is None or (found and end <= found[-1].end):
            break
        found.append(Span(at, end))
        at = _skip(text, end)
    return found


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _title_end(text: str, at: int, title: str | None) -> int | None:
    if not title or len(title) > _LONGEST:
        return None
    clean = " ".join(title.split())
    cuts = [len(clean), *(m.start() for m in reversed(list(_SITE.finditer(clean))))]
    front = text[at : at + len(clean) + 1].casefold()
    for cut in cuts:
        head = clean[:cut].casefold()
        after = text[at + cut : at + cut + 2]
        if sum(map(str.isalpha, head)) >= _LEAST and len(head) == cut and front.startswith(head):
            if not after or after[0].isspace():
                return at + cut
            if after[0] in ".!?" and (len(after) == 1 or after[1].isspace()):
                return at + cut + 1
    return None


def _dateline_end(text: str, at: int) -> int | None:
    match = _DATELINE.match(text, at) or _STAMP.match(text, at)
    if not match:
        return None
    after = text[match.end() : match.end() + 2]
    if len(after) < 2 or after[0] != " ":
        return None
    begins = after[1].isupper() or after[1].isdigit() or after[1] in "\"“‘'"
    return match.end() if begins or text.startswith("by ", match.end() + 1) else None


def _agency_end(text: str, at: int) -> int | None:
    match = _AGENCY.match(text, at)
    return match.end() if match else None


def _byline_end(text: str, at: int, title: str | None) -> int | None:
    """“by Jane Doe” where the known headline follows, which alone tells the name from it."""
    match = _BYLINE.match(text, at)
    if not match or not title:
        return None
    start = text.casefold().find(" ".join(title.split()).casefold()[:_LEAST], at, at + 80)
    return start - 1 if start > at + 4 else None
