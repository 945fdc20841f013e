"""A noun phrase of sources, and a cue: the two things the rules hand on."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extract.attribution.sentence import Source


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of one or more sources: tokens ``first`` to ``stop``, half-open."""

    first: int
    stop: int
    sources: tuple[Source, ...]
    relative: bool = False


@dataclass(slots=True)
class Cue:
    """One attribution in the making; token positions, half-open.

    ``shape``: forward (the content follows the cue), backward (it stands before), around (the cue stands in its
    middle), clause (a prepositional cue: the clause it opens or closes).
    """

    first: int
    stop: int
    word: tuple[int, int]
    sources: tuple[Source, ...]
    shape: str
    content: int  # first token of what follows
    rule: str
