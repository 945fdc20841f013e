"""Scores on the shared development sets, with a floor for each; raising a floor is part of the change that earned it.

The sets are not part of the repository: the tests are skipped where no folder beside the checkout holds them.
"""

import json

import pytest
from development_sets import GOLD, TIMEX_SCORER, load

from timeline.datespan import DateSpan
from timeline.extract.dates.finder import find_dates
from timeline.extract.dates.timex import to_timex_records
from timeline.model import Document

pytestmark = GOLD

FLOORS = {
    "wikiwars-01-16": {("strict",): 92.4, ("relaxed",): 97.3, ("value",): 91.9, ("calendar", "value"): 94.4},
    "gum-news": {("calendar", "relaxed"): 93.5, ("calendar", "gran"): 89.5},
    "gum-bio-interview": {("calendar", "relaxed"): 96.0, ("calendar", "gran"): 92.4},
}


@pytest.mark.parametrize("name", FLOORS)
def test_scores_stay_above_their_floors(name: str) -> None:
    folder = TIMEX_SCORER.parent / "timex-dev" / name
    tool = load(TIMEX_SCORER)
    predicted: dict[str, list[dict[str, object]]] = {}
    for line in (folder / "corpus.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = DateSpan.parse(row["date"][:10]) if row.get("date") else None
        document = Document(id=row["id"], text=row["text"], published=published)
        predicted[row["id"]] = [r for r in to_timex_records(document, find_dates(document)) if "start" in r]
    gold = tool.load(str(folder / "gold.jsonl"))
    scores = tool.score(gold, predicted, sorted(gold))
    for path, floor in FLOORS[name].items():
        value = scores
        for key in path:
            value = value[key]
        assert value["F1"] >= floor, path
    assert scores["calendar"]["false_points"] <= 10
