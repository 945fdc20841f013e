"""Days counted from an event that the text dates itself; no day where the text gives none, or two."""

import pytest

from tests.extract.dates.reading_tables import find
from timeline.datespan import DateBasis

INVASION = "The army invaded the island on 24 February 2022. "
SIEGE = "The siege began on 4 April 2022. "


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        (INVASION + "Two days after the invasion, the bridge was blown up.", "Two days", "2022-02-26"),
        (INVASION + "Three weeks into the invasion, it stalled.", "Three weeks", "2022-03-14/2022-03-20~"),
        (INVASION + "A year after the invasion, 1,500 were dead.", "A year", "2023~"),
        (INVASION + "The day before the invasion, they had denied it.", "The day before", "2022-02-23"),
        (INVASION + "The day after the second-hand invasion story, he fled.", None, None),
        (SIEGE + "On the ninth day of the siege, aid arrived.", "the ninth day", "2022-04-12"),
        (SIEGE + "On the 100th day of the bloody siege, aid arrived.", "the 100th day", "2022-07-12"),
        (SIEGE + "On day five of the siege, aid arrived.", "day five", "2022-04-08"),
        (SIEGE + "On Day 45 of the siege, aid arrived.", "Day 45", "2022-05-18"),
        (SIEGE + "On the second anniversary of the siege, bells rang.", "the second anniversary", "2024-04-04"),
        ("On the first anniversary of the 1 February 2021 coup, streets were empty.", "the first anniversary", "2022-02-01"),
        ("The 50th anniversary of the 1973 war passed.", "The 50th anniversary", "2023"),
        ("On 21 July 2013, the fifth day of the rebellion, they took it.", "the fifth day", "2013-07-21"),
        ("The bombing on 3 May 2013 killed 12. He was 23 on the day of the bombing.", "the day", "2013-05-03"),
    ],
)  # fmt: skip
def test_a_dated_event_gives_the_day(text: str, words: str | None, edtf: str | None) -> None:
    found = {m.text: m for m in find(text)}
    if words is None:
        assert [m.text for m in found.values()] == ["24 February 2022"]
        return
    assert found[words].when is not None
    assert found[words].when.edtf == edtf
    assert found[words].basis is DateBasis.RELATIVE


@pytest.mark.parametrize(
    "text",
    [
        "Two days after the invasion, the bridge was blown up.",
        "The war started on 5 May 1950 and the war began again on 3 June 1953. On the third day of the war they fled.",
        "The siege ended on 4 April 2022. On the ninth day of the siege, aid arrived.",
        "The Battle of the Hill began on 3 May 1950. On the second day of the Battle of the Dale they ran.",
        "Two days after the attack, on 5 May 2013, he died. On the second day of the attack, he fled.",
        "The first anniversary of the coup was marked.",
    ],
)
def test_an_event_without_one_day_gives_none(text: str) -> None:
    counted = [m for m in find(text) if m.rule in ("event-day", "anniversary") or m.timex_type == "DURATION"]
    assert [m.when for m in counted] in ([], [None])


def test_the_resolution_names_the_event() -> None:
    mention = find(INVASION + "Two days after the invasion, the bridge was blown up.")[1]
    assert mention.resolution == (
        "“Two days”, after the invasion of Thursday 24 February 2022 → Saturday 26 February 2022"
    )
    assert (mention.timex_type, mention.timex_value) == ("DURATION", "P2D")
