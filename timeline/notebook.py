"""For notebooks: ``timeline.read(...)`` gives tidy frames, ``timeline.figure(...)`` draws them."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from timeline.datasets.load import find_schema, import_dataset
from timeline.datespan import DateSpan
from timeline.errors import InputError, TimelineError
from timeline.figures.page import page_figure
from timeline.frame.tables import ClaimTables, empty_tables, to_tables
from timeline.pipeline import Extracted, extract_all
from timeline.query.describe import describe
from timeline.query.filter import ClaimFilter
from timeline.query.select import select_ids
from timeline.store.imports import concat
from timeline.view.make import make_view

if TYPE_CHECKING:
    import plotly.graph_objects as go


def read(
    *inputs: str | Path,
    date: DateSpan | date | str | None = None,
    columns: Mapping[str, str] | None = None,
    jobs: int = 1,
) -> ClaimTables:
    """The claims of articles and event datasets as six tidy frames: ``documents``, ``claims``, ``claim_actors``, ….

    Args:
        inputs: files, folders, archives, addresses, corpora; dataset files are known by their columns.
        date: of publication, for the documents that give none.
        columns: a table of articles' columns by our fields, ``{"text": "article_content"}``.
        jobs: processes that extract at the same time.

    Raises:
        InputError: nothing could be read. What else could not is one warning each.

    """
    published = date if isinstance(date, DateSpan) or date is None else DateSpan.parse(str(date))
    parts: list[ClaimTables] = []
    articles: list[str | Path] = []
    faults: list[TimelineError] = []
    for one in inputs:
        schema = _schema(one) if columns is None else None
        if schema is None:
            articles.append(one)
            continue
        try:
            parts.append(import_dataset(schema, one).tables)
        except TimelineError as error:
            faults.append(error)
    found: list[Extracted] = []
    for outcome in extract_all(articles, published, jobs=jobs, columns=columns):
        if isinstance(outcome, InputError):
            faults.append(outcome)
        else:
            found.append(outcome)
    if faults and not found and not parts:
        raise faults[0]
    for fault in faults:
        warnings.warn(str(fault), stacklevel=2)
    return concat([to_tables((e.document for e in found), (c for e in found for c in e.claims)), *parts])


def figure(
    claims: ClaimTables | pd.DataFrame,
    *,
    lanes: str = "actor",
    where: ClaimFilter | str | None = None,
    title: str = "Conflict timeline",
    width: int = 1100,
    theme: str = "light",
) -> go.Figure:
    """The timeline of claims, with the tolls they report, as one plotly figure.

    Args:
        claims: what ``read`` gives, or a frame of claims of it (with lanes other than ``event_type`` and ``document``
            it has no names).
        lanes: actor, event_type, place, attribution or document.
        where: which claims, as a filter or as the part of the page's address after the ``?``.
        title: stands above; the filter in words stands under it.
        width: in pixels; the height follows.
        theme: light or dark.

    """
    tables = claims if isinstance(claims, ClaimTables) else _with_children(claims)
    if isinstance(where, str):
        from timeline.query.url import from_query  # noqa: PLC0415

        where = from_query(where)
    chosen = where or ClaimFilter()
    ids = select_ids(tables, chosen)
    shown = tables.select(ids)
    view = make_view(shown, ids, (chosen.start, chosen.end), lanes, width)
    names = dict(zip(tables.claim_actors["actor_id"], tables.claim_actors["name"], strict=True))
    sources = tables.documents["publisher"].fillna(tables.documents["title"]).dropna().unique()[:4]
    return page_figure(shown, view, theme, title=title, subtitle=describe(chosen, names), footer="; ".join(sources))


def _schema(path: str | Path) -> str | None:
    """The schema of a dataset file; ``None`` for articles, corpora, folders, addresses and what is not there."""
    if not Path(path).is_file():
        return None
    try:
        return find_schema(Path(path))
    except (TimelineError, ValueError, OSError):
        return None


def _with_children(claims: pd.DataFrame) -> ClaimTables:
    """Tables of a frame of claims alone."""
    empty = empty_tables()
    return ClaimTables(empty.documents, claims, empty.claim_actors, empty.claim_places, empty.claim_quantities,
                       empty.claim_attributions)  # fmt: skip
