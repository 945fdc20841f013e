"""Every word the interface says, from one catalogue: a translation is a second file with the same keys.

``say("count", shown="3", all="16")`` gives the sentence. Words of the sources themselves are never in here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

ENGLISH: Final[dict[str, str]] = json.loads(Path(__file__).with_name("english.json").read_text("utf-8"))


def say(key: str, /, **values: object) -> str:
    """The words under ``key`` with ``values`` filled in.

    Raises:
        KeyError: no such key; a test walks every key used in the package.

    """
    words = ENGLISH[key]
    return words.format(**values) if values else words


def named(kind: str, value: str) -> str:
    """The word for a value of the schema, as ``named("type", "siege")``; one not in the catalogue stays as it is."""
    return ENGLISH.get(f"{kind}.{value}", value.replace("_", " ").capitalize())


# What Dash's dropdowns say themselves.
DROPDOWN_WORDS: Final[Any] = {
    "select_all": say("select_all"),
    "deselect_all": say("deselect_all"),
    "selected_count": say("selected_count", num_selected="{num_selected}"),
    "search": say("search"),
    "clear_search": say("clear_search"),
    "clear_selection": say("clear_selection"),
    "no_options_found": say("no_options"),
}
