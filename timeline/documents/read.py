"""Inputs → documents: files, folders, archives, addresses and corpora, each read by the module of its format.

One bad input is one error; the batch goes on. The readers of heavy formats are imported when first used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from timeline.datespan import DateSpan
from timeline.documents.charset import decode
from timeline.documents.corpus import open_lines, read_json, read_jsonl
from timeline.documents.plain import read_plain
from timeline.errors import InputError
from timeline.model import Document

Found = Document | InputError
LARGEST_FILE = 2_000_000_000
_AT_ONCE = 20_000_000  # larger corpora are read line by line
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: the date for documents without one, a corpus's columns, whether private hosts may be fetched."""

    published: DateSpan | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    allow_private: bool = False


Reader = Callable[[bytes, str, str, Options], Iterator[Found]]


def read_documents(
    inputs: Iterable[str | Path],
    published: DateSpan | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    allow_private: bool = False,
) -> Iterator[Found]:
    """Every document in these files, folders, archives, addresses and corpora, in order; an error for each bad one.

    ``published`` dates the documents whose own record gives no date. ``columns`` names a corpus table's columns by
    our fields (``{"text": "article_content", "date": ""}``). A document's id is its corpus id or its file's stem,
    made unique by a number among the inputs.
    """
    options = Options(published, columns or {}, allow_private)
    taken: dict[str, int] = {}
    for item in inputs:
        found = _read_address(str(item), options) if _ADDRESS.match(str(item)) else _read_path(Path(item), options)
        for one in found:
            yield one if isinstance(one, InputError) else _unique(one, taken)


def read_bytes(data: bytes, filename: str, published: DateSpan | None = None, *,
               columns: Mapping[str, str] | None = None) -> Iterator[Found]:  # fmt: skip
    """The documents in the bytes of one file, as dropped on the page; the suffix of ``filename`` says what it is."""
    taken: dict[str, int] = {}
    for found in _read_data(data, filename, Options(published, columns or {})):
        yield found if isinstance(found, InputError) else _unique(found, taken)


def _plain(data: bytes, source: str, name: str, options: Options) -> Iterator[Found]:
    yield read_plain(data, source, name, options.published)


def _jsonl(data: bytes, source: str, name: str, options: Options) -> Iterator[Found]:  # noqa: ARG001
    yield from read_jsonl(decode(data, source).split("\n"), source, options.published)


def _json(data: bytes, source: str, name: str, options: Options) -> Iterator[Found]:  # noqa: ARG001
    yield from read_json(decode(data, source), source, options.published)


def _packed(data: bytes, source: str, name: str, options: Options) -> Iterator[Found]:  # noqa: ARG001
    from timeline.documents.archive import unpack  # noqa: PLC0415

    yield from _read_data(unpack(data, source), source[:-3], options)


def _table(data: bytes, source: str, name: str, options: Options) -> Iterator[Found]:  # noqa: ARG001
    from timeline.documents.tables import read_table  # noqa: PLC0415

    yield from read_table(data, source, options.published, options.columns)


def _html(data: bytes, source: str, name: str, options: Options) -> Iterator[Found]:
    from timeline.documents.html import read_html  # noqa: PLC0415 - trafilatura is slow to import

    yield read_html(data, source, name, options.published)


def _pdf(data: bytes, source: str, name: str, options: Options) -> Iterator[Found]:
    from timeline.documents.pdf import read_pdf  # noqa: PLC0415

    yield read_pdf(data, source, name, options.published)


def _docx(data: bytes, source: str, name: str, options: Options) -> Iterator[Found]:
    from timeline.documents.docx_file import read_docx  # noqa: PLC0415

    yield read_docx(data, source, name, options.published)


def _mail(data: bytes, source: str, name: str, options: Options) -> Iterator[Found]:
    from timeline.documents.mail import attachments, read_mail  # noqa: PLC0415

    try:
        yield read_mail(data, source, name, options.published)
    except InputError as error:
        yield error
    for filename, content in attachments(data):
        if Path(filename).suffix.lower() in _ATTACHED:
            yield from _read_data(content, f"{source}/{filename}", options)


def _archive(data: bytes, source: str, name: str, options: Options) -> Iterator[Found]:  # noqa: ARG001
    from timeline.documents.archive import read_archive  # noqa: PLC0415

    for member in read_archive(data, source):
        if isinstance(member, InputError):
            yield member
        else:
            yield from _read_data(member[1], f"{source}/{member[0]}", options)


