"""The URL holds the whole state; what it cannot mean is left out."""

from __future__ import annotations

from datetime import date

import pytest
from dash import no_update
from page_builders import two_claims

from timeline.app import ids
from timeline.app.desk import Desk
from timeline.app.reading import CONTROLS, next_state, update_state
from timeline.app.state import PageState, control_values, read_controls, read_state, read_window, with_window
from timeline.query.filter import ClaimFilter

CHOSEN = ClaimFilter(
    actors=("united-nations", "rebels"),
    actor_mode="all",
    event_types=("siege",),
    places=("Homs",),
    text="mosque & “noose”",
    start=date(2011, 3, 1),
    end=date(2014, 4, 30),
)
STATE = PageState(filter=CHOSEN, lanes="place", order="name", tab="table", claim="c-0123456789ab")


def test_a_state_comes_back_from_its_url():
    assert read_state(STATE.search) == STATE


def test_the_page_as_it_opens_has_no_search_part():
    assert PageState().search == ""
    assert read_state("") == read_state(None) == PageState()


def test_the_chosen_claim_is_not_part_of_what_is_drawn():
    assert "claim=" not in STATE.view
    assert read_state("?" + STATE.view) == PageState(filter=CHOSEN, lanes="place", order="name", tab="table")


@pytest.mark.parametrize("search", ["?lanes=colour", "?tab=", "?order=random&nonsense=1", "?start=soon", "?%ff=%00"])
def test_a_mistyped_link_still_opens(search):
    state = read_state(search)
    assert (state.lanes, state.order, state.tab) == ("actor", "count", "chart")


def test_controls_show_the_state_and_give_it_back():
    values = control_values(STATE)
    assert set(values) == set(CONTROLS)
    assert read_controls(values, STATE.claim) == STATE


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2013", "2013", (date(2013, 1, 1), date(2013, 12, 31), "")),
        ("2013-06", "", (date(2013, 6, 1), None, "")),
        (None, "2014-02", (None, date(2014, 2, 28), "")),
        ("2013-6", "", (None, None, "f_window_error")),
        ("yesterday", "2014", (None, None, "f_window_error")),
        ("2014", "2013", (None, None, "f_window_crossed")),
        (" ", None, (None, None, "")),
    ],
)
def test_windows_are_read_as_all_their_days(start, end, expected):
    assert read_window(start, end) == expected


def test_a_brush_sets_the_window_and_nothing_else():
    state = with_window(STATE, "2013-01-05", None)
    assert (state.filter.start, state.filter.end) == (date(2013, 1, 5), None)
    assert (state.filter.actors, state.claim) == (CHOSEN.actors, STATE.claim)


def test_picking_a_claim_keeps_the_filter():
    state, error = next_state(ids.PICKED, "?" + STATE.view, {}, {"claim": "c-1"}, None)
    assert (state.filter, state.claim, error) == (CHOSEN, "c-1", "")


def test_clearing_keeps_lanes_and_the_open_claim():
    state, _ = next_state(ids.CLEAR, STATE.search, {}, None, None)
    assert state == PageState(lanes="place", order="name", tab="table", claim=STATE.claim)


def test_a_control_that_changes_nothing_writes_nothing():
    controls = control_values(STATE)
    answer = update_state(
        search=STATE.search,
        controls=controls,
        picked=None,
        window=None,
        clear=None,
        view=STATE.view,
        chosen=STATE.claim,
        desk=None,
        trigger=ids.TEXT,
    )
    assert answer["search"] is answer["view"] is answer["chosen"] is no_update
    assert all(v is no_update for v in answer["controls"].values())


class OneStore:
    """A store that never changes."""

    version = 1

    def load(self):
        return two_claims()


def test_a_url_sets_the_controls_that_differ_and_their_choices():
    desk = Desk(OneStore(), clock=None)
    controls = control_values(PageState())
    answer = update_state(
        search=STATE.search,
        controls=controls,
        picked=None,
        window=None,
        clear=None,
        view="",
        chosen=None,
        desk=desk,
        trigger=ids.URL,
    )
    assert answer["controls"]["actors"] == ["united-nations", "rebels"]
    assert answer["controls"]["lanes"] == "place"
    assert answer["view"] == STATE.view
    assert {o["value"] for o in answer["options"]["actors"]} == {"united-nations", "rebels"}
