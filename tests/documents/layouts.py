"""Twenty news pages as sites build them, written for the tests: where each keeps its title, author and date.

Each layout is (name, page, expected date or None, expected author or None). The words are the same in all.
"""

TITLE = "Army takes border town after three weeks"
PARAGRAPHS = (
    (
        "Government troops took the border town of Karesh on Tuesday after three weeks of fighting, killing at least 30 "
        "rebels, a monitoring group said in a statement sent to reporters."
    ),
    (
        "The battle began on 1 March 2013 when the army moved tanks to the crossing, residents of the town and activists "
        "said. It was the third attempt since 12 January 2012 to retake the valley."
    ),
    (
        "Rebels said they had pulled out overnight to spare the lives of dozens of wounded fighters trapped inside the "
        "town since last Friday, and that they would fight on in the hills."
    ),
)
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
FOOTER = (
    '<footer><p>© 2024 The Daily. All rights reserved.</p><p><time datetime="2024-05-05">5 May 2024</time></p></footer>'
)
ASIDE = '<aside class="related"><h3>Related</h3><ul><li><a href="/x">Talks fail</a> <span class="date">3 June 2015</span></li></ul></aside>'


def page(
    head: str = "", before: str = "", body: str = BODY, *, after: str = "", title: str = f"{TITLE} - The Daily"
) -> str:
    """A page with these parts around the article."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f"<header>{NAV}</header><main><article><h1>{TITLE}</h1>{before}{body}</article>{after}</main>{ASIDE}{FOOTER}</body></html>"
    )


def ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",{fields}}}</script>'


def meta(key: str, value: str, attribute: str = "property") -> str:
    return f'<meta {attribute}="{key}" content="{value}">'


LD_AUTHOR = '"author":{"@type":"Person","name":"Ann Lee"},"headline":"' + TITLE + '"'
GRAPH = (
    '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"The Daily"},{"@type":"NewsArticle",'
    '"datePublished":"2013-03-19T06:00:00Z","author":[{"@type":"Person","name":"Ann Lee"},{"@type":"Person","name":"Bo Ray"}]}]}</script>'
)
LAYOUTS = [
    ("json_ld", page(ld('"datePublished":"2013-03-19T22:30:00-05:00","dateModified":"2013-03-21T08:00:00Z",' + LD_AUTHOR)),
     "2013-03-19", "Ann Lee"),
    ("json_ld_graph_two_authors", page(GRAPH), "2013-03-19", "Ann Lee, Bo Ray"),
    ("json_ld_broken_then_meta", page('<script type="application/ld+json">{"datePublished": </script>'
     + meta("article:published_time", "2013-03-19T10:00:00+00:00") + meta("author", "Ann Lee", "name")), "2013-03-19", "Ann Lee"),
    ("open_graph", page(meta("article:published_time", "2013-03-19") + meta("og:title", TITLE) + meta("og:site_name", "The Daily")
     + meta("author", "Ann Lee", "name")), "2013-03-19", "Ann Lee"),
    ("dublin_core", page(meta("DC.date.issued", "2013-03-19", "name") + meta("DC.creator", "Ann Lee", "name")), "2013-03-19", "Ann Lee"),
    ("parsely", page(meta("parsely-pub-date", "2013-03-19T10:00:00Z", "name") + meta("parsely-author", "Ann Lee", "name")),
     "2013-03-19", None),
    ("microdata", page(before='<div itemprop="author"><span itemprop="name">Ann Lee</span></div>'
     '<meta itemprop="datePublished" content="2013-03-19">'), "2013-03-19", None),
    ("time_element", page(before='<p class="byline">By Ann Lee</p><time datetime="2013-03-19T10:00">19 March 2013</time>'),
     "2013-03-19", None),
    ("time_without_attribute", page(before="<div class='byline'>By Ann Lee</div><time>March 19, 2013</time>"), "2013-03-19", None),
    ("updated_time_beside", page(before='<time class="updated" datetime="2013-04-02">Updated 2 April 2013</time>'
     '<time class="published" datetime="2013-03-19">19 March 2013</time>'), "2013-03-19", None),
    ("date_line", page(before='<span class="post-date">Tuesday, 19 March 2013</span><span class="author">Ann Lee</span>'),
     "2013-03-19", None),
    ("date_line_with_words", page(before='<div class="published">Published: March 19, 2013 10:15 AM</div>'), "2013-03-19", None),
    ("wordpress", page(meta("article:modified_time", "2014-01-01T00:00:00+00:00"),
     before='<span class="posted-on"><a rel="bookmark"><time class="entry-date published" datetime="2013-03-19T08:00:00+00:00">'
     'March 19, 2013</time></a></span><span class="byline">by <a rel="author">Ann Lee</a></span>'), "2013-03-19", "Ann Lee"),
    ("address_only", page('<link rel="canonical" href="https://daily.example/world/2013/03/19/army-takes-town">'), "2013-03-19", None),
    ("old_table_page", "<html><head><title>" + TITLE + "</title></head><body><table><tr><td><a href=/>Home</a></td><td><h1>"
     + TITLE + "</h1><div class=date>19 March 2013</div>" + BODY + "</td></tr></table></body></html>", "2013-03-19", None),
    ("no_date_at_all", page(meta("author", "Ann Lee", "name")), None, "Ann Lee"),
    ("dates_only_in_the_text", page(before="<p class='byline'>By Ann Lee</p>"), None, None),
    ("ambiguous_numbers", page(before='<span class="date">03/04/2013</span>'), None, None),
    ("impossible_date", page(meta("article:published_time", "2013-02-31")), None, None),
    ("saved_page", "<!-- saved from url=(0040)https://daily.example/2013/03/19/army.html -->\n" + page(), "2013-03-19", None),
]  # fmt: skip
