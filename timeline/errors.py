"""Every error the package raises on purpose, one root class, each a sentence that says what to do next.

The program reads the attributes; the person reads the message. A message names the input, what was wrong
with it and what would be right. Library errors are wrapped once, by the module that owns the library.
"""

from __future__ import annotations


class TimelineError(Exception):
    """Something the user can mend; ``str(error)`` is one sentence that says how."""


class DateSpanError(TimelineError):
    """A date that is not a date: ``2024-3`` where ``2024-03`` would be right."""

    def __init__(self, value: str, reason: str) -> None:
        """Keep the offending ``value``; ``reason`` ends with what would be right."""
        super().__init__(f"{value!r} is not a date this tool can read: {reason}")
        self.value = value


class InputError(TimelineError):
    """A file, text or address that could not be read; ``source`` names it, ``remedy`` is in the message."""

    def __init__(self, source: str, problem: str, remedy: str) -> None:
        """Build the sentence from source, problem and remedy."""
        super().__init__(f"{source}: {problem}; {remedy}.")
        self.source = source
        self.problem = problem
        self.remedy = remedy


class SchemaError(TimelineError):
    """A table or record that does not follow the claim schema; all faults are collected and raised once."""

    def __init__(self, source: str, faults: list[str]) -> None:
        """Join up to five ``faults``; the rest is counted."""
        shown = "; ".join(faults[:5])
        more = f" (and {len(faults) - 5} more)" if len(faults) > 5 else ""
        super().__init__(f"{source}: {shown}{more}.")
        self.source = source
        self.faults = faults


class StoreError(TimelineError):
    """A store that cannot be opened, read or written."""


class FilterError(TimelineError):
    """A filter value outside what the claims can hold."""


class ExportError(TimelineError):
    """An export that cannot be made; the message names the format and the remedy."""
