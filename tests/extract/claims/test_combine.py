"""Laws of the combination, and whose words, number and place a claim has."""

from __future__ import annotations

import pytest

from timeline.documents.text import make_document
from timeline.extract.claims.combine import extract_claims
from timeline.model import Role

STORY = (
    "Shelling of Vitez kills 11, hospital says\n\n"
    "At least 11 people were killed and 30 wounded on Monday when Bosnian Serb gunners shelled the old town of Vitez, "
    "hospital officials said. Radio Sarajevo put the number of dead at 14, including three children.\n\n"
    "“They fired from the hills,” said Amra Begic, a nurse. She said two of her colleagues had died.\n\n"
    "On 4 June the United Nations evacuated 250 civilians from the enclave. The army denied it had fired first."
)


def test_offsets_slice_to_their_words(claims_of):
    claims = claims_of(STORY)
    assert len(claims) >= 5
    for claim in claims:
        assert claim.sentence.of(STORY) == claim.sentence_text
        assert claim.event_span.of(STORY) == claim.event_text
        assert not claim.date or not claim.date.span or claim.date.span.of(STORY) == claim.date.text
        for mention in (*claim.actors, *claim.places, *claim.quantities, *claim.attribution):
            assert mention.span.of(STORY) == mention.text
            assert mention.text.strip() == mention.text


def test_two_sources_of_one_event_stay_two_claims(claims_of):
    tolls = {tuple(a.name for a in c.attribution): [q.low for q in c.quantities if q.kind == "killed" and q.scope == "event"]
             for c in claims_of(STORY) if any(q.kind == "killed" for q in c.quantities) and "kills" not in c.sentence_text}  # fmt: skip
    assert [11] in tolls.values()
    assert [14] in tolls.values()
    assert len(tolls) >= 2


def test_extracting_twice_says_the_same(claims_of):
    assert claims_of(STORY) == claims_of(STORY)


def test_ids_are_unique_and_hold_for_the_same_words_under_another_date(claims_of):
    ids = [c.id for c in claims_of(STORY)]
    assert len(ids) == len(set(ids))
    assert set(ids) == {c.id for c in claims_of(STORY, published="1993-02-03")}


def test_coordinate_clause_shares_its_subject(claims_of):
    claims = claims_of("Rebel fighters stormed the barracks on Monday and shelled the port.")
    assert all(("agent" in {a.role for a in c.actors}) for c in claims), claims


def test_source_is_an_actor_in_the_role_of_source(claims_of):
    claims = claims_of("Clashes on Monday killed nine soldiers, the Red Cross said.")
    assert {a.name for c in claims for a in c.actors if a.role is Role.SOURCE} == {
        a.name for c in claims for a in c.attribution
    }


def test_part_of_a_toll_stays_with_its_whole(claims_of):
    (claim,) = [c for c in claims_of("The bombing killed 85 people, including 12 officers, on Monday.") if c.quantities]
    assert {(q.low, q.scope.value) for q in claim.quantities} == {(85, "event"), (12, "subset")}


def test_prisoners_taken_in_a_fight_are_of_the_fight(claims_of):
    claims = claims_of("On Monday the army killed 35 attackers near Kumba and captured six.")
    assert {c.event_type.value for c in claims} == {"battle"}
    assert {q.low for c in claims for q in c.quantities} == {35, 6}


def test_a_toll_between_two_days_is_a_running_total(claims_of):
    (claim,) = claims_of("At least 24 civilians were killed between 2 and 9 June, the district said.")
    assert claim.event_type == "casualty_report"


def test_doubt_is_kept(claims_of):
    claims = claims_of("Rebels reportedly seized the bridge at Kumba on Monday.")
    assert claims
    assert all(c.hedged for c in claims)


@pytest.mark.parametrize(
    "text",
    ["", " \n\n ", "0123456789 " * 400, "((((" * 300, "killed " * 500, "on Monday " * 300, "“" * 500, "said " * 400,
     "\u202eabc\u0000def", "🙂 " * 300, "A" * 20_000],
    ids=["empty", "blank", "digits", "brackets", "killed", "monday", "quotes", "said", "control", "emoji", "one word"],
)  # fmt: skip
def test_hostile_text_gives_claims_or_none_and_no_error(claims_of, text):
    for claim in claims_of(text):
        assert claim.sentence.of(text) == claim.sentence_text


def test_other_languages_give_only_what_is_sure():
    document = make_document(
        "Le 3 mai 1991, les rebelles ont pris la ville de Kismayo et tué douze soldats.", id="fr", language="fr"
    )
    assert all(c.date is None or c.date.when.edtf == "1991-05-03" for c in extract_claims(document))


def test_what_somebody_only_says_is_a_statement_of_his(claims_of):
    (claim,) = claims_of("The situation of the enclave is beyond words, the Red Cross said.")
    assert (claim.event_type.value, claim.date.when.edtf) == ("statement", "1991-06-12")
    assert [a.name for a in claim.attribution] == [a.name for a in claim.actors if a.role is Role.SOURCE] != []
