"""axe-core finds nothing in either theme, in every state of the page; the page fits windows from 360 px on."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_driving import open_page, settle

SIZES = [(360, 740), (390, 844), (768, 1024), (1024, 768), (1440, 900), (2560, 1440)]


def violations(tab):
    found = Axe().run(tab).response["violations"]
    return [(v["id"], v["nodes"][0]["html"][:160]) for v in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violations_in_any_state(chromium, address, store, scheme):
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    tab = context.new_page()
    open_page(tab, address)
    found = {"page": violations(tab)}
    tab.locator("#timeline-box").focus()
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#evidence:visible")
    settle(tab)
    tab.get_by_text("Correct", exact=True).click()
    found["evidence"] = violations(tab)
    tab.keyboard.press("Escape")
    tab.click("#open-add")
    found["add"] = violations(tab)
    tab.keyboard.press("Escape")
    tab.click("#f-actors")
    tab.wait_for_selector(".dash-dropdown-content")
    found["dropdown"] = violations(tab)
    tab.keyboard.press("Escape")
    tab.click("#export-menu summary")
    found["export"] = violations(tab)
    tab.click("#tab label:has-text('Table')")
    tab.wait_for_selector(".ag-row")
    settle(tab)
    found["table"] = violations(tab)
    tab.click("#tab label:has-text('To review')")
    settle(tab)
    found["review"] = violations(tab)
    context.close()
    assert not {k: v for k, v in found.items() if v}


@pytest.mark.parametrize("size", SIZES)
def test_nothing_runs_out_of_the_window(chromium, address, store, size):
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]})
    tab = context.new_page()
    open_page(tab, address)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    out = tab.evaluate(
        """() => [...document.querySelectorAll(".header :not(.menu) > button, .header summary, .toolbar label, .toolbar button, h1")]
            .filter((e) => { const b = e.getBoundingClientRect(); return e.checkVisibility({contentVisibilityAuto: true}) && b.width && (b.right > innerWidth + 1 || b.left < -1); })
            .map((e) => e.textContent)"""
    )
    assert not out
    context.close()


def test_filters_are_a_sheet_on_a_narrow_window(chromium, address, store):
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    open_page(tab, address)
    assert not tab.is_visible("#f-text")
    tab.click("#open-rail")
    tab.wait_for_selector("#f-text", state="visible")
    tab.keyboard.press("Escape")
    tab.wait_for_selector("#f-text", state="hidden")
    context.close()


def test_theme_toggle_is_kept(page):
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme-toggle")
    settle(page)
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert after != before
    page.reload()
    settle(page)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_answers_carry_a_strict_policy(page, address):
    policy = page.request.get(address).headers["content-security-policy"]
    assert "unsafe-eval" not in policy
    assert "default-src 'none'" in policy
    script = next(p for p in policy.split("; ") if p.startswith("script-src"))
    assert "unsafe-inline" not in script
