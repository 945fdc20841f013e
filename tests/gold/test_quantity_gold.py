"""Quantities against the labelled articles, with a floor for each field; raising one is part of the change that earned it.

The labels are not part of the repository: the tests are skipped where no folder beside the checkout holds them.
"""

import json
from collections import Counter
from functools import cache

import pytest
from development_sets import CLAIMS_SCORER, GOLD, load

from timeline.datespan import DateSpan
from timeline.documents.text import make_document
from timeline.extract.dates.finder import find_dates
from timeline.extract.quantities.finder import find_quantities
from timeline.model import QuantityMention

pytestmark = GOLD
FLOORS = {"killed": 0.99, "injured": 0.99, "quantity": 0.98, "scope": 0.97}


def said(mention: QuantityMention) -> dict[str, object]:
    return {
        "kind": str(mention.kind),
        "low": mention.low,
        "high": mention.high,
        "cmp": str(mention.comparator),
        "scope": str(mention.scope),
    }


@cache
def counts() -> dict[str, Counter]:
    folder, found = CLAIMS_SCORER.parent / "claims-dev", {name: Counter() for name in FLOORS}
    mentions = {}
    for row in map(json.loads, (folder / "corpus.jsonl").read_text(encoding="utf-8").splitlines()):
        document = make_document(row["text"], id=row["id"], published=DateSpan.parse(row["date"][:10]))
        mentions[row["id"]] = find_quantities(document, [m.span for m in find_dates(document)])
    for gold in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        here = [said(m) for m in mentions[gold["doc"]] if m.span.start < gold["end"] and m.span.end > gold["start"]]
        for name, counter in found.items():
            want, have = (
                {
                    (*load(CLAIMS_SCORER).quantity(q), q["scope"] if name == "scope" else "")
                    for q in side
                    if name in {"quantity", "scope", q["kind"]}
                }
                for side in (gold["quantities"], here)
            )
            counter.update(gold=len(want), predicted=len(have), right=len(want & have))
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_quantities_stay_above_their_floors(name: str) -> None:
    count = counts()[name]
    assert 2 * count["right"] / (count["gold"] + count["predicted"]) >= FLOORS[name]


def test_a_wrong_toll_is_rarer_than_one_in_fifty() -> None:
    count = counts()["killed"]
    assert count["right"] / count["predicted"] >= 0.98
