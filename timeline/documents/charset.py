"""Bytes → text: byte-order mark, declared charset, UTF-8, Windows-1252, then a guess; owns charset-normalizer."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from timeline.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SNIFF = 65536
# Files that are not text but get dropped on text readers; named so that the message can say what they are.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "a Rich Text file"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def name_signature(data: bytes) -> str | None:
    """What the first bytes say the file is, in words; ``None`` when they say nothing."""
    return next((name for mark, name in _SIGNATURES if data.startswith(mark)), None)


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """The text of these bytes, without byte-order mark; newlines untouched.

    A declared charset that does not fit is passed over. UTF-8 cut off in the middle or with a stray byte is still
    UTF-8, the bad bytes become U+FFFD. Windows-1252 fits nearly any bytes, so it is taken only where few letters
    are outside ASCII, as in English text.

    Raises:
        InputError: the bytes are not text, or in no charset that can be told.

    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, errors="replace")
    if found := name_signature(data):
        raise InputError(source, f"this is {found}, not text", "give it with its right suffix, or its text as .txt")
    if (wide := _wide_without_mark(data)) is not None:
        return wide
    if _looks_binary(data):
        raise InputError(source, "this is a binary file, not text", "give the article as text, HTML, PDF or Word")
    for name in (declared, "utf-8"):
        if (fitting := _try(data, name)) is not None:
            return fitting
    loose = data.decode("utf-8", errors="replace")
    beyond = sum(map(len, re.findall(r"[^\x00-\x7f]+", loose)))
    if loose.count("�") * 20 <= beyond:
        return loose
    if _mostly_ascii(data):
        return data.decode("cp1252", errors="replace")
    best = from_bytes(data[:_SNIFF]).best()
    guessed = _try(data, best.encoding) if best else None
    if guessed is None:
        raise InputError(source, "its character encoding cannot be told", "save it as UTF-8 and give it again")
    return guessed


def scalar_text(text: str) -> str:
    """The text with lone surrogates and NUL, which no file or database can hold, replaced one for one."""
    return _SURROGATE.sub("�", text).replace("\x00", "�") if "\x00" in text or _SURROGATE.search(text) else text


def _try(data: bytes, name: str | None) -> str | None:
    try:
        return data.decode(name) if name else None
    except (UnicodeDecodeError, LookupError):
        return None


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is zero."""
    head = data[:_SNIFF][: len(data) // 2 * 2]
    if len(head) < 4:
        return None
    for name, zeros, letters in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        if zeros.count(0) > 0.7 * len(zeros) and letters.count(0) == 0:
            return data.decode(name, errors="replace")
    return None


def _looks_binary(data: bytes) -> bool:
    head = data[:_SNIFF]
    return len(_CONTROL.findall(head)) > len(head) // 200 or head.count(0) > 3


def _mostly_ascii(data: bytes) -> bool:
    head = data[:_SNIFF]
    high = sum(byte > 0x7F for byte in head)
    letters = sum(65 <= (byte & ~32) <= 90 for byte in head)
    return high <= 0.2 * (letters + 1) or high <= 3
