"""One Chromium and one server for all page tests; each test gets a store of its own behind the same address."""

from __future__ import annotations

import shutil
import threading
from datetime import UTC, datetime

import pytest
from page_driving import open_page
from playwright.sync_api import sync_playwright
from waitress.server import create_server

from timeline.app.factory import create_app
from timeline.datespan import DateSpan
from timeline.documents.read import read_documents
from timeline.pipeline import extract_document
from timeline.settings import ARTICLES
from timeline.store.open import open_store

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in item.nodeid.replace("\\", "/"):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def chromium():
    path = next((p for b in BROWSERS if (p := shutil.which(b))), None)
    if path is None:
        pytest.skip("no Chromium on this machine; `make browser` installs Debian's")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Seat:
    """A store that can be changed for a fresh one without moving the server."""

    def __init__(self):
        self.store = None

    def __getattr__(self, name):
        return getattr(self.store, name)

    @property
    def version(self):
        return f"{id(self.store)}-{self.store.version}"


@pytest.fixture(scope="session")
def seat():
    return Seat()


@pytest.fixture(scope="session")
def homs():
    """The first article, dated as the demonstration dates it, and its claims; extracted once."""
    (document,) = read_documents([ARTICLES / "homs-2014-04-22.txt"], DateSpan.parse("2014-04-22"))
    return extract_document(document)


@pytest.fixture(scope="session")
def address(seat):
    app = create_app(seat, clock=lambda: datetime(2026, 11, 24, 12, 0, tzinfo=UTC), who="tester")
    server = create_server(app.server, host="127.0.0.1", port=0, threads=6)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}/"
    server.close()
    thread.join(5)


@pytest.fixture
def store(seat, homs, tmp_path):
    """A store with the first article in it."""
    seat.store = open_store(f"sqlite:///{tmp_path}/claims.db")
    seat.store.save(*homs)
    return seat.store


@pytest.fixture
def page(chromium, address, store):
    """The page on the first article, in a window of its own; a script error or a foreign request fails the test."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    tab = context.new_page()
    faults = []
    tab.on("pageerror", lambda e: faults.append(str(e)))
    tab.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    tab.on("request", lambda r: faults.append(f"request to {r.url}") if not _own(r.url, address) else None)
    open_page(tab, address)
    yield tab
    context.close()
    assert not faults, faults


def _own(url, address):
    return url.startswith((address, "data:", "blob:"))
