from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.figures.ticks import SIZE, find_ticks
from timeline.view.widths import text_width
from timeline.view.window import FIRST, LAST, to_day


@settings(deadline=None, max_examples=60)
@given(st.integers(FIRST, LAST - 3), st.integers(2, 3_000_000), st.sampled_from([340, 700, 1300]))
def test_tick_labels_never_touch(first, length, width):
    last = min(first + length, LAST)
    ticks = find_ticks(first, last, width)
    assert ticks
    for (a, label), (b, _) in pairwise(ticks):
        assert (b - a) * width / (last - first) >= text_width(label, SIZE)


def test_a_few_years_are_ticked_by_months_with_the_year_named_once():
    labels = [label for _, label in find_ticks(to_day(date(2011, 1, 1)), to_day(date(2013, 1, 1)), 900)]
    assert labels[0] == "Jan 2011"
    assert sum("2012" in label for label in labels) == 1
