"""Words selected in an article → the row of a reader's own claim, before its facts are told."""

from __future__ import annotations

from timeline.documents.sentences import find_sentences
from timeline.errors import StoreError
from timeline.frame.columns import TABLES
from timeline.frame.tables import Row
from timeline.model import EventType, Status, claim_id


def selected_claim(document: Row, start: int, end: int) -> Row:
    """A claim on the words ``text[start:end]``: its sentence is the one they stand in, its label is the words.

    Raises:
        StoreError: nothing is selected, or nothing that this text has.

    """
    text = document["text"] or ""
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise StoreError("No words of the article are selected; select the words that say what happened.")
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    # The paragraph is enough, and a long article's sentences need not all be found for one.
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    found = find_sentences(text[low : high if high >= 0 else len(text)], document["language"] or "en", None)
    touched = [s for s in found if s.start + low < end and s.end + low > start]
    first = min([low + touched[0].start, start]) if touched else start
    last = max([low + touched[-1].end, end]) if touched else end
    row: Row = dict.fromkeys(c.name for c in TABLES["claims"])
    return row | {
        "claim_id": claim_id(document["document_id"], "reader", start, end),
        "document_id": document["document_id"],
        "sentence_start": first,
        "sentence_end": last,
        "sentence_text": text[first:last],
        "event_type": EventType.OTHER.value,
        "event_text": text[start:end],
        "event_start": start,
        "event_end": end,
        "hedged": False,
        "confidence": 1.0,
        "status": Status.REVIEWED.value,
    }
