"""Which store a verb works on: the one named, the one the environment names, or the user's own."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

from timeline.errors import StoreError
from timeline.settings import Settings
from timeline.store.open import open_store
from timeline.store.store import Store


def own_store() -> Path:
    """The file of the user's own store, which may not be there yet."""
    return user_data_path("conflict-timeline", appauthor=False) / "claims.db"


def choose_store(named: str | None, settings: Settings) -> str:
    """The address of the store; it need not be there yet."""
    return named or settings.store or str(own_store())


def open_chosen(named: str | None, settings: Settings) -> Store:
    """The store, made if it is not there.

    Raises:
        StoreError: it cannot be opened or made.

    """
    address = choose_store(named, settings)
    if address == str(own_store()):
        try:
            own_store().parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{own_store()}: cannot be made ({error.strerror}); name a store with --store.") from error
    return open_store(address)


def open_existing(named: str | None, settings: Settings) -> Store:
    """The store that is there already.

    Raises:
        StoreError: there is none; the message says how to get one.

    """
    address = choose_store(named, settings)
    if not is_there(address):
        raise StoreError(f"{address}: there is no store yet; fill one with timeline import or timeline serve.")
    return open_store(address)


def is_there(address: str) -> bool:
    """Whether a file of this address is there; of a server nothing is asked."""
    path = address.removeprefix("sqlite:///")
    return "://" in path or Path(path).exists()
