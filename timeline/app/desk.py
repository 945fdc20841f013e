"""What the page reads from: the store's claims, kept until the store changes, and what a state shows of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from threading import RLock
from typing import Any

import pandas as pd

from timeline.app.state import PageState
from timeline.frame.tables import ClaimTables
from timeline.query.aliases import aliases
from timeline.query.describe import describe
from timeline.query.facets import facets
from timeline.query.filter import ClaimFilter
from timeline.query.index import index_of

KEPT = 32  # selections kept for going back and forth


@dataclass(frozen=True, slots=True)
class Shown:
    """What a state shows: the tables cut to it, and of how many."""

    tables: ClaimTables
    ids: pd.Index
    total: int
    words: str

    @property
    def undated(self) -> int:
        """How many of the claims shown give no time at all."""
        claims = self.tables.claims
        return int((claims["date_start"].isna() & claims["date_end"].isna()).sum())


class Desk:
    """One store read by many visitors; every answer is for the store's version at the time of asking."""

    def __init__(self, store: Any, clock: Callable[[], datetime]) -> None:
        self.store = store
        self.clock = clock
        self._lock = RLock()
        self._version: object = None
        self._tables: ClaimTables | None = None
        self._made: dict[str, dict[str, str]] = {}  # worked out of the tables, once for each version
        self._shown: OrderedDict[object, Shown] = OrderedDict()

    @property
    def today(self) -> date:
        """The day by the clock that was given."""
        return self.clock().date()

    def tables(self) -> ClaimTables:
        """All claims, corrections applied; loaded once per version of the store."""
        with self._lock:
            version = self.store.version
            if self._tables is None or version != self._version:
                self._tables = self.store.load()
                self._version = version
                self._shown.clear()
                self._made.clear()
            return self._tables

    def shown(self, chosen: ClaimFilter) -> Shown:
        """The claims a filter leaves."""
        # One computation per choice: the callbacks of one page ask for the same at the same moment.
        with self._lock:
            tables = self.tables()
            if (kept := self._shown.get(chosen)) is not None:
                self._shown.move_to_end(chosen)
                return kept
            index = index_of(tables)
            cut = index.cut(index.select(chosen))
            ids = pd.Index(cut.claims["claim_id"])
            shown = Shown(cut, ids, len(tables.claims), describe(chosen, self.names()))
            self._shown[chosen] = shown
            while len(self._shown) > KEPT:
                self._shown.popitem(last=False)
        return shown

    def facets(self, chosen: ClaimFilter) -> dict[str, list[tuple[str, str, int]]]:
        """The choices of each filter as value, name and count."""
        return facets(self.tables(), chosen)

    def without_window(self, state: PageState) -> Shown:
        """The same claims for all time: what the overview strip is drawn from."""
        return self.shown(replace(state.filter, start=None, end=None))

    def history(self, claim_id: str) -> list[str]:
        """Changes of a claim, in words, the latest first."""
        return list(self.store.history(claim_id))

    def undo(self) -> str:
        """Take the last change back; what it was, or ``""`` when there is none."""
        return str(self.store.undo(when=self.clock()) or "")

    def redo(self) -> str:
        """Make the last change taken back again; what it was, or ``""``."""
        return str(self.store.redo(when=self.clock()) or "")

    def aliases(self) -> dict[str, str]:
        """Other names by actor id, for the search."""
        return self._once("aliases", aliases)

    def names(self) -> dict[str, str]:
        """Names by actor id, titles by document id."""
        return self._once("names", lambda tables: document_titles(tables) | actor_names(tables))

    def _once(self, what: str, make: Callable[[ClaimTables], dict[str, str]]) -> dict[str, str]:
        with self._lock:
            tables = self.tables()
            if what not in self._made:
                self._made[what] = make(tables)
            return self._made[what]

    def title(self) -> str:
        """The one article's title, or ``""`` when there are several or none."""
        documents = self.tables().documents
        return str(documents["title"].iloc[0]) if len(documents) == 1 and documents["title"].notna().all() else ""


def actor_names(tables: ClaimTables) -> dict[str, str]:
    """Names by actor id, of actors and of those who are said to say so."""
    named = pd.concat([tables.claim_actors[["actor_id", "name"]], tables.claim_attributions[["actor_id", "name"]]])
    named = named.drop_duplicates("actor_id")
    return dict(zip(named["actor_id"], named["name"], strict=True))


def document_titles(tables: ClaimTables) -> dict[str, str]:
    """Titles by document id, of the articles that have one."""
    titled = tables.documents[tables.documents["dataset"].isna()].dropna(subset=["title"])
    return dict(zip(titled["document_id"], titled["title"], strict=True))
