"""The one article’s date in the header, with where it comes from: what everything relative is counted from."""

from __future__ import annotations

from typing import Any

from dash import html

from timeline.app import ids
from timeline.app.attributes import wild
from timeline.app.desk import Desk
from timeline.app.evidence import edtf_words
from timeline.app.words import say


def dated_line(desk: Desk) -> list[Any]:
    """A button that says how the article is dated and opens the dialog to set it; nothing for several articles."""
    documents = desk.tables().documents
    if len(documents) != 1 or not str(documents["text"].iloc[0] or "").strip():
        return []
    row = documents.iloc[0]
    published, basis = row["published"], row["date_basis"]
    if not isinstance(published, str) or not published:
        words, unsure = say("article_undated"), True
    else:
        words, unsure = say(f"article_dated.{basis}", date=edtf_words(published)), basis == "inferred"
    evidence = row["date_evidence"] if isinstance(row["date_evidence"], str) else say("date_why")
    button = html.Button(
        words,
        className="link unsure" if unsure else "link",
        type="button",
        title=evidence,
        **wild(data_opens=ids.DATE_DIALOG),
    )
    return [button]
