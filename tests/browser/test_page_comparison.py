"""Two articles chosen in the filter are held against each other in words, and side by side in lanes."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_driving import open_page, settle
from playwright.sync_api import expect
from test_page_tolls import FIRST, LATER

from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.pipeline import extract_document

BOTH = "?document=first&document=later"


@pytest.fixture
def articles(store):
    for name, text, day in (("first", FIRST, "2016-03-04"), ("later", LATER, "2016-03-06")):
        document = make_document(text, id=name, published=DateSpan.parse(day), title=text.split("\n")[0])
        store.save(*extract_document(document))
    return store


def test_two_articles_are_compared_and_stand_side_by_side(page, address, articles):
    expect(page.locator("#comparison")).to_be_hidden()
    page.goto(address + BOTH)
    page.wait_for_selector("#timeline .main-svg")
    settle(page)
    summary = page.locator("#comparison summary")
    expect(summary).to_contain_text("2 articles compared")
    summary.focus()
    page.keyboard.press("Enter")
    words = page.inner_text("#comparison .compared")
    assert "Bomb at mosque in Homs (Friday 4 March 2016)" in words
    assert "told differently" in words
    page.get_by_role("button", name="Show them in lanes").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**lanes=document**")
    settle(page)
    lanes = page.evaluate("[...document.querySelectorAll('[data-lane]')].map((b) => b.dataset.lane)")
    assert lanes == ["later", "first"]
    page.locator("#comparison .differing button").first.click()
    expect(page.locator("#evidence")).to_be_visible()
    page.goto(address + "?document=first")
    settle(page)
    expect(page.locator("#comparison")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(390, 844), (1440, 900)])
def test_the_comparison_fits_and_breaks_no_rule(chromium, address, articles, scheme, size):
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    )
    tab = context.new_page()
    open_page(tab, address, BOTH)
    tab.locator("#comparison summary").click()
    settle(tab)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(tab).response["violations"]
    context.close()
    assert not [(v["id"], v["nodes"][0]["html"][:160]) for v in found]
