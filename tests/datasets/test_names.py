"""Datasets' actors join the articles' actors only where both surely mean the same."""

import pytest

from timeline.datasets.names import find_ids


@pytest.mark.parametrize(
    ("name", "about", "wanted"),
    [
        ("Government of Syria", {"SY"}, "syrian-government"),
        ("Government of Myanmar (Burma)", {"MM"}, None),
        ("Military Forces of Syria (2000-)", {"SY"}, "syrian-government-forces"),
        ("Military Forces of Syria (2000-2024)", {"SY"}, "syrian-government-forces"),
        ("Military (Syria)", {"SY"}, "syrian-government-forces"),
        ("Military Forces of Syria (2000-) Air Force", {"SY"}, "military-forces-of-syria-2000-air-force"),
        ("IS", {"SY"}, "islamic-state"),
        ("IS", {"SE"}, "is"),
        ("Civilians (Syria)", {"SY"}, "civilians"),
        ("Ahrar of the Somewhere", {"SY"}, "ahrar-of-the-somewhere"),
        ("جبهة", {"SY"}, "جبهة"),
        ("Фронт Севера", {"SY"}, "фронт-севера"),
    ],
)
def test_ids(name, about, wanted):
    found = find_ids([name], about)[name]
    assert found
    assert wanted in (None, found)


def test_the_shown_name_of_a_renamed_country_is_its_government():
    ids = find_ids(["Government of Myanmar (Burma)", "Government of Myanmar"], {"MM"})
    assert len(set(ids.values())) == 1
