"""Event types against labelled sentences, before any claim is made; skipped where no folder beside the checkout holds them."""

import json

from development_sets import CLAIMS_SCORER, GOLD

from timeline.documents.text import make_document
from timeline.extract.events.finder import find_events

pytestmark = GOLD

PRECISION, RECALL = 0.95, 0.94


def _lines(name):
    return [
        json.loads(line)
        for line in (CLAIMS_SCORER.parent / "claims-dev" / name).read_text("utf-8").splitlines()
        if line.strip()
    ]


def test_event_types_of_labelled_sentences_stay_above_their_floors():
    found = {}
    for row in _lines("corpus.jsonl"):
        found[row["id"]] = find_events(make_document(row["text"], id=row["id"], title=row.get("title")))
    predicted = wanted = right = 0
    for gold in _lines("gold.jsonl"):
        inside = [e for e in found[gold["doc"]] if gold["start"] <= e.span.start < gold["end"]]
        have, want = {e.event_type.value for e in inside}, set(gold["events"])
        predicted, wanted, right = predicted + len(have), wanted + len(want), right + len(have & want)
    assert right / predicted >= PRECISION, (right, predicted)
    assert right / wanted >= RECALL, (right, wanted)
