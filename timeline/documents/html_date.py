"""The publication date in a page's markup, with the words that say where it stood; owns htmldate.

Metadata first (JSON-LD, meta tags, microdata, ``time`` elements, date lines by class, the address), htmldate on the
page without its paragraphs last. The body text is never asked: a date in it may be any day the article speaks of.
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterator
from typing import NamedTuple

from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement

from timeline.datespan import DateSpan, Precision
from timeline.documents.json_ld import find_objects
from timeline.documents.published import read_published
from timeline.errors import DateSpanError

logging.getLogger("htmldate").setLevel(logging.CRITICAL)  # a bad page is our error to tell, not its log line


class PageDate(NamedTuple):
    """The day of publication and where the page says it; ``when`` is ``None`` when what it says cannot be read."""

    when: DateSpan | None
    evidence: str | None


_PUBLISHED_META = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "date_published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dcterms.date", "dc.date", "dc.date.created", "article.published", "published-date", "originalpublicationdate",
    "ptime", "displaydate", "rnews:datepublished", "citation_publication_date", "citation_date",
    "prism.publicationdate", "bt:pubdate", "datecreated", "date",
)  # fmt: skip
_MODIFIED_META = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod",
                  "last-modified")  # fmt: skip
_SMALL = "//div[not(*)] | //span[not(*)] | //p[not(*)] | //small | //em | //strong | //b | //font"
_PARTED = re.compile(r"\s*[|•·]\s*")
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|datetime|pubdate|published|publish|posted|post-date|entry-date|timestamp|byline-date"
    r"|article-date|story-date|pub-date|posted-on)(?:$|[\s_-])",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"updat|modif|revis|edited|access", re.IGNORECASE)
_CHANGED = re.compile(r"modif|updat|revis|\blast", re.IGNORECASE)
_LEAD = re.compile(
    r"\s*(?:(?:first )?(?:published|posted|publicado|publié|date|on|am|le)\b[:\s]*(?:on |at )?)+", re.IGNORECASE
)
_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/_.-]|$)")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_ASIDE = (
    "ancestor::*[self::aside or self::footer or self::nav or contains(@class,'related') or contains(@class,'comment')]"
)
_LONGEST_LINE = 80


def find_page_date(tree: HtmlElement, url: str | None) -> PageDate:
    """The page's own publication date; ``PageDate(None, why)`` when its only date is unclear, both ``None`` if none."""
    unclear: str | None = None
    for raw, where in _candidates(tree, url):
        try:
            when = read_published(_LEAD.sub("", " ".join(raw.split())))
        except DateSpanError as error:
            if _YEAR.search(raw):
                unclear = unclear or f"{where} says “{raw.strip()[:60]}”: {error}"
            continue
        if when and when.precision is Precision.DAY:
            return PageDate(when, f"{where}: “{raw.strip()[:60]}”")
    if line := _lone_line(tree):
        return line
    if unclear:
        return PageDate(None, unclear)
    if guess := _from_markup(tree):
        return PageDate(DateSpan.parse(guess), f"the page's markup outside its text holds {guess} (found by htmldate)")
    if changed := _last_change(tree):
        return PageDate(None, f"the page names only the day it was last changed, “{changed[:60]}”")
    return PageDate(None, None)


def _last_change(tree: HtmlElement) -> str | None:
    """When the page was changed; it may be years after publication, so it dates nothing."""
    values = [v for item in find_objects(tree) if isinstance(v := item.get("dateModified"), str)]
    values += [value for key, value in _metas(tree) if key in _MODIFIED_META]
    values += [
        w for e in tree.xpath(_SMALL) if _UPDATED.match(w := " ".join(e.text_content().split())) and _YEAR.search(w)
    ]
    return next((v for v in values if len(v) <= _LONGEST_LINE), None)


