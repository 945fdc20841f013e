"""What every kind of store does: keep, give back, lay corrections over what was extracted."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from factory import REBELS, UN, WHEN, make_article, make_claim, make_claims, make_tables
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.datespan import DateSpan, Precision
from timeline.documents.charset import scalar_text
from timeline.errors import DateSpanError, StoreError
from timeline.frame.columns import TABLES
from timeline.frame.tables import to_tables
from timeline.model import Status


def assert_same(got, wanted):
    for name in TABLES:
        pd.testing.assert_frame_equal(
            getattr(got, name).reset_index(drop=True), getattr(wanted, name).reset_index(drop=True), obj=name
        )


@pytest.fixture
def filled(store):
    store.save(make_article(), make_claims())
    return store


def claim_of(store, words):
    claims = store.load().claims
    return claims[claims["event_text"].str.contains(words, regex=False)].iloc[0]


def children(store, name, claim_id):
    table = getattr(store.load(), name)
    return table[table["claim_id"] == claim_id]


# -- keeping -------------------------------------------------------------------------------------------------------


def test_an_empty_store_gives_empty_tables_of_the_schema(store):
    tables = store.load()
    assert {name: list(getattr(tables, name).columns) for name in TABLES} == {
        name: [c.name for c in columns] for name, columns in TABLES.items()
    }


def test_what_is_saved_is_loaded_whole(filled):
    assert_same(filled.load(), make_tables())


def test_save_twice_keeps_one_copy(filled):
    filled.save(make_article(), make_claims())
    assert_same(filled.load(), make_tables())


def test_saving_again_replaces_what_was_extracted_of_that_document_only(filled):
    other = make_article(id="other")
    filled.save(other, make_claims(other))
    filled.save(make_article(), make_claims()[:1])
    claims = filled.load().claims
    assert claims["document_id"].tolist() == ["shells", "other", "other", "other"]


def test_claims_said_twice_in_one_batch_are_kept_once(store):
    store.save(make_article(), make_claims() * 2)
    assert len(store.load().claims) == 3
    assert len(store.load().claim_quantities) == 1


def test_a_document_without_claims_is_kept(store):
    store.save(make_article(), ())
    assert store.load().documents["document_id"].tolist() == ["shells"]


def test_years_1_and_9999_open_ends_and_undated_claims_come_back(store):
    article = make_article()
    first, second, third = make_claims(article)
    early = DateSpan(date(1, 1, 1), date(9999, 12, 31), Precision.INTERVAL)
    late = DateSpan.interval(None, date(9999, 12, 31))
    claims = (
        replace(first, date=replace(first.date, when=early)),
        replace(second, date=replace(second.date, when=late)),
        replace(third, date=None),
    )
    store.save(article, claims)
    assert_same(store.load(), to_tables([article], claims))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(), note=st.text(), confidence=st.floats(0, 1))
def test_any_text_comes_back_as_it_was(store, title, note, confidence):
    title, note = scalar_text(title).replace("\x00", ""), scalar_text(note).replace("\x00", "")
    article = replace(make_article(), title=title, metadata={"note": note})
    claims = [replace(c, note=note, confidence=confidence) for c in make_claims(article)]
    store.save(article, claims)
    assert_same(store.load(), to_tables([article], claims))


def test_a_save_that_fails_leaves_the_document_as_it_was(filled):
    broken = replace(make_claims()[0], id=None)
    with pytest.raises(StoreError):
        filled.save(make_article(title="New"), (make_claims()[1], broken))
    assert_same(filled.load(), make_tables())


def test_every_write_gives_another_version_and_reading_none(filled):
    seen = [filled.version]
    claim = claim_of(filled, "seized")["claim_id"]
    writes = (
        lambda: filled.save(make_article(), make_claims()),
        lambda: filled.correct(claim, {"status": "reviewed"}, who="Ada", when=WHEN),
        lambda: filled.undo(when=WHEN),
        lambda: filled.redo(when=WHEN),
        lambda: filled.save_view("Seized", "text=seized"),
        lambda: filled.remove_document("shells", who="Ada", when=WHEN),
    )
    for write in writes:
        write()
        seen.append(filled.version)
        filled.load()
        assert filled.version == seen[-1]
    assert len(set(seen)) == len(seen)


def test_nothing_changed_gives_the_very_same_frames(filled):
    assert filled.load() is filled.load()


def test_threads_that_save_correct_and_load_lose_nothing(store):
    articles = [make_article(id=f"doc-{n}") for n in range(12)]
    faults = []

    def work(mine):
        try:
            for article in mine:
                claims = make_claims(article)
                store.save(article, claims)
                store.correct(claims[0].id, {"note": article.id}, who="Ada", when=WHEN)
                store.load()
        except Exception as error:  # noqa: BLE001
            faults.append(error)

    threads = [threading.Thread(target=work, args=(articles[n::4],)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    claims = store.load().claims
    assert len(claims) == 36
    assert sorted(claims["note"].dropna()) == sorted(a.id for a in articles)


# -- correcting ----------------------------------------------------------------------------------------------------


def test_a_corrected_date_moves_the_claim_and_says_so(filled):
    claim = claim_of(filled, "shells killed")
    filled.correct(claim["claim_id"], {"date": "2013-04-11"}, who="Ada", when=WHEN)
    now = claim_of(filled, "shells killed")
    assert (now["date_edtf"], now["date_start"], now["date_end"]) == (
        "2013-04-11",
        pd.Timestamp(2013, 4, 11),
        pd.Timestamp(2013, 4, 11),
    )
    assert (now["date_precision"], now["date_basis"], now["status"]) == ("day", "explicit", "corrected")
    assert now["date_text"] == "last Friday"
    assert now["date_resolution"] == "set by Ada; the text was read as 2014-04-18"
    filled.correct(claim["claim_id"], {"date": "2013-05"}, who="Ben", when=WHEN)
    assert claim_of(filled, "shells killed")["date_resolution"] == "set by Ben; the text was read as 2014-04-18"


@pytest.mark.parametrize(
    ("words", "edtf", "relation"),
    [
        ("shells killed", "2014-04-17", "on"),
        ("shells killed", "2014-04", "in"),
        ("shells killed", "2014-04-17/..", "since"),
        ("had shelled", "2014-02/..", "since"),
        ("had shelled", "2014-02-03", "on"),
        ("had shelled", "../2014", "since"),
    ],
)
def test_the_relation_follows_a_corrected_date(filled, words, edtf, relation):
    filled.correct(claim_of(filled, words)["claim_id"], {"date": edtf}, who="Ada", when=WHEN)
    assert claim_of(filled, words)["date_relation"] == relation


def test_a_relation_told_beside_the_date_stands_whatever_the_order(filled):
    claim = claim_of(filled, "seized")["claim_id"]
    filled.correct(claim, {"relation": "by", "date": "2014-03"}, who="Ada", when=WHEN)
    assert claim_of(filled, "seized")["date_relation"] == "by"
    filled.correct(claim, {"date": "2014-02", "relation": "before"}, who="Ada", when=WHEN)
    assert claim_of(filled, "seized")["date_relation"] == "before"


def test_a_date_taken_away_leaves_the_claim_undated(filled):
    filled.correct(claim_of(filled, "seized")["claim_id"], {"date": None}, who="Ada", when=WHEN)
    assert claim_of(filled, "seized")[["date_edtf", "date_start", "date_precision", "date_text"]].isna().all()


def test_actors_kept_keep_their_words_and_new_ones_get_an_id(filled):
    claim = claim_of(filled, "seized")["claim_id"]
    filled.correct(claim, {"actors": ["Free Qasra Brigade", REBELS]}, who="Ada", when=WHEN)
    rows = children(filled, "claim_actors", claim)
    assert rows["actor_id"].tolist() == ["free-qasra-brigade", "syrian-rebels"]
    assert rows["text"].fillna("").tolist() == ["", "Rebels"]
    assert rows["role"].tolist() == ["party", "agent"]


def test_a_name_the_lexicon_knows_gets_its_id(filled):
    claim = claim_of(filled, "seized")["claim_id"]
    filled.correct(claim, {"attribution": ["the Syrian Observatory for Human Rights"]}, who="Ada", when=WHEN)
    assert children(filled, "claim_attributions", claim)["actor_id"].tolist() == ["syrian-observatory-for-human-rights"]
    assert children(filled, "claim_actors", claim)["role"].tolist() == ["agent", "source"]


def test_attribution_taken_away_takes_the_source_from_the_actors(filled):
    claim = claim_of(filled, "shells killed")["claim_id"]
    assert UN in children(filled, "claim_actors", claim)["name"].tolist()
    filled.correct(claim, {"attribution": []}, who="Ada", when=WHEN)
    assert children(filled, "claim_actors", claim).empty
    assert children(filled, "claim_attributions", claim).empty


def test_a_place_the_gazetteer_knows_gets_its_coordinates(filled):
    claim = claim_of(filled, "seized")["claim_id"]
    filled.correct(claim, {"places": ["Aleppo", "Qasra al-Nowhere"]}, who="Ada", when=WHEN)
    rows = children(filled, "claim_places", claim)
    assert rows["name"].tolist() == ["Aleppo", "Qasra al-Nowhere"]
    assert rows["country"].iloc[0] == "SY"
    assert rows["lat"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("low", "high", "comparator"), [(15, 15, "eq"), (10, 20, "range"), (15, None, "ge"), (None, 15, "le")]
)
def test_a_corrected_number_gets_the_sign_that_fits(filled, low, high, comparator):
    claim = claim_of(filled, "shells killed")["claim_id"]
    filled.correct(claim, {"quantity": {"low": low, "high": high}}, who="Ada", when=WHEN)
    row = children(filled, "claim_quantities", claim).iloc[0]
    assert [None if pd.isna(v) else v for v in row[["low", "high", "comparator", "kind"]]] == [
        low,
        high,
        comparator,
        "killed",
    ]


def test_confirming_rejecting_and_a_note_alone(filled):
    claim = claim_of(filled, "seized")["claim_id"]
    filled.correct(claim, {"note": "ask the desk"}, who="Ada", when=WHEN)
    assert claim_of(filled, "seized")[["status", "note"]].tolist() == ["extracted", "ask the desk"]
    for status in ("reviewed", "rejected"):
        filled.correct(claim, {"status": status}, who="Ada", when=WHEN)
        assert claim_of(filled, "seized")["status"] == status
    filled.correct(claim, {"note": ""}, who="Ada", when=WHEN)
    assert pd.isna(claim_of(filled, "seized")["note"])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"colour": "red"}, "colour"),
        ({"status": "lost"}, "lost"),
        ({"event_type": "party"}, "party"),
        ({"actors": "Rebels"}, "list of names"),
        ({"actors": [" "]}, "list of names"),
        ({"quantity": {"low": 9, "high": 3}}, "swap"),
        ({"quantity": {"low": "many", "high": None}}, "digits"),
        ({"quantity": 5}, "low and a high"),
    ],
)
def test_a_value_no_claim_can_hold_is_refused_and_nothing_changes(filled, changes, words):
    claim = claim_of(filled, "seized")["claim_id"]
    version = filled.version
    with pytest.raises(StoreError, match=words):
        filled.correct(claim, changes, who="Ada", when=WHEN)
    with pytest.raises(DateSpanError):
        filled.correct(claim, {"date": "some time"}, who="Ada", when=WHEN)
    assert filled.version == version


def test_a_claim_that_is_not_there_cannot_be_corrected(filled):
    with pytest.raises(StoreError, match="c-none"):
        filled.correct("c-none", {"status": "reviewed"}, who="Ada", when=WHEN)


def test_a_correction_survives_extraction_anew_with_another_date(filled):
    claim = claim_of(filled, "shells killed")["claim_id"]
    filled.correct(claim, {"date": "2013-04-11", "quantity": {"low": 15, "high": 15}}, who="Ada", when=WHEN)
    later = make_article(published=DateSpan.day(date(2014, 5, 6)))
    moved = [
        replace(c, date=replace(c.date, when=DateSpan.day(date(2014, 5, 2)))) if c.id == claim else c
        for c in make_claims(later)
    ]
    filled.save(later, moved)
    now = claim_of(filled, "shells killed")
    assert (now["date_edtf"], now["status"]) == ("2013-04-11", "corrected")
    assert children(filled, "claim_quantities", claim)["low"].tolist() == [15]
    assert filled.extracted().claims.set_index("claim_id").loc[claim, "date_edtf"] == "2014-05-02"


def test_a_correction_whose_claim_is_gone_is_kept_and_told(filled):
    claim = claim_of(filled, "seized")["claim_id"]
    filled.correct(claim, {"event_type": "siege"}, who="Ada", when=WHEN)
    filled.save(make_article(), make_claims()[:1])
    assert len(filled.load().claims) == 1
    assert ["battle → siege" in line and "Rebels seized" in line for line in filled.orphans()] == [True]
    filled.save(make_article(), make_claims())
    assert claim_of(filled, "seized")["event_type"] == "siege"
    assert filled.orphans() == []


# -- going back ----------------------------------------------------------------------------------------------------


def test_undo_and_redo_walk_the_changes_and_say_them(filled):
    claim = claim_of(filled, "seized")["claim_id"]
    filled.correct(claim, {"date": "2014-02"}, who="Ada", when=WHEN)
    filled.correct(claim, {"event_type": "siege"}, who="Ada", when=WHEN)
    assert filled.undo(when=WHEN) == "type battle → siege of “Rebels seized the bridge”"
    assert filled.undo(when=WHEN) == "date 2014-03 → 2014-02 of “Rebels seized the bridge”"
    assert filled.undo(when=WHEN) == ""
    assert_same(filled.load(), make_tables())
    assert filled.redo(when=WHEN).startswith("date")
    assert filled.redo(when=WHEN).startswith("type")
    assert filled.redo(when=WHEN) == ""
    assert claim_of(filled, "seized")[["date_edtf", "event_type"]].tolist() == ["2014-02", "siege"]


def test_a_new_change_ends_redoing_but_the_history_keeps_all(filled):
    claim = claim_of(filled, "seized")["claim_id"]
    filled.correct(claim, {"date": "2014-02"}, who="Ada", when=WHEN)
    filled.undo(when=WHEN + timedelta(minutes=5))
    filled.correct(claim, {"status": "reviewed"}, who="Ben", when=WHEN + timedelta(minutes=10))
    assert filled.redo(when=WHEN) == ""
    assert filled.history(claim) == [
        "24 November 2026, 12:10, Ben: confirmed",
        "24 November 2026, 12:00, Ada: date 2014-03 → 2014-02 (undone)",
    ]
    assert filled.history("c-none") == []


# -- a reader's own claims -----------------------------------------------------------------------------------------


def test_selected_words_become_a_claim_that_outlives_extraction(filled):
    text = make_article().text
    start = text.index("bridge in")
    made = filled.add_claim(
        "shells", start - 1, start + 7,
        {"date": "2014-03-02", "event_type": "siege", "actors": [REBELS], "quantity": {"low": 3, "high": 3, "kind": "killed"}},
        who="Ada", when=WHEN,
    )  # fmt: skip
    filled.save(make_article(), make_claims())
    row = filled.load().claims.set_index("claim_id").loc[made]
    assert row["event_text"] == "bridge"
    assert row["sentence_text"] == "Rebels seized the bridge in March 2014."
    assert text[row["sentence_start"] : row["sentence_end"]] == row["sentence_text"]
    assert row[["date_edtf", "event_type", "status", "date_resolution"]].tolist() == [
        "2014-03-02",
        "siege",
        "reviewed",
        "set by Ada",
    ]
    assert children(filled, "claim_actors", made)["actor_id"].tolist() == ["syrian-rebels"]
    assert children(filled, "claim_quantities", made)["kind"].tolist() == ["killed"]
    filled.correct(made, {"date": "2014-03-03"}, who="Ada", when=WHEN)
    assert filled.load().claims.set_index("claim_id").loc[made, "date_edtf"] == "2014-03-03"
    assert filled.undo(when=WHEN).startswith("date 2014-03-02 → 2014-03-03")
    assert filled.undo(when=WHEN) == "claim added: “bridge”"
    assert_same(filled.load(), make_tables())


def test_words_selected_across_sentences_quote_them_all(filled):
    text = make_article().text
    made = filled.add_claim("shells", text.index("Friday"), text.index("seized") + 6, who="Ada", when=WHEN)
    row = filled.load().claims.set_index("claim_id").loc[made]
    assert row["sentence_text"].startswith("According to the UN")
    assert row["sentence_text"].endswith("March 2014.")


def test_nothing_selected_and_the_same_words_twice_are_refused(filled):
    for start, end in ((5, 5), (-1, 4), (0, 10**6), (17, 19)):
        with pytest.raises(StoreError, match="select"):
            filled.add_claim("shells", start, end, who="Ada", when=WHEN)
    filled.add_claim("shells", 0, 6, who="Ada", when=WHEN)
    with pytest.raises(StoreError, match="correct that one"):
        filled.add_claim("shells", 0, 6, who="Ada", when=WHEN)
    with pytest.raises(StoreError, match="gone-article"):
        filled.add_claim("gone-article", 0, 6, who="Ada", when=WHEN)


def test_own_claims_on_words_that_are_no_longer_there_are_told_not_shown(filled):
    filled.add_claim("shells", 0, 6, who="Ada", when=WHEN)
    other = make_article(text="Rockets hit market\n\nNothing else is known.")
    filled.save(other, ())
    assert filled.load().claims.empty
    assert len(filled.orphans()) == 1


# -- actors --------------------------------------------------------------------------------------------------------


def with_two_spellings():
    text = "The Qasra Brigade took the hill on 3 March 2014. Qasra Brigades took the mill on 4 March 2014.\n"
    article = make_article(id="hills", text=text)
    return article, (
        make_claim(article, "took the hill", when=("3 March 2014", "2014-03-03", "explicit"), actors=(("Qasra Brigade", "Qasra Brigade", "agent"),)),
        make_claim(article, "took the mill", when=("4 March 2014", "2014-03-04", "explicit"), actors=(("Qasra Brigades", "Qasra Brigades", "agent"),)),
    )  # fmt: skip


def test_merged_actors_are_one_also_when_extracted_again(store):
    store.save(*with_two_spellings())
    store.merge_actors(["qasra-brigades"], "qasra-brigade", who="Ada", when=WHEN)
    store.save(*with_two_spellings())
    actors = store.load().claim_actors
    assert actors["actor_id"].tolist() == ["qasra-brigade"] * 2
    assert actors["name"].tolist() == ["Qasra Brigade"] * 2
    assert store.merged("qasra-brigade") == {"qasra-brigades": "Qasra Brigades"}
    assert store.undo(when=WHEN) == "Qasra Brigades merged into Qasra Brigade"
    assert store.load().claim_actors["actor_id"].tolist() == ["qasra-brigade", "qasra-brigades"]
    assert store.merged("qasra-brigade") == {}


def test_merging_two_actors_of_one_claim_leaves_one(filled):
    claim = claim_of(filled, "seized")["claim_id"]
    filled.correct(claim, {"actors": [REBELS, "Qasra Brigade"]}, who="Ada", when=WHEN)
    filled.merge_actors(["qasra-brigade"], "syrian-rebels", who="Ada", when=WHEN, name="Qasra rebels")
    rows = children(filled, "claim_actors", claim)
    assert rows[["actor_id", "name", "role"]].to_numpy().tolist() == [["syrian-rebels", "Qasra rebels", "agent"]]


def test_an_actor_is_renamed(filled):
    filled.merge_actors([], "syrian-rebels", who="Ada", when=WHEN, name="Qasra rebels")
    assert filled.load().claim_actors.set_index("actor_id").loc["syrian-rebels", "name"] == "Qasra rebels"


def test_an_actor_is_split_by_what_it_was_extracted_as_by_words_and_by_claim(store):
    store.save(*with_two_spellings())
    store.merge_actors(["qasra-brigades"], "qasra-brigade", who="Ada", when=WHEN)
    assert (
        store.split_actor("qasra-brigade", "Qasra Brigades", origins=["qasra-brigades"], who="Ada", when=WHEN)
        == "qasra-brigades"
    )
    assert store.load().claim_actors["actor_id"].tolist() == ["qasra-brigade", "qasra-brigades"]
    assert store.undo(when=WHEN) == "Qasra Brigades split off Qasra Brigade"
    store.split_actor("qasra-brigade", "Mill men", texts=["qasra brigades"], who="Ada", when=WHEN)
    assert store.load().claim_actors["name"].tolist() == ["Qasra Brigade", "Mill men"]
    store.undo(when=WHEN)
    claim = claim_of(store, "hill")["claim_id"]
    store.split_actor("qasra-brigade", "Hill men", claims=[claim], who="Ada", when=WHEN)
    assert store.load().claim_actors["name"].tolist() == ["Hill men", "Qasra Brigade"]


def test_a_correction_after_a_split_is_the_readers_last_word(store):
    store.save(*with_two_spellings())
    store.split_actor("qasra-brigade", "Hill men", texts=["Qasra Brigade"], who="Ada", when=WHEN)
    claim = claim_of(store, "hill")["claim_id"]
    store.correct(claim, {"actors": ["Qasra Brigade"]}, who="Ada", when=WHEN)
    assert children(store, "claim_actors", claim)["name"].tolist() == ["Qasra Brigade"]


def test_actors_in_no_claim_cannot_be_merged_or_split(filled):
    with pytest.raises(StoreError, match="martians"):
        filled.merge_actors(["martians"], "syrian-rebels", who="Ada", when=WHEN)
    with pytest.raises(StoreError, match="martians"):
        filled.split_actor("martians", "Others", texts=["x"], who="Ada", when=WHEN)
    with pytest.raises(StoreError, match="which mentions"):
        filled.split_actor("syrian-rebels", "Others", who="Ada", when=WHEN)


# -- putting away --------------------------------------------------------------------------------------------------


def test_a_removed_document_comes_back_by_undo_and_by_saving(filled):
    claim = claim_of(filled, "seized")["claim_id"]
    filled.correct(claim, {"event_type": "siege"}, who="Ada", when=WHEN)
    filled.remove_document("shells", who="Ada", when=WHEN)
    assert filled.load().documents.empty
    assert filled.load().claims.empty
    assert filled.undo(when=WHEN) == "document removed: Shells hit market"
    assert len(filled.load().claims) == 3
    filled.redo(when=WHEN)
    filled.save(make_article(), make_claims())
    assert claim_of(filled, "seized")["event_type"] == "siege"
    with pytest.raises(StoreError, match="gone"):
        filled.remove_document("gone", who="Ada", when=WHEN)


def test_a_deleted_document_is_gone_with_all_that_was_said_of_it(filled):
    claim = claim_of(filled, "seized")["claim_id"]
    filled.correct(claim, {"note": "secret"}, who="Ada", when=WHEN)
    own = filled.add_claim("shells", 0, 6, who="Ada", when=WHEN)
    filled.delete_document("shells")
    assert filled.load().documents.empty
    assert filled.history(claim) == filled.history(own) == filled.orphans() == []
    assert filled.undo(when=WHEN) == ""


def test_rejected_claims_stay_in_the_tables(filled):
    filled.correct(claim_of(filled, "seized")["claim_id"], {"status": Status.REJECTED.value}, who="Ada", when=WHEN)
    assert len(filled.load().claims) == 3


# -- views ---------------------------------------------------------------------------------------------------------


def test_views_are_kept_by_name_replaced_and_forgotten(store):
    store.save_view("Rebels", "?actor=syrian-rebels", who="Ada")
    store.save_view(" UN ", "source=united-nations")
    store.save_view("Rebels", "actor=rebels")
    assert store.views() == {"UN": "source=united-nations", "Rebels": "actor=rebels"}
    assert store.remove_view("UN")
    assert not store.remove_view("UN")
    assert list(store.views()) == ["Rebels"]
    with pytest.raises(StoreError, match="name"):
        store.save_view(" ", "x")
