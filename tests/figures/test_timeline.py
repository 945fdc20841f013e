import json

import pytest
from view_builders import ARTICLE, article_tables, many_tables

from timeline.figures.overview import overview_figure
from timeline.figures.page import page_figure
from timeline.figures.timeline import plain_timeline, timeline_figure
from timeline.view.make import make_view


def view_of(tables, width=1100):
    return make_view(tables, tables.claims["claim_id"], (None, None), "actor", width)


def hits(figure):
    return next(t for t in figure.data if t.type == "bar")


def words(figure):
    return [w for t in figure.data if getattr(t, "mode", "") == "text" for w in t.text] + [
        a.text for a in figure.layout.annotations
    ]


def test_every_mark_can_be_clicked_and_gives_its_claim():
    view = view_of(article_tables())
    bars = hits(timeline_figure(view))
    assert [c[0] for c in bars.customdata] == [m.claim_id for m in view.marks]
    assert {c[0] for c in bars.customdata} == {r[0] for r in ARTICLE}
    assert min(bars.width) >= 24


def test_a_selected_claim_is_ringed_in_every_lane():
    view = view_of(article_tables())
    plain, ringed = timeline_figure(view), timeline_figure(view, selected="c-08")
    ring = [t for t in ringed.data if getattr(t, "mode", "") == "lines" and t.line.width == 2.2]
    assert len(ringed.data) == len(plain.data) + 1
    assert sum(x is None for x in ring[0].x) == 2


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440, 3840])
def test_figures_of_any_width_and_theme_are_plain_json(theme, width):
    tables = article_tables()
    view = view_of(tables, width)
    for figure in (timeline_figure(view, theme), overview_figure(tables, view, theme)):
        made = json.loads(figure.to_json())
        assert made["layout"]["width"] == width
        assert made["layout"]["paper_bgcolor"] == "rgba(0,0,0,0)"


def test_source_words_cannot_become_markup():
    row = ("c-1", "other", "he said <b>no</b> & left", "", "2014-04-10", "on", "explicit", ("A<i>",), None, "")
    said = words(timeline_figure(view_of(article_tables([row]))))
    assert "he said &lt;b&gt;no&lt;/b&gt; &amp; left" in said


def test_source_words_cannot_turn_a_label_round():
    row = ("c-1", "other", "rebels \u202eat\u202ctacked \u2066it", "", "2014-04-10", "on", "explicit", ("A",), None, "")
    assert "rebels attacked it" in words(timeline_figure(view_of(article_tables([row]))))


@pytest.mark.parametrize("count", [0, 1, 300, 1200])
def test_every_level_of_detail_draws(count):
    tables = many_tables(count)
    view = view_of(tables)
    figure = timeline_figure(view)
    assert figure.layout.height >= view.height
    assert json.loads(overview_figure(tables, view).to_json())["layout"]["dragmode"] == "select"


def test_nothing_to_show_is_said_in_words():
    assert "No claims to show" in words(timeline_figure(view_of(many_tables(0))))


def test_first_and_last_years_draw():
    rows = [(f"c-{y}", "other", "x", "", y, "in", "explicit", ("A",), None, "") for y in ("0001", "1204", "9999")]
    figure = timeline_figure(view_of(article_tables(rows)))
    assert figure.layout.xaxis.range[0].startswith("0001-01-01")


def test_density_cells_carry_their_days_and_count():
    figure = timeline_figure(view_of(many_tables(1200)))
    cells = [c for row in figure.data[0].customdata for c in row if c]
    assert figure.data[0].type == "heatmap"
    assert all(c[0]["start"] <= c[0]["end"] for c in cells)


def test_the_overview_shows_year_wide_claims_as_spans():
    tables = article_tables()
    figure = overview_figure(tables, view_of(tables))
    bars, spans = hits(figure), next(t for t in figure.data if getattr(t, "mode", "") == "lines")
    assert sum(c[1] for c in bars.customdata) == 8
    assert sum(x is None for x in spans.x) == 2


def test_the_exported_page_holds_title_filter_sources_and_key():
    tables = article_tables()
    figure = page_figure(
        tables, view_of(tables, 1280), title="A title", subtitle="All claims · 10 of 10", footer="Source · 2026-11-24"
    )
    said = " ".join(words(figure))
    for part in (
        "A title",
        "All claims · 10 of 10",
        "Source · 2026-11-24",
        "exact day",
        "somewhere within",
        "Remote violence",
    ):
        assert part in said


def test_the_figure_tells_where_the_names_of_the_lanes_stand():
    view = view_of(article_tables())
    meta = timeline_figure(view).layout.meta
    assert (meta["mode"], meta["by"], meta["left"]) == ("labels", "actor", view.left)
    assert [(lane["name"], lane["top"]) for lane in meta["lanes"]] == [(lane.name, lane.top) for lane in view.lanes]


def test_plain_drawing_and_figure_are_the_same():
    view = view_of(article_tables())
    plain = plain_timeline(view)
    assert [t["type"] for t in plain["data"]] == [t.type for t in timeline_figure(view).data]
