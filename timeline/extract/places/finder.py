"""Places of a document: gazetteer names, and districts, villages, camps and bases that only the text knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.places.candidates import Candidate, find_candidates
from timeline.extract.places.context import Context, document_context
from timeline.extract.places.datelines import find_datelines
from timeline.lexicon.gazetteer import Place, gazetteer
from timeline.lexicon.governments import country_words
from timeline.lexicon.words import word_class
from timeline.model import ActorMention, Document, PlaceMention, Span

_SPEAKER_VERBS = re.compile(
    r"\s*,?\s*(?:said|says|told|accused|denied|denies|accuses|blamed|blames|vowed|insists|announced|condemned|warned|agreed|rejected|backs|"
    r"backed|supports|wants|sent|and \w+ (?:said|agreed|accused|have|are))\b"
)
_MIN_FOREIGN = 100_000
_CURATED = 50_000  # what the gazetteer writes as the population of a hand-entered place


def find_places(document: Document, actors: Sequence[ActorMention] = ()) -> list[PlaceMention]:
    """Places in text order, not overlapping each other nor an actor; ``kind`` orders how specific they are.

    A name is read by the document's countries: of two towns of one name the one there; a town of a country the
    document never names must be large and stand after a preposition of place. Coordinates are ``None`` for places no
    gazetteer has. Seats of speakers ("Damascus said"), datelines and nationalities are left out.
    """
    text = document.text
    context = document_context(document)
    taken = [actor.span for actor in actors] + find_datelines(text)
    out: list[PlaceMention] = []
    last = -1
    for candidate in find_candidates(text, context):
        if candidate.start < last or _blocked(candidate, taken) or _speaks(text, candidate):
            continue
        mention = _mention(text, candidate, context)
        if mention:
            out.append(mention)
            last = candidate.end
    return out


def _blocked(candidate: Candidate, taken: Sequence[Span]) -> bool:
    return any(candidate.start < span.end and span.start < candidate.end for span in taken)


def _speaks(text: str, candidate: Candidate) -> bool:
    return not candidate.preposition and not candidate.noun and bool(_SPEAKER_VERBS.match(text, candidate.end))


def _mention(text: str, candidate: Candidate, context: Context) -> PlaceMention | None:
    place = resolve(candidate.key, context)
    based = place is None and bool(candidate.base)
    if based:
        place = resolve(candidate.base, context)
    words = text[candidate.start : candidate.end]
    name = re.sub(r"\s+", " ", text[candidate.start : candidate.name_end])
    span = Span(candidate.start, candidate.end)
    whole = place is not None and not based
    if (
        based
        and place
        and (place.kind in ("country", "area") or (candidate.kind == "district" and place.population > 300_000))
    ):
        place = None
    if (
        place
        and candidate.noun
        and not context.about(place.country)
        and place.kind != "area"
        and place.population != _CURATED
        and context.weights
    ):
        place = None
    if whole and candidate.noun:
        name = re.sub(r"\s+", " ", words)
    if place is None:
        if not candidate.noun and not candidate.village:
            return None
        return PlaceMention(
            span,
            words,
            name,
            context.main if context.main and len(context.main) == 2 else None,
            None,
            None,
            candidate.rule,
            candidate.kind,
        )
    if (
        place.kind == "country"
        and not candidate.noun
        and not _country_is_place(text, candidate, place.country == context.main)
    ):
        return None
    there = context.about(place.country) or place.kind == "area" or place.country is None
    if not candidate.noun and not there and not (candidate.preposition and place.population >= _MIN_FOREIGN):
        return None
    if not candidate.noun and not candidate.preposition and _is_aside(text, candidate, place, context):
        return None
    kind = candidate.kind if candidate.noun and not whole else place.kind
    iso = place.country if place.country and len(place.country) == 2 else None
    return PlaceMention(
        span, words, name, iso, place.lat, place.lon, candidate.rule if candidate.noun else "gazetteer", kind
    )


def _is_aside(text: str, candidate: Candidate, place: Place, context: Context) -> bool:
    """A name without a word of place before it: a capital that stands for its government, a ship, a town abroad."""
    capital = country_words().get(candidate.key, ("", ""))[1] == "capital"
    if capital and (place.country != context.main or text[candidate.end : candidate.end + 1] in "'’"):
        return True
    before = text[max(0, candidate.start - 12) : candidate.start].split()
    if before and before[-1] in ("HMS", "USS", "HMAS", "RMS", "SS", "MV", "AHS", "ARA"):
        return True
    return (
        place.country != context.main
        and place.population < _MIN_FOREIGN
        and place.kind == "city"
        and place.population != _CURATED
    )


_OFFICES = word_class("country-office")
_LINKS = word_class("country-office-link")
_WHERE = word_class("country-where")
_WEAK_WHERE = word_class("country-weak-where")
_FLIGHT = word_class("country-flight")
_OWN = word_class("country-own")
_TITLES = word_class("country-title")


def _country_is_place(text: str, candidate: Candidate, main: bool) -> bool:
    """Whether a country's name says where: "in Syria", "Syria's war"; not "Syria's president", "envoy to Syria"."""
    before = _words_before(text, candidate.start)
    if len(before) > 1 and before[-1] in _LINKS and _OFFICES & set(before[-3:-1]):
        return False
    possessive = re.match(r"['’]?s\b\s*", text[candidate.end : candidate.end + 4])
    if possessive:
        after = text[candidate.end + possessive.end() : candidate.end + 40].split()[:2]
        lows = [word.lower().strip(".,") for word in after]
        if not (main and lows) or lows[0] in _TITLES:
            return False
        return bool(_OWN & set(lows)) or lows[0].endswith("most") or after[0][0].isupper()
    if not before or before[-1] not in _WHERE:
        return False
    return main or before[-1] not in _WEAK_WHERE or (before[-1] == "to" and bool(_FLIGHT & set(before[-4:-1])))


def _words_before(text: str, start: int) -> list[str]:
    """The last words before an offset in its sentence part, lower case, articles left out."""
    tail = re.split(r"[.;:\n]", text[max(0, start - 60) : start])[-1]
    return [word for word in tail.lower().replace(",", " and ").split() if word != "the"]


def resolve(key: str, context: Context) -> Place | None:
    """The place of a folded name in this document: in its weightiest country, else the best known."""
    found = gazetteer().find(key)
    if not found:
        return None
    return max(found, key=lambda p: (context.weights.get(p.country or "", 0.0), p.kind == "country", p.population))
