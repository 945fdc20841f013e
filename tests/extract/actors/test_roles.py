"""Roles from voice and order."""

from __future__ import annotations

import pytest

from timeline.documents.text import make_document
from timeline.extract.actors.finder import find_actors
from timeline.extract.actors.roles import assign_roles
from timeline.model import Role, Span

CASES = [
    ("Syrian troops killed 12 civilians in Homs.", "killed", {"Syrian government forces": "agent", "civilians": "target"}),
    ("Twelve civilians were killed by Israeli soldiers in Gaza.", "killed", {"civilians": "target", "Israeli forces": "agent"}),
    ("Russian shelling of rebels in Syria went on.", "shelling", {"Russian forces": "agent", "Syrian rebels": "target"}),
    ("FARC ambushed an army patrol in Colombia.", "ambushed", {"FARC": "agent", "Colombian government forces": "target"}),
    ("The attack on Ukrainian troops by Russian forces began.", "attack", {"Ukrainian forces": "target", "Russian forces": "agent"}),
    ("Soldiers died when the base was hit in Mali.", "died", {"Malian government forces": "target"}),
    ("Amnesty International said Nigerian troops executed detainees.", "executed", {"Amnesty International": "source", "Nigerian government forces": "agent"}),
    ("According to the UN, Syrian rebels shelled the town.", "shelled", {"United Nations": "source", "Syrian rebels": "agent"}),
    ("Clashes between Houthi rebels and Yemeni troops went on.", "Clashes", {"Houthis": "agent", "Yemeni government forces": "agent"}),
    ("A resident told AFP that Sudanese soldiers fired.", "fired", {"AFP": "party", "residents": "source"}),
    ("Kurdish forces killed at least 175 rebels in Syria.", "killed", {"Kurdish forces": "agent", "Syrian rebels": "target"}),
    ("Syrian rebels captured near the river the town of Kumba.", "captured", {"Syrian rebels": "agent"}),
    ("30 Houthi Rebels Killed in Clashes in Yemen", "Killed", {"Houthis": "target"}),
    ("3 Civilians Killed 38 Injured in Rocket Attacks in Aleppo", "Rocket Attacks", {"civilians": "target"}),
    ("Shells hit a rebel-held town in Syria.", "hit", {"Syrian rebels": "party"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "roles"), CASES)
def test_roles_follow_voice_and_order(text: str, trigger: str, roles: dict[str, str]) -> None:
    document = make_document(text, id="t")
    start = text.index(trigger)
    found = assign_roles(document, Span(0, len(text)), Span(start, start + len(trigger)), find_actors(document))
    given = {m.name: m.role for m in found}
    assert {name: Role(role) for name, role in roles.items()}.items() <= given.items()


def test_actors_outside_the_clause_have_no_part_in_it() -> None:
    text = "Syrian troops advanced while Turkish jets bombed Afrin."
    document = make_document(text, id="t")
    clause = Span(0, text.index(" while"))
    found = assign_roles(document, clause, Span(14, 22), find_actors(document))
    assert [m.name for m in found] == ["Syrian government forces"]
