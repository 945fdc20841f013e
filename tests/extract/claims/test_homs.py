"""What must come out of the first article, whatever else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.datespan import DateBasis, DateSpan
from timeline.documents.text import make_document
from timeline.extract.claims.combine import extract_claims
from timeline.extract.dates.dct import date_document
from timeline.model import DocumentDateBasis, EventType, QuantityKind, Role, Scope
from timeline.settings import ARTICLES

TEXT = (ARTICLES / "homs-2014-04-22.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def claims():
    return extract_claims(make_document(TEXT, id="homs", published=DateSpan.parse("2014-04-22")))


@pytest.fixture(scope="module")
def undated():
    document = date_document(make_document(TEXT, id="homs"))
    return document, extract_claims(document)


def on(claims, edtf, event_type=None):
    return [
        c for c in claims if c.date and c.date.when.edtf == edtf and (event_type is None or c.event_type == event_type)
    ]


def tolls(claims, kind=QuantityKind.KILLED):
    return {(c.date.when.edtf, q.low, q.high, q.comparator.value, q.scope, *(a.name for a in c.attribution))
            for c in claims for q in c.quantities if q.kind is kind}  # fmt: skip


def test_protests_of_2011(claims):
    assert on(claims, "2011", EventType.PROTEST)


@pytest.mark.parametrize("event_type", [EventType.SIEGE, EventType.CIVILIAN_TARGETING])
def test_siege_and_firing_on_protesters_by_the_army_in_april_2011(claims, event_type):
    (claim,) = on(claims, "2011-04", event_type)
    assert ("Syrian government forces", Role.AGENT) in {(a.name, a.role) for a in claim.actors}


def test_combat_of_three_years_is_an_interval(claims):
    (claim,) = on(claims, "2011/2014", EventType.BATTLE)
    assert claim.date.relation == "during"


def test_two_cumulative_tolls_of_the_united_nations_with_their_own_dates(claims):
    found = {t for t in tolls(claims) if t[4] is Scope.CUMULATIVE}
    assert found == {
        ("2013-06", 100_000, None, "gt", Scope.CUMULATIVE, "United Nations"),
        ("2013-09", 120_000, 120_000, "eq", Scope.CUMULATIVE, "United Nations"),
    }


def test_bombing_of_last_friday_by_state_television(claims):
    (claim,) = [c for c in on(claims, "2014-04-18") if c.quantities]
    assert claim.date.text == "last Friday"
    assert claim.event_type is EventType.REMOTE_VIOLENCE
    assert {(q.kind.value, q.low, q.high) for q in claim.quantities} == {("killed", 14, 14), ("injured", 24, 99)}
    assert [a.name for a in claim.attribution] == ["Syrian state television"]


def test_advance_on_tuesday(claims):
    (claim,) = [c for c in on(claims, "2014-04-22", EventType.BATTLE) if c.date.text]
    assert claim.date.basis is DateBasis.RELATIVE


def test_observatory_says_that_the_army_advanced_and_gives_no_toll(claims):
    said = [c for c in claims if any(a.name == "Syrian Observatory for Human Rights" for a in c.attribution)]
    assert {c.event_type for c in said} >= {EventType.BATTLE, EventType.REMOTE_VIOLENCE}
    assert not any(c.quantities for c in said)


def test_talks_broken_off_in_february(claims):
    assert on(claims, "2014-02", EventType.DIPLOMACY)


def test_about_a_thousand_rebels_and_fewer_than_a_thousand_people(claims):
    found = {(q.kind.value, q.high, q.comparator.value) for c in claims for q in c.quantities}
    assert {("fighters", 1000, "approx"), ("besieged", 1000, "lt")} <= found


def test_nothing_is_dated_by_words_that_are_no_dates(claims):
    assert {c.date.text for c in claims if c.date and c.date.text} == {
        "Tuesday", "2011", "April 2011", "the past three years", "June 2013", "September 2013", "last Friday", "February",
    }  # fmt: skip


def test_without_a_given_date_it_is_inferred_and_said_so(undated):
    document, _ = undated
    assert document.date_basis is DocumentDateBasis.INFERRED
    assert DateSpan.parse("2013-09/2014-06").contains(replace(document.published, approximate=False))
    assert "September 2013" in document.date_evidence


def test_what_hangs_on_an_inferred_date_is_as_wide_as_that_date(undated):
    _, claims = undated
    hanging = [c for c in claims if c.date and c.date.text in ("Tuesday", "last Friday")]
    assert len(hanging) == 2
    assert all(c.date.when.days > 60 and c.date.when.approximate for c in hanging)
    assert not [c for c in claims if c.date and c.date.when.end and c.date.when.end.year > 2014]
