"""ICEWS and POLECAT → claims: both are directed, source acts on target, and name the story that says so."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from timeline.datasets.build import finish
from timeline.datasets.codes import event_codes, to_country, to_event_type
from timeline.datasets.days import read_days
from timeline.datasets.draft import Draft, joined, start_draft
from timeline.datasets.result import Imported
from timeline.datasets.rows import NEEDS_NAMES, Rows, read_rows, with_names
from timeline.errors import InputError

ICEWS_LICENCE = "ICEWS Coded Event Data (Harvard Dataverse): cite Boschee et al.; terms of the Dataverse apply"
POLECAT_LICENCE = "POLECAT (Harvard Dataverse): cite Halterman et al. 2023; terms of the Dataverse apply"
_ICEWS_NEEDED = ("event_date", "source_name", "event_text", "cameo_code", "target_name")
_POLECAT_NEEDED = ("event_date", "event_type", "actor_name", "recipient_name")
_COLUMNS = ("event_id", "story_id", "sentence_number", "publisher", "event_mode", "publication_date", "source",
            "language", "version", "placename", "city", "district", "province", "country", "latitude",
            "longitude")  # fmt: skip
_SECTORS = r"\s*[;|]\s*"


def read_icews(path: Path, version: str | None = None) -> Imported:
    """The claims of one ICEWS file; its ``event_id`` is not unique, so story and sentence number complete it."""
    rows = _named(read_rows(path), path, _ICEWS_NEEDED, "ICEWS")
    frame = rows.frame
    ids = frame.get("event_id", pd.Series("", index=frame.index)).fillna("").str.strip()
    repeated = ids.duplicated(keep=False) & (ids != "")
    parts = [ids, *(frame[c].fillna("") for c in ("story_id", "sentence_number") if c in frame)]
    ids = ids.where(~repeated, joined(frame.index, *parts, sep="-"))
    draft = start_draft("icews", f"ICEWS {version or ''}".strip(), ICEWS_LICENCE, rows, ids)
    deed = draft.text("event_text")
    _fill(draft, code=draft.text("cameo_code"), scheme="cameo", deed=deed, agent="source_name", target="target_name")
    draft.columns["publisher"] = draft.text("publisher")
    _place(draft, joined(frame.index, draft.text("city")), "district", "province")
    return finish(draft)


def read_polecat(path: Path, version: str | None = None) -> Imported:
    """The claims of one POLECAT file; event and publication date are both kept, ``None`` strings are empty cells."""
    rows = _named(read_rows(path, quoted=True), path, _POLECAT_NEEDED, "POLECAT")
    frame = rows.frame.replace({"None": "", "none": ""})
    ids = frame.get("event_id", pd.Series("", index=frame.index)).fillna("")
    release = version or next(iter(frame.get("version", pd.Series(dtype="str")).head(1)), "")
    draft = start_draft("polecat", f"POLECAT {release}".strip(), POLECAT_LICENCE, Rows(frame, rows.broken), ids)
    kind, mode = draft.text("event_type"), draft.text("event_mode")
    names = {c: event_codes("plover").get(c.casefold(), ("", c))[1] for c in kind.unique()}
    deed = joined(frame.index, kind.map(names).astype("str"), mode, sep=": ")
    _fill(draft, code=kind, scheme="plover", deed=deed, agent="actor_name", target="recipient_name")
    published = read_days(draft.text("publication_date"), "mdy").days
    source = draft.text("source")
    draft.columns |= {"published": published, "publisher": source, "language": _language(draft.text("language"))}
    draft.flag(published < draft.columns["start"], "published before the event happened")
    _place(draft, draft.text("city").where(draft.text("city") != "", draft.text("placename")), "district", "province")
    return finish(draft)


def _named(rows: Rows, path: Path, needed: tuple[str, ...], dataset: str) -> Rows:
    """Rows with our spelling of the names (``Event Date`` → ``event_date``); surplus columns stay without harm."""
    rows = with_names(rows, (*needed, *_COLUMNS))
    if missing := [c for c in needed if c not in rows.frame]:
        names = ", ".join(missing)
        raise InputError(path.name, f"these columns of {dataset} are missing: {names}", NEEDS_NAMES)
    return rows


def _fill(draft: Draft, *, code: pd.Series[str], scheme: str, deed: pd.Series[str], agent: str, target: str) -> None:
    day = read_days(draft.text("event_date"), "mdy")
    draft.reject(day.faults != "", "event_date: " + day.faults)
    draft.reject(day.days.isna(), "event_date is empty")
    index = deed.index
    sides = {
        name: draft.text(name).str.split(_SECTORS, regex=True).str.join(", ").fillna("") for name in (agent, target)
    }
    draft.add_actors(draft.text(agent), "agent", _SECTORS)
    draft.add_actors(draft.text(target), "target", _SECTORS)
    words = joined(index, sides[agent], deed, sides[target], sep=" — ")
    where = joined(index, draft.text("city"), draft.text("country"))
    draft.columns |= {
        "start": day.days,
        "end": day.days,
        "precision": pd.Series("day", index=index, dtype="str"),
        "relation": pd.Series("on", index=index, dtype="str"),
        "rule": pd.Series(f"{draft.schema} event date", index=index, dtype="str"),
        "event_type": to_event_type(code, scheme),
        "event_text": words,
        "text": joined(index, words, where),
        "title": words,
        "confidence": pd.Series(0.6, index=index),
    }
    draft.reject(words == "", "neither actors nor an event type are given")


def _place(draft: Draft, first: pd.Series[str], *coarser: str) -> None:
    name = first
    for column in (*coarser, "country"):
        name = name.where(name != "", draft.text(column))
    draft.add_place(
        name, to_country(draft.text("country")), draft.coordinate("latitude"), draft.coordinate("longitude")
    )


def _language(values: pd.Series[str]) -> pd.Series[str]:
    """ISO 639-1 where the cell holds a code; POLECAT's texts are coded from translations, so English else."""
    return values.str.casefold().where(values.str.fullmatch(r"[A-Za-z]{2}"), "en")
