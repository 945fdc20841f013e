"""The filter once more, slowly and plainly: what the index has to agree with. And random claims and filters for it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

import numpy as np
from hypothesis import strategies as st

from timeline.frame.tables import ClaimTables, frame
from timeline.query.filter import ACTOR_MODES, VOCABULARIES, ClaimFilter

ACTORS = ("army", "rebels", "united-nations", "militia-ä")
PLACES = ("Homs", "Old City", "Łódź")
SOURCES = ("united-nations", "state-tv")
WORDS = ("shelled", "the Old City", "al‑Nuṣra", "“noose”", "Café", "12", "don’t")
DATASETS = (None, "A set 1.0")


def random_tables(seed: int, size: int = 40) -> ClaimTables:
    """Claims with any number of actors, places, sources and numbers; days of the years 1 to 9999, open ends, none."""
    draw = np.random.default_rng(seed)

    def some(values, most=2):
        return list(draw.choice(np.array(values, dtype=object), draw.integers(0, most + 1)))

    rows = {name: [] for name in ("claims", "claim_actors", "claim_places", "claim_quantities", "claim_attributions")}
    for i in range(size):
        claim = f"c-{i}"
        shape = draw.integers(0, 5)
        first = date(1, 1, 1) + timedelta(days=int(draw.integers(0, 3_652_000)))
        if draw.integers(0, 2):
            first = date(2014, 1, 1) + timedelta(days=int(draw.integers(0, 60)))
        last = min(first + timedelta(days=int(draw.integers(0, 40))), date(9999, 12, 31))
        start, end = ((first, last), (first, None), (None, last), (None, None), (first, first))[shape]
        dated = start is not None or end is not None
        rows["claims"].append({
            "claim_id": claim, "document_id": f"d-{draw.integers(0, 3)}", "sentence_text": " ".join(some(WORDS, 4)),
            "event_text": " ".join(some(WORDS)), "note": draw.choice(np.array([None, "checked"], dtype=object)),
            "date_start": start, "date_end": end, "date_edtf": "x" if dated else None,
            "date_precision": draw.choice(["day", "month"]) if dated else None,
            "date_basis": draw.choice(["explicit", "dct"]) if dated else None,
            "event_type": draw.choice(["battle", "siege", "protest"]), "status": draw.choice(["extracted", "rejected"]),
            "hedged": False, "confidence": 1.0,
        })  # fmt: skip
        rows["claim_actors"] += [
            {"claim_id": claim, "actor_id": a, "name": a.title(), "role": draw.choice(["agent", "target"])}
            for a in some(ACTORS, 3)
        ]
        rows["claim_places"] += [{"claim_id": claim, "name": p} for p in some(PLACES)]
        rows["claim_quantities"] += [{"claim_id": claim, "kind": k, "low": 1} for k in some(["killed", "injured"])]
        rows["claim_attributions"] += [{"claim_id": claim, "actor_id": a, "name": a.title()} for a in some(SOURCES)]
    documents = [{"document_id": f"d-{n}", "text": "", "title": title, "dataset": DATASETS[n % 2]}
                 for n, title in enumerate(("Café siege", None, "Old City"))]  # fmt: skip
    return ClaimTables(
        documents=frame("documents", documents), **{name: frame(name, listed) for name, listed in rows.items()}
    )


def _few(values):
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


filters = st.builds(
    dict, actors=_few(ACTORS), actor_mode=st.sampled_from(ACTOR_MODES), roles=_few(["agent", "target"]),
    event_types=_few(["battle", "siege"]), attributions=_few(SOURCES), places=_few(PLACES),
    precisions=_few(["day", "month", "undated"]), bases=_few(["explicit", "dct", "undated"]),
    statuses=_few(["extracted", "rejected"]), documents=_few(["d-0", "d-2", "d-9"]), quantities=_few(["killed", "injured"]),
    datasets=_few(["A set 1.0"]), text=st.lists(st.sampled_from([*WORDS, '"old city"', "cafe", "AL NUSRA"]), max_size=2).map(" ".join),
    days=st.tuples(*[st.one_of(st.none(), st.dates(date(2013, 12, 1), date(2014, 4, 1)), st.dates())] * 2),
)  # fmt: skip


@st.composite
def claim_filters(draw, most=3):
    """A filter with at most ``most`` conditions, so that something is left."""
    fields = draw(filters)
    days = sorted((d for d in fields.pop("days") if d), key=str)
    chosen = draw(st.lists(st.sampled_from(sorted(fields)), max_size=most, unique=True))
    kept = {name: fields[name] for name in chosen}
    if draw(st.booleans()) and days:
        kept |= (
            {"start": days[0]} | ({"end": days[1]} if len(days) > 1 else {})
            if draw(st.booleans())
            else {"end": days[0]}
        )
    return ClaimFilter(**kept)


any_filter = st.builds(
    ClaimFilter, actors=st.lists(st.text(min_size=1), max_size=3).map(tuple), actor_mode=st.sampled_from(ACTOR_MODES),
    attributions=st.lists(st.text(min_size=1), max_size=3).map(tuple), places=st.lists(st.text(min_size=1), max_size=2).map(tuple),
    documents=st.lists(st.text(min_size=1), max_size=2).map(tuple), datasets=st.lists(st.text(min_size=1), max_size=2).map(tuple),
    text=st.text(), start=st.one_of(st.none(), st.dates(max_value=date(2000, 1, 1))),
    end=st.one_of(st.none(), st.dates(min_value=date(2000, 1, 1))),
    **{name: st.lists(st.sampled_from(values), max_size=3).map(tuple) for name, values in VOCABULARIES.items()},
)  # fmt: skip


def slow_fold(text: str) -> str:
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M")
    ).lower()
    return re.sub("[’‘`´ʼʿ]", "'", re.sub(r"[\s\xa0‐‑‒–—-]+", " ", plain))


def slow_select(tables: ClaimTables, chosen: ClaimFilter) -> list[str]:
    """Ids of the claims kept, one claim after another."""
    return [row["claim_id"] for row in tables.claims.to_dict("records") if _keeps(tables, row, chosen)]


def _keeps(tables, row, chosen):
    def child(name, column):
        table = getattr(tables, name)
        return set(table.loc[table["claim_id"] == row["claim_id"], column])

    actors = tables.claim_actors[tables.claim_actors["claim_id"] == row["claim_id"]]
    if chosen.roles:
        actors = actors[actors["role"].isin(chosen.roles)]
    own = set(actors["actor_id"])
    if chosen.actors:
        hits = [a in own for a in chosen.actors]
        if not {"any": any(hits), "all": all(hits), "none": not any(hits)}[chosen.actor_mode]:
            return False
    elif chosen.roles and not own:
        return False
    document = tables.documents[tables.documents["document_id"] == row["document_id"]].iloc[0]
    dated = isinstance(row["date_edtf"], str)
    for values, found in (
        (chosen.event_types, {row["event_type"]}),
        (chosen.statuses, {row["status"]}),
        (chosen.documents, {row["document_id"]}),
        (chosen.precisions, {row["date_precision"] if dated else "undated"}),
        (chosen.bases, {row["date_basis"] if dated else "undated"}),
        (chosen.attributions, child("claim_attributions", "actor_id")),
        (chosen.places, child("claim_places", "name")),
        (chosen.quantities, child("claim_quantities", "kind")),
        (chosen.datasets, {document["dataset"]}),
    ):
        if values and not found & set(values):
            return False
    if chosen.start or chosen.end:
        first, last = (
            None if row[c] != row[c] or row[c] is None else row[c].date() for c in ("date_start", "date_end")
        )
        if (
            not dated
            or (chosen.start and last and last < chosen.start)
            or (chosen.end and first and first > chosen.end)
        ):
            return False
    texts = [
        slow_fold(t)
        for t in (row["sentence_text"], row["event_text"], row["note"], document["title"])
        if isinstance(t, str)
    ]
    terms = [q or p.strip('"“”') for q, p in re.findall(r'["“”]([^"“”]+)["“”]|(\S+)', chosen.text)]
    return all(any(t in text for text in texts) for term in terms if (t := slow_fold(term).strip()))
