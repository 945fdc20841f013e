"""What a page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"Article|Report|Posting|WebPage", re.IGNORECASE)
_MOST_OBJECTS = 500


def find_objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects that describe an article or the page, in the page's order; broken scripts are passed over."""
    seen = 0
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            todo = [json.loads((script.text or "").strip(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while todo and seen < _MOST_OBJECTS:
            seen += 1
            item = todo.pop(0)
            if isinstance(item, list):
                todo.extend(item)
            elif isinstance(item, dict):
                graph = item.get("@graph")
                todo.extend(graph if isinstance(graph, list) else [])
                if _ARTICLE.search(str(item.get("@type"))) or "@type" not in item:
                    yield item


def find_publisher(tree: HtmlElement) -> str | None:
    """Name of the publisher of the first object that has one."""
    for item in find_objects(tree):
        house = item.get("publisher") or item.get("isPartOf")
        name = house.get("name") if isinstance(house, dict) else house
        if isinstance(name, str) and name.strip() and "://" not in name:
            return " ".join(name.split())
    return None


def find_authors(tree: HtmlElement) -> list[str]:
    """Names of the authors of the first object that has any."""
    for item in find_objects(tree):
        listed = item.get("author") or item.get("creator")
        people = listed if isinstance(listed, list) else [listed]
        names = [p.get("name") if isinstance(p, dict) else p for p in people]
        found = [n.strip() for n in names if isinstance(n, str) and n.strip() and "://" not in n]
        if found:
            return list(dict.fromkeys(found))
    return []
