"""Changes laid over what was extracted: pure functions of frames, applied on load in the order they were made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd

from timeline.frame.columns import TABLES
from timeline.frame.tables import ClaimTables, Row, frame
from timeline.model import Role
from timeline.store.changes import ADD, CORRECTION, MERGE, REMOVE, Change
from timeline.store.imports import concat, without_documents

# Part of a patch → its table, and the roles it stands for (claim_actors holds parties and sources).
_GROUPS: dict[str, tuple[str, bool | None]] = {
    "actors": ("claim_actors", False),
    "sources": ("claim_actors", True),
    "claim_places": ("claim_places", None),
    "claim_quantities": ("claim_quantities", None),
    "claim_attributions": ("claim_attributions", None),
}
_ORIGIN = "origin"  # while changes are applied: the actor's id as extracted


def apply_changes(base: ClaimTables, changes: Sequence[Change]) -> tuple[ClaimTables, list[Change]]:
    """The tables as the readers left them, and the changes whose claim or document is not there any more."""
    orphans: list[Change] = []
    tables = base
    if any(c.kind in (MERGE, "split") for c in changes):
        tables = _with_origins(tables)
    for kind, run in groupby(changes, key=lambda c: c.kind):
        if kind == CORRECTION:
            tables = _correct(tables, list(run), orphans)
        elif kind == ADD:
            tables = _add(tables, list(run), orphans)
        elif kind == REMOVE:
            tables = without_documents(tables, pd.Series([c.subject for c in run], dtype="str"))
        else:
            for change in run:
                tables = _rename_actors(tables, change)
    return _without_origins(tables), orphans


def _correct(tables: ClaimTables, run: list[Change], orphans: list[Change]) -> ClaimTables:
    ids = pd.Index(tables.claims["claim_id"])
    wanted = list(dict.fromkeys(c.subject for c in run))
    at = dict(zip(wanted, _positions(ids, wanted), strict=True))
    cells: dict[str, dict[int, Any]] = {}
    groups: dict[str, dict[str, list[Row]]] = {}
    for change in run:
        position = at[change.subject]
        if position < 0:
            orphans.append(change)
            continue
        patch = change.patch or {}
        for column, value in patch.get("claims", {}).items():
            cells.setdefault(column, {})[position] = value
        for group in _GROUPS:
            if group in patch:
                groups.setdefault(group, {})[change.subject] = patch[group]
    made = {name: getattr(tables, name) for name in TABLES}
    made["claims"] = _set_cells(tables.claims, cells)
    for group, replaced in groups.items():
        name, source = _GROUPS[group]
        made[name] = _replace_rows(made[name], name, replaced, source)
    return ClaimTables(**made)


def _positions(ids: pd.Index[str], wanted: list[str]) -> list[int]:
    """Row of each claim, -1 for those that are not there."""
    found = np.flatnonzero(ids.isin(wanted))
    rows = dict(zip(ids[found], found.tolist(), strict=True))
    return [rows.get(claim, -1) for claim in wanted]


def _set_cells(claims: pd.DataFrame, cells: dict[str, dict[int, Any]]) -> pd.DataFrame:
    if not cells:
        return claims
    changed = claims.reset_index(drop=True)
    for column, values in cells.items():
        fresh = frame("claims", [{column: v} for v in values.values()])[column]
        whole = changed[column].copy()
        whole.iloc[list(values)] = fresh.to_numpy() if column.startswith("date_") and whole.dtype.kind == "M" else fresh
        changed[column] = whole
    return changed


def _replace_rows(table: pd.DataFrame, name: str, replaced: dict[str, list[Row]], source: bool | None) -> pd.DataFrame:
    gone = table["claim_id"].isin(list(replaced))
    if source is not None:
        gone &= (table["role"] == Role.SOURCE.value) == source
    rows = [row | {"claim_id": claim} for claim, listed in replaced.items() for row in listed]
    fresh = frame(name, rows)
    if _ORIGIN in table:
        fresh[_ORIGIN] = fresh["actor_id"]
    parts = [part for part in (table[~gone], fresh) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else table[~gone]


def _add(tables: ClaimTables, run: list[Change], orphans: list[Change]) -> ClaimTables:
    texts = tables.documents[tables.documents["document_id"].isin([(c.new or {}).get("document_id") for c in run])]
    by_id = dict(zip(texts["document_id"], texts["text"], strict=True))
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    known = set(tables.claims["claim_id"][tables.claims["claim_id"].isin([c.subject for c in run])])
    for change in run:
        new, patch = change.new or {}, change.patch or {}
        text = by_id.get(new.get("document_id"))
        # The offsets are true only while the document says these words there.
        if text is None or text[new["start"] : new["end"]] != change.words or change.subject in known:
            orphans.append(change)
            continue
        rows["claims"].append(patch["claims"])
        for group, (name, _) in _GROUPS.items():
            rows[name] += [row | {"claim_id": change.subject} for row in patch.get(group, ())]
    added = ClaimTables(**{name: frame(name, listed) for name, listed in rows.items()})
    return concat([tables, _with_origins(added) if _ORIGIN in tables.claim_actors else added])


def _rename_actors(tables: ClaimTables, change: Change) -> ClaimTables:
    """Merge or split: mentions of some actors become mentions of another."""
    rule = change.patch or {}
    made = {name: getattr(tables, name) for name in TABLES}
    for name in ("claim_actors", "claim_attributions"):
        table = made[name]
        hit = table["actor_id"].isin(rule["ids"])
        if rule.get("origins"):
            hit &= table[_ORIGIN].isin(rule["origins"])
        if rule.get("claims"):
            hit &= table["claim_id"].isin(rule["claims"])
        if rule.get("texts"):
            hit &= table["text"].str.casefold().isin([t.casefold() for t in rule["texts"]])
        if not hit.any():
            continue
        changed = table.assign(
            actor_id=table["actor_id"].mask(hit, rule["into"]), name=table["name"].mask(hit, rule["name"])
        )
        made[name] = _once_a_claim(changed, hit)
    return ClaimTables(**made)


def _once_a_claim(table: pd.DataFrame, hit: pd.Series[bool]) -> pd.DataFrame:
    """Of mentions that became mentions of one actor in one claim, the first with a part in it; a source stays one."""
    touched = table[
        table["claim_id"].isin(table.loc[hit, "claim_id"]) & table["actor_id"].isin(table.loc[hit, "actor_id"])
    ]
    keys = touched[["claim_id", "actor_id"]]
    if "role" in touched:
        keys = keys.assign(source=touched["role"] == Role.SOURCE.value, vague=touched["role"] == Role.PARTY.value)
        keys = keys.sort_values("vague", kind="stable").drop(columns="vague")
    again = keys.index[keys.duplicated()]
    return table.drop(index=again) if len(again) else table


def _with_origins(tables: ClaimTables) -> ClaimTables:
    actors, attributions = (
        t.assign(**{_ORIGIN: t["actor_id"]}) for t in (tables.claim_actors, tables.claim_attributions)
    )
    made = {name: getattr(tables, name) for name in TABLES}
    return ClaimTables(**(made | {"claim_actors": actors, "claim_attributions": attributions}))


def _without_origins(tables: ClaimTables) -> ClaimTables:
    if _ORIGIN not in tables.claim_actors:
        return tables
    made = {name: getattr(tables, name).drop(columns=_ORIGIN, errors="ignore") for name in TABLES}
    return ClaimTables(**made)
