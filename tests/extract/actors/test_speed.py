"""Reading time grows with the text, whatever the text."""

from __future__ import annotations

import time

import pytest

from timeline.extract.actors.finder import find_actors
from timeline.extract.places.finder import find_places
from timeline.model import Document

HOSTILE = [
    "Al ",
    "army ",
    "(UN) ",
    "General ",
    "France and ",
    "AAA BBB, ",
    "A",
    "Homs ",
    "Hamas its fighters ",
    "“We condemn ",
    "John Smith said ",
    "the group said ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_is_linear_in_repetition(piece: str) -> None:
    def seconds(size: int) -> float:
        document = Document(id="t", text=piece * (size // len(piece)))
        start = time.process_time()
        find_places(document, find_actors(document))
        return time.process_time() - start

    seconds(1_000)  # tables and caches
    assert seconds(40_000) < 12 * max(seconds(10_000), 0.02)
