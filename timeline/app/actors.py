"""Callbacks that make actors one or two; the store keeps it as a change, so undo takes it back."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Any

from dash import Dash, Input, Output, State, no_update

from timeline.app import ids
from timeline.app.desk import Desk
from timeline.app.editing import toast_line
from timeline.app.facets import open_options
from timeline.app.words import say
from timeline.errors import TimelineError
from timeline.query.filter import ClaimFilter

MOST_WORDINGS = 60  # wordings of one actor offered to be split off, the most frequent first


def register_actors(app: Dash, desk: Desk, who: str) -> None:
    """Wire the callbacks of this module."""
    revision = Output(ids.REVISION, "data", allow_duplicate=True)
    toast = Output(ids.TOAST, "children", allow_duplicate=True)
    app.callback(
        Output(ids.SAME_ACTORS, "options"),
        Output(ids.SPLIT_ACTOR, "options"),
        Output(ids.SAME_ACTORS, "value"),
        Output(ids.SPLIT_ACTOR, "value"),
        Input(ids.SAME_ASKED, "data"),
        State(ids.ACTORS, "value"),
        prevent_initial_call=True,
    )(partial(update_choices, desk=desk))
    app.callback(
        Output(ids.SPLIT_PARTS, "options"),
        Output(ids.SPLIT_PARTS, "value"),
        Output("split-none", "hidden"),
        Input(ids.SPLIT_ACTOR, "value"),
        prevent_initial_call=True,
    )(partial(update_parts, desk=desk))
    app.callback(
        revision,
        toast,
        Output(ids.SAME_ERROR, "children"),
        Output(ids.ACTORS, "value", allow_duplicate=True),
        Input(ids.SAME_SAVE, "n_clicks"),
        State(ids.SAME_ACTORS, "value"),
        State(ids.SAME_NAME, "value"),
        State(ids.ACTORS, "value"),
        prevent_initial_call=True,
    )(partial(merge_actors, desk=desk, who=who))
    app.callback(
        revision,
        toast,
        Output(ids.SPLIT_ERROR, "children"),
        Input(ids.SPLIT_SAVE, "n_clicks"),
        State(ids.SPLIT_ACTOR, "value"),
        State(ids.SPLIT_PARTS, "value"),
        State(ids.SPLIT_NAME, "value"),
        prevent_initial_call=True,
    )(partial(split_actor, desk=desk, who=who))


def update_choices(asked: Any, chosen: list[str] | None, *, desk: Desk) -> tuple[Any, Any, Any, Any]:
    """Every actor to choose from; those of the filter are chosen already."""
    if not asked:
        return (no_update,) * 4
    everything = ClaimFilter()
    options = open_options(desk, everything, desk.facets(everything), "actors")
    known = {o["value"] for o in options}
    now = [a for a in chosen or [] if a in known]
    return options, options, now, now[0] if len(now) == 1 else None


def update_parts(actor: str | None, *, desk: Desk) -> tuple[list[dict[str, str]], list[str], bool]:
    """What can be split off an actor: others that were merged into it, and its wordings."""
    if not actor:
        return [], [], False
    merged = desk.store.merged(actor)
    rows = desk.tables().claim_actors
    said = Counter(rows.loc[rows["actor_id"] == actor, "text"].dropna())
    options = [{"label": say("split_origin", name=n), "value": f"origin {i}"} for i, n in merged.items()]
    options += [
        {"label": say("split_text", words=words, n=f"{n:,}"), "value": f"text {words}"}
        for words, n in said.most_common(MOST_WORDINGS)
    ]
    return options, [], True


def merge_actors(
    clicks: int | None, chosen: list[str] | None, name: str | None, filtered: list[str] | None, *, desk: Desk, who: str
) -> tuple[Any, Any, Any, Any]:
    """Make the chosen actors the one that is mentioned most; a filter by one of them follows."""
    if not clicks:
        return (no_update,) * 4
    chosen, name = list(chosen or []), (name or "").strip()
    if len(chosen) < 2 and not (chosen and name):
        return no_update, no_update, say("same_few"), no_update
    counted = desk.tables().claim_actors["actor_id"].value_counts()
    into = max(chosen, key=lambda a: (int(counted.get(a, 0)), -chosen.index(a)))
    names = desk.names()
    try:
        desk.store.merge_actors(chosen, into, who=who, when=desk.clock(), name=name or None)
    except TimelineError as error:
        return no_update, no_update, str(error), no_update
    followed = list(dict.fromkeys(into if a in chosen else a for a in filtered or []))
    words = say("same_done", names=", ".join(names.get(a, a) for a in chosen), into=name or names.get(into, into))
    return desk.store.version, toast_line(words), "", followed if followed != (filtered or []) else no_update


def split_actor(
    clicks: int | None, actor: str | None, parts: list[str] | None, name: str | None, *, desk: Desk, who: str
) -> tuple[Any, Any, Any]:
    """Make the chosen mentions those of another actor."""
    if not clicks:
        return no_update, no_update, no_update
    origins = [p.removeprefix("origin ") for p in parts or [] if p.startswith("origin ")]
    texts = [p.removeprefix("text ") for p in parts or [] if p.startswith("text ")]
    name = (name or "").strip()
    if actor and len(origins) == 1 and not texts and not name:
        name = desk.store.merged(actor).get(origins[0], "")
    if not actor or not (origins or texts) or not name:
        return no_update, no_update, say("split_few")
    when = desk.clock()
    try:
        desk.store.split_actor(actor, name, who=who, when=when, origins=origins, texts=texts)
    except TimelineError as error:
        return no_update, no_update, str(error)
    return desk.store.version, toast_line(say("split_done", name=name)), ""
