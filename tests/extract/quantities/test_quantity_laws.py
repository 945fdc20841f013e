"""Laws of find_quantities: words are the text's own, blocked numbers stay out, hostile text costs no more than prose."""

import string
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.documents.text import make_document
from timeline.extract.quantities.finder import find_quantities
from timeline.model import Comparator, Document, QuantityMention, Scope, Span

WORDS = [
    "At",
    "least",
    "15",
    "people",
    "were",
    "killed",
    "and",
    "wounded",
    "1,000",
    "2.3",
    "million",
    "dozens",
    "of",
    "scores",
    "no",
    "one",
    "casualties",
    "death",
    "toll",
    "rose",
    "to",
    "from",
    "between",
    "10",
    "or",
    "more",
    "including",
    "among",
    "them",
    "a",
    "policeman",
    "his",
    "wife",
    "died",
    "fled",
    ",",
    ".",
    ":",
    ";",
    "(",
    ")",
    "-",
    "–",
    "“",
    "”",
    '"',
    "'",
    "\n",
    "%",
    "$",
    "12-year-old",
    "2014",
    "hundred",
    "thousand",
    "half",
    "several",
    "left",
    "dead",
    "injured",
    "captured",
    "7/8",
    "10:30",
    "IS",
    "US",
    "tanks",
    "destroyed",
    "the",
    "who",
    "had",
    "been",
    "by",
    "since",
    "the",
    "war",
]
prose = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
noise = st.text(alphabet=st.one_of(st.characters(), st.sampled_from(string.printable)), max_size=200)


def check(document: Document, mentions: list[QuantityMention]) -> None:
    for mention in mentions:
        assert mention.span.of(document.text) == mention.text
        assert mention.text
        assert any(s.holds(mention.span) for s in document.sentences or (Span(0, len(document.text)),))
        low, high = mention.low, mention.high
        assert (low is None) == (mention.comparator in {Comparator.LE, Comparator.LT})
        assert (high is None) == (mention.comparator in {Comparator.GE, Comparator.GT})
        assert low is None or high is None or 0 <= low <= high
        assert mention.rule
    assert all(one.span <= other.span for one, other in pairwise(mentions))


@settings(max_examples=150, deadline=None)
@given(prose)
def test_spans_slice_to_the_text_and_bounds_fit_the_comparator(text: str) -> None:
    document = make_document(text, id="law", language="en")
    check(document, find_quantities(document))


@settings(max_examples=100, deadline=None)
@given(noise)
def test_any_text_gives_a_list(text: str) -> None:
    document = Document(id="noise", text=text)
    check(document, find_quantities(document))


def test_no_text_gives_nothing() -> None:
    assert find_quantities(Document(id="empty", text="")) == []


def test_a_number_in_a_blocked_span_is_not_counted() -> None:
    text = "In 1944 people fled; 30 were killed."
    document = make_document(text, id="blocked", language="en")
    assert [m.text for m in find_quantities(document, [Span(3, 7)])] == ["30 were killed"]


@pytest.mark.parametrize(
    "number",
    [
        "9,223,372,036,854,775,808",
        "999,999,999,999,999 million",
        "between 5 and 9,223,372,036,854,775,808",
        "1 trillion",
    ],
)
def test_more_people_than_ever_lived_are_no_count(number: str) -> None:
    document = make_document(f"Rebels killed {number} people on 3 May 2014.", id="x")
    assert [m for m in find_quantities(document) if m.low != 5 or m.high is not None] == []


def test_a_mention_lies_within_its_clause() -> None:
    text = "The toll passed 100,000 in June and reached 120,000 by autumn, while 40 houses burned."
    found = find_quantities(make_document(text, id="clause", language="en"))
    assert [m.text for m in found][:2] == ["toll passed 100,000", "reached 120,000"]


def test_equal_texts_give_equal_mentions() -> None:
    text = "Nine people, among them two nurses, were killed and dozens hurt."
    one, other = (find_quantities(make_document(text, id=i, language="en")) for i in "ab")
    assert one == other
    assert [m.scope for m in one] == [Scope.EVENT, Scope.SUBSET, Scope.EVENT]


MEGABYTE = 10**6
HOSTILE = {
    "digits": "1" * MEGABYTE,
    "verb": "killed " * (MEGABYTE // 7),
    "bracket": "(" * MEGABYTE,
    "spaces": " " * MEGABYTE,
    "figures": "1,000 " * 40_000,
    "list": "two men, " * 27_000,
    "ranges": "between 5 and " * 18_000,
    "parts": "including a man " * 15_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_much_of_one_thing_takes_seconds_at_most(name: str) -> None:
    document = Document(id=name, text=HOSTILE[name])
    start = time.process_time()
    find_quantities(document)
    assert time.process_time() - start < 8
