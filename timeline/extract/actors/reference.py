"""Words that point back: "the group", "he said", "it added", "the governor", "we condemn", a surname alone."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.actors import words as w
from timeline.extract.actors.sides import Draft
from timeline.extract.actors.units import Unit
from timeline.extract.places.cover import Cover
from timeline.lexicon.fold import fold
from timeline.lexicon.words import word_class

_BODY_NOUNS = word_class("body-noun")
GROUP_KINDS = word_class("group-kind")
_REPORT_NOUNS = word_class("report-noun")
_PERFORMATIVE = word_class("performative")
_NO_GROUP = frozenset({"head", "family"})
_PARAGRAPH = 2_000  # characters looked back over for an open quotation mark
_FAR = 600  # characters after which the last speaker is no longer the one "he" means
_PASSED_ON = frozenset({"carried", "quoted", "cited", "published", "reported", "seen", "obtained", "broadcast", "read"})
_BACK = 150  # units looked back over for the statement that "the statement" is
_SOURCES = ("body", "media", "group", "government", "force")


def bind_surnames(text: str, units: Sequence[Unit], drafts: list[Draft], taken: Cover) -> list[Draft]:
    """Later mentions of a person by the last part of his name, standing alone."""
    names: dict[str, Draft] = {}
    for draft in drafts:
        if draft.person:
            parts = fold(draft.person).split()
            for size in (1, 2, 3):
                key = " ".join(parts[-size:])
                if (len(key) > 3 and len(parts) > size) or size == len(parts):
                    names.setdefault(key, draft)
    out: list[Draft] = []
    n = 0
    while n < len(units):
        unit = units[n]
        if taken.touches(unit.start, unit.start + 1) or not (unit.capital and unit.kind == "word"):
            n += 1
            continue
        for size in (3, 2, 1):
            if n + size > len(units):
                continue
            end = units[n + size - 1].end
            stop = end - 1 if units[n + size - 1].low.endswith("s") else end
            owner = names.get(fold(text[unit.start : end])) or (
                names.get(fold(text[unit.start : stop])) if stop != end else None
            )
            if owner and unit.start > owner.start:
                out.append(Draft(unit.start, end, owner.name, owner.head, "surname", owner.family, person=owner.person))
                n += size - 1
                break
        n += 1
    return out


def bind_references(text: str, units: Sequence[Unit], drafts: list[Draft]) -> list[Draft]:
    """Mentions by "the group said", "he added", "the statement mentioned": the last source that fits."""
    ordered = sorted(drafts, key=lambda d: d.start)
    starts = {d.start for d in ordered}
    out: list[Draft] = []
    seen: list[Draft] = []
    speaking: list[Draft] = []
    position = 0
    for n, unit in enumerate(units):
        while position < len(ordered) and ordered[position].start < unit.start:
            draft = ordered[position]
            seen.append(draft)
            if _speaks(text, draft):
                speaking.append(draft)
            position += 1
        if unit.start in starts or unit.kind != "word":
            continue
        found = _refer(units, n, seen, speaking, ordered)
        if found:
            out.append(found)
            seen.append(found)
            speaking.append(found)
    return out


def _speaks(text: str, draft: Draft) -> bool:
    """Whether a speech verb stands beside a mention, or "according to" before it."""
    low = text[max(0, draft.start - 24) : draft.start].lower()
    if (
        "according to" in low
        or low.rstrip().endswith((" said", " told", "reported by", "quoted by", "quoted"))
        or low.rstrip().removesuffix(" the").endswith(("said", "citing", "quoting"))
    ):
        return True
    after = text[draft.end : draft.end + 60].lower().replace(",", " ").split()[:4]
    return any(word in w.SPEECH for word in after)


def _refer(
    units: Sequence[Unit], n: int, seen: list[Draft], speaking: list[Draft], everyone: list[Draft]
) -> Draft | None:
    unit = units[n]
    low = unit.low
    speech = _speech_follows(units, n)
    before = units[n - 1].low if n else ""
    if low in ("he", "she") and (speech or before in ("said", "told", "added") or (before == "which" and speech)):
        owner = next((d for d in reversed(speaking) if d.person), None)
        latest = next((d for d in reversed(seen) if d.person), None)
        if owner is None or (latest and unit.start - owner.end > _FAR):
            owner = latest
        return _same(unit.start, unit.end, owner, "pronoun")
    if low == "it" and speech:
        owner = next((d for d in reversed(speaking) if d.head in _SOURCES and not d.person), None)
        return _same(unit.start, unit.end, owner, "pronoun")
    if (
        low == "group"
        and n > 1
        and before in GROUP_KINDS
        and units[n - 2].low in ("the", "this")
        and not _is_named(units, n)
    ):
        owner = next((d for d in reversed(seen) if d.head == "group" and d.rule != "head"), None)
        return _same(units[n - 1].start, unit.end, owner, "the-group")
    if low in ("spokesman", "spokeswoman", "spokesperson") and before in ("its", "their", "group's", "movement's"):
        owner = next((d for d in reversed(seen) if d.head in ("group", "body", "force") and d.rule != "head"), None)
        return _same(unit.start, unit.end, owner, "its-spokesman")
    if low in _BODY_NOUNS and before == "the" and not _modified(units, n):
        wanted = (
            ("media", "body")
            if low in ("agency", "broadcaster", "newspaper", "channel")
            else ("government",)
            if low == "ministry"
            else ("body", "group")
        )
        owner = next((d for d in reversed(speaking) if d.head in wanted), None) if speech else None
        owner = owner or next((d for d in reversed(seen) if d.head == wanted[-1] and d.rule not in _NO_GROUP), None)
        owner = owner or next((d for d in reversed(seen) if d.head in wanted and d.rule not in _NO_GROUP), None)
        return _same(unit.start, unit.end, owner, "the-group")
    if low in ("reporter", "correspondent") and before == "the" and speech:
        owner = next((d for d in reversed(speaking) if d.head == "media"), None)
        return _same(unit.start, unit.end, owner, "the-reporter")
    if low in _REPORT_NOUNS and before == "the" and speech and low != "source":
        issued = _issued(units, n, low)
        if issued:
            owner = next((d for d in seen if issued[0] <= d.start <= issued[1]), None)
        else:
            owner = next((d for d in reversed(speaking) if d.head in (*_SOURCES, "person")), None)
        return _same(unit.start, unit.end, owner, "the-statement")
    if low in w.OFFICES and before in ("the", "provincial"):
        owner = next((d for d in reversed(seen) if d.person and low in d.words), None) or next(
            (d for d in everyone if d.person and low in d.words), None
        )
        return _same(unit.start, unit.end, owner, "the-office")
    return None


def _issued(units: Sequence[Unit], n: int, noun: str) -> tuple[int, int] | None:
    """Between which letters the issuer of the statement told last begins: "a statement by …", a few sentences back."""
    for k in range(n - 1, max(0, n - _BACK), -1):
        if units[k].low == noun:
            by = next((j for j in range(k + 1, min(n, k + 6)) if units[j].low == "by"), None)
            if by is not None and units[by - 1].low not in _PASSED_ON:
                return units[by].end, units[min(by + 3, n)].start
    return None


def _speech_follows(units: Sequence[Unit], n: int) -> bool:
    """Whether a verb of saying follows as the unit's own, a relative clause passed over: "the group, which …, said"."""
    following = [u.low for u in units[n + 1 : n + 13]]
    if not following:
        return False
    if following[0] in {"also", "later", "then", "has", "had", "further"}:
        return following[1:2] != [] and following[1] in w.SPEECH
    if following[0] in {"with", "which", "whose", "based"}:
        return any(word in w.SPEECH for word in following[2:])
    return following[0] in w.SPEECH


