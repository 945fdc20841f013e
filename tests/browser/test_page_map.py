"""The map shows the same claims as the timeline; a place chosen in it is the place filter, and comes off again."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_driving import counts, open_page, settle
from playwright.sync_api import expect


def open_map(tab):
    tab.click("#tab label:has-text('Map')")
    tab.wait_for_selector("#map .main-svg")
    settle(tab)


def place_at(tab, name):
    """Where the circle of a place is on the screen."""
    return tab.evaluate(
        """(name) => {
            const graph = document.querySelector("#map .js-plotly-plot");
            const box = graph.getBoundingClientRect();
            const {xaxis, yaxis} = graph._fullLayout;
            for (const trace of graph._fullData) for (let i = 0; i < (trace.customdata || []).length; i++) {
                if (trace.customdata[i][0].place !== name) continue;
                return {x: box.left + xaxis._offset + xaxis.d2p(trace.x[i]), y: box.top + yaxis._offset + yaxis.d2p(trace.y[i])};
            }
            return null;
        }""",
        name,
    )


def test_a_click_on_a_place_filters_and_the_back_button_takes_it_away(page):
    open_map(page)
    shown, total = counts(page)
    assert shown == total
    assert f"of {total} claims name a place" in page.inner_text("#map-hint")
    at = place_at(page, "Homs")
    page.mouse.move(at["x"] - 4, at["y"])
    page.mouse.move(at["x"], at["y"])
    page.mouse.click(at["x"], at["y"])
    expect(page.locator("[data-place=Homs]")).to_have_attribute("aria-pressed", "true")
    settle(page)
    assert "place=Homs" in page.url
    assert 0 < counts(page)[0] < total
    assert page.locator("[data-place]").count() > 1, "other places can still be chosen"
    expect(page.locator("#f-places")).to_contain_text("Homs")
    page.go_back()
    settle(page)
    assert counts(page)[0] == total
    expect(page.locator("[data-place=Homs]")).to_have_attribute("aria-pressed", "false")


def test_a_place_is_chosen_and_let_go_by_keyboard(page):
    open_map(page)
    total = counts(page)[1]
    page.locator("[data-place=Homs]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-place=Homs]")).to_have_attribute("aria-pressed", "true")
    settle(page)
    assert counts(page)[0] < total
    assert page.evaluate("document.activeElement.dataset.place") == "Homs"
    page.keyboard.press("Space")
    expect(page.locator("[data-place=Homs]")).to_have_attribute("aria-pressed", "false")
    settle(page)
    assert counts(page)[0] == total


def test_a_link_opens_the_map_and_the_zoom_goes_back_to_all_places(chromium, address, store):
    context = chromium.new_context(viewport={"width": 1024, "height": 768})
    tab = context.new_page()
    open_page(tab, address)
    tab.goto(address + "?tab=map&type=diplomacy&type=battle")
    tab.wait_for_selector("#map .main-svg")
    settle(tab)
    ranges = "() => document.querySelector('#map .js-plotly-plot')._fullLayout.xaxis.range.map((x) => +x.toFixed(3))"
    before = tab.evaluate(ranges)
    tab.get_by_role("button", name="Nearer").click()
    tab.wait_for_timeout(300)
    near = tab.evaluate(ranges)
    assert near[1] - near[0] < before[1] - before[0]
    tab.get_by_role("button", name="All places").click()
    tab.wait_for_timeout(300)
    assert tab.evaluate(ranges) == before
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(390, 844), (1440, 900)])
def test_the_map_fits_and_breaks_no_rule(chromium, address, store, scheme, size):
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    )
    tab = context.new_page()
    open_page(tab, address)
    open_map(tab)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(tab).response["violations"]
    context.close()
    assert not [(v["id"], v["nodes"][0]["html"][:160]) for v in found]
