"""Attributions against labelled sentences, before any claim is made; skipped where no folder beside the checkout holds them."""

import json
from collections import Counter

from development_sets import CLAIMS_SCORER, GOLD, load

from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.extract.actors.finder import find_actors
from timeline.extract.attribution.finder import find_attributions
from timeline.model import Span

pytestmark = GOLD

PRECISION, RECALL = 0.98, 0.94


def test_sources_of_labelled_sentences_stay_above_their_floors() -> None:
    tool = load(CLAIMS_SCORER)
    folder = CLAIMS_SCORER.parent / "claims-dev"
    names = tool.Names(str(folder / "names.txt"))
    found = {}
    for row in tool.read_jsonl(str(folder / "corpus.jsonl")):
        document = make_document(
            row["text"], id=row["id"], title=row.get("title"), published=DateSpan.parse(row["date"])
        )
        found[row["id"]] = find_attributions(document, find_actors(document))
    count: Counter[str] = Counter()
    for gold in tool.read_jsonl(str(folder / "gold.jsonl")):
        sentence = Span(gold["start"], gold["end"])
        wanted = {names(name) for name in gold["attribution"]}
        have = {names(m.name) for m in found[gold["doc"]] if m.covers.overlaps(sentence)}
        count.update(predicted=len(have), gold=len(wanted), right=len(have & wanted))
    assert count["right"] / count["predicted"] >= PRECISION, json.dumps(count)
    assert count["right"] / count["gold"] >= RECALL, json.dumps(count)
