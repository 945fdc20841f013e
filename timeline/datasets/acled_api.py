"""The ACLED API (since September 2025): an OAuth token for user name and password, then pages of rows.

Addresses are settable so that tests ask a stand-in; the user name and password come from the caller, never from here.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from timeline.datasets.acled import import_acled, json_rows
from timeline.datasets.result import Imported
from timeline.datasets.rows import Rows
from timeline.documents.fetch import AGENT
from timeline.errors import InputError

SITE = "https://acleddata.com"
_TOKEN_PATH, _READ_PATH = "/oauth/token", "/api/acled/read"
_PAGE = 5000
_MOST_PAGES = 400
_LARGEST = 200_000_000


class _Stay(urllib.request.HTTPRedirectHandler):
    """No redirect is followed: the token would go along to wherever it leads."""

    def redirect_request(self, *_: Any) -> None:
        """Never a new request; the redirect is answered as an error."""


_OPENER = urllib.request.build_opener(_Stay)


@dataclass(frozen=True, slots=True)
class AcledAccess:
    """Who asks: a token that is still good, or user name and password to get one."""

    token: str | None = field(default=None, repr=False)
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    site: str = SITE
    seconds: float = 60.0


def fetch_acled(access: AcledAccess, query: Mapping[str, str]) -> Imported:
    """The claims of all rows that a query (``country``, ``event_date``, ``year`` … as ACLED names them) gives.

    Raises:
        InputError: refused access, an error of the API, or no connection; the message says what to do.

    """
    token = access.token or get_token(access)
    pages: list[pd.DataFrame] = []
    for number in range(1, _MOST_PAGES + 1):
        asked = {"_format": "json", "limit": str(_PAGE), "page": str(number), **query}
        url = f"{access.site}{_READ_PATH}?{urllib.parse.urlencode(asked)}"
        rows = json_rows(_ask(url, access, {"Authorization": f"Bearer {token}"}), "the ACLED API").frame
        pages.append(rows)
        if len(rows) < _PAGE:
            break
    frame = pd.concat(pages, ignore_index=True) if any(map(len, pages)) else pages[0]
    if frame.empty:
        raise InputError("the ACLED API", "the query gives no rows", "ask for other years or countries")
    frame.index = pd.RangeIndex(1, len(frame) + 1)
    return import_acled(Rows(frame.fillna(""), []), "the ACLED API", "API")


def get_token(access: AcledAccess) -> str:
    """A new access token for user name and password."""
    if not access.username or not access.password:
        raise InputError(
            "the ACLED API",
            "no token and no user name with password",
            "give your access in the settings: TIMELINE_ACLED_TOKEN, or TIMELINE_ACLED_USERNAME and _PASSWORD",
        )
    form = {"username": access.username, "password": access.password, "grant_type": "password", "client_id": "acled"}
    answer = _ask(access.site + _TOKEN_PATH, access, {}, urllib.parse.urlencode(form).encode())
    token = answer.get("access_token") if isinstance(answer, dict) else None
    if not isinstance(token, str) or not token:
        raise InputError("the ACLED API", "its answer holds no token", "check user name and password at acleddata.com")
    return token


def _ask(url: str, access: AcledAccess, headers: Mapping[str, str], form: bytes | None = None) -> Any:
    if not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise InputError("the ACLED API", "its address must begin with https://", "correct the site in the settings")
    request = urllib.request.Request(url, data=form, headers={"User-Agent": AGENT, **headers})  # noqa: S310 - checked above
    try:
        with _OPENER.open(request, timeout=access.seconds) as response:
            data = response.read(_LARGEST + 1)
    except urllib.error.HTTPError as error:
        with error:
            refused = error.code in (400, 401, 403)
            said = f"it answered {error.code} {error.reason}"
        remedy = "check user name, password and what your ACLED access allows" if refused else "try again later"
        raise InputError("the ACLED API", said, remedy) from error
    except (OSError, ValueError) as error:
        raise InputError("the ACLED API", f"no connection ({error})", "check the network") from error
    try:
        return json.loads(data)
    except ValueError as error:
        raise InputError("the ACLED API", "its answer is no JSON", "try again later") from error
