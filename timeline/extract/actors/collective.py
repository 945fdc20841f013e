"""Which side bare words mean in this document: "the rebels", "the army", "its fighters"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline.extract.actors.sides import Draft, defaults, forces_name, forces_of, side_of
from timeline.extract.places.context import Context
from timeline.lexicon.actors import lexicon
from timeline.lexicon.fold import slug
from timeline.lexicon.governments import governments

_ARMED_HEADS = frozenset({"rebel", "fighter", "named"})


_GENERIC_NAMES = frozenset(
    {"militants", "insurgents", "guerrillas", "fighters", "rebels", "separatists", "extremists", "paramilitaries"}
)


_NEAR = 250  # characters within which "its" finds its owner


def tell_groups(text: str, drafts: list[Draft], context: Context) -> None:
    """Bare heads take the side the document gives them.

    "the rebels" are the one group that the document itself calls rebels; "the army" is the only army it names, else
    that of its main country.
    """
    drafts.sort(key=lambda d: (d.start, -d.end))
    called: dict[str, str] = {}
    for draft in drafts:
        told = (
            draft.rule == "lexicon" and text[draft.start : draft.end].rsplit(maxsplit=1)[-1].lower() in _GENERIC_NAMES
        )
        shown = draft.rule in {"entity-head", "head-tie"} and draft.family in _ARMED_HEADS
        if (told or shown) and draft.head == "group":
            called[draft.name] = draft.head
    collective = (context.main or "", "rebels") in defaults()
    if not called and not collective:
        named = Counter(
            draft.name for draft in drafts if draft.head == "group" and draft.rule in ("lexicon", "named-group")
        )
        top = named.most_common(2)
        if top and top[0][1] > 1 and (len(top) == 1 or top[0][1] >= 2 * top[1][1]):
            called[top[0][0]] = "group"
    if collective and len({d.name for d in drafts if d.head == "group" and d.rule in {"lexicon", "entity-head"}}) > 1:
        called = {}
    sides: dict[str, int] = {}
    for draft in drafts:
        if draft.family == "force" and draft.country and not draft.bare:
            sides[draft.country] = sides.get(draft.country, 0) + 1
    coalition: Draft | None = None
    for index, draft in enumerate(drafts):
        if not draft.bare:
            if "coalition" in text[draft.start : draft.end].lower():
                coalition = draft
        elif draft.family == "coalition":
            if coalition:
                draft.name, draft.head = coalition.name, coalition.head
        elif draft.owner and draft.family in {*_ARMED_HEADS, "force", "militia"} and _owned(draft, drafts, index):
            continue
        elif (
            len(called) == 1
            and draft.family in (("named",) if collective else (*_ARMED_HEADS, "militia"))
            and draft.rule in {"head", "compound-held"}
            and draft.name.split()[-1] in _GENERIC_NAMES
        ):
            draft.name, draft.head = next(iter(called.items()))
        elif draft.family == "force" and draft.rule == "head" and _stands_in(context, sides):
            draft.name = forces_name(next(iter(sides)))


def _stands_in(context: Context, sides: dict[str, int]) -> bool:
    """Whether the one army the document names is "the army", the document's main country having no war of its own."""
    at_war = context.main is not None and governments()[context.main].internal
    return len(sides) == 1 and context.main not in sides and not at_war


def _owned(draft: Draft, drafts: Sequence[Draft], index: int) -> bool:
    """Give "its fighters", "his troops" to the actor named last before them; tells whether there was one."""
    for k in range(index - 1, -1, -1):
        other = drafts[k]
        if draft.start - other.end >= _NEAR:
            return False
        if draft.owner == "his":
            if not other.person:
                continue
            entry = lexicon().entries.get(slug(other.person))
            if entry and side_of(entry) is not entry:
                draft.name, draft.head = forces_of(entry)
                return True
            return False
        generic = other.rule == "head" and (other.head != "force" or bool(other.owner))
        if other.head in {"group", "force"} and not generic:
            draft.name, draft.head, draft.bare = other.name, other.head, False
            return True
        if other.head == "government" and other.country and draft.family == "force":
            draft.name, draft.bare = forces_name(other.country), False
            return True
    return False
