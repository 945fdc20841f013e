"""Attributions against labelled sentences, before any claim is made; skipped where no folder beside the checkout holds them."""

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.extract.actors.finder import find_actors
from timeline.extract.attribution.finder import find_attributions
from timeline.model import Span

ROOT = Path(__file__).resolve().parents[2]
SCORER = next(iter(sorted(ROOT.parent.glob("*/eval/claims_eval.py"))), None)
pytestmark = [
    pytest.mark.gold,
    pytest.mark.skipif(SCORER is None, reason="the development sets are not beside the checkout"),
]

PRECISION, RECALL = 0.98, 0.94


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("claims_eval", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_sources_of_labelled_sentences_stay_above_their_floors() -> None:
    tool = scorer()
    folder = SCORER.parent / "claims-dev"
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
