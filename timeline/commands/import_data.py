"""``timeline import``: event datasets, and claims exported before, into a store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from urllib.parse import parse_qsl

import click

from timeline.commands.options import Surroundings, store_option
from timeline.commands.report import count, say
from timeline.commands.stores import open_chosen
from timeline.datasets.load import SCHEMAS, import_dataset
from timeline.datasets.mapping import load_mapping, preview
from timeline.datasets.result import Imported
from timeline.errors import InputError, TimelineError
from timeline.export.csv_file import safe_cells
from timeline.store.store import Store


@click.command("import")
@click.argument("schema", type=click.Choice([*SCHEMAS, "csv", "auto"], case_sensitive=False), metavar="SCHEMA")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE...")
@store_option
@click.option("--release", metavar="TEXT", help="The dataset's version, where its file does not say it: 25.1.")
@click.option(
    "--profile", type=click.Path(path_type=Path), metavar="JSON", help="Which column is what, for SCHEMA csv."
)
@click.option("--preview", "look", is_flag=True, help="Show first rows and a guessed profile; --profile saves it.")
@click.option("--rejects", type=click.Path(path_type=Path), metavar="CSV", help="Where rows go that cannot be read.")
@click.option("--query", metavar="TEXT", help="Rows of ACLED's API in place of files: 'country=Syria&year=2016'.")
@click.option("--replace", is_flag=True, help="Drop what the dataset had before, instead of bringing it up to date.")
@click.pass_obj
def import_data(
    surroundings: Surroundings,
    schema: str,
    files: Sequence[Path],
    store: str | None,
    release: str | None,
    profile: Path | None,
    look: bool,
    rejects: Path | None,
    query: str | None,
    replace: bool,
) -> None:
    """Bring an event dataset into a store.

    SCHEMA is ucdp-ged, acled, gdelt, icews, polecat, timelinejs, timemap, claims (our own exports), csv (any table,
    with --profile) or auto. Importing again updates by the dataset's own ids. ACLED's API is asked with --query; your
    access to it is TIMELINE_ACLED_TOKEN, or TIMELINE_ACLED_USERNAME and TIMELINE_ACLED_PASSWORD in the environment.
    """
    if bool(files) == bool(query) or (query and schema.lower() != "acled"):
        raise click.UsageError("Give files to import, or for acled a --query.")
    if look:
        if query:
            raise click.UsageError("--preview looks at a file; give one.")
        _show(files[0], profile)
        return
    mapping = load_mapping(profile) if profile else None
    with ExitStack() as stack:
        opened: Store | None = None
        written: set[Path] = set()
        for file in files or [Path("acled-api")]:
            try:
                if query:
                    found = _ask_acled(query, surroundings)
                else:
                    found = import_dataset(schema.lower(), file, version=release, mapping=mapping)
                _report(found, file, rejects or file.with_name(f"{file.stem}.rejects.csv"), written)
                opened = opened or stack.enter_context(open_chosen(store, surroundings.settings))
                opened.save_tables(found.tables, replace=replace)
            except TimelineError as error:
                say(str(error))
        if opened is None:
            raise click.exceptions.Exit(1)
        say(f"{count(len(opened.load().claims), 'claim')} in {opened.name}")


def _ask_acled(query: str, surroundings: Surroundings) -> Imported:
    """The rows that ACLED's API gives for ``country=Syria&year=2016``."""
    from timeline.datasets.acled_api import AcledAccess, fetch_acled  # noqa: PLC0415 - for this source only

    known = surroundings.settings
    access = AcledAccess(known.acled_token, known.acled_username, known.acled_password)
    return fetch_acled(access, dict(parse_qsl(query)))


def _report(found: Imported, file: Path, target: Path, written: set[Path]) -> None:
    """Say N of M and why, the owner's notice, and where the rejected rows are; an import of nothing is an error.

    Rejected rows of several files go into one ``target`` one after another.
    """
    say(found.summary)
    if found.notice:
        say(found.notice)
    if len(found.rejects):
        rows = found.rejects.assign(**{c: safe_cells(found.rejects[c]) for c in ("id", "reason", "record")})
        try:
            again = target in written
            rows.to_csv(
                target,
                index=False,
                encoding="utf-8" if again else "utf-8-sig",
                mode="a" if again else "w",
                header=not again,
            )
        except OSError as error:
            say(f"{target}: the rejected rows cannot be written ({error.strerror}); name another file with --rejects.")
        else:
            written.add(target)
            say(f"The rejected rows and why: {target}")
    if not found.counts["imported"]:
        raise InputError(file.name, "no row of it could be read", "check that it is the dataset you named")


def _show(file: Path, profile: Path | None) -> None:
    """First rows, and the guessed profile as JSON: to be looked over, saved and given back."""
    from rich.console import Console  # noqa: PLC0415 - for this look only
    from rich.table import Table  # noqa: PLC0415

    rows, guess = preview(file)
    table = Table("column", *(f"row {n}" for n in rows.index), title=file.name)
    for name in rows.columns:
        table.add_row(str(name), *(str(cell)[:60] for cell in rows[name].fillna("")))
    Console(stderr=True, markup=False, emoji=False).print(table)
    filled = {k: v for k, v in asdict(guess).items() if v}
    click.echo(json.dumps({"date": ""} | filled, ensure_ascii=False, indent=1))
    if profile is None:
        return
    if profile.exists():
        raise InputError(str(profile), "it is there already", "remove it, or name another file for the guess")
    guess.save(profile)
    say(f"Saved as {profile}; look it over, then import with --profile.")
