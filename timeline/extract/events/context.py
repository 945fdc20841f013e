"""What a word means where it stands: tolls, attacks and aftermath take the type of the event they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.events.triggers import Hit, event_words
from timeline.extract.events.words import Word
from timeline.model import EventType

VIOLENT = (EventType.REMOTE_VIOLENCE, EventType.BATTLE, EventType.CIVILIAN_TARGETING)
_VIOLENT = {v.value: v for v in VIOLENT}
_OPEN = frozenset({"toll", "total", "attack", "scene"})


class Context:
    """The violent events around each sentence, for what the sentence itself leaves open."""

    def __init__(self, senses: Sequence[Sequence[str]]) -> None:
        """``senses``: those of the triggers of every sentence, in order."""
        own = [next((_VIOLENT[s] for s in row if s in _VIOLENT), None) for row in senses]
        self.before: list[EventType | None] = []
        last: EventType | None = None
        for kind in own:
            self.before.append(last)
            last = kind or last
        self.after: list[EventType | None] = [None] * len(own)
        following: EventType | None = None
        for i in range(len(own) - 1, -1, -1):
            self.after[i] = following
            following = own[i] or following

    def near(self, number: int) -> EventType | None:
        """The last violent type before the sentence, else the first after it."""
        return self.before[number] or self.after[number]

    def resolve(self, number: int, words: Sequence[Word], hits: Sequence[Hit]) -> list[EventType | None]:
        """The type of every trigger of a sentence; ``None`` for one that names no event of its own."""
        own = [_VIOLENT[h.trigger.sense] for h in hits if h.trigger.sense in _VIOLENT]
        lows = {w.low for w in words}
        types: list[EventType | None] = []
        cumulative = is_cumulative(words)
        for hit in hits:
            sense = hit.trigger.sense
            if sense not in _OPEN:
                types.append(EventType(sense))
            elif sense == "attack":
                types.append(own[0] if own else self._attack(number, words, hit))
            elif sense == "scene":
                types.append(None if own or len(hits) > 1 else self.before[number])
            elif cumulative or (sense == "total" and not own):
                types.append(EventType.CASUALTY_REPORT)
            elif own:
                types.append(None)
            else:
                types.append(self._toll(number, lows))
        return types

    def _attack(self, number: int, words: Sequence[Word], hit: Hit) -> EventType:
        near = [w.low for w in words[max(0, hit.first - 3) : hit.last + 8]]
        recent = self.before[number]
        if event_words("weapon-attack") & set(near):
            return EventType.REMOTE_VIOLENCE
        if recent is EventType.REMOTE_VIOLENCE:
            return recent
        if "terrorist" in near or event_words("civil") & set(near):
            return EventType.CIVILIAN_TARGETING
        return recent or EventType.BATTLE

    def _toll(self, number: int, lows: set[str]) -> EventType | None:
        near = self.near(number)
        if near is not None:
            return near
        return EventType.BATTLE if lows & event_words("force") else EventType.CIVILIAN_TARGETING


def is_cumulative(words: Sequence[Word]) -> bool:
    """Whether the sentence counts the dead of a period rather than of one event."""
    lows = [w.low for w in words]
    if "since" in lows or "toll" in lows and ("death" in lows and "rose" not in lows):
        return True
    for i, low in enumerate(lows):
        if low in ("past", "last") and i + 2 < len(lows) and lows[i + 2] in ("years", "months", "weeks", "days"):
            return True
        if low == "so" and i + 1 < len(lows) and lows[i + 1] == "far":
            return True
    return False
