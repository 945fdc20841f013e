"""Where a text may name a place: capitalised names, the nouns that say what they are, and the prepositions before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extract.places.context import TOKEN, Context
from timeline.lexicon.fold import fold
from timeline.lexicon.gazetteer import gazetteer
from timeline.lexicon.governments import country_words

KINDS = {
    **dict.fromkeys(("neighbourhood", "neighborhood", "neighbourhoods", "neighborhoods", "district", "districts", "quarter", "quarters", "suburb", "suburbs", "camp", "camps", "slum",
                     "borough", "ward", "shantytown", "compound"), "district"),
    **dict.fromkeys(("province", "provinces", "governorate", "region", "regions", "state", "oblast", "department", "county", "countryside", "area", "areas", "enclave",
                     "peninsula", "territory", "plateau", "pocket", "sector", "municipality", "prefecture", "canton", "raion", "subdistrict",
                     "highlands", "plains", "delta", "front"), "region"),
    **dict.fromkeys(("village", "villages", "town", "towns", "city", "cities", "port", "hamlet", "settlement", "settlements", "kibbutz", "commune", "township"), "city"),
    **dict.fromkeys(("mosque", "church", "hospital", "hotel", "airport", "airbase", "air base", "airfield", "base", "barracks", "prison", "square",
                     "bridge", "crossing", "valley", "river", "mountain", "mountains", "hill", "hills", "island", "islands", "school", "university",
                     "market", "station", "dam", "checkpoint", "road", "highway", "street", "junction", "roundabout", "lake", "forest", "ridge",
                     "pass", "border crossing", "military base", "military airport", "refugee camp", "industrial zone", "bay", "strait", "gulf",
                     "canal", "cathedral", "monastery", "palace", "castle", "citadel", "cemetery", "stadium", "theatre", "theater", "tunnel",
                     "power plant", "nuclear plant", "plant", "refinery", "oilfield", "oil field", "gas field", "gate", "garrison", "fort", "fortress", "falls",
                     "sound", "creek", "reservoir", "desert", "harbour", "harbor", "beach", "steelworks", "steel plant", "barrage", "clinic"), "feature"),
}  # fmt: skip
_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "into", "around", "across", "on", "from", "to", "towards", "toward", "of", "against",
                           "through", "throughout", "over", "within", "between", "beyond", "off", "via", "reach", "reached", "entered", "enter",
                           "leave", "left", "captured", "seized", "recaptured", "retook", "besieged", "shelled", "bombed", "bombarded",
                           "attacked", "hit", "overran", "stormed", "retake", "capture", "held", "neighbouring", "neighboring", "for", "and",
                           "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
                           "southwestern", "nearby", "besieging", "surrounding", "north", "south", "east", "west", "mainly", "mostly",
                           "capital", "port", "town", "city", "village", "strike", "struck", "pounded", "targeted", "rocked", "where"})  # fmt: skip
_STRONG = frozenset({"in", "at", "near", "outside", "inside", "into", "around", "across", "towards", "toward", "throughout", "entered", "reached",
                     "captured", "seized", "recaptured", "overran", "northern", "southern", "eastern", "western", "central"})  # fmt: skip
_ARTICLES = frozenset({"al", "el", "ar", "as", "an", "ad", "az", "de", "la", "del", "di", "du", "des", "of", "the", "bin", "abu", "upon", "sur", "e", "i"})
_STOP = frozenset(
    """the a an in on at by for from to of and but or as after before since until while when where who which that this these it its he she
    they we i you his her their our there here then also however meanwhile earlier later according more most several some many few
    all both each another other no not one two three four five six seven eight nine ten monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december mon tue wed thu fri
    sat sun ramadan easter christmas eid people tags read watch share jan feb mar apr jun jul aug sep sept oct nov dec president minister general gen col governor director army navy
    muslim christian sunni shiite shia kurdish arab alawite islam islamic god mr mrs ms dr rebel rebels government military state
    security international local national civil united new former late early mid last next car bomb air rocket missile suicide twin
    death attack attacks at-least dozens scores hundreds thousands with killed photo video english arabic despite if so what how why""".split()
)
_NAMED_NOUNS = frozenset({"city", "square", "airport", "bridge", "street", "camp", "hospital", "hotel", "mosque", "church", "university", "prison",
                          "island", "islands", "river", "valley", "mountain", "mountains", "base", "road", "region", "district", "province",
                          "county", "state", "market", "station", "gate", "palace", "stadium", "school", "bay", "ridge", "hill", "hills",
                          "peninsula", "dam", "crossing", "barracks", "lake", "sound", "neighbourhood", "neighborhood", "village", "town",
                          "governorate", "quarter", "desert", "pass", "delta", "highlands", "fort", "garrison", "airbase"})  # fmt: skip
_UNKNOWN_AFTER = frozenset({"in", "near", "outside", "inside", "around", "towards", "toward", "throughout", "at", "reached", "entered", "overran"})
_PERSON_AFTER = frozenset({"said", "says", "told", "who", "added", "war", "wars", "agreement", "agreements", "accords", "accord", "treaty"})
_ROADS = frozenset({"highway", "road", "route", "border", "railway", "motorway", "corridor", "line", "frontier"})
_LANDMARKS = frozenset({"old city", "old town", "green zone", "red zone", "city centre", "city center"})
_MODIFIERS = frozenset({"military", "air", "refugee", "displacement", "oil", "gas", "power", "nuclear", "border", "industrial", "international",
                        "steel", "train", "railway", "bus", "police", "naval", "village", "local", "central", "main", "general"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a place; ``name_start``/``name_end`` are the name proper, ``key`` its fold for look-up."""

    start: int
    end: int
    name_start: int
    name_end: int
    key: str
    noun: bool  # a word says that it is a place: "the Akrama neighborhood"
    kind: str
    rule: str
    preposition: bool = False
    base: str = ""  # the name inside "Deir Ezzor airport", for coordinates
    village: bool = False


