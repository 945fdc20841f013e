"""Chromium for the tests that open an export in it: in a thread of its own, beside the page tests' Chromium."""

import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def drive(steps):
    """What ``steps(browser)`` gives; skips where there is no Chromium."""
    sync_api = pytest.importorskip("playwright.sync_api")
    path = next((p for name in BROWSERS if (p := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium on this machine; `make browser` installs Debian's")

    def work():
        with sync_api.sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
            try:
                return steps(browser)
            finally:
                browser.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()
