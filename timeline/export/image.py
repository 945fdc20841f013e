"""The figure as PNG, SVG or PDF with its caption, drawn by Chromium through Kaleido; this module owns Kaleido.

Only figures made by this package are ever drawn. One browser is started at the first picture and kept.
"""

from __future__ import annotations

import atexit
import copy
import io
import struct
import textwrap
import threading
import zlib
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.errors import ExportError
from timeline.export.about import MAKER, About
from timeline.export.figure import read_figure, says

if TYPE_CHECKING:
    from timeline.export.write import Look
    from timeline.frame.tables import ClaimTables

_WIDTH, _HEIGHT, _SCALE = 1280, 720, 2
_LARGEST = 10_000  # pixels a side: more takes all memory of the machine
_LINE = 15  # pixels of one caption line
_LOCK = threading.Lock()
_STARTED: list[bool] = []


def write_png(tables: ClaimTables, about: About, look: Look) -> bytes:  # noqa: ARG001 - one signature for all formats
    """The bytes of a PNG at two pixels a point, its facts also in its text chunks."""
    return _with_png_text(_draw("png", about, look), about)


def write_svg(tables: ClaimTables, about: About, look: Look) -> bytes:  # noqa: ARG001
    """The bytes of an SVG with title and description elements, which screen readers read out."""
    drawn = _draw("svg", about, look)
    at = drawn.index(b">", drawn.index(b"<svg")) + 1
    words = f"<title>{escape(about.title)}</title><desc>{escape(_facts(about))}</desc>"
    return drawn[:at] + words.encode("utf-8", errors="replace") + drawn[at:]


def write_pdf(tables: ClaimTables, about: About, look: Look) -> bytes:  # noqa: ARG001
    """The bytes of a one-page PDF with selectable text, its facts in the document information."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - only a PDF needs it

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_draw("pdf", about, look))))
    day = f"D:{about.made.isoformat().replace('-', '')}"
    facts = {"/Title": about.title, "/Subject": _facts(about), "/Creator": MAKER, "/CreationDate": day, "/ModDate": day}
    writer.add_metadata(facts)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _draw(kind: str, about: About, look: Look) -> bytes:
    figure = read_figure(look.get())
    layout = figure["layout"]
    width = int(look.width or layout.get("width") or _WIDTH)
    height = int(look.height or layout.get("height") or _HEIGHT)
    if not 0 < max(width, height) <= _LARGEST or min(width, height) <= 0:
        raise ExportError(
            f"A picture of {width} × {height} pixels cannot be drawn; choose sides from 1 to {_LARGEST:,}."
        )
    captioned, height = _captioned(figure, about, width, height)
    options = {"format": kind, "width": width, "height": height, "scale": _SCALE if kind == "png" else 1}
    try:
        import kaleido  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        raise ExportError("Pictures need Kaleido; install it with pip install 'conflict-timeline[pdf]'.") from error
    try:
        with _LOCK:
            if not _STARTED:
                kaleido.start_sync_server(n=1, mathjax=False, silence_warnings=True)
                _STARTED.append(True)
                atexit.register(stop_drawing)
        drawn = kaleido.calc_fig_sync(captioned, opts=options)
    except Exception as error:  # Kaleido raises what its browser, its pipe and its page raise: all end here
        stop_drawing()
        name = type(error).__name__
        reason = (
            "Chromium was not found" if "Chrome" in name or "Browser" in name else f"Chromium failed ({name}: {error})"
        )
        raise ExportError(
            f"The picture could not be drawn: {reason}. Install Chromium or Chrome, or set BROWSER_PATH to it; "
            "HTML and the table formats need none."
        ) from error
    return bytes(drawn)


def stop_drawing() -> None:
    """Close the browser; it starts again with the next picture."""
    with _LOCK:
        if _STARTED:
            import kaleido  # noqa: PLC0415 - it was imported when the browser started

            _STARTED.clear()
            kaleido.stop_sync_server(silence_warnings=True)


def _captioned(figure: dict[str, Any], about: About, width: int, height: int) -> tuple[dict[str, Any], int]:
    """The figure with filter, day, sources and licences below it, as far as it does not say them; its new height."""
    unsaid = [] if about.description and says(figure, about.description) else [_facts(about, licences=False)]
    unsaid += [licence for licence in about.licences[:3] if not says(figure, licence)]
    words = textwrap.wrap(" ".join(unsaid), max(40, width // 7))[:4]
    if not words:
        return figure, height
    room = _LINE * len(words) + 10
    made = copy.deepcopy(figure)
    layout = made.setdefault("layout", {})
    margin = layout.setdefault("margin", {})
    below = margin.get("b", 60) + room
    margin["b"] = below
    layout.setdefault("title", {"text": escape(about.title)})
    caption = {"text": "<br>".join(map(escape, words)), "xref": "paper", "yref": "paper", "x": 0, "y": 0,
               "xshift": 20 - margin.get("l", 20), "yshift": 4 - below, "xanchor": "left", "yanchor": "bottom",
               "align": "left", "showarrow": False, "font": {"size": 11}}  # fmt: skip
    layout["annotations"] = [*(layout.get("annotations") or []), caption]
    return made, height + room


def _facts(about: About, *, licences: bool = True) -> str:
    sources = f" Sources: {'; '.join(about.sources[:6])}." if about.sources else ""
    terms = f" {'; '.join(about.licences[:3])}." if about.licences and licences else ""
    return f"{about.claims:,} claims: {about.description}. Made on {about.made.isoformat()}.{sources}{terms}"


def _with_png_text(data: bytes, about: About) -> bytes:
    """The PNG with iTXt chunks (PNG 1.2, 4.2.3.3) after its header chunk."""
    head = 8 + 25  # signature and IHDR
    chunks = b""
    for key, value in (("Title", about.title), ("Description", _facts(about)), ("Software", MAKER)):
        body = b"iTXt" + key.encode() + b"\0\0\0\0\0" + value.encode("utf-8", errors="replace")
        chunks += struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return data[:head] + chunks + data[head:]
