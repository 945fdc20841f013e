"""Builders that are valid by default, and a careful reader's claims of the first article, written by hand.

``make_claim(document, "words of a sentence", …)`` finds every offset in the document itself, so no builder can give
one that does not slice to its words.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, NamedTuple

from timeline.datespan import DateBasis, DateSpan, Relation
from timeline.documents.hygiene import searchable
from timeline.documents.text import make_document
from timeline.frame.tables import ClaimTables, to_tables
from timeline.lexicon.fold import slug
from timeline.model import (
    ActorMention,
    AttributionMention,
    Claim,
    ClaimDate,
    Comparator,
    Document,
    EventType,
    PlaceMention,
    QuantityKind,
    QuantityMention,
    Role,
    Scope,
    Span,
    claim_id,
)
from timeline.settings import ARTICLES

TEXT = """Shells hit market

According to the UN, shells killed 12 people in Qasra last Friday. Rebels seized the bridge in March 2014.

Residents said the army had shelled the town since January.
"""
WHEN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)  # when readers of the tests change something
DCT = DateSpan.day(date(2014, 4, 22))
UN = "United Nations"
ARMY = "Syrian government forces"
REBELS = "Syrian rebels"
STATE_TV = "Syrian state television"
OBSERVATORY = "Syrian Observatory for Human Rights"
HOMS = ("Homs", "Homs", "SY", 34.73, 36.71, "city")


class Said(NamedTuple):
    """A number as the range it allows."""

    words: str
    kind: str
    low: int | None
    high: int | None
    comparator: str = "eq"
    scope: str = "event"


def make_article(**changes: Any) -> Document:
    """A short document dated Tuesday 22 April 2014."""
    text = changes.pop("text", TEXT)
    return make_document(text, **({"id": "shells", "published": DCT} | changes))


def find_span(document: Document, words: str, within: Span | None = None) -> Span:
    """Where these words stand; odd spaces and hyphens count as plain ones."""
    start, end = within or (0, len(document.text))
    at = searchable(document.text).index(searchable(words), start, end)
    return Span(at, at + len(words))


def make_date(
    document: Document, sentence: Span, words: str, edtf: str, basis: str = "explicit", **more: Any
) -> ClaimDate:
    """A date by its words, or without words when it is inherited or document-dated."""
    span = find_span(document, words, sentence) if words else None
    when = DateSpan.parse(edtf, more.pop("precision", None))
    relation = Relation(more.pop("relation", "on" if when.days == 1 else "in"))
    text = span.of(document.text) if span else None
    return ClaimDate(when, relation, DateBasis(basis), more.pop("rule", "factory"), text, span, **more)


def make_claim(
    document: Document,
    event: str,
    *,
    when: tuple[str, str, str] | ClaimDate | None = None,
    event_type: str = "battle",
    relation: str | None = None,
    actors: tuple[tuple[str, str, str], ...] = (),
    places: tuple[tuple[str, str, str | None, float | None, float | None, str], ...] = (),
    said: tuple[Said, ...] = (),
    source: tuple[str, str, str] | None = None,
    **changes: Any,
) -> Claim:
    """A claim on the sentence that holds the words ``event``.

    ``when`` is (words, EDTF, basis); ``actors`` are (words, name, role); ``places`` are (words, name, country, lat,
    lon, kind); ``source`` is (words that attribute, words that name, name).
    """
    event_span = find_span(document, event)
    sentence = next(s for s in document.sentences if s.holds(event_span))
    if isinstance(when, tuple):
        when = make_date(document, sentence, *when, **({"relation": relation} if relation else {}))

    def of(words: str) -> tuple[Span, str]:
        span = find_span(document, words, sentence)
        return span, span.of(document.text)

    quantities = tuple(
        QuantityMention(
            *of(s.words), QuantityKind(s.kind), s.low, s.high, Comparator(s.comparator), Scope(s.scope), "factory"
        )
        for s in said
    )
    mentions = [ActorMention(*of(words), slug(name), name, "factory", Role(role)) for words, name, role in actors]
    attribution = ()
    if source:
        cue, named, name = source
        mentions.append(ActorMention(*of(named), slug(name), name, "factory", Role.SOURCE))
        attribution = (AttributionMention(*of(cue), slug(name), name, cue, sentence, of(named)[0], "factory"),)
    told = (document.id, sentence, when.span if when else None, event_type, event_span, *(s.words for s in said))
    fields: dict[str, Any] = {
        "id": claim_id(*told), "document_id": document.id, "sentence": sentence, "sentence_text": sentence.of(document.text),
        "date": when, "event_type": EventType(event_type), "event_span": event_span, "event_text": event_span.of(document.text),
        "actors": tuple(mentions), "quantities": quantities, "attribution": attribution,
        "places": tuple(PlaceMention(*of(w), name, country, lat, lon, "factory", kind) for w, name, country, lat, lon, kind in places),
    }  # fmt: skip
    return Claim(**(fields | changes))


def make_claims(document: Document | None = None) -> tuple[Claim, ...]:
    """Three claims of the short document: a shelling with a toll, a capture, and one that lasts."""
    document = document or make_article()
    return (
        make_claim(
            document, "shells killed 12 people in Qasra", when=("last Friday", "2014-04-18", "relative"),
            event_type="remote_violence", places=(("Qasra", "Qasra", None, None, None, "place"),),
            said=(Said("12 people", "killed", 12, 12),), source=("According to the UN", "the UN", UN),
        ),
        make_claim(
            document, "Rebels seized the bridge", when=("March 2014", "2014-03", "explicit"),
            actors=(("Rebels", REBELS, "agent"),),
        ),
        make_claim(
            document, "the army had shelled the town", when=("since January", "2014-01/..", "relative"), relation="since",
            event_type="remote_violence", actors=(("the army", ARMY, "agent"),), confidence=0.4,
            source=("Residents said", "Residents", "residents"),
        ),
    )  # fmt: skip


def make_tables(**changes: Any) -> ClaimTables:
    """The short document and its three claims as frames."""
    document = make_article(**changes)
    return to_tables([document], make_claims(document))


@cache
def homs_document() -> Document:
    """The first article, dated as the demonstration dates it."""
    text = (ARTICLES / "homs-2014-04-22.txt").read_text("utf-8")
    return make_document(text, id="homs-2014-04-22", published=DCT, source="data/articles/homs-2014-04-22.txt")


@cache
def homs_claims() -> tuple[Claim, ...]:
    """What a careful reader finds in the first article; not what extraction gives."""
    article = homs_document()
    tuesday, three_years = (
        ("on Tuesday", "2014-04-22", "relative"),
        ("past three years", "2011-04-22/2014-04-22", "relative"),
    )
    present = ("", "2014-04-22", "dct")
    un = ("According to the UN", "the UN", UN)
    claims = (
        make_claim(article, "Syrian armed forces made further advances", when=tuesday,
                   actors=(("Syrian armed forces", ARMY, "agent"), ("rebels", REBELS, "target")), places=(HOMS,)),
        make_claim(article, "about 1000 rebels are hiding", when=present, event_type="other", hedged=True, confidence=0.5,
                   actors=(("rebels", REBELS, "party"),), said=(Said("about 1000 rebels", "fighters", 900, 1100, "approx"),)),
        make_claim(article, "the president’s troops began a broad systematic offensive", when=("", "2014-04", "inherited"),
                   confidence=0.6, actors=(("the president’s troops", ARMY, "agent"),),
                   source=("According to security sources", "security sources", "security source")),
        make_claim(article, "massive protests swept across the nation", when=("in 2011", "2011", "explicit"),
                   event_type="protest", places=(("Syria", "Syria", "SY", 35.0, 38.0, "country"),)),
        make_claim(article, "mounted a military siege", when=("In April 2011", "2011-04", "explicit"), event_type="siege",
                   actors=(("troops loyal to Assad", ARMY, "agent"),)),
        make_claim(article, "fired at gathered protestors", when=("In April 2011", "2011-04", "explicit"),
                   event_type="civilian_targeting",
                   actors=(("troops loyal to Assad", ARMY, "agent"), ("protestors", "protesters", "target"))),
        make_claim(article, "engaged in bloody combat with Sunni-dominated rebel groups", when=three_years, relation="during",
                   actors=(("government forces", ARMY, "agent"), ("militias", "militias", "agent"),
                           ("rebel groups", REBELS, "target"))),
        make_claim(article, "the death toll surpassed 100,000", when=("in June 2013", "2013-06", "explicit"), source=un,
                   event_type="casualty_report", said=(Said("surpassed 100,000", "killed", 100000, None, "gt", "cumulative"),)),
        make_claim(article, "reached 120,000", when=("by September 2013", "2013-09", "explicit"), relation="by", source=un,
                   event_type="casualty_report", said=(Said("reached 120,000", "killed", 120000, 120000, "eq", "cumulative"),)),
        make_claim(article, "The latest push by the Syrian security forces against Homs", when=tuesday_of(article), places=(HOMS,),
                   actors=(("the Syrian security forces", ARMY, "agent"),)),
        make_claim(article, "the blast occurred", when=("last Friday", "2014-04-18", "relative"), event_type="remote_violence",
                   said=(Said("killed 14 people", "killed", 14, 14), Said("injuring dozens", "injured", 24, 99, "approx")),
                   places=(("Akrama", "Akrama", "SY", None, None, "district"),),
                   source=("According to state television", "state television", STATE_TV)),
        make_claim(article, "the army had advanced into parts of the Old City", when=present, places=(("Old City", "Old City", "SY", None, None, "district"),),
                   actors=(("the army", ARMY, "agent"),),
                   source=("Director Rami Abdel Rahman of the Syrian Observatory for Human Rights said",
                           "Syrian Observatory for Human Rights", OBSERVATORY)),
        make_claim(article, "were shelling specific districts", when=present, event_type="remote_violence",
                   actors=(("the army", ARMY, "agent"),),
                   source=("Director Rami Abdel Rahman of the Syrian Observatory for Human Rights said",
                           "Syrian Observatory for Human Rights", OBSERVATORY)),
        make_claim(article, "Assad’s troops were not moving forward rapidly", when=present, hedged=False,
                   actors=(("Assad’s troops", ARMY, "agent"),), source=("Rahman", "Rahman", OBSERVATORY)),
        make_claim(article, "fewer than 1,000 people remain in the besieged parts", when=present, event_type="siege",
                   actors=(("Syrian Army", ARMY, "agent"),), places=(HOMS,),
                   said=(Said("fewer than 1,000 people", "besieged", None, 1000, "lt"),),
                   source=("According to activists", "activists", "activists")),
        make_claim(article, "Our beloved Homs is in danger", when=("after the recent attack", "2014-04-18", "inherited"), relation="after",
                   event_type="statement", actors=(("a rebel commander", REBELS, "party"),),
                   source=("said", "Rawad Ahmad Al Kassah", "Rawad Ahmad Al Kassah")),
        make_claim(article, "expressed deep concern over the plight", when=None, event_type="statement",
                   actors=(("Brahimi", UN, "agent"), ("UN Security Council", "UN Security Council", "agent"))),
        make_claim(article, "peace talks that had broken off", when=("in February", "2014-02", "relative"), event_type="diplomacy",
                   source=("He urged", "He", UN)),
    )  # fmt: skip
    return tuple(_worded(c) for c in claims)


def tuesday_of(document: Document) -> ClaimDate:
    """The advance of Tuesday, told again later in the article without a date of its own."""
    return make_date(document, document.sentences[0], "", "2014-04-22", "inherited")


@cache
def homs_tables() -> ClaimTables:
    """The first article and its hand-written claims as frames; do not change them, they are shared."""
    return to_tables([homs_document()], homs_claims())


def _worded(claim: Claim) -> Claim:
    """With the resolution of a relative date in words."""
    when = claim.date
    if when is None or when.basis is not DateBasis.RELATIVE:
        return claim
    words = f"“{when.text}”, counted from Tuesday 22 April 2014 → {when.when.edtf}"
    return replace(claim, date=replace(when, resolution=words))
