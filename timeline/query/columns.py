"""Values of a facet over the claims, as integer arrays: which claim (row) holds which value (code)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

Rows = np.ndarray[Any, np.dtype[np.int32]]
Mask = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Single:
    """One value for each claim; code -1 means none."""

    names: tuple[str, ...]
    codes: Rows

    def holding(self, wanted: Rows) -> Mask:
        """The claims that hold one of these codes."""
        chosen = np.zeros(len(self.names) + 1, dtype=bool)
        chosen[wanted] = True
        chosen[-1] = False  # where -1 points
        return chosen[self.codes]

    def counts(self, kept: Mask) -> Rows:
        """How many of the claims kept hold each value."""
        found = self.codes[kept]
        return np.bincount(found[found >= 0], minlength=len(self.names)).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Many:
    """Any number of values for each claim: pairs of row and code sorted by code, and where each code's rows begin."""

    names: tuple[str, ...]
    rows: Rows
    codes: Rows
    begins: Rows  # one longer than names

    def rows_of(self, code: int) -> Rows:
        """The claims that hold a value; a claim may come twice."""
        return self.rows[self.begins[code] : self.begins[code + 1]]

    def holding(self, wanted: Rows, size: int) -> Mask:
        """The claims that hold one of these codes."""
        mask = np.zeros(size, dtype=bool)
        for code in wanted:
            mask[self.rows_of(int(code))] = True
        return mask

    def counts(self, kept: Mask) -> Rows:
        """How many of the claims kept hold each value; pairs must be distinct."""
        return np.bincount(self.codes[kept[self.rows]], minlength=len(self.names)).astype(np.int32)


def make_single(values: pd.Series[Any]) -> Single:
    """The column of a table that has a row for each claim; missing cells hold nothing."""
    codes, found = pd.factorize(values)
    return Single(tuple(map(str, found)), codes.astype(np.int32))


def make_many(rows: Rows, values: pd.Series[Any]) -> Many:
    """Distinct pairs of claim and value; pairs with an unknown claim or a missing value are left out."""
    codes, found = pd.factorize(values)
    good = (rows >= 0) & (codes >= 0)
    # One sorted array of both keys is faster than a sort by two: code in the high half, row in the low.
    pairs = np.unique((codes[good].astype(np.int64) << 32) | rows[good].astype(np.int64))
    own = (pairs >> 32).astype(np.int32)
    begins = np.searchsorted(own, np.arange(len(found) + 1)).astype(np.int32)
    return Many(tuple(map(str, found)), (pairs & 0xFFFFFFFF).astype(np.int32), own, begins)
