"""Other languages: complete dates that can be read one way, and nothing else."""

import pytest

from tests.extract.dates.reading_tables import document
from timeline.extract.dates.finder import find_dates


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "fr",
            "La ville est tombée le 22 avril 2014 au matin, en avril, mardi dernier.",
            [("22 avril 2014", "2014-04-22")],
        ),
        ("fr", "Le 1er mai 2013, rien.", [("1er mai 2013", "2013-05-01")]),
        ("de", "Die Stadt fiel am 22. April 2014, im März.", [("22. April 2014", "2014-04-22")]),
        ("es", "La ciudad cayó el 22 de abril de 2014.", [("22 de abril de 2014", "2014-04-22")]),
        ("it", "La città cadde il 3 marzo 1993.", [("3 marzo 1993", "1993-03-03")]),
        ("ru", "Город пал 22 апреля 2014 года.", [("22 апреля 2014", "2014-04-22")]),
        ("ar", "سقطت المدينة في 22 أبريل 2014.", [("22 أبريل 2014", "2014-04-22")]),
        ("zh", "该市于2014年4月22日陷落。", [("2014年4月22日", "2014-04-22")]),
        ("fr", "Le 22/04/2014 ou le 3/4/2014, hier, en 2013.", []),
        ("fr", "Les 22 soldats morts 2014.", []),
        ("fr", "Rapport du 2014-04-22.", [("2014-04-22", "2014-04-22")]),
        ("fr", "Le 31 février 2014.", []),
    ],
)
def test_only_complete_dates_are_taken(language: str, text: str, found: list[tuple[str, str]]) -> None:
    mentions = find_dates(document(text, "2014-05-01", language=language))
    assert [(m.text, m.when.edtf) for m in mentions] == found
    assert all(m.rule == f"complete-date:{language}" for m in mentions)
