"""Actors found in sentences on many wars, written for these tests."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.documents.text import make_document
from timeline.extract.actors.finder import find_actors
from timeline.model import Span


def names(text: str, **meta: object) -> list[str]:
    return [mention.name for mention in find_actors(make_document(text, id="t", **meta))]


SIDES = [
    ("Syrian troops shelled Homs.", "Syrian government forces"),
    ("In Syria regime forces took the town.", "Syrian government forces"),
    ("Troops loyal to Assad fired at protesters in Syria.", "Syrian government forces"),
    ("Assad's forces advanced in Syria.", "Syrian government forces"),
    ("Bashar al-Assads regime denied it.", "Syrian government"),
    ("Fighters from the Free Syrian Army left Aleppo.", "Free Syrian Army"),
    ("Two Turkish destroyers fired on Cyprus.", "Turkish forces"),
    ("The Russian Aerospace Forces carried out strikes.", "Russian forces"),
    ("Iran unilaterally downgraded its ties.", "Iran"),
    ("Syrian rebels shot down a helicopter.", "Syrian rebels"),
    ("Russian forces crossed into Ukraine.", "Russian forces"),
    ("Kyiv said Ukrainian troops held the line.", "Ukrainian forces"),
    ("Israel's army said it struck Gaza.", "Israeli forces"),
    ("The IDF said it struck targets in Gaza.", "Israeli forces"),
    ("Sri Lankan troops captured Kilinochchi.", "Sri Lankan government forces"),
    ("Colombian soldiers killed nine guerrillas.", "Colombian government forces"),
    ("Soviet troops entered Budapest.", "Soviet forces"),
    ("British paratroopers landed at San Carlos in the Falkland Islands.", "British forces"),
    ("Turkish-backed rebels entered Afrin in Syria.", "Turkish-backed rebels"),
    ("Kurdish fighters held Kobani.", "Kurdish forces"),
    ("Palestinian militants fired rockets at Israel.", "Palestinian militants"),
    ("Islamist militants attacked a village in Mali.", "Islamist militants"),
    ("Pro-government militias joined the battle in Syria.", "pro-government militias"),
    ("Moscow denied the report on Syria.", "Russia"),
    ("Kinshasa accused Kigali of backing the M23.", "Rwanda"),
    ("Israeli air strikes hit Rafah.", "Israeli forces"),
    ("The Pentagon said it was looking into reports from Iraq.", "Pentagon"),
    ("Iran-backed Houthi forces fired a missile at Yemen's Marib.", "Houthis"),
]


@pytest.mark.parametrize(("text", "name"), SIDES)
def test_a_force_goes_by_the_side_it_fights_for(text: str, name: str) -> None:
    assert name in names(text)


NAMED = [
    ("The Al-Farouq Brigade claimed the attack in Homs.", "Al-Farouq Brigade"),
    ("Liwa Shuhada Darayya joined the front in Syria.", "Liwa Shuhada Darayya"),
    ("The 5th Infantry Brigade landed at Bluff Cove.", "5th Infantry Brigade"),
    ("The Ruritanian People's Liberation Front seized the radio station.", "Ruritanian People's Liberation Front"),
    ("The Civilian Joint Task Force found the bodies in Nigeria.", "Civilian Joint Task Force"),
    ("Fighters of the Lord's Resistance Army burned huts in Uganda.", "Lord's Resistance Army"),
    ("ELN rebels blew up a pipeline in Colombia.", "ELN"),
    ("The Tamil Tigers shelled Jaffna, Sri Lanka.", "LTTE"),
    ("The Viet Minh surrounded Dien Bien Phu in Vietnam.", "Viet Minh"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_named_groups_come_out_whether_or_not_a_list_knows_them(text: str, name: str) -> None:
    assert name in names(text)


SPEAKERS = [
    (
        "Rami Abdel Rahman, director of the Syrian Observatory for Human Rights, said 12 died.",
        "Syrian Observatory for Human Rights",
    ),
    ("A UN spokesman, Lt. Col. John Brown, said shells fell on Gorazde in Bosnia.", "United Nations"),
    ("M23 spokesman Willy Ngabo said the town had fallen.", "M23"),
    ("Army spokesman Brigadier Upali Perera said 50 rebels died in Sri Lanka.", "Sri Lankan government forces"),
    ("Taliban spokesman Qari Hamid claimed the attack in Kandahar.", "Taliban"),
    ("Governor Karim al-Hassani said 36 people were killed in Iraq.", "Karim al-Hassani"),
    ("Gen. Carlos Mora said 11 soldiers were killed in Colombia.", "Carlos Mora"),
    ("Fatima Osman, a resident of Nyala in Sudan, told reporters the market burned.", "Fatima Osman"),
]


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_a_spokesman_stands_for_his_body_and_an_official_for_himself(text: str, name: str) -> None:
    assert name in names(text)


def test_enemies_with_like_names_are_not_merged() -> None:
    found = find_actors(make_document("The Syrian Army fought the Free Syrian Army near Aleppo.", id="t"))
    assert [m.id for m in found] == ["syrian-government-forces", "free-syrian-army"]


def test_bare_words_take_the_side_of_the_country_of_the_document() -> None:
    for country, forces in (
        ("Syria", "Syrian government forces"),
        ("Ukraine", "Ukrainian forces"),
        ("Ethiopia", "Ethiopian government forces"),
    ):
        assert forces in names(
            f"War goes on in {country}. Shells fell in {country} on Monday. The army said 12 troops died."
        )


def test_the_rebels_are_the_one_group_the_document_calls_rebels() -> None:
    text = "FARC rebels ambushed a patrol in Colombia. The guerrillas took three policemen. The rebels denied it."
    assert names(text).count("FARC") == 3


def test_its_fighters_belong_to_the_group_named_before() -> None:
    assert names("The Arakan Army said in Myanmar that its fighters took the base.") == ["Arakan Army", "Arakan Army"]


def test_the_group_and_pronouns_point_back_to_the_last_speaker() -> None:
    text = "The Syrian Observatory for Human Rights said 12 died. The group said more were hurt. It added that Islamic State fled."
    assert names(text)[:3] == ["Syrian Observatory for Human Rights"] * 3


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    text = "Governor Karim al-Hassani spoke in Iraq. Later al-Hassani said 36 had died."
    assert names(text).count("Karim al-Hassani") == 2


def test_an_acronym_defined_in_the_document_binds_there() -> None:
    assert (
        names("The Ogoni Rights Network (ORN) said police fired in Nigeria. ORN called for talks.").count(
            "Ogoni Rights Network"
        )
        >= 2
    )


def test_we_of_a_statement_is_the_government_that_issues_it() -> None:
    text = "The United States strongly condemns the attack in Iraq. We extend our condolences to the families."
    assert names(text).count("United States") >= 2


NOT_ACTORS = [
    ("The Car that exploded in Homs was white.", "Central African government"),
    ("A refugee camp in Jordan was hit.", "Jordanian refugees"),
    ("He fled from Syria to Lebanon.", "Lebanon"),
    ("The war in Iraq began in 2003.", "Iraqi government"),
    ("Residents mourned in the Arab Spring.", "Arab forces"),
    ("US$ 20,000 was paid.", "United States"),
    ("KYIV, Ukraine (AP) — Shells fell on Bakhmut.", "Associated Press"),
    ("They read a statement in Union Square.", "Union Army"),
    ("Jet fighters attacked the town in Syria.", "Syrian rebels"),
    ("The free army attacked the town in Syria.", "Syrian government forces"),
    ("A coalition of Syrian rebels denounced the talks in Syria.", "Global Coalition against Islamic State"),
    (
        "The Damascus Centre for Policy Research, an NGO, counts the dead in Syria.",
        "Syrian Observatory for Human Rights",
    ),
    ("A network of medics in Syria counts the dead.", "medics"),
]


@pytest.mark.parametrize(("text", "name"), NOT_ACTORS)
def test_words_that_are_no_actors_here_are_left_alone(text: str, name: str) -> None:
    assert name not in names(text)


def test_a_statement_is_of_the_last_who_issued_one() -> None:
    text = (
        "The minister Jean Roche said the meeting was useful. A statement released by the Sudan Liberation Movement "
        "called for a halt. The talks are no longer useful, the statement said."
    )
    found = find_actors(make_document(text, id="t"))
    assert [m.name for m in found if m.rule == "the-statement"] == ["Sudan Liberation Movement"]


def test_who_passes_a_statement_on_has_not_issued_it() -> None:
    text = (
        "Hamas said in a statement carried by Al Jazeera that two had died. Police came, the statement said. "
        "Nobody else, it said."
    )
    found = find_actors(make_document(text, id="t"))
    assert [m.name for m in found if m.rule == "the-statement"] == ["Hamas"]


def test_a_statement_of_an_unknown_issuer_is_nobody_elses() -> None:
    text = "The minister Jean Roche said the talks went on. The statement signed by 33 villages called on the "
    text += "army to stop. No more, the statement said."
    assert all(m.rule != "the-statement" for m in find_actors(make_document(text, id="t")))


def test_a_group_that_is_named_points_back_to_nobody() -> None:
    text = "Boko Haram fired rockets on Monday. A bomb claimed by the armed group Northern Star tore apart a bus."
    assert all(m.rule != "the-group" for m in find_actors(make_document(text, id="t")))


def test_people_and_sources_go_by_plain_names() -> None:
    text = "Activists and residents said 15 civilians were killed in Syria, witnesses told AFP. State television blamed terrorists."
    assert names(text) == [
        "activists",
        "residents",
        "civilians",
        "witnesses",
        "AFP",
        "Syrian state television",
        "terrorist groups",
    ]


def test_a_short_acronym_counts_only_where_it_is_at_home() -> None:
    assert "Democratic Republic" not in " ".join(names("The AA met in London."))
    assert "Arakan Army" in names("The AA took a town in Myanmar.")


def test_blocked_spans_hold_no_actor() -> None:
    text = "The Syrian army attacked."
    assert find_actors(make_document(text, id="t"), blocked=(Span(4, 15),)) == []


def test_nothing_found_is_an_empty_list() -> None:
    assert find_actors(make_document("It rained.", id="t")) == []


WORDS = st.sampled_from(
    ["the", "Syrian", "army", "Assad's", "rebels", "said", "UN", "(SOHR)", "Kurdish", "forces", "loyal to", "General", "al-Nusra", "Front", "Brigade", ",",
     ".", "“", "”", "\n", "Islamic State", "militants", "who", "US-backed", "Moscow", "Türkiye", "İstanbul", "government-held", "its", "fighters", "he", "group"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_offsets_slice_to_their_words_and_mentions_do_not_overlap(text: str) -> None:
    found = find_actors(make_document(text, id="t"))
    for mention in found:
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.text.strip()
        assert mention.id
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    document = make_document(text, id="t")
    for mention in find_actors(document):
        assert document.text[mention.span.start : mention.span.end] == mention.text
