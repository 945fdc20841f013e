"""ACLED exports (CSV, Excel) and API answers (JSON) → claims; columns by name, older and newer exports alike.

ACLED gives one fatality figure, its most conservative estimate ("dozens" is coded 12, "hundreds" 100; codebook,
"Fatalities"): a lower bound, so ``ge``. A 0 beside notes that call the casualties unknown is no figure at all.
``time_precision`` 2 is the week, 3 the month around ``event_date``. actor1 and actor2 are not attacker and attacked.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.datasets.build import finish
from timeline.datasets.codes import countries, event_codes, to_country, to_event_type
from timeline.datasets.days import read_days
from timeline.datasets.draft import Draft, joined, start_draft
from timeline.datasets.result import Imported
from timeline.datasets.rows import NEEDS_NAMES, Rows, read_file, read_rows, record_rows, with_names
from timeline.documents.charset import decode
from timeline.errors import InputError

LICENCE = "ACLED terms of use (acleddata.com): own use with attribution; rows may not be passed on"
NOTICE = (
    "ACLED data are under ACLED's terms of use: cite ACLED with the date of access, and do not pass the rows on or "
    "publish them; figures drawn from them must name ACLED as their source."
)
NEEDED = ("event_date", "event_type", "actor1", "fatalities")
COLUMNS = (*NEEDED, "event_id_cnty", "data_id", "time_precision", "sub_event_type", "assoc_actor_1", "actor2",
           "assoc_actor_2", "civilian_targeting", "iso3", "country", "admin1", "location", "latitude", "longitude",
           "geo_precision", "source", "notes", "timestamp")  # fmt: skip
_OLDER = {"time_prec": "time_precision", "geo_prec": "geo_precision", "geo_precis": "geo_precision",
          "associated_actor_1": "assoc_actor_1", "associated_actor_2": "assoc_actor_2", "ally_actor_1": "assoc_actor_1",
          "ally_actor_2": "assoc_actor_2"}  # fmt: skip
_UNKNOWN_TOLL = (
    r"(?:casualt|fatalit|death|toll)\w*[^.]{0,60}?\b(?:unknown|not known|unclear|unspecified|not reported|unreported)"
    r"|\b(?:unknown|unclear|unspecified)\b[^.]{0,30}?(?:number of )?(?:casualt|fatalit|death|toll)"
)
_NO_TOLL = r"\bno (?:reported )?(?:casualt|fatalit|death|one (?:was )?killed)|without (?:casualt|fatalit)"
_LIST = r"\s*;\s*"


def read_acled(path: Path, version: str | None = None) -> Imported:
    """The claims of one ACLED file; each event is one claim whose sentence is ACLED's own account (``notes``).

    Raises:
        InputError: the file lacks columns that every export has.

    """
    data = read_file(path)
    rows = read_json(data, path.name) if data.lstrip(b"\xef\xbb\xbf \n\r\t")[:1] in (b"{", b"[") else read_rows(path)
    return import_acled(rows, path.name, version)


def import_acled(rows: Rows, source: str, version: str | None = None) -> Imported:
    """The claims of rows that were read from a file or the API."""
    rows = with_names(rows, COLUMNS, _OLDER)
    if missing := [c for c in NEEDED if c not in rows.frame]:
        names = ", ".join(missing)
        raise InputError(source, f"these columns of ACLED are missing: {names}", NEEDS_NAMES)
    ids = next((rows.frame[c] for c in ("event_id_cnty", "data_id") if c in rows.frame), None)
    if ids is None:
        ids = pd.Series("", index=rows.frame.index, dtype="str")
    draft = start_draft("acled", f"ACLED {version or ''}".strip(), LICENCE, rows, ids, notice=NOTICE)
    _dates(draft)
    _actors(draft)
    _deaths(draft)
    _words(draft)
    return finish(draft)


def read_json(data: bytes, source: str) -> Rows:
    """The rows of an API answer: ``{"data": […]}`` or the bare list.

    Raises:
        InputError: not JSON, an error answer of the API, or no list of rows.

    """
    try:
        loaded = json.loads(decode(data, source))
    except (ValueError, RecursionError) as error:
        raise InputError(source, f"not JSON ({error})", "save the whole answer of the API") from error
    return json_rows(loaded, source)


def json_rows(loaded: Any, source: str) -> Rows:
    """As ``read_json`` for an answer already parsed."""
    if isinstance(loaded, dict) and "data" not in loaded:
        said = loaded.get("error_description") or loaded.get("message") or loaded.get("error") or "no field data"
        raise InputError(source, f"the API answered: {said}", "check the access and ask again")
    listed = loaded["data"] if isinstance(loaded, dict) else loaded
    if not isinstance(listed, list) or not all(isinstance(r, dict) for r in listed):
        raise InputError(source, "its data are not a list of rows", "save the whole answer of the API")
    return record_rows(listed)


def _dates(draft: Draft) -> None:
    day = read_days(draft.text("event_date"), "dmy")
    draft.reject(day.faults != "", "event_date: " + day.faults)
    draft.reject(day.days.isna(), "event_date is empty")
    code = draft.number("time_precision")
    draft.flag(~code.isin([1, 2, 3]) & (draft.text("time_precision") != ""), "no known time_precision")
    days = day.days
    monday = days - pd.to_timedelta(days.dt.day_of_week, unit="D")
    first = days - pd.to_timedelta(days.dt.day - 1, unit="D")
    last = first + pd.to_timedelta(days.dt.days_in_month - 1, unit="D")
    week, month = code == 2, code == 3
    start = days.where(~week, monday).where(~month, first)
    end = days.where(~week, monday + pd.Timedelta(days=6)).where(~month, last)
    kind = np.select([week, month], ["week", "month"], "day")
    said = np.select([week, month], ["its week", "its month"], "the day")
    stamp = pd.to_datetime(draft.number("timestamp"), unit="s", errors="coerce")
    draft.columns |= {
        "start": start.astype("datetime64[s]"),
        "end": end.astype("datetime64[s]"),
        "precision": pd.Series(kind, index=days.index, dtype="str"),
        "relation": pd.Series(np.where(kind == "day", "on", "in"), index=days.index, dtype="str"),
        "rule": "acled time_precision " + draft.text("time_precision").where(code.notna(), "none"),
        "resolution": pd.Series([f"ACLED codes the date as known to {s}" for s in said], index=days.index, dtype="str"),
    }
    draft.flag(stamp.notna() & (stamp < days), "uploaded before the event happened")


def _actors(draft: Draft) -> None:
    attacked = draft.text("civilian_targeting").str.casefold() == "civilian targeting"
    for column in ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2"):
        names = draft.text(column)
        victim = attacked & names.str.startswith("Civilians") & column.startswith("actor")
        role = pd.Series(np.where(victim, "target", "party"), index=names.index, dtype="str")
        draft.add_actors(names, role, _LIST if column.startswith("assoc") else None)
    place = draft.text("location")
    country = to_country(draft.text("country"))
    spare = draft.text("iso3").str.casefold().map(countries()["iso3"]).fillna("")
    kind = draft.number("geo_precision").map({1: "city", 2: "district", 3: "region"}).fillna("place")
    draft.add_place(place.where(place != "", draft.text("admin1")), country.where(country != "", spare),
                    draft.coordinate("latitude"), draft.coordinate("longitude"), kind)  # fmt: skip


def _deaths(draft: Draft) -> None:
    toll = draft.count("fatalities")
    notes = draft.text("notes")
    draft.flag(toll.isna() & draft.kept, "no fatality figure")
    unknown = (toll == 0) & notes.str.contains(_UNKNOWN_TOLL, case=False, regex=True)
    none = (toll == 0) & notes.str.contains(_NO_TOLL, case=False, regex=True) & ~unknown
    draft.flag(unknown, "fatalities coded 0 but called unknown: no figure taken")
    draft.sums["killed_best"] = toll
    low = toll.where(~unknown)
    sign = pd.Series(np.where(none, "eq", "ge"), index=toll.index, dtype="str")
    words = "fatalities " + draft.text("fatalities")
    draft.add_quantity("killed", low, low.where(none), sign, words=words)


def _words(draft: Draft) -> None:
    kind, sub, notes = draft.text("event_type"), draft.text("sub_event_type"), draft.text("notes")
    sides = joined(kind.index, draft.text("actor1"), draft.text("actor2"), sep=" – ")
    line = joined(kind.index, sub.where(sub != "", kind), sides, draft.text("location"), sep=": ")
    known = event_codes("acled")
    code = sub.where(sub.str.casefold().isin(known), kind)
    draft.columns |= {
        "text": notes.where(notes != "", line),
        "event_text": notes.where(notes != "", line),
        "event_type": to_event_type(code, "acled"),
        "title": line,
        "publisher": draft.text("source"),
    }
