"""The app, wired: one store, one clock, one server. Nothing here reads the clock, the environment or the network."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dash import Dash

from timeline.app.actors import register_actors
from timeline.app.address import register_address
from timeline.app.claiming import register_claiming
from timeline.app.comparing import register_comparing
from timeline.app.desk import Desk
from timeline.app.editing import register_editing
from timeline.app.intake import Intake
from timeline.app.layout import page_layout
from timeline.app.mapping import register_map
from timeline.app.reading import register_reading
from timeline.app.routes import register_routes
from timeline.app.saved_views import register_views
from timeline.app.scripts import PageApp
from timeline.app.showing import register_showing
from timeline.app.storytelling import register_story
from timeline.app.words import say
from timeline.pipeline import extract_document
from timeline.settings import ASSETS

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{%title%}</title>
{%favicon%}
{%css%}
</head>
<body>
{%app_entry%}
<footer>
{%config%}
{%scripts%}
{%renderer%}
</footer>
</body>
</html>"""


def create_app(
    store: Any,
    *,
    clock: Callable[[], datetime],
    who: str = "reader",
    prefix: str = "/",
    allow_private: bool = False,
) -> Dash:
    """The page over one store.

    Args:
        store: a ``Store``; the page reads it, adds documents to it and corrects claims in it.
        clock: gives the time, for the history of corrections and the date on exports.
        who: the name that corrections are kept under.
        prefix: path the page is served under, ``/`` at its ends.
        allow_private: whether addresses of the own network may be fetched.

    """
    desk = Desk(store, clock)
    app = PageApp(
        "timeline",
        assets_folder=str(ASSETS),
        serve_locally=True,
        title=say("app"),
        update_title="",
        url_base_pathname=prefix,
        suppress_callback_exceptions=True,
        index_string=_PAGE,
        include_pages_meta=False,
    )
    app.layout = page_layout
    register_reading(app, desk)
    register_showing(app, desk)
    intake = Intake(store, extract_document, allow_private=allow_private)
    register_editing(app, desk, intake, who)
    register_address(app, intake)
    register_map(app, desk)
    register_comparing(app, desk)
    register_actors(app, desk, who)
    register_views(app, desk, who)
    register_story(app, desk)
    register_claiming(app, desk, who)
    register_routes(app, desk)
    return app
