"""A text is cut where its marks begin and end, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.app.passages import Mark, cut_paragraphs, cut_pieces

TEXT = "According to the UN, 14 people died on Friday."
marks = st.lists(
    st.builds(Mark, st.integers(0, 46), st.integers(0, 46), st.sampled_from(["date", "actor", "sentence"]))
)


@given(marks, st.integers(0, 46), st.integers(0, 46))
def test_pieces_joined_are_the_text(found, one, other):
    start, end = sorted((one, other))
    assert "".join(p.text for p in cut_pieces(TEXT, start, end, found)) == TEXT[start:end]


@given(marks)
def test_a_character_is_covered_by_exactly_its_marks(found):
    at = 0
    for piece in cut_pieces(TEXT, 0, len(TEXT), found):
        for i in range(at, at + len(piece.text)):
            assert piece.kinds == {m.kind for m in found if m.start <= i < m.end}
        at += len(piece.text)


def test_overlapping_marks_both_cover_what_they_share():
    pieces = list(cut_pieces("abcd", 0, 4, [Mark(0, 3, "sentence"), Mark(1, 4, "date")]))
    assert [(p.text, sorted(p.kinds)) for p in pieces] == [
        ("a", ["sentence"]),
        ("bc", ["date", "sentence"]),
        ("d", ["date"]),
    ]


def test_paragraphs_are_the_lines_with_words_in_them():
    text = "One\n\n  \nTwo two\n"
    assert [text[s:e] for s, e in cut_paragraphs(text, 0)] == ["One", "Two two"]


def test_a_very_long_text_is_shown_around_the_sentence():
    text = "\n".join(f"line {i}" for i in range(1000))
    at = text.index("line 500")
    shown = cut_paragraphs(text, at, longest=100)
    assert any(s <= at < e for s, e in shown)
    assert sum(e - s for s, e in shown) <= 100
