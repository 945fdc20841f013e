"""Text → tokens with one tag each. One pass, one regular expression without nested repetition: linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline.extract.dates.grammar import OTHER, Tagset

_TOKEN = re.compile(
    r"""
    (?P<w>o['’]clock|[ap]\.m\b\.?|[AP]\.M\b\.?|[BA]\.[CD]\b\.?(?:[ ]?E\b\.?)?|B\.C\.E\.|C\.E\.|[^\W\d_]+)
  | (?P<iso>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]))
  | (?P<nine>(?:9/11|26/11|7/7)(?![\d/]))
  | (?P<nd>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/])|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\.?\d)
        |\d{1,2}-\d{1,2}-\d{4}(?![\d-])|\d{4}/\d{1,2}/\d{1,2}(?![\d/])|\d{4}\.\d{2}\.\d{2}(?![\d.]))
  | (?P<ct>\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\.\d{2}(?=[ ]?[ap]\.?m\b)|\d{1,2}h\d{2}(?!\w))
  | (?P<dec>\d{3}0['’]?s\b|\d{2}0['’]?s\b|['’]?\d0['’]?s\b)
  | (?P<od>\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
  | (?P<big>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)
  | (?P<n>\d+)
  | (?P<yq>['’]\d{2}(?![\d\w]))
  | (?P<s>['’]s\b|['’](?=\s))
  | (?P<br>\n[^\S\n]*\n\s*|¶)
  | (?P<p>[^\s\w])
    """,
    re.VERBOSE,
)
_ABBREVIATED = frozenset((
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues",
    "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "ca", "c",
))  # fmt: skip
_PUNCTUATION = {
    ",": "COMMA", "-": "DASH", "–": "DASH", "—": "LDASH", "‐": "DASH", "‑": "DASH", "−": "DASH", "/": "SLASH", "(":
    "LPAR", ")": "RPAR", "[": "LPAR", "]": "RPAR", "$": "MONEY", "£": "MONEY", "€": "MONEY", "¥": "MONEY", "%":
    "PERCENT", ".": "STOP", "!": "STOP", "?": "STOP", ";": "SEMI", ":": "COLON", '"': "QUOTE", "“": "QUOTE", "”":
    "QUOTE",
}  # fmt: skip
_NUMBER_CLASSES: dict[str, frozenset[str]] = {}


def _number_classes(digits: str) -> frozenset[str]:
    """What a run of digits can be, by its length and worth."""
    if len(digits) > 6:
        return frozenset(("NUM",))
    worth = int(digits)
    found = {"NUM"}
    if len(digits) == 4 and 1000 <= worth <= 2199:
        found.add("YEAR")
    if len(digits) == 3 and worth >= 100:
        found.add("Y3")
    if len(digits) == 4 and worth <= 2400 and worth % 100 < 60:
        found.add("HHMM")
    if len(digits) == 2:
        found.add("YY")
    if len(digits) <= 2:
        if 1 <= worth <= 31:
            found.add("DD")
        if 1 <= worth <= 12:
            found.add("HOUR")
    return frozenset(found)


_SHAPES = {
    "iso": {"ISO"}, "nine": {"NINE"}, "nd": {"NDATE"}, "ct": {"CLOCK"}, "dec": {"DECADE"}, "big": {"NUM", "BIG"},
    "yq": {"YYQ"}, "s": {"POSS"}, "br": {"BREAK"},
}  # fmt: skip


@dataclass(slots=True)
class Tokens:
    """Parallel lists over the tokens of a text; ``tags`` is one letter per token."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tags: str = ""

    def word(self, index: int) -> str:
        """The token in small letters; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]].lower() if 0 <= index < len(self.starts) else ""

    def raw(self, index: int) -> str:
        """The token as written; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def gap(self, index: int) -> str:
        """What stands between a token and the one before."""
        return self.text[self.ends[index - 1] : self.starts[index]] if 0 < index < len(self.starts) else ""


class Tokenizer:
    """Tags words by a lexicon; made once per language, then only read."""

    def __init__(
        self,
        classes: Mapping[str, Mapping[str, object]],
        literals: Iterable[str],
        capital_only: frozenset[str],
        upper_only: frozenset[str],
        tags: Tagset,
    ) -> None:
        """Give every word of the lexicon, and every word a rule names, its tag."""
        of_word: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words:
                of_word.setdefault(word, set()).add(name)
        for word in literals:
            of_word.setdefault(word, set()).add(word)
        self._tags: dict[str, str] = {}
        for word, names in of_word.items():
            tag = tags.tag(names)
            forms = [word.capitalize(), word.upper()]
            if word in upper_only:
                forms = [word.upper()]
            elif word not in capital_only:
                forms.append(word)
            elif word in literals:
                self._tags[word] = tags.tag({word})
            self._tags.update(dict.fromkeys(forms, tag))
        self._shape = {kind: tags.tag(names) for kind, names in _SHAPES.items()}
        self._mark = {mark: tags.tag({name}) for mark, name in _PUNCTUATION.items()}
        self._ordinal = [tags.tag({"OD", "ODD"} if n <= 31 else {"OD"}) for n in range(1000)]
        self._number = {}
        for digits in [*map(str, range(10000)), *(f"{n:02d}" for n in range(10)), *(f"{n:04d}" for n in range(1000))]:
            self._number[digits] = tags.tag(_number_classes(digits))
        self._long = tags.tag({"NUM"})

    def read(self, text: str) -> Tokens:
        """The tokens of a text."""
        words, shape, mark, number = self._tags, self._shape, self._mark, self._number
        starts: list[int] = []
        ends: list[int] = []
        tags: list[str] = []
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup
            start, end = match.span()
            if kind == "w":
                word = match.group()
                tag = words.get(word) or (words.get(word.lower(), OTHER) if "." in word or "’" in word else OTHER)
                if tag is not OTHER and text[end : end + 1] == "." and word.lower() in _ABBREVIATED:
                    end += 1
            elif kind == "n":
                tag = number.get(match.group(), self._long)
            elif kind == "p":
                tag = mark.get(match.group(), OTHER)
                if starts and tag is not OTHER and ends[-1] > start:
                    continue  # the full stop of an abbreviation
            elif kind == "od":
                tag = self._ordinal[int(match.group()[:-2])]
            else:
                tag = shape[kind or "br"]
            starts.append(start)
            ends.append(end)
            tags.append(tag)
        return Tokens(text, starts, ends, "".join(tags))
