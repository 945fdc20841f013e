"""Where sentences end, and that finding them is linear and leaves no word out."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.documents.sentences import find_sentences

CASES = [
    ("Gen. Smith said troops left. Lt. Col. Omar was killed on Jan. 5 near No. 4 checkpoint.",
     ["Gen. Smith said troops left.", "Lt. Col. Omar was killed on Jan. 5 near No. 4 checkpoint."]),
    ("The U.S. Embassy closed. He lives in the U.S. The army left.",
     ["The U.S. Embassy closed.", "He lives in the U.S.", "The army left."]),
    ("BEIRUT (Reuters) - At least 10 people died. More fled.", ["BEIRUT (Reuters) - At least 10 people died.", "More fled."]),
    ('"We are here," he said, "and we stay. We will fight." They left.',
     ['"We are here," he said, "and we stay. We will fight."', "They left."]),
    ("“Our home is in danger. . . . They are near.” He asked for help.",
     ["“Our home is in danger. . . . They are near.”", "He asked for help."]),
    ("The attack ... killed two. Dr. No of the U.N. left.", ["The attack ... killed two.", "Dr. No of the U.N. left."]),
    ("J. R. Rahman and A. Jones met at 10:30 a.m. Monday. It cost $3.50 a day.",
     ["J. R. Rahman and A. Jones met at 10:30 a.m. Monday.", "It cost $3.50 a day."]),
    ("Town falls\n\nThe army won. It left.", ["Town falls", "The army won.", "It left."]),
    ("Overview\nThe war began. It went on.", ["Overview", "The war began.", "It went on."]),
    ("It named:\n- the first group\n- the second group", ["It named:", "- the first group", "- the second group"]),
    ("They spoke to the President\nBashar al-Haddad, who said on the radio that the long war was over,\nand went home.",
     ["They spoke to the President", "Bashar al-Haddad, who said on the radio that the long war was over,\nand went home."]),
    (("The rebels left the town of Karesh on Tuesday after talks with the President\n"
     "Amin Haddad, who said on state radio that the long war was over, and that\nall would be well in the end."),
     [("The rebels left the town of Karesh on Tuesday after talks with the President\n"
      "Amin Haddad, who said on state radio that the long war was over, and that\nall would be well in the end.")]),
    ('They said "the planes are still flying". The watch group agreed that "the town is lost". It fell.',
     ['They said "the planes are still flying".', 'The watch group agreed that "the town is lost".', "It fell."]),
    ('The planes are still flying". The watch group said "it is lost" and left. It fell. He said "no". All went.',
     ['The planes are still flying".', 'The watch group said "it is lost" and left.', "It fell.", 'He said "no".', "All went."]),
    ("Topic Operation (61) 112 The army left. It ran. Then Omar (31) agreed. They left (61) again. All went.",
     ["Topic Operation (61) 112 The army left.", "It ran.", "Then Omar (31) agreed.", "They left (61) again.", "All went."]),
    ("", []),
    (" \n\t\n ", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_sentences(text, wanted):
    assert [s.of(text) for s in find_sentences(text)] == wanted


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        ("Bomb kills two in city AFP Tuesday 29 Apr 2014 A bomb went off. Two died.", "Bomb kills two in city",
         ["Bomb kills two in city", "AFP Tuesday 29 Apr 2014", "A bomb went off.", "Two died."]),
        ("Wed 05 Apr 2017 Bomb kills two in city. A bomb went off.", "Bomb kills two in city",
         ["Wed 05 Apr 2017", "Bomb kills two in city.", "A bomb went off."]),
        ("Bomb kills two in city A bomb went off.", "Bomb kills two in city - World - The Daily",
         ["Bomb kills two in city", "A bomb went off."]),
        ("Published July 2 2016 At least two died. It rained.", None,
         ["Published July 2 2016", "At least two died.", "It rained."]),
        ("Date of publication 5 July 2016 The bomber fled. It rained.", None,
         ["Date of publication 5 July 2016", "The bomber fled.", "It rained."]),
        ("07-07-2016 5 civilians killed in city. It rained.", "5 civilians killed in city",
         ["07-07-2016", "5 civilians killed in city.", "It rained."]),
        ("05.10.2017(updated 1935 05.10.2017) Get short URL 101 A mortar hit. It rained.", None,
         ["05.10.2017(updated 1935 05.10.2017) Get short URL 101", "A mortar hit.", "It rained."]),
        ("Posted on April 3 2016 by Jane Doe Gas dropped on market town The mayor fled.", "Gas dropped on market town",
         ["Posted on April 3 2016", "by Jane Doe", "Gas dropped on market town", "The mayor fled."]),
        ("Saturday 27 Aug 2016 Barrels kill nine Monitor AFP Nine died. It rained.", "Barrels kill nine Monitor",
         ["Saturday 27 Aug 2016", "Barrels kill nine Monitor", "AFP", "Nine died.", "It rained."]),
        ("Published works of the dead poet were burnt.", None, ["Published works of the dead poet were burnt."]),
        ("14 Nov 2017 was a bad day. It rained.", None, ["14 Nov 2017 was a bad day.", "It rained."]),
        ("Syrian army advances on the town.", "Syrian army", ["Syrian army advances on the town."]),
    ],
)  # fmt: skip
def test_headline_and_dateline_glued_to_the_front(text, title, wanted):
    assert [s.of(text) for s in find_sentences(text, "en", title)] == wanted


def test_a_quotation_without_end_does_not_swallow_the_article():
    text = "“We stay here and we will fight. " + "They took the town that day. " * 40 + "It is over.”"
    spans = find_sentences(text)
    assert max(s.end - s.start for s in spans) < 100


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        ". ",
        '"',
        "Mr. ",
        "He left. ",
        '"He left. ',
        "\n",
        "(",
        "Hi there.\n\n",
        "A.",
        "\u00a0",
        "29 ",
        "Dr. No. ",
        " \n",
    ],
)
def test_a_megabyte_of_anything_takes_little_time(piece):
    text = piece * (1_000_000 // len(piece))
    start = time.perf_counter()
    spans = find_sentences(text)
    assert time.perf_counter() - start < 20  # linear: a quadratic step would take hours
    assert len(spans) <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aB.1 \n\t\"“”'!?…-Mr\u00a0é中", max_size=300))
def test_spans_are_trimmed_in_order_and_lose_no_word(text):
    spans = find_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.of(text) == s.of(text).strip() != "" for s in spans)
    gaps = [
        text[a:b] for a, b in zip([0, *(s.end for s in spans)], [*(s.start for s in spans), len(text)], strict=True)
    ]
    assert "".join(gaps).strip() == ""


@pytest.mark.parametrize("unit", ["On Monday the UN said ", "twelve, ", "x"])
def test_what_no_person_wrote_as_one_sentence_is_cut(unit):
    text = unit * (20_000 // len(unit))
    spans = find_sentences(text)
    assert all(s.end - s.start <= 3_000 for s in spans)
    assert "".join(s.of(text) for s in spans).replace(" ", "") == text.replace(" ", "")
