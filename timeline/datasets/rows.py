"""A file of rows → one frame of text cells: any common delimiter, encoding and container, nothing guessed as a number.

The frame's index is the row's number in the file from 1, the header not counted. Rows with too many or too few cells
come back apart, with the reason.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from timeline.documents.archive import check_office, unpack
from timeline.documents.charset import decode, scalar_text
from timeline.errors import InputError

LARGEST = 4_000_000_000
_TABLE_SUFFIXES = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".json")
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)  # RuntimeError: a password
_DELIMITERS = ",;\t|"
_NO_VALUE = frozenset({"", "nan", "NaN", "NULL", "null", "N/A", "n/a", "#N/A"})
NEEDS_NAMES = "give the file with its header line and the dataset's own column names, or import it with a mapping"


csv.field_size_limit(2**31 - 1)  # one limit for the whole process: never lowered for one file


class Rows(NamedTuple):
    """The readable rows, and the broken ones as (row number, reason, raw cells)."""

    frame: pd.DataFrame
    broken: list[tuple[int, str, list[str]]]


def read_rows(path: Path, *, header: list[str] | None = None, delimiter: str | None = None,
              quoted: bool = True) -> Rows:  # fmt: skip
    """All rows of a delimited, Excel or Parquet file, also zipped; ``header`` names the columns of a file without.

    Raises:
        InputError: missing, empty, or not a table.

    """
    found = read_text(path)
    if isinstance(found, Rows):
        return found
    return split_rows(found, path.name, header=header, delimiter=delimiter, quoted=quoted)


def read_text(path: Path) -> str | Rows:
    """The text of a delimited file, also zipped, or the rows of an Excel or Parquet file, which needs no splitting.

    Raises:
        InputError: as ``read_rows``.

    """
    data = read_file(path)
    name = path.name
    if data.startswith(b"PK\x03\x04") and path.suffix.lower() not in (".xlsx", ".xlsm"):
        data, name = _only_member(data, name)
    if name.lower().endswith((".xlsx", ".xlsm")):
        return Rows(_excel(data, name), [])
    if data.startswith(b"PAR1"):
        return Rows(_parquet(data, name), [])
    text = decode(data, name).replace("\x00", "").lstrip("\ufeff")
    if not text.strip():
        raise InputError(name, "the file holds no rows", "give the export with its rows")
    return text


def read_file(path: Path) -> bytes:
    """The bytes of a file, a gzip file unpacked, with the errors of a missing, unreadable or oversized one."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(path.as_posix(), f"the file is larger than {LARGEST:,} bytes", "split it")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            path.as_posix(), f"it cannot be read ({error.strerror})", "check its name and permissions"
        ) from error
    return unpack(data, path.name) if data.startswith(b"\x1f\x8b") else data


def split_rows(text: str, name: str, *, header: list[str] | None = None, delimiter: str | None = None,
               quoted: bool = True) -> Rows:  # fmt: skip
    """The rows of delimited text; the delimiter is told from its first line."""
    first = text.split("\n", 1)[0]
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own hint
        delimiter, text = first[4], text.split("\n", 1)[1]
        first = text.split("\n", 1)[0]
    delimiter = delimiter or find_delimiter(first)
    quoting = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    try:
        frame = _fast(text, delimiter, quoting, header)
    except (pd.errors.ParserError, pd.errors.EmptyDataError, ValueError):
        return _slow(text, name, delimiter, quoting, header)
    if frame.shape[1] and frame.iloc[:, -1].isna().any():
        return _slow(text, name, delimiter, quoting, header)
    return Rows(frame, [])


def record_rows(records: Sequence[Mapping[str, Any]]) -> Rows:
    """Rows of parsed JSON objects as the text a CSV would hold; ``null`` and missing keys are empty."""
    cells = [{scalar_text(str(k)): scalar_text(_json_text(v)) for k, v in record.items()} for record in records]
    frame = pd.DataFrame(cells, dtype="str").fillna("")
    frame.index = pd.RangeIndex(1, len(frame) + 1)
    return Rows(frame, [])


def _json_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)


def find_delimiter(line: str) -> str:
    """The sign that parts the most cells of a line outside quotation marks; a comma when there is none."""
    bare = re.sub(r'"[^"]*"', "", line)
    return max(_DELIMITERS, key=lambda sign: (bare.count(sign), -_DELIMITERS.index(sign)))


def squeeze(name: str) -> str:
    """A column name without case, spaces and signs, by which names are compared (``Date Start`` is ``date_start``)."""
    return re.sub(r"[\W_]+", "", name).casefold()


