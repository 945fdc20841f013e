"""Where "and", "but" or a comma joins clauses rather than words."""

from __future__ import annotations

from timeline.extract.events.frames import SAY
from timeline.extract.events.grammar import NOMINAL, is_date_word, verb_of_clause
from timeline.extract.events.kinds import At, Joint, OpenClause
from timeline.extract.events.words import clause_words

TOLL = clause_words("toll")
_BOUNDS = clause_words("bound")  # "about", "at least": what may stand before a number
_OPENERS = frozenset({"determiner", "number", "noun", "pronoun"})


def find_coordination(clause: OpenClause, i: int) -> At | None:
    """The clause that the conjunction at word ``i`` joins on; ``None`` when it joins words only."""
    words = clause.words
    j = i + 1
    while j < len(words) and words[j].tag == "adverb":
        j += 1
    if j >= len(words):
        return None
    word = words[j]
    before = words[i - 1]
    if word.tag in ("auxiliary", "past"):
        return i, Joint.SHARED
    if word.tag == "ed" and words[i].low == "or":
        return None
    if word.tag == "ed":
        spoken = before.low in SAY
        if (before.tag in ("ed", "past", "participle") and not spoken) or _twin_toll(clause, j):
            return None
        following = words[j + 1] if j + 1 < len(words) else None
        if following is None or following.low == "by" or following.tag == "conjunction":
            return None
        if following.tag == "noun" and not following.capital and verb_of_clause(words, j) >= 0:
            return i, Joint.COORDINATE
        return i, Joint.SHARED
    if word.tag in ("s", "base") and words[j + 1 : j + 2] and words[j + 1].tag in ("determiner", "number", "pronoun"):
        plain = any(w.tag == "base" for w in words[max(clause.start, i - 14) : i])
        return (i, Joint.SHARED) if word.tag == "s" or plain else None
    if word.tag in _OPENERS or word.low in _BOUNDS:
        verb = verb_of_clause(words, j)
        if verb >= 0 and not _list_item(clause, j, verb):
            return None if _twin_toll(clause, verb) and words[verb].tag != "auxiliary" else (i, Joint.COORDINATE)
    if (subject := _after_date(clause, j)) and verb_of_clause(words, subject) >= 0:
        return i, Joint.COORDINATE
    if word.tag == "preposition" and _verb_after_phrase(clause, j):
        return i, Joint.SHARED
    if word.tag == "relative":
        return i, Joint.RELATIVE
    if word.tag == "subordinator" and verb_of_clause(words, j + 1) >= 0:
        return i, Joint.SUBORDINATE
    return None


def opens_series(clause: OpenClause, at: int) -> bool:
    """Whether a verb after a comma is one of a series that "and" will close: "crossed …, took … and reached …"."""
    words = clause.words
    if at + 1 >= len(words) or words[at].tag not in ("past", "ed"):
        return False
    if words[at].tag == "ed" and words[at + 1].tag not in ("determiner", "number", "pronoun"):
        return False
    return any(
        words[k].tag == "conjunction" and words[k + 1].tag in ("past", "ed", "adverb", "auxiliary")
        for k in range(at + 1, min(at + 20, len(words) - 1))
    )


def opens_clause(clause: OpenClause, at: int) -> bool:
    """Whether what follows a comma is a whole clause rather than the next item of a list or an apposition."""
    words = clause.words
    verb = verb_of_clause(words, at)
    return 0 < verb - at <= 8 and words[verb].tag in ("auxiliary", "past", "ed") and words[at].low != "including"


def _after_date(clause: OpenClause, at: int) -> int:
    """Where the subject begins after a fronted date ("and on Friday they lost it"); 0 when there is none."""
    words = clause.words
    if words[at].tag not in ("preposition", "determiner") and not is_date_word(words[at]):
        return 0
    dated = next((k for k in range(at, min(at + 5, len(words))) if is_date_word(words[k])), None)
    if dated is None:
        return 0
    after = dated + 1
    while after < len(words) and (
        is_date_word(words[after]) or words[after].low in (",", "morning", "night", "evening", "afternoon")
    ):
        after += 1
    return after


def _verb_after_phrase(clause: OpenClause, at: int) -> bool:
    """Whether a short phrase and then a verb follow: "but within days was repulsed"."""
    words = clause.words
    for k in range(at + 2, min(at + 5, len(words))):
        if words[k].tag in ("auxiliary", "past"):
            return words[k].low not in SAY
        if words[k].tag not in (*NOMINAL, "determiner", "number"):
            return False
    return False


def _list_item(clause: OpenClause, at: int, verb: int) -> bool:
    """Whether "and" only joins two nouns, and a later "and" opens the clause: "rocket and artillery fire and …"."""
    words = clause.words
    if words[at].tag != "noun":
        return False
    return any(
        words[k].tag == "conjunction"
        and (words[k + 1].tag in ("determiner", "number", "pronoun") or words[k + 1].low in _BOUNDS)
        for k in range(at + 1, verb)
    )


def _twin_toll(clause: OpenClause, verb: int) -> bool:
    """Whether two toll verbs share one date and subject: "killed 12 and wounded 30"."""
    words = clause.words
    if words[verb].low not in TOLL or words[verb].low == "died" or clause.dated:
        return False
    return any(w.low in TOLL for w in words[max(clause.start, verb - 30) : verb])
