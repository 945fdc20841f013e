"""What the evidence panel shows of one claim, as plain values: facts in words and the article cut at its marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from timeline.app.passages import Mark, Piece, cut_paragraphs, cut_pieces
from timeline.datespan import DateSpan
from timeline.errors import DateSpanError
from timeline.export.words import date_words
from timeline.frame.tables import ClaimTables

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim with everything that stands beside it; texts missing in the tables are ``""``, numbers ``None``."""

    claim: Record
    document: Record
    when: str
    alternatives: tuple[str, ...]
    actors: tuple[Record, ...]
    places: tuple[Record, ...]
    quantities: tuple[Record, ...]
    attributions: tuple[Record, ...]
    article: tuple[tuple[Piece, ...], ...]


def find_evidence(tables: ClaimTables, claim_id: str) -> Evidence | None:
    """The evidence of a claim; ``None`` when the tables hold no such claim."""
    found = plain_records(tables.claims[tables.claims["claim_id"] == claim_id])
    if not found:
        return None
    claim = found[0]
    documents = plain_records(tables.documents[tables.documents["document_id"] == claim["document_id"]])
    document = documents[0] if documents else {"text": "", "title": "", "published": "", "date_basis": "unknown"}
    children = {
        n: tuple(plain_records((t := getattr(tables, f"claim_{n}"))[t["claim_id"] == claim_id]))
        for n in ("actors", "places", "quantities", "attributions")
    }
    return Evidence(
        claim=claim,
        document=document,
        when=claim_date(claim),
        alternatives=tuple(edtf_words(e) for e in claim["date_alternatives"].split("; ") if e),
        article=_article(document["text"], claim, children),
        **children,
    )


def claim_date(claim: Record) -> str:
    """A claim's date for people: ``Friday 18 April 2014``, ``by September 2013``, ``undated``."""
    start, end = _day(claim["date_start"]), _day(claim["date_end"])
    approximate = claim["date_edtf"].endswith("~")
    words = date_words(start, end, claim["date_precision"], claim["date_relation"], approximate=approximate)
    if start is not None and start == end and claim["date_precision"] == "day" and words[0].isdigit():
        return f"{start:%A} {words}"
    return words


def edtf_words(edtf: str) -> str:
    """An EDTF date for people; what cannot be read is shown as it is written."""
    try:
        span = DateSpan.parse(edtf)
    except DateSpanError:
        return edtf
    words = date_words(span.start, span.end, span.precision.value, "", approximate=span.approximate)
    return f"{span.start:%A} {words}" if span.start and span.start == span.end and words[0].isdigit() else words


def _article(text: str, claim: Record, children: dict[str, tuple[Record, ...]]) -> tuple[tuple[Piece, ...], ...]:
    if not text or claim["sentence_start"] is None:
        return ()
    marks = [Mark(claim["sentence_start"], claim["sentence_end"], "sentence")]
    if claim["date_text_start"] is not None:
        marks.append(Mark(claim["date_text_start"], claim["date_text_end"], "date"))
    for name, kind in (("actors", "actor"), ("quantities", "quantity"), ("attributions", "attribution")):
        marks += [Mark(r["start"], r["end"], kind) for r in children[name] if r["start"] is not None]
    ranges = cut_paragraphs(text, claim["sentence_start"])
    return tuple(tuple(cut_pieces(text, start, end, marks)) for start, end in ranges)


def plain_records(rows: pd.DataFrame) -> list[Record]:
    """Rows as plain values: missing text is ``""``, other missing values ``None``."""
    texts = {c for c in rows.columns if pd.api.types.is_string_dtype(rows[c].dtype)}
    return [{str(c): _plain(v, text=c in texts) for c, v in row.items()} for row in rows.to_dict("records")]


def _plain(value: Any, *, text: bool) -> Any:
    if pd.isna(value):
        return "" if text else None
    return value.item() if hasattr(value, "item") else value


def _day(value: Any) -> date | None:
    return None if value is None else pd.Timestamp(value).date()
