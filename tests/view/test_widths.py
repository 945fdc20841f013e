from hypothesis import given
from hypothesis import strategies as st

from timeline.view.widths import cut_text, text_width, wrap_text

texts = st.text(st.sampled_from("abc WM,.-é漢字عربי\u00a0"), max_size=60)


def test_bold_is_wider_and_size_scales():
    assert text_width("Government forces", 13, bold=True) > text_width("Government forces", 13)
    assert abs(text_width("abc", 26) - 2 * text_width("abc", 13)) < 1e-9


def test_full_width_scripts_fill_the_square():
    assert text_width("漢字", 10) >= 20


@given(texts, st.floats(0, 400))
def test_cut_text_is_never_wider_than_its_room(text, room):
    assert text_width(cut_text(text, room)) <= room or text == ""


def test_text_is_cut_at_a_word_boundary():
    assert cut_text("fighting between the army and rebels", 150) == "fighting between the…"


@given(texts, st.floats(40, 400), st.integers(1, 4))
def test_wrapped_lines_fit(text, room, lines):
    made = wrap_text(text, room, lines=lines)
    assert len(made) <= lines
    assert all(text_width(line) <= room for line in made)
