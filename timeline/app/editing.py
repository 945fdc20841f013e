"""Callbacks that write: corrections with undo and redo, new articles, the date of an article."""

from __future__ import annotations

import base64
import binascii
from functools import partial
from typing import Any
from urllib.parse import urlencode

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update

from timeline.app import ids
from timeline.app.attributes import wild
from timeline.app.corrections import correct_claim, set_status
from timeline.app.desk import Desk
from timeline.app.evidence import edtf_words
from timeline.app.intake import Intake, Progress
from timeline.app.redating import date_choice, document_options, redate
from timeline.app.words import say
from timeline.datespan import DateSpan
from timeline.errors import DateSpanError, InputError, TimelineError

_DONE = {"reviewed": "confirmed", "rejected": "rejected"}


def register_editing(app: Dash, desk: Desk, intake: Intake, who: str) -> None:
    """Wire the callbacks of this module. Each gives the store's new version, so that everything is drawn anew."""
    revision = Output(ids.REVISION, "data", allow_duplicate=True)
    toast = Output(ids.TOAST, "children", allow_duplicate=True)
    chosen = State(ids.CHOSEN, "data")
    app.callback(
        revision,
        toast,
        Input({"review": ALL, "claim": ALL, "at": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )(partial(review_claim, desk=desk, who=who))
    edits = {name: State(element, "value") for name, element in EDITED.items()}
    app.callback(
        output=[revision, toast, Output(ids.EDIT_ERROR, "children")],
        inputs={"clicks": Input(ids.EDIT_SAVE, "n_clicks")},
        state={"edits": edits, "chosen": chosen},
        prevent_initial_call=True,
    )(partial(save_correction, desk=desk, who=who))
    app.callback(revision, toast, Input(ids.UNDO, "n_clicks"), Input(ids.REDO, "n_clicks"), prevent_initial_call=True)(
        partial(step_back, desk=desk)
    )
    fields = [State(ids.ADD_TITLE, "value"), State(ids.ADD_DATE, "value")]
    app.callback(
        revision,
        toast,
        Output(ids.ADD_ERROR, "children", allow_duplicate=True),
        Output(ids.ADD_TEXT, "value"),
        Input(ids.ADD_SAVE, "n_clicks"),
        State(ids.ADD_TEXT, "value"),
        *fields,
        running=[(Output(ids.ADD_SAVE, "disabled"), True, False)],
        prevent_initial_call=True,
    )(partial(add_pasted, desk=desk, intake=intake))
    app.callback(
        Output(ids.JOB, "data"),
        Output(ids.JOB_TICK, "disabled", allow_duplicate=True),
        Output(ids.ADD_ERROR, "children", allow_duplicate=True),
        Output(ids.ADD_DROP, "contents"),
        Input(ids.ADD_DROP, "contents"),
        State(ids.ADD_DROP, "filename"),
        State(ids.ADD_DATE, "value"),
        prevent_initial_call=True,
    )(partial(add_dropped, intake=intake))
    app.callback(
        Output(ids.ADD_PROGRESS, "children"),
        Output(ids.JOB_TICK, "disabled", allow_duplicate=True),
        revision,
        toast,
        Output(ids.ADD_ERROR, "children", allow_duplicate=True),
        Input(ids.JOB_TICK, "n_intervals"),
        State(ids.JOB, "data"),
        prevent_initial_call=True,
    )(partial(follow_import, desk=desk, intake=intake))
    app.callback(
        Output(ids.DATE_DOCUMENT, "options"),
        Output(ids.DATE_DOCUMENT, "value"),
        Input(ids.DATING, "data"),
        Input(ids.REVISION, "data"),
        State(ids.CHOSEN, "data"),
        State(ids.DATE_DOCUMENT, "value"),
        prevent_initial_call=True,
    )(partial(update_date_dialog, desk=desk))
    app.callback(
        Output(ids.DATE_NOW, "children"),
        Output(ids.DATE_VALUE, "value"),
        Input(ids.DATE_DOCUMENT, "value"),
        Input(ids.REVISION, "data"),
        prevent_initial_call=True,
    )(partial(update_date_fields, desk=desk))
    app.callback(
        revision,
        toast,
        Output(ids.DATE_ERROR, "children"),
        Input(ids.DATE_SAVE, "n_clicks"),
        State(ids.DATE_DOCUMENT, "value"),
        State(ids.DATE_VALUE, "value"),
        running=[(Output(ids.DATE_SAVE, "disabled"), True, False)],
        prevent_initial_call=True,
    )(partial(save_date, desk=desk))
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("page", "close"),
        Output(ids.RING, "data", allow_duplicate=True),
        Input(ids.TOAST, "children"),
        prevent_initial_call=True,
    )


# Fields of the correction form: name of the fact → element.
EDITED = {
    "date": ids.EDIT_DATE,
    "event_type": ids.EDIT_TYPE,
    "actors": ids.EDIT_ACTORS,
    "attribution": ids.EDIT_SOURCE,
    "places": ids.EDIT_PLACES,
    "low": ids.EDIT_LOW,
    "high": ids.EDIT_HIGH,
    "note": ids.EDIT_NOTE,
}


def review_claim(clicks: list[int | None], *, desk: Desk, who: str) -> tuple[Any, Any]:
    """Confirm or reject a claim, in its panel or in the queue."""
    trigger = ctx.triggered_id
    if not any(clicks) or not trigger:
        return no_update, no_update
    write = partial(set_status, desk, trigger["claim"], trigger["review"], who=who)
    return _written(desk, write, say(_DONE[trigger["review"]]))


def save_correction(
    clicks: int | None, edits: dict[str, Any], chosen: str | None, *, desk: Desk, who: str
) -> tuple[Any, Any, Any]:
    """Keep what was changed in the form; the sentence that says what is wrong stays in the form."""
    if not clicks or not chosen:
        return no_update, no_update, no_update
    try:
        changed = correct_claim(desk, chosen, edits, who=who)
    except TimelineError as error:
        return no_update, no_update, str(error)
    if not changed:
        return no_update, no_update, say("edit_nothing")
    return desk.store.version, toast_line(say("saved")), ""


def step_back(undo: int | None, redo: int | None, *, desk: Desk) -> tuple[Any, Any]:
    """Undo or redo the last change, and say what it was."""
    del undo, redo
    back = ctx.triggered_id == ids.UNDO
    try:
        what = desk.undo() if back else desk.redo()
    except TimelineError as error:
        return no_update, toast_line(str(error), bad=True)
    if not what:
        return no_update, toast_line(say("nothing_undo" if back else "nothing_redo"))
    return desk.store.version, toast_line(say("undone" if back else "redone", what=what))


def add_pasted(
    clicks: int | None, text: str | None, title: str | None, published: str | None, *, desk: Desk, intake: Intake
) -> tuple[Any, Any, Any, Any]:
    """Read a pasted article; its text stays in the box when it cannot be read."""
    if not clicks:
        return (no_update,) * 4
    if not (text or "").strip():
        return no_update, no_update, say("add_empty"), no_update
    try:
        added = intake.add_text(text or "", (title or "").strip(), read_day(published))
    except TimelineError as error:
        return no_update, no_update, str(error), no_update
    return desk.store.version, added_line([added]), "", ""


def add_dropped(
    contents: list[str] | None, names: list[str] | None, published: str | None, *, intake: Intake
) -> tuple[Any, Any, Any, Any]:
    """Begin to read dropped files; ``follow_import`` says how far it is."""
    if not contents or not names:
        return (no_update,) * 4
    try:
        files = [(n, decode_upload(n, c)) for n, c in zip(names, contents, strict=True)]
        number = intake.start(files, read_day(published))
    except TimelineError as error:
        return no_update, True, str(error), None
    return number, False, "", None


def follow_import(ticks: int | None, number: int | None, *, desk: Desk, intake: Intake) -> tuple[Any, ...]:
    """The progress of an import; at its end what was added and, one sentence each, what could not be read."""
    del ticks
    progress = intake.progress(number) if number else None
    if progress is None:
        return [], True, no_update, no_update, no_update
    if not progress.finished:
        return progress_line(progress), False, no_update, no_update, no_update
    errors: Any = ""
    if progress.errors:
        errors = [say("add_failed", n=len(progress.errors)), *(html.Div(e) for e in progress.errors)]
    added = progress.added
    told = [html.P(sentence) for sentence in progress.imported]  # stays to be read: the dialog closes with a toast
    done = added_line(list(added)) if added and not errors and not told else no_update
    summary = [*told, *([added_line(list(added))] if added and (errors or told) else [])]
    return summary, True, desk.store.version if added or told else no_update, done, errors


def update_date_dialog(
    dating: Any, revision: Any, chosen: str | None, now: str | None, *, desk: Desk
) -> tuple[Any, Any]:
    """The articles to choose from, the one of the open claim chosen; worked out when the dialog is opened."""
    del revision
    if not dating:
        return no_update, no_update
    options = document_options(desk)
    return options, date_choice(desk, chosen, now, options)


def update_date_fields(document: str | None, revision: Any, *, desk: Desk) -> tuple[str, str]:
    """How the chosen article is dated now."""
    del revision
    rows = desk.tables().documents
    rows = rows[rows["document_id"] == document]
    if rows.empty or rows["published"].isna().iloc[0]:
        return say("ev_undated_article"), ""
    row = rows.iloc[0]
    words = say("ev_dated", date=edtf_words(row["published"]), basis=say(f"dated.{row['date_basis']}"))
    evidence = "" if rows["date_evidence"].isna().iloc[0] else f": {row['date_evidence']}"
    return words + evidence, row["published"] if "/" not in row["published"] else ""


def save_date(clicks: int | None, document: str | None, value: str | None, *, desk: Desk) -> tuple[Any, Any, Any]:
    """Set an article's date; all that hangs on it is worked out again."""
    if not clicks or not document:
        return no_update, no_update, no_update
    try:
        published = read_day(value)
        if published is None:
            raise InputError("The date", "nothing is written", "write it as 2014-04-22")
        title = redate(desk, document, published)
    except TimelineError as error:
        return no_update, no_update, str(error)
    return desk.store.version, toast_line(say("date_saved", title=title, date=edtf_words(published.edtf))), ""


def read_day(value: str | None) -> DateSpan | None:
    """A date as typed; ``None`` when nothing is."""
    if not value or not value.strip():
        return None
    try:
        return DateSpan.parse(value.strip())
    except DateSpanError as error:
        raise InputError(f"“{value.strip()}”", "this is not a date", "write it as 2014-04-22") from error


def decode_upload(name: str, content: str) -> bytes:
    """The bytes of a dropped file as the browser sends it (a data URL)."""
    try:
        return base64.b64decode(content.partition(",")[2], validate=True)
    except (binascii.Error, ValueError) as error:
        raise InputError(name, "it did not arrive whole", "drop it again") from error


def toast_line(words: Any, *, bad: bool = False) -> Any:
    """A short message over the page; a new element every time, so that it is shown again."""
    return html.Div(words, className="bad" if bad else None)


def added_line(added: list[tuple[str, str, int]]) -> Any:
    """What was added, with a link that shows only that."""
    if len(added) == 1:
        name, title, n = added[0]
        words = say("add_done_1", title=title, claims=claims_words(n)) if n else say("add_none", title=title)
        link = dcc.Link(say("show_only"), href="?" + urlencode({"document": name}), refresh=False)
        return toast_line([words, " ", link] if n else words)
    return toast_line(say("add_done", documents=len(added), claims=claims_words(sum(n for _, _, n in added))))


def claims_words(n: int) -> str:
    """So many claims: ``1 claim``, ``1,204 claims``."""
    return say("claim" if n == 1 else "claims", n=f"{n:,}")


def progress_line(progress: Progress) -> list[Any]:
    """A bar and the name of what is being read."""
    at = min(progress.at + 1, progress.n)
    bar = html.Progress(value=str(progress.at), max=str(progress.n), **wild(aria_label=say("add_title")))
    return [html.Div(say("add_running", name=progress.name, at=at, n=progress.n)), bar]


def _written(desk: Desk, write: Any, words: str) -> tuple[Any, Any]:
    try:
        write()
    except TimelineError as error:
        return no_update, toast_line(str(error), bad=True)
    return desk.store.version, toast_line(words)
