"""Addresses are fetched with the doors shut; tested against a server of our own on the loopback address."""

import contextlib
import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.documents.layouts import LAYOUTS, PARAGRAPHS
from timeline.documents import fetch as fetching
from timeline.documents.fetch import AGENT, fetch, is_public
from timeline.documents.read import read_documents
from timeline.errors import InputError

ASKED = []
REAL_LOOK_UP = socket.getaddrinfo


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        ASKED.append((self.path, self.headers["User-Agent"], self.headers["Host"]))
        if self.path.startswith("/drip"):  # a byte now and then, in the head or in the body
            self.wfile.write(
                b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n" + (b"" if "head" in self.path else b"\r\n")
            )
            with contextlib.suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.05)
            return
        if self.path == "/short":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", "100000")
            self.end_headers()
            self.wfile.write(LAYOUTS[0][1].encode())
            return
        if self.path in ("/packed", "/bomb"):
            plain = LAYOUTS[0][1].encode() if self.path == "/packed" else b"0" * 30_000_000
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(gzip.compress(plain))
            return
        routes = {
            "/moved": "/2013/03/19/army.html",
            "/loop": "/loop",
            "/out": "http://169.254.169.254/latest/meta-data",
        }
        if self.path in routes:
            self.send_response(302)
            self.send_header("Location", routes[self.path])
            self.end_headers()
            return
        status = 404 if self.path == "/missing" else 200
        body = b"x" * 3_000_000 if self.path == "/large" else LAYOUTS[0][1].encode()
        kind = "text/plain; charset=utf-8" if self.path.endswith(".txt") else "text/html; charset=utf-8"
        if self.path.endswith(".txt"):
            body = "Troops took the café on Tuesday.".encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_private_hosts_are_refused_unless_allowed(site):
    asked = len(ASKED)
    with pytest.raises(InputError, match=r"private|port"):
        fetch(site)
    assert len(ASKED) == asked


def test_page_is_read_with_its_address_and_a_visible_agent(site):
    (found,) = read_documents([f"{site}/moved"], allow_private=True)
    assert found.url == f"{site}/2013/03/19/army.html"
    assert (found.id, found.published.edtf) == ("army", "2013-03-19")
    assert PARAGRAPHS[0] in found.text
    assert ASKED[-1][1] == AGENT


def test_plain_text_is_stored_as_sent(site):
    (found,) = read_documents([f"{site}/a.txt"], allow_private=True)
    assert (found.text, found.url) == ("Troops took the café on Tuesday.", f"{site}/a.txt")


@pytest.mark.parametrize(("path", "words"), [("/missing", "404"), ("/loop", "redirects more than")])
def test_errors_are_told(site, path, words):
    (error,) = read_documents([site + path], allow_private=True)
    assert words in str(error)


def test_too_large_an_answer_is_cut_off(site, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST", 1_000_000)
    with pytest.raises(InputError, match="larger"):
        fetch(f"{site}/large", allow_private=True)


def test_a_redirect_into_the_private_network_is_refused(site, monkeypatch):
    real = fetching.is_public
    monkeypatch.setattr(fetching, "is_public", lambda a: a == "127.0.0.1" or real(a))
    monkeypatch.setattr(fetching, "_PORTS", (int(site.rsplit(":", 1)[1]), 80))
    with pytest.raises(InputError, match="private"):
        fetch(f"{site}/out")


def test_the_connection_goes_to_the_address_that_was_checked(site, monkeypatch):
    port = int(site.rsplit(":", 1)[1])
    answers = iter([[(0, 0, 0, "", ("127.0.0.1", port))]])  # a second look-up would find nothing

    def look_up(host, *rest, **more):
        return next(answers) if host == "news.example" else REAL_LOOK_UP(host, *rest, **more)

    monkeypatch.setattr(fetching.socket, "getaddrinfo", look_up)
    got = fetch(f"http://news.example:{port}/a.txt", allow_private=True)
    assert got.media_type == "text/plain"
    assert ASKED[-1][2] == f"news.example:{port}"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "::1", "::",
     "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "240.0.0.1"],
)  # fmt: skip
def test_addresses_that_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_addresses_that_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "url", ["ftp://x.org/", "http://", "https://u:p@x.org/", "http://x.org:22/", "http://[::1", "http://\u2024\u2024/"]
)
def test_what_is_no_address_is_an_error(url):
    with pytest.raises(InputError):
        fetch(url)


@pytest.mark.parametrize("path", ["/drip-head", "/drip-body"])
def test_a_server_that_drips_is_cut_off_in_time(site, path):
    began = time.monotonic()
    with pytest.raises(InputError, match="too long"):
        fetch(site + path, allow_private=True, seconds=0.6)
    assert time.monotonic() - began < 2


def test_an_answer_that_breaks_off_is_no_article(site):
    with pytest.raises(InputError, match="broke off"):
        fetch(f"{site}/short", allow_private=True)


def test_an_answer_packed_unasked_is_unpacked_within_the_limit(site):
    assert PARAGRAPHS[0].encode() in fetch(f"{site}/packed", allow_private=True).data
    with pytest.raises(InputError, match="larger"):
        fetch(f"{site}/bomb", allow_private=True)


def test_a_name_that_also_has_a_private_address_is_refused(monkeypatch):
    found = [(0, 0, 0, "", ("93.184.216.34", 80)), (0, 0, 0, "", ("::ffff:10.0.0.1", 80, 0, 0))]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_args, **_more: found)
    with pytest.raises(InputError, match="private"):
        fetch("http://news.example/")
