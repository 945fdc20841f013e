"""Text and Markdown files → one document."""

from __future__ import annotations

from timeline.datespan import DateSpan
from timeline.documents.article import read_layout
from timeline.documents.charset import decode
from timeline.documents.corpus import LONGEST_TEXT
from timeline.documents.published import read_published
from timeline.documents.text import make_document
from timeline.errors import DateSpanError, InputError
from timeline.model import Document, DocumentDateBasis


def read_plain(data: bytes, source: str, name: str, published: DateSpan | None = None) -> Document:
    """The document of a text file; the date in its front matter has basis ``metadata``.

    Raises:
        InputError: the file is empty, not text, or too long.

    """
    text = decode(data, source)
    if not text.strip():
        raise InputError(source, "the file holds no text", "give a file with the article in it")
    if len(text) > LONGEST_TEXT:
        raise InputError(source, f"the text is longer than {LONGEST_TEXT:,} characters", "split it into articles")
    if published is None and (found := _front_date(text, source)):
        evidence = "the date in the file's header lines"
        basis = DocumentDateBasis.METADATA
        return make_document(text, id=name, published=found, source=source, date_basis=basis, date_evidence=evidence)
    return make_document(text, id=name, published=published, source=source)


def _front_date(text: str, source: str) -> DateSpan | None:
    front = read_layout(text.replace("\r\n", "\n")).front
    try:
        return read_published(front.get("date"))
    except DateSpanError as error:
        raise InputError(source, "impossible or unclear date in its header", str(error).rstrip(".")) from error
