"""Where the shipped files lie and what the environment says; the only module that looks at either."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timeline.errors import InputError

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
    acled_token: str | None = field(default=None, repr=False)
    acled_username: str | None = None
    acled_password: str | None = field(default=None, repr=False)


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:  # noqa: TID251 - the owner of the environment
    """Settings from ``TIMELINE_STORE``, ``TIMELINE_HOST``, ``TIMELINE_PORT``, ``TIMELINE_ALLOW_PRIVATE_URLS``.

    Access to ACLED's API is ``TIMELINE_ACLED_TOKEN``, or ``TIMELINE_ACLED_USERNAME`` and ``TIMELINE_ACLED_PASSWORD``.
    """
    port = environ.get("TIMELINE_PORT", "8050")
    if not (port.isascii() and port.isdigit() and int(port) < 65536):
        raise InputError("TIMELINE_PORT", f"{port!r} is no port", "give a number such as 8050")
    return Settings(
        store=environ.get("TIMELINE_STORE"),
        host=environ.get("TIMELINE_HOST", "127.0.0.1"),
        port=int(port),
        allow_private_urls=environ.get("TIMELINE_ALLOW_PRIVATE_URLS", "") == "1",
        acled_token=environ.get("TIMELINE_ACLED_TOKEN"),
        acled_username=environ.get("TIMELINE_ACLED_USERNAME"),
        acled_password=environ.get("TIMELINE_ACLED_PASSWORD"),
    )
