"""Groups of claims that speak of one event."""

from __future__ import annotations

from collections import Counter
from random import Random

from corpus import large_tables
from factory import homs_tables
from tellings import KARESH, blast, ids, killed, report, tables_of

from timeline.analysis.events import same_events
from timeline.analysis.facts import find_facts
from timeline.analysis.relate import relate, relation
from timeline.analysis.same_event import evidence
from timeline.frame.tables import ClaimTables, empty_tables

FIVE = killed("killed 5 people", 5, 5)


def test_three_tellings_of_one_bombing_are_one_group():
    told = [blast(name, FIVE) for name in ("one", "two", "three")]
    apart = report(
        "four", "Talks were held in Karesh on Friday.", "Talks were held", event_type="diplomacy", places=(KARESH,)
    )
    assert same_events(tables_of(*told, apart)) == [tuple(ids(*told))]


def test_a_telling_that_fits_both_of_two_events_is_put_to_one_and_they_stay_apart():
    north = report("one", "A car bomb at a mosque in the Mill quarter of Karesh killed 5 people on Friday.", "A car bomb", said=(FIVE,),
                   places=(KARESH, ("Mill quarter", "Mill quarter", "SY", None, None, "district")))  # fmt: skip
    south = report("two", "Mortar shells hit a mosque in the Port quarter of Karesh on Friday.", "Mortar shells hit",
                   places=(KARESH, ("Port quarter", "Port quarter", "SY", None, None, "district")))  # fmt: skip
    either = report(
        "three",
        "A car bomb at a mosque in Karesh killed 5 people on Friday, police said.",
        "A car bomb",
        said=(FIVE,),
        places=(KARESH,),
    )
    assert same_events(tables_of(south, either, north)) == [tuple(ids(either, north))]


def test_no_claim_is_in_two_groups_and_no_group_holds_a_pair_that_cannot_be():
    tables = large_tables(1500, days=20, towns=12)
    facts = find_facts(tables, tables.claims)
    groups = same_events(tables)
    assert len(groups) > 20
    assert max(Counter(claim for members in groups for claim in members).values()) == 1
    assert all(
        evidence(facts[a], facts[b]) is not None for members in groups for a in members for b in members if a != b
    )


def test_evidence_is_the_same_both_ways():
    facts = list(find_facts(homs_tables(), homs_tables().claims).values())
    assert all(evidence(a, b) == evidence(b, a) for a in facts for b in facts)


def test_relations_are_the_same_both_ways():
    tables = large_tables(300, days=3, towns=6)
    facts = list(find_facts(tables, tables.claims).values())
    kinds = {
        (a.claim_id, b.claim_id): found and found.kind
        for a in facts
        for b in facts
        if a is not b
        for found in [relation(a, b, facts)]
    }
    assert {"conflicts", "corroborates"} <= set(kinds.values())
    assert all(kinds[b, a] == kind for (a, b), kind in kinds.items())


def test_the_order_of_the_claims_does_not_change_who_may_be_one():
    tables = large_tables(400, days=6, towns=6)
    shuffled = tables.claims.sample(frac=1, random_state=Random(3).randrange(100)).reset_index(drop=True)
    other = ClaimTables(tables.documents, shuffled, tables.claim_actors, tables.claim_places, tables.claim_quantities,
                        tables.claim_attributions)  # fmt: skip
    one = {c: {(r.claim_id, r.kind) for r in relate(tables, c)} for c in tables.claims["claim_id"][:60]}
    assert one == {c: {(r.claim_id, r.kind) for r in relate(other, c)} for c in one}


def test_nothing_gives_no_groups():
    assert same_events(empty_tables()) == []
