"""Reads the tables of expressions and non-dates beside this file."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from timeline.datespan import DateSpan
from timeline.extract.dates.finder import find_dates
from timeline.model import DateMention, Document, DocumentDateBasis

HERE = Path(__file__).parent


class Case(NamedTuple):
    """One row: a sentence, where the expression stands in it, what it must mean."""

    dct: str
    sentence: str
    start: int
    end: int
    timex_type: str
    value: str
    edtf: str | None


def document(text: str, dct: str | None = "2014-04-22", **fields: object) -> Document:
    published = DateSpan.day(date.fromisoformat(dct)) if dct else None
    basis = DocumentDateBasis.GIVEN if dct else DocumentDateBasis.UNKNOWN
    return Document(id="case", text=text, published=published, date_basis=basis, **fields)


def find(text: str, dct: str | None = "2014-04-22") -> list[DateMention]:
    return find_dates(document(text, dct))


def read_cases() -> list[Case]:
    cases, dct = [], ""
    for line in (HERE / "expressions.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            dct = line.split()[1]
        elif line and not line.startswith("#"):
            marked, kind, value, edtf, *_ = line.split("\t")
            before, _, rest = marked.partition("[[")
            inside, _, after = rest.partition("]]")
            end = len(before) + len(inside)
            cases.append(
                Case(dct, before + inside + after, len(before), end, kind, value, None if edtf == "-" else edtf)
            )
    return cases


def read_non_dates() -> list[str]:
    lines = (HERE / "non_dates.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
