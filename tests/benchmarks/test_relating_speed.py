"""Relating claims stays fast: processor time with room for a slow machine, so that only a slower way fails."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "analysis"))

from corpus import large_tables

from timeline.analysis.events import same_events
from timeline.analysis.relate import relate


def seconds(work):
    started = time.process_time()
    work()
    return time.process_time() - started


def test_one_claim_among_a_hundred_thousand_takes_a_twentieth_of_a_second():
    tables = large_tables(100_000)
    asked = tables.claims["claim_id"][[1, 77, 1001, 50_000, 99_999]]
    relate(tables, asked.iloc[0])
    taken = sorted(seconds(lambda c=claim: relate(tables, c)) for claim in asked)
    print(f"relate at 100,000 claims: median {taken[2] * 1000:.0f} ms")
    assert taken[2] < 0.15  # aim: 0.05


def test_the_groups_of_five_thousand_claims_take_two_seconds():
    tables = large_tables(5_000, days=60)
    taken = seconds(lambda: same_events(tables))
    print(f"groups of 5,000 claims: {taken:.2f} s")
    assert taken < 4  # aim: 2
