"""Our TimelineJS file loads in TimelineJS itself: every dated claim is a slide and says its date and words.

Needs Chromium and the npm package ``@knight-lab/timelinejs``, which ``make browser`` puts beside the environment;
skipped without them.
"""

import json
import threading
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.export.chromium_driving import drive
from tests.export.samples import sample_tables
from timeline.export.write import export_bytes

ROOT = Path(__file__).parents[2]
PACKAGE = Path("node_modules") / "@knight-lab" / "timelinejs" / "dist"
DIST = next((d for d in (ROOT / ".venv" / "node" / PACKAGE, ROOT / PACKAGE) if d.is_dir()), ROOT / PACKAGE)
PAGE = """<!doctype html><meta charset=utf-8><link rel=stylesheet href="dist/css/timeline.css"><div id=t style="height:600px"></div>
<script src="dist/js/timeline.js"></script><script>
fetch("claims.json").then(r => r.json()).then(d => { window.timeline = new TL.Timeline("t", d, {script_path: "dist/js", font: null}); });
</script>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


def look_at(browser, address):
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/index.html")
    page.wait_for_selector(".tl-timemarker", timeout=30_000)
    markers = page.locator(".tl-timemarker").count()
    slides = page.evaluate("window.timeline.config.events.map(e => [e.unique_id, e.start_date.data.date_obj && "
                           "[e.start_date.data.year, e.start_date.data.month, e.start_date.data.day]])")  # fmt: skip
    title = page.locator(".tl-slide-titleslide .tl-headline-title, .tl-slide-titleslide .tl-headline")
    return markers, slides, title.first.inner_text(), errors


@pytest.mark.browser
@pytest.mark.skipif(not DIST.is_dir(), reason="npm package @knight-lab/timelinejs is not there")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_timelinejs_draws_every_dated_claim(tmp_path):
    data = export_bytes("timelinejs", sample_tables(), description="all claims", made=date(2024, 1, 2), title="Towns")
    (tmp_path / "claims.json").write_bytes(data)
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "dist").symlink_to(DIST)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        markers, slides, headline, errors = drive(
            partial(look_at, address=f"http://127.0.0.1:{server.server_address[1]}")
        )
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert errors == []
    assert markers == len(json.loads(data)["events"]) == 5
    assert dict(slides)["c-000000000001"] == [2014, 4, 18]
    assert headline == "Towns"
