import pytest

from tests.extract.dates.reading_tables import Case, find, read_cases, read_non_dates

CASES = read_cases()
NON_DATES = read_non_dates()


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.dct} {c.sentence[c.start : c.end]} in {c.sentence[:30]}")
def test_an_expression_has_its_span_type_value_and_days(case: Case) -> None:
    found = {m.span: m for m in find(case.sentence, case.dct)}
    mention = found.get((case.start, case.end))
    assert mention is not None, [m.text for m in found.values()]
    got = (mention.timex_type, mention.timex_value, mention.when.edtf if mention.when else None)
    assert got == (case.timex_type, case.value, case.edtf)


@pytest.mark.parametrize("sentence", NON_DATES)
def test_what_is_no_date_stays_none(sentence: str) -> None:
    assert [(m.text, m.rule) for m in find(sentence)] == []


def test_the_tables_are_as_long_as_promised() -> None:
    assert len(CASES) >= 400
    assert len(NON_DATES) >= 150
    assert len({(c.sentence, c.start, c.dct) for c in CASES}) == len(CASES)
