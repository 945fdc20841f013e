"""Any table with events → claims by a mapping that says which column is what; mappings are saved as profiles."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, cast

import numpy as np
import pandas as pd

from timeline.datasets.build import finish
from timeline.datasets.codes import to_country
from timeline.datasets.days import Days, Order, read_days
from timeline.datasets.draft import Draft, joined, start_draft
from timeline.datasets.result import Imported
from timeline.datasets.rows import read_rows
from timeline.errors import InputError
from timeline.model import EventType, QuantityKind, Role

_LIST = r"\s*[;|]\s*"
_EPOCHS = ("0001-01-01", "1900-01-01", "1904-01-01", "1970-01-01")
# Column names that say what they hold, in the order they are preferred; compared without case, spaces and signs.
_KNOWN_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "eventid", "incidentid", "incidentcode", "uid", "code"),
    "date": ("date", "eventdate", "datestart", "startdate", "incidentdate", "start", "day"),
    "date_end": ("dateend", "enddate", "incidentdateend", "end"),
    "text": ("notes", "description", "summary", "text", "narrative", "details", "cause"),
    "title": ("title", "headline", "name"),
    "event_type": ("eventtype", "type", "category", "strketype", "striketype"),
    "place": ("location", "place", "city", "village", "town"),
    "country": ("country",),
    "lat": ("latitude", "lat", "y"),
    "lon": ("longitude", "lon", "lng", "long", "x"),
    "url": ("url", "link", "sourceurl"),
    "publisher": ("publisher", "outlet", "newspaper"),
    "attribution": ("attribution", "sourceoriginal", "reportedby"),
    "agents": ("perpetrator", "perpetrators", "attacker", "belligerent"),
    "targets": ("victim", "victims", "target", "targets"),
    "parties": ("actors", "actor", "actor1", "actor2", "sidea", "sideb", "parties"),
    "killed_low": ("killedlow", "killedmin", "deathslow", "civkilledmin", "low"),
    "killed_high": ("killedhigh", "killedmax", "deathshigh", "civkilledmax", "high"),
    "killed": ("killed", "deaths", "fatalities", "dead", "best"),
    "injured_low": ("injuredlow", "injuredmin", "civinjuredmin"),
    "injured_high": ("injuredhigh", "injuredmax", "civinjuredmax"),
    "injured": ("injured", "wounded"),
}


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which column is what; column names as in the file, empty where the table has none.

    ``order`` is how all-number dates are written (``dmy``, ``mdy``); ``split`` parts several names in one cell;
    ``types`` maps the table's words for kinds of events to our event types.
    """

    date: str
    id: str = ""
    date_end: str = ""
    lasting: bool = False  # date–date_end is how long it lasted, not the span within which it happened
    text: str = ""
    title: str = ""
    event_type: str = ""
    place: str = ""
    country: str = ""
    lat: str = ""
    lon: str = ""
    url: str = ""
    publisher: str = ""
    attribution: str = ""
    agents: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    killed: str = ""
    killed_low: str = ""
    killed_high: str = ""
    injured: str = ""
    injured_low: str = ""
    injured_high: str = ""
    order: str = ""
    split: str = _LIST
    types: dict[str, str] = field(default_factory=dict)
    dataset: str = ""
    licence: str = "as its publisher allows"

    def columns(self) -> list[str]:
        """Every column of the file that the mapping names."""
        named = [getattr(self, f.name) for f in fields(self) if f.name in _KNOWN_NAMES]
        return [c for value in named for c in (value if isinstance(value, list) else [value]) if c]

    def save(self, path: Path) -> None:
        """Write the profile as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load_mapping(path: Path) -> Mapping:
    """Read a saved profile.

    Raises:
        InputError: not a profile; the message names the first wrong field.

    """
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
        return make_mapping(loaded, path.as_posix())
    except (OSError, ValueError) as error:
        raise InputError(
            path.as_posix(), f"not a mapping profile ({error})", "save one with timeline import --preview"
        ) from error


def make_mapping(values: dict[str, Any], source: str = "the mapping") -> Mapping:
    """A mapping of plain values, each checked."""
    known = {f.name: f for f in fields(Mapping)}
    if not isinstance(values, dict) or not values.get("date"):
        raise InputError(source, "it names no date column", 'give at least {"date": "name of the column"}')
    if wrong := [k for k in values if k not in known]:
        raise InputError(source, f"it has no field {wrong[0]!r}", f"use {', '.join(known)}")
    listed: dict[str, Any] = {
        k: [v] if k in ("agents", "targets", "parties") and isinstance(v, str) else v for k, v in values.items()
    }
    if bad := [t for t in listed.get("types", {}).values() if t not in list(EventType)]:
        raise InputError(source, f"{bad[0]!r} is no event type", f"use {', '.join(EventType)}")
    if listed.get("order", "") not in ("", "dmy", "mdy"):
        raise InputError(source, f"order {listed['order']!r} is unknown", "use dmy or mdy")
    return Mapping(**listed)


def guess_mapping(columns: list[str]) -> Mapping:
    """A mapping by the columns' names, to be looked over by a person; ``date`` is empty when no name says it."""
    plain = {re.sub(r"[\W_]+", "", c).casefold(): c for c in reversed(columns)}
    found: dict[str, Any] = {}
    for part, names in _KNOWN_NAMES.items():
        hits = [plain[n] for n in names if n in plain and plain[n] not in found.values()]
        if part in ("agents", "targets", "parties"):
            found[part] = hits
        elif hits:
            found[part] = hits[0]
    return Mapping(**{"date": "", **found})


