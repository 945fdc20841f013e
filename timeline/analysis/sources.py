"""Who stands behind a claim: those said to say so, else the document's publisher, dataset or the document itself."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from timeline.frame.tables import ClaimTables
from timeline.lexicon.fold import slug


@dataclass(frozen=True, slots=True)
class Source:
    """``keys`` are equal for equal sources, however they are reached; ``own_voice``: the text attributes to nobody.

    An agency has one key as publisher and as the one quoted, so that a paper which quotes it adds no second source.
    """

    name: str
    keys: frozenset[str]
    own_voice: bool


def find_sources(tables: ClaimTables, claims: pd.DataFrame) -> dict[str, Source]:
    """The source of each of these rows of ``claims``, by claim id."""
    said = tables.claim_attributions[["claim_id", "actor_id", "name"]]
    said = said[said["claim_id"].isin(claims["claim_id"].tolist())]
    named: dict[str, dict[str, str]] = {}
    for claim, actor, name in zip(said["claim_id"], said["actor_id"], said["name"], strict=True):
        if isinstance(name, str):
            named.setdefault(claim, {}).setdefault(actor if isinstance(actor, str) else slug(name), name)
    own = own_voices(tables, claims["document_id"])
    made = {}
    for claim, document in zip(claims["claim_id"], claims["document_id"], strict=True):
        if told := named.get(claim):
            made[claim] = Source(next(iter(told.values())), frozenset(map(_key, told)), own_voice=False)
        else:
            made[claim] = own[document]
    return made


def own_voices(tables: ClaimTables, document_ids: pd.Series[str]) -> dict[str, Source]:
    """What each document is as a source in its own voice: its publisher, else its dataset, else its title."""
    about = tables.documents[tables.documents["document_id"].isin(document_ids)].drop_duplicates("document_id")
    made = {
        document: Source(document, frozenset({f"document:{document}"}), own_voice=True) for document in document_ids
    }
    columns = (about[c] for c in ("document_id", "publisher", "dataset", "title"))
    for document, publisher, dataset, title in zip(*columns, strict=True):
        name = next((n for n in (publisher, dataset, title) if isinstance(n, str) and n.strip()), document)
        published = next((n for n in (publisher, dataset) if isinstance(n, str) and n.strip()), None)
        key = _key(slug(published)) if published else f"document:{document}"
        made[document] = Source(name, frozenset({key}), own_voice=True)
    return made


def _key(actor: str) -> str:
    """The id without an article: "Al-Manar" is quoted, "Manar" is the publisher."""
    return actor.removeprefix("the-").removeprefix("al-") or actor
