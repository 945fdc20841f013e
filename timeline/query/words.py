"""Free text over many claims at once: case, accents, hyphens, quotes and odd spaces make no difference."""

from __future__ import annotations

import re
from functools import reduce

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from timeline.query.columns import Mask

_TERM = re.compile(r'["“”]([^"“”]+)["“”]|(\S+)')
_LIKE_SPACE = r"[\s\x{a0}\x{2000}-\x{200a}\x{202f}\x{3000}\-‐‑‒–—]+"


def find_terms(text: str) -> tuple[str, ...]:
    """The folded words and quoted phrases that must all occur; a quotation mark that nothing closes is passed over."""
    terms = [quoted or plain.strip('"“”') for quoted, plain in _TERM.findall(text)]
    folded = fold_column(pa.array(terms, type=pa.string())).to_pylist()
    return tuple(term for term in (f.strip() for f in folded) if term)


def fold_column(texts: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """Small letters without accents; every run of spaces and hyphens one space; straight quotes."""
    plain = pc.replace_substring_regex(pc.utf8_normalize(texts, "NFKD"), r"\p{M}+", "")
    plain = pc.replace_substring_regex(pc.utf8_lower(plain), _LIKE_SPACE, " ")
    return pc.replace_substring_regex(plain, "[’‘`´ʼʿ]", "'")


def join_texts(columns: list[pd.Series[str]]) -> pa.Array:
    """One folded text for each claim, its parts on lines of their own so that no phrase runs across."""
    arrays = [pc.fill_null(pa.array(column, type=pa.large_string(), from_pandas=True), "") for column in columns]
    folded = [fold_column(array) for array in arrays]
    return pc.binary_join_element_wise(*folded, pa.scalar("\n", type=pa.large_string()))


def find_words(texts: pa.Array, terms: tuple[str, ...]) -> Mask:
    """Which texts hold every term."""
    found = (pc.match_substring(texts, term).to_numpy(zero_copy_only=False) for term in terms)
    return reduce(np.logical_and, found, np.ones(len(texts), dtype=bool))
