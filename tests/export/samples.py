"""Claims of every shape for the export tests, written for them."""

from datetime import date

from timeline.datespan import DateBasis, DateSpan, Precision, Relation
from timeline.documents.text import make_document
from timeline.frame.tables import ClaimTables, to_tables
from timeline.model import (
    ActorMention,
    AttributionMention,
    Claim,
    ClaimDate,
    Comparator,
    EventType,
    PlaceMention,
    QuantityKind,
    QuantityMention,
    Role,
    Scope,
    Span,
)

TEXT = (
    "Town falls\n\nRebels killed 14 soldiers in Idlib on 18 April 2014, state television said. "
    "=Since June 2013, more than 100,000 people have died, the UN said. "
    "Fighting began in the spring of 980. Nobody knows when it “will” end, <b>he</b> said; \\ “100%”, a_b #1 & more."
)
DOCUMENT = make_document(
    TEXT, id="town-1", published=DateSpan.day(date(2014, 4, 22)), title="Town, falls; again", author="Ann Lee",
    publisher="The Daily", url="https://example.org/town?a=1&b=2", metadata={"section": "world", "n": 3},
)  # fmt: skip
IMPORTED = make_document(
    "@Clash near {Hama}", id="set:7", title="@Clash near {Hama}", source="set.csv", language="en",
    metadata={"dataset": "A set 1.0", "licence": "CC BY 4.0"},
)  # fmt: skip


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def actor(words: str, name: str, role: Role = Role.AGENT) -> ActorMention:
    return ActorMention(span(words), words, name.lower().replace(" ", "-"), name, "test", role)


def attribution(words: str, name: str) -> AttributionMention:
    where = span(words)
    return AttributionMention(where, words, name.lower().replace(" ", "-"), name, "said", where, where, "test")


def claim(number: int, sentence: int, when: ClaimDate | None, event: str, kind: EventType, **more: object) -> Claim:
    where = DOCUMENT.sentences[sentence]
    fields = {"actors": (), "places": (), "quantities": (), "attribution": ()} | more
    return Claim(f"c-{number:012d}", DOCUMENT.id, where, where.of(TEXT), when, kind, span(event), event, **fields)


def on(words: str | None, when: DateSpan, relation: Relation = Relation.ON) -> ClaimDate:
    where = span(words) if words else None
    basis = DateBasis.EXPLICIT if words else DateBasis.DCT
    alternatives = (DateSpan.day(date(2014, 4, 25)),) if words == "on 18 April 2014" else ()
    return ClaimDate(when, relation, basis, "test", words, where, alternatives, "written out" if words else "")


def sample_claims() -> list[Claim]:
    idlib = PlaceMention(span("Idlib"), "Idlib", "Idlib", "SY", 35.93, 36.63, "test", "city")
    nowhere = PlaceMention(span("Town"), "Town", "Town", None, None, None, "test")
    killed = QuantityMention(span("killed 14 soldiers"), "killed 14 soldiers", QuantityKind.KILLED, 14, 14, Comparator.EQ,
                             Scope.EVENT, "test")  # fmt: skip
    total = QuantityMention(span("more than 100,000"), "more than 100,000", QuantityKind.KILLED, 100000, None,
                            Comparator.GT, Scope.CUMULATIVE, "test")  # fmt: skip
    open_end = DateSpan.interval(date(2013, 6, 1), None)
    quote = "“will” end, <b>he</b> said; \\ “100%”, a_b #1 & more"
    imported = Claim("c-000000000006", IMPORTED.id, Span(0, 18), IMPORTED.text, on(None, DateSpan.week(date(2016, 2, 29))),
                     EventType.BATTLE, Span(0, 18), IMPORTED.text)  # fmt: skip
    return [
        claim(1, 1, on("on 18 April 2014", DateSpan.day(date(2014, 4, 18))), "killed", EventType.BATTLE,
              actors=(actor("Rebels", "Syrian rebels"), actor("soldiers", "Soldiers", Role.TARGET)),
              places=(idlib, nowhere), quantities=(killed,), attribution=(attribution("state television", "State TV"),)),
        claim(2, 2, on("Since June 2013", open_end, Relation.SINCE), "died", EventType.CASUALTY_REPORT,
              quantities=(total,), attribution=(attribution("the UN", "United Nations"),), hedged=True),
        claim(3, 3, on("the spring of 980", DateSpan.season(980, 21), Relation.IN), "Fighting began", EventType.BATTLE),
        claim(4, 4, None, quote, EventType.STATEMENT, note="=1+1"),
        claim(5, 4, on(None, DateSpan(date(2014, 4, 1), date(2014, 4, 30), Precision.MONTH, approximate=True)),
              "knows", EventType.OTHER),
        imported,
    ]  # fmt: skip


def sample_tables() -> ClaimTables:
    return to_tables([DOCUMENT, IMPORTED], sample_claims())
