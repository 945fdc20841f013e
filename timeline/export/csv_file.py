"""Claims as CSV: one row per claim, UTF-8 with BOM so that Excel reads it, no cell a formula."""

from __future__ import annotations

import pandas as pd

from timeline.export.about import About
from timeline.export.flat import to_flat
from timeline.frame.tables import ClaimTables

# A cell that begins so is run as a formula by Excel, LibreOffice and Sheets (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(tables: ClaimTables, about: About) -> bytes:
    """The bytes of the file; line ends are CRLF as RFC 4180 has them."""
    rows = to_flat(tables, about).rows
    for column in rows.columns:
        if pd.api.types.is_string_dtype(rows[column].dtype) or rows[column].dtype == object:
            rows[column] = safe_cells(rows[column])
    return b"\xef\xbb\xbf" + rows.to_csv(index=False, lineterminator="\r\n").encode("utf-8", errors="replace")


def safe_cells(values: pd.Series[str]) -> pd.Series[str]:
    """The same words with an apostrophe before those that a spreadsheet would run."""
    risky = values.str.startswith(FORMULA_STARTS).fillna(False).astype(bool)
    return values.where(~risky, "'" + values.astype("str"))


def plain_cells(values: pd.Series[str]) -> pd.Series[str]:
    """The words as they were before ``safe_cells``."""
    guarded = values.str.startswith(tuple("'" + s for s in FORMULA_STARTS)).fillna(False).astype(bool)
    return values.where(~guarded, values.str.slice(1))
