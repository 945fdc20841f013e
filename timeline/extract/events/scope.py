"""Which clauses of a sentence a temporal expression governs."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.events.clauses import Clause, cut_clauses
from timeline.extract.events.grammar import is_date_word
from timeline.extract.events.kinds import Joint
from timeline.extract.events.words import clause_words
from timeline.model import Document, Span

_LEADS = frozenset({"preposition", "adverb", "determiner", "conjunction", "number", "mark"})
_JOINED = frozenset({Joint.SHARED, Joint.COORDINATE, Joint.CONTENT, Joint.MAIN, Joint.RESUMED})


def date_scope(document: Document, sentence: Span, clauses: Sequence[Span], date_span: Span) -> list[Span]:
    """The clauses of ``find_clauses`` that a date inside the sentence governs, in text order; ``[]`` outside them.

    A date belongs to the smallest clause that holds it. A fronted one ("In April 2011, A and B") also governs the
    clauses joined on to it, up to one with a date of its own; one that closes a verb phrase ("A and B on Friday") also
    governs the verb phrases before it that share its subject and have no date.
    """
    wanted = set(clauses)
    cut = [c for c in cut_clauses(document.text, sentence) if c.span in wanted]
    home = next((i for i, c in enumerate(cut) if c.span.overlaps(date_span)), None)
    if home is None:
        return []
    governed = {home}
    if _fronted(cut[home], date_span):
        governed |= set(_after(cut, home))
    elif cut[home].joint is Joint.SHARED:
        governed |= set(_before(cut, home))
    elif cut[home].joint is Joint.RESUMED:
        governed |= set(_interrupted(cut, home))
    return [cut[i].span for i in sorted(governed)]


def _fronted(clause: Clause, date_span: Span) -> bool:
    """Whether only small words stand before the date in its clause, and no subordinator opens it."""
    if clause.joint in (Joint.RELATIVE, Joint.SUBORDINATE, Joint.FRAME):
        return False
    for word in clause.words:
        if word.start >= date_span.start:
            return True
        if word.tag not in _LEADS or word.low in ("after", "before", "since", "until"):
            return False
    return False


def _dated(clause: Clause) -> bool:
    return any(
        is_date_word(word)
        or (word.low in ("ago", "later", "earlier") and i and clause.words[i - 1].low in clause_words("date-word"))
        for i, word in enumerate(clause.words)
    )


def _after(cut: Sequence[Clause], home: int) -> list[int]:
    found = []
    for i in range(home + 1, len(cut)):
        if cut[i].joint not in _JOINED:
            continue
        if _dated(cut[i]):
            break
        found.append(i)
    return found


def _before(cut: Sequence[Clause], home: int) -> list[int]:
    found = []
    for i in range(home - 1, -1, -1):
        if _dated(cut[i]):
            break
        if cut[i].joint in (Joint.RELATIVE, Joint.SUBORDINATE, Joint.FRAME):
            continue
        found.append(i)
        if cut[i].joint is not Joint.SHARED:
            break
    return found


def _interrupted(cut: Sequence[Clause], home: int) -> list[int]:
    """The subject of a clause that a relative clause interrupts."""
    for i in range(home - 1, -1, -1):
        if cut[i].joint not in (Joint.RELATIVE, Joint.SUBORDINATE):
            return [i]
    return []
