"""Inputs → documents: files, folders and corpora, each read by the module of its format; one bad input is one error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from timeline.datespan import DateSpan
from timeline.documents.charset import decode
from timeline.documents.corpus import read_jsonl
from timeline.documents.plain import read_plain
from timeline.errors import InputError
from timeline.model import Document

Found = Document | InputError
Reader = Callable[[bytes, str, str, DateSpan | None], Iterator[Found]]
LARGEST_FILE = 2_000_000_000


def read_documents(inputs: Iterable[str | Path], published: DateSpan | None = None) -> Iterator[Found]:
    """Every document in these files, folders and corpora, in the order given; an error for each that cannot be read.

    ``published`` dates the documents whose own record gives no date. A document's id is its corpus id or its file's
    stem, made unique by a number among the inputs.
    """
    taken: dict[str, int] = {}
    for item in inputs:
        for found in _read_path(Path(item), published):
            yield found if isinstance(found, InputError) else _unique(found, taken)


def read_bytes(data: bytes, filename: str, published: DateSpan | None = None) -> Iterator[Found]:
    """The documents in the bytes of one file, as dropped on the page; the suffix of ``filename`` says what it is."""
    taken: dict[str, int] = {}
    for found in _read_data(data, filename, published):
        yield found if isinstance(found, InputError) else _unique(found, taken)


def _plain(data: bytes, source: str, name: str, published: DateSpan | None) -> Iterator[Found]:
    yield read_plain(data, source, name, published)


def _jsonl(data: bytes, source: str, name: str, published: DateSpan | None) -> Iterator[Found]:  # noqa: ARG001
    yield from read_jsonl(decode(data, source), source, published)


def _html(data: bytes, source: str, name: str, published: DateSpan | None) -> Iterator[Found]:
    from timeline.documents.html import read_html  # noqa: PLC0415 - trafilatura is slow to import

    yield read_html(data, source, name, published)


READERS: dict[str, Reader] = {
    ".txt": _plain, ".text": _plain, ".md": _plain, ".markdown": _plain, "": _plain,
    ".html": _html, ".htm": _html, ".xhtml": _html,
    ".jsonl": _jsonl, ".ndjson": _jsonl,
}  # fmt: skip


def _read_path(path: Path, published: DateSpan | None) -> Iterator[Found]:
    source = path.as_posix()
    try:
        if path.is_dir():
            yield from _read_folder(path, published)
            return
        if not path.exists():
            yield InputError(source, "there is no such file or folder", "check the spelling of its name")
            return
        if not path.is_file():
            yield InputError(source, "this is not a file or folder", "give a file")
            return
        if (size := path.stat().st_size) > LARGEST_FILE:
            yield InputError(source, f"the file has {size:,} bytes, more than {LARGEST_FILE:,}", "split it")
            return
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield InputError(source, f"it cannot be read ({reason})", "check the name and its permissions")
        return
    yield from _read_data(data, source, published)


def _read_folder(folder: Path, published: DateSpan | None) -> Iterator[Found]:
    """Files of the folder and its folders, by name; hidden files and the .json beside an article are passed over."""
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and not _hidden(p.relative_to(folder))]
    stems = {p.with_suffix("") for p in files if p.suffix.lower() != ".json"}
    files = [p for p in files if not (p.suffix.lower() == ".json" and p.with_suffix("") in stems)]
    if not files:
        yield InputError(folder.as_posix(), "the folder holds no files", "give a folder with articles in it")
    for path in files:
        yield from _read_path(path, published)


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in path.parts)


def _read_data(data: bytes, source: str, published: DateSpan | None) -> Iterator[Found]:
    path = Path(source)
    reader = READERS.get(path.suffix.lower())
    try:
        if not data.strip():
            raise InputError(source, "the file is empty", "give a file with the article in it")  # noqa: TRY301
        if reader is None:
            kinds = " ".join(sorted(k for k in READERS if k))
            raise InputError(source, f"{path.suffix} is not a kind of file this tool reads", f"give one of {kinds}")  # noqa: TRY301
        yield from reader(data, source, path.stem, published)
    except InputError as error:
        yield error


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
