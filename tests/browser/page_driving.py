"""What a test does to the page and reads off it."""

from __future__ import annotations

import re

from playwright.sync_api import expect


def drawn(tab):
    """Ids of the claims with a mark on the timeline."""
    return set(
        tab.evaluate(
            """() => {
                const graph = document.querySelector("#timeline .js-plotly-plot");
                const ids = [];
                for (const trace of graph._fullData) for (const c of trace.customdata || []) {
                    const first = Array.isArray(c) ? c[0] : c;
                    if (typeof first === "string" && first.startsWith("c-")) ids.push(first);
                }
                return ids;
            }"""
        )
    )


def mark_at(tab, claim):
    """Where the first mark of a claim is on the screen."""
    return tab.evaluate(
        """(claim) => {
            const graph = document.querySelector("#timeline .js-plotly-plot");
            const box = graph.getBoundingClientRect();
            const {xaxis, yaxis} = graph._fullLayout;
            for (const trace of graph._fullData) for (let i = 0; i < (trace.customdata || []).length; i++) {
                const c = trace.customdata[i];
                if ((Array.isArray(c) ? c[0] : c) !== claim) continue;
                return {x: box.left + xaxis._offset + xaxis.d2p(trace.x[i]), y: box.top + yaxis._offset + yaxis.d2p(trace.y[i]), day: trace.x[i]};
            }
            return null;
        }""",
        claim,
    )


def click_mark(tab, claim):
    """Click the mark of a claim and wait for its evidence."""
    at = mark_at(tab, claim)
    tab.mouse.move(at["x"] - 3, at["y"])
    tab.mouse.move(at["x"], at["y"])
    tab.mouse.click(at["x"], at["y"])
    expect(tab.locator("#evidence")).to_be_visible()


def choose(tab, dropdown, *words):
    """Search in a dropdown and choose what is found."""
    for word in words:
        tab.click(f"#{dropdown}")
        tab.locator(".dash-dropdown-search").fill(word)
        tab.locator(".dash-dropdown-content label").first.click()
        tab.keyboard.press("Escape")


def counts(tab):
    """Shown and all, from the header."""
    shown, total = re.match(r"([\d,]+) of ([\d,]+)", tab.inner_text("#claim-count")).groups()
    return int(shown.replace(",", "")), int(total.replace(",", ""))


def open_page(tab, address, query=""):
    tab.goto(address + query)
    tab.wait_for_selector("#timeline .js-plotly-plot .main-svg, #empty:not([hidden]), .table:visible", timeout=20_000)
    settle(tab)


def settle(tab):
    """Wait until Dash has nothing under way and the figures are drawn."""
    tab.wait_for_timeout(60)
    tab.wait_for_function(
        "() => !document.querySelector('[data-dash-is-loading=true]') && !document.querySelector('._dash-loading-callback')"
    )
    tab.wait_for_timeout(250)
