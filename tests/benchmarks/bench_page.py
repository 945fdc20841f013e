"""How long the page takes: to be ready beside an empty Dash page in the same run, and from a filter click to paint.

    python tests/benchmarks/bench_page.py [--runs 7]

Ready: the graph is painted, nothing is asked of the server and the main thread has been free of tasks over 50 ms for
300 ms; the time given is the end of the last of these. Both pages are opened by turns, each time in a fresh browser
context (nothing cached). Click: from the change of a check box until the browser has painted both the new timeline
and the new count. Needs Chromium and the test extra.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import Any

import dash
from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

from timeline.app.factory import create_app
from timeline.datespan import DateSpan
from timeline.documents.read import read_documents
from timeline.errors import InputError
from timeline.model import Claim, claim_id
from timeline.pipeline import extract_document
from timeline.settings import ARTICLES
from timeline.store.open import open_store

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
DRAWN = "#timeline :is(.barlayer .point, .heatmaplayer image)"
WATCH = """
window.__end = 0; window.__asked = 0;
new PerformanceObserver((list) => { for (const e of list.getEntries()) window.__end = Math.max(window.__end, e.startTime + e.duration); })
  .observe({ type: "longtask", buffered: true });
const ask = window.fetch;
window.fetch = async (...given) => { window.__asked++; try { return await ask(...given); } finally { window.__asked--; window.__end = Math.max(window.__end, performance.now()); } };
"""
READY = """
(selector) => new Promise((done) => {
  const look = () => {
    if (!document.querySelector(selector)) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const painted = performance.now();
      const quiet = () => {
        const last = Math.max(painted, window.__end);
        if (!window.__asked && performance.now() - last > 300) done(last);
        else setTimeout(quiet, 20);
      };
      quiet();
    }));
  };
  look();
})
"""
CLICK = """
(number) => new Promise((done) => {
  const graph = document.querySelector("#timeline .js-plotly-plot");
  const count = document.querySelector("#claim-count");
  const before = count.textContent;
  const start = performance.now();
  let drawn = false;
  const look = () => {
    if (drawn && count.textContent !== before) return requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));
    if (performance.now() - start > 5000) return done(-1);
    requestAnimationFrame(look);
  };
  graph.once("plotly_afterplot", () => { drawn = true; });
  document.querySelectorAll("#f-event-types input")[number].click();
  look();
})
"""


# In a process and folder of its own: Dash would give it the scripts that our page brings.
EMPTY = """
import sys, threading, time
import dash
import plotly.graph_objects as go
from dash import dcc, html
from waitress.server import create_server
app = dash.Dash("empty", serve_locally=True)
app.layout = html.Div(dcc.Graph(figure=go.Figure()))
server = create_server(app.server, host="127.0.0.1", port=0, threads=6)
print(server.effective_port, flush=True)
server.run()
"""


@contextmanager
def served_empty(folder: str) -> Iterator[str]:
    server = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", EMPTY], cwd=folder, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    yield f"http://127.0.0.1:{int(server.stdout.readline())}/"
    server.terminate()
    server.wait()


def save_first_article(store: Any) -> None:
    for found in read_documents([ARTICLES / "homs-2014-04-22.txt"], DateSpan.parse("2014-04-22")):
        if isinstance(found, InputError):
            raise found
        store.save(*extract_document(found))


def save_many(store: Any, number: int) -> None:
    """The first article's claims told over and over, a few days apart, until there are ``number``."""
    (found,) = read_documents([ARTICLES / "homs-2014-04-22.txt"], DateSpan.parse("2014-04-22"))
    if isinstance(found, InputError):
        raise found
    document, claims = extract_document(found)
    copies: list[Claim] = []
    while len(copies) < number:
        for claim in claims:
            at = len(copies)
            copies.append(replace(claim, id=claim_id("copy", at), document_id="many", date=_moved(claim, at)))
    store.save(replace(document, id="many"), copies[:number])


def _moved(claim: Claim, number: int) -> Any:
    if claim.date is None:
        return None
    first = claim.date.when.start or date(2014, 1, 1)
    return replace(claim.date, when=DateSpan.day(first - timedelta(days=(number * 37) % 1500)))


@contextmanager
def served(app: dash.Dash) -> Iterator[str]:
    server: Any = create_server(app.server, host="127.0.0.1", port=0, threads=6)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}/"
    server.close()


@contextmanager
def tab_on(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.add_init_script(WATCH)
    tab = context.new_page()
    tab.goto(address, wait_until="commit")
    yield tab
    context.close()


def time_ready(browser: Browser, address: str, selector: str) -> float:
    with tab_on(browser, address) as tab:
        return float(tab.evaluate(READY, selector))


def time_clicks(browser: Browser, address: str, number: int) -> list[float]:
    with tab_on(browser, address) as tab:
        tab.evaluate(READY, DRAWN)
        taken = []
        for at in range(number):
            taken.append(float(tab.evaluate(CLICK, (at // 2) % 4)))
            tab.wait_for_timeout(400)
        return taken


def page_app(store: Any) -> dash.Dash:
    return create_app(store, clock=lambda: datetime(2026, 11, 24, tzinfo=UTC))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=7)
    runs = options.parse_args().runs
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        few, many = (open_store(f"sqlite:///{folder}/{n}.db") for n in ("few", "many"))
        save_first_article(few)
        save_many(many, 1000)
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        with served_empty(folder) as empty, served(page_app(few)) as ours, served(page_app(many)) as full:
            for address, selector in ((empty, ".main-svg"), (ours, DRAWN)):
                time_ready(browser, address, selector)  # the first visit also warms the server
            bare, page = [], []
            for _ in range(runs):
                bare.append(time_ready(browser, empty, ".main-svg"))
                page.append(time_ready(browser, ours, DRAWN))
            clicks = time_clicks(browser, full, 16)
        browser.close()
    print(f"empty Dash page ready  {median(bare):6.0f} ms  ({', '.join(f'{t:.0f}' for t in bare)})")
    print(f"first article ready    {median(page):6.0f} ms  ({', '.join(f'{t:.0f}' for t in page)})")
    print(f"ratio                  {median(page) / median(bare):6.2f}")
    print(f"filter click to paint  {median(clicks):6.0f} ms  at 1,000 claims ({', '.join(f'{t:.0f}' for t in clicks)})")


if __name__ == "__main__":
    main()
