"""Which countries a document is about, and which years: what disambiguates names, "the army" and "Old City"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from timeline.lexicon.actors import lexicon
from timeline.lexicon.fold import fold
from timeline.lexicon.gazetteer import gazetteer
from timeline.lexicon.governments import country_acronyms, country_words
from timeline.model import Document

TOKEN = re.compile(r"[^\W_]\.(?:[^\W_]\.)+|[^\W_]+(?:[-’'.][^\W_]+)*")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_ANTIQUITY = re.compile(r"\d (?:BC|BCE|AD)\b")
# States whose forces and statements turn up in wars far from home weigh less than the place of the war.
_ABROAD = frozenset({"US", "GB", "FR", "RU", "DE"})
_WEIGHT = {"name": 1.0, "adjective": 1.0, "people": 1.0, "capital": 0.4}
_MAX_WORDS = 4


@dataclass(frozen=True, slots=True)
class Context:
    """Countries by weight, the main one, and the years the document speaks of (first, last)."""

    weights: Mapping[str, float]
    main: str | None
    years: tuple[int, int] | None

    def about(self, code: str | None) -> bool:
        """Whether the document speaks of this country at all."""
        return code is not None and code in self.weights

    def meets(self, first: int | None, last: int | None) -> bool:
        """Whether something that existed from ``first`` to ``last`` can be meant; unknown years meet everything."""
        if self.years is None:
            return True
        return (first is None or first <= self.years[1]) and (last is None or last >= self.years[0])


def document_context(document: Document) -> Context:
    """The context of a document, computed once per text."""
    published = document.published
    year = (published.start or published.end) if published else None
    return _context(document.text, document.title or "", str(year)[:4] if year else "")


@lru_cache(maxsize=64)
def _context(text: str, title: str, year: str) -> Context:
    scores: dict[str, float] = {}
    ambiguous: list[tuple[tuple[str | None, int, bool], ...]] = []
    words, places = country_words(), gazetteer()
    body = f"{title}\n{text}" if title else text
    folded = fold(body)
    tokens = [(m.start(), m.end()) for m in TOKEN.finditer(body)]
    n = 0
    while n < len(tokens):
        start = tokens[n][0]
        if not body[start].isupper():
            n += 1
            continue
        step = 1
        for size in range(min(_MAX_WORDS, len(tokens) - n), 0, -1):
            end = tokens[n + size - 1][1]
            key = folded[start:end]
            known = words.get(key) or words.get(_singular(key))
            if known and (key not in country_acronyms() or body[start:end].isupper()):
                weight = _WEIGHT[known[1]] * (1.5 if start < 400 else 1.0) * (0.6 if known[0] in _ABROAD else 1.0)
                scores[known[0]] = scores.get(known[0], 0.0) + weight
                step = size
                break
            found = places.find(key) if len(key) > 3 and not (size == 1 and f" {key} " in body) else ()
            if found and found[0].population >= 5_000:
                options = tuple((p.country, p.population, p.curated) for p in found[:6] if p.kind != "area")
                if options:
                    ambiguous.append(options)
                step = size
                break
        n += step
    for hit in lexicon().find(body, folded):
        alias = hit.aliases[0]
        if len(hit.aliases) == 1 and not alias.scoped and alias.countries and alias.head in {"group", "force"}:
            scores[alias.countries[0]] = scores.get(alias.countries[0], 0.0) + 0.6
    for options, count in Counter(ambiguous).items():
        known_country = next((c for c, _, _ in options if c in scores), None)
        code = known_country or (options[0][0] if options[0][1] >= 50_000 else None)
        if code:
            votes = 0.5 * count if known_country else 0.5 if options[0][2] else 0.25  # a chance name votes once
            scores[code] = scores.get(code, 0.0) + votes
    kept = {code: score for code, score in scores.items() if score >= 0.5}
    main = max(kept, key=lambda code: (kept[code], code)) if kept else None
    if len(_ANTIQUITY.findall(text)) > 1:
        main = None  # today's states are not those of antiquity
    years = [int(y) for y in _YEAR.findall(text)] + ([int(year)] if year.isdigit() else [])
    return Context(MappingProxyType(kept), main, (min(years), max(years)) if years else None)


def _singular(key: str) -> str:
    return key.removesuffix("'s") if key.endswith("'s") else key.removesuffix("s")
