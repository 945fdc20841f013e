"""Mail (.eml) → documents: the body, and the attachments that are articles."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from timeline.datespan import DateSpan
from timeline.documents.html import read_html
from timeline.documents.hygiene import mend
from timeline.documents.text import make_document
from timeline.errors import InputError
from timeline.model import Document, DocumentDateBasis


def read_mail(data: bytes, source: str, name: str, published: DateSpan | None = None) -> Document:
    """The document of a mail's body, dated by its Date header: the day as the sender's own clock had it.

    Raises:
        InputError: not a mail, or one without text.

    """
    message = _parse(data)
    if not message.keys():
        raise InputError(source, "this is not a mail: it has no header lines", "save the mail as .eml")
    text = _body(message, source)
    if not text:
        raise InputError(source, "the mail holds no text", "give its attachment, or paste its text")
    when = published or _date(message)
    dated: dict[str, object] = {}
    if when and not published:
        dated = {
            "date_basis": DocumentDateBasis.METADATA,
            "date_evidence": f"the mail's Date header: “{message['date']}”",
        }
    sender, address = parseaddr(str(message.get("from", "")))
    subject = str(message.get("subject", "")).strip() or None
    author = sender or address or None
    return make_document(text, id=name, published=when, source=source, title=subject, author=author, **dated)


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """File name and bytes of each attachment that has a name."""
    for part in _parse(data).iter_attachments():
        filename = part.get_filename()
        content = part.get_payload(decode=True)
        if filename and isinstance(content, bytes):
            yield filename.replace("\\", "/").rsplit("/", 1)[-1], content


def _parse(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _body(message: EmailMessage, source: str) -> str:
    for kind in ("plain", "html"):
        part = message.get_body(preferencelist=(kind,))
        if part is None:
            continue
        content = part.get_payload(decode=True)
        raw = content if isinstance(content, bytes) else b""
        charset = part.get_content_charset()
        if kind == "html":
            return read_html(raw, source, "mail", charset=charset).text
        try:
            text = raw.decode(charset or "utf-8", errors="replace")
        except LookupError:
            text = raw.decode("utf-8", errors="replace")
        if text.strip():
            return mend(text)
    return ""


def _date(message: EmailMessage) -> DateSpan | None:
    try:
        return DateSpan.day(parsedate_to_datetime(str(message["date"])).date()) if message["date"] else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
