"""What holds for every text: spans slice, clauses cover, cost is linear."""

import time

import pytest
from event_reading import one_sentence, rows, unmarked
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.documents.text import make_document
from timeline.extract.events.clauses import cut_clauses, find_clauses
from timeline.extract.events.finder import find_events
from timeline.extract.events.scope import date_scope

_SAID = [row[1] for row in rows("events.tsv")] + [unmarked(row[0]) for row in rows("clauses.txt")]
_BITS = st.sampled_from(
    [word for sentence in _SAID for word in sentence.split()]
    + [",", ";", ":", '"', "“", "”", "(", "—", "\n\n", "é", "’s"]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_BITS, max_size=60).map(" ".join))


@settings(deadline=None)
@given(_TEXTS)
def test_spans_slice_to_their_text_inside_their_sentence(text):
    document = make_document(text, id="any")
    for event in find_events(document):
        assert event.span.of(text) == event.text
        assert event.clause.holds(event.span)
        assert any(sentence.holds(event.clause) for sentence in document.sentences)


@settings(deadline=None)
@given(_TEXTS)
def test_clauses_are_in_order_and_leave_out_only_marks_and_space(text):
    document = make_document(text, id="any")
    for sentence in document.sentences:
        at = sentence.start
        for clause in find_clauses(document, sentence):
            assert at <= clause.start < clause.end <= sentence.end
            assert not any(c.isalnum() for c in text[at : clause.start])
            at = clause.end
        assert not any(c.isalnum() for c in text[at : sentence.end])


@settings(deadline=None)
@given(_TEXTS, st.integers(0, 200), st.integers(1, 30))
def test_a_scope_is_some_of_the_clauses_in_order(text, start, length):
    document = make_document(text, id="any")
    for sentence in document.sentences:
        clauses = find_clauses(document, sentence)
        found = date_scope(document, sentence, clauses, type(sentence)(start, start + length))
        assert [c for c in clauses if c in found] == found


def test_the_same_text_always_gives_the_same_events():
    document = make_document(" ".join(_SAID), id="all")
    first = find_events(document)
    cut_clauses.cache_clear()
    assert find_events(document) == first


@pytest.mark.parametrize(
    "unit",
    ["killed ", "and ", "that ", "which said ", '" ', "( ", "attack and ", "since ", "a, ", "to strike ", "1 ",
     "attacks which said on Monday ", "the army said and took ", "battle that ", "x", "-", "’s ", "said that "],
)  # fmt: skip
def test_hostile_text_costs_no_more_than_its_length(unit):
    def cost(size):
        document = one_sentence((unit * (size // len(unit) + 1))[:size].strip())
        cut_clauses.cache_clear()
        started = time.process_time()
        find_events(document)
        return time.process_time() - started

    cost(2_000)
    small, large = cost(8_000), min(cost(64_000), cost(64_000))
    assert large < 24 * max(small, 0.01)


def test_an_article_of_340_words_takes_a_few_milliseconds():
    words = " ".join(_SAID).split()
    articles = [make_document(" ".join(words[i : i + 340]), id=str(i)) for i in range(0, 2720, 340)]
    find_events(articles[0])

    def spent():
        cut_clauses.cache_clear()
        started = time.process_time()
        for article in articles:
            find_events(article)
        return (time.process_time() - started) / len(articles)

    assert min(spent() for _ in range(3)) < 0.02  # 2 ms on an idle core; room for a busy one