def with_names(rows: Rows, known: Iterable[str], aliases: Mapping[str, str] | None = None) -> Rows:
    """The rows with columns called as the dataset calls them, however the file writes them; the others keep theirs.

    ``aliases`` are other names of a column, in older files or other tools. Of two columns of one name the first counts.
    """
    wanted = {squeeze(name): name for name in known} | {squeeze(a): name for a, name in (aliases or {}).items()}
    taken = set(rows.frame.columns) & set(wanted.values())
    renamed: dict[str, str] = {}
    for column in rows.frame.columns:
        name = wanted.get(squeeze(column))
        if name is not None and name not in taken:
            taken.add(name)
            renamed[column] = name
    return Rows(rows.frame.rename(columns=renamed), rows.broken)


def blank(values: pd.Series[str]) -> pd.Series[bool]:
    """Which cells say nothing."""
    return values.str.strip().isin(_NO_VALUE) | values.isna()


def _fast(text: str, delimiter: str, quoting: int, header: list[str] | None) -> pd.DataFrame:
    """By pandas; a row with cells missing at its end has NA there, since empty cells are kept as empty text."""
    made: pd.DataFrame = pd.read_csv(  # type: ignore[call-overload]
        io.StringIO(text), sep=delimiter, dtype=str, keep_default_na=False, quoting=quoting, index_col=False,
        header=None if header else 0, names=header,
    )  # fmt: skip
    made.columns = pd.Index([str(c).strip() for c in made.columns])
    if len(set(made.columns)) != made.shape[1]:
        raise ValueError("columns of one name")
    made.index = pd.RangeIndex(1, len(made) + 1)
    return made


def _slow(text: str, name: str, delimiter: str, quoting: int, header: list[str] | None) -> Rows:
    """Row by row, so that each broken one can be told."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
    good: dict[int, list[str]] = {}
    broken: list[tuple[int, str, list[str]]] = []
    names = header
    number = 0
    for cells in reader:
        if not cells:
            continue
        if names is None:
            names = _unique_names(cells)
            continue
        number += 1
        extra = cells[len(names) :]
        if len(cells) == len(names) or (len(cells) > len(names) and not any(map(str.strip, extra))):
            good[number] = cells[: len(names)]
        else:
            kind = "too many" if extra else "too few (a cut-off line?)"
            broken.append((number, f"{len(cells)} cells where the header has {len(names)}: {kind}", cells))
    if names is None:
        raise InputError(name, "the file holds no rows", "give the export with its rows")
    frame = pd.DataFrame.from_dict(good, orient="index", columns=names, dtype="str")
    return Rows(frame, broken)


def _unique_names(cells: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    names = []
    for cell in cells:
        name = cell.strip()
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}.{seen[name]}")
    return names


def _only_member(data: bytes, name: str) -> tuple[bytes, str]:
    """The one table inside a ZIP, as UCDP and GDELT are handed out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = [i for i in archive.infolist() if not i.filename.startswith("__MACOSX")]
            tables = [i for i in files if i.filename.lower().endswith(_TABLE_SUFFIXES)]
            if len(tables) != 1:
                raise InputError(name, f"the ZIP holds {len(tables)} tables", "give one of its files")
            if tables[0].file_size > LARGEST or tables[0].file_size > 200 * max(len(data), 1_000_000):
                raise InputError(name, "the ZIP unpacks to more than is safe", "unpack it and give the file")
            return archive.read(tables[0]), tables[0].filename
    except _DAMAGED as error:
        raise InputError(name, f"the ZIP is damaged or locked ({error})", "download it again") from error


def _excel(data: bytes, name: str) -> pd.DataFrame:
    check_office(data, name)
    try:
        return _texts(pd.read_excel(io.BytesIO(data), dtype=object, keep_default_na=False))
    except Exception as error:  # openpyxl lets errors of zipfile, its XML reader and its own checks through
        raise InputError(name, f"not an Excel workbook ({type(error).__name__})", "save it as CSV") from error


def _parquet(data: bytes, name: str) -> pd.DataFrame:
    try:
        return _texts(pd.read_parquet(io.BytesIO(data)))
    except (ValueError, OSError, NotImplementedError, MemoryError, KeyError) as error:  # pyarrow's are of these kinds
        raise InputError(name, f"not a Parquet file that can be read ({error})", "save it anew, or as CSV") from error


def _texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Typed cells as the text a CSV would hold; whole floats without their ``.0``, days without midnight."""
    made = {}
    for column in frame.columns:
        values = frame[column].astype(object)
        words = values.where(values.notna(), "").astype(str)
        made[str(column).strip()] = words.str.replace(r"^(-?\d+)\.0$", r"\1", regex=True).str.replace(
            " 00:00:00", "", regex=False
        )
    result = pd.DataFrame(made)
    result.index = pd.RangeIndex(1, len(result) + 1)
    return result
