"""Where one clause of a sentence ends and the next begins, and how the two are joined."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from timeline.extract.events.grammar import NOMINAL, is_date_word, is_finite, skip_adverbs_back, verb_of_clause
from timeline.extract.events.words import Word, clause_words


class Joint(StrEnum):
    """How a clause hangs on what precedes it."""

    FIRST = "first"
    SHARED = "shared"  # coordinated verb phrase: the subject is the one before
    COORDINATE = "coordinate"  # coordinated clause with its own subject
    RELATIVE = "relative"
    SUBORDINATE = "subordinate"
    FRAME = "frame"  # "a monitor said", after what was said
    CONTENT = "content"  # what a speech frame introduces
    MAIN = "main"  # main clause after a fronted subordinate one
    RESUMED = "resumed"  # the rest of a clause that a relative clause interrupted


_SAY = clause_words("say")
_TOLL = frozenset(
    "killed kills kill killing wounded wounding wounds injured injuring injures died dead left hurt displaced displacing".split()
)
_OPENERS = frozenset({"determiner", "number", "noun", "pronoun"})
_ORDERS = frozenset("urged ordered demanded promised agreed asked warned pledged predicted read reads declared maintained".split())
_BOUNDS = frozenset("about around over at more up some nearly almost most".split())
_OPEN_QUOTES = '"“«'
_CLOSE_QUOTES = '"”»'


def find_joints(words: Sequence[Word]) -> list[tuple[int, Joint]]:
    """(index of the first word, joint) of every clause, in order; the first is ``(0, FIRST)``."""
    return _Cutter(words).cut()


class _Cutter:
    """One pass over the words; every look ahead or back is bounded, so the cost is linear."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.joints: list[tuple[int, Joint]] = [(0, Joint.FIRST)]
        self.verbs = 0  # finite verbs of the clause that are its own
        self.owed = 0  # finite verbs that belong to relative clauses left inside
        self.quotes = _quotations(words)
        self.dated = False

    def cut(self) -> list[tuple[int, Joint]]:
        words = self.words
        i = 0
        while i < len(words):
            joint = self._joint_at(i)
            if joint is not None:
                at, kind = joint
                self._open(at, kind)
                if at > i:
                    i = at
                    continue
            self._count(i)
            i += 1
        return self.joints

    def _open(self, at: int, kind: Joint) -> None:
        if at >= len(self.words) or at <= self.joints[-1][0]:
            return
        self.joints.append((at, kind))
        self.verbs = self.owed = 0
        self.dated = False

    def _count(self, i: int) -> None:
        if is_date_word(self.words[i]):
            self.dated = True
        if is_finite(self.words, i) or (i == self.joints[-1][0] and self.words[i].tag == "auxiliary"):
            if self.owed:
                self.owed -= 1
            else:
                self.verbs += 1

    @property
    def _headed(self) -> bool:
        return self.verbs > 0

    @property
    def _start(self) -> int:
        return self.joints[-1][0]

    @property
    def _kind(self) -> Joint:
        return self.joints[-1][1]

    def _joint_at(self, i: int) -> tuple[int, Joint] | None:
        """A joint that word ``i`` makes: at itself, after itself, or (a trailing speech frame) before itself."""
        word, words = self.words[i], self.words
        if word.tag == "mark":
            return self._mark(i)
        if i == self._start:
            return None
        if word.low in _SAY and (frame := self._frame(i)):
            return frame
        if word.low == "according" and i + 1 < len(words) and words[i + 1].low == "to" and self._headed:
            return i, Joint.FRAME
        if word.tag == "conjunction" and self._headed:
            return self._coordination(i)
        if word.tag == "relative" or word.low == "that":
            return self._relative(i)
        if word.tag == "subordinator":
            return self._subordinate(i)
        return None

    def _mark(self, i: int) -> tuple[int, Joint] | None:
        words, low = self.words, self.words[i].low
        if i in self.quotes and i > self._start:
            opens = self.quotes[i]
            return (i, Joint.CONTENT) if opens else (i + 1, Joint.FRAME)
        if low == ";":
            return i + 1, Joint.COORDINATE
        if low in ":—–" and i > self._start + 1 and len(words) - i > 3:
            return (i + 1, Joint.CONTENT) if verb_of_clause(words, i + 1) >= 0 else None
        if low != ",":
            return None
        first = words[self._start]
        if first.low == "according" and self._kind is not Joint.FRAME:
            return i + 1, Joint.CONTENT
        follows = i + 1 < len(words) and words[i + 1].tag in _OPENERS and verb_of_clause(words, i + 1) >= 0
        if self._headed and self._next_of_series(i + 1):
            return i + 1, Joint.SHARED
        if (
            first.tag == "subordinator"
            and self._headed
            and self._kind in (Joint.FIRST, Joint.CONTENT, Joint.COORDINATE)
        ):
            return (i + 1, Joint.MAIN) if follows else None
        if self._kind is Joint.RELATIVE and self._headed and i + 1 < len(words) and words[i + 1].tag != "conjunction":
            nearest = next((j for j in range(i + 1, min(i + 5, len(words))) if is_finite(words, j)), -1)
            return (i + 1, Joint.RESUMED) if nearest >= 0 else None
        if follows and self._headed and self._start_of_sentence_like(i + 1):
            verb = verb_of_clause(words, i + 1)
            return i + 1, Joint.FRAME if words[verb].low in _SAY else Joint.COORDINATE
        return None

    def _next_of_series(self, at: int) -> bool:
        """Whether a verb after a comma is one of a series that "and" will close: "crossed …, took … and reached …"."""
        words = self.words
        if at + 1 >= len(words) or words[at].tag not in ("past", "ed"):
            return False
        if words[at].tag == "ed" and words[at + 1].tag not in ("determiner", "number", "pronoun"):
            return False
        return any(
            words[k].tag == "conjunction" and words[k + 1].tag in ("past", "ed", "adverb", "auxiliary")
            for k in range(at + 1, min(at + 20, len(words) - 1))
        )

    def _start_of_sentence_like(self, at: int) -> bool:
        """Whether what follows a comma is a whole clause rather than the next item of a list or an apposition."""
        words = self.words
        verb = verb_of_clause(words, at)
        return (
            0 < verb - at <= 8
            and words[verb].tag in ("auxiliary", "past", "ed")
            and words[at].low not in ("including",)
        )

    def _frame(self, i: int) -> tuple[int, Joint] | None:
        """A speech frame: its content begins after it, or it follows its content."""
        words = self.words
        if words[i].tag == "ing" or is_finite(words, i) or words[i - 1].tag == "auxiliary":
            for j in range(i + 1, min(i + 12, len(words) - 1)):
                if words[j].low == "that" and not (words[j - 1].tag in NOMINAL and j > i + 1 and is_finite(words, j + 1)):
                    if verb_of_clause(words, j + 1, 24) < 0:
                        return None
                    if words[i].tag == "ing" and self._headed:
                        self._open(i, Joint.FRAME)
                    return j + 1, Joint.CONTENT
                if words[j].tag == "mark" and words[j].low not in ",()" or is_finite(words, j):
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
                if words[i].tag == "ing" and self._headed:
                    self._open(i, Joint.FRAME)
                    return after, Joint.CONTENT
                if is_finite(words, i):
                    return after, Joint.CONTENT
            if verb >= 0 and told:
                return self._told(after)
        return self._trailing(i)

    def _told(self, at: int) -> tuple[int, Joint] | None:
        """ "told AFP the bomb detonated": the content begins after the listener."""
        words = self.words
        for j in range(at + 1, min(at + 6, len(words))):
            if words[j].tag in ("determiner", "number", "pronoun") and words[j - 1].tag == "noun":
                return (j, Joint.CONTENT) if verb_of_clause(words, j) >= 0 else None
        return None

    def _trailing(self, i: int) -> tuple[int, Joint] | None:
        """The words "a monitor said" after what it said."""
        words = self.words
        ends = i + 1 >= len(words) or words[i + 1].tag in ("mark", "conjunction", "preposition", "subordinator")
        if not ends or not is_finite(words, i) or not self._headed:
            return None
        start = self._phrase_start(i)
        return (start, Joint.FRAME) if self._start < start < i else None

    def _phrase_start(self, verb: int) -> int:
        """Where the noun phrase before a verb begins, at most twelve words back."""
        words = self.words
        j = skip_adverbs_back(words, verb)
        low = max(self._start + 1, verb - 12)
        while j >= low:
            word = words[j]
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
                return j
            j -= 1
        return verb if j < self._start + 1 else j + 1

    def _coordination(self, i: int) -> tuple[int, Joint] | None:
        words = self.words
        j = i + 1
        while j < len(words) and words[j].tag == "adverb":
            j += 1
        if j >= len(words):
            return None
        word = words[j]
        before = words[i - 1]
        if word.tag == "auxiliary" or word.tag == "past":
            return i, Joint.SHARED
        if word.tag == "ed":
            spoken = before.low in _SAY
            if (before.tag in ("ed", "past", "participle") and not spoken) or self._twin_toll(j):
                return None
            following = words[j + 1] if j + 1 < len(words) else None
            if following is None or following.low == "by" or following.tag in ("conjunction",):
                return None
            if following.tag == "noun" and not following.capital and verb_of_clause(words, j) >= 0:
                return i, Joint.COORDINATE
            return i, Joint.SHARED
        if (
            word.tag in ("s", "base")
            and words[j + 1 : j + 2]
            and words[j + 1].tag in ("determiner", "number", "pronoun")
        ):
            if word.tag == "s" or any(w.tag == "base" for w in words[max(self._start, i - 14) : i]):
                return i, Joint.SHARED
        if word.tag in _OPENERS or word.low in _BOUNDS:
            verb = verb_of_clause(words, j)
            if verb >= 0 and not self._list_item(j, verb):
                return None if self._twin_toll(verb) and not self._own_passive(verb) else (i, Joint.COORDINATE)
        if (subject := self._after_date(j)) and verb_of_clause(words, subject) >= 0:
            return i, Joint.COORDINATE
        if word.tag == "relative":
            return i, Joint.RELATIVE
        if word.tag == "subordinator" and verb_of_clause(words, j + 1) >= 0:
            return i, Joint.SUBORDINATE
        return None

    def _after_date(self, at: int) -> int:
        """Where the subject begins after a fronted date ("and on Friday they lost it"); 0 when there is none."""
        words = self.words
        if words[at].tag not in ("preposition", "determiner") and not is_date_word(words[at]):
            return 0
        dated = next((k for k in range(at, min(at + 5, len(words))) if is_date_word(words[k])), None)
        if dated is None:
            return 0
        after = dated + 1
        while after < len(words) and (is_date_word(words[after]) or words[after].low in (",", "morning", "night", "evening", "afternoon")):
            after += 1
        return after

    def _list_item(self, at: int, verb: int) -> bool:
        """Whether "and" only joins two nouns, and a later "and" opens the clause: "rocket and artillery fire and …"."""
        words = self.words
        if words[at].tag != "noun":
            return False
        return any(
            words[k].tag == "conjunction"
            and (words[k + 1].tag in ("determiner", "number", "pronoun") or words[k + 1].low in _BOUNDS)
            for k in range(at + 1, verb)
        )

    def _own_passive(self, verb: int) -> bool:
        return self.words[verb].tag == "auxiliary"

    def _twin_toll(self, verb: int) -> bool:
        """Whether two toll verbs share one date and subject: "killed 12 and wounded 30"."""
        words = self.words
        if words[verb].low not in _TOLL or words[verb].low == "died" or self.dated:
            return False
        return any(w.low in _TOLL for w in words[max(self._start, verb - 30) : verb])

    def _relative(self, i: int) -> tuple[int, Joint] | None:
        words, word = self.words, self.words[i]
        before, j = words[i - 1], i + 1
        while j < len(words) and words[j].tag == "adverb":
            j += 1
        if j >= len(words):
            return None
        verb_next = is_finite(words, j) or words[j].tag in ("auxiliary", "past", "ed")
        if word.low == "that":
            if before.tag not in (*NOMINAL, "mark") or not (verb_next or verb_of_clause(words, j) >= 0):
                return None
        if self._headed and self._toll_relative(j):
            return None
        start = i - 1 if before.tag == "preposition" and i - 1 > self._start else i
        if self._headed or words[start - 1].low == ",":
            return start, Joint.RELATIVE
        self.owed += 1
        return None

    def _toll_relative(self, at: int) -> bool:
        """Whether a relative clause only tells the toll of what it follows ("a raid that killed nine"), undated."""
        words = self.words
        verbs = [w.low for w in words[at : at + 3] if w.tag in ("auxiliary", "ed", "past", "s", "base")]
        if not _TOLL.intersection(verbs):
            return False
        return not any(is_date_word(w) for w in words[at : at + 15])

    def _subordinate(self, i: int) -> tuple[int, Joint] | None:
        words = self.words
        if i + 1 >= len(words) or not self._headed:
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
