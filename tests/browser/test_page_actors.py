"""Actors are made one and taken apart again; it holds after a new extraction, and undo takes it back."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_driving import choose, open_page, settle
from playwright.sync_api import expect


def open_dialog(tab):
    tab.locator("#rail [data-opens=actors-dialog]").click()
    expect(tab.locator("#actors-dialog")).to_be_visible()
    settle(tab)


def choose_one(tab, name):
    """Choose the actor to split; a list of one closes by itself."""
    tab.click("#split-actor")
    tab.locator(".dash-dropdown-search").fill(name)
    tab.locator(".dash-dropdown-content label").first.click()


def two_actors(store):
    """The ids and names of the two actors named most."""
    rows = store.load().claim_actors
    counted = rows["actor_id"].value_counts()
    names = rows.drop_duplicates("actor_id").set_index("actor_id")["name"]
    first, second = counted.index[:2]
    return (first, names[first]), (second, names[second])


def actor_ids(store):
    return set(store.load().claim_actors["actor_id"])


def test_two_actors_are_merged_and_the_merge_lasts_and_is_undone(page, store, homs):
    (first, first_name), (second, second_name) = two_actors(store)
    open_dialog(page)
    choose(page, "same-actors", first_name, second_name)
    page.fill("#same-name", "Both of them")
    page.click("#same-save")
    expect(page.locator("#toast")).to_contain_text("Both of them")
    settle(page)
    assert second not in actor_ids(store)
    store.save(*homs)
    assert second not in actor_ids(store)
    assert "Both of them" in set(store.load().claim_actors["name"])
    assert "Both of them" in page.evaluate(
        "[...document.querySelectorAll('[data-lane]')].map((b) => b.ariaLabel).join()"
    )
    page.click("#undo")
    settle(page)
    assert {first, second} <= actor_ids(store)


def test_one_actor_is_not_merged_with_itself(page):
    open_dialog(page)
    page.click("#same-save")
    expect(page.locator("#same-error")).to_contain_text("two actors or more")


def test_mentions_are_split_off_by_their_words(page, store):
    (first, name), _ = two_actors(store)
    rows = store.load().claim_actors
    words = rows.loc[rows["actor_id"] == first, "text"].dropna().iloc[0]
    open_dialog(page)
    choose_one(page, name)
    part = page.locator("#split-parts label", has_text=f"“{words}”").first
    expect(part).to_be_visible()
    page.click("#split-save")
    expect(page.locator("#split-error")).to_contain_text("Choose the mentions")
    part.click()
    page.fill("#split-name", "A militia of its own")
    page.click("#split-save")
    expect(page.locator("#toast")).to_contain_text("A militia of its own")
    settle(page)
    rows = store.load().claim_actors
    assert set(rows.loc[rows["name"] == "A militia of its own", "text"]) == {words}
    page.click("#undo")
    settle(page)
    assert "A militia of its own" not in set(store.load().claim_actors["name"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(390, 844), (1440, 900)])
def test_the_dialog_fits_and_breaks_no_rule(chromium, address, store, scheme, size):
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    )
    tab = context.new_page()
    open_page(tab, address)
    if size[0] < 900:
        tab.click("#open-rail")
    open_dialog(tab)
    choose_one(tab, two_actors(store)[0][1])
    settle(tab)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(tab).response["violations"]
    context.close()
    assert not [(v["id"], v["nodes"][0]["html"][:160]) for v in found]
