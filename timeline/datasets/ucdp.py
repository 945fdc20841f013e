"""UCDP GED 19–26 and Candidate files → claims.

Columns by name; a Candidate file without its header (24.0.1 was one) by the 49 names of the yearly releases.
``date_prec`` says how exactly the day is known (1 the day, 2 two to six days, 3 a week, 4 a month, 5 up to a year):
``date_start``–``date_end`` is then the span within which it happened, never how long it lasted (GED codebook 23.1).
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from timeline.datasets.build import finish
from timeline.datasets.codes import to_country, to_event_type
from timeline.datasets.days import read_days
from timeline.datasets.draft import Draft, each_once, joined, start_draft
from timeline.datasets.result import Imported
from timeline.datasets.rows import NEEDS_NAMES, Rows, read_file, read_rows, record_rows, with_names
from timeline.documents.charset import decode
from timeline.errors import InputError

LICENCE = "CC BY 4.0; cite Uppsala Conflict Data Program (UCDP), Georeferenced Event Dataset"
HEADER = [
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
]  # fmt: skip
NEEDED = ("id", "type_of_violence", "side_a", "side_b", "date_start", "date_end", "best", "low", "high")
_OLDER = {"best_est": "best", "low_est": "low", "high_est": "high", "where_coord": "where_coordinates"}  # GED 1–5
_PRECISION = {1: "day", 2: "interval", 3: "week", 4: "month", 5: "interval"}
_WORDS = {1: "the day", 2: "two to six days", 3: "a week", 4: "a month", 5: "up to a year"}
_PLACE_KINDS = {1: "city", 2: "place", 3: "district", 4: "region", 5: "feature", 6: "country", 7: "place"}
# A comma parts allied groups but also stands inside a few names
_ALLIES = r",\s+(?!Inc\b|Jr\b)"
_TELLERS = r"\s*[;,\n]\s*"  # how source_original joins several, besides slashes
_SLASH = r"(?<=[^\W\d_])\s*/+\s*(?=[^\W\d_])"


def read_ucdp(path: Path, version: str | None = None) -> Imported:
    """The claims of one GED file; each event is one claim dated by its span, its toll from low to high.

    Raises:
        InputError: the file lacks columns that every release has.

    """
    data = read_file(path)
    is_json = data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[")
    rows = _with_header(_json_rows(data, path) if is_json else read_rows(path), path)
    missing = [c for c in NEEDED if c not in rows.frame]
    if missing:
        names = ", ".join(missing)
        raise InputError(path.name, f"these columns of UCDP GED are missing: {names}", NEEDS_NAMES)
    return finish(make_ucdp(rows, f"UCDP GED {version or find_version(path)}".strip()))


def make_ucdp(rows: Rows, dataset: str) -> Draft:
    """The draft of rows that have the GED columns."""
    ids = rows.frame["id"].str.strip().str.replace(r"\.0+$", "", regex=True)
    draft = start_draft("ucdp-ged", dataset, LICENCE, rows, ids)
    _dates(draft)
    _deaths(draft)
    _words(draft)
    sides = {s: draft.text(s) for s in ("side_a", "side_b")}
    draft.add_actors(sides["side_a"], "party", _ALLIES)
    violence = draft.number("type_of_violence")
    one_sided = violence == 3
    draft.add_actors(
        sides["side_b"], pd.Series(np.where(one_sided, "target", "party"), index=ids.index, dtype="str"), _ALLIES
    )
    draft.actors[0]["role"] = np.where(one_sided.reindex(draft.actors[0].index), "agent", "party")
    draft.columns["event_type"] = to_event_type(violence.map("{:.0f}".format).astype("str"), "ucdp")
    draft.reject(~violence.isin([1, 2, 3]), "type_of_violence is not 1, 2 or 3")
    told = draft.text("source_original")
    slashed = told.str.contains("/", regex=False) & ~told.str.contains("://", regex=False)
    told = told.where(~slashed, told[slashed].str.replace(_SLASH, ";", regex=True).reindex(told.index))
    status = draft.text("code_status")
    draft.flag(~status.str.casefold().isin(["", "clear"]), "code_status says the coding is still to be checked")
    draft.add_attribution(told, "source_original", _TELLERS)
    places = joined(ids.index, draft.text("where_coordinates"), sep="")
    precise = draft.number("where_prec").map(_PLACE_KINDS).fillna("place")
    country = to_country(draft.text("country"))
    named = places.where(places != "", draft.text("adm_1")).where(lambda s: s != "", draft.text("country"))
    lat, lon = _coordinates(draft)
    draft.add_place(named, country, lat, lon, precise)
    return draft


def find_version(path: Path) -> str:
    """The release in a file name: ``ged191.csv`` → 19.1, ``GEDEvent_v25_0_3.csv`` → 25.0.3; empty when not there."""
    name = pd.Series([path.stem.lower()])
    found = name.str.extract(r"v?(\d{2})[._](\d{1,2})(?:[._](\d{1,2}))?(?!\d)").iloc[0].dropna()
    if len(found):
        return ".".join(found)
    short = name.str.extract(r"ged(\d{2})(\d)(?!\d)").iloc[0].dropna()
    return ".".join(short)


def _with_header(rows: Rows, path: Path) -> Rows:
    first = list(rows.frame.columns)
    named = with_names(rows, HEADER, _OLDER)
    if len(first) == len(HEADER) and re.fullmatch(r"\d+(?:\.0*)?", first[0]):
        return read_rows(path, header=HEADER)
    return named


def _json_rows(data: bytes, path: Path) -> Rows:
    """Rows of UCDP's GeoJSON (a feature's properties, its point as WKT) or of an answer of its API (``Result``)."""
    try:
        loaded = json.loads(decode(data, path.name))
    except (ValueError, RecursionError) as error:
        raise InputError(path.name, f"not JSON ({error})", "give the file whole") from error
    if isinstance(loaded, dict) and isinstance(loaded.get("features"), list):
        return record_rows([_feature(f) for f in loaded["features"]])
    listed = loaded.get("Result") if isinstance(loaded, dict) else loaded
    if not isinstance(listed, list) or not all(isinstance(r, dict) for r in listed):
        raise InputError(path.name, "it holds no list of events", "give GeoJSON or an answer of the UCDP API")
    return record_rows(listed)


def _feature(feature: Any) -> dict[str, Any]:
    made = dict(feature.get("properties") or {}) if isinstance(feature, dict) else {}
    point = (feature.get("geometry") or {}).get("coordinates") if isinstance(feature, dict) else None
    if isinstance(point, list) and len(point) >= 2:
        made.setdefault("geom_wkt", f"POINT ({point[0]} {point[1]})")
    return made


def _dates(draft: Draft) -> None:
    start, end = (read_days(draft.text(c)) for c in ("date_start", "date_end"))
    for name, column in (("date_start", start), ("date_end", end)):
        draft.reject(column.faults != "", name + ": " + column.faults)
        draft.reject(column.days.isna(), f"{name} is empty")
    draft.reject(end.days < start.days, "date_end lies before date_start")
    code = draft.number("date_prec")
    draft.flag((code == 1) & (start.days != end.days), "date_prec says one day, the dates say several")
    draft.flag(~code.isin([1, 2, 3, 4, 5]) & draft.kept, "no known date_prec")
    day = start.days == end.days
    precision = code.map(_PRECISION).fillna("interval").where(~(day & code.isin([1, 2])), "day")
    source_date = read_days(draft.text("source_date").str.split(";").str[0].str.strip())
    draft.flag(source_date.days < start.days, "the first source is dated before the event")
    words = code.map(_WORDS).astype("object").fillna("precision not given").astype("str")
    draft.columns |= {
        "start": start.days,
        "end": end.days,
        "precision": precision.astype("str"),
        "relation": pd.Series(np.where(precision == "day", "on", "in"), index=day.index, dtype="str"),
        "rule": "ucdp date_prec " + code.map("{:.0f}".format).astype("str").where(code.notna(), "none"),
        "resolution": "UCDP codes the date as known to " + words,
        "published": source_date.days,
        "date_evidence": pd.Series("source_date of the first source", index=day.index).where(source_date.days.notna()),
    }


def _deaths(draft: Draft) -> None:
    low, best, high = (draft.count(c) for c in ("low", "best", "high"))
    counted = pd.concat([low, best, high], axis=1)
    odd = (low > best) | (best > high)
    draft.flag(odd, "low, best and high are not in order")
    draft.reject(counted.isna().all(axis=1), "no death estimate is a number")
    least, most = counted.min(axis=1), counted.max(axis=1)
    comparator = pd.Series(np.where(least == most, "eq", "range"), index=low.index, dtype="str")
    shown = {
        name: values.map("{:.0f}".format).astype("str")
        for name, values in (("best", best), ("low", low), ("high", high))
    }
    words = "best " + shown["best"] + ", low " + shown["low"] + ", high " + shown["high"]
    draft.add_quantity("killed", least, most, comparator, words=words)
    draft.sums["killed_best"] = best


def _words(draft: Draft) -> None:
    """The sentence: where and who against whom, as UCDP codes it, then the headlines of its sources.

    The mark quotes the first part. A headline is the article's, which may tell of many events, or of none by name.
    """
    headline = _unescaped(draft.text("source_headline").str.replace(r"\s+", " ", regex=True))
    bare = headline == ""
    if bare.any():
        spare = _unescaped(_from_article(draft.text("source_article")[bare]))
        headline = headline.where(~bare, spare.reindex(headline.index))
    dyad = draft.text("dyad_name")
    dyad = dyad.where(dyad != "", joined(dyad.index, draft.text("side_a"), draft.text("side_b"), sep=" - "))
    spot, province, country = (draft.text(c) for c in ("where_coordinates", "adm_1", "country"))
    near = spot.where(spot != "", province).where(lambda s: s != "", country)
    wide = joined(dyad.index, province.where(near != province, ""), country.where(near != country, ""))
    deed = joined(dyad.index, near, dyad, sep=": ")
    line = deed + (" (" + wide + ")").where(wide != "", "")
    first = headline.str.split(";").str[0].str.strip()
    draft.columns |= {
        "text": joined(dyad.index, line, headline, sep="\n"),
        "event_text": deed,
        "title": first.where(first != "", deed),
        "publisher": each_once(draft.text("source_office")),
    }


def _unescaped(values: pd.Series[str]) -> pd.Series[str]:
    """Signs that a page's markup left behind (``&#8217;``) as themselves: their semicolons part no headlines."""
    marked = values.str.contains("&", regex=False)
    return values.where(~marked, values[marked].map(html.unescape).reindex(values.index))


def _from_article(articles: pd.Series[str]) -> pd.Series[str]:
    """The headline of the first ``"OFFICE,DATE,HEADLINE"``; commas, tabs and stray quotes inside it stay."""
    inner = articles.str.split('";"', regex=False).str[0].str.strip('"')
    return (
        inner.str.extract(r"^[^,]*,[^,]*,(.*)$", expand=False)
        .fillna("")
        .str.strip()
        .str.replace(r"\s+", " ", regex=True)
    )


def _coordinates(draft: Draft) -> tuple[pd.Series[float], pd.Series[float]]:
    """Latitude and longitude, or the point of ``geom_wkt`` (``POINT (36.7 34.8)``) where a variant lacks them."""
    lat, lon = draft.coordinate("latitude"), draft.coordinate("longitude")
    point = draft.text("geom_wkt").str.extract(r"^POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)$")
    spare = point.apply(pd.to_numeric, errors="coerce")
    return lat.fillna(spare[1]), lon.fillna(spare[0])
