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
    """Where the first mark of a claim is on the screen, scrolled to when out of sight, and its first day."""
    return tab.evaluate(
        """(claim) => {
            const pane = document.getElementById("chart-pane");
            const graph = document.querySelector("#timeline .js-plotly-plot");
            let box = graph.getBoundingClientRect();
            const {xaxis, yaxis} = graph._fullLayout;
            for (const trace of graph._fullData) for (let i = 0; i < (trace.customdata || []).length; i++) {
                const c = trace.customdata[i];
                if ((Array.isArray(c) ? c[0] : c) !== claim) continue;
                const sight = pane.getBoundingClientRect();
                const at = box.top + yaxis._offset + yaxis.d2p(trace.y[i]);
                if (at < sight.top + 20 || at > sight.bottom - 130) pane.scrollTop += at - sight.top - sight.height / 3;
                box = graph.getBoundingClientRect();
                const [first, end] = c[1]; // the days drawn, the end exclusive
                const middle = (Math.max(xaxis.d2p(first), 0) + Math.min(xaxis.d2p(end), xaxis._length)) / 2;
                return {x: box.left + xaxis._offset + middle, y: box.top + yaxis._offset + yaxis.d2p(trace.y[i]), day: first};
            }
            return null;
        }""",
        claim,
    )


def click_mark(tab, claim):
    """Click the mark of a claim and wait for its evidence."""
    at = mark_at(tab, claim)
    tab.wait_for_timeout(50)
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


# Counts what is asked of the server, so that a test can wait until nothing is under way.
ASKED = """
window.asked = { open: 0, last: 0 };
const ask = window.fetch;
window.fetch = async (...given) => {
    window.asked.open++;
    try { return await ask(...given); } finally { window.asked.open--; window.asked.last = performance.now(); }
};
"""
QUIET = 180  # ms without a request: longer than the page waits before it measures itself anew


def open_page(tab, address, query=""):
    tab.add_init_script(ASKED)
    tab.goto(address + query)
    tab.wait_for_selector("#timeline .main-svg, #empty:not([hidden]), .table:visible", timeout=20_000)
    settle(tab)


def settle(tab):
    """Wait until nothing is asked of the server, the figures are drawn and what follows from them is there too."""
    tab.evaluate("() => { if (window.asked) window.asked.last = performance.now(); }")
    tab.wait_for_function(
        """(quiet) => window.asked && window.asked.open === 0 && performance.now() - window.asked.last > quiet
            && document.getElementById("main") && document.getElementById("main").dataset.drawing !== "1"
        """,
        arg=QUIET,
        polling=30,
    )


def type_words(tab, words):
    """Type into the search for words and wait for the pause after which they are sent."""
    tab.fill("#f-text", words)
    tab.wait_for_timeout(420)
    settle(tab)
