"""The evidence of a toll sets the numbers of one event side by side, with the range and what changed."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_driving import open_page, settle
from playwright.sync_api import expect

from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.pipeline import extract_document

FIRST = """Bomb at mosque in Homs

HOMS, 4 March 2016. A car bomb killed 14 people at the Omar mosque in Homs on Friday, the health ministry said.
"""
LATER = """Toll of Homs mosque bomb rises

HOMS, 6 March 2016. The car bomb at the Omar mosque in Homs killed 20 people on Friday 4 March 2016, the health ministry said.

The car bomb at the Omar mosque in Homs on Friday killed at least 17 people, the Red Crescent said.
"""


@pytest.fixture
def tolls(store):
    for name, text, day in (("first", FIRST, "2016-03-04"), ("later", LATER, "2016-03-06")):
        document = make_document(text, id=name, published=DateSpan.parse(day), title=text.split("\n")[0])
        store.save(*extract_document(document))
    tables = store.load()
    of_both = tables.claims[tables.claims["document_id"].isin(["first", "later"])]
    rows = tables.claim_quantities[tables.claim_quantities["claim_id"].isin(of_both["claim_id"])]
    return {n: rows.loc[rows["low"] == n, "claim_id"].iloc[0] for n in (14, 17, 20)}


def test_numbers_stand_side_by_side_with_their_range_and_what_changed(page, address, tolls):
    page.goto(f"{address}?claim={tolls[14]}")
    table = page.locator("#evidence .toll-table")
    expect(table).to_be_visible()
    settle(page)
    words = table.inner_text().lower()
    for part in ("14", "20", "17", "health ministry", "red crescent", "6 march 2016"):
        assert part in words
    assert "later gave another" in words
    assert "Killed: lowest 17, best 20, highest 20" in page.inner_text("#evidence .toll-range")
    assert "rose from 14" in page.inner_text("#evidence")
    table.get_by_role("button", name="20").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#evidence .toll-table strong")).to_contain_text("20")
    assert tolls[20] in page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(390, 844), (1440, 900)])
def test_the_numbers_fit_and_break_no_rule(chromium, address, tolls, scheme, size):
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    )
    tab = context.new_page()
    open_page(tab, address, f"?claim={tolls[17]}")
    expect(tab.locator("#evidence .toll-table")).to_be_visible()
    settle(tab)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert tab.evaluate("(b => b.scrollWidth <= b.clientWidth)(document.getElementById('evidence-body'))")
    found = Axe().run(tab).response["violations"]
    context.close()
    assert not [(v["id"], v["nodes"][0]["html"][:160]) for v in found]
