"""Plain text → ``Document``: newlines normalised, sentences found, nothing else touched."""

from __future__ import annotations

from typing import Any

from timeline.datespan import DateSpan
from timeline.documents.article import read_layout
from timeline.documents.charset import scalar_text
from timeline.documents.language import find_language
from timeline.documents.sentences import find_sentences
from timeline.model import Document, DocumentDateBasis, Span


def make_document(text: str, *, id: str, published: DateSpan | None = None, **meta: Any) -> Document:  # noqa: A002
    """A document of this text; a ``published`` date given here has basis ``given`` unless ``date_basis`` says other.

    Windows and old Mac line ends become one newline; nothing else of the text is changed, so offsets are the file's.
    Title and author not given are read off the layout, the language off the words (English where unsure).
    """
    clean = scalar_text(text.replace("\r\n", "\n").replace("\r", "\n"))
    layout = read_layout(clean)
    basis = DocumentDateBasis.GIVEN if published else DocumentDateBasis.UNKNOWN
    language = meta.pop("language", None) or find_language(clean)
    fields = {"date_basis": basis, **meta}
    fields["title"] = fields.get("title") or layout.title
    fields["author"] = fields.get("author") or layout.author
    sentences = find_sentences(clean[layout.body :], language, fields["title"])
    if layout.body:
        sentences = tuple(Span(s.start + layout.body, s.end + layout.body) for s in sentences)
    return Document(id=id, text=clean, sentences=sentences, published=published, language=language, **fields)
