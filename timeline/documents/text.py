"""Plain text → ``Document``: newlines normalised, sentences found, nothing else touched."""

from __future__ import annotations

from typing import Any

from timeline.datespan import DateSpan
from timeline.documents.sentences import find_sentences
from timeline.model import Document, DocumentDateBasis


def make_document(text: str, *, id: str, published: DateSpan | None = None, **meta: Any) -> Document:  # noqa: A002
    """A document of this text; a ``published`` date given here has basis ``given``.

    Windows and old Mac line ends become one newline; nothing else of the text is changed, so offsets are the file's.
    """
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    basis = DocumentDateBasis.GIVEN if published else DocumentDateBasis.UNKNOWN
    language = meta.pop("language", None) or "en"
    fields = {"date_basis": basis, **meta}
    return Document(id=id, text=clean, sentences=find_sentences(clean, language), published=published,
                    language=language, **fields)  # fmt: skip
