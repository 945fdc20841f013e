"""A story is one small page in the teller's order that carries its captions and sources, and can run nothing strange."""

from __future__ import annotations

import json
import re
from datetime import date

from tests.factory import homs_tables, make_tables
from timeline.export.story import Step, write_story_json, write_story_page

MADE = date(2026, 11, 24)
EVIL = "</script><script>alert(1)</script>"


def story_of(tables, caption="A caption"):
    return [Step(c, f"{caption} {at}") for at, c in enumerate(tables.claims["claim_id"])]


def test_steps_stand_in_the_tellers_order_with_caption_sentence_and_date():
    tables = homs_tables()
    steps = story_of(tables)[::-1]
    page = write_story_page(tables, steps, title="Homs", made=MADE).decode()
    captions = [int(n) for n in re.findall(r'class="caption" dir="auto">A caption (\d+)<', page)]
    assert captions == list(range(len(steps)))[::-1]
    assert page.count("<section") == len(steps)
    assert "18 April 2014" in page
    assert "<mark>" in page


def test_a_caption_cannot_end_the_page_or_run():
    tables = make_tables()
    page = write_story_page(tables, story_of(tables, EVIL), title=EVIL, made=MADE).decode()
    assert "<script>alert" not in page
    assert page.count("<script>") == 1
    assert "default-src 'none'" in page
    assert not re.findall(r'(?:src|href)="https?:', page.replace('rel="noopener', ""))


def test_two_hundred_claims_are_far_below_two_megabytes():
    tables = homs_tables()
    steps = (story_of(tables, "A caption of some length, as a writer would put it there. " * 4) * 12)[:200]
    assert len(write_story_page(tables, steps, title="Homs", made=MADE)) < 500_000


def test_timelinejs_slides_begin_with_their_caption():
    tables = homs_tables()
    slides = json.loads(write_story_json(tables, story_of(tables), title="Homs", made=MADE))["events"]
    assert slides
    assert all(s["text"]["text"].startswith("<p><strong>A caption") for s in slides)


def test_claims_that_are_gone_are_left_out():
    tables = make_tables()
    steps = [Step("c-none", "gone"), *story_of(tables)]
    page = write_story_page(tables, steps, title="Shells", made=MADE).decode()
    assert "gone" not in re.findall(r'class="caption"[^<]*<', page)
    assert page.count("<section") == len(steps) - 1
