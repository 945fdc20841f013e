"""Claim tables written by hand for the view and figure tests: rows in the schema, nothing extracted."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.datespan import DateSpan
from timeline.frame.tables import ClaimTables, frame

# id, type, event words, date words, EDTF, relation, basis, actors, (kind, low, high, comparator, scope) or None, attribution
ARTICLE = (
    ("c-01", "protest", "protests against the government spread", "2011", "2011", "in", "explicit", ("Protesters", "Syrian government forces"), None, ""),
    ("c-02", "siege", "government forces laid siege and fired on protesters", "April 2011", "2011-04", "in", "explicit", ("Syrian government forces", "Protesters"), None, ""),
    ("c-03", "battle", "fighting between the army and rebels", "past three years", "2011-04-22/2014-04-22", "during", "relative", ("Syrian government forces", "Rebels"), None, ""),
    ("c-04", "casualty_report", "the death toll surpassed 100,000", "June 2013", "2013-06", "in", "explicit", ("United Nations",), ("killed", 100000, None, "gt", "cumulative"), "United Nations"),
    ("c-05", "casualty_report", "reached 120,000 by September 2013", "September 2013", "2013-09", "by", "explicit", ("United Nations",), ("killed", 120000, 120000, "eq", "cumulative"), "United Nations"),
    ("c-06", "diplomacy", "talks had broken off", "February", "2014-02", "in", "relative", ("Syrian government forces", "Rebels"), None, ""),
    ("c-07", "remote_violence", "a bomb outside a mosque killed 14 people and injured dozens", "last Friday", "2014-04-18", "on", "relative", (), ("killed", 14, 14, "eq", "event"), "Syrian state television"),
    ("c-08", "battle", "the army advanced into besieged districts of the city", "on Tuesday", "2014-04-22", "on", "relative", ("Syrian government forces", "Rebels"), None, "Observatory"),
    ("c-09", "other", "about 1,000 rebels are hiding", "", "2014-04-22", "on", "dct", ("Rebels",), ("fighters", 900, 1100, "approx", "event"), "Observatory"),
    ("c-10", "humanitarian", "residents have been without food since March", "since March", "2014-03-01/..", "since", "relative", ("Residents",), None, ""),
)  # fmt: skip


def article_tables(rows=ARTICLE, *, document: str = "homs") -> ClaimTables:
    claims, actors, quantities, attributions = [], [], [], []
    for claim_id, kind, words, said, edtf, relation, basis, names, quantity, source in rows:
        span = DateSpan.parse(edtf) if edtf else None
        claims.append({
            "claim_id": claim_id, "document_id": document, "sentence_text": words, "event_type": kind, "event_text": words,
            "date_text": said or None, "date_edtf": edtf or None, "date_start": span and span.start, "date_end": span and span.end,
            "date_precision": span and span.precision.value, "date_relation": relation if span else None, "date_basis": basis if span else None,
            "hedged": False, "confidence": 1.0, "status": "extracted", "sentence_start": 0, "sentence_end": 1, "event_start": 0, "event_end": 1,
        })  # fmt: skip
        actors += [
            {"claim_id": claim_id, "actor_id": n.lower().replace(" ", "-"), "name": n, "role": "party", "text": n}
            for n in names
        ]
        if quantity:
            keys = ("kind", "low", "high", "comparator", "scope")
            quantities.append({"claim_id": claim_id, "text": words, **dict(zip(keys, quantity, strict=True))})
        if source:
            attributions.append(
                {"claim_id": claim_id, "actor_id": source.lower(), "name": source, "cue": "said", "text": source}
            )
    documents = [{"document_id": document, "text": "x", "title": "Homs City Sees Army Advance", "language": "en"}]
    return ClaimTables(
        frame("documents", documents), frame("claims", claims), frame("claim_actors", actors), frame("claim_places", []),
        frame("claim_quantities", quantities), frame("claim_attributions", attributions),
    )  # fmt: skip


def many_tables(count: int, *, first: date = date(2016, 1, 1), days: int = 1400, actors: int = 30) -> ClaimTables:
    kinds = ("battle", "protest", "remote_violence", "diplomacy")
    return article_tables([
        (f"c-{i}", kinds[i % 4], f"event number {i} in a town", "that day", (first + timedelta(days=i * 37 % days)).isoformat(), "on",
         "explicit", (f"Actor {i % actors}", f"Actor {i * 7 % actors}"), None, "")
        for i in range(count)
    ])  # fmt: skip
