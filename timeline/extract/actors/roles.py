"""Who does it, to whom, and who says so: roles from voice and order around a trigger, inside one clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.actors import words as w
from timeline.lexicon.words import word_class
from timeline.model import ActorMention, Document, Role, Span

_LEADING = w.DETERMINERS | w.QUALIFIERS | w.COUNTS
_WORD = re.compile(r"[\w'’-]+")
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"])
_ADVERBS = word_class("adverb")
# Verbs whose subject suffers.
_SUFFERING = word_class("suffering")
# Nouns and verbs that both sides do together.
_MUTUAL = word_class("mutual")
_PASSIVE = word_class("passive-harm")
_LOSSES = word_class("losses")
_ASIDE = frozenset({"in", "at", "near", "from", "around", "inside", "across", "and", "as", "while", "who", "after"})
_NOUNISH = word_class("violent-noun") | word_class("event-noun")
_SPOKEN = re.compile(
    r"(?:according\s+to|quoting|citing|(?:reported|announced|confirmed)\s+by|[\"”’',]\s*(?:said|says|added))\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_KILLED = re.compile(
    r"\s+(?:killed|injured|wounded|hurt|martyred|massacred|arrested|kidnapped|abducted|captured|executed)"
    r"(?:\s*[.,;]?\s*$|\s+(?:in(?!\s+(?:total|all)\b)|by|at(?!\s+(?:least|most)\b)|near|as|when|and\s+\d+"
    r"|\d+\s+(?:injured|wounded|hurt)|on\s+[a-z]*day)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens of|scores of))\s+\Z", re.IGNORECASE
)
_HELD = frozenset({"compound-held", "compound-backed"})


def assign_roles(
    document: Document, clause: Span, trigger: Span, actors: Sequence[ActorMention]
) -> tuple[ActorMention, ...]:
    """The actors inside ``clause`` with the role each has towards ``trigger``.

    Active: before the verb an agent, after it a target; passive the other way round with "by"; a noun's "of", "on",
    "against" and "by" likewise. Who speaks is a source; who merely holds ground or is told is a party.
    """
    text = document.text
    inside = [a for a in actors if a.span.start >= clause.start and a.span.end <= clause.end]
    return tuple(replace(actor, role=_role(text, clause, trigger, actor)) for actor in inside)


def speaks(text: str, actor: ActorMention, limit: int) -> bool:
    """Whether the mention is the subject of a verb of saying, or stands after "according to"; reads up to ``limit``."""
    lead = text[max(0, actor.span.start - 24) : actor.span.start]
    if _SPOKEN.search(lead):
        return True
    following = [m.group().lower() for m in _WORD.finditer(text[actor.span.end : min(limit, actor.span.end + 60)])][:3]
    if not following or text[actor.span.end : actor.span.end + 1] in ".;:":
        return False
    return following[0] in w.SPEECH or (
        len(following) > 1
        and following[1] in w.SPEECH
        and following[0] in (_ADVERBS | {"has", "have", "had", "on", "who", "earlier"})
    )


def _role(text: str, clause: Span, trigger: Span, actor: ActorMention) -> Role:
    if actor.rule in _HELD:
        return Role.PARTY
    if actor.head == "media" or speaks(text, actor, max(clause.end, actor.span.end + 40)):
        return Role.SOURCE if speaks(text, actor, max(clause.end, actor.span.end + 40)) else Role.PARTY
    words = text[trigger.start : trigger.end].lower().split()
    head = words[-1] if words else ""
    before = text[max(clause.start, actor.span.start - 40) : actor.span.start].lower()
    lead = _WORD.findall(before)
    preposition = next(
        (
            x
            for x in reversed(lead[-3:])
            if x in ("by", "on", "against", "with", "between", "of", "from", "at", "to", "for", "among")
        ),
        "",
    )
    if lead and preposition != lead[-1] and lead[-1] not in _LEADING:
        preposition = ""
    between = [x.lower() for x in _WORD.findall(text[actor.span.end : trigger.start])]
    following = _WORD.match(text, actor.span.end + 1)
    if actor.span.end <= trigger.end and _bare_passive(text, actor.span):
        return Role.TARGET
    if _suffers(between) or (following and following.group().lower() in _LOSSES):
        return Role.TARGET
    if head in _MUTUAL or (words[:1] and words[0] in _MUTUAL):
        return Role.TARGET if preposition == "against" else Role.AGENT if actor.head != "people" else Role.PARTY
    if actor.span.end <= trigger.start:
        return _before(text, trigger, actor, head, preposition, lead)
    return _after(text, trigger, actor, head, preposition)


def _before(text: str, trigger: Span, actor: ActorMention, head: str, preposition: str, lead: Sequence[str]) -> Role:
    between = [x.lower() for x in _WORD.findall(text[actor.span.end : trigger.start])]
    if preposition == "by":
        return Role.AGENT
    # "The shelling of the rebels killed …" has them as target, "units of the brigade ambushed …" as agent.
    done_to = preposition == "of" and not between and lead[-2:-1] != [] and lead[-2] in _NOUNISH
    if preposition in ("on", "against", "at") or done_to:
        return Role.TARGET
    if head in _SUFFERING:
        return Role.TARGET
    tail = [x for x in between[-3:] if x not in _ADVERBS]
    if tail and tail[-1] in _BE:
        return Role.TARGET
    if (
        actor.head == "people"
        and (not between or tail[-1:] in ([], ["were"]))
        and head.endswith("ed")
        and head not in _NOUNISH
    ):
        return (
            Role.TARGET if head not in ("protested", "gathered", "rallied", "marched", "demonstrated") else Role.AGENT
        )
    # People are said to act when they stand before the verb, not somewhere in the sentence before a noun.
    if actor.head == "people" and between and between[0] in _ASIDE:
        return Role.PARTY
    return Role.AGENT


def _bare_passive(text: str, actor: Span) -> bool:
    """Whether the participle of a headline follows, which leaves out its "were": “30 Rebels Killed in Clashes”."""
    match = _KILLED.match(text, actor.end)
    if match is None:
        return False
    return (
        match.group().lstrip()[0].isupper() or _COUNTED.search(text, max(0, actor.start - 12), actor.start) is not None
    )


def _suffers(between: Sequence[str]) -> bool:
    """Whether what stands between subject and trigger tells what was done to the subject: “were killed in strikes”."""
    return any(
        x in _SUFFERING or (x in _BE and any(y in _PASSIVE for y in between[i + 1 : i + 4]))
        for i, x in enumerate(between)
    )


def _after(text: str, trigger: Span, actor: ActorMention, head: str, preposition: str) -> Role:
    if preposition in ("by", "between"):
        return Role.AGENT
    if preposition in ("against", "on", "at"):
        return Role.TARGET
    if preposition == "from" and head in _NOUNISH:
        return Role.AGENT
    if preposition == "of":
        return Role.AGENT if head in ("advance", "offensive", "siege", "invasion") else Role.TARGET
    between = [x.lower() for x in _WORD.findall(text[trigger.end : actor.span.start])]
    passive = [x.lower() for x in _WORD.findall(text[max(0, trigger.start - 30) : trigger.start])][-2:]
    if len(between) > 12 or any(
        x in between for x in ("as", "while", "when", "after", "before", "that", "who", "which")
    ):
        return Role.PARTY
    if passive and passive[-1] in _BE and actor.head != "people":
        return Role.PARTY
    if preposition in ("with", "for", "to", "among", "from") and between:
        return Role.PARTY
    return Role.TARGET
