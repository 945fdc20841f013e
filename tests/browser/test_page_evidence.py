"""A mark opens the sentence it came from; corrections move it, last, and can be taken back."""

from __future__ import annotations

from page_driving import click_mark, drawn, mark_at, settle
from playwright.sync_api import expect


def claim_on(store, text):
    claims = store.load().claims
    return claims[(claims["date_text"].fillna("").str.lower() == text) & claims["event_type"].ne("statement")].iloc[0]


def test_click_on_a_mark_opens_its_sentence_with_the_words_marked(page, store):
    claim = claim_on(store, "last friday")
    click_mark(page, claim["claim_id"])
    settle(page)
    marked = page.locator("#evidence .article .m-sentence").all_inner_texts()
    assert "".join(marked).split() == claim["sentence_text"].split()
    assert "last Friday" in page.locator("#evidence .article .m-date").all_inner_texts()
    facts = page.inner_text("#evidence .facts")
    assert "Friday 18 April 2014" in facts
    assert "14" in page.locator("#evidence .article .m-quantity").first.inner_text()
    assert f"claim={claim['claim_id']}" in page.url
    box = page.locator("#evidence .article").bounding_box()
    sentence = page.locator("#evidence .article .m-sentence").first.bounding_box()
    assert box["y"] <= sentence["y"] <= box["y"] + box["height"]


def test_corrected_date_moves_the_mark_survives_reload_and_is_undone(page, store):
    claim = claim_on(store, "last friday")["claim_id"]
    click_mark(page, claim)
    before = mark_at(page, claim)
    page.get_by_text("Correct", exact=True).click()
    page.fill("#edit-date", "2013-04-11")
    page.click("#edit-save")
    expect(page.locator("#evidence .facts")).to_contain_text("11 April 2013")
    settle(page)
    moved = mark_at(page, claim)
    assert moved["day"] != before["day"]
    assert moved["x"] < before["x"]
    expect(page.locator(".ev-tags")).to_contain_text("Corrected")
    page.reload()
    page.wait_for_selector("#timeline .main-svg")
    settle(page)
    assert mark_at(page, claim)["day"] == moved["day"]
    page.click("#undo")
    settle(page)
    assert mark_at(page, claim)["day"] == before["day"]
    page.click("#redo")
    settle(page)
    assert mark_at(page, claim)["day"] == moved["day"]


def test_correction_survives_extraction_anew(page, store, homs):
    claim = claim_on(store, "last friday")["claim_id"]
    click_mark(page, claim)
    page.get_by_text("Correct", exact=True).click()
    page.fill("#edit-date", "2013-04-11")
    page.click("#edit-save")
    expect(page.locator("#evidence .facts")).to_contain_text("11 April 2013")
    store.save(*homs)
    row = store.load().claims.set_index("claim_id").loc[claim]
    assert (row["date_edtf"], row["status"]) == ("2013-04-11", "corrected")


def test_a_date_that_is_none_is_refused_in_words_and_nothing_changes(page, store):
    claim = claim_on(store, "last friday")["claim_id"]
    click_mark(page, claim)
    page.get_by_text("Correct", exact=True).click()
    page.fill("#edit-date", "some time")
    page.click("#edit-save")
    expect(page.locator("#edit-error")).to_contain_text("some time")
    assert (store.load().claims["status"] == "extracted").all()


def test_confirm_and_reject_by_button_and_by_key(page, store):
    claim = claim_on(store, "last friday")["claim_id"]
    click_mark(page, claim)
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator(".ev-tags")).to_contain_text("Confirmed")
    page.locator("#evidence-body").focus()
    page.keyboard.press("x")
    expect(page.locator(".ev-tags")).to_contain_text("Rejected")
    statuses = store.load().claims.set_index("claim_id")["status"]
    assert statuses[claim] == "rejected"


def test_keyboard_alone_steps_opens_closes_and_returns(page):
    page.locator("#timeline-box").focus()
    page.keyboard.press("Home")
    first = page.inner_text("#notice")
    assert first.startswith("1 of ")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#notice").startswith("2 of ")
    page.keyboard.press("Enter")
    expect(page.locator("#evidence")).to_be_visible()
    settle(page)
    opened = page.url
    page.keyboard.press("ArrowRight")
    settle(page)
    assert page.url != opened
    page.keyboard.press("Escape")
    expect(page.locator("#evidence")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "timeline-box"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "f-text"


def test_every_control_is_reached_by_tab_and_shows_its_focus(page):
    seen = []
    page.evaluate("document.activeElement.blur()")
    for _ in range(70):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.closest('[id]')?.id || ''"))
        if "timeline-box" in seen and "f-places" in seen:
            break
    for name in (
        "undo",
        "theme-toggle",
        "open-add",
        "f-text",
        "f-actors",
        "f-actor-mode",
        "f-start",
        "f-end",
        "f-places",
        "timeline-box",
    ):
        assert name in seen, (name, seen)


def test_setting_the_articles_date_moves_what_hangs_on_it(page, store):
    claim = claim_on(store, "last friday")["claim_id"]
    fixed = store.load().claims
    fixed = fixed[fixed["date_basis"] == "explicit"].set_index("claim_id")["date_edtf"]
    click_mark(page, claim)
    page.get_by_role("button", name="Set the article’s date").click()
    settle(page)
    page.fill("#date-value", "2014-05-06")
    page.click("#date-save")
    expect(page.locator("#toast")).to_contain_text("6 May 2014")
    settle(page)
    claims = store.load().claims.set_index("claim_id")
    assert claims.loc[claim, "date_edtf"] == "2014-05-02"
    assert (claims.loc[fixed.index, "date_edtf"] == fixed).all()
    assert mark_at(page, claim)["day"][:10] == "2014-05-02"
    assert drawn(page)
