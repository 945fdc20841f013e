"""A report that names many years long past is still read from its own day; a history is read from its story."""

from tests.extract.dates.reading_tables import find

APPOINTMENT = (
    "Acme Industries Inc. named John Doe chairman, succeeding Jane Roe, who retires in December. Mr. Doe joined the company "
    "in 1964 and became president in 1979. Acme, which went public in 1971, makes valves. In March, it bought Valco Corp. "
    "for $40 million. The company was founded in 1931."
)
OBITUARY = (
    "Mary Poe, a novelist whose books sold in the millions, died at her home. Ms. Poe was born in 1908 and published her "
    "first novel in 1931. It was filmed in 1936. In May, she had been awarded a medal. In 1952 she moved to Denver. "
    "Her last book will be published in February."
)
WIRE = (
    "BELGRADE, Yugoslavia (AP) _ Fighting in the province began in February. It lost its autonomy in 1989. In 1991, people "
    "voted for independence. In 1996, the rebels first struck. More than 1,000 people have died since March."
)
HISTORY = (
    "The revolt began in March 1921 in the hills. In June the governor fled. In 1922 the rebels took the port, and in May they "
    "held the capital. The king returned in 1923. In August the last band surrendered."
)


def months(text: str, dct: str) -> dict[str, str]:
    return {m.text: m.timex_value for m in find(text, dct) if m.text.isalpha()}


def test_a_report_counts_bare_months_from_its_own_day() -> None:
    assert months(APPOINTMENT, "1989-11-02") == {"December": "1989-12", "March": "1989-03"}
    assert months(OBITUARY, "1990-01-15") == {"May": "1989-05", "February": "1990-02"}
    assert months(WIRE, "1998-11-05") == {"February": "1998-02", "March": "1998-03"}


def test_a_history_carries_its_year_on() -> None:
    assert months(HISTORY, "2009-12-19") == {"June": "1921-06", "May": "1922-05", "August": "1923-08"}


def test_a_year_that_opens_its_sentence_holds_for_the_next_in_a_report() -> None:
    text = "He said on Monday it was long ago. In 1985 the army bought a mine. In June it sold it."
    assert months(text, "1989-11-02")["June"] == "1985-06"


def test_a_month_before_the_one_just_named_is_of_the_reports_own_year() -> None:
    text = "The war began in April 1992 and has killed thousands, he said on Monday. Talks collapsed in February."
    assert months(text, "1995-05-02")["February"] == "1995-02"


def test_an_hour_in_four_digits_makes_no_history() -> None:
    text = "The hospital was hit at 7:00 pm (1700 GMT) on 17 October. By 2 November, it was cut off. On the 28th, phones went dead."
    assert [m.timex_value for m in find(text, "2023-11-06")][-1] == "2023-10-28"
