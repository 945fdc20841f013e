"""Tables with a few claims of one short article, for tests that need no store."""

from __future__ import annotations

from datetime import date

from timeline.datespan import DateBasis, DateSpan, Relation
from timeline.documents.text import make_document
from timeline.frame.tables import to_tables
from timeline.model import (
    ActorMention,
    AttributionMention,
    Claim,
    ClaimDate,
    Comparator,
    EventType,
    QuantityKind,
    QuantityMention,
    Role,
    Scope,
    Span,
    claim_id,
)

TEXT = """Shells hit market

According to the UN, shells killed 12 people in Qasra last Friday. Rebels hold the bridge.
"""


def article():
    """A document dated Tuesday 22 April 2014."""
    return make_document(TEXT, id="shells", published=DateSpan.day(date(2014, 4, 22)))


def words(text):
    """The span of these words."""
    at = TEXT.index(text)
    return Span(at, at + len(text))


def market_claim(**changes):
    """The shelling: dated, counted, attributed."""
    un = words("the UN")
    fields = {
        "id": claim_id("shells", "market"),
        "document_id": "shells",
        "sentence": words("According to the UN, shells killed 12 people in Qasra last Friday."),
        "sentence_text": "According to the UN, shells killed 12 people in Qasra last Friday.",
        "date": ClaimDate(
            DateSpan.day(date(2014, 4, 18)), Relation.ON, DateBasis.RELATIVE, "weekday", "last Friday", words("last Friday"),
            (DateSpan.day(date(2014, 4, 11)),), "“last Friday”, counted back from Tuesday 22 April 2014",
        ),
        "event_type": EventType.REMOTE_VIOLENCE,
        "event_span": words("shells killed 12 people"),
        "event_text": "shells killed 12 people",
        "actors": (ActorMention(un, "the UN", "united-nations", "United Nations", "lexicon", Role.SOURCE),),
        "quantities": (
            QuantityMention(words("12 people"), "12 people", QuantityKind.KILLED, 12, 12, Comparator.EQ, Scope.EVENT, "number"),
        ),
        "attribution": (
            AttributionMention(words("According to the UN"), "According to the UN", "united-nations", "United Nations", "According to", words("shells killed"), un, "cue"),
        ),
    }  # fmt: skip
    return Claim(**(fields | changes))


def bridge_claim(**changes):
    """The bridge: no time at all."""
    fields = {
        "id": claim_id("shells", "bridge"),
        "document_id": "shells",
        "sentence": words("Rebels hold the bridge."),
        "sentence_text": "Rebels hold the bridge.",
        "date": None,
        "event_type": EventType.OTHER,
        "event_span": words("hold the bridge"),
        "event_text": "hold the bridge",
        "actors": (ActorMention(words("Rebels"), "Rebels", "rebels", "Rebels", "group", Role.AGENT),),
        "confidence": 0.4,
    }
    return Claim(**(fields | changes))


def two_claims():
    """Both claims as tables."""
    return to_tables([article()], [market_claim(), bridge_claim()])
