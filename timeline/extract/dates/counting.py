"""How a word such as last, next, this or following counts, from which base, and the reading that says so."""

from __future__ import annotations

from timeline.extract.dates.anchors import NARRATIVE
from timeline.extract.dates.point import Point
from timeline.extract.dates.reading import Hit, Reading, read_point, span_in_words


def counted(hit: Hit, base: Point | None, point: Point) -> Reading:
    """A relative reading with its resolution in words."""
    words = hit.anchors.describe(base)
    return read_point(
        point,
        relative=True,
        resolution=f"counted from {words} → {span_in_words(point.span()) if point.span() else point.value()}",
    )


STEP = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "that": 0,
    "same": 0, "next": 1, "coming": 1, "upcoming": 1, "following": 1, "subsequent": 1, "ensuing": 1, "succeeding":
    1, "before": -1, "after": 1, "given": 0, "very": 0, "present": 0,
}  # fmt: skip


FROM_STORY = frozenset((
    "previous", "preceding", "prior", "that", "same", "following", "subsequent", "ensuing", "succeeding", "before",
    "after", "very",
))  # fmt: skip


def base_of(hit: Hit, which: str) -> Point | None:
    """What a word counts from: the story for following and that, the document for last and this."""
    definite = hit.has("the")
    story = (
        which in FROM_STORY
        or (which == "next" and definite)
        or (which == "last" and definite and hit.anchors.mode == NARRATIVE)
    )
    return hit.anchors.there() if story else hit.anchors.here()
