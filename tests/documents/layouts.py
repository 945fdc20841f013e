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
     "2013-03-19", "Ann Lee"),
    ("microdata", page(before='<div itemprop="author"><span itemprop="name">Ann Lee</span></div>'
     '<meta itemprop="datePublished" content="2013-03-19">'), "2013-03-19", "Ann Lee"),
    ("time_element", page(before='<p class="byline">By Ann Lee</p><time datetime="2013-03-19T10:00">19 March 2013</time>'),
     "2013-03-19", "Ann Lee"),
    ("time_without_attribute", page(before="<div class='byline'>By Ann Lee</div><time>March 19, 2013</time>"), "2013-03-19", "Ann Lee"),
    ("updated_time_beside", page(before='<time class="updated" datetime="2013-04-02">Updated 2 April 2013</time>'
     '<time class="published" datetime="2013-03-19">19 March 2013</time>'), "2013-03-19", None),
    ("date_line", page(before='<span class="post-date">Tuesday, 19 March 2013</span><span class="author">Ann Lee</span>'),
     "2013-03-19", "Ann Lee"),
    ("date_line_with_words", page(before='<div class="published">Published: March 19, 2013 10:15 AM</div>'), "2013-03-19", None),
    ("wordpress", page(meta("article:modified_time", "2014-01-01T00:00:00+00:00"),
     before='<span class="posted-on"><a rel="bookmark"><time class="entry-date published" datetime="2013-03-19T08:00:00+00:00">'
     'March 19, 2013</time></a></span><span class="byline">by <a rel="author">Ann Lee</a></span>'), "2013-03-19", "Ann Lee"),
    ("address_only", page('<link rel="canonical" href="https://daily.example/world/2013/03/19/army-takes-town">'), "2013-03-19", None),
    ("old_table_page", "<html><head><title>" + TITLE + "</title></head><body><table><tr><td><a href=/>Home</a></td><td><h1>"
     + TITLE + "</h1><div class=date>19 March 2013</div>" + BODY + "</td></tr></table></body></html>", "2013-03-19", None),
    ("no_date_at_all", page(meta("author", "Ann Lee", "name")), None, "Ann Lee"),
    ("dates_only_in_the_text", page(before="<p class='byline'>By Ann Lee</p>"), None, "Ann Lee"),
    ("ambiguous_numbers", page(before='<span class="date">03/04/2013</span>'), None, None),
    ("impossible_date", page(meta("article:published_time", "2013-02-31")), None, None),
    ("saved_page", "<!-- saved from url=(0040)https://daily.example/2013/03/19/army.html -->\n" + page(), "2013-03-19", None),
]  # fmt: skip
# More shapes, written after the reader: what dates and names a page beside the ones of its article
COMMENT = '<div class="comment"><span class="date">25 March 2013</span><p>First! A long comment about the war in the valley.</p></div>'
TEASER = '<div class="related-articles"><article><h3>Talks fail</h3><time datetime="2015-06-03">3 June 2015</time></article></div>'
MORE_LAYOUTS = [
    ("publisher_in_json_ld", page(ld('"datePublished":"2013-03-19T06:00:00+0300","publisher":{"@type":"Organization","name":"The Daily"},'
     + LD_AUTHOR)), "2013-03-19", "Ann Lee"),
    ("published_and_updated_in_one_line", page(before='<p class="timestamp">Published 19 March 2013 | Updated 21 March 2013</p>'),
     "2013-03-19", None),
    ("published_and_updated_side_by_side", page(before='<div class="meta"><span>Published 19 March 2013</span> '
     "<span>Updated 21 March 2013</span></div>"), "2013-03-19", None),
    ("byline_with_date", page(before="<p>By Ann Lee and Bo Ray | 19 March 2013</p>"), "2013-03-19", "Ann Lee and Bo Ray"),
    ("numbers_of_one_order", page(before='<span class="date">03/19/2013</span>'), "2013-03-19", None),
    ("comments_with_dates", page(after=f'<section class="comments">{COMMENT}</section>'), None, None),
    ("teaser_inside_the_article", page(before='<time datetime="2013-03-19">19 March 2013</time>', body=BODY + TEASER), "2013-03-19", None),
    ("seconds_only", page(before='<span class="time" data-timestamp="1363651200"></span>'), None, None),
    ("two_times", page(before='<time datetime="2013-03-19">19 March</time> <time datetime="2013-03-21">21 March</time>'), "2013-03-19", None),
    ("french", page(before='<span class="date">Publié le 19 mars 2013 à 10h15 - Mis à jour le 21 mars 2013</span>'), "2013-03-19", None),
    ("only_updated", page(before='<span class="updated">Updated 21 March 2013</span>'), None, None),
    ("only_last_modified", page(meta("last-modified", "2013-03-21", "http-equiv")), None, None),
    ("modified_in_json_ld_only", page(ld('"dateModified":"2013-03-21",' + LD_AUTHOR)), None, "Ann Lee"),
    ("account_beside_author", page(before='<a rel="author" href="/a">Ann Lee</a> <a class="author-twitter">@annlee</a>'
     '<time datetime="2013-03-19T12:00">Tue 19 Mar 2013 12.00 GMT</time>'), "2013-03-19", "Ann Lee"),
    ("about_the_author", page(before='<div class="author-box"><h4>Ann Lee</h4><p>Ann Lee is our correspondent and has won prizes.</p></div>'
     '<time datetime="2013-03-19">x</time>'), "2013-03-19", None),
    ("day_of_a_photograph", page(before="<figure><img><figcaption>Soldiers in the town, 12 March 2013. Photo: Bo Ray</figcaption></figure>"),
     None, None),
    ("meta_in_words", page(meta("date", "Tuesday, March 19, 2013 - 10:15", "name")), "2013-03-19", None),
    ("published_meta_and_changed_line", page(meta("article:published_time", "2013-03-19T00:10:00.000Z")
     + meta("article:modified_time", "2017-01-01T00:00:00Z") + meta("author", "Ann Lee", "name"),
     before="<div class=when>Tue 19 Mar 2013 00.10 GMT<br>Last modified on Sun 1 Jan 2017 00.00 GMT</div>"), "2013-03-19", "Ann Lee"),
    ("author_is_an_address", page(meta("article:author", "https://social.example/annlee") + meta("article:published_time", "2013-03-19T00:10Z")),
     "2013-03-19", None),
    ("author_with_by_and_place", page(ld('"datePublished":"2013-03-19","author":"By Ann Lee in Karesh"')), "2013-03-19", "Ann Lee"),
]  # fmt: skip
