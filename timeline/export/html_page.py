"""The chart as one HTML file that works offline and can be embedded: figure, evidence on click, table of claims."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from timeline.export.about import About
from timeline.export.figure import read_figure, says
from timeline.export.words import Entry, credit, make_entries, toll
from timeline.settings import ASSETS

if TYPE_CHECKING:
    from timeline.export.write import Look
    from timeline.frame.tables import ClaimTables

_MOST_ROWS = 2000  # table rows; the chart opens the evidence of every mark beyond them
_HERE = Path(__file__).parent
_TEMPLATE, _SCRIPT, _STYLE = _HERE / "page.html", _HERE / "page.js", _HERE / "page.css"
_PLOTLY = ASSETS / "vendor" / "plotly-cartesian.min.js"
_POLICY = "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'"
_COLOUR = re.compile(r"(?:#[0-9a-fA-F]{3,8}|rgba?\([0-9., %]+\)|[a-z]+)\Z")
_CLEAR = ("rgba(0,0,0,0)", "rgba(0, 0, 0, 0)", "transparent")


def write_html(tables: ClaimTables, about: About, look: Look) -> bytes:
    """The bytes of the page. Nothing is loaded from elsewhere: scripts carry their hash in the page's own policy."""
    figure = read_figure(look.get())
    entries = list(make_entries(tables))
    plotly, script = _asset(_PLOTLY).replace("</script", "<\\/script"), _asset(_SCRIPT)
    marked = _marked(figure)
    told = [e for n, e in enumerate(entries) if n < _MOST_ROWS or e.row["claim_id"] in marked]
    data = _json({"figure": figure, "claims": {e.row["claim_id"]: _evidence(e) for e in told}})
    paper, ink = _colours(figure)
    page = Template(_asset(_TEMPLATE)).substitute(
        policy=f"{_POLICY}; script-src {script_hash(plotly)} {script_hash(script)}",
        title=escape(about.title),
        head="said" if says(figure, about.description) else "told",
        style=_asset(_STYLE),
        paper=paper,
        ink=ink,
        description=escape(f"{about.claims:,} claims: {about.description}"),
        count=escape(_counted(len(entries))),
        rows="\n".join(_row(e) for e in entries[:_MOST_ROWS]),
        about="".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in about.pairs() if v),
        data=data,
        plotly=plotly,
        script=script,
    )
    return page.encode("utf-8", errors="replace")


def _marked(figure: dict[str, Any]) -> set[str]:
    """The ids that the figure's marks carry, however deep in their ``customdata``; counts carry none."""
    found: set[str] = set()
    todo: list[Any] = [trace.get("customdata") for trace in figure.get("data", [])]
    while todo:
        value = todo.pop()
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, list | tuple):
            todo.extend(value)
    return found


def _evidence(entry: Entry) -> dict[str, str]:
    row = entry.row
    said = {"Actors": row["actors"], "Killed": toll(row, "killed"), "Injured": toll(row, "injured"),
            "Said by": row["attribution"], "Place": row["places"],
            "Doubt": "the text marks doubt" if row["hedged"] else "",
            "Source": credit(row), "Licence": row["licence"]}  # fmt: skip
    known = {k: v for k, v in said.items() if v}
    link = row["url"] if row["url"].startswith(("http://", "https://")) else ""
    basis = f"{entry.when} ({row['date_basis']})" if row["date_basis"] else entry.when
    return {"when": basis, "mark": row["event_text"], "date": row["date_text"], "sentence": row["sentence_text"],
            "url": link, **known}  # fmt: skip


def _row(entry: Entry) -> str:
    row = entry.row
    cells = (entry.when, row["event_type"].replace("_", " "), row["actors"], toll(row, "killed"), row["attribution"])
    chosen, words = escape(row["claim_id"]), escape(row["sentence_text"] or row["event_text"])
    button = f'<button type="button" data-claim="{chosen}" dir="auto">{words}</button>'
    return "<tr>" + "".join(f'<td dir="auto">{escape(c)}</td>' for c in cells) + f"<td>{button}</td></tr>"


def _counted(number: int) -> str:
    return f"{number:,} claims" if number <= _MOST_ROWS else f"the first {_MOST_ROWS:,} of {number:,} claims"


def _colours(figure: dict[str, Any]) -> tuple[str, str]:
    """Background and text colour of the figure, for the page around it."""
    layout = figure["layout"]
    template = layout.get("template")
    themed = template.get("layout", {}) if isinstance(template, dict) else {}
    found = []
    for part, key, default in ((None, "paper_bgcolor", "#ffffff"), ("font", "color", "#1d2733")):
        values = [(of.get(part) or {} if part else of).get(key) for of in (layout, themed)]
        fit = [str(v) for v in values if v and _COLOUR.match(str(v)) and v not in _CLEAR]
        found.append(fit[0] if fit else default)
    return found[0], found[1]


def _json(value: Any) -> str:
    """JSON that cannot end the script element it lies in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def script_hash(script: str) -> str:
    """An inline script as a content security policy names it."""
    digest = hashlib.sha256(script.encode("utf-8", errors="replace")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _asset(path: Any) -> str:
    return str(path.read_text("utf-8"))
