"""The numbers that an event is told with: each by its source and day, least, best and most, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from dash import html

from timeline.analysis.tolls import TollRange, toll_ranges, toll_table, what_changed
from timeline.app.attributes import wild
from timeline.app.words import named, say
from timeline.export.words import date_words
from timeline.frame.tables import ClaimTables


def toll_parts(tables: ClaimTables, claim_id: str, others: Sequence[str]) -> list[Any]:
    """A section on the numbers of the claim and of ``others``, told of the same; nothing for a number that is alone."""
    if not others:
        return []
    few = tables.select([claim_id, *others])
    table = toll_table(few)
    own = table[table["claim_id"] == claim_id]
    rows = table[table["group"].isin(own["group"]) & table["kind"].isin(own["kind"])]
    if rows["claim_id"].nunique() < 2:
        return []
    kinds, groups = set(own["kind"]), set(own["group"])
    ranges = [r for r in toll_ranges(few) if r.kind in kinds and r.group in groups and len(r.claim_ids) > 1]
    rows = rows.sort_values(["kind", "reported", "date_start"], kind="stable").drop_duplicates(
        ["kind", "source", "words"]
    )
    changes = [html.Li(words) for words in dict.fromkeys(what_changed(table, claim_id))]
    head = html.Tr([html.Th(say(key), scope="col") for key in ("toll_source", "toll_number", "toll_reported")])
    return [
        html.Section(
            [
                html.H3(say("toll_title")),
                *(html.P(range_words(r), className="toll-range") for r in ranges),
                html.Table([html.Thead(head), html.Tbody([_row(r, claim_id) for r in rows.to_dict("records")])],
                           className="toll-table"),
                *([html.H4(say("toll_changed")), html.Ul(changes)] if changes else []),
            ],
            className="ev-part",
        )
    ]  # fmt: skip


def range_words(found: TollRange) -> str:
    """The range in words, and how the best of its numbers is found."""
    kind = named("kind", found.kind)
    people = f"{kind} ({found.counted})" if found.counted else kind
    if found.low == found.high:
        return say("toll_same", kind=people, n=f"{found.low:,}")
    numbers = {"low": found.low, "best": found.best, "high": found.high}
    words = say("toll_range", kind=people, **{k: f"{v:,}" for k, v in numbers.items()})
    return words if found.agreed else f"{words} {say('toll_disagree')}"


def _row(row: dict[Any, Any], claim_id: str) -> html.Tr:
    said = f"{row['words']} {named('kind', row['kind']).lower()}"
    link: Any = html.Button(said, className="link", type="button", **wild(data_claim=row["claim_id"]))
    if row["claim_id"] == claim_id:
        link = html.Strong(said)
    later = [html.Small(say("toll_later"))] if pd.notna(row["overtaken_by"]) else []
    day = row["reported"] if pd.notna(row["reported"]) else row["date_end"]
    when = "" if pd.isna(day) else date_words(day.date(), day.date(), "day", "", approximate=False)
    return html.Tr([html.Td(row["source"], dir="auto"), html.Td([link, *later]), html.Td(when)])
