"""What a reader corrects in a claim: the form's values against what the claim says, sent as one change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.app.desk import Desk
from timeline.app.evidence import Evidence, find_evidence
from timeline.app.words import say
from timeline.datespan import DateSpan
from timeline.errors import InputError


def set_status(desk: Desk, claim_id: str, status: str, *, who: str) -> None:
    """Confirm or reject; one change that undo takes back."""
    desk.store.correct(claim_id, {"status": status}, who=who, when=desk.clock())


def correct_claim(desk: Desk, claim_id: str, edits: Mapping[str, Any], *, who: str) -> bool:
    """Keep what differs from the claim as one change; whether anything did.

    Raises:
        InputError: the claim is gone or a number is not one.
        DateSpanError: the date cannot be read.

    """
    evidence = find_evidence(desk.tables(), claim_id)
    if evidence is None:
        raise InputError(claim_id, "this claim is not here any more", "choose another")
    changes = find_changes(evidence, edits)
    if changes:
        desk.store.correct(claim_id, changes, who=who, when=desk.clock())
    return bool(changes)


def find_changes(evidence: Evidence, edits: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that the form says differently than the claim."""
    claim = evidence.claim
    changes: dict[str, Any] = {}
    written = (edits.get("date") or "").strip()
    if written and written != claim["date_edtf"]:
        changes["date"] = DateSpan.parse(written).edtf
    if edits.get("event_type") and edits["event_type"] != claim["event_type"]:
        changes["event_type"] = edits["event_type"]
    actors = [a["name"] for a in evidence.actors if a["role"] != "source"]
    for name, now in (
        ("actors", actors),
        ("attribution", [a["name"] for a in evidence.attributions]),
        ("places", [p["name"] for p in evidence.places]),
    ):
        wanted = [w for w in (part.strip() for part in (edits.get(name) or "").split(";")) if w]
        if wanted != list(dict.fromkeys(now)):
            changes[name] = wanted
    if evidence.quantities:
        ends = {end: _number(edits.get(end)) for end in ("low", "high")}
        if ends != {end: evidence.quantities[0][end] for end in ("low", "high")}:
            changes["quantity"] = ends
    note = (edits.get("note") or "").strip()
    if note != claim["note"]:
        changes["note"] = note
    return changes


def _number(value: Any) -> int | None:
    text = str(value or "").replace(",", "").replace(" ", "").strip()
    if not text:
        return None
    if not text.isdecimal():
        raise InputError(f"“{value}”", "this is not a number", say("edit_number_bad").rstrip("."))
    return int(text)
