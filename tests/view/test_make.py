import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from view_builders import ARTICLE, article_tables, many_tables

from timeline.view.lanes import LANE_BY
from timeline.view.make import make_view
from timeline.view.widths import text_width


def view_of(tables, width=1100, lane_by="actor", window=(None, None), **more):
    return make_view(tables, tables.claims["claim_id"], window, lane_by, width, **more)


def by_claim(view):
    return {m.claim_id: m for m in view.marks}


@pytest.mark.parametrize(
    ("claim", "kind", "hollow", "tail"),
    [("c-01", "band", False, ""), ("c-03", "bar", False, ""), ("c-05", "band", False, "left"), ("c-07", "dot", False, ""),
     ("c-09", "dot", True, ""), ("c-10", "bar", False, "")],
)  # fmt: skip
def test_how_exactly_a_date_is_known_decides_the_mark(claim, kind, hollow, tail):
    mark = by_claim(view_of(article_tables()))[claim]
    assert (mark.kind, mark.hollow, mark.tail) == (kind, hollow, tail)


def test_an_open_end_reaches_the_window_and_stays_open():
    view = view_of(article_tables())
    mark = by_claim(view)["c-10"]
    assert mark.open_end
    assert mark.x1 == view.plot_width


def test_a_claim_stands_once_in_each_of_its_actors_lanes():
    view = view_of(article_tables())
    lanes = [view.lanes[m.lane].name for m in view.marks if m.claim_id == "c-08"]
    assert lanes == ["Syrian government forces", "Rebels"]


def test_labels_quote_the_source_and_its_date_words_once():
    marks = by_claim(view_of(article_tables(), 1400))
    assert marks["c-01"].label == "protests against the government spread, “2011”"
    assert marks["c-05"].label == "reached 120,000 by September 2013"


def test_date_words_survive_when_the_event_words_are_cut():
    row = ("c-1", "battle", "the army advanced on Tuesday into the besieged districts of the old city", "Tuesday", "2014-04-22", "on",
           "explicit", ("A",), None, "")  # fmt: skip
    label = view_of(article_tables([row]), 390).marks[0].label
    assert label.endswith("…, “Tuesday”")


def test_claims_without_a_date_are_counted_apart():
    row = ("c-99", "other", "no time given", "", "", "", "", ("Rebels",), None, "")
    view = view_of(article_tables((*ARTICLE, row)))
    assert (view.shown, view.undated, view.outside, view.total) == (10, 1, 0, 11)


@pytest.mark.parametrize("lane_by", LANE_BY)
def test_every_kind_of_lane_holds_every_claim(lane_by):
    view = view_of(article_tables(), lane_by=lane_by)
    assert {m.claim_id for m in view.marks} == {r[0] for r in ARTICLE}


def test_lanes_follow_the_order_asked_for():
    tables = article_tables()
    assert [lane.name for lane in view_of(tables, order="name").lanes][:2] == ["Protesters", "Rebels"]
    counts = [lane.count for lane in view_of(tables, order="count").lanes[:-1]]
    assert counts == sorted(counts, reverse=True)


def lonely(count):
    """Two claims of one actor and one claim each of ``count`` others."""
    rows = [("c-a", "battle", "x", "", "2014-04-01", "on", "explicit", ("Army",), None, ""),
            ("c-b", "battle", "y", "", "2014-04-02", "on", "explicit", ("Army", "Actor 0"), None, "")]  # fmt: skip
    rows += [
        (f"c-{i}", "battle", "clashes", "", "2014-04-03", "on", "explicit", (f"Actor {i}",), None, "")
        for i in range(1, count)
    ]
    return article_tables(rows)


def test_many_lanes_of_one_claim_are_one_lane_whose_labels_say_whose_they_are():
    view = view_of(lonely(6), order="count")
    assert [lane.name for lane in view.lanes] == ["Army", "6 other actors"]
    assert by_claim(view)["c-3"].label == "Actor 3: clashes"
    assert {m.lane for m in view.marks if m.claim_id == "c-b"} == {0, 1}


def test_a_few_lanes_of_one_claim_stay_apart_and_so_do_all_when_asked():
    assert len(view_of(lonely(3)).lanes) == 4
    assert len(view_of(lonely(6), fold=False).lanes) == 7


def test_the_lanes_that_were_chosen_stand_first_and_are_not_folded():
    view = view_of(lonely(6), order="count", foremost=("actor-4",))
    assert [lane.name for lane in view.lanes] == ["Actor 4", "Army", "5 other actors"]


