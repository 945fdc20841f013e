"""The date of an article set by the reader: everything that hangs on it is extracted anew and stored."""

from __future__ import annotations

import json
from typing import Any

from timeline.app.desk import Desk
from timeline.app.evidence import edtf_words
from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.errors import InputError
from timeline.model import DocumentDateBasis
from timeline.pipeline import extract_document


def document_options(desk: Desk) -> list[dict[str, str]]:
    """The articles with a text, by title and date."""
    documents = desk.tables().documents
    own = documents[documents["text"].fillna("").str.strip() != ""]
    return [
        {
            "label": " · ".join(p for p in (_text(t) or i, edtf_words(d) if _text(d) else "") if p),
            "value": i,
        }
        for i, t, d in zip(own["document_id"], own["title"], own["published"], strict=True)
    ]


def date_choice(desk: Desk, chosen: str | None, now: str | None, options: list[dict[str, str]]) -> str | None:
    """The article to offer first: that of the open claim, else the one chosen before, else the first."""
    values = [o["value"] for o in options]
    claims = desk.tables().claims
    of_claim = claims.loc[claims["claim_id"] == chosen, "document_id"] if chosen else claims["document_id"].head(0)
    for value in (*of_claim, now):
        if value in values:
            return str(value)
    return values[0] if values else None


def redate(desk: Desk, document_id: str, published: DateSpan) -> str:
    """Store the document and its claims as read with this date; gives its title. Corrections stay.

    Raises:
        InputError: there is no such article.

    """
    documents = desk.tables().documents
    rows = documents[documents["document_id"] == document_id]
    if rows.empty:
        raise InputError(document_id, "this article is not here any more", "choose another")
    row = {k: _text(v) for k, v in rows.iloc[0].items()}
    document = make_document(
        row["text"] or "",
        id=document_id,
        published=published,
        date_basis=DocumentDateBasis.GIVEN,
        title=row["title"],
        source=row["source"],
        publisher=row["publisher"],
        url=row["url"],
        author=row["author"],
        language=row["language"],
        metadata=json.loads(row["metadata"] or "{}"),
    )
    dated, claims = extract_document(document)
    desk.store.save(dated, claims)
    return dated.title or document_id


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
