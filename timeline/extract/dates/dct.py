"""The document creation time: given, from metadata, read off the dateline, or inferred from the text's own evidence."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.datespan import DateSpan, Precision
from timeline.extract.dates.anchors import Anchors
from timeline.extract.dates.english import MONTHS, WEEKDAYS
from timeline.extract.dates.infer import infer_date
from timeline.extract.dates.language_pack import english_pack
from timeline.extract.dates.point import valid_day
from timeline.extract.dates.scan import scan
from timeline.model import Document, DocumentDateBasis

_HEAD = 1500  # characters in which a dateline may stand
_LINES = 10
_AROUND = re.compile(
    r"(?:published|posted|updated|modified|created|date|dated|filed|issued|released|last|first|by|on|at|from|edition|print|the|of|publication|added|online"
    r"|am|pm|gmt|utc|est|edt|bst|cet|et|pt|local|time"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
    r"|afp|ap|reuters|upi|sana|bbc|cnn|xinhua|tass|interfax|irna|petra|dpa|ani|pti|anadolu|associated|press|news|agency|agencies|staff|wire)\Z",
    re.IGNORECASE,
)
_LABELS = frozenset(
    ("published", "posted", "updated", "date", "dated", "created", "modified", "filed", "issued", "publication")
)
_DOTTED = re.compile(r"\s*\d{1,2}\.\d{1,2}\.\d{4}")
# "Jul 282016", where a comma and its blank were lost.
_GLUED = re.compile(r"\b([A-Z][a-z]{2,8})\.? (\d{2})((?:19|20)\d{2})\b")
_WORD = re.compile(r"[^\W\d_]+")
# "BEIRUT, April 22, 2014 (Reuters) -", "Cairo — 22 April 2014 —": a place, a date, and a mark that text follows.
_CLOSES = re.compile(r"\s*(?:\([^()\n]{2,40}\)\s*)?[-–—:|]\s|\s*\([A-Z][^()\n]{1,30}\)")


def date_document(document: Document) -> Document:
    """The document with its date (``published``, ``date_basis``, ``date_evidence``); unchanged when it has one.

    A dateline is a complete date that stands apart at the front of the text. Else the date is inferred as an interval,
    and only when the text counts from its own day at all (weekdays, ago, last month, bare months); a history stays
    undated. Never the reader's today.
    """
    if document.published is not None or not document.language.startswith("en"):
        return document
    line = find_dateline(document)
    if line is not None:
        when, words = line
        evidence = f"the dateline “{words}”"
        return replace(
            document, published=DateSpan.day(when), date_basis=DocumentDateBasis.DATELINE, date_evidence=evidence
        )
    inferred = infer_date(document)
    if inferred is None:
        return document
    span, evidence = inferred
    return replace(document, published=span, date_basis=DocumentDateBasis.INFERRED, date_evidence=evidence)


def find_dateline(document: Document) -> tuple[date, str] | None:
    """The day a dateline gives and its words; ``None`` where no complete date stands apart at the front."""
    text = document.text
    for start, end in _front_pieces(document):
        piece = text[start:end]
        found = _complete_day(piece)
        if found is None:
            continue
        first, last, when = found
        before, after = piece[:first], piece[last:]
        alone = all(_around(w) for w in _WORD.findall(before + " " + after)) or _label(before, after)
        placed = (
            len(before) <= 60
            and before.rstrip()[-1:] != "("  # born and died
            and _names_place(before)
            and _CLOSES.match(after)
        )
        wired = start < 400 and _signed(before, after)
        leads = not before.strip() and start < 400 and (not after.strip() or _opens_text(after))
        lead = [w.lower() for w in _WORD.findall(before)]
        labelled = start < 80 and not _LABELS.isdisjoint(lead) and all(map(_around, lead))
        if alone or placed or leads or labelled or wired:
            return when, piece[first:last]
    return None


def _front_pieces(document: Document) -> list[tuple[int, int]]:
    """Lines at the front, and the first sentences where a text has lost its line breaks."""
    pieces: list[tuple[int, int]] = []
    at = 0
    for _ in range(_LINES):
        end = document.text.find("\n", at)
        end = len(document.text) if end < 0 else end
        if document.text[at:end].strip():
            pieces.append((at, min(end, at + 200)))
        at = end + 1
        if at >= min(len(document.text), _HEAD):
            break
    pieces.extend((s.start, s.end) for s in document.sentences[:4] if s.start < _HEAD and s.end - s.start < 200)
    return sorted(set(pieces))


def _complete_day(piece: str) -> tuple[int, int, date] | None:
    pack = english_pack()
    tokens = pack.tokenizer.read(piece)
    for found in scan(tokens, pack, Anchors(tokens, None, borrow=pack.borrow)):
        reading = found.reading
        when = reading.when
        if (
            when is None
            or when.precision is not Precision.DAY
            or reading.relative
            or when.start is None
            or when.start.year < 1700
        ):
            continue
        if not found.rule.startswith(("day-month-year", "month-day-year", "iso", "day-month-short-year", "numeric")):
            continue
        day = _chosen(when.start, reading.alternatives, piece)
        if day is not None:
            return tokens.starts[found.start], tokens.ends[found.end - 1], day
    glued = _GLUED.search(piece)
    if glued and (month := MONTHS.get(glued[1].lower())):
        year, day_number = int(glued[3]), int(glued[2])
        if valid_day(year, month, day_number):
            return glued.start(), glued.end(), date(year, month, day_number)
    return None


def _chosen(first: date, others: tuple[DateSpan, ...], piece: str) -> date | None:
    """The day of a date in numbers that can be read two ways: by a weekday the text names; dots put the day first."""
    days = [first, *(o.start for o in others if o.start is not None)]
    if len(days) == 1:
        return first
    named = {WEEKDAYS[w.lower()] for w in _WORD.findall(piece) if len(w) > 5 and w.lower() in WEEKDAYS}
    near = [d for d in days if named & {d.weekday(), (d - timedelta(days=1)).weekday()}]
    return near[0] if len(near) == 1 else first if not near and _DOTTED.match(piece) else None


def _around(word: str) -> bool:
    return _AROUND.match(word) is not None


def _label(before: str, after: str) -> bool:
    """“Published: 22 April 2014 …”: a label just before, and little else on the line."""
    words = [w.lower() for w in _WORD.findall(before)]
    labelled = bool(words) and len(words) <= 4 and words[-1] in _LABELS | {"on", "at"} and not _LABELS.isdisjoint(words)
    return labelled and len(_WORD.findall(after)) <= 6


_AGENCIES = frozenset((
    "afp", "ap", "reuters", "upi", "xinhua", "tass", "interfax", "irna", "petra", "dpa", "ani", "pti", "anadolu",
    "press", "sana", "ians", "efe", "ansa", "kuna", "wam", "agencies", "bbc", "cnn", "aljazeera",
))  # fmt: skip


_TIME_AFTER = re.compile(r"\s*,?\s*(?:(?:at\s)?\d{1,2}[:.h]?\d{2}\b|\w{1,12}:\s)")


def _opens_text(after: str) -> bool:
    """Whether what follows a date at the front is a new sentence, a number, a bracket or the hour it was sent."""
    following = after.lstrip()[:1]
    if after[:1] == ",":
        return False
    return following.isupper() or following.isdigit() or following in "()+" or _TIME_AFTER.match(after) is not None


def _signed(before: str, after: str) -> bool:
    """“Car bomb kills 15 AFP Thursday 6 Mar 2014 At least …”: an agency just before, a sentence just after."""
    words = _WORD.findall(before)
    ahead = _WORD.findall(after[:20])
    before_it = bool(words) and words[-1].lower() in _AGENCIES and words[-1][0].isupper() and after[:1] == " "
    return before_it or (bool(ahead) and ahead[0].isupper() and ahead[0].lower() in _AGENCIES and after[:1] == " ")


def _names_place(before: str) -> bool:
    words = _WORD.findall(before)
    return (
        bool(words) and len(words) <= 6 and all(w[0].isupper() or w in ("al", "el", "of", "de", "and") for w in words)
    )
