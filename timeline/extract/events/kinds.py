"""How a clause hangs on what precedes it, and the clause being read while a sentence is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.extract.events.words import Word


class Joint(StrEnum):
    """How a clause hangs on what precedes it."""

    FIRST = "first"
    SHARED = "shared"  # coordinated verb phrase: the subject is the one before
    COORDINATE = "coordinate"  # coordinated clause with its own subject
    RELATIVE = "relative"
    SUBORDINATE = "subordinate"
    FRAME = "frame"  # "a monitor said", after what was said
    CONTENT = "content"  # what a speech frame introduces
    MAIN = "main"  # main clause after a fronted subordinate one
    RESUMED = "resumed"  # the rest of a clause that a relative clause interrupted


# A joint found: index of the first word of the clause it opens, and its kind.
At = tuple[int, Joint]


@dataclass(slots=True)
class OpenClause:
    """The clause being read: where it began, and what has been met in it so far."""

    words: Sequence[Word]
    start: int = 0
    kind: Joint = Joint.FIRST
    verbs: int = 0  # finite verbs of its own
    owed: int = 0  # finite verbs that relative clauses left inside it still have to bring
    dated: bool = False

    @property
    def headed(self) -> bool:
        """Whether its finite verb has been read."""
        return self.verbs > 0
