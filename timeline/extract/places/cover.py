"""Which characters of a text are taken: overlap with any number of spans in the time of one."""

from __future__ import annotations

from collections.abc import Iterable


class Cover:
    """A mask over the characters of one text."""

    def __init__(self, size: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._mask = bytearray(size)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Take ``start`` to ``end``, half-open."""
        self._mask[start:end] = b"\x01" * (end - start)

    def touches(self, start: int, end: int) -> bool:
        """Whether any character of the span is taken."""
        return self._mask.find(1, start, end) >= 0
