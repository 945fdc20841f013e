"""Invented sentences of many wars and styles → the event types a careful reader gives them."""

import pytest
from event_reading import one_sentence, rows, types_by_sentence

from timeline.extract.events.classify import classify_clause
from timeline.extract.events.finder import find_events
from timeline.extract.events.triggers import _table
from timeline.model import Comparator, EventType, QuantityKind, QuantityMention, Scope, Span

EVENTS = rows("events.tsv")


@pytest.mark.parametrize("row", EVENTS, ids=[row[1][:60] for row in EVENTS])
def test_a_sentence_has_the_types_of_its_events(row):
    wanted, allowed = set(row[0].split()), set(row[2].split() if len(row) > 2 else ())
    found = {event.event_type.value for event in find_events(one_sentence(row[1]))}
    assert wanted <= found <= wanted | allowed


def test_the_table_holds_enough_sentences_without_an_event():
    assert len(EVENTS) >= 200
    assert sum(not row[0].strip() for row in EVENTS) >= 60


def test_a_toll_takes_the_type_of_the_violence_told_before_it():
    shelled = "Artillery shelled the market on Monday. Nine people were killed near the mosque."
    assert types_by_sentence(shelled)[1] == {"remote_violence"}
    fought = "Clashes broke out on Monday. Nine fighters were killed."
    assert types_by_sentence(fought)[1] == {"battle"}


def test_a_headline_toll_takes_the_type_of_what_follows():
    assert types_by_sentence("Nine civilians killed in Velika.\n\nJets bombed the town on Monday.")[0] == {
        "remote_violence"
    }


def test_an_attack_is_read_by_its_target_and_by_what_went_before():
    assert types_by_sentence("Rebels attacked an army base on Monday.")[0] == {"battle"}
    assert types_by_sentence("Gunmen attacked worshippers on Monday.")[0] == {"civilian_targeting"}
    assert types_by_sentence("A truck bomb exploded. The attack wounded six.")[1] == {"remote_violence"}


def test_a_scene_of_aftermath_belongs_to_the_event_before_it():
    assert types_by_sentence("Two rockets hit the school. Rescuers searched the rubble.")[1] == {"remote_violence"}
    assert types_by_sentence("Rescuers searched the rubble.")[0] == set()


def test_what_is_only_wanted_has_not_happened():
    assert types_by_sentence("The general vowed to retake the town.")[0] == {"statement"}
    assert types_by_sentence("The president must withdraw his troops.")[0] == set()


def test_accidents_are_no_violence():
    assert types_by_sentence("At least 40 people were killed when the bridge collapsed.")[0] == {"other"}


def test_a_text_that_does_not_speak_of_conflict_has_no_battles():
    text = (
        "The two firms fought a fierce battle over the new phone. Critics attacked the design and the price. "
        "Customers stormed the shops in the first week, and the makers hope that the next model will sell as well. "
        "Analysts say the market is growing by a tenth every year. The company has its seat in the north of the "
        "country and employs about four thousand people in six plants, most of them engineers and salesmen."
    )
    assert set().union(*types_by_sentence(text)) <= {"statement", "political"}


def test_one_clause_has_one_event_of_a_type():
    events = find_events(one_sentence("Two car bombs exploded and the blasts damaged a mosque on Monday."))
    assert [e.event_type for e in events] == [EventType.REMOTE_VIOLENCE] * len(events)
    assert len({e.clause for e in events}) == len(events)


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("On Monday, the army entered the town.", "the army entered the town"),
        ("SARAJEVO, March 12 (Agency) - Gunners shelled the city on Friday.", "Gunners shelled the city on Friday"),
        ("The ministry said that rebels had seized a bridge.", "rebels had seized a bridge"),
        ("He urged both sides to resume peace talks that had broken off in February.", "peace talks that had broken off in February"),
        ("The town, which lies on a hill, was recaptured in July.", "The town, which lies on a hill, was recaptured in July"),
        ("Meanwhile, jets bombed the port.", "jets bombed the port"),
        ("Troops mounted a siege and fired at gathered protesters.", "fired at gathered protesters"),
    ],
)  # fmt: skip
def test_a_label_begins_at_the_subject_and_ends_with_the_clause(sentence, label):
    assert label in [event.clause.of(sentence) for event in find_events(one_sentence(sentence))]


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("Rebels seized the bridge.", "past"),
        ("Rebels have seized the bridge.", "past"),
        ("The army is shelling the town.", "present"),
        ("The referendum will be held in March.", "future"),
        ("Car bomb in Velika", "none"),
    ],
)
def test_the_tense_is_that_of_the_nearest_finite_verb(sentence, tense):
    assert [event.tense for event in find_events(one_sentence(sentence))] == [tense]


def test_every_row_of_the_lexicon_has_a_known_sense():
    known = {t.value for t in EventType} | {"toll", "total", "attack", "scene"}
    assert {trigger.sense for rows in _table().values() for _, trigger in rows} <= known


def test_a_clause_without_trigger_is_classed_by_its_numbers_and_by_what_went_before():
    text = "Jets bombed the port. Twelve men lay dead there. Some 900 slept in tents."
    document = one_sentence(text)
    events = find_events(document)
    dead = _quantity(text, "Twelve men lay dead", QuantityKind.KILLED)
    total = _quantity(text, "Twelve men lay dead", QuantityKind.KILLED, Scope.CUMULATIVE)
    tents = _quantity(text, "Some 900", QuantityKind.DISPLACED)
    clause, last = Span(22, 48), Span(text.index("Some"), len(text))
    assert (
        classify_clause(document, clause, [e for e in events if e.span.end < 22], [dead]) is EventType.REMOTE_VIOLENCE
    )
    assert classify_clause(document, clause, [], [total]) is EventType.CASUALTY_REPORT
    assert classify_clause(document, last, events, [dead, tents]) is EventType.HUMANITARIAN
    assert classify_clause(document, last, [], []) is None


def _quantity(text, words, kind, scope=Scope.EVENT):
    span = Span(text.index(words), text.index(words) + len(words))
    return QuantityMention(span, words, kind, 12, 12, Comparator.EQ, scope, "invented")
