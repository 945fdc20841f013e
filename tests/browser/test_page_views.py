"""What is shown is saved under a name, found again on another visit, and forgotten."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_driving import counts, open_page, settle
from playwright.sync_api import expect


def open_views(tab):
    tab.locator("#saved-views summary").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#view-list > *")


def test_a_view_is_saved_opened_and_forgotten_by_keyboard(page, address, store):
    total = counts(page)[1]
    page.goto(f"{address}?type=siege&lanes=place&claim=c-none")
    settle(page)
    shown = counts(page)[0]
    assert shown < total
    open_views(page)
    assert "No view" in page.inner_text("#view-list")
    page.fill("#view-name", "Sieges & places")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Sieges & places")
    expect(link).to_be_visible()
    assert store.views() == {"Sieges & places": "type=siege&lanes=place"}
    assert page.input_value("#view-name") == ""
    page.goto(address)
    page.wait_for_selector("#timeline .main-svg")
    settle(page)
    assert counts(page)[0] == total
    open_views(page)
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**lanes=place**")
    settle(page)
    assert counts(page)[0] == shown
    page.get_by_role("button", name="Forget").click()
    expect(link).to_have_count(0)
    assert store.views() == {}


def test_a_view_needs_a_name(page):
    open_views(page)
    page.click("#view-save")
    expect(page.locator("#view-error")).to_contain_text("name")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(390, 844), (1440, 900)])
def test_the_list_fits_and_breaks_no_rule(chromium, address, store, scheme, size):
    store.save_view("A view with quite a long name that has to be cut or wrapped somewhere", "type=siege")
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    )
    tab = context.new_page()
    open_page(tab, address)
    if size[0] < 900:
        tab.click("#open-rail")
    open_views(tab)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert tab.evaluate("(b => b.scrollWidth <= b.clientWidth)(document.getElementById('rail'))")
    found = Axe().run(tab).response["violations"]
    context.close()
    assert not [(v["id"], v["nodes"][0]["html"][:160]) for v in found]
