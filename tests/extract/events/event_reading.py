"""Reads the tables of this folder, and builds documents of invented sentences."""

from pathlib import Path

from timeline.documents.text import make_document
from timeline.extract.events.finder import find_events
from timeline.model import Document, Span

_HERE = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    """The rows of a table, cells parted by tabs."""
    return [line.split("\t") for line in (_HERE / name).read_text("utf-8").splitlines() if line.strip()]


def one_sentence(text: str) -> Document:
    """A document that is one sentence, however it reads."""
    return Document("invented", text, (Span(0, len(text)),))


def unmarked(marked: str) -> str:
    """A sentence of the tables without its bars and stars."""
    return marked.replace("| ", "").replace("*", "")


def pieces(marked: str) -> list[str]:
    """The clauses between the bars, stars kept."""
    return [piece.strip().rstrip(",;:") for piece in marked.split("|")]


def types_by_sentence(text: str) -> list[set[str]]:
    """The event types of every sentence of a text."""
    document = make_document(text, id="invented")
    events = find_events(document)
    return [{e.event_type.value for e in events if s.holds(e.span)} for s in document.sentences]
