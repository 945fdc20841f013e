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
        "Bridge destroyed in Homs Governor AFP Tuesday 22 Apr 2014 The bridge was hit on Monday.",
        "Bridge destroyed in Homs Governor 22 April 2014 SANA The bridge was hit on Monday.",
        "22 April 2014 12 people were killed on Monday, a governor said.",
        "Tuesday 22 April 2014 18:05 Army bombs bridge. The bridge was hit on Monday.",
        "Posted on April 22 2014 by A. Reporter The army bombed a bridge on Monday.",
        "Date of publication 22 April 2014 The army bombed a bridge on Monday.",
        "Last updated at Apr 222014 BEIRUT The army bombed a bridge on Monday.",
        "22.04.2014 The army bombed a bridge on Monday.",
        "Tue 22 Apr 2014 at 1514 Regional The army bombed a bridge on Monday.",
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
        "The mayor\n\nJohn Q. Mayor (3 May 1913 – 4 June 1999) was mayor of the town.",
        "The conflict erupted on 3 May 2013. The town fell.",
    ],
)
def test_a_date_in_running_text_is_no_dateline(text: str) -> None:
    assert date_document(make_document(text, id="a")).date_basis is DocumentDateBasis.UNKNOWN


def test_a_date_in_numbers_at_the_front_is_read_by_the_weekday_it_fits() -> None:
    dated = date_document(make_document("04-09-2014 Army bombs bridge. The bridge was hit on Thursday.", id="a"))
    assert dated.published.edtf == "2014-09-04"
    open_ = date_document(make_document("04-09-2014 Army bombs bridge. The bridge was hit.", id="a"))
    assert open_.date_basis is DocumentDateBasis.UNKNOWN


def test_a_report_without_a_date_gives_no_day_to_what_counts_from_it() -> None:
    text = "A bomb killed ten on Monday. The city was bombed on 3 March 1944. Talks broke off in February. He left last Friday."
    found = {m.text: m.when for m in find_dates(make_document(text, id="a"))}
    assert found.pop("3 March 1944").edtf == "1944-03-03"
    assert found == {"Monday": None, "February": None, "last Friday": None}


def test_the_first_article_is_dated_by_its_own_evidence() -> None:
    dated = date_document(make_document(HOMS, id="homs"))
    assert dated.date_basis is DocumentDateBasis.INFERRED
    assert date(2013, 9, 1) <= dated.published.start <= date(2014, 4, 22) <= dated.published.end <= date(2014, 8, 31)
    for words in ("September 2013", "past three years", "February"):
        assert words in dated.date_evidence


UNDATED = {
    "Serb forces shelled the town on Tuesday, killing nine.\n\nThe war began in April 1992 and has killed 200,000 people over "
    "the past three years. Talks collapsed in February after both sides rejected a map drawn in July 1994. Observers were "
    "taken hostage last Friday.": (date(1995, 4, 15), 4),
    "Drones hit the port overnight, the governor said on Monday.\n\nThe neighbour invaded in February 2022. The dam was "
    "destroyed on 6 June 2023. Two people were killed last week. Fighting has gone on for more than two years.": (date(2024, 4, 15), 12),
    "Troops landed on Friday. The enemy seized the islands on 2 April 1982. The cruiser was sunk on 2 May. Talks broke down "
    "this week.": (date(1982, 5, 21), 4),
    "Ten years ago this month, the killing began. The genocide of 1994 left 800,000 dead. Survivors gathered on Wednesday.": (
        date(2004, 4, 10), 24),
}  # fmt: skip


@pytest.mark.parametrize("text", UNDATED, ids=lambda t: t[:30])
def test_articles_of_other_wars_are_dated_by_what_they_count(text: str) -> None:
    written, months = UNDATED[text]
    dated = date_document(make_document(text, id="a"))
    assert dated.date_basis is DocumentDateBasis.INFERRED
    assert dated.published.start <= written <= dated.published.end
    assert (dated.published.end - dated.published.start).days <= months * 31
    assert dated.date_evidence.startswith("inferred from the text: it reports “")


@pytest.mark.parametrize(
    "text",
    [
        "The war began in August 1914 and ended in November 1918. In March 1918 the enemy attacked. Millions died.",
        "Clashes broke out on Sunday. The army said nine men were killed yesterday.",
        "Troops withdrew on Friday. Elections will be held in 2030, officials said yesterday. The war began in 2021.",
        "A bomb killed ten on Monday. The city was last bombed in 1944.",
        "A bomb killed ten on Monday. The city was last bombed in March 1944. Talks broke off in February.",
        "A bomb killed ten in March. The siege, begun last year, goes on.",
        "Fighters stormed the camp on Thursday. The conflict erupted on 15 April 2023. The UN said in January that 12 million fled.",
        "The battle began on 1 July 1916. Last week a memorial was opened. In November 1916 it ended. The king came in August.",
        "In 1453 the city fell. In May the walls gave way. On Tuesday, 29 May, the last attack came.",
        "Rebels took the town on Saturday. It was the worst attack since 2012. The truce was signed in November.",
        "The base will be closed by 2028, the minister said on Tuesday. Three soldiers were killed in January 2024.",
    ],
    ids=lambda t: t[:30],
)
def test_a_history_or_a_date_of_long_ago_dates_no_document(text: str) -> None:
    dated = date_document(make_document(text, id="a"))
    assert (dated.date_basis, dated.published) == (DocumentDateBasis.UNKNOWN, None)


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
