"""A reader selects words of the article and makes a claim of them; it lasts, and undo takes it back."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_driving import counts, drawn, open_page, settle
from playwright.sync_api import expect


def open_first(tab):
    tab.locator("#timeline-box").focus()
    tab.keyboard.press("Home")
    tab.keyboard.press("Enter")
    expect(tab.locator("#evidence .article")).to_be_visible()
    settle(tab)


def select(tab, start, end):
    """Select from the words ``start`` to the words ``end`` in the article, as a drag of the mouse would."""
    tab.evaluate(
        """([from, to]) => {
            const article = document.querySelector("#evidence .article");
            const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            let begun = false;
            while (walk.nextNode()) {
                const node = walk.currentNode;
                if (!begun && node.data.includes(from)) { range.setStart(node, node.data.indexOf(from)); begun = true; }
                if (begun && node.data.includes(to)) { range.setEnd(node, node.data.indexOf(to) + to.length); break; }
            }
            range.startContainer.parentElement.scrollIntoView({block: "center"});
            document.getSelection().removeAllRanges();
            document.getSelection().addRange(range);
        }""",
        [start, end],
    )
    expect(tab.locator("#own-make")).to_be_visible()


def test_selected_words_become_a_claim_that_lasts_and_is_undone(page, store, homs):
    open_first(page)
    text = homs[0].text
    start = text.index("peace talks")
    before = counts(page)[1]
    select(page, "peace talks", "February")
    page.click("#own-make")
    assert page.input_value("#own-words") == text[start : text.index("February") + 8]
    assert page.evaluate("document.activeElement.id") == "own-date"
    page.keyboard.type("2014-02-15")
    page.fill("#own-actors", "United Nations")
    page.fill("#own-number", "12-20")
    page.fill("#own-source", "A diplomat")
    page.click("#own-save")
    expect(page.locator("#toast")).to_contain_text("Claim added")
    expect(page.locator("#evidence .facts")).to_contain_text("15 February 2014")
    settle(page)
    assert counts(page)[1] == before + 1
    claims = store.load().claims
    own = claims[claims["event_start"] == start].iloc[-1]
    assert own["claim_id"] in page.url
    assert own["claim_id"] in drawn(page)
    assert own["event_text"] == text[own["event_start"] : own["event_end"]]
    facts = page.inner_text("#evidence .facts")
    for words in ("United Nations", "12–20 killed", "A diplomat"):
        assert words in facts
    store.save(*homs)  # extracted anew
    assert own["claim_id"] in set(store.load().claims["claim_id"])
    page.click("#undo")
    expect(page.locator("#evidence")).to_contain_text("not here any more")
    settle(page)
    assert counts(page)[1] == before


def test_words_may_be_written_by_keyboard_and_wrong_ones_are_refused(page, store):
    open_first(page)
    page.locator("#own-form summary").focus()
    page.keyboard.press("Enter")
    page.locator("#own-words").focus()
    page.keyboard.type("a herd of elephants")
    page.locator("#own-save").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#own-error")).to_contain_text("do not stand in the article")
    page.fill("#own-words", "massive protests swept across the nation")
    page.fill("#own-date", "some day")
    page.click("#own-save")
    expect(page.locator("#own-error")).to_contain_text("some day")
    page.fill("#own-date", "2011-03")
    page.click("#own-save")
    expect(page.locator("#toast")).to_contain_text("Claim added")
    assert "2011-03" in set(store.load().claims["date_edtf"].dropna())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(390, 844), (1440, 900)])
def test_the_form_fits_and_breaks_no_rule(chromium, address, store, scheme, size):
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    )
    tab = context.new_page()
    open_page(tab, address)
    open_first(tab)
    select(tab, "peace talks", "February")
    box = tab.locator("#own-make").bounding_box()
    assert 0 <= box["x"] <= size[0] - box["width"]
    tab.click("#own-make")
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(tab).response["violations"]
    context.close()
    assert not [(v["id"], v["nodes"][0]["html"][:160]) for v in found]
