"""Claims as an Excel workbook: sheets claims, quantities and about; real dates, no formulas; owns XlsxWriter."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pandas as pd
import xlsxwriter

from timeline.errors import ExportError
from timeline.export.about import About
from timeline.export.csv_file import FORMULA_STARTS
from timeline.export.flat import to_flat
from timeline.frame.tables import ClaimTables

_MOST_ROWS = 1_048_575
_MOST_LETTERS = 32_767
_FIRST_DAY = "1900-03-01"  # Excel counts a 29 February 1900 that never was; earlier days stay text
_WIDTHS = {"sentence_text": 80, "event_text": 40, "actors": 30, "document_title": 40, "claim_id": 16, "url": 30}


def write_xlsx(tables: ClaimTables, about: About) -> bytes:
    """The bytes of the workbook.

    Raises:
        ExportError: more claims than a sheet has rows.

    """
    flat = to_flat(tables)
    if max(len(flat.rows), len(tables.claim_quantities)) > _MOST_ROWS:
        raise ExportError(f"An Excel sheet holds {_MOST_ROWS:,} rows, these are more; choose CSV or Parquet.")
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": about.title, "comments": about.description})
        styles = {
            "head": book.add_format({"bold": True, "bg_color": "#20344f", "font_color": "#ffffff", "valign": "top"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "guarded": book.add_format({"quote_prefix": True}),
            "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
            "bold": book.add_format({"bold": True, "valign": "top"}),
        }
        _write_sheet(book.add_worksheet("claims"), flat.rows, styles, days=flat.days)
        _write_sheet(book.add_worksheet("quantities"), _quantities(tables), styles)
        _write_about(book.add_worksheet("about"), about, styles)
    return buffer.getvalue()


def _quantities(tables: ClaimTables) -> pd.DataFrame:
    columns = ["claim_id", "kind", "low", "high", "comparator", "scope", "text"]
    return tables.claim_quantities[columns]


def _write_sheet(sheet: Any, rows: pd.DataFrame, styles: dict[str, Any], days: tuple[str, ...] = ()) -> None:
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(rows.columns) - 1)
    for at, column in enumerate(rows.columns):
        sheet.write_string(0, at, column, styles["head"])
        sheet.set_column(at, at, _WIDTHS.get(column, max(11, len(column) + 2)))
        write = _write_day if column in days else _write_cell
        values = rows[column].reset_index(drop=True).dropna()
        for line, value in zip((values.index + 1).tolist(), values.tolist(), strict=True):
            write(sheet, line, at, value, styles)


def _write_day(sheet: Any, line: int, at: int, value: object, styles: dict[str, Any]) -> None:
    text = str(value)
    if text >= _FIRST_DAY:
        sheet.write_datetime(line, at, date.fromisoformat(text), styles["day"])
    elif text:
        sheet.write_string(line, at, text)


def _write_cell(sheet: Any, line: int, at: int, value: object, styles: dict[str, Any]) -> None:
    if isinstance(value, str):
        if value:
            cut = value if len(value) <= _MOST_LETTERS else value[: _MOST_LETTERS - 1] + "…"
            sheet.write_string(line, at, cut, styles["guarded"] if value.startswith(FORMULA_STARTS) else None)
    elif isinstance(value, bool):
        sheet.write_boolean(line, at, value)
    else:
        sheet.write_number(line, at, value)


def _write_about(sheet: Any, about: About, styles: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 100)
    for line, (label, value) in enumerate(about.pairs()):
        sheet.write_string(line, 0, label, styles["bold"])
        sheet.write_string(line, 1, value[:_MOST_LETTERS], styles["wrap"])
