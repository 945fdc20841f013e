"""A sentence cut into clauses in text order, by the general joints of English, without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.extract.events.joints import find_joints
from timeline.extract.events.kinds import At, Joint
from timeline.extract.events.words import Word, find_words
from timeline.model import Document, Span


class Clause(NamedTuple):
    """A clause: where it stands, how it hangs on what precedes it, and its words."""

    span: Span
    joint: Joint
    words: tuple[Word, ...]


def find_clauses(document: Document, sentence: Span) -> list[Span]:
    """The clauses of a sentence in text order; they do not overlap and leave out only marks and space between them.

    A clause keeps the word that joins it ("and reached 120,000", "that had broken off"). A toll in a participle
    (", killing 14 people") stays with its event; speech frames ("X said that") are clauses of their own.
    """
    return [clause.span for clause in cut_clauses(document.text, sentence)]


@lru_cache(maxsize=4096)
def cut_clauses(text: str, sentence: Span) -> tuple[Clause, ...]:
    """The clauses with their joints and words; the same sentence is cut once."""
    words = find_words(text, sentence)
    if not words:
        return ()
    joints = _with_words(words, find_joints(words))
    ends = [at for at, _ in joints[1:]] + [len(words)]
    clauses = []
    for (at, joint), end in zip(joints, ends, strict=True):
        inside = tuple(words[at:end])
        last = len(inside)
        while last > 1 and inside[last - 1].low in (",", ";", ":", "—", "–"):
            last -= 1
        clauses.append(Clause(Span(inside[0].start, inside[last - 1].end), joint, inside))
    return tuple(clauses)


def _with_words(words: Sequence[Word], joints: Sequence[At]) -> list[At]:
    """The joints that open a clause with a word in it; marks alone stay with the clause before."""
    ends = [at for at, _ in joints[1:]] + [len(words)]
    pairs = zip(joints, ends, strict=True)
    return [j for j, end in pairs if j[0] == 0 or any(w.tag != "mark" for w in words[j[0] : end])]


def subject_of(clauses: Sequence[Clause], at: int) -> Clause | None:
    """The clause that opens what clause ``at`` resumes after a relative clause; ``None`` for every other clause."""
    if clauses[at].joint is not Joint.RESUMED:
        return None
    hung = (Joint.RELATIVE, Joint.SUBORDINATE)
    return next((clauses[i] for i in range(at - 1, -1, -1) if clauses[i].joint not in hung), None)
