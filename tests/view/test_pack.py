from hypothesis import given
from hypothesis import strategies as st

from timeline.view.pack import pack_rows

items = st.lists(st.tuples(st.floats(-500, 1500), st.floats(0, 600), st.integers(1, 2)), max_size=60)


@given(items, st.floats(0, 20), st.booleans())
def test_items_that_share_a_row_are_a_gap_apart(raw, gap, backwards):
    boxes = [(low, low + width, depth) for low, width, depth in raw]
    rows = pack_rows(boxes, gap, [-low for low, _, _ in boxes] if backwards else None)
    for i, (low, high, depth) in enumerate(boxes):
        for j in range(i):
            other_low, other_high, other_depth = boxes[j]
            shared = set(range(rows[i], rows[i] + depth)) & set(range(rows[j], rows[j] + other_depth))
            assert not shared or high + gap <= other_low + 1e-6 or other_high + gap <= low + 1e-6


def test_items_that_do_not_meet_share_the_first_row():
    assert pack_rows([(0, 10, 1), (30, 40, 1), (5, 20, 1)], 5) == [0, 0, 1]


def test_what_cannot_share_a_row_stands_in_the_order_asked_for():
    assert pack_rows([(0, 50, 1), (40, 60, 1), (20, 60, 1)], 5, [2, 0, 1]) == [2, 0, 1]
