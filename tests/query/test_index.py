"""The index agrees with a plain loop over the claims, whatever is asked."""

from __future__ import annotations

from threading import Thread

import numpy as np
from factory import make_tables
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import ACTORS, claim_filters, random_tables, slow_select

from timeline.query.facets import FACETS, facets
from timeline.query.filter import ClaimFilter
from timeline.query.index import KEPT_MASKS, ClaimIndex, index_of
from timeline.query.select import select_ids


@settings(deadline=None, max_examples=150)
@given(st.integers(0, 20), claim_filters())
def test_the_index_keeps_what_a_plain_loop_keeps(seed, chosen):
    tables = random_tables(seed)
    assert list(select_ids(tables, chosen)) == slow_select(tables, chosen)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 20), claim_filters(), st.sampled_from([f for f in FACETS if f != "actors"]))
def test_a_facet_counts_what_choosing_its_value_alone_would_keep(seed, chosen, name):
    tables = random_tables(seed)
    others = {f: getattr(chosen, f) for f in ClaimFilter.__slots__ if f != name}
    for value, _, count in facets(tables, chosen)[name]:
        assert count == len(slow_select(tables, ClaimFilter(**others, **{name: (value,)})))


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 20), claim_filters())
def test_the_actor_facet_counts_claims_in_the_chosen_roles(seed, chosen):
    tables = random_tables(seed)
    others = {f: getattr(chosen, f) for f in ClaimFilter.__slots__ if f not in ("actors", "actor_mode")}
    for value, _, count in facets(tables, chosen)["actors"]:
        assert count == len(slow_select(tables, ClaimFilter(**others, actors=(value,))))


@given(st.integers(0, 5))
@settings(deadline=None, max_examples=6)
def test_any_all_and_none_divide_the_claims(seed):
    tables = random_tables(seed)
    kept = {m: set(select_ids(tables, ClaimFilter(actors=ACTORS[:2], actor_mode=m))) for m in ("any", "all", "none")}
    assert kept["all"] <= kept["any"]
    assert kept["any"] | kept["none"] == set(tables.claims["claim_id"])
    assert not kept["any"] & kept["none"]


def test_one_index_answers_many_threads():
    tables = random_tables(1, 400)
    index = ClaimIndex(tables)
    asked = [ClaimFilter(actors=(a,), text=w) for a in ACTORS for w in ("", "cafe", "shelled")]
    right = [ClaimIndex(tables).select(f) for f in asked]
    wrong = []

    def ask():
        wrong.extend(f for f, mask in zip(asked, right, strict=True) if not np.array_equal(index.select(f), mask))

    threads = [Thread(target=ask) for _ in range(8)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    assert wrong == []


def test_an_index_is_made_once_for_its_tables_and_keeps_few_masks():
    tables = random_tables(2)
    assert index_of(tables) is index_of(tables)
    for n in range(3 * KEPT_MASKS):
        index_of(tables).select(ClaimFilter(documents=(f"d-{n}",)))
    assert len(index_of(tables)._masks) == KEPT_MASKS


def test_tables_cut_to_a_mask_are_those_selected_by_id():
    tables = make_tables()
    index = ClaimIndex(tables)
    assert index.cut(np.ones(3, dtype=bool)) is tables
    kept = np.array([True, False, True])
    cut, selected = index.cut(kept), tables.select(tables.claims["claim_id"][kept])
    for name in ("documents", "claims", "claim_actors", "claim_places", "claim_quantities", "claim_attributions"):
        assert getattr(cut, name).equals(getattr(selected, name)), name
