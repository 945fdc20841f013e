"""``timeline serve``: the page over a store, on this machine."""

from __future__ import annotations

import errno
import json
import socket
import sys
import threading
import webbrowser
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count as count_up
from pathlib import Path
from typing import Any

import click
from waitress.server import create_server

from timeline.app.factory import create_app
from timeline.commands.options import Surroundings, date_option
from timeline.commands.report import Tally, count, say
from timeline.commands.stores import is_there, open_chosen, own_store
from timeline.datespan import DateSpan
from timeline.documents.read import read_documents
from timeline.errors import InputError
from timeline.model import Document
from timeline.pipeline import extract_all, extract_documents
from timeline.settings import ARTICLES, Settings
from timeline.store.open import open_store
from timeline.store.store import Store

_PORTS = 20  # tried one after another
_THREADS = 8
_OWN_HOSTS = ("127.0.0.1", "::1")


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@click.option("--store", metavar="STORE", help="A file, sqlite:///claims.db or postgresql://host/name.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to serve on; 8050, or the next that is free.")
@click.option("--host", help="Address to serve on; 127.0.0.1, which only this machine can reach.")
@click.option("--demo", is_flag=True, help="Show the first article, without touching your own store.")
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.option("--who", default="reader", show_default=True, help="The name that corrections are kept under.")
@date_option
@click.pass_obj
def serve(
    surroundings: Surroundings,
    inputs: Sequence[str],
    store: str | None,
    port: int | None,
    host: str | None,
    demo: bool,
    no_browser: bool,
    who: str,
    published: DateSpan | None,
) -> None:
    """Open the timeline in the browser, with the articles given and those read before.

    Without INPUT and without a store of your own it shows the first article as a demonstration.
    """
    settings = surroundings.settings
    with _open(inputs, store, settings, demo=demo) as opened:
        if inputs:
            _add(opened, inputs, published, settings)
        allow = settings.allow_private_urls
        app = create_app(opened, clock=surroundings.clock, who=who, allow_private=allow)
        listening = _listen(host or settings.host, settings.port if port is None else port)
        server = create_server(app.server, sockets=[listening], threads=_THREADS, clear_untrusted_proxy_headers=True)
        try:
            _tell(listening, len(opened.load().claims), browser=not no_browser and sys.stdout.isatty())
            server.run()
        except KeyboardInterrupt:
            say("Ended.")
        finally:
            server.close()


def _tell(listening: socket.socket, claims: int, *, browser: bool) -> None:
    """Say where the page is, and open it where a person looks on."""
    host, port = listening.getsockname()[:2]
    address = f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
    click.echo(f"{count(claims, 'claim')} at {address} (end with Ctrl C)")
    if host not in _OWN_HOSTS:
        say("Everyone who reaches this address can read and change the claims; there are no passwords.")
    if browser:
        threading.Timer(0.3, webbrowser.open, [address]).start()


def _open(inputs: Sequence[str], named: str | None, settings: Settings, *, demo: bool) -> Store:
    """The store to show: the one named, else the user's own if there is anything to put or found in it, else a demo."""
    if not demo and (named or settings.store or inputs or is_there(str(own_store()))):
        opened = open_chosen(named, settings)
        if named or settings.store or inputs or len(opened.load().documents):
            say(f"Kept in {opened.name}")
            return opened
        opened.close()
    opened = open_store(named or ":memory:")
    _add_demo(opened)
    if not named:
        say("A demonstration: what you add or change is gone when it ends; keep it with --store FILE.")
    return opened


def _add_demo(store: Store) -> None:
    """The articles shipped with the program, dated as their record beside them says."""
    for record in sorted(ARTICLES.glob("*.json")):
        about: dict[str, Any] = json.loads(record.read_text("utf-8"))
        _keep(store, extract_all([record.with_name(about["file"])], DateSpan.parse(about["date"])))


def _add(store: Store, inputs: Iterable[str | Path], published: DateSpan | None, settings: Settings) -> None:
    found = read_documents(inputs, published, allow_private=settings.allow_private_urls)
    tally = _keep(store, extract_documents(_own_ids(store, found)))
    say(tally.words)
    if not tally.documents and not len(store.load().documents):
        raise click.exceptions.Exit(1)


def _own_ids(store: Store, found: Iterable[Document | InputError]) -> Iterator[Document | InputError]:
    """Documents under ids that no other text of the store has: two files called report.txt are two documents."""
    documents = store.load().documents
    taken = dict(zip(documents["document_id"], documents["text"], strict=True))
    for one in found:
        if isinstance(one, InputError):
            yield one
            continue
        names = (one.id if n == 1 else f"{one.id}-{n}" for n in count_up(1))
        name = next(n for n in names if taken.get(n, one.text) == one.text)
        taken[name] = one.text
        yield replace(one, id=name)


def _keep(store: Store, outcomes: Any) -> Tally:
    tally = Tally("claim")
    for found in tally.follow(outcomes, lambda e: len(e.claims)):
        store.save(found.document, found.claims)
    return tally


def _listen(host: str, port: int) -> socket.socket:
    """A socket on this port or the next that is free.

    Raises:
        InputError: none is, or the address is not this machine's.

    """
    for number in range(port, min(port + _PORTS, 65536)):
        try:
            listening = _bind(host, number)
        except (OSError, UnicodeError) as error:
            if getattr(error, "errno", None) != errno.EADDRINUSE:
                reason = getattr(error, "strerror", None) or "no such host"
                raise InputError(
                    f"{host}:{number}", f"cannot be served on ({reason})", "give another --host or --port"
                ) from error
            continue
        if number != port:
            say(f"Port {port} is taken; this is port {number}.")
        return listening
    raise InputError(f"Port {port}", "it is taken, and so are the next ones", "give another with --port")


def _bind(host: str, port: int) -> socket.socket:
    # waitress leaves its sockets open when it cannot bind; so it is given one that is bound.
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":  # there it would share the port with another program
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening
