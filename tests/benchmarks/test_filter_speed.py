"""The index against plain pandas on the same claims: a ratio, so that the machine's speed falls out."""

from __future__ import annotations

import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "analysis"))

import pandas as pd
from corpus import large_tables

from timeline.query.facets import facets
from timeline.query.filter import ClaimFilter
from timeline.query.index import ClaimIndex
from timeline.query.select import select_ids

SIZE = 200_000


@pytest.fixture(scope="module")
def tables():
    return large_tables(SIZE)


def median(works):
    taken = []
    for work in works:
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return sorted(taken)[len(taken) // 2]


def with_pandas(tables, actor, start, end):
    """Claims of an actor that may lie in a window, as one writes it by hand."""
    own = tables.claim_actors.loc[tables.claim_actors["actor_id"] == actor, "claim_id"]
    claims = tables.claims
    kept = (
        claims["claim_id"].isin(own)
        & (claims["date_end"] >= pd.Timestamp(start))
        & (claims["date_start"] <= pd.Timestamp(end))
    )
    return claims.loc[kept, "claim_id"]


def test_an_actor_and_a_window_are_ten_times_as_fast_as_pandas(tables):
    asked = [
        (f"actor-{i}", date(2014, 3, 1) + timedelta(days=i), date(2014, 9, 1) + timedelta(days=i)) for i in range(7)
    ]
    index = ClaimIndex(tables)
    index.select(ClaimFilter(actors=("actor-15",), start=date(2014, 1, 1)))  # columns are coded once
    for actor, start, end in asked[:2]:
        kept = tables.claims["claim_id"][index.select(ClaimFilter(actors=(actor,), start=start, end=end))]
        assert list(kept) == list(with_pandas(tables, actor, start, end))
    fast = median(
        [lambda a=a, s=s, e=e: index.select(ClaimFilter(actors=(a,), start=s, end=e)) for a, s, e in asked[2:]]
    )
    slow = median([lambda a=a, s=s, e=e: with_pandas(tables, a, s, e) for a, s, e in asked[2:]])
    print(
        f"{SIZE:,} claims, actor and window: index {fast * 1e3:.2f} ms, pandas {slow * 1e3:.1f} ms, ratio {slow / fast:.0f}"
    )
    assert slow > 10 * fast


def test_all_facets_take_less_than_one_pandas_selection(tables):
    facets(tables, ClaimFilter())
    asked = [ClaimFilter(actors=(f"actor-{i}",), event_types=("battle",)) for i in range(5)]
    counting = median([lambda f=f: facets(tables, f) for f in asked])
    selecting = median([lambda f=f: select_ids(tables, f) for f in asked])
    slow = median([lambda i=i: with_pandas(tables, f"actor-{i}", date(2014, 1, 1), date(2014, 6, 1)) for i in range(5)])
    print(
        f"{SIZE:,} claims: facets {counting * 1e3:.0f} ms, ids {selecting * 1e3:.1f} ms, pandas selection {slow * 1e3:.0f} ms"
    )
    assert counting < 3 * slow
