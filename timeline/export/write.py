"""Files and bytes of exactly the claims given, in the format asked for; each format lives in a module of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from timeline.errors import ExportError
from timeline.export.about import make_about
from timeline.frame.tables import ClaimTables

DEFAULT_TITLE = "Conflict timeline"


class Format(NamedTuple):
    """One format: its suffix, media type, words for a menu, and the function that makes the bytes."""

    suffix: str
    mime: str
    label: str
    maker: str  # "module:function" under timeline.export; imported when used, so that importing this stays light
    needs_figure: bool = False


FORMATS: dict[str, Format] = {
    "csv": Format(".csv", "text/csv", "CSV table", "csv_file:write_csv"),
    "xlsx": Format(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel workbook",
                   "xlsx:write_xlsx"),
    "jsonl": Format(".jsonl", "application/x-ndjson", "JSON Lines", "jsonl:write_jsonl"),
    "parquet": Format(".parquet", "application/vnd.apache.parquet", "Parquet", "parquet:write_parquet"),
    "geojson": Format(".geojson", "application/geo+json", "GeoJSON map", "geojson:write_geojson"),
    "timelinejs": Format(".timelinejs.json", "application/json", "TimelineJS", "timelinejs:write_timelinejs"),
    "ics": Format(".ics", "text/calendar", "Calendar (iCalendar)", "ics:write_ics"),
    "md": Format(".md", "text/markdown", "Chronology (Markdown)", "chronology:write_chronology"),
    "bib": Format(".bib", "application/x-bibtex", "Sources (BibTeX)", "citations:write_bibtex"),
    "csl": Format(".csl.json", "application/vnd.citationstyles.csl+json", "Sources (CSL-JSON)", "citations:write_csl"),
    "html": Format(".html", "text/html", "Web page (interactive, works offline)", "html_page:write_html", True),
    "png": Format(".png", "image/png", "Picture (PNG)", "image:write_png", True),
    "svg": Format(".svg", "image/svg+xml", "Picture (SVG)", "image:write_svg", True),
    "pdf": Format(".pdf", "application/pdf", "PDF", "image:write_pdf", True),
}  # fmt: skip
_OTHER_SUFFIXES = {".json": "timelinejs", ".markdown": "md", ".htm": "html", ".ndjson": "jsonl", ".ical": "ics"}


@dataclass(frozen=True, slots=True)
class Look:
    """What the pictured formats need beside the claims: the figure, or a maker called only when it is needed."""

    figure: Any = None  # plotly.graph_objects.Figure
    make: Callable[[], Any] | None = None
    width: int | None = None
    height: int | None = None

    def get(self) -> Any:
        """The figure, made now if it was not given."""
        return self.make() if self.figure is None and self.make is not None else self.figure


def find_format(path: str | Path) -> str:
    """The format a file name asks for by its suffix.

    Raises:
        ExportError: no known suffix; the message lists them.

    """
    name = Path(path).name.lower()
    suffixes = {f.suffix: key for key, f in FORMATS.items()} | _OTHER_SUFFIXES
    for suffix in sorted(suffixes, key=len, reverse=True):
        if name.endswith(suffix):
            return suffixes[suffix]
    known = " ".join(f.suffix for f in FORMATS.values())
    raise ExportError(f"{name}: no export has this suffix; name the file with one of {known}.")


def export_bytes(
    format: str,  # noqa: A002 - the word the callers use
    tables: ClaimTables,
    *,
    description: str,
    made: date,
    title: str = DEFAULT_TITLE,
    look: Look | None = None,
) -> bytes:
    """The bytes of one export of these tables; ``description`` is the filter in words, ``made`` the day of making.

    Raises:
        ExportError: an unknown format, no figure for a format that draws one, or what the format itself cannot hold.

    """
    if format not in FORMATS:
        raise ExportError(f"{format!r} is no export format; choose one of {' '.join(FORMATS)}.")
    chosen = FORMATS[format]
    figure = look.get() if look is not None and chosen.needs_figure else None
    if chosen.needs_figure and figure is None:
        raise ExportError(f"The format {format} draws a figure and none was given; export from the page or the CLI.")
    about = make_about(tables, description=description, made=made, title=title)
    module, _, function = chosen.maker.partition(":")
    make: Callable[..., bytes] = getattr(import_module(f"timeline.export.{module}"), function)
    if look is None or not chosen.needs_figure:
        return make(tables, about)
    return make(tables, about, replace(look, figure=figure))


def write_export(
    tables: ClaimTables,
    path: str | Path,
    *,
    description: str,
    made: date,
    title: str = DEFAULT_TITLE,
    look: Look | None = None,
) -> Path:
    """Write one export, its format told by the suffix; the path written. An existing file is replaced whole.

    Raises:
        ExportError: as ``export_bytes``, or the file cannot be written.

    """
    target = Path(path)
    data = export_bytes(find_format(target), tables, description=description, made=made, title=title, look=look)
    try:
        partial = target.with_name(target.name + ".part")
        partial.write_bytes(data)
        partial.replace(target)
    except OSError as error:
        raise ExportError(
            f"{target}: cannot be written ({error.strerror}); choose a folder that you may write to."
        ) from error
    return target