def _is_named(units: Sequence[Unit], n: int) -> bool:
    """Whether the group's own name follows: "the armed group Northern Star"."""
    following = units[n + 1] if n + 1 < len(units) else None
    if following is None or following.start - units[n].end > 1:
        return False
    return following.kind == "entity" or (
        following.kind == "word" and following.capital and following.low not in w.SPEECH
    )


def _modified(units: Sequence[Unit], n: int) -> bool:
    following = units[n + 1].low if n + 1 < len(units) else ""
    return following in ("of", "called", "known", "named")


def _same(start: int, end: int, owner: Draft | None, rule: str) -> Draft | None:
    if owner is None:
        return None
    return Draft(start, end, owner.name, owner.head, rule, owner.family, owner.country, person=owner.person)


def issuer(text: str, units: Sequence[Unit], drafts: Sequence[Draft]) -> list[Draft]:
    """Mentions by "we condemn …": the state or body that the same statement calls by name."""
    we = [
        u
        for n, u in enumerate(units)
        if u.low in ("we", "our") and _performs(units, n, u.low) and not _quoted(text, u.start)
    ]
    if not any(u.low == "we" for u in we):
        return []
    for draft in sorted(drafts, key=lambda d: d.start):
        if draft.head in ("government", "body") and _follows_performative(text, draft.end):
            return [Draft(u.start, u.end, draft.name, draft.head, "issuer", draft.family, draft.country) for u in we]
    return []


def _performs(units: Sequence[Unit], n: int, low: str) -> bool:
    return low == "our" or (
        n + 1 < len(units)
        and (units[n + 1].low in _PERFORMATIVE or (n + 2 < len(units) and units[n + 2].low in _PERFORMATIVE))
    )


def _follows_performative(text: str, end: int) -> bool:
    words = text[end : end + 40].lower().split()[:2]
    return any(word.strip(",") in _PERFORMATIVE - {"are", "have", "support"} for word in words)


def _quoted(text: str, position: int) -> bool:
    before = text[max(0, position - _PARAGRAPH) : position].rsplit("\n", 1)[-1]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