def test_labels_of_one_day_stand_on_one_side():
    rows = [
        (
            f"c-{i}",
            "battle",
            "clashes in the old city " * (i + 1),
            "",
            "2014-04-20",
            "on",
            "explicit",
            ("Army",),
            None,
            "",
        )
        for i in range(4)
    ]
    rows.append(("c-x", "battle", "clashes", "", "2011", "in", "explicit", ("Army",), None, ""))
    marks = by_claim(view_of(article_tables(rows)))
    assert {marks[f"c-{i}"].label_side for i in range(4)} == {"left"}
    assert [marks[f"c-{i}"].row for i in range(4)] == [0, 1, 2, 3]


def test_a_collapsed_lane_has_one_row_and_no_labels():
    view = view_of(article_tables(), collapsed={"rebels"})
    lane = next(i for i, lane in enumerate(view.lanes) if lane.key == "rebels")
    assert {(m.row, m.label) for m in view.marks if m.lane == lane} == {(0, "")}


@pytest.mark.parametrize(
    ("count", "mode"), [(0, "empty"), (1, "labels"), (40, "labels"), (300, "marks"), (1000, "density")]
)
def test_detail_follows_the_number_of_claims(count, mode):
    view = view_of(many_tables(count))
    assert view.mode == mode
    assert view.shown == count


def test_density_counts_every_claim_once_per_lane():
    view = view_of(many_tables(1000), lane_by="event_type")
    assert sum(sum(row) for row in view.density.counts) == 1000
    assert all(a < b for a, b in pairwise(view.density.edges))


def test_a_lonely_early_claim_does_not_squeeze_the_rest():
    first = ("c-x", "other", "long ago", "in 1204", "1204", "in", "explicit", ("A",), None, "")
    recent = [(f"c-{i}", "battle", "clashes", "", (date(2014, 1, 1) + timedelta(days=i)).isoformat(), "on", "explicit", ("A",), None, "")
              for i in range(30)]  # fmt: skip
    view = view_of(article_tables([first, *recent]))
    assert view.outside == 1
    assert view.end - view.start < 60


def test_the_window_asked_for_is_kept_to_the_day():
    view = view_of(article_tables(), window=(date(2014, 1, 1), date(2014, 4, 30)))
    assert view.end - view.start == 120
    assert view.shown + view.outside == 10


spans = st.tuples(st.dates(), st.dates()).map(sorted)


@st.composite
def corpora(draw):
    made = []
    for i, (start, end) in enumerate(draw(st.lists(spans, max_size=25))):
        edtf = draw(st.sampled_from(["", start.isoformat(), f"{start}/{end}", f"{start}/..", f"../{end}"]))
        relation = draw(st.sampled_from(["on", "in", "by", "after", "since", "during"]))
        words = draw(
            st.sampled_from(["x", "clashes in the old city " * 4, "اشتباكات عنيفة بين", "抗议者在市中心举行大规模示威"])
        )
        actors = draw(st.lists(st.sampled_from("ABC"), unique=True))
        made.append(
            (
                f"c-{i}",
                "battle",
                words,
                draw(st.sampled_from(["", "last Friday"])),
                edtf,
                relation,
                "explicit",
                actors,
                None,
                "",
            )
        )
    return article_tables(made)


@settings(deadline=None, max_examples=60)
@given(corpora(), st.sampled_from([360, 390, 800, 1440]))
def test_nothing_overlaps_nothing_is_clipped_and_every_claim_is_drawn_or_counted(tables, width):
    view = view_of(tables, width)
    assert view.shown + view.outside + view.undated == view.total == len(tables.claims)
    assert len({m.claim_id for m in view.marks}) == view.shown
    boxes = []
    for mark in view.marks:
        words = text_width(mark.label)
        at = mark.label_x - (words if mark.label_side == "left" else 0)
        y = mark.y + (26 if mark.label_side == "below" else 0)
        assert mark.x0 >= -0.01
        assert mark.x1 <= view.plot_width + 0.01
        if words:
            assert at >= -0.01
            assert at + words <= view.plot_width + 0.01
            boxes.append((at, at + words, y, mark))
        boxes.append((mark.x0, mark.x1, mark.y, mark))
    for i, (low, high, y, mark) in enumerate(boxes):
        for other_low, other_high, other_y, other in boxes[:i]:
            assert mark is other or y != other_y or high <= other_low or other_high <= low


def test_a_thousand_claims_are_placed_fast():
    tables = many_tables(1000)
    best = min(_timed(tables) for _ in range(3))
    assert best < 0.25  # 30 ms on a free core; generous for a busy one


def _timed(tables):
    begun = time.perf_counter()
    view_of(tables)
    return time.perf_counter() - begun
