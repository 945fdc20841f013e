"""The document's date: given, dateline, inferred or unknown; never the reader's today."""

from datetime import date
from pathlib import Path

import pytest

from timeline.datespan import DateBasis, DateSpan
from timeline.documents.text import make_document
from timeline.extract.dates.dct import date_document
from timeline.extract.dates.finder import find_dates
from timeline.model import DocumentDateBasis
from timeline.settings import ARTICLES

HOMS = Path(ARTICLES / "homs-2014-04-22.txt").read_text(encoding="utf-8")


def test_a_given_date_stays() -> None:
    document = make_document("Friday, 3 May 2013\n\nIt fell.", id="a", published=DateSpan.day(date(2014, 4, 22)))
    assert date_document(document) is document


@pytest.mark.parametrize(
    "text",
    [
        "Bridge destroyed\n\nTuesday, 22 April 2014\n\nThe bridge was hit on Monday.",
        "Bridge destroyed\nPublished: April 22, 2014 at 10:15 GMT\n\nThe bridge was hit on Monday.",
        "Bridge destroyed\n\nBEIRUT, April 22, 2014 (Agency) - The bridge was hit on Monday.",
        "22 April 2014 The bridge was hit on Monday, officials said.",
        "2014-04-22\n\nThe bridge was hit on Monday.",
        "Bridge destroyed\n\nBeirut — 22 April 2014 — The bridge was hit on Monday.",
    ],
)
def test_a_dateline_at_the_front_dates_the_document(text: str) -> None:
    dated = date_document(make_document(text, id="a"))
    assert (dated.published.edtf, dated.date_basis) == ("2014-04-22", DocumentDateBasis.DATELINE)
    assert "dateline" in dated.date_evidence
    assert [m.timex_value for m in find_dates(dated)][-1] == "2014-04-21"


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2013 the bridge was destroyed by a bomb, and nobody has rebuilt it.",
        "The bridge, destroyed on 3 May 2013, was never rebuilt, said the mayor of the town.",
        "The war began in 1939 and ended in 1945. It killed millions.",
        "Nothing here has a date.",
    ],
)
def test_a_date_in_running_text_is_no_dateline(text: str) -> None:
    assert date_document(make_document(text, id="a")).date_basis is DocumentDateBasis.UNKNOWN


def test_the_first_article_is_dated_by_its_own_evidence() -> None:
    dated = date_document(make_document(HOMS, id="homs"))
    assert dated.date_basis is DocumentDateBasis.INFERRED
    assert date(2013, 9, 1) <= dated.published.start <= date(2014, 4, 22) <= dated.published.end <= date(2014, 8, 31)
    for words in ("September 2013", "past three years", "February"):
        assert words in dated.date_evidence


def test_what_hangs_on_an_inferred_date_covers_all_days_it_may_mean() -> None:
    dated = date_document(make_document(HOMS, id="homs"))
    found = {m.text: m for m in find_dates(dated)}
    friday = found["last Friday"]
    assert friday.when.contains(DateSpan.day(date(2014, 4, 18)))
    assert friday.when.days > 28
    assert friday.basis is DateBasis.RELATIVE
    assert "only as a range" in friday.resolution
    assert found["June 2013"].when.edtf == "2013-06"
    assert found["February"].when.contains(DateSpan.month(2014, 2))


def test_the_first_article_with_its_date() -> None:
    document = make_document(HOMS, id="homs", published=DateSpan.day(date(2014, 4, 22)))
    found = {m.text: m.when.edtf for m in find_dates(document) if m.when}
    assert found == {
        "Tuesday": "2014-04-22", "2011": "2011", "April 2011": "2011-04", "the past three years": "2011/2014", "June 2013": "2013-06",
        "September 2013": "2013-09", "last Friday": "2014-04-18", "February": "2014-02",
    }  # fmt: skip
