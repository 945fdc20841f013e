"""Where the labelled development sets lie: beside the checkout or nowhere, for they are no part of the repository."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def find(name: str) -> Path | None:
    """A scorer or set in a folder ``eval`` beside the checkout."""
    return next(iter(sorted(ROOT.parent.glob(f"*/eval/{name}"))), None)


CLAIMS_SCORER, TIMEX_SCORER = find("claims_eval.py"), find("timex_eval.py")
GOLD = [
    pytest.mark.gold,
    pytest.mark.skipif(
        CLAIMS_SCORER is None or TIMEX_SCORER is None, reason="the development sets are not beside the checkout"
    ),
]


def load(scorer: Path | None) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location(scorer.stem, scorer)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
