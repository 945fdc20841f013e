"""Words that mark doubt, and what they cast it on: "reportedly", "alleged", "could not be verified", scare quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.documents.hygiene import searchable
from timeline.extract.attribution.quotations import find_quotations
from timeline.extract.attribution.words import words
from timeline.lexicon.fold import fold
from timeline.lexicon.tables import read_table
from timeline.model import Document, Span

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r",(?!\d)|[;:()—–]|\s-\s|\b(?:but|while|whereas|although|though)\b")
_PHRASE_END = re.compile(r",(?!\d)|[;:()—–.!?]|\b(?:who|which|that|was|were|is|are|has|have|had|and|but|said|killed)\b")
_NOUN = re.compile(r"(?: [\w'’-]+){1,3}")
_NO_NOUN = frozenset({"on", "that", "in", "the", "a", "an", "to", "by", "it", "they", "he", "she", "there"})
_CLAUSE = 400  # characters a clause runs on either side of its hedge at most
_PHRASE = 120  # characters of the longest hedged phrase
_SCARE = 4  # words of the longest quotation that only keeps its distance


@dataclass(frozen=True, slots=True)
class Hedge:
    """A mark of doubt and the part of the text it is cast on."""

    span: Span
    covers: Span


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """First word of a phrase → (phrase, what it covers), the longest first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("hedges"):
        phrase = fold(row["phrase"])
        table.setdefault(phrase.split(" ")[0], []).append((phrase, row["covers"]))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in table.items()}


def find_hedges(document: Document) -> list[Hedge]:
    """Every mark of doubt in text order with what it covers: its clause, the phrase it opens, or what was said before.

    "Suspected" and "so-called" are cast on the next words only. A scare quote is a quotation of up to four words
    around a word that takes sides ("terrorists", "liberated").
    """
    text = searchable(document.text)
    folded = fold(text)
    phrases = _phrases()
    starts = [s.start for s in document.sentences]
    out: list[Hedge] = []
    last = 0
    for match in _WORD.finditer(folded):
        rows = phrases.get(match.group())
        if rows is None or match.start() < last:
            continue
        found = next((r for r in rows if _stands(folded, match.start(), r[0])), None)
        k = bisect_left(starts, match.start() + 1) - 1
        if found is None or k < 0:
            continue
        span = Span(match.start(), match.start() + len(found[0]))
        if _otherwise(text, folded, span, document.sentences[k], found[1]):
            continue
        if span.end > document.sentences[k].end:
            continue
        last = span.end
        out.append(Hedge(span, _covers(text, document.sentences, k, span, found[1])))
    out.extend(_scare(text))
    return sorted(out, key=lambda h: h.span)


def _stands(folded: str, at: int, phrase: str) -> bool:
    """Whether the phrase stands at ``at`` and ends with a word."""
    return folded.startswith(phrase, at) and not folded[at + len(phrase) : at + len(phrase) + 1].isalnum()


def _otherwise(text: str, folded: str, span: Span, sentence: Span, kind: str) -> bool:
    """Whether the words mean something else: "21 May have", "supposed to", "the ministry alleged on Friday"."""
    if kind in ("phrase", "noun"):
        following = _WORD.match(folded, min(span.end + 1, len(folded)))
        return following is not None and following.group() in _NO_NOUN
    return text[span.start].isupper() and span.start > sentence.start and folded.startswith("may", span.start)


def _covers(text: str, sentences: Sequence[Span], k: int, span: Span, kind: str) -> Span:
    sentence = sentences[k]
    if kind == "before":
        near = k > 0 and "\n\n" not in text[sentences[k - 1].end : sentence.start]
        return Span(sentences[k - 1].start if near else sentence.start, sentence.end)
    if kind == "noun":
        stop = _NOUN.match(text, span.end, sentence.end)
        return Span(span.start, stop.end() if stop else span.end)
    if kind == "phrase":
        limit = min(sentence.end, span.end + _PHRASE)
        stop = _PHRASE_END.search(text, span.end, limit)
        end = stop.start() if stop else limit
        return Span(span.start, span.start + len(text[span.start : end].rstrip()))
    return _clause(text, span, sentence)


def _clause(text: str, span: Span, sentence: Span) -> Span:
    start = sentence.start
    for match in _BREAK.finditer(text, max(sentence.start, span.start - _CLAUSE), span.start):
        start = match.start() if match.group()[0].isalpha() else match.end()
    limit = min(sentence.end, span.end + _CLAUSE)
    stop = _BREAK.search(text, span.end, limit)
    end = stop.start() if stop else limit
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _scare(text: str) -> list[Hedge]:
    out: list[Hedge] = []
    for span in find_quotations(text):
        inner = text[span.start + 1 : span.end - 1].lower().split()
        if 0 < len(inner) <= _SCARE and any(word.strip(".,") in words("claim-word") for word in inner):
            out.append(Hedge(span, span))
    return out
