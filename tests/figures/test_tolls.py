from view_builders import ARTICLE, article_tables

from timeline.figures.toll_rows import find_tolls
from timeline.figures.tolls import tolls_figure
from timeline.view.make import make_view
from timeline.view.window import FIRST, LAST


def draw(tables, width=1100):
    return tolls_figure(tables, make_view(tables, tables.claims["claim_id"], (None, None), "actor", width))


def words(figure):
    return [w for t in figure.data if getattr(t, "mode", "") == "text" for w in t.text] + [
        a.text for a in figure.layout.annotations
    ]


def series(figure):
    return {t.name: t for t in figure.data if t.customdata is not None}


def toll(i, day, low, high, comparator, scope, source):
    return (
        f"c-{i}",
        "casualty_report",
        f"figure {i}",
        "",
        day,
        "on",
        "explicit",
        ("A",),
        ("killed", low, high, comparator, scope),
        source,
    )


def test_one_series_for_each_source_with_its_own_sign():
    rows = [toll(1, "2013-01-01", 10, 10, "eq", "event", "Army"), toll(2, "2013-01-02", 40, 40, "eq", "event", "Rebels"),
            toll(3, "2013-01-05", 12, 12, "eq", "event", "Army")]  # fmt: skip
    made = series(draw(article_tables(rows)))
    assert {n: [c[0] for c in t.customdata] for n, t in made.items()} == {"Army": ["c-1", "c-3"], "Rebels": ["c-2"]}
    signs = {t.name: t.marker.symbol for t in draw(article_tables(rows)).data if t.name and t.customdata is None}
    assert signs["Army"] != signs["Rebels"]


def test_running_totals_stand_apart_from_single_events():
    said = words(draw(article_tables()))
    assert any("running totals" in w for w in said)
    assert any("single events" in w for w in said)


def test_numbers_are_labelled_as_the_source_bounds_them():
    said = " ".join(words(draw(article_tables(), 1400)))
    assert "<b>&gt; 100,000</b>" in said
    assert "<b>120,000</b>" in said
    assert "United Nations, “the death toll surpassed 100,000”" in said


def test_the_stretch_before_the_first_number_is_said_in_words():
    assert any("No figure before June 2013" in w for w in words(draw(article_tables())))


def test_without_tolls_there_is_nothing_to_draw():
    assert not draw(article_tables(ARTICLE[:3])).data


def test_rejected_and_partial_numbers_are_left_out():
    tables = article_tables()
    tables.claims.loc[tables.claims["claim_id"] == "c-04", "status"] = "rejected"
    tables.claim_quantities.loc[tables.claim_quantities["claim_id"] == "c-07", "scope"] = "subset"
    found, _ = find_tolls(tables, (FIRST, LAST), 50)
    assert [t.claim_id for t in found] == ["c-05"]


def test_the_largest_are_drawn_and_the_rest_counted():
    tables = article_tables([toll(i, "2013-01-01", i + 1, i + 1, "eq", "event", "Army") for i in range(90)])
    found, counts = find_tolls(tables, (FIRST, LAST), 60)
    assert len(found) == 60
    assert min(t.value for t in found) == 31
    assert counts["killed", False][0] == 90
    assert any("the 60 largest of 90 figures" in w for w in words(draw(tables)))
