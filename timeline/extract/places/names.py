"""Where a name in a row of words ends, and whether the gazetteer has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline.extract.places.context import TOKEN
from timeline.lexicon.fold import fold
from timeline.lexicon.gazetteer import gazetteer
from timeline.lexicon.governments import country_words
from timeline.lexicon.tables import read_table
from timeline.lexicon.words import common_words, word_class

ARTICLES = word_class("place-article")
STOP = word_class("place-stop")
MEDIA = frozenset({"media", "television", "tv", "news", "radio", "run", "department"})
_INITIAL_ARTICLE = re.compile(r"(?:al|el|ash|as|ar|ad|az|an|at|es|ed)-[A-ZÀ-Þ]")
_MAX_WORDS = 5
_LONGEST_KEY = 4


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: offsets, lower-cased forms and the folded text."""

    text: str
    folded: str
    tokens: Sequence[tuple[int, int]]
    lows: Sequence[str]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of ``text``."""
        tokens = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
        return cls(text, fold(text), tokens, [text[a:b].lower() for a, b in tokens])

    def joined(self, n: int) -> bool:
        """Whether only white space stands between word ``n`` and the next."""
        if n + 1 >= len(self.tokens):
            return False
        gap = self.text[self.tokens[n][1] : self.tokens[n + 1][0]]
        return gap.isspace() and len(gap) <= 2

    def capital(self, n: int) -> bool:
        """Whether word ``n`` is written as a name, "al-Bab" too."""
        start, end = self.tokens[n]
        return self.text[start].isupper() or bool(_INITIAL_ARTICLE.match(self.text, start, end))

    def key(self, n: int, stop: int, cut: int = 0) -> str:
        """The folded words ``n`` to ``stop``, the last ``cut`` characters left off."""
        return self.folded[self.tokens[n][0] : self.tokens[stop - 1][1] - cut]

    def bare_end(self, n: int) -> int:
        """The end of word ``n`` without a possessive."""
        end = self.tokens[n][1]
        return end - 2 if self.text[end - 2 : end] in {"'s", "’s"} else end


@cache
def place_nouns() -> dict[str, str]:
    """Nouns that say that a name is a place → its kind."""
    return {row["noun"]: row["kind"] for row in read_table("place_nouns")}


def glued_country(low: str) -> bool:
    """Whether a word is a country's possessive that lost its apostrophe: "Syrias"."""
    return low not in country_words() and country_words().get(low[:-1], ("", ""))[1] == "name" and low.endswith("s")


def name_stop(words: Words, n: int) -> int:
    """The word after a run of capitalised words from ``n``, Arabic and Romance particles inside it included."""
    lows = words.lows
    if glued_country(lows[n]):
        return n + 1
    k = n + 1
    while (
        k < len(words.tokens) and k - n < _MAX_WORDS and words.joined(k - 1) and not lows[k - 1].endswith(("'s", "’s"))
    ):
        particle = lows[k] in ARTICLES - {"of", "the", "e", "i", "as"} and words.joined(k) and words.capital(k + 1)
        named = any(c.isupper() for c in words.text[slice(*words.tokens[k])])
        if not (named or particle) or lows[k] in STOP:
            break
        if lows[k] == "state" and k + 1 < len(lows) and lows[k + 1] in MEDIA:
            break
        if "\n" in words.text[words.tokens[k - 1][1] : words.tokens[k][0]]:
            break
        k += 1
    return k


def known_end(words: Words, n: int, stop: int) -> int:
    """The end of the gazetteer name that words ``n`` to ``stop`` write, possessive left off; 0 when there is none."""
    end = words.tokens[stop - 1][1]
    for cut, tail in ((0, ""), (2, "'s"), (1, "s")):
        key = words.key(n, stop)
        if key.endswith(tail) and gazetteer().find(words.key(n, stop, cut)):
            return end - cut
    return 0


def known_stop(words: Words, n: int, stop: int) -> int:
    """The word after the longest gazetteer name that begins at ``n``; 0 when there is none."""
    for until in range(min(stop + 2, len(words.tokens), n + _LONGEST_KEY), n, -1):
        if until > stop and not any(x in ARTICLES for x in words.lows[n:until]):
            continue
        if known_end(words, n, until):
            return until
    return 0


def plain_name(words: Words, n: int, stop: int) -> bool:
    """Whether "in X" may name a place no gazetteer has: a word of its own, never written small, not an acronym."""
    for start, end in words.tokens[n:stop]:
        word = words.text[start:end]
        if word.lower() not in ARTICLES and (word.isupper() or len(word) < 3 or any(c.isdigit() for c in word)):
            return False
    low = words.lows[n]
    parts = low.split("-")
    if low in common_words() or (len(parts) > 1 and any(part in country_words() for part in parts)):
        return False
    if low.endswith(("ish", "ese", "ism", "ian", "ans", "ists", "day", "days")) or country_words().get(low):
        return False
    following = words.lows[stop] if stop < len(words.lows) else ""
    if following == "of":
        return False
    return f" {low} " not in words.text and following not in word_class("person-after")
