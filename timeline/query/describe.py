"""A filter in words: the same sentence above the chart, in the title of exports and in tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from timeline.query.filter import UNDATED, ClaimFilter

NOTHING_CHOSEN = "All claims"
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_BASES = {
    "explicit": "written out", "relative": "counted from another date", "inherited": "given elsewhere in the document",
    "dct": "the document’s own",
}  # fmt: skip
_STATUSES = {"extracted": "not yet reviewed", "reviewed": "confirmed", "corrected": "corrected", "rejected": "rejected"}


def describe(chosen: ClaimFilter, names: Mapping[str, str]) -> str:
    """One sentence without a full stop; ``names`` gives the name of an actor, document or source by its id.

    ``Claims with United Nations as source; of type siege; from 1 April 2011 to 30 June 2013``.
    """
    if not chosen:
        return NOTHING_CHOSEN
    parts = [part for make in _PARTS if (part := make(chosen, names))]
    return "Claims " + "; ".join(parts)


def _listed(values: Iterable[str], last: str = "or") -> str:
    words = list(values)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def _named(values: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return [names.get(value, value) for value in values]


def _spaced(values: Iterable[str]) -> list[str]:
    return [value.replace("_", " ") for value in values]


def _actors(chosen: ClaimFilter, names: Mapping[str, str]) -> str:
    role = f" as {_listed(chosen.roles)}" if chosen.roles else ""
    if not chosen.actors:
        return f"with an actor{role}" if role else ""
    lead = "without" if chosen.actor_mode == "none" else "with"
    return f"{lead} {_listed(_named(chosen.actors, names), 'and' if chosen.actor_mode == 'all' else 'or')}{role}"


def _event_types(chosen: ClaimFilter, _: Mapping[str, str]) -> str:
    return f"of type {_listed(_spaced(chosen.event_types))}" if chosen.event_types else ""


def _attributions(chosen: ClaimFilter, names: Mapping[str, str]) -> str:
    return f"according to {_listed(_named(chosen.attributions, names))}" if chosen.attributions else ""


def _places(chosen: ClaimFilter, _: Mapping[str, str]) -> str:
    return f"in {_listed(chosen.places)}" if chosen.places else ""


def _quantities(chosen: ClaimFilter, _: Mapping[str, str]) -> str:
    return f"with a number of {_listed(chosen.quantities)}" if chosen.quantities else ""


def _precisions(chosen: ClaimFilter, _: Mapping[str, str]) -> str:
    known = [
        f"to the {value}" if value != "interval" else "as an interval"
        for value in chosen.precisions
        if value != UNDATED
    ]
    return _dated("dated ", known, undated=UNDATED in chosen.precisions)


def _bases(chosen: ClaimFilter, _: Mapping[str, str]) -> str:
    return _dated(
        "with a date that is ", [_BASES[v] for v in chosen.bases if v != UNDATED], undated=UNDATED in chosen.bases
    )


def _dated(lead: str, known: list[str], *, undated: bool) -> str:
    parts = ([lead + _listed(known)] if known else []) + (["undated"] if undated else [])
    return _listed(parts) if parts else ""


def _statuses(chosen: ClaimFilter, _: Mapping[str, str]) -> str:
    return _listed([_STATUSES[value] for value in chosen.statuses]) if chosen.statuses else ""


def _documents(chosen: ClaimFilter, names: Mapping[str, str]) -> str:
    return f"told by {_listed(f'“{name}”' for name in _named(chosen.documents, names))}" if chosen.documents else ""


def _datasets(chosen: ClaimFilter, _: Mapping[str, str]) -> str:
    return f"from {_listed(chosen.datasets)}" if chosen.datasets else ""


def _text(chosen: ClaimFilter, _: Mapping[str, str]) -> str:
    return f"with the words “{chosen.text}”" if chosen.text else ""


def _window(chosen: ClaimFilter, _: Mapping[str, str]) -> str:
    if chosen.start and chosen.end:
        return (
            f"on {_day(chosen.start)}"
            if chosen.start == chosen.end
            else f"from {_day(chosen.start)} to {_day(chosen.end)}"
        )
    if chosen.start:
        return f"from {_day(chosen.start)} on"
    return f"up to {_day(chosen.end)}" if chosen.end else ""


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_PARTS: tuple[Callable[[ClaimFilter, Mapping[str, str]], str], ...] = (
    _actors, _event_types, _attributions, _places, _quantities, _precisions, _bases, _statuses, _documents, _datasets,
    _text, _window,
)  # fmt: skip
