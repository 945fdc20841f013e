from view_builders import article_tables

from timeline.figures.coast import lines_within
from timeline.figures.places import places_figure
from timeline.frame.tables import ClaimTables, frame


def with_places(*rows):
    tables = article_tables()
    places = frame("claim_places", [dict(zip(("claim_id", "name", "lat", "lon"), r, strict=True)) for r in rows])
    return ClaimTables(
        tables.documents, tables.claims, tables.claim_actors, places, tables.claim_quantities, tables.claim_attributions
    )


def test_places_are_counted_in_claims_and_those_without_a_position_left_out():
    made = places_figure(with_places(("c-01", "Homs", 34.7, 36.7), ("c-02", "Homs", 34.7, 36.7), ("c-02", "Homs", 34.7, 36.7),
                                     ("c-03", "Aleppo", 36.2, 37.2), ("c-04", "Nowhere", None, None)), 900)  # fmt: skip
    assert list(made.data[1].customdata) == [[{"place": "Homs"}, 2], [{"place": "Aleppo"}, 1]]
    west, east = made.layout.xaxis.range
    assert west < 36.7 < 37.2 < east


def test_without_places_the_world_is_drawn():
    assert tuple(places_figure(with_places(), 900).layout.xaxis.range) == (-180, 180)


def test_only_lines_near_the_box_are_sent():
    near, _ = lines_within(35, 32, 43, 38)
    far, _ = lines_within(-180, -60, 180, 80)
    assert 100 < len(near) < len(far) / 10


def test_chosen_places_are_filled_and_others_are_not():
    tables = with_places(("c-01", "Homs", 34.7, 36.7), ("c-02", "Aleppo", 36.2, 37.2))
    homs, aleppo = places_figure(tables, 900, chosen=("Homs",)).data[1].marker.line.width
    plain = places_figure(tables, 900).data[1].marker.line.width
    assert {homs, aleppo} == {3.5, 1.5}
    assert set(plain) == {1.5}


def test_names_stay_inside_the_figure_and_off_other_circles():
    east = places_figure(
        with_places(("c-01", "West Town", 35.0, 30.0), ("c-02", "A far eastern town with a long name", 35.0, 45.0)), 400
    )
    sides = dict(zip(east.data[1].text, east.data[1].textposition, strict=True))
    assert sides["A far eastern town with a long name"] != "middle right"
    crowded = places_figure(with_places(*((f"c-{i:02}", f"Town {i}", 35.0, 36.0 + i / 100) for i in range(40))), 900)
    assert sum(map(bool, crowded.data[1].text)) < 40
