"""One language put together: lexicon and rule tables compiled once, at the first document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from timeline.extract.dates import (
    english,
    modifiers,
    rules_anniversary,
    rules_clock,
    rules_compared,
    rules_days,
    rules_duration,
    rules_named,
    rules_numeric,
    rules_offset,
    rules_relative,
    rules_seasons,
    rules_sets,
    rules_weekday,
    rules_years,
    year_filling,
)
from timeline.extract.dates.grammar import Rule, Tagset, compile_pattern, first_names, names_in
from timeline.extract.dates.modifiers import Modifier
from timeline.extract.dates.tokens import Tokenizer

ENGLISH_RULES: tuple[Rule, ...] = (
    *rules_compared.RULES,
    *rules_anniversary.RULES,
    *rules_named.RULES,
    *rules_days.RULES,
    *rules_numeric.RULES,
    *rules_years.RULES,
    *rules_seasons.RULES,
    *rules_relative.RULES,
    *rules_weekday.RULES,
    *rules_offset.RULES,
    *rules_duration.RULES,
    *rules_sets.RULES,
    *rules_clock.RULES,
)


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """Compiled tables; read only, so any number of threads may share it."""

    tokenizer: Tokenizer
    by_first: dict[str, tuple[tuple[re.Pattern[str], Rule], ...]]
    starts: re.Pattern[str]
    before: tuple[tuple[re.Pattern[str], Modifier], ...]
    quantifiers: tuple[tuple[re.Pattern[str], Modifier], ...]
    after: tuple[tuple[re.Pattern[str], Modifier], ...]
    borrow: re.Pattern[str]
    charset: dict[str, frozenset[str]]


@cache
def english_pack() -> LanguagePack:
    """The English tables, compiled."""
    tags = Tagset()
    patterns = [r.pattern for r in ENGLISH_RULES]
    sides = [*modifiers.BEFORE, *modifiers.QUANTIFIERS, *modifiers.AFTER]
    names = set(
        chain.from_iterable(map(names_in, [*patterns, *(m.pattern for m in sides), year_filling.BORROW_PATTERN]))
    )
    literals = {n for n in names if n.islower()}
    tokenizer = Tokenizer(english.CLASSES, literals, english.CAPITAL_ONLY, english.UPPER_ONLY, tags)
    by_first: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
    for rule in ENGLISH_RULES:
        compiled = compile_pattern(rule.pattern, tags)
        first = first_names(rule.pattern)
        for classes, tag in tags.tag_of.items():
            if classes & first:
                by_first.setdefault(tag, []).append((compiled, rule))

    def side(rows: tuple[Modifier, ...], end: str) -> tuple[tuple[re.Pattern[str], Modifier], ...]:
        return tuple((re.compile(compile_pattern(f"({m.pattern})", tags).pattern + end), m) for m in rows)

    wanted = ("BREAK", "STOP", "YEAR", "BC", "AD", "Y3", "WD", "QUOTE", "LPAR", "MON")
    return LanguagePack(
        tokenizer,
        {tag: tuple(rows) for tag, rows in by_first.items()},
        re.compile(f"[{''.join(by_first)}]"),
        side(modifiers.BEFORE, r"\Z"),
        side(modifiers.QUANTIFIERS, r"\Z"),
        side(modifiers.AFTER, ""),
        compile_pattern(year_filling.BORROW_PATTERN, tags),
        {name: frozenset(t for c, t in tags.tag_of.items() if name in c) for name in wanted},
    )
