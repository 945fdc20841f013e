"""One door to every dataset: the schema's name and a file → claims; and which schema a dropped file has."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from timeline.datasets.gdelt import header
from timeline.datasets.mapping import Mapping, load_mapping, read_mapped
from timeline.datasets.result import Imported
from timeline.datasets.rows import find_delimiter, read_file, read_rows, squeeze
from timeline.datasets.ucdp import HEADER
from timeline.documents.charset import decode
from timeline.errors import InputError

# Schema → module and function under timeline.datasets, imported when used
SCHEMAS: dict[str, tuple[str, str]] = {
    "ucdp-ged": ("ucdp", "read_ucdp"),
    "acled": ("acled", "read_acled"),
    "gdelt": ("gdelt", "read_gdelt"),
    "icews": ("directed", "read_icews"),
    "polecat": ("directed", "read_polecat"),
    "timelinejs": ("timelinejs", "read_timelinejs"),
    "timemap": ("timemap", "read_timemap"),
    "claims": ("claims", "read_claims"),
}
_SIGNS = (
    ("claims", {"claim_id", "sentence_text", "date_edtf"}),
    ("ucdp-ged", {"date_prec", "type_of_violence", "side_a"}),
    ("acled", {"event_date", "sub_event_type", "actor1"}),
    ("acled", {"event_date", "event_type", "actor1", "fatalities"}),
    ("gdelt", {"globaleventid", "sqldate"}),
    ("icews", {"event_date", "cameo_code", "event_text"}),
    ("polecat", {"event_date", "event_mode", "actor_name"}),
    ("timelinejs", {"year", "headline", "end_year"}),
)


def import_dataset(schema: str, path: str | Path, *, version: str | None = None,
                   mapping: Mapping | str | Path | None = None) -> Imported:  # fmt: skip
    """The claims of a dataset file; ``schema`` is a name of ``SCHEMAS``, ``csv`` with a mapping, or ``auto``.

    Raises:
        InputError: an unknown schema, a file that is not of it, or a mapping that does not fit.

    """
    file = Path(path)
    if mapping is not None:
        chosen = mapping if isinstance(mapping, Mapping) else load_mapping(Path(mapping))
        return read_mapped(file, chosen, version)
    if schema == "auto":
        found = find_schema(file)
        if found is None:
            raise InputError(file.name, "its columns are of no dataset known here", "name the schema or give a mapping")
        schema = found
    if schema == "csv":
        raise InputError(
            file.name, "a table of its own kind needs a mapping", "give one: which column is the date, and so on"
        )
    if schema not in SCHEMAS:
        raise InputError(schema, "this is no dataset schema", f"use one of {', '.join(SCHEMAS)}, csv, auto")
    module, function = SCHEMAS[schema]
    reader: Callable[[Path, str | None], Imported] = getattr(import_module(f"timeline.datasets.{module}"), function)
    return reader(file, version)


def import_bytes(data: bytes, filename: str, *, schema: str = "auto", version: str | None = None,
                 mapping: Mapping | None = None) -> Imported:  # fmt: skip
    """As ``import_dataset`` for the bytes of a dropped file; only the last part of ``filename`` is used.

    Raises:
        InputError: as ``import_dataset``.

    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / _plain_name(filename)
        path.write_bytes(data)
        return import_dataset(schema, path, version=version, mapping=mapping)


def find_schema_of(data: bytes, filename: str) -> str | None:
    """As ``find_schema`` for the bytes of a dropped file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / _plain_name(filename)
        path.write_bytes(data)
        return find_schema(path)


def _plain_name(filename: str) -> str:
    """A file name that stays inside its folder."""
    return re.sub(r"[^\w.() -]", "_", filename.replace("\\", "/").rsplit("/", 1)[-1]).strip(". ")[-100:] or "dropped"


def find_schema(path: Path) -> str | None:
    """The schema whose signs a file bears, by its first bytes; ``None`` for articles, corpora and unknown tables."""
    head = read_file(path)[:65536]
    try:
        if head.startswith((b"PAR1", b"PK\x03\x04")):
            return _schema_of(list(read_rows(path).frame.columns))
        text = decode(head, path.name).lstrip("\ufeff \r\n\t")
    except InputError:  # a picture, a Word file, an archive of articles: no table of any schema
        return None
    if text.startswith(("{", "[")):
        return _json_schema(text)
    lines = text.splitlines() or [""]
    line = lines[1] if lines[0].casefold().startswith("sep=") and len(lines) > 1 else lines[0]
    cells = [c.strip(' "') for c in next(csv.reader([line], delimiter=find_delimiter(line)), [""])]
    return _schema_of(cells)


def _schema_of(cells: list[str]) -> str | None:
    """The schema of a table by its first line: column names, or values that only a headerless file has there."""
    names = {squeeze(c) for c in cells}
    for schema, signs in _SIGNS:
        if {squeeze(s) for s in signs} <= names:
            return schema
    if len(cells) > 1 and header(len(cells)) and cells[0].isdigit() and cells[1].isdigit() and len(cells[1]) == 8:
        return "gdelt"
    return "ucdp-ged" if len(cells) == len(HEADER) and cells[0].replace(".", "").isdigit() else None


def _json_schema(text: str) -> str | None:
    first = text.split("\n", 1)[0]
    try:
        record = json.loads(first)
    except ValueError:
        record = None
    if isinstance(record, dict) and {"sentence", "event_type"} <= set(record):
        return "claims"
    if '"FeatureCollection"' in text[:200] and '"claim_id"' in text and '"sentence_text"' in text:
        return "claims"
    if '"type_of_violence"' in text and '"date_start"' in text:
        return "ucdp-ged"
    if '"event_id_cnty"' in text or '"sub_event_type"' in text:
        return "acled"
    if '"start_date"' in text and ('"events"' in text or '"headline"' in text):
        return "timelinejs"
    return "timemap" if '"description"' in text and '"latitude"' in text and '"date"' in text else None
