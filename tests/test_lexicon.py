"""The shipped tables and what is read from them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.lexicon.actors import actor_aliases, lexicon
from timeline.lexicon.fold import fold, slug
from timeline.lexicon.gazetteer import gazetteer
from timeline.lexicon.governments import country_centre, governments
from timeline.lexicon.tables import read_table, split_list
from timeline.settings import LEXICONS


@settings(deadline=None)
@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Al-Nuṣra", "al nusra"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("İDLİB", "idlib"),
        ("Łódź", "lodz"),
        ("Đakovica", "dakovica"),
    ],
)
def test_spellings_that_differ_in_marks_fold_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_ids_are_stable_slugs_of_names() -> None:
    assert slug("Syrian government forces") == "syrian-government-forces"
    assert slug("People's Defence Force") == "peoples-defence-force"


@pytest.mark.parametrize(
    ("alias", "actor"),
    [
        ("regime forces", "syrian-government-forces"),
        ("Syrian army", "syrian-government-forces"),
        ("SOHR", "syrian-observatory-for-human-rights"),
        ("Daesh", "islamic-state"),
        ("Tamil Tigers", "ltte"),
        ("Red Army", "soviet-forces"),
        ("IDF", "israeli-forces"),
        ("Revolutionary Armed Forces of Colombia", "farc"),
        ("Hayat Tahrir al-Sham", "nusra-front"),
    ],
)
def test_search_by_any_alias_finds_the_actor(alias: str, actor: str) -> None:
    assert alias in actor_aliases()[actor].aliases


def test_leaders_and_capitals_are_relations_not_aliases() -> None:
    names = actor_aliases()
    assad = names["bashar-al-assad"]
    assert [(r.kind, r.target) for r in assad.relations] == [("leader-of", "syrian-government")]
    assert "Assad" not in names["syrian-government"].aliases
    assert "Damascus" not in names["syrian-government"].aliases
    assert ("part-of", "syrian-government") in [(r.kind, r.target) for r in names["syrian-government-forces"].relations]


def test_every_relation_of_an_actor_points_to_something() -> None:
    for actor in actor_aliases().values():
        assert all(r.target and r.kind for r in actor.relations)


def test_opponents_share_no_unscoped_spelling() -> None:
    for one, other in [
        ("syrian-government-forces", "free-syrian-army"),
        ("russian-forces", "ukrainian-forces"),
        ("farc", "eln"),
    ]:
        assert not set(map(fold, actor_aliases()[one].aliases)) & set(map(fold, actor_aliases()[other].aliases))


def test_an_acronym_is_matched_in_its_own_capitals_only() -> None:
    text = "He said who was there: the WHO."
    hits = [text[h.start : h.end] for h in lexicon().find(text, fold(text))]
    assert hits == ["WHO"]


def test_every_country_has_a_centre_and_names() -> None:
    for government in governments().values():
        lat, lon = country_centre(government.code)
        assert -90 <= lat <= 90
        assert -180 <= lon <= 180
        assert government.country
        assert government.state
        assert government.forces


def test_a_country_that_does_not_exist_has_no_centre() -> None:
    assert country_centre("QQ") is None


def test_the_arabic_article_may_be_there_or_not() -> None:
    assert gazetteer().find("al rastan")[0].country == gazetteer().find("rastan")[0].country == "SY"


def test_old_and_new_names_of_a_capital_are_one_place() -> None:
    assert gazetteer().find("kiev")[0].country == gazetteer().find("kyiv")[0].country == "UA"


@pytest.mark.parametrize(
    "table",
    [
        "actors",
        "actors_ucdp",
        "actors_phoenix",
        "people",
        "governments",
        "regions",
        "agents",
        "groups",
        "defaults",
        "word_classes",
        "place_nouns",
    ],
)
def test_tables_have_no_empty_first_cell_and_are_licensed(table: str) -> None:
    rows = read_table(table)
    assert rows
    first = next(iter(rows[0]))
    assert all(row[first] for row in rows)
    assert f"{table}.csv" in (LEXICONS / "LICENCES.md").read_text(encoding="utf-8")


def test_countries_of_actors_are_countries_we_know() -> None:
    for table in ("actors", "actors_ucdp", "actors_phoenix"):
        for row in read_table(table):
            assert set(split_list(row["countries"])) <= set(governments()) | {"VS", "SB"}, row["name"]
