"""Which date a claim gets: its own clause's, its sentence's, the story's, the document's, or none."""

from __future__ import annotations

import pytest

# (text, [(event type, EDTF or None, basis or None)]); the document is of Wednesday 12 June 1991.
DATED = [
    ("Rebels shelled the port on 3 June and seized the bridge on 5 June.",
     [("remote_violence", "1991-06-03", "relative"), ("battle", "1991-06-05", "relative")]),
    ("The death toll passed 4,000 in March 1990 and reached 6,000 by May 1991, the Red Cross said.",
     [("casualty_report", "1990-03", "explicit"), ("casualty_report", "1991-05", "explicit")]),
    ("More than 900 people have been killed since the uprising began in April 1990.",
     [("casualty_report", "1990-04/..", "explicit")]),
    ("In May 1991 troops entered the town and executed 30 villagers.",
     [("battle", "1991-05", "explicit"), ("civilian_targeting", "1991-05", "explicit")]),
    ("Gunmen attacked a convoy near Baidoa, killing six drivers, police said on Monday.",
     [("battle|civilian_targeting", "1991-06-10", "relative")]),
    ("The mediator urged both sides to resume talks that had collapsed in January.",
     [("statement", "1991-06-12", "dct"), ("diplomacy", "1991-01", "relative")]),
    ("Seven years ago, on 14 May 1984, troops massacred 90 villagers at the ford.",
     [("civilian_targeting", "1984-05-14", "explicit")]),
    ("Government forces killed at least 75 rebels in an offensive which began last Friday, the radio said.",
     [("battle", "1991-06-07/..", "relative")]),
    ("The raid was the bloodiest in the city since 1 May, when two shells killed 15 people.",
     [("remote_violence", "1991-05-01", "relative")]),
    ("At least 213 people have been killed since a truce collapsed on Monday, the clinic said.",
     [("casualty_report", "1991-06-10/..", "relative")]),
    ("The war began in 1988. Since then 4,000 people have been killed.",
     [("casualty_report", "1988/..", "relative")]),
    ("The minister said the army will attack the camp.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DATED, ids=[t[:40] for t, _ in DATED])
def test_each_clause_has_its_own_date(claims_of, text, expected):
    found = [(c.event_type.value, c.date.when.edtf, c.date.basis.value) for c in claims_of(text) if c.date]
    for event_type, edtf, basis in expected:
        assert any(f[0] in event_type.split("|") and f[1:] == (edtf, basis) for f in found), found
    if not expected:
        assert not found


def test_what_was_told_on_a_day_happened_by_that_day(claims_of):
    (claim,) = [
        c
        for c in claims_of("Gunmen attacked a convoy near Baidoa, killing six drivers, police said on Monday.")
        if c.quantities
    ]
    assert claim.date.relation == "by"
    assert "told" in claim.date.resolution


def test_toll_is_dated_by_the_blast_told_before(claims_of):
    text = "A car bomb exploded outside the barracks on Sunday.\n\nThe blast killed nine soldiers, the ministry said."
    (toll,) = [c for c in claims_of(text) if c.quantities]
    assert (toll.date.when.edtf, toll.date.basis.value) == ("1991-06-09", "inherited")
    assert toll.date.text is None
    assert "Sunday" in toll.date.resolution


def test_headline_has_the_date_of_the_news_it_heads(claims_of):
    claims = claims_of(
        "Car bomb kills nine in Kismayo\n\nA car bomb killed nine people in Kismayo on Sunday, police said."
    )
    assert {c.date.when.edtf for c in claims} == {"1991-06-09"}
    assert claims[0].date.basis == "inherited"


def test_state_is_dated_by_the_document(claims_of):
    (claim, *_) = claims_of("Rebels still besiege the garrison at Kumba.")
    assert (claim.date.when.edtf, claim.date.basis.value) == ("1991-06-12", "dct")


def test_new_place_without_a_date_leaves_the_story(claims_of):
    text = (
        "Shells hit the market in Kismayo on Sunday, killing four. "
        "In the northern town of Hargeisa two grenades exploded inside a barracks."
    )
    assert [c.date for c in claims_of(text) if "Hargeisa" in c.sentence_text] == [None]


def test_background_paragraph_does_not_date_the_news_after_it(claims_of):
    text = (
        "Troops stormed the radio station on Tuesday.\n\n"
        "The war began in 1988 when rebels attacked two northern garrisons.\n\n"
        "Troops also arrested three officers."
    )
    arrest = [c for c in claims_of(text) if "arrested" in c.sentence_text]
    assert {c.date.when.edtf for c in arrest} == {"1991-06-11"}


def test_an_appositive_year_makes_no_second_claim(claims_of):
    text = "Seven years ago, on 14 May 1984, troops massacred 90 villagers at the ford."
    assert {c.date.when.edtf for c in claims_of(text)} == {"1984-05-14"}


def test_the_bound_of_one_sentence_does_not_date_the_next(claims_of):
    text = (
        "A bomb exploded in the Hamar quarter on Tuesday, killing six. The blast hit a quarter which was on the front line "
        "before the army retook the city in December. The radio did not say whether the explosion was an attack."
    )
    said = [c for c in claims_of(text) if "did not say" in c.sentence_text]
    assert {c.date.when.edtf for c in said} == {"1991-06-11"}


def test_an_old_beginning_does_not_date_the_headline(claims_of):
    text = (
        "Army advances in the hills, kills 16\n\nThe army managed on Tuesday to put the men of Kumba in the line of fire. "
        "Troops began on 25 May a wide offensive on the coast road."
    )
    heading = [c for c in claims_of(text) if c.sentence_text.startswith("Army advances")]
    assert {c.date.when.edtf for c in heading} == {"1991-06-11"}


def test_what_is_compared_with_another_day_is_not_of_that_day(claims_of):
    text = (
        "Shells hit the market on Tuesday, killing nine.\n\n"
        "The attack was the bloodiest in the city since 1 May, when two shells killed 15 people."
    )
    attack = [c for c in claims_of(text) if c.event_text.startswith("The attack")]
    assert {c.date.when.edtf for c in attack} == {"1991-06-11"}


def test_a_heading_of_old_days_has_the_date_below_it(claims_of):
    text = "The massacre at Cerro Alto\n\nOn 16 February 1988 gunmen massacred 36 villagers at Cerro Alto. The case was closed in May."
    heading = [c for c in claims_of(text) if c.sentence_text == "The massacre at Cerro Alto"]
    assert {c.date.when.edtf for c in heading} == {"1988-02-16"}


def test_a_feast_only_says_what_the_day_is(claims_of):
    text = "A truce began on Monday, the first day of the feast of Eid al-Adha, and rebels shelled the port on Tuesday."
    assert {c.date.text for c in claims_of(text, published="2016-09-14")} == {"Monday", "Tuesday"}


def test_what_lies_ahead_dates_nothing_told(claims_of):
    text = "The envoys will hold talks this month. Shells hit the market in Kismayo, killing four."
    (shells,) = [c for c in claims_of(text) if "market" in c.sentence_text]
    assert shells.date.when.edtf != "1991-06"


def test_a_year_in_the_name_of_a_plan_is_no_date(claims_of):
    text = "The 1990 Humanitarian Response Plan fed 200 families in Kismayo on 15 May."
    assert {c.date.when.edtf for c in claims_of(text)} == {"1991-05-15"}


def test_what_happened_before_another_day_is_not_of_that_day(claims_of):
    text = (
        "A bomb exploded in the Hamar quarter on Tuesday, killing six.\n\n"
        "The blast hit a quarter which was on the front line before the army took it in December."
    )
    blast = [c for c in claims_of(text) if "hit a quarter" in c.sentence_text and c.event_type == "remote_violence"]
    assert {c.date.when.edtf for c in blast} == {"1991-06-11"}


def test_background_of_years_ago_does_not_date_a_toll_with_a_source(claims_of):
    text = (
        "Rockets killed five people in Kismayo on Tuesday, police said. The brigade was formed in a merger in 1988. "
        "The Red Cross said four people had been killed in the bombardment."
    )
    (toll,) = [c for c in claims_of(text) if "Red Cross" in c.sentence_text]
    assert toll.date.when.edtf == "1991-06-11"


@pytest.mark.parametrize("text", ["Earlier gunmen seized the customs house.", "The militia recently killed a judge."])
def test_an_unknown_earlier_time_is_no_date(claims_of, text):
    claims = claims_of("Rebels shelled the port on Tuesday. " + text)
    assert {c.date for c in claims if text in c.sentence_text} == {None}


def test_without_any_date_nothing_is_guessed(claims_of):
    claims = claims_of("Rebels seized the bridge. Eleven soldiers were killed.", published=None)
    assert claims
    assert all(c.date is None for c in claims)


def test_dated_sentence_without_a_known_trigger_is_still_a_claim(claims_of):
    (claim,) = claims_of("On 4 March 1991 the Swedish envoy Olof Berg kept his office in Mogadishu open.")
    assert (claim.event_type.value, claim.date.when.edtf) in {("other", "1991-03-04"), ("diplomacy", "1991-03-04")}


@pytest.mark.parametrize(
    "text", ["Published on 3 May 1991", "By Anna Berg, 3 May 1991", "MOGADISHU, 3 May 1991 (Reuters)"]
)
def test_datelines_and_bylines_make_no_claim(claims_of, text):
    assert claims_of(text) == ()
