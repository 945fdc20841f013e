"""A claim of the reader's own: the selected words found in the article, and what the form says of them, stored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import Dash, Input, Output, State, no_update

from timeline.app import ids
from timeline.app.desk import Desk
from timeline.app.editing import toast_line
from timeline.app.evidence import find_evidence
from timeline.app.words import say
from timeline.errors import InputError, TimelineError

_NUMBER = re.compile(r"(\d{1,15})(?:\s*[-–]\s*(\d{1,15}))?\Z")
_LONGEST = 2_000  # characters of a claim's words; a paragraph
_FIELDS = {
    "words": ids.OWN_WORDS,
    "date": ids.OWN_DATE,
    "event_type": ids.OWN_TYPE,
    "actors": ids.OWN_ACTORS,
    "number": ids.OWN_NUMBER,
    "kind": ids.OWN_KIND,
    "source": ids.OWN_SOURCE,
}


def register_claiming(app: Dash, desk: Desk, who: str) -> None:
    """Wire the callback of this module."""
    app.callback(
        output=[
            Output(ids.REVISION, "data", allow_duplicate=True),
            Output(ids.TOAST, "children", allow_duplicate=True),
            Output(ids.OWN_ERROR, "children"),
            Output(ids.PICKED, "data", allow_duplicate=True),
        ],
        inputs={"clicks": Input(ids.OWN_SAVE, "n_clicks")},
        state={
            "form": {name: State(element, "value") for name, element in _FIELDS.items()},
            "selected": State(ids.OWN_SPAN, "data"),
            "chosen": State(ids.CHOSEN, "data"),
        },
        prevent_initial_call=True,
    )(partial(add_own_claim, desk=desk, who=who))


def add_own_claim(
    clicks: int | None,
    form: Mapping[str, Any],
    selected: Mapping[str, Any] | None,
    chosen: str | None,
    *,
    desk: Desk,
    who: str,
) -> tuple[Any, Any, Any, Any]:
    """Store the claim and open it; what is wrong stays in the form."""
    if not clicks or not chosen:
        return (no_update,) * 4
    try:
        evidence = find_evidence(desk.tables(), chosen)
        if evidence is None:
            raise InputError(chosen, "this claim is not here any more", "choose another")
        text, near = evidence.document["text"], evidence.claim["sentence_start"] or 0
        start, end = find_words(text, str(form.get("words") or ""), selected, near)
        claim = desk.store.add_claim(
            evidence.document["document_id"], start, end, read_facts(form), who=who, when=desk.clock()
        )
    except TimelineError as error:
        return no_update, no_update, str(error), no_update
    return desk.store.version, toast_line(say("own_saved")), "", {"claim": claim, "n": claim}


def find_words(text: str, words: str, selected: Mapping[str, Any] | None, near: int) -> tuple[int, int]:
    """Where the words stand: as selected, else the place nearest to ``near``; white space may differ.

    Raises:
        InputError: there are none, too many, or they do not stand in the text.

    """
    words = words.strip()
    if not words:
        raise InputError("The words", "none are selected", "select words in the article that say what happened")
    if len(words) > _LONGEST:
        raise InputError("The words", f"these are {len(words):,} characters", "select the part that says what happened")
    if selected and str(selected.get("text", "")).strip() == words:
        start, end = int(selected["start"]), int(selected["end"])
        if 0 <= start < end <= len(text) and text[start:end].split() == words.split():
            return start, end
    # Words joined by white space match in linear time: no two parts of the pattern can take the same character.
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = min(pattern.finditer(text), key=lambda m: abs(m.start() - near), default=None)
    if found is None:
        raise InputError(
            f"“{words[:80]}”", "these words do not stand in the article", "write them exactly as they stand"
        )
    return found.span()


def read_facts(form: Mapping[str, Any]) -> dict[str, Any]:
    """What the form says of the words, as the store takes it; empty fields say nothing.

    Raises:
        InputError: the number is none.

    """
    facts: dict[str, Any] = {"event_type": form.get("event_type") or "other"}
    if date := str(form.get("date") or "").strip():
        facts["date"] = date
    for name, key in (("actors", "actors"), ("attribution", "source")):
        if names := [n for n in (part.strip() for part in str(form.get(key) or "").split(";")) if n]:
            facts[name] = names
    if number := str(form.get("number") or "").replace(",", "").strip():
        found = _NUMBER.match(number)
        if not found:
            raise InputError(f"“{number}”", "this is not a number", "write it in digits, e.g. 12 or 12–20")
        low, high = int(found[1]), int(found[2] or found[1])
        facts["quantity"] = {"low": low, "high": high, "kind": form.get("kind") or "killed"}
    return facts
