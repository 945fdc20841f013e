"""Speech frames: "X said that …", "…, a monitor said", "told AFP the bomb …"."""

from __future__ import annotations

from timeline.extract.events.grammar import NOMINAL, is_date_word, is_finite, skip_adverbs_back, verb_of_clause
from timeline.extract.events.kinds import At, Joint, OpenClause
from timeline.extract.events.words import clause_words

SAY = clause_words("say")
_ORDERS = clause_words("order")  # verbs of saying whose object and infinitive follow, no clause
_OPENERS = frozenset({"determiner", "number", "noun", "pronoun"})


def find_frame(clause: OpenClause, i: int) -> list[At]:
    """A speech frame: its content begins after it, or it follows its content."""
    words = clause.words
    if words[i].tag == "ing" or is_finite(words, i) or words[i - 1].tag == "auxiliary":
        for j in range(i + 1, min(i + 12, len(words) - 1)):
            if words[j].low == "that" and not (words[j - 1].tag in NOMINAL and j > i + 1 and is_finite(words, j + 1)):
                if verb_of_clause(words, j + 1, 24) < 0:
                    return []
                return [*_own_frame(clause, i), (j + 1, Joint.CONTENT)]
            if (words[j].tag == "mark" and words[j].low not in ",()") or is_finite(words, j):
                break
    after = i + 1
    while after < min(i + 5, len(words)) and (
        is_date_word(words[after]) or words[after].low in ("on", "late", "early", "earlier", "in", "statement")
    ):
        after += 1
    if after < len(words) and words[after].tag in _OPENERS:
        told = words[i].low in ("told", "tells", "telling")
        verb = -1 if told and not words[after].capital else verb_of_clause(words, after)
        if verb >= 0 and not told and words[i].low not in _ORDERS:
            if own := _own_frame(clause, i):
                return [*own, (after, Joint.CONTENT)]
            if is_finite(words, i):
                return [(after, Joint.CONTENT)]
        if verb >= 0 and told:
            return _told(clause, after)
    return _trailing(clause, i)


def _own_frame(clause: OpenClause, i: int) -> list[At]:
    """A participle of saying that begins a frame of its own: "…, adding that"."""
    return [(i, Joint.FRAME)] if clause.words[i].tag == "ing" and clause.headed else []


def _told(clause: OpenClause, at: int) -> list[At]:
    """The content of "told AFP the bomb detonated", which begins after the listener."""
    words = clause.words
    for j in range(at + 1, min(at + 6, len(words))):
        if words[j].tag in ("determiner", "number", "pronoun") and words[j - 1].tag == "noun":
            return [(j, Joint.CONTENT)] if verb_of_clause(words, j) >= 0 else []
    return []


def _trailing(clause: OpenClause, i: int) -> list[At]:
    """The words "a monitor said" after what it said."""
    words = clause.words
    ends = i + 1 >= len(words) or words[i + 1].tag in ("mark", "conjunction", "preposition", "subordinator")
    if not ends or not is_finite(words, i) or not clause.headed:
        return []
    start = _phrase_start(clause, i)
    return [(start, Joint.FRAME)] if clause.start < start < i else []


def _phrase_start(clause: OpenClause, verb: int) -> int:
    """Where the noun phrase before a verb begins, at most twelve words back."""
    words = clause.words
    j = skip_adverbs_back(words, verb)
    low = max(clause.start + 1, verb - 12)
    while j >= low:
        word = words[j]
        if word.low in ("what", "how", "whether", "whatever"):
            return verb
        if word.tag == "determiner":
            return j
        if (
            is_date_word(word)
            or (word.tag == "mark" and word.low != ")")
            or word.tag in ("conjunction", "auxiliary", "subordinator", "relative", "number")
        ):
            return j + 1
        if word.tag == "preposition" and word.low not in ("of", "for"):
            return j + 1
        if word.low == ")":
            while j > low and words[j].low != "(":
                j -= 1
        if word.tag == "pronoun":
            return verb if words[j - 1].low in ("what", "how") else j
        j -= 1
    return verb if j < clause.start + 1 else j + 1
