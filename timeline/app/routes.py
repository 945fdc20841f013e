"""What the server answers beside Dash: exports of exactly what is shown, and the headers that keep the page private."""

from __future__ import annotations

import json
from functools import partial

from dash import Dash
from flask import Response, request

from timeline.app.desk import Desk
from timeline.app.drawing import draw_export
from timeline.app.state import read_state
from timeline.app.words import say
from timeline.errors import ExportError, TimelineError
from timeline.export.write import FORMATS, Look, export_bytes

# PNG and SVG are drawn by the browser from ``figure.json``; these come from the server.
OFFERED = ("pdf", "html", "csv", "xlsx", "jsonl", "parquet", "timelinejs", "ics", "geojson")


def register_routes(app: Dash, desk: Desk) -> None:
    """Add the export routes and the privacy headers to the app's server."""
    base = app.config.routes_pathname_prefix
    app.server.add_url_rule(f"{base}export/<name>", "export", partial(send_export, desk=desk))
    app.server.add_url_rule(f"{base}figure.json", "figure", partial(send_figure, desk=desk))
    app.server.after_request(partial(add_headers, app=app))


def send_export(name: str, *, desk: Desk) -> Response:
    """One file of exactly what the state in the query shows; ``name`` is ``timeline.csv`` and the like."""
    known = {f"timeline{FORMATS[f].suffix}": f for f in FORMATS}
    chosen = known.get(name)
    if chosen is None:
        return _refuse(say("export_bad", format=name, formats=", ".join(FORMATS)), 404)
    state = read_state(request.query_string.decode())
    shown = desk.shown(state.filter)
    look = Look(make=partial(draw_export, desk, state, "light"))
    try:
        data = export_bytes(
            chosen, shown.tables, description=shown.words, made=desk.today, title=desk.title() or say("app"), look=look
        )
    except ExportError as error:
        return _refuse(str(error), 422)
    except TimelineError as error:
        return _refuse(str(error), 400)
    form = FORMATS[chosen]
    answer = Response(data, mimetype=form.mime)
    answer.headers["Content-Disposition"] = f'attachment; filename="timeline-{desk.today.isoformat()}{form.suffix}"'
    return answer


def send_figure(*, desk: Desk) -> Response:
    """The figure of exactly what is shown, for the browser to make a picture of."""
    state = read_state(request.query_string.decode())
    theme = "dark" if request.args.get("theme") == "dark" else "light"
    figure = draw_export(desk, state, theme)
    return Response(json.dumps(json.loads(figure.to_json())), mimetype="application/json")


def add_headers(response: Response, *, app: Dash) -> Response:
    """Nothing is loaded from, sent to or framed by another host; no text is run as code."""
    scripts = " ".join(f"'{h}'" if not h.startswith("'") else h for h in app.csp_hashes())
    response.headers["Content-Security-Policy"] = "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {scripts}".strip(),
            "style-src 'self' 'unsafe-inline'",  # plotly and the grid set styles on their elements
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        )
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _refuse(message: str, status: int) -> Response:
    return Response(message, status=status, mimetype="text/plain")
