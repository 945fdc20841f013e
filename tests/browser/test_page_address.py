"""An article comes in by its address; the page never fetches from the own network unless it was allowed to."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from page_driving import counts, settle
from playwright.sync_api import expect

from timeline.app import intake
from timeline.documents.read import read_documents

PAGE = b"""<!doctype html><html lang="en"><head><title>Shells hit market in Qasra</title>
<meta property="article:published_time" content="2016-03-09T10:00:00Z"></head><body><article><h1>Shells hit market in Qasra</h1>
<p>Artillery fire killed 12 people at a market in the town of Qasra on Monday, the health ministry said on Wednesday.</p>
<p>Rebels seized a police station outside the town on 3 March 2016 after two days of fighting with government troops.</p>
</article></body></html>"""


class Newspaper(BaseHTTPRequestHandler):
    def do_GET(self):
        found = self.path == "/market"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE if found else b"")

    def log_message(self, *said):
        pass


@pytest.fixture
def newspaper():
    server = HTTPServer(("127.0.0.1", 0), Newspaper)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join(5)


def test_an_article_is_fetched_by_its_address(page, store, newspaper, monkeypatch):
    monkeypatch.setattr(intake, "read_documents", _allowed)
    before = counts(page)[1]
    page.click("#open-add")
    page.fill("#add-url", newspaper + "market")
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).to_contain_text("Shells hit market in Qasra")
    settle(page)
    assert counts(page)[1] > before
    documents = store.load().documents
    assert newspaper + "market" in set(documents["url"].dropna())
    assert "2016-03-07" in set(store.load().claims["date_edtf"].dropna())
    expect(page.locator("#add-dialog")).to_be_hidden()
    assert page.input_value("#add-url") == ""


def test_an_address_that_is_not_there_is_named(page, store, newspaper, monkeypatch):
    monkeypatch.setattr(intake, "read_documents", _allowed)
    page.click("#open-add")
    page.fill("#add-url", newspaper + "gone")
    page.click("#add-fetch")
    expect(page.locator("#add-error")).to_contain_text("404")
    assert page.input_value("#add-url") == newspaper + "gone"
    assert len(store.load().documents) == 1


@pytest.mark.parametrize("private", ["http://127.0.0.1/", "http://localhost/admin", "http://169.254.169.254/latest"])
def test_private_addresses_are_refused_in_words(page, store, private):
    page.click("#open-add")
    page.fill("#add-url", private)
    page.click("#add-fetch")
    expect(page.locator("#add-error")).to_contain_text("private or local network")
    assert len(store.load().documents) == 1


def _allowed(inputs, published, *, allow_private):
    assert allow_private is False, "the page asks for private addresses only when it was told to"
    return read_documents(inputs, published, allow_private=True)
