"""``timeline export``: the claims of a store that a filter leaves, as a file of any format."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from timeline.app.desk import Desk
from timeline.app.drawing import draw_export
from timeline.app.state import LANES, ORDERS, read_state
from timeline.app.words import say as catalogue
from timeline.commands.filters import chosen_filter, filter_options
from timeline.commands.options import Surroundings, output_option, store_option
from timeline.commands.output import check_output
from timeline.commands.report import count, say
from timeline.commands.stores import open_existing
from timeline.export.write import FORMATS, Look, write_export

SUFFIXES = (*(f.suffix for f in FORMATS.values()), ".json", ".markdown", ".htm", ".ndjson", ".ical")


@click.command(context_settings={"max_content_width": 100})
@store_option
@output_option("Where to write; the suffix tells the format: " + " ".join(f.suffix for f in FORMATS.values()))
@filter_options
@click.option("--lanes", type=click.Choice(LANES), help="What the lanes of a drawn chart are.")
@click.option("--order", type=click.Choice(ORDERS), help="Order of the lanes.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--title", help="Title of the export.")
@click.pass_obj
def export(
    surroundings: Surroundings,
    /,
    store: str | None,
    output: Path | None,
    query: str,
    lanes: str | None,
    order: str | None,
    theme: str,
    title: str | None,
    **where: Any,
) -> None:
    """Write the claims of a store to a file: table, picture, page, calendar.

    Conditions of one kind widen each other, conditions of different kinds must all hold.
    """
    if output is None:
        raise click.UsageError("Name the file to write with -o; its suffix tells the format.")
    check_output(output, SUFFIXES)
    state = replace(
        read_state(query.partition("?")[2] if "://" in query else query), filter=chosen_filter(query, where)
    )
    state = replace(state, lanes=lanes or state.lanes, order=order or state.order)
    with open_existing(store, surroundings.settings) as opened:
        desk = Desk(opened, surroundings.clock)
        shown = desk.shown(state.filter)
        name = title or desk.title() or catalogue("app")
        look = Look(make=partial(draw_export, desk, state, theme))
        write_export(shown.tables, output, description=shown.words, made=desk.today, title=name, look=look)
    say(f"{len(shown.ids):,} of {count(shown.total, 'claim')}: {shown.words} → {output}")
