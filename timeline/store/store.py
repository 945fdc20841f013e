"""The store: documents, their claims, datasets, and what readers changed, kept apart from what was extracted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from threading import RLock
from types import TracebackType
from typing import Any, Self

import pandas as pd

from timeline.errors import StoreError
from timeline.frame.tables import ClaimTables
from timeline.model import Claim, Document
from timeline.store import changes as log
from timeline.store.articles import delete_documents, rows_of, rows_of_tables, write_rows
from timeline.store.changes import Change
from timeline.store.database import Database, counts
from timeline.store.facts import Told, find_told, records, resolve
from timeline.store.imports import delete_dataset, read_dataset, revisions, without_documents, write_dataset
from timeline.store.merging import merge, merged_into, split
from timeline.store.naming import Naming
from timeline.store.reading import Reader
from timeline.store.selection import selected_claim
from timeline.store.views import delete_view, read_views, write_view
from timeline.store.words import describe_change, history_line


class Store:
    """Open with ``open_store``. Safe to share among threads; other programs may write to the same store meanwhile.

    Tables that ``load`` gives are shared with other callers: do not change them in place.
    """

    def __init__(self, database: Database, own_id: str) -> None:
        """Read and write ``database``, whose tables are there."""
        self._database = database
        self._id = own_id
        self._reader = Reader(database)
        # A change is worked out from the tables as they stand; two at once would each miss the other.
        self._changing = RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the file or connection back."""
        self._database.close()

    @property
    def name(self) -> str:
        """The file or server, without password."""
        return self._database.name

    @property
    def version(self) -> str:
        """Another one after every write, also by another program."""
        with self._database.reading() as connection:
            now = counts(connection)
        return ".".join([self._id, *(str(now[name]) for name in sorted(now))])

    # -- documents and datasets -------------------------------------------------------------------------------

    def save(self, document: Document, claims: Iterable[Claim]) -> None:
        """Keep a document and its extracted claims, in the place of what was extracted of it before: one transaction.

        Corrections stay and are laid over the claims that have the same ids.
        """
        rows = rows_of(document, claims)
        with self._database.writing("articles", "changes") as connection:
            write_rows(connection, rows)
            log.drop_removal(connection, document.id)

    def save_tables(self, tables: ClaimTables, *, replace: bool = False) -> None:
        """Keep imported claims, in one transaction: rows of a dataset under its name, others as articles.

        Documents whose ids are known are replaced, others added; with ``replace`` what the datasets had before goes.
        """
        documents = tables.documents
        with self._database.writing("articles", "datasets") as connection:
            for name in documents["dataset"].dropna().unique():
                others = documents.loc[documents["dataset"] != name, "document_id"]
                others = pd.concat([others, documents.loc[documents["dataset"].isna(), "document_id"]])
                write_dataset(connection, str(name), without_documents(tables, others), replace=replace)
            write_rows(
                connection,
                rows_of_tables(without_documents(tables, documents.loc[documents["dataset"].notna(), "document_id"])),
            )

    def datasets(self) -> dict[str, int]:
        """Imported datasets and how often each was imported."""
        with self._database.reading() as connection:
            return revisions(connection)

    def remove_dataset(self, dataset: str) -> bool:
        """Take an imported dataset out for good; whether there was one of this name."""
        with self._database.writing("datasets") as connection:
            return delete_dataset(connection, dataset)

    def remove_document(self, document_id: str, *, who: str, when: datetime) -> None:
        """Put a document away with its claims; undo brings it back, and so does saving it again."""
        with self._changing:
            found = self._document(document_id)
            self._keep(Change(log.REMOVE, document_id, who, when.isoformat(), found["title"] or document_id))

    def delete_document(self, document_id: str) -> None:
        """Take a document, its claims and all that readers said of them out for good."""
        claims = self.extracted().claims
        ids = claims.loc[claims["document_id"] == document_id, "claim_id"]
        with self._database.writing("articles", "datasets", "changes") as connection:
            own = [c.subject for c in log.standing(connection) if (c.new or {}).get("document_id") == document_id]
            log.forget(connection, [document_id, *map(str, ids), *own])
            delete_documents(connection, [document_id])
            for name in revisions(connection):
                known = read_dataset(connection, name)
                if known is not None and (known.documents["document_id"] == document_id).any():
                    left = without_documents(known, pd.Series([document_id], dtype="str"))
                    write_dataset(connection, name, left, replace=True)

    # -- reading ----------------------------------------------------------------------------------------------

    def load(self) -> ClaimTables:
        """All claims as the readers left them; rejected ones too, by their status."""
        return self._reader.load().tables

    def extracted(self) -> ClaimTables:
        """All claims as they were extracted or imported, nothing corrected."""
        return self._reader.extracted()

    def orphans(self) -> list[str]:
        """Changes kept although their claim is not extracted any more, in words."""
        return [f"{history_line(c)} — “{c.words}”" for c in self._reader.load().orphans]

    def history(self, claim_id: str) -> list[str]:
        """What readers changed in a claim, in words, the latest first."""
        with self._database.reading() as connection:
            return [history_line(c) for c in reversed(log.of_subject(connection, claim_id))]

    # -- what readers change ----------------------------------------------------------------------------------

    def correct(self, claim_id: str, changes: Mapping[str, Any], *, who: str, when: datetime) -> None:
        """Keep what a reader says of a claim: facts by name (see ``store/facts.py``), one change for undo.

        Raises:
            StoreError: the claim is gone, or a fact that no claim can hold.
            DateSpanError: the date cannot be read.

        """
        with self._changing:
            tables = self.load()
            told = find_told(tables, claim_id)
            if told is None:
                raise StoreError(f"The claim {claim_id} is not in the store any more; choose another.")
            if changes:
                old, new, patch = resolve(told, changes, Naming(tables), who)
                words = told.claim["event_text"] or ""
                self._keep(Change(log.CORRECTION, claim_id, who, when.isoformat(), words, old, new, patch))

    def add_claim(
        self,
        document_id: str,
        start: int,
        end: int,
        facts: Mapping[str, Any] | None = None,
        *,
        who: str,
        when: datetime,
    ) -> str:
        """Keep a reader's own claim on the words ``text[start:end]`` of a document; its id.

        ``facts`` are those of ``correct``. The claim outlives every new extraction while the words stand there.

        Raises:
            StoreError: no words are selected, the claim is there already, or a fact that no claim can hold.
            DateSpanError: the date cannot be read.

        """
        with self._changing:
            tables = self.load()
            row = selected_claim(self._document(document_id), start, end)
            if find_told(tables, row["claim_id"]) is not None:
                raise StoreError("There is a claim of yours on these very words; correct that one.")
            empty: dict[str, list[dict[str, Any]]] = {
                n: [] for n in ("claim_actors", "claim_places", "claim_quantities", "claim_attributions")
            }
            _, new, patch = resolve(Told(row, empty), facts or {}, Naming(tables), who)
            patch["claims"] = row | patch["claims"] | {"status": row["status"]}
            if "date" in new and patch["claims"]["date_edtf"]:
                patch["claims"]["date_resolution"] = f"set by {who or 'a reader'}"
            new |= {"document_id": document_id, "start": row["event_start"], "end": row["event_end"]}
            self._keep(Change(log.ADD, row["claim_id"], who, when.isoformat(), row["event_text"], {}, new, patch))
        return str(row["claim_id"])

    def merge_actors(self, ids: Iterable[str], into: str, *, who: str, when: datetime, name: str | None = None) -> None:
        """Make all mentions of some actors mentions of ``into``, now and whenever they are extracted again.

        ``name`` renames it; with ``ids`` of itself alone that is all that happens.

        Raises:
            StoreError: one of the actors is in no claim.

        """
        with self._changing:
            self._keep(merge(self.load(), ids, into, name, who, when))

    def split_actor(
        self,
        actor_id: str,
        name: str,
        *,
        who: str,
        when: datetime,
        origins: Sequence[str] = (),
        claims: Sequence[str] = (),
        texts: Sequence[str] = (),
    ) -> str:
        """Make some mentions of an actor mentions of another called ``name``; the other's id.

        The mentions are those extracted as one of ``origins`` (see ``merged``), in these ``claims``, with these words
        (``texts``); what is left out does not matter. Mentions found later are split by the same rule.

        Raises:
            StoreError: no mention is like that, or nothing says which mentions.

        """
        rule = {"origins": origins, "claims": claims, "texts": texts}
        with self._changing:
            change = split(self.load(), actor_id, name, rule, who, when)
            self._keep(change)
        return str((change.patch or {})["into"])

    def merged(self, actor_id: str) -> dict[str, str]:
        """Actors extracted under other ids that are this one now: their ids and names."""
        with self._database.reading() as connection:
            changes = log.standing(connection)
        return merged_into(self.extracted(), changes, actor_id)

    def undo(self, *, when: datetime) -> str:
        """Take the last change back; what it was, or ``""`` when there is none."""
        with self._changing, self._database.writing("changes") as connection:
            change = log.step_back(connection, when)
        return describe_change(change) if change else ""

    def redo(self, *, when: datetime) -> str:
        """Make the change undone last again; what it was, or ``""`` when there is none."""
        del when  # the change keeps the time at which it was first made
        with self._changing, self._database.writing("changes") as connection:
            change = log.step_forward(connection)
        return describe_change(change) if change else ""

    # -- views ------------------------------------------------------------------------------------------------

    def views(self) -> dict[str, str]:
        """Saved views: name → the query string of the page, in the order of saving."""
        with self._database.reading() as connection:
            return read_views(connection)

    def save_view(self, name: str, query: str, *, who: str = "") -> None:
        """Keep what the page shows under a name; a view of this name is replaced.

        Raises:
            StoreError: the name is empty.

        """
        if not name.strip():
            raise StoreError("The view has no name; give it one.")
        with self._database.writing("views") as connection:
            write_view(connection, name.strip(), query.removeprefix("?"), who)

    def remove_view(self, name: str) -> bool:
        """Forget a view; whether there was one of this name."""
        with self._database.writing("views") as connection:
            return delete_view(connection, name)

    # -----------------------------------------------------------------------------------------------------------

    def _keep(self, change: Change) -> None:
        with self._database.writing("changes") as connection:
            log.append(connection, change)

    def _document(self, document_id: str) -> dict[str, Any]:
        documents = self.load().documents
        found = records(documents[documents["document_id"] == document_id])
        if not found:
            raise StoreError(f"The article {document_id} is not in the store any more; choose another.")
        return found[0]
