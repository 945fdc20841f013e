"""What a word means where it stands: tolls, attacks and aftermath take the type of the event they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.events.cumulative import is_cumulative
from timeline.extract.events.triggers import Hit, event_words
from timeline.extract.events.words import Word, clause_words
from timeline.model import EventType

VIOLENT = (EventType.REMOTE_VIOLENCE, EventType.BATTLE, EventType.CIVILIAN_TARGETING)
_VIOLENT = {v.value: v for v in VIOLENT}
_OPEN = frozenset({"toll", "total", "attack", "scene"})
_HARDSHIP = clause_words("hardship")
_CHARGES = frozenset({"explosives", "bomb", "bombs", "bomber", "bombers"})
_REACH = 10  # sentences over which an event goes on being told
_HEAD = 4  # sentences: a headline and dateline come before what they are about
_LONG = 60  # words; a shorter document is too short to tell what it is about


class Context:
    """The violent events around each sentence, for what the sentence itself leaves open."""

    def __init__(self, sentences: Sequence[tuple[Sequence[Word], Sequence[Hit]]]) -> None:
        """``sentences``: the words and the triggers of every sentence, in order."""
        own = [_first_violent(hits) for _, hits in sentences]
        self.last: EventType | None = None
        self.told = 0  # the sentence that told of it
        self.bombed = EventType.REMOTE_VIOLENCE in own
        self.after: list[EventType | None] = [None] * len(own)
        following: EventType | None = None
        for i in range(len(own) - 1, -1, -1):
            self.after[i] = following
            following = own[i] or following
        self.peaceful = _is_peaceful([words for words, _ in sentences])

    def resolve(self, number: int, words: Sequence[Word], hits: Sequence[Hit]) -> list[EventType | None]:
        """The type of every trigger of a sentence; ``None`` for one that names no event of its own.

        To be called for the sentences in order: each leaves its violent type for those that follow.
        """
        if number - self.told > _REACH:
            self.last = None
        lows = {w.low for w in words}
        own = [_VIOLENT[h.trigger.sense] for h in hits if h.trigger.sense in _VIOLENT]
        if not own:
            own = [self._attack(number, words, h, lows) for h in [h for h in hits if h.trigger.sense == "attack"][:1]]
        cumulative = is_cumulative(words, hits, own=bool(own))
        typed = any(h.trigger.sense != "scene" for h in hits)
        types: list[EventType | None] = []
        for hit in hits:
            sense = hit.trigger.sense
            if sense not in _OPEN:
                types.append(EventType(sense))
            elif sense == "attack":
                types.append(
                    self._attack(number, words, hit, lows) if hit.trigger.verb else self._named(words, hit, own)
                )
            elif sense == "scene":
                types.append(None if typed else self._scene(number))
            elif cumulative:
                types.append(EventType.CASUALTY_REPORT)
            elif own:
                types.append(None)
            else:
                types.append(self._toll(number, words, hit, lows))
        if own:
            self.last, self.told = own[0], number
        if self.peaceful:
            types = [None if t in VIOLENT else t for t in types]
        return types

    def _named(self, words: Sequence[Word], hit: Hit, own: Sequence[EventType]) -> EventType:
        """The type of "the attack" in a sentence that names violence ("described the attack as a massacre")."""
        if self.last and 0 < hit.first < 3 and words[hit.first - 1].low in ("the", "these", "this"):
            return self.last  # "The raids came as rebels began an offensive"
        if own[0] is EventType.CIVILIAN_TARGETING and self.last is EventType.REMOTE_VIOLENCE:
            return EventType.REMOTE_VIOLENCE
        return own[0]

    def _scene(self, number: int) -> EventType | None:
        """Rubble and ambulances are what bombs leave, where the text tells of any."""
        near = self._near(number)
        return EventType.REMOTE_VIOLENCE if self.bombed and near else near

    def _near(self, number: int) -> EventType | None:
        """The last violent type before the sentence, else the first after it."""
        return self.last or (self.after[number] if number < _HEAD else None)

    def _attack(self, number: int, words: Sequence[Word], hit: Hit, lows: set[str]) -> EventType:
        before = {w.low for w in words[max(0, hit.first - 3) : hit.first]}
        if "by" in {w.low for w in words[max(0, hit.first - 4) : hit.first]}:
            before = set()  # "troops backed by air strikes attacked"
        after = {w.low for w in words[hit.last : hit.last + 8]}
        lead = [w.low for w in words[max(0, hit.first - 8) : hit.first]]
        if event_words("weapon-attack") & (after | before) or ("air", "force") in pairwise(lead):
            return EventType.REMOTE_VIOLENCE
        recent = self.last or (None if hit.trigger.verb or number >= _HEAD else self.after[number])
        phrase = {w.low for w in words[hit.first : hit.last]}
        if recent is not EventType.REMOTE_VIOLENCE and (before | phrase) & {"terrorist", "terror"}:
            return EventType.CIVILIAN_TARGETING
        soldiers = event_words("military-target") | event_words("force")
        if hit.trigger.verb and soldiers & after and not event_words("civil") & after:
            return EventType.BATTLE
        if recent is EventType.REMOTE_VIOLENCE:
            return EventType.REMOTE_VIOLENCE
        if event_words("civil") & (before | after) and not event_words("force") & {
            w.low for w in words[hit.last : hit.last + 12]
        }:
            return EventType.CIVILIAN_TARGETING
        if hit.trigger.verb or soldiers & after:
            return EventType.BATTLE
        return recent or (EventType.CIVILIAN_TARGETING if event_words("civil") & lows else EventType.BATTLE)

    def _toll(self, number: int, words: Sequence[Word], hit: Hit, lows: set[str]) -> EventType | None:
        if _CHARGES & lows:
            return EventType.REMOTE_VIOLENCE
        if lows & event_words("accident"):
            return EventType.OTHER
        if lows & _HARDSHIP:
            return EventType.HUMANITARIAN
        if (lows & event_words("assailant") or {"armed", "men"} <= lows) and not event_words("force") & {
            w.low for w in words[hit.last : hit.last + 5]
        }:
            return EventType.CIVILIAN_TARGETING
        force = event_words("force")
        after = {w.low for w in words[hit.last : hit.last + 4]}
        if hit.trigger.phrase == "killing of" and event_words("civil") & after and not force & after:
            return EventType.CIVILIAN_TARGETING
        if (
            hit.trigger.verb
            and event_words("civil") & after
            and force & {w.low for w in words[max(0, hit.first - 30) : hit.first]}
        ):
            return EventType.CIVILIAN_TARGETING
        if force & {w.low for w in words[hit.last : hit.last + 6]} and force & {
            w.low for w in words[max(0, hit.first - 8) : hit.first]
        }:
            return EventType.BATTLE
        near = self._near(number)
        if near is not None:
            return near
        if hit.trigger.sense == "total":
            return EventType.CASUALTY_REPORT
        return EventType.BATTLE if lows & event_words("force") else EventType.CIVILIAN_TARGETING


def _first_violent(hits: Sequence[Hit]) -> EventType | None:
    return next((_VIOLENT[h.trigger.sense] for h in hits if h.trigger.sense in _VIOLENT), None)


def _is_peaceful(sentences: Sequence[Sequence[Word]]) -> bool:
    """Whether a text of some length hardly speaks of conflict: its battles and attacks are figures of speech."""
    words = [w.low for sentence in sentences for w in sentence if w.tag != "mark"]
    if len(words) < _LONG:
        return False
    told = sum(low in event_words("conflict") for low in words)
    return told * 150 < len(words) or told < 2