def find_candidates(text: str, context: Context) -> Iterator[Candidate]:
    """Candidates from left to right, not overlapping."""
    folded = fold(text)
    tokens = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
    lows = [text[a:b].lower() for a, b in tokens]
    n = 0
    while n < len(tokens):
        start, end = tokens[n]
        if not text[start].isupper() and not (lows[n].startswith(("al-", "el-", "ash-", "ar-", "as-", "ad-", "az-")) and any(c.isupper() for c in text[start:end])) and not _opens_feature(lows, n):
            n += 1
            continue
        found = _candidate(text, folded, tokens, lows, n, context)
        if found is None:
            n += 1
            continue
        candidate, stop = found
        yield candidate
        n = max(stop, n + 1)


def _opens_feature(lows: Sequence[str], n: int) -> bool:
    """"base 17" and "checkpoint 4" are names without a capital."""
    return lows[n] in ("base", "hill", "checkpoint", "highway", "brigade-base") and n + 1 < len(lows) and lows[n + 1].isdigit() and len(lows[n + 1]) < 4


def _candidate(text: str, folded: str, tokens: Sequence[tuple[int, int]], lows: Sequence[str], n: int, context: Context) -> tuple[Candidate, int] | None:
    start = tokens[n][0]
    if _opens_feature(lows, n):
        end = tokens[n + 1][1]
        return Candidate(start, end, start, end, folded[start:end], True, "feature", "numbered-feature", True), n + 2
    if lows[n] in _STOP and f"{lows[n]} {lows[n + 1] if n + 1 < len(lows) else ''}" not in _LANDMARKS and not _known_start(folded, tokens, n):
        return None
    before = lows[n - 1] if n and _joined(text, tokens, n - 1) else ""
    if before == "the" and n >= 2 and _joined(text, tokens, n - 2):
        before = lows[n - 2]
    stop = _name_stop(text, tokens, lows, n)
    of_noun = _noun_of(text, folded, tokens, lows, n)
    known = _known_stop(folded, tokens, lows, n, stop)
    for size in range(stop - n, 0, -1):
        found = _with_noun(text, folded, tokens, lows, n, n + size, context)
        if found:
            return found
        if lows[n + size - 1].endswith("'s") or lows[n + size - 1].endswith("’s"):
            continue
    if lows[n].endswith("-based") or (known and known < len(lows) and lows[known] in ("based",)) or text[tokens[n][1] - 6 : tokens[n][1]].lower() == "-based":
        return None
    pair = f"{lows[n]} {lows[n + 1]}" if n + 1 < len(lows) else ""
    if pair in _LANDMARKS:
        end = tokens[n + 1][1]
        return Candidate(start, end, start, end, folded[start:end], True, "district", "landmark", True), n + 2
    preposition = before in _PREPOSITIONS
    if of_noun:
        until = known or stop
        end = _bare_end(text, tokens, until - 1)
        return Candidate(start, end, start, end, folded[start:end], True, of_noun, "noun-of-name", True), until
    if known and (known >= stop or lows[known - 1].endswith(("'s", "’s", "s")) or context.about(_country(folded, tokens, n, known))):
        end = _known_end(folded, tokens, n, known)
        if end and not preposition and n and _joined(text, tokens, n - 1) and text[tokens[n - 1][0]].isupper() and before not in _STOP and not before.endswith(("s", "y")) \
                and not gazetteer().has(before):
            return None  # the end of a longer name: "Arab Spring"
        if end and before == "between" and n > 1 and any(x in _ROADS for x in lows[max(0, n - 7) : n]):
            return None
        if end and before == "and" and any(x == "between" for x in lows[max(0, n - 4) : n]) and any(x in _ROADS for x in lows[max(0, n - 10) : n]):
            return None
        if end:
            key = folded[start:end]
            if country_words().get(key, ("", ""))[1] in ("adjective", "people") and not _also_place(key):
                return None
            return Candidate(start, end, start, end, key, False, "place", "gazetteer", preposition), known
    if before in _UNKNOWN_AFTER and stop - n <= 3 and _plain_name(text, tokens, lows, n, stop):
        end = _bare_end(text, tokens, stop - 1)
        return Candidate(start, end, start, end, folded[start:end], False, "place", "preposition-name", True, village=True), stop
    return None


