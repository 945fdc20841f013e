"""What a reader chooses to see, as one frozen value: it selects, it says itself in words, it travels in the URL."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from timeline.datespan import DateBasis, Precision
from timeline.errors import FilterError
from timeline.model import EventType, QuantityKind, Role, Status

UNDATED = "undated"  # a legal choice among precisions and bases: claims whose text gives no time at all
ACTOR_MODES = ("any", "all", "none")


def _values(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in kind)


# Fields whose values come from a closed list.
VOCABULARIES: dict[str, tuple[str, ...]] = {
    "roles": _values(Role),
    "event_types": _values(EventType),
    "precisions": (*_values(Precision), UNDATED),
    "bases": (*_values(DateBasis), UNDATED),
    "statuses": _values(Status),
    "quantities": _values(QuantityKind),
}
CHOICES = (
    "actors", "roles", "event_types", "attributions", "places", "precisions", "bases", "statuses", "documents",
    "quantities", "datasets",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to keep: every condition that is set must hold; within one, any of its values will do.

    ``actors`` are actor ids, or any name or alias of an actor; ``actor_mode`` says whether any, all or none of them
    must take part, ``roles`` in which role (without actors: some actor has the role). With ``start`` or ``end`` a
    claim is in when one day it can mean lies in the window, both days inclusive; undated claims are then out.
    ``text`` is words that must all occur in the sentence, the event's words, the note or the document's title, in any
    order; words in double quotes must stand together.
    """

    actors: tuple[str, ...] = ()
    actor_mode: str = "any"
    roles: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    attributions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    text: str = ""
    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        """Refuse values that no claim can hold, and a window whose ends are crossed."""
        for name in CHOICES:
            chosen = getattr(self, name)
            if isinstance(chosen, str) or not all(isinstance(value, str) for value in chosen):
                raise FilterError(f"{name} takes a list of words, not {chosen!r}.")
            object.__setattr__(self, name, tuple(dict.fromkeys(chosen)))
        for name, known in VOCABULARIES.items():
            for value in getattr(self, name):
                if value not in known:
                    raise FilterError(f"{value!r} is none of the {name.replace('_', ' ')}: {', '.join(known)}.")
        if self.actor_mode not in ACTOR_MODES:
            raise FilterError(f"actor mode {self.actor_mode!r} is none of {', '.join(ACTOR_MODES)}.")
        if self.start and self.end and self.start > self.end:
            raise FilterError(f"The window ends on {self.end} before it starts on {self.start}; swap the two days.")

    def __bool__(self) -> bool:
        """Whether anything is chosen at all."""
        return any(getattr(self, f.name) for f in fields(self) if f.name != "actor_mode")
