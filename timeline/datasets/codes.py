"""Codes of the datasets → our event types and country codes, from the reviewed tables among the lexicons."""

from __future__ import annotations

import csv
from functools import cache

import pandas as pd

from timeline.model import EventType
from timeline.settings import LEXICONS


@cache
def event_codes(scheme: str) -> dict[str, tuple[str, str]]:
    """Code → (event type, name) of one scheme; codes casefolded."""
    with (LEXICONS / "event_type_codes.csv").open(encoding="utf-8", newline="") as file:
        return {
            r["code"].casefold(): (r["event_type"], r["name"]) for r in csv.DictReader(file) if r["scheme"] == scheme
        }


@cache
def countries() -> dict[str, dict[str, str]]:
    """Per kind of code (name, iso3, fips) → ISO 3166-1 alpha-2; names casefolded, without article."""
    made: dict[str, dict[str, str]] = {"name": {}, "iso3": {}, "fips": {}}
    with (LEXICONS / "country_codes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            made["iso3"][row["iso3"].casefold()] = row["iso2"]
            for code in filter(None, row["fips"].split("|")):
                made["fips"][code.casefold()] = row["iso2"]
            for name in row["names"].split("|"):
                made["name"].setdefault(name.casefold(), row["iso2"])
    return made


def to_country(values: pd.Series[str], kind: str = "name") -> pd.Series[str]:
    """ISO 3166-1 alpha-2 of country names or codes; empty where unknown (and for seas and regions)."""
    table = countries()[kind]
    return values.map({v: table.get(str(v).strip().casefold(), "") for v in values.unique()}).astype("str")


def to_event_type(values: pd.Series[str], scheme: str) -> pd.Series[str]:
    """Our event type of a code; a CAMEO code is looked up whole, then by its base and root; else ``other``."""
    table = event_codes(scheme)

    def find(code: str) -> str:
        key = code.strip().casefold()
        tried = (key, key[:3], key[:2]) if scheme == "cameo" else (key,)
        return next((table[k][0] for k in tried if k in table), EventType.OTHER.value)

    return values.map({v: find(str(v)) for v in values.unique()}).astype("str")
