"""The values that extraction passes on: documents, mentions and claims.

One direction: ``Document`` (text + sentence spans) → mentions (span, value, rule) → ``Claim``. All are frozen; offsets
are Unicode code points into ``Document.text``, half-open; ``document.text[m.span.start:m.span.end] == m.text`` always.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from timeline.datespan import DateBasis, DateSpan, Relation


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies inside."""
        return self.start <= other.start and other.end <= self.end


class DocumentDateBasis(StrEnum):
    """Where the document creation time (DCT) comes from."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class EventType(StrEnum):
    """What kind of thing happened; mapped to ACLED and PLOVER types in ``data/lexicons/event_types.csv``."""

    BATTLE = "battle"
    REMOTE_VIOLENCE = "remote_violence"
    CIVILIAN_TARGETING = "civilian_targeting"
    SIEGE = "siege"
    PROTEST = "protest"
    DIPLOMACY = "diplomacy"
    HUMANITARIAN = "humanitarian"
    POLITICAL = "political"
    CASUALTY_REPORT = "casualty_report"
    STATEMENT = "statement"
    OTHER = "other"


class Role(StrEnum):
    """How an actor stands to the event."""

    AGENT = "agent"
    TARGET = "target"
    SOURCE = "source"
    PARTY = "party"


class QuantityKind(StrEnum):
    """What is counted."""

    KILLED = "killed"
    INJURED = "injured"
    DISPLACED = "displaced"
    DETAINED = "detained"
    KIDNAPPED = "kidnapped"
    MISSING = "missing"
    BESIEGED = "besieged"
    FIGHTERS = "fighters"
    PROTESTERS = "protesters"
    EVACUATED = "evacuated"
    FREED = "freed"
    OTHER = "other"


class Comparator(StrEnum):
    """How the number bounds the truth."""

    EQ = "eq"
    GE = "ge"
    GT = "gt"
    LE = "le"
    LT = "lt"
    APPROX = "approx"
    RANGE = "range"


class Scope(StrEnum):
    """What the number covers: one incident, a part of it, or a running total over a period."""

    EVENT = "event"
    SUBSET = "subset"
    CUMULATIVE = "cumulative"


class Status(StrEnum):
    """What a reader has done with the claim."""

    EXTRACTED = "extracted"
    REVIEWED = "reviewed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Document:
    """Immutable text with its sentence spans and what is known of its publication.

    ``published`` is the document creation time (DCT) as a date span: one day when given, an interval when only
    inferred, ``None`` when unknown. ``date_evidence`` says in words why, for every basis but ``given``.
    ``sentences`` do not overlap, are in text order and have no white space at their ends.
    """

    id: str
    text: str
    sentences: tuple[Span, ...] = ()
    title: str | None = None
    source: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    published: DateSpan | None = None
    date_basis: DocumentDateBasis = DocumentDateBasis.UNKNOWN
    date_evidence: str | None = None
    language: str = "en"
    metadata: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression: what was written, what it means, which rule read it.

    ``when`` is ``None`` for what has no place on a calendar (durations, sets, vague references, BC years).
    ``resolution`` says in words how a relative date was counted; ``alternatives`` are other defensible readings.
    """

    span: Span
    text: str
    timex_type: str  # TIMEX3: DATE, TIME, DURATION, SET
    timex_value: str  # TIMEX3 value: 2014-04-18, 2014-W16, 2014-Q1, P3Y, PAST_REF
    when: DateSpan | None
    relation: Relation
    basis: DateBasis
    rule: str
    alternatives: tuple[DateSpan, ...] = ()
    resolution: str = ""
    mod: str | None = None  # TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, …
    parts: tuple[DateMention, ...] = ()  # the two ends of a range ("18 April to 2 May"), else empty


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor as it stands in the text; ``role`` is ``PARTY`` until the claim's clause decides."""

    span: Span
    text: str
    id: str  # stable slug: "syrian-government-forces"
    name: str  # canonical name
    rule: str
    role: Role = Role.PARTY
    head: str = "group"  # group, government, force, person, body, media, people


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place; ``lat``/``lon`` are WGS84 degrees, ``None`` when no gazetteer has it."""

    span: Span
    text: str
    name: str
    country: str | None  # ISO 3166-1 alpha-2
    lat: float | None
    lon: float | None
    rule: str
    kind: str = "place"  # country, region, city, district, feature


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A reported number as the range it allows; ``span`` is the quoted phrase that holds number and noun or verb."""

    span: Span
    text: str
    kind: QuantityKind
    low: int | None
    high: int | None
    comparator: Comparator
    scope: Scope
    rule: str


@dataclass(frozen=True, slots=True)
class AttributionMention:
    """Who is said to say so. ``covers`` is the part of the text whose content is attributed."""

    span: Span  # the words that attribute: "According to the UN"
    text: str
    id: str
    name: str
    cue: str
    covers: Span
    source: Span  # the words that name the source: "the UN"
    rule: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """A trigger word or phrase with the clause it heads; the clause is what a label quotes."""

    span: Span
    text: str
    event_type: EventType
    clause: Span
    rule: str
    tense: str = "past"  # past, present, future, none


@dataclass(frozen=True, slots=True)
class ClaimDate:
    """The date a claim rests on; ``span``/``text`` are ``None`` for inherited and document-dated claims."""

    when: DateSpan
    relation: Relation
    basis: DateBasis
    rule: str
    text: str | None = None
    span: Span | None = None
    alternatives: tuple[DateSpan, ...] = ()
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One document's assertion that something happened, or was so, at some time.

    Never "event" for the record: two papers reporting one battle are two claims. ``date`` is ``None`` when the
    text gives no time at all; such claims go to the undated tray. ``event_span``/``event_text`` are the source's own
    words that a mark is labelled with.
    """

    id: str
    document_id: str
    sentence: Span
    sentence_text: str
    date: ClaimDate | None
    event_type: EventType
    event_span: Span
    event_text: str
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    attribution: tuple[AttributionMention, ...] = ()
    hedged: bool = False
    confidence: float = 1.0  # 0–1, for the review queue only: lower is read first
    status: Status = Status.EXTRACTED
    note: str | None = None


def claim_id(*said: object) -> str:
    """The id of what was said: equal facts give equal ids, so extracting twice adds nothing."""
    raw = "\x1f".join("" if s is None else str(s) for s in said)
    return "c-" + hashlib.sha256(raw.encode()).hexdigest()[:12]
