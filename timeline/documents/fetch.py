"""Addresses → bytes, over HTTP(S), with the doors kept shut: no private host, no endless answer, no hidden redirect.

The name is resolved once, every address it has must be public, and the connection goes to the very address that was
checked, so a name that changes between check and call (DNS rebinding) gains nothing. Each redirect is checked anew.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit, urlunsplit

from timeline.errors import InputError

AGENT = "conflict-timeline/0.1 (reads single articles for their readers)"
LARGEST = 20_000_000
SECONDS = 30.0
MOST_REDIRECTS = 5
_ACCEPT = "text/html, text/plain, application/pdf, */*;q=0.5"
_EXAMPLE = "give one such as https://example.org/article"
_PORTS = (80, 443, 8080, 8443)
_REDIRECTS = (301, 302, 303, 307, 308)


class Fetched(NamedTuple):
    """What came back: the bytes, their media type and charset as declared, and the address they came from."""

    data: bytes
    media_type: str
    charset: str | None
    url: str


def fetch(url: str, *, allow_private: bool = False, seconds: float = SECONDS) -> Fetched:
    """The answer to a GET of this address.

    Raises:
        InputError: not an http(s) address, a private host, too slow, too large, too many redirects, or an error page.

    """
    deadline = time.monotonic() + seconds
    here = url
    for _ in range(MOST_REDIRECTS + 1):
        answer = _get(here, url, deadline, allow_private=allow_private)
        if isinstance(answer, Fetched):
            return answer
        here = urljoin(here, answer)
    raise InputError(url, f"it redirects more than {MOST_REDIRECTS} times", "give the address it ends at")


def _get(here: str, asked: str, deadline: float, *, allow_private: bool) -> Fetched | str:
    """One request: the answer, or the address of a redirect."""
    scheme, host, port, target = _parts(here, asked, allow_private=allow_private)
    address = _public_address(host, port, asked, allow_private=allow_private)
    plain = _dial(host, port, address, max(0.1, deadline - time.monotonic()))
    # A server that sends a byte now and then never meets the socket's own timeout: the line is cut at the deadline.
    cut = threading.Timer(max(0.1, deadline - time.monotonic()), _hang_up, [plain])
    cut.daemon = True
    cut.start()
    connection = http.client.HTTPConnection(host, port)
    try:
        context = ssl.create_default_context()
        connection.sock = context.wrap_socket(plain, server_hostname=host) if scheme == "https" else plain
        default = port == (443 if scheme == "https" else 80)
        shown = f"[{host}]" if ":" in host else host
        headers = {"Host": shown if default else f"{shown}:{port}", "User-Agent": AGENT, "Accept": _ACCEPT,
                   "Accept-Encoding": "identity"}  # fmt: skip
        connection.request("GET", target, headers=headers)
        response = connection.getresponse()
        if response.status in _REDIRECTS and (location := response.getheader("Location")):
            return location
        if response.status != 200:
            problem = f"the server answered {response.status} {response.reason}"
            raise InputError(asked, problem, "open it in a browser, save the page and give the file")
        data = _body(response, asked, deadline)
        return Fetched(data, response.headers.get_content_type(), response.headers.get_content_charset(), here)
    except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
        late = isinstance(error, TimeoutError) or time.monotonic() >= deadline
        reason = "it took too long" if late else f"it cannot be fetched ({error})"
        raise InputError(asked, reason, "check the address, or save the page and give the file") from error
    finally:
        cut.cancel()
        connection.close()
        plain.close()


def _parts(here: str, asked: str, *, allow_private: bool) -> tuple[str, str, int, str]:
    """Scheme, ASCII host, port and request target of an address."""
    try:
        parts = urlsplit(here.strip())
        port = parts.port or (443 if parts.scheme == "https" else 80)
        name = parts.hostname or ""
        host = name if name.isascii() else name.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise InputError(
            asked, f"this is not an address ({error})", "give one such as https://example.org/article"
        ) from error
    if parts.scheme not in ("http", "https") or not host:
        raise InputError(
            asked, "only http and https addresses are fetched", "give one such as https://example.org/article"
        )
    if parts.username is not None or parts.password is not None:
        raise InputError(asked, "an address with a user name in it is not fetched", "save the page and give the file")
    if port not in _PORTS and not allow_private:
        raise InputError(asked, f"port {port} is not fetched", "save the page and give the file")
    quoted = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    target = "".join(c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode()) for c in quoted)
    return parts.scheme, host, port, target


def _public_address(host: str, port: int, asked: str, *, allow_private: bool) -> str:
    """The first address of a host all of whose addresses are public."""
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise InputError(asked, f"the host {host} is not known", "check the spelling of the address") from error
    if not allow_private and not all(is_public(a) for a in found):
        remedy = "save the page and give the file, or allow private addresses in the settings"
        raise InputError(asked, f"the host {host} is on a private or local network", remedy)
    return found[0]


def is_public(address: str) -> bool:
    """Whether an IP address is on the public internet; addresses that wrap another one are judged by that one."""
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.sixtofour is not None or ip.teredo is not None:
            return False
        inner = ip.ipv4_mapped
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _dial(host: str, port: int, address: str, seconds: float) -> socket.socket:
    """A connection to the checked address."""
    try:
        return socket.create_connection((address, port), timeout=seconds)
    except (OSError, ValueError) as error:
        raise InputError(host, f"no connection ({error})", "check the address and the network") from error


def _hang_up(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _body(response: http.client.HTTPResponse, asked: str, deadline: float) -> bytes:
    """The whole answer within size and time, unpacked when the server packs unasked."""
    packed = response.headers.get("Content-Encoding", "").strip().casefold() in ("gzip", "x-gzip", "deflate")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(65536):
        if time.monotonic() > deadline:
            raise TimeoutError
        try:
            plain = unpack.decompress(piece, LARGEST + 1) if unpack else piece
        except zlib.error as error:
            raise InputError(asked, "its answer is damaged", "save the page and give the file") from error
        size += len(plain)
        if size > LARGEST:
            raise InputError(asked, f"it is larger than {LARGEST:,} bytes", "save the article alone and give the file")
        pieces.append(plain)
    if time.monotonic() >= deadline:  # the line was cut, which looks like the end of the answer
        raise TimeoutError
    if response.length:
        raise InputError(asked, "its answer broke off", "try again, or save the page and give the file")
    return b"".join(pieces)