def preview(path: Path, rows: int = 5) -> tuple[pd.DataFrame, Mapping]:
    """The first rows as they were read, and the mapping their column names suggest."""
    frame = read_rows(path).frame
    return frame.head(rows), guess_mapping(list(frame.columns))


def read_mapped(path: Path, mapping: Mapping, version: str | None = None) -> Imported:
    """The claims of any table, by its mapping.

    Raises:
        InputError: the mapping names columns that the table does not have.

    """
    rows = read_rows(path)
    if missing := [c for c in mapping.columns() if c not in rows.frame]:
        have = ", ".join(rows.frame.columns[:30])
        raise InputError(path.name, f"the mapped columns {', '.join(missing)} are not there", f"choose among {have}")
    bare = pd.Series("", index=rows.frame.index, dtype="str")
    ids = rows.frame[mapping.id].fillna("") if mapping.id else bare
    dataset = f"{mapping.dataset or path.stem} {version or ''}".strip()
    draft = start_draft(_schema(mapping.dataset or path.stem), dataset, mapping.licence, rows, ids)
    _dates(draft, mapping)
    _words(draft, mapping)
    for kind in (QuantityKind.KILLED, QuantityKind.INJURED):
        _count(draft, mapping, kind.value)
    for part, role in (("agents", Role.AGENT), ("targets", Role.TARGET), ("parties", Role.PARTY)):
        for column in getattr(mapping, part):
            draft.add_actors(draft.text(column), role.value, mapping.split)
    if mapping.attribution:
        draft.add_attribution(draft.text(mapping.attribution), mapping.attribution, mapping.split)
    return finish(draft)


def _schema(name: str) -> str:
    return re.sub(r"\W+", "-", name.casefold()).strip("-") or "table"


