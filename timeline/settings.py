"""Where the shipped files lie and what the environment says; the only module that looks at either."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A folder inside the wheel (``timeline/_data``) or, in a checkout, beside the package."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


DATA = _shipped("data")
ASSETS = _shipped("assets")
LEXICONS = DATA / "lexicons"
ARTICLES = DATA / "articles"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a deployment may set: the store, the address to serve on, whether private addresses may be fetched."""

    store: str | None = None
    host: str = "127.0.0.1"
    port: int = 8050
    allow_private_urls: bool = False


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:  # noqa: TID251 - the owner of the environment
    """Settings from ``TIMELINE_STORE``, ``TIMELINE_HOST``, ``TIMELINE_PORT``, ``TIMELINE_ALLOW_PRIVATE_URLS``."""
    return Settings(
        store=environ.get("TIMELINE_STORE"),
        host=environ.get("TIMELINE_HOST", "127.0.0.1"),
        port=int(environ.get("TIMELINE_PORT", "8050")),
        allow_private_urls=environ.get("TIMELINE_ALLOW_PRIVATE_URLS", "") == "1",
    )