READERS: dict[str, Reader] = {
    ".txt": _plain, ".text": _plain, ".md": _plain, ".markdown": _plain, "": _plain,
    ".html": _html, ".htm": _html, ".xhtml": _html, ".pdf": _pdf, ".docx": _docx, ".eml": _mail, ".zip": _archive,
    ".gz": _packed, ".json": _json, ".jsonl": _jsonl, ".ndjson": _jsonl, ".csv": _table, ".tsv": _table,
    ".parquet": _table, ".xlsx": _table,
}  # fmt: skip
_ATTACHED = frozenset({".txt", ".md", ".html", ".htm", ".pdf", ".docx"})
_STREAMED = (".jsonl", ".ndjson")
_BY_MEDIA_TYPE: dict[str, Reader] = {"application/pdf": _pdf, "text/plain": _plain, "text/markdown": _plain}


def _read_address(url: str, options: Options) -> Iterator[Found]:
    from timeline.documents.fetch import fetch  # noqa: PLC0415
    from timeline.documents.html import read_html  # noqa: PLC0415

    try:
        got = fetch(url, allow_private=options.allow_private)
        parts = urlsplit(got.url)
        stem = Path(unquote(parts.path).strip("/").rsplit("/", 1)[-1]).stem or parts.hostname or "page"
        reader = _BY_MEDIA_TYPE.get(got.media_type) or (_pdf if got.data.startswith(b"%PDF-") else None)
        if reader is None:
            yield read_html(got.data, got.url, stem, options.published, url=got.url, charset=got.charset)
            return
        for found in reader(got.data, got.url, stem, options):
            yield found if isinstance(found, InputError) else replace(found, url=got.url)
    except InputError as error:
        yield error


def _read_path(path: Path, options: Options) -> Iterator[Found]:
    source = path.as_posix()
    try:
        if path.is_dir():
            yield from _read_folder(path, options)
            return
        if not path.exists():
            yield InputError(source, "there is no such file or folder", "check the spelling of its name")
            return
        if not path.is_file():
            yield InputError(source, "this is not a file or folder", "give a file")
            return
        if path.suffix.lower() in _STREAMED and path.stat().st_size > _AT_ONCE:
            yield from read_jsonl(open_lines(path), source, options.published)
            return
        if (size := path.stat().st_size) > LARGEST_FILE:
            yield InputError(source, f"the file has {size:,} bytes, more than {LARGEST_FILE:,}", "split it")
            return
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield InputError(source, f"it cannot be read ({reason})", "check the name and its permissions")
        return
    yield from _read_data(data, source, options)


def _read_folder(folder: Path, options: Options) -> Iterator[Found]:
    """Files of the folder and its folders, by name; hidden files and the .json beside an article are passed over."""
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and not _hidden(p.relative_to(folder))]
    stems = {p.with_suffix("") for p in files if p.suffix.lower() != ".json"}
    files = [p for p in files if not (p.suffix.lower() == ".json" and p.with_suffix("") in stems)]
    if not files:
        yield InputError(folder.as_posix(), "the folder holds no files", "give a folder with articles in it")
    for path in files:
        yield from _read_path(path, options)


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in path.parts)


def _read_data(data: bytes, source: str, options: Options) -> Iterator[Found]:
    path = Path(source)
    reader = READERS.get(path.suffix.lower())
    try:
        if not data.strip():
            raise InputError(source, "the file is empty", "give a file with the article in it")  # noqa: TRY301
        if reader is None:
            kinds = " ".join(sorted(k for k in READERS if k))
            raise InputError(source, f"{path.suffix} is not a kind of file this tool reads", f"give one of {kinds}")  # noqa: TRY301
        yield from reader(data, source, path.stem, options)
    except InputError as error:
        yield error
    except Exception as error:  # noqa: BLE001 - whatever a strange file does to a library, the batch goes on
        problem = f"it cannot be read ({type(error).__name__})"
        yield InputError(source, problem, "save it anew, or give its text as .txt")


def _unique(document: Document, taken: dict[str, int]) -> Document:
    count = taken[document.id] = taken.get(document.id, 0) + 1
    if count == 1:
        return document
    name = f"{document.id}-{count}"
    while name in taken:
        count += 1
        name = f"{document.id}-{count}"
    taken[document.id], taken[name] = count, 1
    return replace(document, id=name)
