"""HTML pages → documents: main text, title, author, publisher and publication date; owns trafilatura."""

from __future__ import annotations

import logging
import re
from typing import Any

import trafilatura
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from timeline.datespan import DateSpan
from timeline.documents.article import read_byline
from timeline.documents.charset import decode
from timeline.documents.html_date import PageDate, find_page_date
from timeline.documents.hygiene import mend
from timeline.documents.json_ld import find_authors, find_publisher
from timeline.documents.language import find_language
from timeline.documents.text import make_document
from timeline.errors import InputError
from timeline.model import Document, DocumentDateBasis

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what a page lacks is said in our own words

LARGEST_PAGE = 20_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_MANY_NAMES = re.compile(r"\s*;\s*")
_LEADING_BY = re.compile(r"\A(?:by|von|par|por)\s+", re.IGNORECASE)
_LEAST_TEXT = 40


def read_html(data: bytes, source: str, name: str, published: DateSpan | None = None, *, url: str | None = None,
              charset: str | None = None) -> Document:  # fmt: skip
    """The article of one page; its text is the main text that the offsets point into.

    A ``published`` date given here wins over the page's own; the page's own has basis ``metadata`` and its evidence.

    Raises:
        InputError: no HTML, too large, or no article text in it.

    """
    if len(data) > LARGEST_PAGE:
        raise InputError(source, f"the page is larger than {LARGEST_PAGE:,} bytes", "save the article alone")
    markup = decode(data, source, charset or _declared(data))
    tree = trafilatura.load_html(markup)
    if tree is None:
        raise InputError(source, "this is not an HTML page", "save the page as HTML, or give its text as .txt")
    saved = _SAVED_FROM.search(markup[:2000])
    url = url or (saved[1] if saved else None)
    found_date = find_page_date(tree, url or _canonical(tree))
    meta = extract_metadata(markup, default_url=url, extensive=False)
    text = _main_text(markup, tree, url)
    if len(text) < _LEAST_TEXT:
        raise InputError(source, "no article text was found in the page", "paste the article's text instead")
    known = {
        "hostname": meta.hostname,
        "description": meta.description,
        "tags": meta.tags,
        "categories": meta.categories,
    }
    return make_document(
        text,
        id=name,
        **_dated(published, found_date),
        title=_clean(meta.title),
        author=_author("; ".join(find_authors(tree)) or meta.author) or _byline(tree),
        publisher=_clean(meta.sitename) or find_publisher(tree) or meta.hostname,
        url=url or meta.url,
        source=source,
        language=find_language(text, (_page_language(tree) or "en")),
        metadata={k: v for k, v in known.items() if v},
    )


def _dated(given: DateSpan | None, page: PageDate) -> dict[str, Any]:
    if given:
        return {"published": given}
    if page.when:
        return {"published": page.when, "date_basis": DocumentDateBasis.METADATA, "date_evidence": page.evidence}
    return {"published": None, "date_evidence": page.evidence}


def _main_text(markup: str, tree: HtmlElement, url: str | None) -> str:
    """Paragraphs of the main text with a blank line between; plainer readers are asked when the first finds none."""
    text = trafilatura.extract(markup, url=url, include_comments=False, include_tables=True, include_formatting=False,
                               favor_recall=False, deduplicate=False) or ""  # fmt: skip
    if _is_grid(text):  # a page laid out with tables: its cells are no rows of data
        text = _paragraphs(tree) or text
    if len(text) < _LEAST_TEXT:
        text = trafilatura.extract(markup, url=url, include_comments=False, favor_recall=True) or ""
    if len(text) < _LEAST_TEXT:
        text = trafilatura.baseline(markup)[1] or ""
    return mend("\n\n".join(line.strip() for line in text.splitlines() if line.strip()))


def _is_grid(text: str) -> bool:
    """Whether most of the text came out of table rows."""
    return 2 * sum(len(line) for line in text.splitlines() if line.startswith("|")) > len(text)


def _paragraphs(tree: HtmlElement) -> str:
    found = (" ".join(p.text_content().split()) for p in tree.xpath("//p[not(ancestor::footer or ancestor::aside)]"))
    kept = [words for words in found if len(words) >= _LEAST_TEXT]
    return "\n".join(kept) if len(kept) > 1 else ""


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096]) or _XML_CHARSET.match(data[:200])
    return match[1].decode("ascii") if match else None


def _canonical(tree: HtmlElement) -> str | None:
    found = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return str(found[0]) if found else None


def _page_language(tree: HtmlElement) -> str | None:
    found = tree.xpath("/html/@lang")
    return str(found[0]).split("-")[0].split("_")[0].casefold()[:3] or None if found else None


def _author(value: str | None) -> str | None:
    """Names joined with commas, a leading “By” dropped; ``None`` where it reads like anything but names."""
    names = [_LEADING_BY.sub("", n) for n in _MANY_NAMES.split(_clean(value) or "")]
    found = [read_byline(f"By {n}") or (n if _plain_name(n) else "") for n in filter(None, names)]
    return ", ".join(found) if found and all(found) else None


def _plain_name(name: str) -> bool:
    """Whether words that are no byline of capitals, as in scripts without them, may still be a name."""
    return len(name.split()) <= 6 and not any(w.islower() for w in name.split()[:-1]) and "://" not in name


def _byline(tree: HtmlElement) -> str | None:
    """The name in the page's byline element, where it is nothing but names."""
    for element in tree.xpath(
        "//*[contains(@class,'byline') or contains(@class,'author')][not(ancestor::aside or ancestor::footer)]"
    ):
        words = " ".join(element.text_content().split())
        if len(words) <= 120 and (name := read_byline(words if words[:3].casefold() == "by " else f"By {words}")):
            return name
    return None


def _clean(value: str | None) -> str | None:
    return mend(value).replace("\n", " ") or None if value else None
