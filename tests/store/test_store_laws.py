"""Laws of the log: whatever readers do, undoing it all gives what was extracted, redoing it all what they made."""

from __future__ import annotations

import pandas as pd
from factory import REBELS, WHEN, homs_claims, homs_document
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.frame.columns import TABLES
from timeline.store.open import open_store

TEXT = homs_document().text
CLAIMS = [c.id for c in homs_claims()]
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "date": st.sampled_from([None, "2013", "2014-02/..", "../2013-09", "2014-04-18~"]),
        "event_type": st.sampled_from(["siege", "other"]),
        "status": st.sampled_from(["reviewed", "rejected"]),
        "actors": st.lists(st.sampled_from([REBELS, "Qasra Brigade", "المقاومة"]), max_size=2),
        "attribution": st.lists(st.sampled_from(["United Nations", "residents"]), max_size=1),
        "places": st.lists(st.sampled_from(["Homs", "Nowhere"]), max_size=2),
        "quantity": st.fixed_dictionaries({"low": st.sampled_from([None, 3]), "high": st.sampled_from([None, 3, 9])}),
        "hedged": st.booleans(),
        "note": st.sampled_from(["", "check"]),
    },
)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("correct"), st.sampled_from(CLAIMS), FACTS),
        st.tuples(st.just("add"), st.integers(0, len(TEXT) // 20 - 2), FACTS),
        st.tuples(st.just("merge"), st.just(""), st.none()),
        st.tuples(st.just("split"), st.sampled_from(["the army", "rebels"]), st.none()),
        st.tuples(st.just("undo"), st.just(""), st.none()),
        st.tuples(st.just("redo"), st.just(""), st.none()),
    ),
    max_size=12,
)


def do(store, act, what, facts):
    known = set(store.load().claim_actors["actor_id"])
    if act == "correct":
        store.correct(what, facts, who="Ada", when=WHEN)
    elif act == "add":
        if TEXT[what * 20 : what * 20 + 20].strip() and f"w{what}" not in set(store.load().claims["note"].dropna()):
            store.add_claim(
                "homs-2014-04-22", what * 20, what * 20 + 20, facts | {"note": f"w{what}"}, who="Ada", when=WHEN
            )
    elif act == "merge" and {"syrian-rebels", "militias"} <= known:
        store.merge_actors(["militias"], "syrian-rebels", who="Ada", when=WHEN)
    elif act == "split" and "syrian-government-forces" in known:
        store.split_actor("syrian-government-forces", "Others", texts=[what], who="Ada", when=WHEN)
    elif act == "undo":
        store.undo(when=WHEN)
    elif act == "redo":
        store.redo(when=WHEN)


def assert_same(got, wanted):
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(got, name), getattr(wanted, name), obj=name)


@settings(max_examples=30, deadline=None)
@given(acts=ACTS)
def test_all_undone_is_what_was_extracted_and_all_redone_what_was_made(acts):
    with open_store(":memory:") as store:
        store.save(homs_document(), homs_claims())
        for act, what, facts in acts:
            do(store, act, what, facts)
        made = store.load()
        assert made.claims["claim_id"].is_unique
        for name in list(TABLES)[2:]:
            assert set(getattr(made, name)["claim_id"]) <= set(made.claims["claim_id"])
        for name, columns in TABLES.items():
            table, fresh = getattr(made, name), getattr(store.extracted(), name)
            assert [str(table[c.name].dtype) for c in columns] == [str(fresh[c.name].dtype) for c in columns]
        steps = 0
        while store.undo(when=WHEN):
            steps += 1
        assert_same(store.load(), store.extracted())
        for _ in range(steps):
            assert store.redo(when=WHEN)
        assert_same(store.load(), made)
        store.save(homs_document(), homs_claims())
        assert_same(store.load(), made)
        assert store.orphans() == []
