"""Small questions of English grammar about the words of a sentence: is this verb finite, does a clause follow here."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.events.words import Word, clause_words

_LOOK = 16  # words a clause may take to reach its verb
_NOT_BEFORE_VERB = frozenset({"determiner", "preposition", "auxiliary", "be"})
NOMINAL = frozenset({"noun", "base", "s"})  # what may be a noun: bare and -s forms of verbs often are
_PASSED = frozenset("()'‘’%$£€")
_QUOTES = frozenset('"“”«»')
_STOPS = frozenset({"but", "then", "saying", "adding"})
_OBJECT = frozenset({"determiner", "number", "pronoun"})
_NOUNISH = clause_words("noun-or-verb")


def skip_adverbs_back(words: Sequence[Word], at: int) -> int:
    """The index of the last word before ``at`` that is no adverb; -1 at the start."""
    at -= 1
    while at >= 0 and words[at].tag == "adverb":
        at -= 1
    return at


def is_finite(words: Sequence[Word], at: int) -> bool:
    """Whether the word is (or opens) a finite verb where it stands."""
    word = words[at]
    tag = word.tag
    if tag == "auxiliary":
        return word.low not in ("may", "march", "will", "can") or not word.capital
    if tag not in ("past", "ed", "s", "base"):
        return False
    before = skip_adverbs_back(words, at)
    last = words[before] if before >= 0 else None
    after = words[at + 1] if at + 1 < len(words) else None
    if last is None or last.tag in _NOT_BEFORE_VERB:
        return False
    if tag == "past":
        return True
    if tag == "ed":
        return _finite_ed(last, after)
    if word.capital and at:
        return False
    return _finite_present(word, last, after)


def _finite_ed(last: Word, after: Word | None) -> bool:
    if after is not None and after.low == "by":
        return False
    if last.tag in ("number", "subordinator", "ing", "participle", "ed"):
        return last.tag == "number" and (after is None or after.tag in ("preposition", "mark", "conjunction", "number"))
    return True


def _finite_present(word: Word, last: Word, after: Word | None) -> bool:
    if last.low in ("to", "'s") or last.low.endswith(("'s", "s'")) or last.tag in ("number", "conjunction", "mark"):
        return False
    pronoun = last.tag in ("pronoun", "relative") or last.low == "that"
    if word.tag == "s":
        if pronoun:
            return last.low not in ("they", "we", "i", "you")
        bare = word.low[:-1] if not word.low.endswith(("ches", "shes", "sses")) else word.low[:-2]
        if bare in _NOUNISH or (last.low.endswith("s") and last.tag in NOMINAL and not last.capital):
            return after is not None and after.tag in _OBJECT and last.tag in NOMINAL
        return last.tag in NOMINAL
    if pronoun:
        return last.low in ("they", "we", "i", "you", "who", "which", "that")
    if last.tag not in NOMINAL or not last.low.endswith("s"):
        return False
    if word.low in _NOUNISH:
        return after is not None and (after.tag in _OBJECT or (after.capital and not is_date_word(after)))
    return after is None or after.low != "of"


def is_verbal(words: Sequence[Word], at: int) -> bool:
    """Whether a word that may be a noun or a verb ("attack", "strikes") is a verb where it stands."""
    word = words[at]
    if word.tag not in ("base", "s"):
        return True
    last = words[at - 1] if at else None
    if last is not None and (last.tag == "determiner" or (last.tag == "preposition" and last.low != "to")):
        return False
    if word.low.removesuffix("s") not in _NOUNISH and word.low.removesuffix("es") not in _NOUNISH:
        return True
    before = skip_adverbs_back(words, at)
    if before >= 0 and word.tag == "base" and (words[before].low == "to" or words[before].tag == "auxiliary"):
        return True
    return is_finite(words, at)


def verb_of_clause(words: Sequence[Word], at: int, limit: int = _LOOK) -> int:
    """The index of the finite verb of a clause that opens at ``at`` with its subject; -1 when none does.

    Reads at most ``limit`` words and stops at punctuation or where a new noun phrase begins without a joint. Verbs of
    relative clauses inside the subject are passed over.
    """
    owed = 0
    quoted = False
    for i in range(at, min(len(words), at + limit)):
        word = words[i]
        if word.tag == "mark":
            if word.low in _QUOTES:
                opens = i + 1 < len(words) and words[i + 1].start == word.end
                if not opens and not quoted:
                    return -1
                quoted = opens
                continue
            if word.low in _PASSED:
                continue
            return _last_word_verb(words, at, i)
        if i > at and (word.tag == "relative" or (word.low == "that" and words[i - 1].tag in NOMINAL)):
            owed += 1
            limit += 8
            continue
        if i > at and (word.tag == "subordinator" or word.low in _STOPS):
            return -1
        finite_before = i > at and is_finite(words, i - 1)
        if i > at + 1 and word.tag == "determiner" and words[i - 1].tag in NOMINAL and not owed and not finite_before:
            return -1
        if i > at and is_finite(words, i):
            if words[i - 1].tag == "conjunction":
                return -1  # "52 strikes and launched": a verb phrase, no clause
            if not owed:
                return i
            owed -= 1
    return _last_word_verb(words, at, len(words)) if at + limit >= len(words) else -1


def _last_word_verb(words: Sequence[Word], at: int, end: int) -> int:
    """A present-tense verb that closes its clause ("as the army advances"), which elsewhere is taken for a noun."""
    last = end - 1
    if last <= at + 1 or words[at].tag not in ("determiner", "noun") or words[last].tag != "s":
        return -1
    bare = words[last].low.removesuffix("s")
    before = words[last - 1]
    alone = not any(w.tag == "preposition" for w in words[at:last])
    return last if alone and bare in _NOUNISH and before.tag in NOMINAL and not before.low.endswith("s") else -1


def is_date_word(word: Word) -> bool:
    """Whether the word can only be part of a date: a month, a weekday, a year, *yesterday*."""
    low = word.low
    if low in clause_words("weekday") or (low in clause_words("month") and word.capital):
        return True
    return (len(low) == 4 and low.isdigit() and "1000" <= low < "2100") or low in (
        "today", "yesterday", "tomorrow", "tonight", "overnight",
    )  # fmt: skip
