"""Lanes: their names show one actor alone, small ones fold together, and a claim is ringed in all of its lanes."""

from __future__ import annotations

import struct

from page_driving import counts, drawn, settle

PRESSES = 3


def lanes(tab):
    return tab.evaluate(
        "document.querySelector('#timeline .js-plotly-plot').layout.meta.lanes.map((lane) => lane.name)"
    )


def of_actor(tables, actor):
    return set(tables.claim_actors.loc[tables.claim_actors["actor_id"] == actor, "claim_id"])


def test_a_lanes_name_shows_that_actor_alone_and_a_second_press_everything(page, store):
    every = counts(page)
    un = page.locator("[data-lane=united-nations]")
    un.click()
    settle(page)
    assert counts(page)[0] == len(of_actor(store.load(), "united-nations"))
    assert lanes(page)[0] == "United Nations"
    page.locator("[data-lane=united-nations]").click()
    settle(page)
    assert counts(page) == every


def test_from_landing_to_the_picture_of_one_actors_claims_in_three_presses(page, store, tmp_path):
    page.locator("[data-lane=united-nations]").click()
    page.click("#export-menu summary")
    settle(page)
    with page.expect_download() as waiting:
        page.get_by_text("Picture (PNG)", exact=True).click()
    path = tmp_path / "un.png"
    waiting.value.save_as(path)
    data = path.read_bytes()
    assert data[:4] == b"\x89PNG"
    assert min(struct.unpack(">II", data[16:24])) > 400
    assert drawn(page) <= of_actor(store.load(), "united-nations")


def test_small_lanes_open_by_a_press_and_fold_again(page):
    folded = lanes(page)
    assert any("other actors" in name for name in folded)
    page.get_by_role("button", name="Show all lanes").click()
    settle(page)
    assert len(lanes(page)) > len(folded)
    assert "small=apart" in page.url
    page.click("#fold-lanes")
    settle(page)
    assert lanes(page) == folded
    assert "small" not in page.url


def test_a_claim_is_ringed_in_every_lane_it_stands_in(page, store):
    actors = store.load().claim_actors.drop_duplicates(["claim_id", "actor_id"])
    both = actors[actors["actor_id"].isin(["syrian-government-forces", "syrian-rebels"])]
    claim = both["claim_id"].value_counts().pipe(lambda n: n[n > 1]).index[0]
    page.goto(
        page.url + f"?claim={claim}&actor=syrian-government-forces&actor=syrian-rebels&actor_mode=all&small=apart"
    )
    settle(page)
    page.wait_for_selector("#evidence:visible")
    settle(page)
    ringed = page.locator("#timeline .ring").count()
    assert ringed == len(actors[actors["claim_id"] == claim])
    assert ringed > 1


def test_every_lane_has_a_name_for_a_screen_reader(page):
    said = page.locator(".lane-names button").evaluate_all("(all) => all.map((b) => b.getAttribute('aria-label'))")
    assert said
    assert all(": " in words for words in said)
