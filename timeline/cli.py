"""The command line: ``timeline extract | dates | import | serve | export``. Only this module looks at the clock."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from importlib import import_module

import click

from timeline.commands.options import Surroundings
from timeline.errors import TimelineError
from timeline.settings import read_settings

# Verb → its function and what the overview says of it; a verb's module is imported when it is called.
COMMANDS: dict[str, tuple[str, str]] = {
    "extract": ("extract:extract", "Find the dated claims in articles."),
    "dates": ("dates:dates", "Find every date, time, duration and set in articles."),
    "import": ("import_data:import_data", "Bring an event dataset into a store."),
    "serve": ("serve:serve", "Open the timeline in the browser."),
    "export": ("export:export", "Write the claims of a store to a file: table, picture, page, calendar."),
}


class Verbs(click.Group):
    """The group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of a first use."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb, imported now."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(f"timeline.commands.{module}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, without importing what it speaks of."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="conflict-timeline", prog_name="timeline")
def timeline() -> None:
    """Turn conflict reporting into dated, attributed claims, and look at them on a timeline."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the program: 0 done, 1 not (one sentence on stderr), 2 wrong use."""
    try:
        surroundings = Surroundings(_now, read_settings())
        code = timeline.main(arguments, prog_name="timeline", standalone_mode=False, obj=surroundings)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        code = 130
    except TimelineError as error:
        click.echo(f"Error: {error}", err=True)
        code = 1
    except BrokenPipeError:
        # Whoever read our output has enough; Python must not complain when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code or 0)


def _now() -> datetime:
    return datetime.now().astimezone()  # noqa: TID251 - the owner of the clock


if __name__ == "__main__":
    main()
