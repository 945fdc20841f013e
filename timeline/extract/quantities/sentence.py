"""One sentence cut into words, with the senses of its verbs and counted nouns looked up once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from timeline.extract.quantities.lexicon import Sense, phrases
from timeline.model import Span

# Each alternative starts with another kind of letter or is a bounded extension of one: linear in the text.
_WORD = re.compile(
    r"""
    \d{1,3}(?:[,.'’ ]\d{3})+-[^\W\d_]+                  # 20,000-strong
  | \d{1,3}(?:[,.'’ ]\d{3})+(?![,.]?\w)                # 1,000  1.000  1 000
  | \d+(?:\.\d+)?(?:-[^\W\d_]+)+                         # 12-year-old  300-strong
  | \d+(?:\.\d+)?[^\W\d_]+                               # 21st  10km  1.5m
  | \d+(?:[.:/]\d+)*                                     # 45  2.3  10:30
  | [^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])\.?            # U.S.  p.m.
  | [^\W\d_]+\d\w*(?:-\w+)*                             # M23
  | [^\W\d_]+(?:['’-][^\W_]+)*                           # word  Dae'sh  air-strike  F-16
  | \S
    """,
    re.VERBOSE,
)

_NAMES = frozenset(("is", "us", "who", "it", "am"))


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase with senses, ``size`` words long."""

    size: int
    senses: tuple[Sense, ...]

    def sense(self, *uses: str) -> Sense | None:
        """The first sense in one of these uses."""
        return next((s for s in self.senses if s.use in uses), None)


@dataclass(slots=True)
class Sentence:
    """Parallel lists over the words of a sentence; offsets are those of the document."""

    text: str
    lows: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    matches: dict[int, Match] = field(default_factory=dict)

    def low(self, at: int) -> str:
        """The word in small letters; empty outside the sentence."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def raw(self, at: int) -> str:
        """The word as written; empty outside the sentence."""
        return self.text[self.starts[at] : self.ends[at]] if 0 <= at < len(self.lows) else ""

    def is_glued(self, at: int) -> bool:
        """Whether no space stands before a word."""
        return 0 < at < len(self.lows) and self.ends[at - 1] == self.starts[at]

    def span(self, first: int, last: int) -> Span:
        """The range from one word to another, the last one within."""
        return Span(self.starts[first], self.ends[last])


def cut(text: str, span: Span) -> Sentence:
    """The words of a part of a text."""
    sentence = Sentence(text)
    lows, starts, ends = sentence.lows, sentence.starts, sentence.ends
    loud = text[span.start : span.end].isupper()
    for found in _WORD.finditer(text, span.start, span.end):
        start, end = found.span()
        low = found.group().lower().replace("’", "'")
        if not loud and low in _NAMES and found.group().isupper():
            low += "."  # IS fighters, US troops: no verb, no pronoun
        lows.append(low)
        starts.append(start)
        ends.append(end)
    index = phrases()
    for at, low in enumerate(lows):
        for words, senses in index.get(low, ()):
            if len(words) == 1 or lows[at : at + len(words)] == list(words):
                sentence.matches[at] = Match(len(words), senses)
                break
    return sentence
