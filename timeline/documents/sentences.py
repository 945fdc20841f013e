"""Sentence spans with true offsets: blocks by layout, sentences by sentencex, joins that it misses.

This module owns sentencex. Everything is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries

from timeline.documents.header import find_header
from timeline.model import Span

# Titles that a name follows, and short forms that never end a sentence before a name or number.
_OPEN_END = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cpt|Sgt|Cpl|Pvt|Brig|Adm|Cmdr|Cdr|Gov|Sen|Rep|Rev|Hon|Amb"
    r"|Pres|Msgr|Sheik|St|Ste|Mt|Ft|vs|approx|ca|cf|Op|Bn|Regt|Div)\.\Z"
)
_CLOCK_END = re.compile(r"\d\s?[ap]\.m\.\Z")
_AFTER_CLOCK = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|GMT|UTC|[A-Z][SD]T|[Ll]ocal)\b")
_STOP = re.compile(r"[.!?…:;。！？؟।]['\"”’»)\]*_]*\Z")
_ITEM = re.compile(r"(?:[-*•–—▪◦·]|\(?\d{1,3}[.)]|#{1,6})\s")
_WRAP = range(40, 121)  # the widths at which mail and text files are wrapped
# A straight quotation mark after a space or bracket opens, any other closes; told so, sentencex pairs them right.
_OPENING = re.compile(r'(?<![^\s(\[—–-])"(?=\S)')
_COUNT = re.compile(r"\((\d{1,9})\)")  # sentencex takes "(61)" for the head of a list item
_PAIRS = str.maketrans(dict.fromkeys("“”«»()[]{}‘", " "))
_LONG = 700  # letters: longer than the longest sentences of news, shorter than a paragraph lost in a quotation
_LONGEST = 3_000  # letters: beyond, no person wrote it as one sentence, and what reads it need not be quick with it
_CHUNK = 60_000  # longest piece handed over at once; cut at a space


def find_sentences(text: str, language: str = "en", title: str | None = None) -> tuple[Span, ...]:
    """Spans of the sentences, trimmed of white space, in text order, never across a blank line.

    A quotation with several sentences stays whole. A heading, a list item, and a known headline or dateline glued to
    the front are sentences of their own; a line break inside hard-wrapped text is no boundary.
    """
    header = find_header(text, title)
    start = header[-1].end if header else 0
    spans = list(header)
    for block in _blocks(text, start):
        spans.extend(_in_block(text, block, language))
    return tuple(spans)


def _blocks(text: str, at: int) -> Iterator[Span]:
    """Runs of lines that belong together: paragraphs, with headings and list items apart."""
    lines: list[Span] = []
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = _trim(text, at, end)
        if line.start == line.end:
            yield from _joined(text, lines)
            lines = []
        else:
            lines.append(line)
        at = end + 1
    yield from _joined(text, lines)


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    """The lines of one paragraph, joined where a line only ended because the page did."""
    if not lines:
        return
    width = max(line.end - line.start for line in lines)
    # Where lines break only for width, most of the next ones go on in small letters; lists of headlines do not.
    small = sum(text[line.start].islower() for line in lines[1:])
    if 3 * small < len(lines) - 1:
        width = 0
    start = lines[0].start
    for line, after in pairwise(lines):
        if _breaks(text, line, after, width):
            yield Span(start, line.end)
            start = after.start
    yield Span(start, lines[-1].end)


def _breaks(text: str, line: Span, after: Span, width: int) -> bool:
    following = text[after.start]
    if _ITEM.match(text, after.start):
        return True
    if following.islower():
        return False
    filled = width in _WRAP and line.end - line.start >= 0.7 * width
    ended = _STOP.search(text, max(line.start, line.end - 8), line.end) is not None
    # A wrapped line may end with a full stop by chance; then sentencex decides over the joined lines.
    return not filled or (ended and text[line.end - 1] in ":;")


def _in_block(text: str, block: Span, language: str) -> Iterator[Span]:
    held: Span | None = None
    for span in _cut(text, block, language):
        if held is not None and _goes_on(text, held, span):
            held = Span(held.start, span.end)
        else:
            if held is not None:
                yield held
            held = span
    if held is not None:
        yield held


def _goes_on(text: str, held: Span, span: Span) -> bool:
    """Whether the stop at the end of ``held`` belongs to a short form that the next words follow."""
    start = max(held.start, held.end - 12)
    if _CLOCK_END.search(text, start, held.end):
        return _AFTER_CLOCK.match(text, span.start) is not None
    return _OPEN_END.search(text, start, held.end) is not None


def _cut(text: str, block: Span, language: str) -> Iterator[Span]:
    at = block.start
    while at < block.end:
        end = min(block.end, at + _CHUNK)
        if end < block.end and (space := text.rfind(" ", at, end)) > at:
            end = space + 1
        piece = _COUNT.sub(r"<\1>", _OPENING.sub("“", text[at:end]).replace('"', "”"))
        cuts = [short for low, high in _boundaries(piece, language) for short in _shorter(piece, low, high, language)]
        found = [s for low, high in cuts if (s := _trim(text, at + low, at + high)).start < s.end]
        if end < block.end and len(found) > 1:  # the last one may go on in the next piece
            last = found.pop()
            yield from found
            at = last.start
        else:
            yield from found
            at = end


def _boundaries(piece: str, language: str) -> list[tuple[int, int]]:
    return [(b["start_index"], b["end_index"]) for b in get_sentence_boundaries(language, piece)]


def _shorter(piece: str, low: int, high: int, language: str) -> list[tuple[int, int]]:
    """A span that is no sentence any more, cut at the stops inside its quotations and brackets, which hid them."""
    if high - low <= _LONG:
        return [(low, high)]
    bare = piece[low:high].translate(_PAIRS)
    cuts = [(low + a, low + b) for a, b in _boundaries(bare, language)] or [(low, high)]
    return [short for a, b in cuts for short in _pieces(piece, a, b)]


def _pieces(piece: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """What is too long for a sentence, cut at a semicolon, a comma or a space, else anywhere."""
    while high - low > _LONGEST:
        end = low + _LONGEST
        at = next((at + 1 for sign in ";, " if (at := piece.rfind(sign, low + _LONGEST // 2, end)) > 0), end)
        yield low, at
        low = at
    yield low, high


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
