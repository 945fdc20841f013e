"""Places found in sentences on many wars, written for these tests."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.documents.text import make_document
from timeline.extract.actors.finder import find_actors
from timeline.extract.places.finder import find_places
from timeline.model import PlaceMention


def places(text: str) -> list[PlaceMention]:
    document = make_document(text, id="t")
    return find_places(document, find_actors(document))


FOUND = [
    ("Shells fell on the Akrama neighborhood of Homs in Syria.", ["Akrama", "Homs", "Syria"]),
    ("A blast hit the Bilal al-Habshi mosque in Homs, Syria.", ["Bilal al-Habshi mosque", "Homs", "Syria"]),
    ("Troops entered the Old City of Homs in Syria.", ["Old City", "Homs", "Syria"]),
    ("Jets bombed the hamlets of El Rincon and La Palma in Colombia.", ["El Rincon", "La Palma", "Colombia"]),
    ("Helicopters hit the outskirts of Orzhal and Ulmen-Kale.", ["Orzhal", "Ulmen-Kale"]),
    ("The village of Chengue in Colombia was attacked.", ["Chengue", "Colombia"]),
    ("Fighting raged near the town of San Vicente del Caguan, Colombia.", ["San Vicente del Caguan"]),
    ("Rockets hit Deir Ezzor military airport in Syria.", ["Deir Ezzor military airport", "Syria"]),
    ("Shells hit Abu Shouk camp near El Fasher in Sudan.", ["Abu Shouk camp", "El Fasher", "Sudan"]),
    ("The rebels took Khe Sanh in Vietnam.", ["Khe Sanh", "Vietnam"]),
    ("Villages in Idlib province in Syria were bombed.", ["Idlib province", "Syria"]),
    ("Fighters stormed base 17 in Syria.", ["base 17", "Syria"]),
    ("An attack on Camp Hurriya in Iraq killed 20.", ["Camp Hurriya", "Iraq"]),
    ("Syrias Homs was shelled on Monday, and Homs burned.", ["Syria", "Homs"]),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_places_are_found_with_or_without_a_gazetteer(text: str, wanted: list[str]) -> None:
    found = [p.name for p in places(text)]
    assert [name for name in wanted if name not in found] == []


NOT_PLACES = [
    ("The Washington Post reported it from Syria.", "Washington"),
    ("Damascus said it would not talk.", "Damascus"),
    ("The London-based group counts the dead in Syria.", "London"),
    ("BEIRUT (Reuters) - Shells fell on Homs in Syria.", "BEIRUT"),
    ("The UN envoy to Syria spoke in Geneva.", "Syria"),
    ("It began with the Arab Spring in Tunisia.", "Spring"),
    ("Syria's president spoke.", "Syria"),
    ("The highway between Damascus and Homs in Syria was cut.", "Homs"),
    ("Moscow backed the Syrian army in Aleppo.", "Moscow"),
    ("Syrian troops advanced.", "Syrian"),
    ("HMS Sheffield was hit off the Falkland Islands.", "Sheffield"),
]


@pytest.mark.parametrize(("text", "name"), NOT_PLACES)
def test_speakers_datelines_and_nationalities_are_no_places(text: str, name: str) -> None:
    assert name not in [p.name for p in places(text)]


def test_a_name_is_read_by_the_countries_of_the_document() -> None:
    libya = places("Fighting in Libya reached Tripoli. Libya is at war.")
    lebanon = places("Fighting in Lebanon reached Tripoli. Lebanon is at war.")
    assert {p.country for p in libya if p.name == "Tripoli"} == {"LY"}
    assert {p.country for p in lebanon if p.name == "Tripoli"} == {"LB"}


def test_the_old_city_of_homs_is_not_jerusalem() -> None:
    old = next(p for p in places("Troops took the Old City of Homs in Syria.") if p.name == "Old City")
    assert (old.lat, old.country) == (None, "SY")


def test_the_kind_orders_how_specific_a_place_is() -> None:
    kinds = {p.name: p.kind for p in places("The Akrama neighborhood of Homs in Homs province in Syria was hit.")}
    assert (kinds["Akrama"], kinds["Homs"], kinds["Homs province"], kinds["Syria"]) == (
        "district",
        "city",
        "region",
        "country",
    )


def test_a_district_known_only_from_the_text_is_found_again() -> None:
    text = "Bombs fell on the Qaterja neighbourhood of Aleppo in Syria. Qaterja was full of families."
    assert [p.name for p in places(text)].count("Qaterja") == 2


def test_coordinates_are_degrees_or_nothing() -> None:
    for place in places(
        "In Goma, Bukavu and Kinshasa in the Democratic Republic of Congo, near the village of Nowhere."
    ):
        assert (place.lat is None) == (place.lon is None)
        assert place.lat is None or (-90 <= place.lat <= 90 and -180 <= place.lon <= 180)


WORDS = st.sampled_from(
    ["the", "in", "Homs", "Syria", "Syrias", "village of", "Old City", "al-Bab", "Deir", "Ezzor", "province", "camp", "near", "Kyiv's", ".", ",", "\n", "New York",
     "and", "base 17", "neighbourhood", "BEIRUT (AP)", "between", "Mosque", "Łódź", "district", "said", "of", "Damascus"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_offsets_slice_to_their_words_and_places_do_not_overlap(text: str) -> None:
    document = make_document(text, id="t")
    actors = find_actors(document)
    found = find_places(document, actors)
    for place in found:
        assert document.text[place.span.start : place.span.end] == place.text
        assert not any(place.span.overlaps(actor.span) for actor in actors)
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    places(text)
