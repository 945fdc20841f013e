"""What is shown of a state: figures and count first, the rest after; how the one article is dated."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from dash import no_update
from page_builders import article, bridge_claim, market_claim, two_claims

from timeline.app.dated import dated_line
from timeline.app.desk import Desk
from timeline.app.facets import closed_counts, closed_options
from timeline.app.showing import page_title, update_rest, update_rows, update_shown
from timeline.datespan import DateSpan
from timeline.frame.tables import to_tables
from timeline.model import DocumentDateBasis
from timeline.query.filter import ClaimFilter

SCREEN = {"width": 1100, "height": 700, "theme": "light"}


class Kept:
    """A store of these tables that never changes."""

    version = 1

    def __init__(self, tables):
        self.tables = tables

    def load(self):
        return self.tables


def desk_of(tables=None):
    return Desk(Kept(two_claims() if tables is None else tables), clock=lambda: datetime(2026, 11, 24, tzinfo=UTC))


def dated(**changes):
    document = article()
    fields = {f: getattr(document, f) for f in document.__slots__} | changes
    return desk_of(to_tables([type(document)(**fields)], [market_claim(), bridge_claim()]))


def test_nothing_is_drawn_before_the_browser_has_measured_itself():
    assert set(update_shown("", 1, None, desk=desk_of()).values()) == {no_update}


def test_figures_count_and_words_come_in_one_answer():
    shown = update_shown("actor=united-nations", 1, SCREEN, desk=desk_of())
    assert shown["count"] == "1 of 2 claims"
    assert {"timeline", "tolls", "overview"} <= set(shown["figures"])
    assert (shown["hide_chart"], shown["hide_empty"], shown["clear"]) == (False, True, False)


def test_no_figure_is_made_while_the_table_is_looked_at():
    shown = update_shown("tab=table", 1, SCREEN, desk=desk_of())
    assert "timeline" not in shown["figures"]
    assert shown["hide_table"] is False


def test_a_filter_that_leaves_nothing_opens_the_empty_state():
    shown = update_shown("text=zeppelin", 1, SCREEN, desk=desk_of())
    assert (shown["hide_empty"], shown["hide_chart"], shown["figures"]["chart"]) == (False, True, False)


def test_rows_are_made_only_for_the_table():
    assert update_rows("", 1, desk=desk_of()) is no_update
    assert len(update_rows("tab=table", 1, desk=desk_of())) == 2


def test_counts_are_given_by_the_element_they_stand_in(monkeypatch):
    monkeypatch.setattr("timeline.app.showing.export_links", lambda *_: [])
    rest = update_rest("stamp", "", desk=desk_of())
    assert rest["counts"]["f-event-types"] == {"remote_violence": 1, "other": 1}
    assert {o["value"] for o in rest["options"]["actors"]} == {"united-nations", "rebels"}


def test_closed_lists_hold_every_value_in_plain_words():
    options = closed_options("statuses")
    assert all(isinstance(o["label"], str) for o in options)
    counts = closed_counts(desk_of().facets(ClaimFilter()))["statuses"]
    assert counts == {"extracted": 2}
    assert set(counts) <= {o["value"] for o in options}


@pytest.mark.parametrize(
    ("changes", "words", "unsure"),
    [
        ({}, "Article of Tuesday 22 April 2014", False),
        (
            {
                "published": DateSpan.interval(date(2013, 9, 30), date(2014, 6, 30)),
                "date_basis": DocumentDateBasis.INFERRED,
                "date_evidence": "after September 2013",
            },
            "inferred",
            True,
        ),
        ({"published": None, "date_basis": DocumentDateBasis.UNKNOWN}, "unknown", True),
    ],
)
def test_the_header_says_how_the_article_is_dated(changes, words, unsure):
    (button,) = dated_line(dated(**({"date_basis": DocumentDateBasis.GIVEN} | changes)))
    assert words in button.children
    assert ("unsure" in button.className) is unsure


def test_a_dataset_is_called_by_its_name():
    tables = two_claims()
    tables.documents["dataset"] = "UCDP GED"
    tables.documents["title"] = None
    assert page_title(desk_of(tables)) == "UCDP GED"


def test_the_page_leaves_out_scripts_it_does_not_need():
    from timeline.app.factory import create_app  # noqa: PLC0415 - the whole app, for one test

    app = create_app(Kept(two_claims()), clock=lambda: datetime(2026, 11, 24, tzinfo=UTC))
    page = app.server.test_client().get("/").get_data(as_text=True)
    assert '<meta name="grid-script" content="/_dash-component-suites/dash_ag_grid/' in page
    assert "<script src" in page
    assert not any(part in page.split("<footer>")[1] for part in ("dash_table/", "polyfill@", "dash_ag_grid/"))
