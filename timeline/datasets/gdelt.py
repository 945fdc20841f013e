"""GDELT 1.0 and 2.0 event files → claims: tab, semicolon or comma, with or without their header.

Codes stay text ("04", not 4). GDELT has no precision, no toll and no sentence: what a row says is composed from its
codes, and its source address is kept. Dates exactly one month, year or ten years before the row was added are a
known artefact of its reading of relative dates; they are flagged, hedged and carry the day added as the alternative.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from timeline.datasets.build import finish
from timeline.datasets.codes import event_codes, to_country, to_event_type
from timeline.datasets.days import read_days
from timeline.datasets.draft import Draft, joined, start_draft
from timeline.datasets.result import Imported
from timeline.datasets.rows import NEEDS_NAMES, Rows, find_delimiter, read_text, split_rows, squeeze, with_names
from timeline.errors import InputError

LICENCE = "GDELT Project (gdeltproject.org): free for any use with attribution and a link"
NEEDED = ("GLOBALEVENTID", "SQLDATE", "EventCode")


def _actor(number: int) -> list[str]:
    parts = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
             "Type1Code", "Type2Code", "Type3Code")  # fmt: skip
    return [f"Actor{number}{p}" for p in parts]


def _geo(who: str, *, adm2: bool) -> list[str]:
    parts = ["Type", "FullName", "CountryCode", "ADM1Code", *(["ADM2Code"] if adm2 else []), "Lat", "Long", "FeatureID"]
    return [f"{who}Geo_{p}" for p in parts]


def header(size: int) -> list[str] | None:
    """The column names of a file without them, by its number of columns: 61 (2.0), 58 or 57 (1.0), 17 (before 2013)."""
    first = ["GLOBALEVENTID", "SQLDATE"]
    if size == 17:
        return [*first, "Actor1Code", "Actor2Code", "EventCode", "QuadClass", "GoldsteinScale", "NumMentions",
                "NumSources", "NumArticles", "AvgTone", "Actor1Geo_Lat", "Actor1Geo_Long", "Actor2Geo_Lat",
                "Actor2Geo_Long", "ActionGeo_Lat", "ActionGeo_Long"]  # fmt: skip
    if size not in (57, 58, 61):
        return None
    adm2 = size == 61
    event = ["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
             "NumSources", "NumArticles", "AvgTone"]  # fmt: skip
    places = [c for who in ("Actor1", "Actor2", "Action") for c in _geo(who, adm2=adm2)]
    names = [*first, "MonthYear", "Year", "FractionDate", *_actor(1), *_actor(2), *event, *places, "DATEADDED"]
    return names if size == 57 else [*names, "SOURCEURL"]


def read_gdelt(path: Path, version: str | None = None) -> Imported:
    """The claims of one event file; each row is one claim with actor 1 as agent and actor 2 as target.

    Raises:
        InputError: not an event file of GDELT.

    """
    rows = _rows(path)
    release = version or ("2.0" if "ActionGeo_ADM2Code" in rows.frame else "1.0")
    draft = start_draft("gdelt", f"GDELT {release} events", LICENCE, rows, rows.frame["GLOBALEVENTID"])
    draft.reject(~draft.ids.str.fullmatch(r"\d+"), "GLOBALEVENTID is not a number")
    _dates(draft)
    _event(draft)
    return finish(draft)


def _rows(path: Path) -> Rows:
    found = read_text(path)
    if isinstance(found, Rows):
        return _named(found, path)
    lines = found[:1_000_000].splitlines()
    line = lines[1] if lines[0].casefold().startswith("sep=") and len(lines) > 1 else lines[0]
    delimiter = find_delimiter(line)
    first = line.split(delimiter)
    if "globaleventid" in map(squeeze, first):
        return _named(split_rows(found, path.name, quoted=delimiter != "\t" or '"' in first[0]), path)
    names = header(len(first))
    if names is None:
        problem = f"{len(first)} columns are no event file of GDELT (61, 58, 57 or 17)"
        raise InputError(path.name, problem, "give an events export; mentions and GKG files are other tables")
    return split_rows(found, path.name, header=names, delimiter=delimiter, quoted=delimiter != "\t")


def _named(rows: Rows, path: Path) -> Rows:
    """Rows of a file with column names, called as GDELT calls them."""
    named = with_names(rows, header(61) or [])
    if missing := [c for c in NEEDED if c not in named.frame]:
        raise InputError(path.name, f"these columns of GDELT are missing: {', '.join(missing)}", NEEDS_NAMES)
    return named


def _dates(draft: Draft) -> None:
    event = read_days(draft.text("SQLDATE"))
    draft.reject(event.faults != "", "SQLDATE: " + event.faults)
    draft.reject(event.days.isna(), "SQLDATE is empty")
    added = read_days(draft.text("DATEADDED").str[:8]).days
    days = event.days
    year, month = added.dt.year - days.dt.year, added.dt.month - days.dt.month
    same_day = added.dt.day == days.dt.day
    early = same_day & (month == 0) & year.isin([1, 10])
    month_early = same_day & ((year * 12 + month) == 1)
    draft.flag(early, "dated exactly one or ten years before the report, as GDELT misreads relative dates")
    draft.flag(month_early, "dated exactly one month before the report, as GDELT misreads relative dates")
    draft.flag(days > added, "dated after it was reported")
    odd = early | month_early
    iso = pd.Series(
        np.datetime_as_string(added.to_numpy(dtype="datetime64[s]").astype("datetime64[D]")), index=days.index
    )
    draft.columns |= {
        "start": days,
        "end": days,
        "precision": pd.Series("day", index=days.index, dtype="str"),
        "relation": pd.Series("on", index=days.index, dtype="str"),
        "rule": pd.Series("gdelt SQLDATE", index=days.index, dtype="str"),
        "alternatives": iso.where(odd & added.notna()),
        "hedged": odd,
        "confidence": pd.Series(np.where(odd, 0.3, 0.6), index=days.index),
        "published": added,
        "date_evidence": pd.Series("DATEADDED, the day GDELT read it", index=days.index).where(added.notna()),
    }


def _event(draft: Draft) -> None:
    code = draft.text("EventCode")
    draft.reject(code == "", "EventCode is empty")
    known = event_codes("cameo")
    names = {c: next((known[k][1] for k in (c, c[:3], c[:2]) if k in known), f"CAMEO {c}") for c in code.unique()}
    sides = []
    for number, role in ((1, "agent"), (2, "target")):
        name = draft.text(f"Actor{number}Name").str.title()
        name = name.where(name != "", draft.text(f"Actor{number}Code"))
        draft.add_actors(name, role)
        sides.append(name)
    place = draft.text("ActionGeo_FullName")
    deed = joined(code.index, sides[0], code.map(names).astype("str"), sides[1], sep=" — ")
    draft.columns |= {
        "event_type": to_event_type(code, "cameo"),
        "event_text": deed,
        "text": joined(code.index, deed, place, sep=", "),
        "title": deed,
        "url": draft.text("SOURCEURL"),
        "publisher": draft.text("SOURCEURL").str.extract(r"^https?://(?:www\.)?([^/:?#]+)", expand=False).fillna(""),
    }
    country = to_country(draft.text("ActionGeo_CountryCode"), "fips")
    kind = (
        draft.number("ActionGeo_Type")
        .map({1: "country", 2: "region", 5: "region", 3: "city", 4: "city"})
        .fillna("place")
    )
    draft.add_place(place, country, draft.coordinate("ActionGeo_Lat"), draft.coordinate("ActionGeo_Long"), kind)
