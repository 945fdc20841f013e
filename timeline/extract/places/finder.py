"""Places of a document: gazetteer names, and districts, villages, camps and bases that only the text knows."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from timeline.extract.places.candidates import Candidate, find_candidates
from timeline.extract.places.context import Context, document_context
from timeline.extract.places.cover import Cover
from timeline.extract.places.datelines import find_datelines
from timeline.extract.places.states import country_is_place
from timeline.lexicon.fold import fold
from timeline.lexicon.gazetteer import Place, gazetteer
from timeline.lexicon.governments import country_words
from timeline.model import ActorMention, Document, PlaceMention, Span

_SPEAKER_VERBS = re.compile(
    r"\s*,?\s*(?:said|says|told|accused|denied|denies|accuses|blamed|blames|vowed|insists|announced|condemned|warned|"
    r"agreed|rejected|backs|backed|supports|wants|sent|and \w+ (?:said|agreed|accused|have|are))\b"
)
_SHIPS = frozenset({"HMS", "USS", "HMAS", "RMS", "SS", "MV", "AHS", "ARA"})
_LARGE = 100_000  # inhabitants from which a town is read as itself in a document about other countries
_QUARTERED = 300_000  # a city so large is not itself the district that bears its name


def find_places(document: Document, actors: Sequence[ActorMention] = ()) -> list[PlaceMention]:
    """Places in text order, not overlapping each other nor an actor; ``kind`` orders how specific they are.

    A name is read by the document's countries: of two towns of one name the one there; a town of a country the
    document never names must be large and stand after a preposition of place. Coordinates are ``None`` for places no
    gazetteer has. Seats of speakers ("Damascus said"), datelines and nationalities are left out.
    """
    text = document.text
    context = document_context(document)
    taken = Cover(len(text), [*(actor.span for actor in actors), *find_datelines(text)])
    found: list[tuple[PlaceMention, bool]] = []
    for candidate in find_candidates(text, context):
        span = Span(candidate.start, candidate.end)
        if taken.touches(*span) or _speaks(text, candidate):
            continue
        place, based = _resolve(candidate, context)
        mention = _mention(text, candidate, place, based, context)
        if mention:
            found.append((mention, candidate.noun or candidate.preposition or bool(place and place.curated)))
    sure = {fold(mention.name) for mention, certain in found if certain}
    kept = [
        mention for mention, certain in found if certain or fold(mention.name) in sure or _well_known(mention, context)
    ]
    return sorted([*kept, *_again(text, kept, taken)], key=lambda mention: mention.span)


def _speaks(text: str, candidate: Candidate) -> bool:
    return not candidate.preposition and not candidate.noun and bool(_SPEAKER_VERBS.match(text, candidate.end))


def resolve(key: str, context: Context) -> Place | None:
    """The place of a folded name in this document: in its weightiest country, else the best known."""
    return max(
        gazetteer().find(key),
        key=lambda p: _likelihood(p, context),
        default=None,
    )


def _likelihood(place: Place, context: Context) -> float:
    """How likely a place is meant: by the document's countries, its size (orders of magnitude), and our own lists."""
    size = {"country": 6.0, "area": 6.0, "region": 5.0}.get(place.kind, math.log10(place.population + 1))
    home = min(context.weights.get(place.country or "", 0.0), 1.5) + (2.0 if place.country == context.main else 0.0)
    return size + home + (1.5 if place.curated else 0.0)


def _weight(place: Place, context: Context) -> float:
    """The document's weight of a place's country; one that is barely named does not decide."""
    weight = context.weights.get(place.country or "", 0.0)
    return weight if weight >= 1 or place.country == context.main else 0.0


def _resolve(candidate: Candidate, context: Context) -> tuple[Place | None, bool]:
    """The gazetteer place, and whether it is only the one a longer name is built on ("Deir Ezzor airport")."""
    place, based = resolve(candidate.key, context), False
    if place is None and candidate.base:
        place, based = resolve(candidate.base, context), True
    if place is None or not candidate.noun:
        return place, False
    quarter = candidate.kind == "district" and place.population > _QUARTERED
    known = place.kind == "area" or (place.curated and candidate.kind in {"city", "region"})
    elsewhere = context.main is not None and not known and _weight(place, context) == 0
    if elsewhere or (based and (quarter or place.kind in {"country", "area"})):
        return None, False
    return place, based


def _mention(
    text: str, candidate: Candidate, place: Place | None, based: bool, context: Context
) -> PlaceMention | None:
    span = Span(candidate.start, candidate.end)
    whole = place is not None and not based
    name = re.sub(r"\s+", " ", text[span.start : span.end if whole else candidate.name_end])
    if place is None:
        if not (candidate.noun or candidate.village):
            return None
        return PlaceMention(span, span.of(text), name, _iso(context.main), None, None, candidate.rule, candidate.kind)
    if not candidate.noun and not _stands(text, candidate, place, context):
        return None
    kind = place.kind if whole else candidate.kind
    rule = candidate.rule if candidate.noun else "gazetteer"
    return PlaceMention(span, span.of(text), name, _iso(place.country), place.lat, place.lon, rule, kind)


def _iso(code: str | None) -> str | None:
    """ISO 3166-1 alpha-2, ``None`` for a state that is gone."""
    return code if code and len(code) == 2 else None


def _stands(text: str, candidate: Candidate, place: Place, context: Context) -> bool:
    """Whether a name without a noun is meant as a place here."""
    if place.kind == "country":
        return country_is_place(text, candidate.start, candidate.end, main=place.country == context.main)
    before = text[max(0, candidate.start - 12) : candidate.start].split()
    article = bool(before) and before[-1].lower() == "the"
    if (before and before[-1] in _SHIPS) or (article and not place.curated and place.kind == "city"):
        return False
    there = context.about(place.country) or place.country is None
    if candidate.preposition:
        return there or place.population >= _LARGE or place.curated
    capital = country_words().get(candidate.key, ("", ""))[1] == "capital"
    if capital and (place.country != context.main or text[candidate.end : candidate.end + 1] in {"'", "’"}):
        return False
    return there and (
        place.country == context.main or place.population >= _LARGE or place.curated or place.kind != "city"
    )


def _well_known(mention: PlaceMention, context: Context) -> bool:
    """Whether a name that nothing marks as a place is one all the same: a country, or a large town of the war's own."""
    place = resolve(fold(mention.name), context)
    return place is not None and (place.kind != "city" or place.population >= _LARGE) and place.country == context.main


def _again(text: str, kept: Sequence[PlaceMention], taken: Cover) -> list[PlaceMention]:
    """Later mentions, standing alone, of places that no gazetteer has: "Qaterji" after "the Qaterji neighbourhood"."""
    names = {mention.name: mention for mention in kept if mention.lat is None and mention.name[:1].isupper()}
    if not names:
        return []
    for mention in kept:
        taken.add(*mention.span)
    out = []
    for match in re.finditer(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b", text):
        span = Span(*match.span())
        if span.start > names[match.group()].span.start and not taken.touches(*span):
            first = names[match.group()]
            out.append(PlaceMention(span, match.group(), first.name, first.country, None, None, "again", first.kind))
    return out
