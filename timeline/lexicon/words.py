"""Closed word classes the rules lean on, from ``data/lexicons/word_classes.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from timeline.lexicon.tables import read_table


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in read_table("word_classes")}


def word_class(name: str) -> frozenset[str]:
    """The words of a class, lower case; a class the table lacks is a mistake in the code: ``KeyError``."""
    return _classes()[name]


@cache
def common_words() -> frozenset[str]:
    """Every word of the classes and of the head phrases: words of the language, so no names by themselves."""
    phrases = (row["phrase"].split() for row in read_table("agents"))
    return frozenset().union(*_classes().values(), *phrases)
