"""ZIP archives → their files, within limits; nothing is written to disk."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator

from timeline.errors import InputError

MOST_FILES = 20_000
LARGEST_MEMBER = 200_000_000
LARGEST_TOTAL = 2_000_000_000
STEEPEST = 200  # unpacked bytes for each packed one: text packs to a tenth, bombs to a thousandth


def read_archive(data: bytes, source: str) -> Iterator[tuple[str, bytes] | InputError]:
    """Name and bytes of each file inside, or an error for one that cannot be read.

    Raises:
        InputError: not a ZIP, or a ZIP that unpacks to more than is safe.

    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(source, f"the ZIP is damaged ({error})", "download or make it again") from error
    with archive:
        files = [i for i in archive.infolist() if not i.is_dir() and not _hidden(i.filename)]
        total = sum(i.file_size for i in files)
        if len(files) > MOST_FILES or total > LARGEST_TOTAL or total > STEEPEST * max(len(data), 100_000):
            problem = f"the ZIP unpacks to {len(files):,} files of {total:,} bytes, more than is safe"
            raise InputError(source, problem, "unpack it and give the files")
        if not files:
            raise InputError(source, "the ZIP holds no files", "give a ZIP with articles in it")
        for info in sorted(files, key=lambda i: i.filename):
            yield _member(archive, info, source)


def unpack(data: bytes, source: str) -> bytes:
    """The bytes of a gzip file, within the limits.

    Raises:
        InputError: damaged, or more than is safe.

    """
    most = min(LARGEST_TOTAL, STEEPEST * max(len(data), 100_000))
    try:
        with gzip.open(io.BytesIO(data)) as file:
            plain = file.read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(source, f"the gzip file is damaged ({error})", "download or make it again") from error
    if len(plain) > most:
        raise InputError(source, f"it unpacks to more than {most:,} bytes", "unpack it and give the file")
    return plain


def check_office(data: bytes, source: str) -> None:
    """Refuse an Office file (a ZIP inside) that unpacks to more than is safe.

    Raises:
        InputError: too large inside, or no ZIP at all.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            total = sum(i.file_size for i in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(source, f"the Office file cannot be read ({error})", "open it and save it anew") from error
    if total > LARGEST_TOTAL or total > STEEPEST * max(len(data), 100_000):
        raise InputError(source, "the file unpacks to more than is safe", "save it as text or CSV")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: str) -> tuple[str, bytes] | InputError:
    where = f"{source}/{info.filename}"
    if info.flag_bits & 1:
        return InputError(where, "it is locked with a password", "make the ZIP without one")
    if info.file_size > LARGEST_MEMBER:
        return InputError(where, f"it has more than {LARGEST_MEMBER:,} bytes", "split it")
    if info.filename.lower().endswith(".zip"):
        return InputError(where, "a ZIP inside a ZIP is not opened", "unpack it and give it on its own")
    try:
        with archive.open(info) as file:
            content = file.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError) as error:
        return InputError(where, f"it cannot be unpacked ({error})", "make the ZIP again")
    if len(content) > info.file_size:  # the directory lies about the size: the mark of a bomb
        return InputError(where, "it is larger than the ZIP says", "make the ZIP again")
    return info.filename, content


def _hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any((p.startswith(".") and p.strip(".")) or p == "__MACOSX" for p in parts)
