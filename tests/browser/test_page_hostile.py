"""Whatever an article holds is drawn as the text it is: markup, scripts, right-to-left words, wide and invisible letters."""

from __future__ import annotations

import pytest
from page_driving import open_page, settle

from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.pipeline import extract_document
from timeline.store.open import open_store

HOSTILE = """<script>window.hit = 1</script><img src=x onerror="window.hit = 2"> Shells hit market

On 3 March 2016 rebels <b onmouseover="window.hit = 3">seized</b> the javascript:alert(1) station in Qasra.
On 4 March 2016 the army shelled the market قصف عنيف على السوق in Qasra.
On 5 March 2016 protesters of the 抗议者在市中心 group marched in Qasra.
On 6 March 2016 rebels\u200b at\u202etacked the bridge\u2069 and the %{customdata} ${process} {{config}} post.
"""


@pytest.fixture
def hostile(chromium, address, seat, tmp_path):
    document = make_document(
        HOSTILE, id="hostile", published=DateSpan.parse("2016-03-09"), title="<i onclick=alert(1)>Title</i>"
    )
    seat.store = open_store(f"sqlite:///{tmp_path}/hostile.db")
    seat.store.save(*extract_document(document))
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    faults = []
    tab.on("pageerror", lambda e: faults.append(str(e)))
    tab.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    open_page(tab, address)
    yield tab
    context.close()
    assert not faults, faults


def test_hostile_words_are_text_in_chart_table_and_evidence(hostile):
    assert hostile.locator("#timeline .main-svg .textpoint").count() >= 3
    said = hostile.evaluate("document.querySelector('#timeline .main-svg').textContent")
    assert "قصف" in said
    assert "抗议者" in said
    assert hostile.inner_text("#page-title") == "<i onclick=alert(1)>Title</i>"
    hostile.locator("#timeline-box").focus()
    for key in ("Home", "Enter"):
        hostile.keyboard.press(key)
    hostile.wait_for_selector("#evidence:visible")
    settle(hostile)
    assert "<script>window.hit = 1</script>" in hostile.inner_text("#evidence .article")
    hostile.click("#tab input[value=table]")
    hostile.wait_for_selector(".ag-row", state="visible")
    settle(hostile)
    assert hostile.evaluate("window.hit") is None
    assert hostile.locator("main b, main script, main img, #evidence b, #evidence script, #evidence img").count() == 0


def test_hostile_words_run_nothing_in_the_hover_text(hostile):
    box = hostile.locator("#timeline .nsewdrag").bounding_box()
    for step in range(40):
        hostile.mouse.move(box["x"] + box["width"] * (step % 10 + 0.5) / 10, box["y"] + 40 + 30 * (step // 10))
    assert hostile.evaluate("window.hit") is None
