"""Rules as text: a small pattern language over token classes, compiled to regular expressions over one-letter tags.

Every token has one tag; a tag stands for a set of classes,
so a rule never backtracks over letters and the work is linear
in the number of tokens. In a pattern, ``MON`` (capitals) is a class, ``last`` (small letters) is that word,
``y=YEAR`` names it, and ``( ) | ? {m,n}`` mean what they mean in regular expressions. ``$NAME`` is a macro.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_NAME = re.compile(r"(?:(?P<group>[a-z]\w*)=)?(?P<name>[A-Za-z'][A-Za-z0-9']*)")
_GROUP = re.compile(r"([a-z]\w*)=\(")
_MACRO = re.compile(r"\$([A-Z]+)")
OTHER = "\u0100"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern, what to make of a match, and examples that document it and test it."""

    name: str
    pattern: str
    build: Callable[..., Any]
    examples: tuple[str, ...] = ()


class Tagset:
    """Which tag stands for which set of classes; grows while patterns and lexicon are read, then is only read."""

    def __init__(self) -> None:
        """Begin with the tag of all words no rule names."""
        self.tag_of: dict[frozenset[str], str] = {frozenset(): OTHER}

    def tag(self, classes: Iterable[str]) -> str:
        """The tag of this very set of classes."""
        key = frozenset(classes)
        if key not in self.tag_of:
            self.tag_of[key] = chr(0x100 + len(self.tag_of))
        return self.tag_of[key]

    def charset(self, name: str) -> str:
        """A character class of all tags whose set holds ``name``."""
        tags = "".join(tag for classes, tag in self.tag_of.items() if name in classes)
        return f"[{tags}]" if tags else "[^\\s\\S]"


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """The pattern with its macros written out."""
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda m: f"({macros[m[1]]})", pattern)
    return pattern


def names_in(pattern: str) -> set[str]:
    """Classes and words a pattern without macros names."""
    return {m["name"] for m in _NAME.finditer(_GROUP.sub("(", pattern)) if not m["name"].isdigit()}


def compile_pattern(pattern: str, tags: Tagset) -> re.Pattern[str]:
    """The regular expression over tags."""
    held: list[str] = []

    def name_group(match: re.Match[str]) -> str:
        held.append(match[1])
        return f"\x00{len(held) - 1}\x00"

    text = _GROUP.sub(name_group, pattern).replace("(", "(?:")
    text = _NAME.sub(
        lambda m: f"(?P<{m['group']}>{tags.charset(m['name'])})" if m["group"] else tags.charset(m["name"]), text
    )
    text = re.sub("\x00(\\d+)\x00", lambda m: f"(?P<{held[int(m[1])]}>", text)
    return re.compile(text.replace(" ", ""))


def first_names(pattern: str) -> set[str]:
    """The classes and words a match of the pattern can begin with."""
    tokens = re.findall(r"[a-z]\w*=(?=[(A-Za-z'])|[A-Za-z'][A-Za-z0-9']*|\{\d+,\d+\}|[()|?]", pattern)
    names, _, _ = _first_of(tokens, 0)
    return names


def _first_of(tokens: list[str], at: int) -> tuple[set[str], bool, int]:
    """First names of the alternation from ``at``, whether it can be empty, and where it ended."""
    names: set[str] = set()
    empty = False
    open_, sequence_empty = True, True
    while at < len(tokens) and tokens[at] != ")":
        part = tokens[at]
        if part == "|":
            empty = empty or sequence_empty
            open_, sequence_empty = True, True
            at += 1
            continue
        if part.endswith("="):
            at += 1
            continue
        if part == "(":
            inner, optional, at = _first_of(tokens, at + 1)
        else:
            inner, optional = {part}, False
        at += 1
        if at < len(tokens) and (tokens[at] == "?" or tokens[at].startswith("{0")):
            optional = True
        while at < len(tokens) and (tokens[at] == "?" or tokens[at].startswith("{")):
            at += 1
        if open_:
            names |= inner
        if not optional:
            open_, sequence_empty = False, False
    return names, empty or sequence_empty, at
