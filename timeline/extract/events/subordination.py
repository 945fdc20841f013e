"""Where a relative or subordinate clause begins."""

from __future__ import annotations

from timeline.extract.events.coordination import TOLL
from timeline.extract.events.grammar import NOMINAL, is_date_word, is_finite, verb_of_clause
from timeline.extract.events.kinds import At, Joint, OpenClause


def find_relative(clause: OpenClause, i: int) -> At | None:
    """The relative clause that word ``i`` opens; one inside the subject, or with a mere toll, stays where it is."""
    words, word = clause.words, clause.words[i]
    before, j = words[i - 1], i + 1
    while j < len(words) and words[j].tag == "adverb":
        j += 1
    if j >= len(words):
        return None
    verb_next = is_finite(words, j) or words[j].tag in ("auxiliary", "past", "ed")
    relative = before.tag in (*NOMINAL, "mark") and (verb_next or verb_of_clause(words, j) >= 0)
    if word.low == "that" and not relative:
        return None
    if clause.headed and _toll_relative(clause, j):
        return None
    start = i - 1 if before.tag == "preposition" and i - 1 > clause.start else i
    if clause.headed or words[start - 1].low == ",":
        return start, Joint.RELATIVE
    clause.owed += 1
    return None


def _toll_relative(clause: OpenClause, at: int) -> bool:
    """Whether a relative clause only tells the toll of what it follows ("a raid that killed nine"), undated."""
    words = clause.words
    verbs = [w.low for w in words[at : at + 3] if w.tag in ("auxiliary", "ed", "past", "s", "base")]
    if not TOLL.intersection(verbs):
        return False
    return not any(is_date_word(w) for w in words[at : at + 15])


def find_subordinate(clause: OpenClause, i: int) -> At | None:
    """The subordinate clause that word ``i`` ("after", "as") opens, if a finite verb or a participle follows."""
    words = clause.words
    if i + 1 >= len(words) or not clause.headed:
        return None
    after = words[i + 1]
    if words[i].low == "as" and (
        words[i - 1].low in ("well", "such", "known", "soon", "far", "long") or after.low in ("well", "part")
    ):
        return None
    if after.tag == "ing" and words[i].low in ("after", "before", "while", "since", "when"):
        return i, Joint.SUBORDINATE
    if words[i].low == "as":
        verb = verb_of_clause(words, i + 1, 10)
        joined = any(w.tag == "conjunction" for w in words[i + 1 : max(verb, 0)])
        return (i, Joint.SUBORDINATE) if verb >= 0 and not joined else None
    return (i, Joint.SUBORDINATE) if verb_of_clause(words, i + 1) >= 0 else None
