"""Laws that hold for any text: spans slice, nothing overlaps, EDTF round-trips, the same answer every time, linear work."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.dates.reading_tables import document, find, read_cases
from timeline.datespan import DateSpan
from timeline.extract.dates.dct import date_document
from timeline.extract.dates.finder import find_dates
from timeline.extract.dates.timex import single_expressions, to_timex_records

_WORDS = ["last", "the", "next", "Friday", "May", "may", "March", "2014", "22", "April", "of", "early", "in", "week", "three", "days", "ago", "-", "–", "to",
          "and", "between", "1980s", "century", "19th", "BC", "490", "9", "a.m.", "10:30", ",", ".", "(", ")", "\n", "every", "since", "until", "half",
          "first", "quarter", "summer", "winter", "year", "later", "before", "second", "troops", "Ramadan", "Easter", "2013-04-05", "3/4/2014", "30", "31",
          "February", "’98", "night", "morning", "end", "noon", "today", "now", "weekend", "9/11", "siege", "battle", "began", "anniversary", "quarter", "earlier", "ago", "overnight", "26/11", "'82", "84", "day", "after", "first", "fifth", "[", "]", "p.m.", "GMT", "local", "time", "\xa0", "00", "0", "months"]  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join), st.text(max_size=200))
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@given(text=TEXTS, day=DAYS)
@settings(max_examples=300, deadline=None)
def test_spans_slice_to_their_text_and_never_overlap(text: str, day: date) -> None:
    mentions = find(text, day.isoformat())
    for group in (mentions, list(single_expressions(mentions))):
        end = 0
        for mention in group:
            assert mention.span.of(text) == mention.text
            assert mention.text == mention.text.strip() != ""
            assert mention.span.start >= end
            end = mention.span.end


@given(text=TEXTS, day=DAYS)
@settings(max_examples=200, deadline=None)
def test_every_date_span_survives_edtf(text: str, day: date) -> None:
    for mention in find(text, day.isoformat()):
        for span in (mention.when, *mention.alternatives):
            if span is not None:
                assert DateSpan.parse(span.edtf, span.precision) == span


@given(text=TEXTS, low=DAYS, high=DAYS)
@settings(max_examples=150, deadline=None)
def test_an_uncertain_document_date_covers_both_its_ends(text: str, low: date, high: date) -> None:
    low, high = min(low, high), max(low, high)
    uncertain = document(text, low.isoformat())
    object.__setattr__(uncertain, "published", DateSpan.interval(low, high))
    for mention in find_dates(uncertain):
        assert mention.span.of(text) == mention.text


@given(text=TEXTS)
@settings(max_examples=100, deadline=None)
def test_dating_a_document_never_fails(text: str) -> None:
    dated = date_document(document(text, None))
    assert list(to_timex_records(dated, find_dates(dated)))


@pytest.mark.parametrize("day", ["0001-01-01", "0001-01-07", "9999-12-09", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_trap(day: str) -> None:
    text = "On Monday and Sunday, last Friday, Sundays end, next weekend, on Monday week, overnight into Sunday, this month, ten years later."
    assert all(m.span.of(text) == m.text for m in find(text, day))


def test_the_same_answer_in_any_order_and_thread() -> None:
    cases = read_cases()[::5]
    alone = [find(c.sentence, c.dct) for c in cases]
    backwards = [find(c.sentence, c.dct) for c in reversed(cases)][::-1]
    with ThreadPoolExecutor(8) as pool:
        threaded = list(pool.map(lambda c: find(c.sentence, c.dct), cases))
    assert alone == backwards == threaded


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "7" * n,
        lambda n: "last " * (n // 5),
        lambda n: "the " * (n // 4),
        lambda n: "(" * n,
        lambda n: "1.1." * (n // 4),
        lambda n: "1,000," * (n // 6),
        lambda n: "\n " * (n // 2),
        lambda n: "May " * (n // 4),
        lambda n: "12 and " * (n // 7),
        lambda n: "twenty-" * (n // 7),
        lambda n: "2014-" * (n // 5),
        lambda n: "early " * (n // 6) + "May",
        lambda n: "’" * n,
        lambda n: "a.m." * (n // 4),
        lambda n: "-" * n,
        lambda n: "٣é—" * (n // 3),
        lambda n: "3 a.m. ( 0100 GMT ) " * (n // 20),
        lambda n: "the day after the battle on 3 May 1950, " * (n // 40),
        lambda n: "in 1984, in 84, " * (n // 16),
        lambda n: "Monday Tuesday " * (n // 15),
    ],
)
def test_hostile_text_takes_linear_time(make) -> None:
    def cost(size: int) -> float:
        text = make(size)
        start = time.process_time()
        find(text)
        return time.process_time() - start

    cost(1000)
    small, large = max(cost(40_000), 0.004), cost(320_000)
    assert large < small * 8 * 4


def test_import_and_first_document_stay_under_half_a_second() -> None:
    code = (
        "import time; start = time.process_time(); from datetime import date\n"
        "from timeline.datespan import DateSpan; from timeline.model import Document\n"
        "from timeline.extract.dates.finder import find_dates\n"
        "find_dates(Document(id='a', text='It fell last Friday.', published=DateSpan.day(date(2014, 4, 22))))\n"
        "print(time.process_time() - start)"
    )
    spent = min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(2)
    )
    assert spent < 0.5
