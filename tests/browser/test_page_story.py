"""Claims are starred, ordered, captioned and told: as a page that opens from a file, offline and in a frame."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_driving import open_page, settle
from playwright.sync_api import expect

STAR = "#evidence .star"


def star_first(tab, n):
    """Star the first claims in time order, by keyboard."""
    tab.locator("#timeline-box").focus()
    tab.keyboard.press("Home")
    tab.keyboard.press("Enter")
    for at in range(n):
        expect(tab.locator(STAR)).to_have_attribute("aria-pressed", "false")
        settle(tab)
        tab.locator(STAR).focus()
        tab.keyboard.press("Enter")
        expect(tab.locator(STAR)).to_contain_text("In the story")
        if at < n - 1:
            tab.locator("#evidence [data-step='1']").click()
            settle(tab)


def open_story(tab):
    tab.locator("#evidence [data-opens=story-dialog]").click()
    expect(tab.locator("#story-dialog")).to_be_visible()


def captions(tab):
    return tab.evaluate("[...document.querySelectorAll('#story-list textarea')].map((t) => t.value)")


def write(tab, at, words):
    """Type a caption."""
    field = tab.locator("#story-list textarea").nth(at)
    field.focus()
    tab.keyboard.type(words)


def test_a_story_is_ordered_by_keyboard_kept_on_reload_and_told_offline(page, chromium, tmp_path):
    star_first(page, 3)
    open_story(page)
    for at, words in enumerate(("one", "two", "three")):
        write(page, at, words)
    page.fill("#story-title", "How it came to Homs")
    last = page.locator("#story-list [data-move='-1']").nth(2)
    last.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert captions(page) == ["three", "one", "two"]
    page.locator("#story-list [data-move=drop]").nth(1).click()
    assert captions(page) == ["three", "two"]
    page.reload()
    page.wait_for_selector(STAR)
    settle(page)
    open_story(page)
    assert captions(page) == ["three", "two"]
    assert page.input_value("#story-title") == "How it came to Homs"
    with page.expect_download() as got:
        page.click("#story-html")
    path = tmp_path / "story.html"
    got.value.save_as(path)
    assert path.stat().st_size < 100_000
    with page.expect_download() as got:
        page.click("#story-json")
    slides = json.loads(got.value.path().read_text("utf-8"))["events"]
    assert {s["text"]["text"][:20] for s in slides} == {"<p><strong>three</st", "<p><strong>two</stro"}
    frame = tmp_path / "host.html"
    frame.write_text('<iframe src="story.html" style="width:800px;height:600px"></iframe>')
    context = chromium.new_context(offline=True)
    tab = context.new_page()
    faults = []
    tab.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    tab.goto(frame.as_uri())
    told = tab.frame_locator("iframe")
    assert told.locator(".caption").all_inner_texts() == ["three", "two"]
    told.get_by_role("button", name="Next").click()
    expect(told.locator("#step-2")).to_be_focused()
    context.close()
    assert not faults


def test_an_empty_story_says_what_to_do(page):
    page.click("#export-menu summary")
    page.locator("#export-menu [data-opens=story-dialog]").click()
    expect(page.locator("#story-list")).to_contain_text("No claim is in the story yet")
    page.click("#story-html")
    expect(page.locator("#story-error")).to_contain_text("No claim")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(390, 844), (1440, 900)])
def test_the_story_fits_and_breaks_no_rule(chromium, address, store, scheme, size, tmp_path):
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce",
        accept_downloads=True,
    )
    tab = context.new_page()
    open_page(tab, address)
    star_first(tab, 2)
    open_story(tab)
    write(tab, 0, "A caption")
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(tab).response["violations"]
    with tab.expect_download() as got:
        tab.click("#story-html")
    got.value.save_as(tmp_path / "story.html")
    tab.goto((tmp_path / "story.html").as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found += Axe().run(tab).response["violations"]
    context.close()
    assert not [(v["id"], v["nodes"][0]["html"][:160]) for v in found]
