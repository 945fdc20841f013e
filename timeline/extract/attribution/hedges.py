"""Words that mark doubt, and what they cast it on: "reportedly", "alleged", "could not be verified", scare quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from timeline.documents.hygiene import searchable
from timeline.extract.attribution.quotations import find_quotations
from timeline.extract.attribution.words import words
from timeline.lexicon.tables import read_table
from timeline.model import Document, Span

_BREAK = re.compile(r"[,;:()—–]|\s-\s|\b(?:but|while|whereas|although|though)\b")
_PHRASE_END = re.compile(r"[,;:()—–.!?]|\b(?:who|which|that|was|were|is|are|has|have|had|and|but|said|killed)\b")
_SCARE = 4  # words of the longest quotation that only keeps its distance


@dataclass(frozen=True, slots=True)
class Hedge:
    """A mark of doubt and the part of the text it is cast on."""

    span: Span
    covers: Span


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row["phrase"]: row["covers"] for row in read_table("hedges")}
    parts = "|".join(re.escape(p).replace(r"\ ", r"\s") for p in sorted(table, key=len, reverse=True))
    return re.compile(rf"\b(?:{parts})\b", re.IGNORECASE), table


def find_hedges(document: Document) -> list[Hedge]:
    """Every mark of doubt in text order with what it covers: its clause, the phrase it opens, or what was said before.

    A scare quote is a quotation of up to four words around a word that takes sides ("terrorists", "liberated").
    """
    text = searchable(document.text)
    pattern, table = _phrases()
    starts = [s.start for s in document.sentences]
    out: list[Hedge] = []
    for match in pattern.finditer(text):
        k = bisect_left(starts, match.start() + 1) - 1
        if k < 0 or match.end() > document.sentences[k].end:
            continue
        sentence = document.sentences[k]
        kind = table[" ".join(match.group().lower().split())]
        if kind == "before":
            before = (
                document.sentences[k - 1].start
                if k and "\n\n" not in text[document.sentences[k - 1].end : sentence.start]
                else sentence.start
            )
            covers = Span(before, sentence.end)
        elif kind == "phrase":
            stop = _PHRASE_END.search(text, match.end(), sentence.end)
            covers = Span(match.start(), stop.start() if stop else sentence.end)
        else:
            covers = _clause(text, Span(*match.span()), sentence)
        out.append(Hedge(Span(*match.span()), covers))
    out.extend(_scare(text))
    return sorted(out, key=lambda h: h.span)


def _clause(text: str, span: Span, sentence: Span) -> Span:
    start = sentence.start
    for match in _BREAK.finditer(text, max(sentence.start, span.start - 400), span.start):
        start = match.start() if match.group()[0].isalpha() else match.end()
    stop = _BREAK.search(text, span.end, sentence.end)
    end = stop.start() if stop else sentence.end
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
