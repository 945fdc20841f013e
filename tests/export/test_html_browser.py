"""The standalone page in a real browser: the figure's own marks, evidence on click and by keyboard, no request."""

from datetime import date, timedelta

import pytest

from tests.export.chromium_driving import drive
from tests.factory import homs_tables, make_article, make_claim
from timeline.export.write import Look, export_bytes
from timeline.figures.page import page_figure
from timeline.frame.tables import to_tables
from timeline.view.make import make_view

WORDS = {"description": "all claims", "made": date(2024, 1, 2), "title": "Towns & <rivers>"}
pytestmark = pytest.mark.browser


def figure_of(tables, view):
    return page_figure(tables, view, "light", title="Towns", subtitle="all claims", footer="")


def two_hundred():
    """Two hundred claims on two hundred days, each with a sentence of news length."""
    days = [date(2014, 1, 1) + timedelta(days=n) for n in range(200)]
    sentences = [
        f"Shells hit the district {n} on {day.day} {day:%B} {day.year}, killing at least {n} people, residents of the "
        "town and two doctors at its only hospital told reporters by telephone late in the evening."
        for n, day in enumerate(days)
    ]
    document = make_article(text="Shells hit town\n\n" + "\n\n".join(sentences) + "\n")
    claims = [
        make_claim(document, f"Shells hit the district {n} on", event_type="remote_violence",
                   when=(f"{day.day} {day:%B} {day.year}", day.isoformat(), "explicit"))
        for n, day in enumerate(days)
    ]  # fmt: skip
    return to_tables([document], claims)


@pytest.mark.parametrize("make", [homs_tables, two_hundred])
def test_the_page_shows_the_marks_of_the_figure_and_their_evidence(tmp_path, make):
    tables = make()
    view = make_view(tables, tables.claims["claim_id"], width=1280)
    data = export_bytes("html", tables, look=Look(figure_of(tables, view)), **WORDS)
    assert len(data) <= 2_000_000
    path = tmp_path / "claims.html"
    path.write_bytes(data)
    chosen = tables.claims[tables.claims["date_edtf"].notna()].iloc[0]

    def steps(browser):
        context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
        page = context.new_page()
        asked, errors = [], []
        page.on("request", lambda r: asked.append(r.url))
        page.on("pageerror", lambda e: errors.append(str(e)))
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        page.goto(path.as_uri())
        page.wait_for_selector(".main-svg")
        marks = page.locator(".barlayer .point path").count()
        page.evaluate(
            "id => { const gd = document.getElementById('chart');"
            " const t = gd._fullData.findIndex(d => d.type === 'bar');"
            " const n = gd.data[t].customdata.findIndex(c => JSON.stringify(c).includes(id));"
            " gd.emit('plotly_click', {points: [{customdata: gd.data[t].customdata[n]}]}); }",
            chosen["claim_id"],
        )
        clicked = page.inner_text("#evidence")
        page.click("summary >> nth=0")
        rows = page.locator("tbody tr").count()
        page.focus(f"[data-claim='{chosen['claim_id']}']")
        page.keyboard.press("Enter")
        by_key = page.inner_text("#evidence")
        heading = page.inner_text("h1") if page.locator("h1").is_visible() else page.locator("h1").text_content()
        return marks, clicked, by_key, rows, heading, [a for a in asked if not a.startswith(("file:", "data:"))], errors

    marks, clicked, by_key, rows, heading, asked, errors = drive(steps)
    assert errors == []
    assert asked == []
    assert marks == len(view.marks) > 0
    assert rows == len(tables.claims)
    assert heading == "Towns & <rivers>"
    for shown in (clicked, by_key):
        assert chosen["sentence_text"][:60] in " ".join(shown.split())
