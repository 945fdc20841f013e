"""Takes the pictures of README and docs: the first article at three widths and in both themes.

Run ``make screenshots``. Needs Chromium and the test extra. Nothing is left running.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from timeline.pipeline import extract_document
from timeline.store.open import open_store
from waitress.server import create_server

from timeline.app.factory import create_app
from timeline.datespan import DateSpan
from timeline.documents.read import read_documents
from timeline.errors import InputError
from timeline.settings import ARTICLES

IMAGES = Path(__file__).parent / "images"
SIZES = {1440: 900, 1024: 768, 390: 844}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def take_pictures() -> None:
    """Serve the first article from a store that is thrown away, and picture it."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/pictures.db")
        for found in read_documents([ARTICLES / "homs-2014-04-22.txt"], DateSpan.parse("2014-04-22")):
            if isinstance(found, InputError):
                raise found
            store.save(*extract_document(found))
        server: Any = create_server(create_app(store, clock=lambda: datetime(2026, 11, 24, tzinfo=UTC)).server, port=0)
        threading.Thread(target=server.run, daemon=True).start()
        try:
            with sync_playwright() as driver:
                found_at = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
                browser = driver.chromium.launch(executable_path=found_at, args=FLAGS)
                _picture_all(browser, f"http://127.0.0.1:{server.effective_port}/")
                browser.close()
        finally:
            server.close()


def _picture_all(browser: Browser, address: str) -> None:
    IMAGES.mkdir(exist_ok=True)
    for width, height in SIZES.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            page.goto(address)
            page.wait_for_selector("#timeline .js-plotly-plot .main-svg")
            page.wait_for_timeout(900)
            page.screenshot(path=IMAGES / f"timeline-{width}-{scheme}.png")
            if scheme == "light":
                _open_bombing(page)
                page.screenshot(path=IMAGES / f"evidence-{width}.png")
            context.close()


def _open_bombing(page: Page) -> None:
    """Open the evidence of the last claim but one by the keyboard, as a reader would."""
    page.evaluate("document.getElementById('timeline-box').focus()")
    for key in ("End", "ArrowLeft", "Enter"):
        page.keyboard.press(key)
    page.wait_for_selector("#evidence .m-sentence")
    page.evaluate("document.activeElement.blur()")
    page.wait_for_timeout(600)


if __name__ == "__main__":
    take_pictures()
    for path in sorted(IMAGES.glob("*.png")):
        print(f"{path.name} {path.stat().st_size // 1024} kB")
