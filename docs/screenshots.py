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

from palette import save_small
from playwright.sync_api import Browser, sync_playwright
from waitress.server import create_server

from timeline.app.factory import create_app
from timeline.datespan import DateSpan
from timeline.documents.read import read_documents
from timeline.errors import InputError
from timeline.pipeline import extract_document
from timeline.settings import ARTICLES
from timeline.store.open import open_store
from timeline.store.store import Store

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
                _picture_all(browser, f"http://127.0.0.1:{server.effective_port}/", _telling_claim(store))
                browser.close()
        finally:
            server.close()


def _picture_all(browser: Browser, address: str, claim: str) -> None:
    IMAGES.mkdir(exist_ok=True)
    blank = browser.new_page()
    for width, height in SIZES.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            page.goto(address)
            page.wait_for_selector("#timeline .js-plotly-plot .main-svg")
            page.wait_for_timeout(900)
            save_small(page.screenshot(), IMAGES / f"timeline-{width}-{scheme}.png", blank)
            if scheme == "light":
                page.goto(f"{address}?claim={claim}")
                page.wait_for_selector("#evidence .m-sentence")
                page.wait_for_timeout(1200)
                save_small(page.screenshot(), IMAGES / f"evidence-{width}.png", blank)
            context.close()


def _telling_claim(store: Store) -> str:
    """A claim whose date is counted from another and that reports a number: it shows what the panel is for."""
    tables = store.load()
    counted = tables.claim_quantities["claim_id"]
    claims = tables.claims[tables.claims["claim_id"].isin(counted)]
    return str(
        claims.sort_values("date_basis", key=lambda basis: basis != "relative", kind="stable")["claim_id"].iloc[0]
    )


if __name__ == "__main__":
    take_pictures()
    for path in sorted(IMAGES.glob("*.png")):
        print(f"{path.name} {path.stat().st_size // 1024} kB")