def _plain_name(text: str, tokens: Sequence[tuple[int, int]], lows: Sequence[str], n: int, stop: int) -> bool:
    """Whether "in X" may name a place no gazetteer has: a word of its own, never written small, not an acronym."""
    words = [text[a:b] for a, b in tokens[n:stop]]
    if any(word.isupper() or any(c.isdigit() for c in word) or len(word) < 3 for word in words if word.lower() not in _ARTICLES):
        return False
    if lows[n].endswith(("ish", "ese", "ism", "ian", "ans", "ists", "day")) or country_words().get(lows[n]):
        return False
    return f" {lows[n]} " not in text and not (stop < len(lows) and lows[stop] in _PERSON_AFTER)


def _also_place(key: str) -> bool:
    return any(p.kind != "country" for p in gazetteer().find(key)[:1])


def _country(folded: str, tokens: Sequence[tuple[int, int]], n: int, stop: int) -> str | None:
    found = gazetteer().find(folded[tokens[n][0] : tokens[stop - 1][1]])
    return found[0].country if found else None


def _known_start(folded: str, tokens: Sequence[tuple[int, int]], n: int) -> bool:
    return any(gazetteer().has(folded[tokens[n][0] : tokens[min(n + size, len(tokens)) - 1][1]]) for size in (4, 3, 2))


def _joined(text: str, tokens: Sequence[tuple[int, int]], n: int) -> bool:
    return n + 1 < len(tokens) and text[tokens[n][1] : tokens[n + 1][0]] in (" ", "\xa0", "  ", "\n")


def _name_stop(text: str, tokens: Sequence[tuple[int, int]], lows: Sequence[str], n: int) -> int:
    """The token after a run of capitalised words, Arabic and Romance particles inside it included."""
    k = n + 1
    if lows[n].endswith("s") and _glued_country(lows[n]):
        return k
    while k < len(tokens) and k - n < 5 and _joined(text, tokens, k - 1) and "\n" not in text[tokens[k - 1][1] : tokens[k][0]]:
        capital = any(c.isupper() for c in text[tokens[k][0] : tokens[k][1]])
        particle = lows[k] in _ARTICLES and k + 1 < len(tokens) and text[tokens[k + 1][0]].isupper() and _joined(text, tokens, k) and lows[k] not in ("of", "the", "e", "i", "as")
        if not capital and not particle:
            break
        if lows[k] in _STOP or lows[k - 1].endswith(("'s", "’s")):
            break
        k += 1
    return k


def _glued_country(low: str) -> bool:
    """"Syrias": a country's possessive that lost its apostrophe."""
    return low not in country_words() and country_words().get(low[:-1], ("", ""))[1] == "name"


def _known_end(folded: str, tokens: Sequence[tuple[int, int]], n: int, stop: int) -> int:
    start, end = tokens[n][0], tokens[stop - 1][1]
    for cut in (0, 2, 1):
        key = folded[start : end - cut]
        if cut == 2 and not folded[start:end].endswith("'s"):
            continue
        if cut == 1 and not folded[start:end].endswith("s"):
            continue
        if gazetteer().find(key):
            return end - cut
    return 0


def _known_stop(folded: str, tokens: Sequence[tuple[int, int]], lows: Sequence[str], n: int, stop: int) -> int:
    """The token after the longest gazetteer name that begins at ``n``."""
    for until in range(min(stop + 2, len(tokens), n + 4), n, -1):
        if until > stop and not any(x in _ARTICLES for x in lows[n:until]):
            continue
        if _known_end(folded, tokens, n, until):
            return until
    return 0