def _dates(draft: Draft, mapping: Mapping) -> None:
    order = cast("Order | None", mapping.order or None)
    first, last_cells = draft.text(mapping.date), draft.text(mapping.date_end)
    start = read_days(first, order, last_cells)
    end = read_days(last_cells, order, first) if mapping.date_end else start
    sentinel = _no_dates(start.days)
    draft.flag(sentinel, "a date that stands for no date: taken as none")
    start = Days(start.days.where(~sentinel), start.faults)
    end = Days(end.days.where(~_no_dates(end.days)), end.faults)
    draft.reject(start.faults != "", f"{mapping.date}: " + start.faults)
    draft.reject(end.faults != "", f"{mapping.date_end}: " + end.faults)
    draft.flag(start.days.isna() & draft.kept, "no date")
    last = end.days.fillna(start.days)
    draft.reject(last < start.days, "the end lies before the start")
    day = start.days == last
    several = "during" if mapping.lasting else "in"
    draft.columns |= {
        "start": start.days,
        "end": last.where(start.days.notna()),
        "precision": pd.Series(np.where(day, "day", "interval"), index=day.index, dtype="str"),
        "relation": pd.Series(np.where(day, "on", several), index=day.index, dtype="str"),
        "rule": pd.Series(f"column {mapping.date}", index=day.index, dtype="str"),
    }


def _no_dates(days: pd.Series[pd.Timestamp]) -> pd.Series[bool]:
    """Where a machine wrote the first day it can count for a date it did not have.

    1 January 1970, 1900, 1904 or 1 is taken for one only where the column's other days all lie ten years away.
    """
    epochs = [pd.Timestamp(d) for d in _EPOCHS]
    years = days[~days.isin(epochs)].dt.year
    return days.isin([e for e in epochs if len(years) and (years - e.year).abs().min() >= 10])


def _words(draft: Draft, mapping: Mapping) -> None:
    index = draft.rows.index
    kind, title, text = draft.text(mapping.event_type), draft.text(mapping.title), draft.text(mapping.text)
    place = draft.text(mapping.place)
    line = joined(index, title, kind, place)
    label = title.where(title != "", text.str.slice(0, 200)).where(lambda s: s != "", line)
    draft.reject(line.eq("") & text.eq(""), "no words: neither text, title, type nor place")
    same = title.eq(text) | text.eq("")
    body = joined(index, title.where(~same, ""), text, sep="\n")
    types = {k.casefold(): v for k, v in mapping.types.items()}
    own = {t.value for t in EventType}
    found = {k: types.get(k.casefold(), k.casefold() if k.casefold() in own else "other") for k in kind.unique()}
    draft.columns |= {
        "event_type": kind.map(found).astype("str"),
        "text": body.where(body != "", line),
        "event_text": label,
        "title": label,
        "url": draft.text(mapping.url),
        "publisher": draft.text(mapping.publisher),
    }
    whole = draft.columns["text"]
    heads = pd.Series([t.startswith(e) for t, e in zip(whole, label, strict=True)], index=index)
    draft.columns["event_text"] = label.where(heads, whole)
    country = draft.text(mapping.country)
    draft.add_place(
        place.where(place != "", country), to_country(country), draft.number(mapping.lat), draft.number(mapping.lon)
    )


def _count(draft: Draft, mapping: Mapping, kind: str) -> None:
    best = draft.count(getattr(mapping, kind))
    low = draft.count(getattr(mapping, f"{kind}_low")).fillna(best)
    high = draft.count(getattr(mapping, f"{kind}_high")).fillna(best)
    both = low.notna() & high.notna()
    draft.flag(both & (low > high), f"{kind}: low is above high")
    least, most = low.where(~both, np.minimum(low, high)), high.where(~both, np.maximum(low, high))
    sign = np.select([both & (least == most), both, low.notna()], ["eq", "range", "ge"], "le")
    columns = [
        c for c in (getattr(mapping, kind), getattr(mapping, f"{kind}_low"), getattr(mapping, f"{kind}_high")) if c
    ]
    words = joined(low.index, *((c + " " + draft.text(c)).where(draft.text(c) != "", "") for c in columns))
    draft.add_quantity(kind, least, most, pd.Series(sign, index=low.index, dtype="str"), words=words)
    if kind == "killed" and columns:
        draft.sums["killed_best"] = best.fillna(least)
