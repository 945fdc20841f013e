"""Every condition of a filter as an option, and ``--query`` for a link copied from the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

import click

from timeline.query.filter import ACTOR_MODES, VOCABULARIES, ClaimFilter
from timeline.query.url import KEYS, from_query

_WORDS = {
    "actor": "An actor, by id, name or alias.", "actor_mode": "Whether any, all or none of the actors take part.",
    "role": "The actors' role.", "type": "Event type.", "source": "Who is said to say so.", "place": "A place.",
    "precision": "How exactly the date is known.", "basis": "What the date rests on.",
    "status": "What readers made of it.",
    "document": "A document, by id.", "quantity": "A kind of number that the claim reports.",
    "dataset": "An imported dataset.",
    "text": "Words in the sentence.", "start": "First day of the window.", "end": "Last day of the window.",
}  # fmt: skip
_SINGLE = ("actor_mode", "text", "start", "end")


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command one option per condition, and ``--query``."""
    for key, name in reversed(KEYS.items()):
        values = VOCABULARIES.get(name, ACTOR_MODES if key == "actor_mode" else ())
        kind = click.Choice(values) if values else click.STRING
        flag = f"--{key.replace('_', '-')}"
        command = click.option(flag, f"where_{key}", type=kind, multiple=key not in _SINGLE, help=_WORDS[key])(command)
    words = "The part of the page's address after the ?, quoted; options beside it are added."
    return click.option("--query", "query", default="", metavar="QUERY", help=words)(command)


def chosen_filter(query: str, options: Mapping[str, Any]) -> ClaimFilter:
    """The filter of the options and the query; the whole address will do for the query.

    Raises:
        FilterError: a value that no claim can hold, or a date that is none.

    """
    pairs = parse_qsl(query.partition("?")[2] if "://" in query else query.removeprefix("?"))
    for key in KEYS:
        value = options.get(f"where_{key}")
        pairs += [(key, one) for one in (value if isinstance(value, tuple) else (value,)) if one]
    return from_query(urlencode(pairs))
