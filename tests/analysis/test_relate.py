"""Who confirms, who contradicts, which count is later."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import homs_claims, homs_tables, make_claim
from tellings import ARMY, KARESH, MILL, blast, ids, killed, report, tables_of

from timeline.analysis.events import same_events
from timeline.analysis.relate import relate
from timeline.frame.tables import empty_tables
from timeline.model import Status

TV = ("State TV said", "State TV", "State TV")
MONITOR = ("A monitor said", "A monitor", "The Monitor")


def kinds(tables, claim_id):
    return {r.claim_id: r.kind for r in relate(tables, claim_id)}


def between(one, other):
    """How the second report stands to the first; asserted to be the same the other way round."""
    tables = tables_of(one, other)
    (ours,), (theirs,) = ids(one), ids(other)
    there, back = kinds(tables, ours).get(theirs), kinds(tables, theirs).get(ours)
    assert there == back
    return there


FOURTEEN = killed("killed 14 people", 14, 14)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (killed("killed 14 people", 14, 14), "corroborates"),
        (killed("killed at least 12 people", 12, None, "ge"), "corroborates"),
        (killed("killed more than 10 people", 10, None, "gt"), "corroborates"),
        (killed("killed up to 20 people", None, 20, "le"), "corroborates"),
        (killed("killed about 15 people", 15, 15, "approx"), "corroborates"),
        (killed("killed 20 people", 20, 20), "conflicts"),
        (killed("killed at least 15 people", 15, None, "ge"), "conflicts"),
        (killed("killed fewer than 10 people", None, 10, "lt"), "conflicts"),
        (killed("killed dozens of people", 24, 99, "approx"), "corroborates"),
        (killed("killed hundreds of people", 200, 999, "approx"), "conflicts"),
    ],
)
def test_a_number_is_contradicted_only_by_one_that_cannot_be_true_beside_it(number, kind):
    assert between(blast("one", FOURTEEN, source=TV), blast("two", number, source=MONITOR)) == kind


@pytest.mark.parametrize(
    "number",
    [
        killed("killed 20 soldiers", 20, 20),
        killed("wounded 20 people", 20, 20, kind="injured"),
        killed("killed 20 children", 20, 20, scope="subset"),
        killed("killed 2,000 people", 2000, 2000, scope="cumulative"),
    ],
)
def test_numbers_that_count_other_things_do_not_contradict(number):
    assert between(blast("one", FOURTEEN, source=TV), blast("two", number, source=MONITOR)) == "corroborates"


def test_the_reason_names_the_source_and_both_numbers():
    one, other = blast("one", FOURTEEN, source=TV), blast("two", killed("killed 20 people", 20, 20), source=MONITOR)
    assert [r.why for r in relate(tables_of(one, other), ids(one)[0])] == ["The Monitor: 20 killed, not 14"]


def test_a_confirmation_says_what_the_other_counts():
    one = blast("one", FOURTEEN, source=TV)
    soldiers = blast("two", killed("killed 9 soldiers", 9, 9), source=MONITOR)
    hurt = blast("two", killed("wounded 9 people", 9, 9, kind="injured"), source=MONITOR)
    said = {
        n: [r.why for r in relate(tables_of(one, o), ids(one)[0])] for n, o in (("soldiers", soldiers), ("hurt", hurt))
    }
    assert said == {
        "soldiers": ["The Monitor also tells of it: 9 killed (soldiers)"],
        "hurt": ["The Monitor also tells of it, without the number"],
    }


def test_two_papers_that_quote_one_source_do_not_confirm_it():
    assert between(blast("one", FOURTEEN, source=TV), blast("two", FOURTEEN, source=TV)) is None


def test_an_agency_is_one_source_as_publisher_and_as_the_one_quoted():
    wire = ("Newswire said", "Newswire", "Newswire")
    assert between(blast("one", FOURTEEN, publisher="Newswire"), blast("two", FOURTEEN, source=wire)) is None
    assert between(blast("one", FOURTEEN, publisher="The Newswire"), blast("two", FOURTEEN, source=wire)) is None


def test_a_sentence_printed_twice_is_one_telling():
    one = blast("one", FOURTEEN)
    document = replace(one[0], id="copy", publisher="Another paper")
    copy = (document, replace(one[1], id="c-copy", document_id="copy"))
    assert between(one, copy) is None


def test_a_later_number_of_the_same_source_revises_the_earlier():
    early = blast("one", FOURTEEN, source=TV, day="2014-04-19")
    late = blast("two", killed("killed 20 people", 20, 20), source=TV, day="2014-04-21")
    tables = tables_of(early, late)
    assert [(r.kind, r.why) for r in relate(tables, ids(early)[0])] == [
        ("revises", "Later count by State TV: 20 killed, after 14")
    ]
    assert [(r.kind, r.why) for r in relate(tables, ids(late)[0])] == [
        ("revises", "Earlier count by State TV: 14 killed, before 20")
    ]


def test_one_event_with_two_numbers_by_one_source_in_one_article_is_two_incidents_or_parts():
    document, first = blast(
        "one", FOURTEEN, source=TV, tail=". State TV said a bomb near a mosque in Karesh killed 9 others on Friday"
    )
    second = make_claim(document, "a bomb near a mosque", when=first.date and ("Friday", "2014-04-18", "relative"), source=TV,
                        event_type="remote_violence", places=(KARESH,), said=(killed("killed 9 others", 9, 9),))  # fmt: skip
    assert between((document, first), (document, second)) is None


def test_parts_that_add_up_to_another_papers_number_do_not_contradict_it():
    whole = blast("one", killed("killed 45 people", 45, 45), source=TV)
    text = "A monitor said a bomb at a mosque in Karesh killed 36 people on Friday. A monitor said rockets killed 9 others in Karesh on Friday."
    document, part = report(
        "two", text, "a bomb at a mosque", places=(KARESH,), said=(killed("killed 36 people", 36, 36),), source=MONITOR
    )
    rest = make_claim(document, "rockets killed 9 others", when=("Friday", "2014-04-18", "relative"), event_type="remote_violence",
                      places=(KARESH,), said=(killed("killed 9 others", 9, 9),), source=MONITOR)  # fmt: skip
    assert "conflicts" not in kinds(tables_of(whole, (document, part), (document, rest)), whole[1].id).values()


@pytest.mark.parametrize(
    ("why", "change"),
    [
        ("another day", {"when": ("Friday", "2014-04-11", "relative")}),
        ("another town", {"places": (("Karesh", "Sarmin", "SY", 36.0, 37.0, "city"),)}),
        ("another country", {"places": (("Karesh", "Karesh", "IQ", 36.0, 44.0, "city"),)}),
        ("another kind of event", {"event_type": "diplomacy"}),
        ("no date", {"when": None}),
        ("a whole year", {"when": ("Friday", "2014", "explicit")}),
    ],
)
def test_what_differs_is_another_event(why, change):
    document, claim = blast("one", FOURTEEN, source=TV)
    other = report("two", "A monitor said a bomb at a mosque in Karesh killed 20 people on Friday.", "a bomb at a mosque",
                   **({"places": (KARESH,), "said": (killed("killed 20 people", 20, 20),), "source": MONITOR} | change))  # fmt: skip
    assert between((document, claim), other) is None


def test_deeds_of_two_sides_are_two_events():
    rebels = ("Rebels", "Syrian rebels", "agent")
    one = report("one", "The army shelled Karesh on Friday.", "The army shelled", actors=(ARMY,), places=(KARESH,))
    other = report("two", "Rebels shelled Karesh on Friday.", "Rebels shelled", actors=(rebels,), places=(KARESH,))
    assert between(one, other) is None


def test_a_shared_town_and_day_alone_are_not_enough():
    one = report(
        "one",
        "A bomb killed 3 people in Karesh on Friday.",
        "A bomb",
        places=(KARESH,),
        said=(killed("killed 3 people", 3, 3),),
    )
    other = report(
        "two",
        "An explosion in Karesh killed 6 on Friday.",
        "An explosion",
        places=(KARESH,),
        said=(killed("killed 6", 6, 6),),
    )
    assert between(one, other) is None


def test_a_shared_district_in_one_country_is():
    one = report(
        "one",
        "A bomb killed 3 people in the Mill quarter on Friday.",
        "A bomb",
        places=(MILL,),
        said=(killed("killed 3 people", 3, 3),),
    )
    other = report(
        "two",
        "A blast in the Mill quarter killed 6 on Friday.",
        "A blast",
        places=(MILL,),
        said=(killed("killed 6", 6, 6),),
    )
    assert between(one, other) == "conflicts"


@pytest.mark.parametrize("kind", ["country", "region", "area"])
def test_a_shared_region_is_no_shared_site(kind):
    there = ("the east", "The east", "SY", None, None, kind)
    one = report(
        "one",
        "A bomb killed 3 people in the east on Friday.",
        "A bomb",
        places=(there,),
        said=(killed("killed 3 people", 3, 3),),
    )
    other = report(
        "two", "A bomb in the east killed 6 on Friday.", "A bomb", places=(there,), said=(killed("killed 6", 6, 6),)
    )
    assert between(one, other) is None


def test_records_of_one_dataset_are_as_many_events():
    (one, a), (other, b) = (blast(name, FOURTEEN) for name in ("one", "two"))
    one, other = (replace(d, source="A set 1.0", metadata={"dataset": "A set 1.0"}) for d in (one, other))
    assert between((one, a), (other, b)) is None


def total(
    name,
    words,
    low,
    when,
    *,
    day="2014-04-22",
    place=(("Syria", "Syria", "SY", 35.0, 38.0, "country"),),
    comparator="eq",
    source=None,
):
    text = f"The war in Syria has killed {words} people {when[0]}, {name} said."
    who = source or (f"{name} said", name, name)
    return report(name if source is None else f"{name} again", text, f"killed {words} people", when=when, day=day, places=place, source=who,
                  event_type="casualty_report", said=(killed(f"killed {words}", low, None if comparator == "gt" else low, comparator, "cumulative"),))  # fmt: skip


def test_running_totals_of_one_source_follow_each_other():
    june = total("UN", "100,000", 100_000, ("in June 2013", "2013-06", "explicit"), comparator="gt")
    september = total(
        "UN", "120,000", 120_000, ("in September 2013", "2013-09", "explicit"), source=("UN said", "UN", "UN")
    )
    assert between(june, september) == "revises"


def test_running_totals_of_two_sources_at_one_time_contradict_or_confirm():
    un = total("UN", "100,000", 100_000, ("in June 2013", "2013-06", "explicit"))
    assert between(un, total("Monitor", "150,000", 150_000, ("in June 2013", "2013-06", "explicit"))) == "conflicts"
    assert (
        between(un, total("Monitor", "90,000", 90_000, ("in June 2013", "2013-06", "explicit"), comparator="gt"))
        == "corroborates"
    )
    assert between(un, total("Monitor", "150,000", 150_000, ("in June 2014", "2014-06", "explicit"))) is None


def test_totals_of_another_place_or_since_another_day_measure_something_else():
    war = total("UN", "280,000", 280_000, ("since 2011", "2011/..", "explicit"))
    town = total(
        "Monitor",
        "300",
        300,
        ("since April", "2016-04/..", "relative"),
        place=(("Syria", "Aleppo", "SY", 36.2, 37.1, "city"),),
    )
    month = total("Monitor", "3,000", 3_000, ("since April", "2016-04/..", "relative"))
    assert between(war, town) is None
    assert between(war, month) is None


def test_of_many_that_confirm_one_for_each_source_and_article_is_given():
    one = blast("one", FOURTEEN, source=TV)
    others = [blast(name, FOURTEEN, source=MONITOR, day=f"2014-04-{20 + n}") for n, name in enumerate(("two", "three"))]
    again = make_claim(others[0][0], "a bomb at a mosque", when=None, source=MONITOR)
    found = relate(tables_of(one, *others, (others[0][0], again)), ids(one)[0])
    assert [r.claim_id for r in found] == ids(*others)


def test_of_a_sources_many_counts_the_one_before_and_the_one_after_are_given():
    counts = [
        blast(f"paper {n}", killed(f"killed {n} people", n, n), source=TV, day=f"2014-04-{n}")
        for n in (19, 20, 21, 22, 23)
    ]
    found = relate(tables_of(*counts), ids(*counts)[2])
    assert {r.why for r in found} == {
        "Earlier count by State TV: 20 killed, before 21",
        "Later count by State TV: 22 killed, after 21",
    }


def test_a_number_many_times_another_in_one_town_is_another_event():
    one = report(
        "one",
        "Rockets killed 57 people in Karesh on Friday.",
        "Rockets",
        places=(KARESH,),
        said=(killed("killed 57 people", 57, 57),),
    )
    other = report(
        "two", "Rockets killed 5 in Karesh on Friday.", "Rockets", places=(KARESH,), said=(killed("killed 5", 5, 5),)
    )
    assert between(one, other) is None


def test_rejected_and_unknown_claims_have_no_relations():
    one, other = blast("one", FOURTEEN, source=TV), blast("two", FOURTEEN, source=MONITOR)
    rejected = (other[0], replace(other[1], status=Status.REJECTED))
    assert relate(tables_of(one, rejected), ids(one)[0]) == []
    assert relate(tables_of(one, rejected), ids(other)[0]) == []
    assert relate(tables_of(one), "c-none") == []
    assert relate(empty_tables(), "c-none") == []


# -- the first article -----------------------------------------------------------------------------------------------


def named(words):
    return next(c.id for c in homs_claims() if words in c.event_text)


def test_the_uns_two_totals_are_one_series_and_no_contradiction():
    assert kinds(homs_tables(), named("surpassed 100,000")) == {named("reached 120,000"): "revises"}


def test_the_observatory_confirms_the_advance_and_not_the_bombing():
    found = relate(homs_tables(), named("made further advances"))
    assert [(r.claim_id, r.kind) for r in found] == [(named("advanced into parts of the Old City"), "corroborates")]
    assert "Syrian Observatory for Human Rights" in found[0].why
    assert relate(homs_tables(), named("the blast occurred")) == []


def test_the_advance_is_told_twice_and_nothing_else_is_one_event():
    told = ("made further advances", "advanced into parts of the Old City")
    assert same_events(homs_tables()) == [tuple(named(words) for words in told)]
