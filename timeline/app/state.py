"""The page's whole state, in the URL: filter with its window, lanes, tab, chosen claim. No dash here.

``view`` is the part that decides what is drawn; the chosen claim is apart, so that opening evidence draws nothing anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

from timeline.datespan import DateSpan
from timeline.errors import DateSpanError, FilterError
from timeline.query.filter import ClaimFilter
from timeline.query.url import from_query, to_query

LANES = ("actor", "event_type", "place", "attribution", "document")
ORDERS = ("count", "first", "name")
TABS = ("chart", "map", "table", "review")
SMALL = ("together", "apart")  # whether lanes of a single claim are folded into one
_OWN = {"lanes": LANES, "order": ORDERS, "tab": TABS, "small": SMALL}


@dataclass(frozen=True, slots=True)
class PageState:
    """What the reader has chosen."""

    filter: ClaimFilter = field(default_factory=ClaimFilter)
    lanes: str = "actor"
    order: str = "count"
    tab: str = "chart"
    small: str = "together"
    claim: str = ""

    @property
    def view(self) -> str:
        """The query string of all that decides what is drawn."""
        pairs = [(k, v) for k in _OWN if (v := getattr(self, k)) != _OWN[k][0]]
        return "&".join(p for p in (to_query(self.filter), urlencode(pairs)) if p)

    @property
    def search(self) -> str:
        """The URL's search part; ``""`` for the page as it first opens."""
        claim = urlencode({"claim": self.claim}) if self.claim else ""
        query = "&".join(p for p in (self.view, claim) if p)
        return f"?{query}" if query else ""


def read_state(search: str | None) -> PageState:
    """The state a URL asks for; what it cannot mean is left out, so that an old or mistyped link still opens."""
    pairs = parse_qsl((search or "").lstrip("?"), keep_blank_values=False)
    own = {k: v for k, v in pairs if k in _OWN or k == "claim"}
    rest = urlencode([(k, v) for k, v in pairs if k not in own and k != "theme"])
    try:
        chosen = from_query(rest)
    except FilterError:
        chosen = ClaimFilter()
    fields = {k: own[k] for k, values in _OWN.items() if own.get(k) in values}
    return PageState(filter=chosen, claim=own.get("claim", ""), **fields)


def read_controls(values: Mapping[str, Any], claim: str) -> PageState:
    """The state that the page's controls say; a date that cannot be read is left out (``window_error`` says so)."""
    start, end, _ = read_window(values.get("start"), values.get("end"))
    chosen = ClaimFilter(
        actors=tuple(values.get("actors") or ()),
        actor_mode=values.get("actor_mode") or "any",
        roles=tuple(values.get("roles") or ()),
        event_types=tuple(values.get("event_types") or ()),
        attributions=tuple(values.get("attributions") or ()),
        places=tuple(values.get("places") or ()),
        precisions=tuple(values.get("precisions") or ()),
        bases=tuple(values.get("bases") or ()),
        statuses=tuple(values.get("statuses") or ()),
        documents=tuple(values.get("documents") or ()),
        quantities=tuple(values.get("quantities") or ()),
        text=(values.get("text") or "").strip(),
        start=start,
        end=end,
    )
    return PageState(filter=chosen, claim=claim, **{k: values.get(k) or first for k, (first, *_) in _OWN.items()})


def control_values(state: PageState) -> dict[str, Any]:
    """What the controls show for a state; the inverse of ``read_controls``."""
    chosen = state.filter
    return {
        "text": chosen.text,
        "actors": list(chosen.actors),
        "actor_mode": chosen.actor_mode,
        "roles": list(chosen.roles),
        "event_types": list(chosen.event_types),
        "attributions": list(chosen.attributions),
        "places": list(chosen.places),
        "precisions": list(chosen.precisions),
        "bases": list(chosen.bases),
        "statuses": list(chosen.statuses),
        "documents": list(chosen.documents),
        "quantities": list(chosen.quantities),
        "start": chosen.start.isoformat() if chosen.start else "",
        "end": chosen.end.isoformat() if chosen.end else "",
        "lanes": state.lanes,
        "order": state.order,
        "tab": state.tab,
        "small": state.small,
    }


def with_window(state: PageState, start: str | None, end: str | None) -> PageState:
    """The state with the days of a brush or zoom; ``None`` opens an end."""
    first, last, wrong = read_window(start, end)
    return state if wrong else replace(state, filter=replace(state.filter, start=first, end=last))


def read_window(start: str | None, end: str | None) -> tuple[date | None, date | None, str]:
    """First day, last day and what is wrong (a key of the catalogue, or ``""``); ``2013`` ends on 31 December."""
    try:
        first = DateSpan.parse(start).start if start and start.strip() else None
        last = DateSpan.parse(end).end if end and end.strip() else None
    except DateSpanError:
        return None, None, "f_window_error"
    if first and last and first > last:
        return None, None, "f_window_crossed"
    return first, last, ""
