"""Filters leave exactly their claims in chart, table, count and export; the URL carries them."""

from __future__ import annotations

import csv
import io
from urllib.parse import parse_qs, urlparse

import pytest
from page_driving import choose, counts, drawn, open_page, settle, type_words
from playwright.sync_api import expect


def of_actor(tables, actor):
    return set(tables.claim_actors.loc[tables.claim_actors["actor_id"] == actor, "claim_id"])


def dated(tables, ids):
    claims = tables.claims[tables.claims["claim_id"].isin(ids)]
    return set(claims.loc[claims["date_start"].notna() | claims["date_end"].notna(), "claim_id"])


def exported(tab, address):
    query = urlparse(tab.url).query
    answer = tab.request.get(f"{address}export/timeline.csv?{query}")
    assert answer.ok
    rows = list(csv.DictReader(io.StringIO(answer.body().decode("utf-8-sig"))))
    return {r.get("claim_id") or r.get("id") for r in rows}


def in_table(tab):
    tab.click("#tab label:has-text('Table')")
    tab.wait_for_selector(".ag-row", state="visible")
    settle(tab)
    return set(
        tab.evaluate(
            "async () => { const api = await dash_ag_grid.getApiAsync('table'); const ids = []; api.forEachNode((n) => ids.push(n.data.id)); return ids; }"
        )
    )


@pytest.mark.parametrize("mode", ["any", "all", "none"])
def test_actor_found_by_alias_leaves_exactly_its_claims_everywhere(page, address, store, mode):
    tables = store.load()
    un, army = of_actor(tables, "united-nations"), of_actor(tables, "syrian-government-forces")
    assert un
    assert army
    everything = set(tables.claims["claim_id"])
    expected = {"any": un | army, "all": un & army, "none": everything - un - army}[mode]
    choose(page, "f-actors", "UN", "Syrian Army")
    page.click(f"#f-actor-mode input[value={mode}]")
    settle(page)
    assert parse_qs(urlparse(page.url).query)
    shown, total = counts(page)
    assert (shown, total) == (len(expected), len(everything))
    assert exported(page, address) == expected
    if expected:
        assert drawn(page) == dated(tables, expected)
        assert in_table(page) == expected
    else:
        expect(page.locator("#empty")).to_be_visible()


def test_url_of_a_filter_gives_the_same_page_in_a_new_window_and_after_reload(page, address, chromium):
    choose(page, "f-actors", "UN")
    settle(page)
    before = (drawn(page), counts(page), page.inner_text("#filter-words"))
    page.reload()
    settle(page)
    page.wait_for_selector("#timeline .main-svg")
    settle(page)
    assert (drawn(page), counts(page), page.inner_text("#filter-words")) == before
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    other = context.new_page()
    open_page(other, address, "?" + urlparse(page.url).query)
    assert (drawn(other), counts(other), other.inner_text("#filter-words")) == before
    context.close()


def test_back_button_takes_the_last_choice_away(page):
    every = counts(page)
    page.click("#f-event-types label:nth-child(1) input")
    settle(page)
    assert counts(page) != every
    page.go_back()
    settle(page)
    assert counts(page) == every
    assert not page.is_checked("#f-event-types label:nth-child(1) input")


def test_clear_filters_shows_everything_again(page):
    every = counts(page)
    type_words(page, "mosque")
    assert 0 < counts(page)[0] < every[0]
    page.click("#clear-filters")
    settle(page)
    assert counts(page) == every
    assert page.input_value("#f-text") == ""


def test_words_that_nothing_holds_give_an_empty_state_with_a_way_out(page):
    type_words(page, "zeppelin")
    expect(page.locator("#empty")).to_be_visible()
    page.click("#empty button")
    settle(page)
    expect(page.locator("#timeline .main-svg").first).to_be_visible()


def test_brush_over_the_overview_sets_the_window(page, store):
    box = page.locator("#overview .nsewdrag").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.7, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.85, y, steps=6)
    page.mouse.move(box["x"] + box["width"] - 2, y, steps=6)
    page.mouse.up()
    settle(page)
    shown, total = counts(page)
    assert 0 < shown < total
    start = page.input_value("#f-start")
    assert start > "2012"
    claims = store.load().claims.set_index("claim_id")
    assert all(
        str(claims.loc[c, "date_end"])[:10] >= start
        for c in drawn(page)
        if claims.loc[c, "date_end"] == claims.loc[c, "date_end"]
    )
    page.click("#whole-span")
    settle(page)
    assert counts(page)[0] == total


def test_dates_typed_as_year_or_month_set_the_window_and_nonsense_is_named(page):
    page.fill("#f-start", "2013")
    page.press("#f-start", "Enter")
    settle(page)
    assert 0 < counts(page)[0] < counts(page)[1]
    page.fill("#f-end", "soon")
    page.press("#f-end", "Enter")
    settle(page)
    assert "2013-06" in page.inner_text("#f-window-error")
