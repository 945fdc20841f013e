"""What the layout of a plain article says: its headline, its byline and the header lines of a note or Markdown file."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.documents.published import MONTHS

_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow",
                   "now", "then", "dawn", "noon"))  # fmt: skip
_NO_NAME = _DAYS | {m for m in MONTHS if len(m) > 3}
_BYLINE = re.compile(r"(?:By|BY|by|Reported by|Written by|Story by)[:\s]\s*(?P<name>\S.{0,118})\Z")
_NAME_WORD = re.compile(r"(?:[^\W\d_][\w’'.-]*|and|&|de|van|von|bin|ibn|al|el)\Z")
_PARTICLES = frozenset(("and", "&", "y", "e", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von",
                        "der", "den", "ter", "bin", "bint", "ibn", "abu", "al", "el"))  # fmt: skip
_TAIL = re.compile(r"\s*(?:\||,|;|\bin [A-Z]|\bfor [A-Z]|\bof [A-Z]|\bat [A-Z]|[-–—] ).*\Z")
_STOPS = (".", ";", ":", ",")
_FRONT = re.compile(r"---\n(?P<body>(?:[^\n]{0,500}\n){1,60}?)---\n")
_KEY = re.compile(r"(?P<key>[A-Za-z_]{2,20}):\s*(?P<value>.*)\Z")
_LONGEST_TITLE = 200
_LINES_LOOKED_AT = 12


class Layout(NamedTuple):
    """Headline and author where the layout shows them; ``body`` is where the article begins after front matter."""

    title: str | None
    author: str | None
    front: dict[str, str]
    body: int


def read_layout(text: str) -> Layout:
    """The headline (first line without a full stop), the byline (“By …” on a line of its own) and front matter.

    Only the first and the last lines of the text are looked at; nothing is taken out of it.
    """
    front, body = _front_matter(text)
    head = _nonempty(text[body : body + 6000].splitlines())[:_LINES_LOOKED_AT]
    tail = _nonempty(text[body:][-3000:].splitlines())[-_LINES_LOOKED_AT:]
    title = front.get("title") or _title(head, text[body:])
    author = front.get("author") or next(filter(None, map(read_byline, [*head, *tail])), None)
    return Layout(title, author, front, body)


def read_byline(line: str) -> str | None:
    """The author a line of its own names: ``By Ann Lee and Bo Ray | Reuters`` → ``Ann Lee and Bo Ray``."""
    match = _BYLINE.match(line.strip(" *_"))
    if not match or match["name"].rstrip().endswith((".", "!", "?")):
        return None
    name = _TAIL.sub("", match["name"]).strip(" *_")
    words = name.split()
    plain = 1 <= len(words) <= 10 and all(_NAME_WORD.match(w) for w in words) and words[0][0].isupper()
    sentence = any(w.islower() and w not in _PARTICLES for w in words)
    return name if plain and not sentence and words[0].casefold() not in _NO_NAME else None


def _title(lines: list[str], text: str) -> str | None:
    if len(lines) < 2:
        return None
    first = lines[0].lstrip("# ").strip(" *_")
    if not first or len(first) > _LONGEST_TITLE or first.endswith(_STOPS) or read_byline(first):
        return None
    after = text.lstrip().split("\n", 2)[1:2]
    apart = bool(after) and (not after[0].strip() or not lines[1][:1].islower())
    return first if apart and any(map(str.isalpha, first)) else None


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    match = _FRONT.match(text)
    if not match:
        return {}, 0
    pairs = [_KEY.match(line) for line in match["body"].splitlines()]
    found = {p["key"].casefold(): p["value"].strip().strip("\"'") for p in pairs if p}
    return {k: v for k, v in found.items() if v}, match.end()


def _nonempty(lines: list[str]) -> list[str]:
    return [line.strip() for line in lines if line.strip()]
