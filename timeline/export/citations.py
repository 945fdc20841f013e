"""The sources of the claims as BibTeX or CSL-JSON: one entry per document, one per dataset for imported rows."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from timeline.datespan import DateSpan, Precision
from timeline.errors import DateSpanError
from timeline.export.about import MAKER, About
from timeline.frame.tables import ClaimTables

_LATEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
          "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip
_NAMES = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


def write_csl(tables: ClaimTables, about: About) -> bytes:
    """The bytes of a CSL-JSON list, as Zotero and pandoc read it."""
    note = f"{MAKER}: {about.description}; made {about.made.isoformat()}"
    items = [{k: v for k, v in {**item, "note": note}.items() if v} for item in _items(tables)]
    return json.dumps(items, ensure_ascii=False, indent=1).encode("utf-8", errors="replace")


def write_bibtex(tables: ClaimTables, about: About) -> bytes:
    """The bytes of a BibTeX file in UTF-8; all entries are ``@misc``, which every BibTeX style knows."""
    head = f"% {_one_line(about.title)}: {_one_line(about.description)}. Made on {about.made.isoformat()}.\n"
    return (head + "\n".join(_bibtex(item) for item in _items(tables))).encode("utf-8", errors="replace")


def _items(tables: ClaimTables) -> Iterator[dict[str, Any]]:
    used: set[str] = set()
    seen: set[str] = set()
    columns = [
        "document_id",
        "title",
        "author",
        "publisher",
        "source",
        "url",
        "published",
        "dataset",
        "licence",
        "language",
    ]
    for values in tables.documents[columns].itertuples(index=False):
        row = {c: v if isinstance(v, str) else "" for c, v in zip(columns, values, strict=True)}
        if row["dataset"]:
            if row["dataset"] not in seen:
                seen.add(row["dataset"])
                yield {
                    "id": _key(row["dataset"], used),
                    "type": "dataset",
                    "title": row["dataset"],
                    "license": row["licence"],
                }
            continue
        yield {
            "id": _key(row["document_id"], used),
            "type": "article-newspaper" if row["publisher"] or row["url"] else "document",
            "title": row["title"] or row["document_id"],
            "author": [{"literal": name} for name in _NAMES.split(row["author"]) if name],
            "container-title": row["publisher"],
            "URL": row["url"],
            "issued": _issued(row["published"]),
            "language": row["language"],
            "source": row["source"],
        }


def _issued(edtf: str) -> dict[str, Any] | None:
    """CSL date parts as exact as the document's date; an inferred span is no date of issue."""
    try:
        span = DateSpan.parse(edtf) if edtf else None
    except DateSpanError:
        return None
    kept = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}.get(span.precision, 0) if span else 0
    if span is None or span.start is None or not kept:
        return None
    return {"date-parts": [[span.start.year, span.start.month, span.start.day][:kept]]}


def _bibtex(item: dict[str, Any]) -> str:
    parts = (item.get("issued") or {}).get("date-parts", [[]])[0]
    fields = {
        "title": f"{{{_latex(item['title'])}}}",
        "author": " and ".join(f"{{{_latex(a['literal'])}}}" for a in item.get("author", [])),
        "howpublished": _latex(item.get("container-title") or ""),
        "date": "-".join(f"{p:02d}" if i else f"{p:04d}" for i, p in enumerate(parts)),
        "year": f"{parts[0]}" if parts else "",
        "month": f"{parts[1]}" if len(parts) > 1 else "",
        "url": re.sub(r"[{}\\\s]", "", item.get("URL") or ""),
        "note": _latex("; ".join(filter(None, ("Data set" if item["type"] == "dataset" else "", item.get("license"))))),
        "langid": item.get("language") or "",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{item['id']},\n{lines}\n}}\n"


def _latex(value: str) -> str:
    return "".join(_LATEX.get(c, c) for c in _one_line(value))


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _key(name: str, used: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    base = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:60] or "source"
    key, number = base, 1
    while key in used:
        number += 1
        key = f"{base}-{number}"
    used.add(key)
    return key
