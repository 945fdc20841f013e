"""PDF text layers → documents; a scan is said to be one. Owns pypdf."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections import Counter

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from timeline.datespan import DateSpan
from timeline.documents.hygiene import mend
from timeline.documents.text import make_document
from timeline.errors import InputError
from timeline.model import Document

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is said in our own words

MOST_PAGES = 3000
_HYPHEN = re.compile(r"(?<=[a-zà-öø-ÿ])-\n(?=[a-zà-öø-ÿ])")
_LEAST_PER_PAGE = 15  # letters; a page with fewer is a picture with a page number
_TOO_BIG = 20_000_000


def read_pdf(data: bytes, source: str, name: str, published: DateSpan | None = None) -> Document:
    """The document of a PDF's text layer, words broken at line ends joined, running heads dropped.

    The file's own creation date is metadata only: it is the day of a file, not of a publication.

    Raises:
        InputError: not a PDF, locked with a password, too long, or a scan without text.

    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise InputError(source, "the PDF is locked with a password", "save it without one")  # noqa: TRY301
            if len(reader.pages) > MOST_PAGES:
                problem = f"the PDF has {len(reader.pages):,} pages, more than {MOST_PAGES:,}"
                raise InputError(source, problem, "split it")  # noqa: TRY301
            pages = [page.extract_text() or "" for page in reader.pages]
            info = {str(k).lstrip("/"): str(v) for k, v in (reader.metadata or {}).items() if v}
    except InputError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise InputError(
            source, f"the PDF is damaged ({error})", "open it, print it to a new PDF and give that"
        ) from error
    letters = sum(sum(map(str.isalpha, page)) for page in pages)
    if letters < _LEAST_PER_PAGE * max(1, len(pages)):
        raise InputError(source, "the PDF is a scan: its pages are pictures without text", "run it through OCR first")
    text = mend(_HYPHEN.sub("", "\n\n".join(_without_running_heads(pages))))
    if len(text) > _TOO_BIG:
        raise InputError(source, f"the text is longer than {_TOO_BIG:,} characters", "split it into articles")
    title, author = info.get("Title", "").strip(), info.get("Author", "").strip()
    known = {k: info[k] for k in ("CreationDate", "Producer") if k in info}
    return make_document(text, id=name, published=published, source=source, author=author or None,
                         title=title if _is_title(title) else None, metadata=known | {"pages": len(pages)})  # fmt: skip


def _without_running_heads(pages: list[str]) -> list[str]:
    """The pages without first and last lines that most of them share, page numbers aside."""
    lines = [[line.rstrip() for line in page.strip().split("\n")] for page in pages]
    if len(lines) < 4:
        return ["\n".join(page) for page in lines]
    edges = Counter(key for page in lines for key in {_key(page[0]), _key(page[-1])})
    common = {key for key, count in edges.items() if count > len(lines) / 2}
    kept = []
    for page in lines:
        start = 1 if _key(page[0]) in common else 0
        end = len(page) - 1 if len(page) > 1 and _key(page[-1]) in common else len(page)
        kept.append("\n".join(page[start:end]))
    return kept


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _is_title(title: str) -> bool:
    """Whether a Title entry is a headline and not the name of a file or program."""
    return " " in title and not re.search(r"\.\w{2,5}\Z|^(?:Microsoft|untitled)", title, re.IGNORECASE)
