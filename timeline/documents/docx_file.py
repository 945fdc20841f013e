"""Word files (.docx) → documents; owns python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.table import Table

from timeline.datespan import DateSpan
from timeline.documents.archive import check_office
from timeline.documents.hygiene import mend
from timeline.documents.text import make_document
from timeline.errors import InputError
from timeline.model import Document


def read_docx(data: bytes, source: str, name: str, published: DateSpan | None = None) -> Document:
    """The document of a Word file: paragraphs and table rows in order, a blank line between them.

    The day the file was made is metadata only, never the publication date.

    Raises:
        InputError: not a Word file, damaged, or without text.

    """
    try:
        check_office(data, source)
        opened = docx.Document(io.BytesIO(data))
        text = mend("\n\n".join(_blocks(opened)))
        properties = opened.core_properties
        title, author, made = properties.title, properties.author, properties.created
    except InputError:
        raise
    except Exception as error:  # python-docx lets errors of lxml, zipfile and its own package through
        problem = f"the Word file cannot be read ({type(error).__name__})"
        raise InputError(source, problem, "open it and save it anew as .docx") from error
    if not text:
        raise InputError(source, "the Word file holds no text", "give a file with the article in it")
    metadata = {"created": made.date().isoformat()} if made else {}
    usable = author if author and author not in ("python-docx", "Microsoft Office User", "user", "User") else None
    return make_document(text, id=name, published=published, source=source, title=title or None, author=usable,
                         metadata=metadata)  # fmt: skip


def _blocks(opened: docx.document.Document) -> Iterator[str]:
    for block in opened.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))  # merged cells repeat
                if line := " | ".join(c for c in cells if c):
                    yield line
        elif words := block.text.strip():
            yield words
