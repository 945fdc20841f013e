"""Where one clause of a sentence ends and the next begins, and how the two are joined.

One pass over the words; every look ahead or back is bounded, so the cost is linear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.extract.events.coordination import find_coordination, opens_clause, opens_series
from timeline.extract.events.frames import SAY, find_frame
from timeline.extract.events.grammar import is_date_word, is_finite, verb_of_clause
from timeline.extract.events.kinds import At, Joint, OpenClause
from timeline.extract.events.subordination import find_relative, find_subordinate
from timeline.extract.events.words import Word

_OPENERS = frozenset({"determiner", "number", "noun", "pronoun"})
_OPEN_QUOTES = '"“«'
_CLOSE_QUOTES = '"”»'


def find_joints(words: Sequence[Word]) -> list[At]:
    """(index of the first word, joint) of every clause, in order; the first is ``(0, FIRST)``."""
    quotes = _quotations(words)
    clause = OpenClause(words)
    joints = [(0, Joint.FIRST)]
    i = 0
    while i < len(words):
        opened = i
        for at, kind in _joints_at(clause, quotes, i):
            if clause.start < at < len(words):
                joints.append((at, kind))
                clause = OpenClause(words, at, kind)
                opened = max(opened, at)
        if opened > i:
            i = opened
            continue
        _read(clause, i)
        i += 1
    return joints


def _read(clause: OpenClause, i: int) -> None:
    if is_date_word(clause.words[i]):
        clause.dated = True
    if is_finite(clause.words, i) or (i == clause.start and clause.words[i].tag == "auxiliary"):
        if clause.owed:
            clause.owed -= 1
        else:
            clause.verbs += 1


def _joints_at(clause: OpenClause, quotes: Mapping[int, bool], i: int) -> list[At]:
    """The joints that word ``i`` makes: at itself, after itself, or (a trailing speech frame) before itself."""
    word, words = clause.words[i], clause.words
    if word.tag == "mark":
        joint = _mark(clause, quotes, i)
    elif i == clause.start:
        joint = None
    elif word.low in SAY and (frame := find_frame(clause, i)):
        return frame
    elif word.low == "according" and i + 1 < len(words) and words[i + 1].low == "to" and clause.headed:
        joint = (i, Joint.FRAME)
    elif word.tag == "conjunction" and clause.headed:
        joint = find_coordination(clause, i)
    elif word.tag == "relative" or word.low == "that":
        joint = find_relative(clause, i)
    elif word.tag == "subordinator":
        joint = find_subordinate(clause, i)
    else:
        joint = None
    return [joint] if joint else []


def _mark(clause: OpenClause, quotes: Mapping[int, bool], i: int) -> At | None:
    words, low = clause.words, clause.words[i].low
    if i in quotes and i > clause.start:
        opens = quotes[i]
        return (i, Joint.CONTENT) if opens else (i + 1, Joint.FRAME)
    if low == ";":
        return i + 1, Joint.COORDINATE
    if low in ":—–" and i > clause.start + 1 and len(words) - i > 3:
        return (i + 1, Joint.CONTENT) if verb_of_clause(words, i + 1) >= 0 else None
    if low != ",":
        return None
    first = words[clause.start]
    if first.low == "according" and clause.kind is not Joint.FRAME:
        return i + 1, Joint.CONTENT
    follows = i + 1 < len(words) and words[i + 1].tag in _OPENERS and verb_of_clause(words, i + 1) >= 0
    if clause.headed and opens_series(clause, i + 1):
        return i + 1, Joint.SHARED
    if first.tag == "subordinator" and clause.headed and clause.kind in (Joint.FIRST, Joint.CONTENT, Joint.COORDINATE):
        return (i + 1, Joint.MAIN) if follows else None
    if clause.kind is Joint.RELATIVE and clause.headed and i + 1 < len(words) and words[i + 1].tag != "conjunction":
        nearest = next((j for j in range(i + 1, min(i + 5, len(words))) if is_finite(words, j)), -1)
        return (i + 1, Joint.RESUMED) if nearest >= 0 else None
    if follows and clause.headed and opens_clause(clause, i + 1):
        verb = verb_of_clause(words, i + 1)
        return i + 1, Joint.FRAME if words[verb].low in SAY else Joint.COORDINATE
    return None


def _quotations(words: Sequence[Word]) -> dict[int, bool]:
    """Index of an opening mark → True, of a closing mark → False, for quotations that hold a clause."""
    found: dict[int, bool] = {}
    opened = -1
    finite = False
    for i, word in enumerate(words):
        if word.tag != "mark":
            finite = finite or is_finite(words, i)
            continue
        if opened < 0 and word.low in _OPEN_QUOTES:
            opened, finite = i, False
        elif opened >= 0 and word.low in _CLOSE_QUOTES:
            if finite and i - opened > 4:
                found[opened], found[i] = True, False
            opened = -1
    return found