def _candidates(tree: HtmlElement, url: str | None) -> Iterator[tuple[str, str]]:
    objects = list(find_objects(tree))
    for item in objects:
        if value := item.get("datePublished"):
            yield str(value), "datePublished in the page's JSON-LD"
    metas = list(_metas(tree))
    for name in _PUBLISHED_META:
        yield from ((value, f"the page's meta tag {key}") for key, value in metas if key == name)
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]"):
        yield from ((v, "the page's datePublished mark") for v in _values(element))
    yield from _times(tree)
    yield from _date_lines(tree)
    if url and (match := _URL_DATE.search(url)):
        yield f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}", "the page's address"
    for item in objects:
        for key in ("dateCreated", "uploadDate"):
            if value := item.get(key):
                yield str(value), f"{key} in the page's JSON-LD, which names no publication date"


def _times(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Dates of ``time`` elements that belong to the article: one in its header, or the only one of the page."""
    times = [t for t in tree.xpath("//time") if not t.xpath(_ASIDE) and not _UPDATED.search(_marks(t))]
    inside = [t for t in times if t.xpath("ancestor::article | ancestor::header | ancestor::main")]
    paragraph = [t for t in times if t.xpath("ancestor::p[string-length(normalize-space()) > 120]")]
    for element in [*inside, *times]:
        days = {v[:10] for t in times for v in _values(t)[:1]}
        if element not in paragraph and (element in inside[:1] or len(days) == 1):
            yield from ((v, "the page's time element") for v in _values(element))


def _date_lines(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.xpath("//*[@class or @id][not(self::body or self::html)]"):
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        if not _DATE_CLASS.search(marks) or _UPDATED.search(marks) or element.xpath(_ASIDE):
            continue
        words = " ".join(element.text_content().split())
        if 6 <= len(words) <= _LONGEST_LINE and any(map(str.isdigit, words)):
            yield words, "the page's date line"


def _lone_line(tree: HtmlElement) -> PageDate | None:
    """A date that is all an element holds, where the page has only one such day outside lists, asides and footers."""
    found: dict[DateSpan, str] = {}
    for element in tree.xpath(_SMALL):
        words = " ".join(element.text_content().split())
        if not 8 <= len(words) <= 120 or not _YEAR.search(words) or _UPDATED.match(words):
            continue
        if element.xpath(_ASIDE) or element.xpath("ancestor::li | ancestor::p[string-length(normalize-space()) > 120]"):
            continue
        for part in _PARTED.split(words):  # “By Ann Lee | 19 March 2013”
            try:
                when = read_published(_LEAD.sub("", part)) if 8 <= len(part) <= 40 else None
            except DateSpanError:
                continue
            if when and when.precision is Precision.DAY:
                found.setdefault(when, words)
    if len(found) != 1:
        return None
    ((when, words),) = found.items()
    return PageDate(when, f"a line of its own on the page: “{words}”")


def _values(element: HtmlElement) -> list[str]:
    found = (element.get("datetime"), element.get("content"), element.get("title"), element.text_content())
    return [v for v in found if v and any(map(str.isdigit, v)) and len(v) <= _LONGEST_LINE]


def _marks(element: HtmlElement) -> str:
    parent = element.getparent()
    around = (parent.get("class") or "") if parent is not None else ""
    before = (element.getprevious().text_content() if element.getprevious() is not None else "")[-20:]
    lead = (parent.text or "")[-20:] if parent is not None else ""
    return " ".join((element.get("class") or "", element.get("itemprop") or "", around, before, lead))


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.xpath("//meta[@content]"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if key and (value := element.get("content").strip()):
            yield key.strip().casefold(), value


def _from_markup(tree: HtmlElement) -> str | None:
    """The reading by htmldate of the page without paragraphs, asides and footers."""
    bare = copy.deepcopy(tree)
    gone = bare.xpath(
        "//p | //li | //td | //blockquote | //footer | //aside | //nav | //script | //style | //article//div[not(*)]"
        " | //*[contains(@class, 'comment') or contains(@class, 'related')]"
    )
    for element in gone:
        if element.getparent() is not None:
            element.drop_tree()
    for element in bare.xpath("//meta | //*[not(*)]"):
        name = element.get("property") or element.get("name") or element.get("http-equiv") or element.text or ""
        if _CHANGED.search(name[:_LONGEST_LINE]) and element.getparent() is not None:
            element.drop_tree()
    try:
        found = find_date(bare, extensive_search=False, original_date=True, url=None)
    except (ValueError, TypeError, etree.LxmlError):
        return None
    return str(found) if found else None
