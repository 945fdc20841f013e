"""Articles come in by paste and by drop; what cannot be read is named and nothing stored is lost."""

from __future__ import annotations

from page_driving import counts, open_page, settle
from playwright.sync_api import expect

from timeline.store.open import open_store

ARTICLE = """Shells hit market in Qasra

Artillery fire killed 12 people at a market in the town of Qasra on Monday, the health ministry said.
Rebels seized a police station outside the town on 3 March 2016.
"""


def test_pasted_article_becomes_claims_in_three_actions(page, store):
    before = counts(page)[1]
    page.click("#open-add")
    page.fill("#add-text", ARTICLE)
    page.fill("#add-date", "2016-03-09")
    page.click("#add-save")
    expect(page.locator("#toast")).to_contain_text("Shells hit market in Qasra")
    settle(page)
    assert counts(page)[1] > before
    claims = store.load().claims
    assert {"2016-03-07", "2016-03-03"} <= set(claims["date_edtf"].dropna())
    page.locator("#toast a").click()
    settle(page)
    assert counts(page)[0] == counts(page)[1] - before
    expect(page.locator("#add-dialog")).to_be_hidden()


def test_dropped_files_are_read_and_the_bad_one_is_named(page, store):
    before = counts(page)[1]
    page.click("#open-add")
    page.set_input_files(
        "#add-drop input[type=file]",
        [
            {"name": "market.txt", "mimeType": "text/plain", "buffer": ARTICLE.encode()},
            {"name": "tune.mp3", "mimeType": "audio/mpeg", "buffer": b"ID3 \x00\x01"},
        ],
    )
    expect(page.locator("#add-error")).to_contain_text("tune.mp3")
    settle(page)
    assert counts(page)[1] > before
    assert len(store.load().documents) == 2


def test_empty_text_is_refused_and_what_was_typed_stays(page, store):
    page.click("#open-add")
    page.click("#add-save")
    expect(page.locator("#add-error")).to_contain_text("paste an article")
    page.fill("#add-text", ARTICLE)
    page.fill("#add-date", "yesterday")
    page.click("#add-save")
    expect(page.locator("#add-error")).to_contain_text("yesterday")
    assert page.input_value("#add-text") == ARTICLE
    assert len(store.load().documents) == 1


def test_first_visit_to_an_empty_store_says_what_to_do(chromium, address, seat, tmp_path):
    seat.store = open_store(f"sqlite:///{tmp_path}/none.db")
    context = chromium.new_context(viewport={"width": 1024, "height": 768})
    tab = context.new_page()
    open_page(tab, address)
    expect(tab.locator("#empty h2")).to_contain_text("article")
    tab.locator("#empty button").click()
    expect(tab.locator("#add-dialog")).to_be_visible()
    context.close()
