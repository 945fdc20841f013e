"""What a reader says of a claim → what was said before, and the rows that follow: the patch that is kept.

The keys are those of the page's form: status, date (EDTF), relation, event_type, actors, attribution, places (names),
quantity ({low, high} and, if known, kind, comparator, scope), hedged, note. A value that no claim can hold is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from timeline.datespan import DateBasis, DateSpan, Relation
from timeline.errors import StoreError
from timeline.frame.tables import ClaimTables, Row
from timeline.model import Comparator, EventType, QuantityKind, Role, Scope, Status
from timeline.store.naming import Naming

Patch = dict[str, Any]
_OPEN = frozenset({Relation.SINCE, Relation.UNTIL, Relation.BEFORE, Relation.AFTER})


@dataclass(frozen=True, slots=True)
class Told:
    """One claim as it stands: its row and those of its children, missing values ``None``."""

    claim: Row
    children: Mapping[str, list[Row]]


def find_told(tables: ClaimTables, claim_id: str) -> Told | None:
    """The claim as it stands in the tables; ``None`` when they do not hold it."""
    found = records(tables.claims[tables.claims["claim_id"] == claim_id])
    if not found:
        return None
    names = ("claim_actors", "claim_places", "claim_quantities", "claim_attributions")
    children = {n: records((t := getattr(tables, n))[t["claim_id"] == claim_id]) for n in names}
    return Told(found[0], children)


def resolve(told: Told, facts: Mapping[str, Any], naming: Naming, who: str) -> tuple[Row, Row, Patch]:
    """What was said before, what is said now, and the patch that makes it so.

    Raises:
        StoreError: a fact that is none, or a value that no claim can hold.
        DateSpanError: the date cannot be read.

    """
    old: Row = {}
    new: Row = {}
    patch: Patch = {"claims": {}}
    for name, value in facts.items():
        if name not in _FACTS:
            raise StoreError(f"{name!r} is no fact of a claim; use one of {', '.join(_FACTS)}.")
        old[name], new[name] = _FACTS[name](told, value, naming, who, patch)
    if "status" not in facts and set(facts) - {"note"}:
        patch["claims"]["status"] = Status.CORRECTED.value
    return old, new, patch


def _status(told: Told, value: Any, naming: Naming, who: str, patch: Patch) -> tuple[Any, Any]:
    del naming, who
    patch["claims"]["status"] = _one_of(Status, value, "status")
    return told.claim["status"], value


def _date(told: Told, value: Any, naming: Naming, who: str, patch: Patch) -> tuple[Any, Any]:
    del naming
    before = told.claim["date_edtf"]
    names = ("text", "text_start", "text_end", "edtf", "start", "end", "precision", "relation", "basis", "rule",
             "alternatives", "resolution")  # fmt: skip
    row: Row = {f"date_{n}": None for n in names}
    if value:
        when = value if isinstance(value, DateSpan) else DateSpan.parse(str(value))
        value = when.edtf
        others = [a for a in (told.claim["date_alternatives"] or "").split("; ") if a and a != value]
        row = {f"date_{n}": told.claim[f"date_{n}"] for n in ("text", "text_start", "text_end")} | {
            "date_edtf": value,
            "date_start": when.start.isoformat() if when.start else None,
            "date_end": when.end.isoformat() if when.end else None,
            "date_precision": when.precision.value,
            "date_relation": _relation_of(when, told.claim["date_relation"]),
            "date_basis": DateBasis.EXPLICIT.value,
            "date_rule": "reader",
            "date_alternatives": "; ".join(others) or None,
            "date_resolution": "; ".join(p for p in (f"set by {who or 'a reader'}", _as_read(told.claim)) if p),
        }
    patch["claims"] |= row | patch["claims"]  # a relation given beside the date stands
    return before, value or None


def _as_read(claim: Row) -> str:
    """What extraction made of the date, in words, also after several corrections."""
    if claim["date_rule"] == "reader":
        return str(claim["date_resolution"]).partition("; ")[2]
    return f"the text was read as {claim['date_edtf']}" if claim["date_edtf"] else ""


def _relation_of(when: DateSpan, before: str | None) -> str:
    """The relation of a date that was changed: as it was, unless its open end or its one day is gone."""
    plain = Relation.ON if when.days == 1 else Relation.IN
    if when.start is None or when.end is None:
        opened = Relation.SINCE if when.end is None else Relation.UNTIL
        return before if before in _OPEN else opened
    return plain if before is None or before in (Relation.ON, Relation.IN, *_OPEN) else before


def _relation(told: Told, value: Any, naming: Naming, who: str, patch: Patch) -> tuple[Any, Any]:
    del naming, who
    patch["claims"]["date_relation"] = _one_of(Relation, value, "relation")
    return told.claim["date_relation"], value


def _event_type(told: Told, value: Any, naming: Naming, who: str, patch: Patch) -> tuple[Any, Any]:
    del naming, who
    patch["claims"]["event_type"] = _one_of(EventType, value, "event type")
    return told.claim["event_type"], value


def _note(told: Told, value: Any, naming: Naming, who: str, patch: Patch) -> tuple[Any, Any]:
    del naming, who
    patch["claims"]["note"] = str(value) if value else None
    return told.claim["note"], value or None


def _hedged(told: Told, value: Any, naming: Naming, who: str, patch: Patch) -> tuple[Any, Any]:
    del naming, who
    patch["claims"]["hedged"] = bool(value)
    return told.claim["hedged"], bool(value)


def _actors(told: Told, value: Any, naming: Naming, who: str, patch: Patch) -> tuple[Any, Any]:
    del who
    rows = [r for r in told.children["claim_actors"] if r["role"] != Role.SOURCE]
    fresh = {"role": Role.PARTY.value}
    patch["actors"] = _named(rows, _names(value, "actors"), lambda n: naming.actor(n) | fresh)
    return _known(rows), list(value)


def _attribution(told: Told, value: Any, naming: Naming, who: str, patch: Patch) -> tuple[Any, Any]:
    del who
    names = _names(value, "attribution")
    rows = told.children["claim_attributions"]
    sources = [r for r in told.children["claim_actors"] if r["role"] == Role.SOURCE]
    patch["claim_attributions"] = _named(rows, names, lambda n: naming.actor(n) | {"cue": None})
    patch["sources"] = _named(sources, names, lambda n: naming.actor(n) | {"role": Role.SOURCE.value})
    return _known(rows), list(value)


def _places(told: Told, value: Any, naming: Naming, who: str, patch: Patch) -> tuple[Any, Any]:
    del who
    rows = told.children["claim_places"]
    patch["claim_places"] = _named(rows, _names(value, "places"), naming.place)
    return _known(rows), list(value)


def _quantity(told: Told, value: Any, naming: Naming, who: str, patch: Patch) -> tuple[Any, Any]:
    del naming, who
    if not isinstance(value, Mapping):
        raise StoreError(f"quantity takes a low and a high number, not {value!r}.")
    rows = [dict(r) for r in told.children["claim_quantities"]]
    first = rows[0] if rows else {"kind": QuantityKind.OTHER.value, "comparator": None, "scope": Scope.EVENT.value}
    low, high = (_number(value[end] if end in value else first.get(end)) for end in ("low", "high"))
    if low is not None and high is not None and low > high:
        raise StoreError(f"The number runs from {low:,} down to {high:,}; swap the two.")
    before = {"low": first.get("low"), "high": first.get("high")} if rows else None
    changed = first | {
        "low": low,
        "high": high,
        "comparator": _one_of(
            Comparator, value.get("comparator") or _comparator(low, high, first["comparator"]), "sign"
        ),
        "kind": _one_of(QuantityKind, value.get("kind") or first["kind"], "kind of number"),
        "scope": _one_of(Scope, value.get("scope") or first["scope"], "scope"),
    }
    patch["claim_quantities"] = [changed, *rows[1:]]
    return before, {k: v for k, v in value.items() if v is not None or k in ("low", "high")}


def _comparator(low: int | None, high: int | None, before: str | None) -> str:
    """The sign that fits the ends: the one before if it still does."""
    if low is None or high is None:
        fitting = (Comparator.GE, Comparator.GT) if high is None else (Comparator.LE, Comparator.LT)
        if low is None and high is None:
            return before or Comparator.APPROX.value
    elif low == high:
        fitting = (Comparator.EQ, Comparator.APPROX)
    else:
        fitting = (Comparator.RANGE, Comparator.APPROX)
    return before if before in fitting else fitting[0].value


_Fact = Callable[[Told, Any, Naming, str, Patch], tuple[Any, Any]]
_FACTS: dict[str, _Fact] = {
    "status": _status, "date": _date, "relation": _relation, "event_type": _event_type, "actors": _actors,
    "attribution": _attribution, "places": _places, "quantity": _quantity, "hedged": _hedged, "note": _note,
}  # fmt: skip


def _names(value: Any, what: str) -> list[str]:
    if isinstance(value, str) or not all(isinstance(v, str) and v.strip() for v in value):
        raise StoreError(f"{what} takes a list of names, not {value!r}.")
    return list(dict.fromkeys(v.strip() for v in value))


def _known(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(r["name"] for r in rows))


def _named(rows: Sequence[Row], names: Sequence[str], make: Callable[[str], Row]) -> list[Row]:
    """Rows of these names in their order: those that stand, with their words in the text, else new ones."""
    made: list[Row] = []
    for name in names:
        standing = [dict(r) for r in rows if r["name"] == name]
        made += standing or [{"text": None, "start": None, "end": None} | make(name)]
    return made


def _one_of(kind: Any, value: Any, what: str) -> str:
    known = [member.value for member in kind]
    if value not in known:
        raise StoreError(f"{value!r} is no {what}; use one of {', '.join(known)}.")
    return str(value)


def _number(value: Any) -> int | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10**15:
        raise StoreError(f"{value!r} is no number of people; write it in digits.")
    return value


def records(rows: pd.DataFrame) -> list[Row]:
    """Rows as plain values that JSON can hold: missing ones ``None``, days ISO text."""
    return [{str(k): _plain(v) for k, v in row.items()} for row in rows.to_dict("records")]


def _plain(value: Any) -> Any:
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return value.item() if hasattr(value, "item") else value
