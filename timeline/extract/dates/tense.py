"""The tense around an expression, by signs alone: it decides whether "in March" lies behind or ahead."""

from __future__ import annotations

from timeline.extract.dates.tokens import Tokens

_FUTURE = frozenset((
    "will", "shall", "'ll", "scheduled", "due", "expected", "plans", "planned", "planning", "upcoming", "set",
    "slated", "hopes", "intends", "vowed", "wo", "going", "expects", "aims", "about", "must", "should",
))  # fmt: skip
_STRONG_FUTURE = frozenset(
    (
        "will",
        "shall",
        "'ll",
        "scheduled",
        "due",
        "slated",
        "upcoming",
        "expected",
        "expires",
        "begins",
        "opens",
        "starts",
        "resumes",
        "meets",
        "convenes",
        "matures",
        "airs",
        "ends",
        "continues",
        "concludes",
        "retires",
        "departs",
    )
)
_PAST = frozenset((
    "was", "were", "had", "did", "said", "told", "killed", "died", "began", "came", "took", "broke", "fell", "left",
    "made", "went", "saw", "held", "met", "won", "lost", "struck", "hit", "led", "fought", "became", "rose", "grew",
    "shot", "gave", "has", "have", "got", "sent", "found", "set", "put", "beat", "spoke", "brought", "wrote", "cut",
    "kept", "ran", "showed",
))  # fmt: skip
_DUE_BEFORE = frozenset(
    (
        "is",
        "are",
        "due",
        "scheduled",
        "set",
        "plans",
        "planned",
        "expected",
        "slated",
        "vowed",
        "agreed",
        "hopes",
        "about",
    )
)
_WINDOW = 14


def tense_around(tokens: Tokens, start: int, end: int) -> str:
    """``future``, ``past`` or ``none`` by the nearest verb sign in the clause around the tokens."""
    words = tokens
    lead = words.word(start - 2) if words.word(start - 1) in ("on", "in", "the") else words.word(start - 1)
    if lead in ("is", "are"):
        return "future"  # "the vote is Tuesday", "the deadline is March 31"
    best, verdict = _WINDOW + 1, "none"
    for step in range(1, _WINDOW + 1):
        index = start - step
        if index < 0 or _ends_clause(words.raw(index)):
            break
        found = _sign(words.raw(index), words.word(index - 1), words.word(index + 1))
        if found:
            best, verdict = step, found
            break
    if best <= 4:
        return verdict
    for step in range(min(best, _WINDOW) + 1):
        index = end + step
        if index >= len(words.starts) or _ends_clause(words.raw(index)):
            break
        found = _sign(words.raw(index), words.word(index - 1), words.word(index + 1))
        if found and (step < best or verdict == "none"):
            return found
    return verdict


def _ends_clause(raw: str) -> bool:
    return raw in (".", ";", "!", "?") or "\n" in raw


def _sign(raw: str, before: str, after: str) -> str:
    """What a word says about the tense; the month of May says nothing."""
    word = "" if raw == "May" else raw.lower()
    if (
        (word == "to" and before in _DUE_BEFORE and after != "the")
        or (word == "be" and before == "to")
        or (word == "going" and after == "to")
    ):
        return "future"
    if word in _STRONG_FUTURE or word in ("will", "wo"):
        return "future"
    if word == "due" and after == "to" and before not in ("is", "are", "was", "were"):
        return ""  # "due to shelling"
    if word in ("planned", "planning", "scheduled", "expected", "set", "due", "slated") and after == "for":
        return "future"
    if word in ("may", "might", "could", "would", "should", "must") and after != "have":
        return "future"
    if before == "be":
        return ""  # "will be held": the verb before decides
    if word in _PAST:
        return "past"
    if word in _FUTURE:
        return ""
    return "past" if len(word) > 4 and word.endswith("ed") and raw[0].islower() else ""
