"""The trigger lexicon: words and phrases that name events, with the context each needs, matched over words.

``data/lexicons/event_triggers.csv`` holds one sense a row; of the rows that match at a place the longest phrase wins,
then the first row whose conditions hold. ``needs``: one of them must hold; ``bars``: none may. A condition is a word,
or ``@class`` of ``event_words.csv``, with a place: ``word`` anywhere in the sentence (forty words to either side),
``<word`` at most eight words before, ``>word`` at most eight after, ``<<word`` the word before, ``>>word`` the word
after (determiners and adverbs passed over). ``#name`` is any capitalised word, ``#number`` any number, ``<<#people``
a people ("the Persians").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from timeline.extract.events.grammar import is_verbal
from timeline.extract.events.words import Word, clause_words, inflect
from timeline.lexicon.tables import read_table

_NEAR = 8
_SKIPPED = frozenset({"determiner", "adverb"})


class Condition(NamedTuple):
    """Words that must or must not stand in one place relative to the trigger."""

    where: str
    words: frozenset[str]


class Trigger(NamedTuple):
    """One sense of a phrase."""

    phrase: str
    verb: bool
    sense: str  # an event type, or toll, total, attack, scene: resolved by context
    needs: tuple[Condition, ...]
    bars: tuple[Condition, ...]


class Hit(NamedTuple):
    """A trigger found: words ``first`` to ``last`` (exclusive) of the sentence."""

    first: int
    last: int
    trigger: Trigger


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in read_table("event_words")}


def event_words(name: str) -> frozenset[str]:
    """A class of ``data/lexicons/event_words.csv``; one the table lacks is a ``KeyError``."""
    return _classes()[name]


def find_triggers(words: Sequence[Word]) -> list[Hit]:
    """The triggers of a sentence in order; they do not overlap."""
    hits: list[Hit] = []
    table = _table()
    i = 0
    while i < len(words):
        hit = _match(words, i, table.get(words[i].low, ()))
        if hit is None:
            i += 1
        else:
            hits.append(hit)
            i = hit.last
    return hits


def _match(words: Sequence[Word], at: int, rows: Sequence[tuple[tuple[str, ...], Trigger]]) -> Hit | None:
    for phrase, trigger in rows:
        end = at + len(phrase)
        if end > len(words) or any(words[at + k].low != phrase[k] for k in range(1, len(phrase))):
            continue
        if _fits(words, at, end, trigger):
            return Hit(at, end, trigger)
    return None


def _fits(words: Sequence[Word], at: int, end: int, trigger: Trigger) -> bool:
    if words[at].capital and at and trigger.verb and words[at - 1].tag != "mark" and not words[at - 1].capital:
        return False  # inside a name
    if words[at].capital and words[at].low in clause_words("month"):
        return False
    if words[at].tag in ("base", "s") and at and (trigger.verb or end == at + 1):
        verbal = is_verbal(words, at)
        if trigger.verb != verbal and (not verbal or words[at - 1].low == "to"):
            return False
    if words[at].capital and at and not trigger.verb and _in_name(words, at, end):
        return False
    if trigger.bars and any(_holds(words, at, end, c) for c in trigger.bars):
        return False
    return not trigger.needs or any(_holds(words, at, end, c) for c in trigger.needs)


def _in_name(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether the trigger is part of the name of a body: "Front for the Liberation of …", "War Office"."""
    near = words[max(0, at - 12) : end + 12]
    if 2 * sum(w.capital for w in near) > len(near):
        return False  # a headline
    run = []
    for step, first in ((-1, at - 1), (1, end)):
        for k in range(first, first + 5 * step, step):
            if not 0 <= k < len(words) or not (words[k].capital or words[k].low in ("of", "for", "the", "and")):
                break
            if words[k].capital:
                run.append(words[k].low)
    return bool(event_words("organisation").intersection(run))


def _holds(words: Sequence[Word], at: int, end: int, condition: Condition) -> bool:
    where, wanted = condition
    if where == "<":
        return any(_is(w, wanted) for w in words[max(0, at - _NEAR) : at])
    if where == ">":
        return any(_is(w, wanted) for w in words[end : end + _NEAR])
    if where == "<<":
        people = "#people" in wanted and at > 1 and words[at - 1].capital and words[at - 1].low.endswith("s")
        return at > 0 and (_is(words[at - 1], wanted) or (people and words[at - 2].low == "the"))
    if where == ">>":
        while end < len(words) and words[end].tag in _SKIPPED and words[end].low not in wanted:
            end += 1
        return end < len(words) and _is(words[end], wanted)
    low, high = max(0, at - 40), end + 40
    return any(w.low in wanted for k, w in enumerate(words[low:high], low) if not at <= k < end)


def _is(word: Word, wanted: frozenset[str]) -> bool:
    if word.low in wanted:
        return True
    name = word.capital and word.tag in ("noun", "base", "s", "ed", "ing")
    return ("#name" in wanted and name) or ("#number" in wanted and word.tag == "number")


@cache
def _table() -> Mapping[str, tuple[tuple[tuple[str, ...], Trigger], ...]]:
    """First word → phrases with their senses, longest first, rows of one phrase in file order."""
    made: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
    for row in read_table("event_triggers"):
        trigger = Trigger(
            row["trigger"], row["pos"] == "v", row["event_type"], _conditions(row["needs"]), _conditions(row["bars"])
        )
        for phrase in _forms(row["trigger"], row["pos"]):
            made.setdefault(phrase[0], []).append((phrase, trigger))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in made.items()}


def _conditions(cell: str) -> tuple[Condition, ...]:
    gathered: dict[str, set[str]] = {}
    for part in cell.split():
        name = part.lstrip("<>")
        where = part[: len(part) - len(name)]
        gathered.setdefault(where, set()).update(event_words(name[1:]) if name.startswith("@") else {name})
    return tuple(Condition(where, frozenset(words)) for where, words in gathered.items())


def _forms(phrase: str, pos: str) -> set[tuple[str, ...]]:
    """Every form of the phrase as words: the verb in front inflected, or the noun at the end in the plural."""
    words = phrase.split()
    if pos == "v":
        first, *rest = words
        return {(form, *rest) for forms in inflect(first).values() for form in forms}
    if len(words) > 1 and words[1] in ("of", "on", "to", "for", "at", "over"):
        return {tuple(words)}
    found = {tuple(words), (*words[:-1], _plural(words[-1]))}
    if len(words) == 2:
        found |= {(f"{a}-{b}",) for a, b in found}
    return found


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
