"""Pages: the article's words, its headline, who wrote it, and the day it came out or an honest unknown."""

from datetime import date

import pytest

from tests.documents.layouts import BODY, LAYOUTS, MORE_LAYOUTS, PARAGRAPHS, TITLE, meta, page
from timeline.datespan import DateSpan
from timeline.documents.html import read_html
from timeline.documents.read import read_bytes
from timeline.errors import InputError
from timeline.model import DocumentDateBasis


@pytest.mark.parametrize(
    ("name", "markup", "day", "author"), [*LAYOUTS, *MORE_LAYOUTS], ids=[row[0] for row in [*LAYOUTS, *MORE_LAYOUTS]]
)
def test_layout(name, markup, day, author):
    found = read_html(markup.encode(), f"{name}.html", name)
    assert (found.published.edtf if found.published else None) == day
    assert found.date_basis is (DocumentDateBasis.METADATA if day else DocumentDateBasis.UNKNOWN)
    assert bool(found.date_evidence) or not day
    assert found.title == TITLE
    assert found.author == author
    for paragraph in PARAGRAPHS:
        assert paragraph in found.text
    for chrome in ("Home", "Related", "All rights reserved", "Talks fail", "First!", "datePublished"):
        assert chrome not in found.text
    assert all(s.of(found.text).strip() == s.of(found.text) for s in found.sentences)


def test_there_are_twenty_layouts():
    assert len(LAYOUTS) == 20
    assert len({name for name, *_ in [*LAYOUTS, *MORE_LAYOUTS]}) == len(LAYOUTS) + len(MORE_LAYOUTS)


def test_a_page_that_says_only_when_it_was_changed_has_no_date_and_says_so():
    markup = next(row[1] for row in MORE_LAYOUTS if row[0] == "modified_in_json_ld_only")
    found = read_html(markup.encode(), "a.html", "a")
    assert found.published is None
    assert "last changed, “2013-03-21”" in found.date_evidence


def test_given_date_wins_over_the_page():
    given = DateSpan.day(date(2013, 3, 20))
    found = read_html(LAYOUTS[0][1].encode(), "a.html", "a", given)
    assert (found.published, found.date_basis) == (given, DocumentDateBasis.GIVEN)


def test_unclear_date_is_unknown_and_says_why():
    markup = next(row[1] for row in LAYOUTS if row[0] == "ambiguous_numbers")
    found = read_html(markup.encode(), "a.html", "a")
    assert found.published is None
    assert "03/04/2013" in found.date_evidence


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ('<div class="meta">22 Apr 2014 10:15 BST</div>', "2014-04-22"),
        ('<span class="date">Publié le 22 avril 2014</span>', "2014-04-22"),
        ('<span class="date">22. März 2014</span>', "2014-03-22"),
        ('<span class="fecha date">22 de abril de 2014</span>', "2014-04-22"),
        ('<p class="posted">Posted on April 22, 2014 by Ann Lee</p>', "2014-04-22"),
        ('<div class="ArticleHeader_date">April 22, 2014 / 10:15 AM / 9 years ago</div>', "2014-04-22"),
        ("<time>3 hours ago</time>", None),
        ('<div class="copyright">Copyright 2014</div>', None),
        ("<span>22 April 2014</span> <span>23 April 2014</span>", None),
    ],
)
def test_date_lines_in_the_wild(line, day):
    found = read_html(page(before=line).encode(), "a.html", "a")
    assert (found.published.edtf if found.published else None) == day


def test_declared_charset_is_believed():
    body = BODY.replace("Karesh", "Kareš")
    markup = page(body=body).replace("utf-8", "windows-1250").encode("cp1250")
    assert "Kareš" in read_html(markup, "a.html", "a").text


def test_publisher_and_address_are_kept():
    markup = page(meta("og:site_name", "The Daily") + meta("og:url", "https://daily.example/a"))
    found = read_html(markup.encode(), "a.html", "a")
    assert (found.publisher, found.url) == ("The Daily", "https://daily.example/a")


@pytest.mark.parametrize(
    "markup", [b"<html><body><script>x()</script></body></html>", b"<html></html>", b"<p></p>" * 10]
)
def test_page_without_an_article_is_one_error(markup):
    (error,) = read_bytes(markup, "empty.html")
    assert isinstance(error, InputError)
    assert "empty.html" in str(error)


def test_deep_nesting_ends():
    markup = b"<html><body>" + b"<div>" * 20_000 + b"<p>Troops took the town on Tuesday after a long siege.</p>"
    assert len(list(read_bytes(markup, "deep.html"))) == 1
