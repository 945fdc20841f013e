import pytest

from timeline.figures.theme import SIGNS, SOURCES, THEMES, contrast, event_style
from timeline.model import EventType


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_text_has_enough_contrast(theme):
    assert contrast(theme.ink, theme.paper) >= 7
    assert contrast(theme.muted, theme.paper) >= 4.5
    assert contrast(theme.accent, theme.paper) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda t: t.name)
def test_marks_have_enough_contrast(theme):
    for sign in (*SIGNS.values(), *SOURCES):
        assert contrast(sign[1 if theme.name == "light" else 2], theme.paper) >= 3


def test_every_event_type_has_a_sign_and_no_two_share_colour_and_sign():
    assert set(SIGNS) == {t.value for t in EventType}
    assert len({event_style(t, "light") for t in SIGNS}) == len(SIGNS)
