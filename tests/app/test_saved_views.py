"""Views are saved without the open claim, listed in the order of saving, and forgotten."""

from __future__ import annotations

from types import SimpleNamespace

from dash import no_update

from timeline.app import ids
from timeline.app.saved_views import update_views
from timeline.errors import StoreError


class Views:
    """A store that only keeps views."""

    def __init__(self):
        self.kept = {}

    def views(self):
        return self.kept

    def save_view(self, name, query, **_):
        if not name:
            raise StoreError("The view has no name; give it one.")
        self.kept[name] = query

    def remove_view(self, name):
        return self.kept.pop(name, None) is not None


def act(store, trigger, name="", search="", forgets=(), clicks=1):
    desk = SimpleNamespace(store=store)
    return update_views(1, clicks, None, list(forgets), name, search, desk=desk, who="x", trigger=trigger)


def test_a_view_without_a_name_is_refused_in_words():
    lines, error, _ = act(Views(), ids.VIEW_SAVE, " ", "?type=siege")
    assert lines is no_update
    assert "name" in error


def test_a_press_that_never_was_does_nothing():
    store = Views()
    assert act(store, ids.VIEW_SAVE, "A", clicks=None) == (no_update,) * 3
    assert act(store, {"forget": "A"}, forgets=[None, 0]) == (no_update,) * 3
