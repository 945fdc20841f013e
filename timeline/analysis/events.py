"""Claims of a whole collection grouped by the event they speak of; nothing is merged, a group is a list of ids."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from timeline.analysis.facts import Facts, find_facts
from timeline.analysis.same_event import ENOUGH, evidence, placed, same_event
from timeline.frame.tables import ClaimTables


def same_events(tables: ClaimTables) -> list[tuple[str, ...]]:
    """Groups of two or more claims that speak of one event, each in the tables' order; rejected claims left out.

    No claim is in two groups, and in a group no pair speaks against being one event: when A is like B and B like C,
    but A cannot be C, the likelier pair stays together.
    """
    claims = tables.claims[tables.claims["status"] != "rejected"]
    return group(list(find_facts(tables, claims).values()))


def group(facts: list[Facts]) -> list[tuple[str, ...]]:
    """The same for facts at hand."""
    pairs = []
    for i, j in _near_pairs(facts):
        if same_event(facts[i], facts[j]):
            pairs.append((-(evidence(facts[i], facts[j]) or 0), i, j))
    groups: dict[int, list[int]] = {}
    for _, i, j in sorted(pairs):
        ours, theirs = groups.get(i, [i]), groups.get(j, [j])
        if ours is theirs or not all(_bearable(facts[a], facts[b]) for a, b in product(ours, theirs)):
            continue
        joined = ours + theirs
        groups |= dict.fromkeys(joined, joined)
    distinct = {id(members): sorted(members) for members in groups.values()}
    return [tuple(facts[i].claim_id for i in members) for members in sorted(distinct.values())]


def _bearable(one: Facts, other: Facts) -> bool:
    """Whether two claims may share a group that others have joined."""
    found = evidence(one, other)
    return found is not None and found >= ENOUGH - 2


def _near_pairs(facts: list[Facts]) -> Iterator[tuple[int, int]]:
    """Pairs with a day in common, those of different towns or of one dataset's records left out."""
    order = sorted((i for i, f in enumerate(facts) if placed(f)), key=lambda i: facts[i].first)
    first = np.array([facts[i].first for i in order])
    last = np.array([facts[i].last for i in order])
    town, record = _only(order, facts, "cities"), _only(order, facts, "record")
    ends = np.searchsorted(first, last, side="right")
    for at, index in enumerate(order):
        later = np.arange(at + 1, ends[at])
        apart = (town[later] != town[at]) & (town[later] >= 0) & (town[at] >= 0)
        apart |= (record[later] == record[at]) & (record[at] >= 0)
        yield from ((index, order[other]) for other in later[~apart].tolist())


def _only(order: list[int], facts: list[Facts], name: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Codes of the one town or dataset of each claim; -1 for none or several."""
    codes: dict[str, int] = {}
    made = []
    for index in order:
        value = getattr(facts[index], name)
        values = [value] if isinstance(value, str) and value else list(value)
        made.append(codes.setdefault(values[0], len(codes)) if len(values) == 1 else -1)
    return np.array(made, dtype=np.int64)
