"""The claim schema as data: tables, columns, types, meaning. Frames, checks, store and docs are all made from here."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """One column: its name, its kind (text, integer, number, boolean, day) and what it holds."""

    name: str
    kind: str
    meaning: str


_OFFSETS = "code-point offset into the document's text"

DOCUMENT_COLUMNS = (
    Column("document_id", "text", "id of the document: the corpus `id`, a file's stem, or dataset:row"),
    Column("text", "text", "the text that every offset points into"),
    Column("title", "text", "headline"),
    Column("source", "text", "file, archive member or dataset it was read from"),
    Column("publisher", "text", "who published it"),
    Column("url", "text", "where it was published"),
    Column("author", "text", "byline"),
    Column("published", "text", "document creation time (DCT) in EDTF; an interval when only inferred"),
    Column("date_basis", "text", "given, metadata, dateline, inferred or unknown"),
    Column("date_evidence", "text", "why this document date, in words"),
    Column("language", "text", "ISO 639-1 code"),
    Column("dataset", "text", "event dataset the record was imported from, with version"),
    Column("licence", "text", "terms of that dataset"),
    Column("metadata", "text", "other keys of the input, as a JSON object"),
)

CLAIM_COLUMNS = (
    Column("claim_id", "text", "hash of what was said"),
    Column("document_id", "text", "the document that says it"),
    Column("sentence_start", "integer", _OFFSETS),
    Column("sentence_end", "integer", _OFFSETS + ", exclusive"),
    Column("sentence_text", "text", "the sentence, word for word"),
    Column("date_text", "text", "the date's own words; empty when inherited or document-dated"),
    Column("date_text_start", "integer", _OFFSETS),
    Column("date_text_end", "integer", _OFFSETS + ", exclusive"),
    Column("date_edtf", "text", "the date in EDTF (ISO 8601-2)"),
    Column("date_start", "day", "first day it can mean, inclusive; empty = open"),
    Column("date_end", "day", "last day it can mean, inclusive; empty = open"),
    Column("date_precision", "text", "day, week, month, season, quarter, half-year, year, decade, century, interval"),
    Column("date_relation", "text", "on, in, by, before, after, since, until, during, about"),
    Column("date_basis", "text", "explicit, relative, inherited, dct"),
    Column("date_rule", "text", "the rule that read the date"),
    Column("date_alternatives", "text", "other defensible readings in EDTF, joined with '; '"),
    Column("date_resolution", "text", "how the date was counted, in words"),
    Column("event_type", "text", "battle, remote_violence, civilian_targeting, siege, protest, diplomacy, …"),
    Column("event_text", "text", "the source's own words for what happened"),
    Column("event_start", "integer", _OFFSETS),
    Column("event_end", "integer", _OFFSETS + ", exclusive"),
    Column("hedged", "boolean", "the text marks doubt (reportedly, alleged, scare quotes)"),
    Column("confidence", "number", "0–1, orders the review queue only"),
    Column("status", "text", "extracted, reviewed, corrected, rejected"),
    Column("note", "text", "a reader's note"),
)

_CHILD = (
    Column("text", "text", "the words"),
    Column("start", "integer", _OFFSETS),
    Column("end", "integer", _OFFSETS + ", exclusive"),
)

ACTOR_COLUMNS = (
    Column("claim_id", "text", "the claim"),
    Column("actor_id", "text", "stable slug of the actor"),
    Column("name", "text", "canonical name"),
    Column("role", "text", "agent, target, source, party"),
    *_CHILD,
)

PLACE_COLUMNS = (
    Column("claim_id", "text", "the claim"),
    Column("name", "text", "canonical name"),
    Column("country", "text", "ISO 3166-1 alpha-2"),
    Column("lat", "number", "degrees north, WGS84"),
    Column("lon", "number", "degrees east, WGS84"),
    Column("place_kind", "text", "country, region, area, city, district, feature; place when not known"),
    *_CHILD,
)

QUANTITY_COLUMNS = (
    Column("claim_id", "text", "the claim"),
    Column("kind", "text", "killed, injured, displaced, detained, …"),
    Column("low", "integer", "least the words allow; empty = not bounded"),
    Column("high", "integer", "most the words allow; empty = not bounded"),
    Column("comparator", "text", "eq, ge, gt, le, lt, approx, range"),
    Column("scope", "text", "event, subset, cumulative"),
    *_CHILD,
)

ATTRIBUTION_COLUMNS = (
    Column("claim_id", "text", "the claim"),
    Column("actor_id", "text", "stable slug of who is said to say so"),
    Column("name", "text", "canonical name"),
    Column("cue", "text", "the word that attributes: said, according to"),
    *_CHILD,
)

TABLES: dict[str, tuple[Column, ...]] = {
    "documents": DOCUMENT_COLUMNS,
    "claims": CLAIM_COLUMNS,
    "claim_actors": ACTOR_COLUMNS,
    "claim_places": PLACE_COLUMNS,
    "claim_quantities": QUANTITY_COLUMNS,
    "claim_attributions": ATTRIBUTION_COLUMNS,
}