def _bare_end(text: str, tokens: Sequence[tuple[int, int]], n: int) -> int:
    end = tokens[n][1]
    return end - 2 if text[end - 2 : end] in ("'s", "’s") else end


def _noun_of(text: str, folded: str, tokens: Sequence[tuple[int, int]], lows: Sequence[str], n: int) -> str:
    """The kind when "village of", "the town", "district of the" stands before."""
    k = n - 1
    if k < 0 or not _joined(text, tokens, k) or country_words().get(folded[tokens[n][0] : tokens[n][1]], ("", ""))[1] in ("adjective", "people"):
        return ""
    if lows[k] in ("the", "called", "named"):
        k -= 1
    if k >= 1 and lows[k] == "of" and lows[k - 1] in KINDS and lows[k - 1] not in ("front", "state", "street", "road", "school", "compound", "plant", "base"):
        return KINDS[lows[k - 1]]
    if k >= 0 and k == n - 1 and lows[k] in ("town", "village", "city", "neighbourhood", "neighborhood", "district", "suburb", "province", "camp", "settlement"):
        return KINDS[lows[k]]
    return ""


def _with_noun(text: str, folded: str, tokens: Sequence[tuple[int, int]], lows: Sequence[str], n: int, stop: int, context_words: Context) -> tuple[Candidate, int] | None:
    """"Akrama neighborhood", "Bilal al-Habshi mosque", "Deir Ezzor military airport", "Camp Hurriya"."""
    start = tokens[n][0]
    if lows[n] in ("camp", "fort", "mount", "lake", "hill", "cape", "port", "tell", "tal", "wadi") and stop - n >= 2:
        end = _bare_end(text, tokens, stop - 1)
        base = folded[tokens[n + 1][0] : end]
        return Candidate(start, end, start, end, folded[start:end], True, "feature", "feature-name", True, base), stop
    inner = lows[stop - 1] if stop - n >= 2 and lows[stop - 1] in _NAMED_NOUNS else ""
    if inner:
        name_end = tokens[stop - 2][1]
        return _noun_candidate(text, folded, start, tokens[stop - 1][1], name_end, KINDS[inner], inner), stop
    if stop >= len(tokens) or not _joined(text, tokens, stop - 1):
        return None
    for size in (2, 1):
        if stop + size > len(tokens) or (size == 2 and not _joined(text, tokens, stop)):
            continue
        phrase = " ".join(lows[stop : stop + size])
        noun = phrase.removesuffix("'s").removesuffix("’s")
        kind = KINDS.get(noun) or (KINDS.get(noun.split(" ")[-1]) if size == 2 and noun.split(" ")[0] in _MODIFIERS else None)
        if not kind:
            continue
        key = folded[start : tokens[stop - 1][1]]
        word = country_words().get(key)
        if word and word[1] == "adjective" and kind == "district" and text[tokens[stop - 1][0]].isupper() and word[0] != context_words.main:
            return _noun_candidate(text, folded, start, tokens[stop + size - 1][1], tokens[stop + size - 1][1], kind, noun), stop + size
        if (word and word[1] in ("adjective", "people", "name")) or lows[stop - 1].endswith(("'s", "’s")) or lows[n] in _STOP:
            return None
        if noun in ("state", "states", "front", "base", "pass", "school", "church", "gate", "plant", "area", "areas", "station", "market", "compound", "road", "border", "settlement", "sector", "territory") \
                and stop - n == 1 and not gazetteer().find(key) and not (n and lows[n - 1] in ("the", "in", "at", "near")):  # fmt: skip
            return None
        if key.endswith("s") and gazetteer().find(key[:-1]) and not gazetteer().find(key):
            return None
        return _noun_candidate(text, folded, start, tokens[stop + size - 1][1], tokens[stop - 1][1], kind, noun.split(" ")[-1]), stop + size
    return None


_KEPT = re.compile(r"camp|province|mosque|church|hospital|hotel|airport|air ?base|base|prison|square|bridge|crossing|river|mountain|island|"
                   r"university|station|dam|road|highway|street|valley|peninsula|state|region|governorate|district|countryside|market|school")  # fmt: skip


def _noun_candidate(text: str, folded: str, start: int, end: int, name_end: int, kind: str, noun: str) -> Candidate:
    key = folded[start:name_end]
    name_stop = end if _KEPT.match(noun) else name_end
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
        name_stop = min(name_stop, end)
    return Candidate(start, end, start, name_stop, folded[start:end], True, kind, f"name-{kind}", True, key)
