"""The file named with ``-o``: checked before the work begins, written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from timeline.errors import ExportError


def check_output(path: Path, suffixes: tuple[str, ...]) -> None:
    """Refuse a folder, a missing folder and a suffix that tells no format.

    Raises:
        ExportError: one sentence that says what would be right.

    """
    if path.is_dir():
        raise ExportError(f"{path}: this is a folder; give the name of a file in it.")
    if not path.name.lower().endswith(suffixes):
        raise ExportError(f"{path}: this name tells no format; end it with one of {' '.join(suffixes)}.")
    if not path.parent.is_dir():
        raise ExportError(f"{path}: the folder {path.parent} is not there; make it first.")


@contextmanager
def open_output(path: Path | None) -> Iterator[IO[bytes]]:
    """A file that takes the place of ``path`` when all is written; stdout for ``None``.

    Raises:
        ExportError: the file cannot be written.

    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    partial = path.with_name(f".{path.name}.part")  # hidden, so that a folder that is being read passes it over
    try:
        with partial.open("wb") as file:
            yield file
        partial.replace(path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror}); choose another folder.") from error
    finally:
        partial.unlink(missing_ok=True)
