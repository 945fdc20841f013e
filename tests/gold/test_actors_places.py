"""Actors and places against labelled sentences, with a floor for each; skipped where no folder beside the checkout holds them."""

import json
from collections import Counter

from development_sets import CLAIMS_SCORER, GOLD, load

from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.extract.actors.finder import find_actors
from timeline.extract.places.finder import find_places

pytestmark = GOLD

FLOORS = {"actor": (0.92, 0.92), "place": (0.95, 0.95)}  # precision, recall


def test_mentions_of_labelled_sentences_stay_above_their_floors() -> None:
    tool = load(CLAIMS_SCORER)
    folder = CLAIMS_SCORER.parent / "claims-dev"
    names = tool.Names(str(folder / "names.txt"))
    found = {}
    for row in tool.read_jsonl(str(folder / "corpus.jsonl")):
        document = make_document(
            row["text"], id=row["id"], title=row.get("title"), published=DateSpan.parse(row["date"])
        )
        actors = find_actors(document)
        found[row["id"]] = {"actor": actors, "place": find_places(document, actors)}
    counts = {field: Counter() for field in FLOORS}
    for gold in tool.read_jsonl(str(folder / "gold.jsonl")):
        wanted = tool.gold_values(gold, names)
        wanted["actor"] |= wanted["attribution"]
        for field, mentions in found[gold["doc"]].items():
            inside = [m for m in mentions if m.span.start >= gold["start"] and m.span.end <= gold["end"]]
            have = {names(m.name) if field == "actor" else tool.key(m.name) for m in inside}
            right, hit = tool.matched(field, have, wanted[field])
            counts[field].update(predicted=len(have), gold=len(wanted[field]), right=right, found=hit)
    for field, (precision, recall) in FLOORS.items():
        count = counts[field]
        assert count["right"] / count["predicted"] >= precision, json.dumps(count)
        assert count["found"] / count["gold"] >= recall, json.dumps(count)
