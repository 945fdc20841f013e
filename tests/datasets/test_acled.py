"""ACLED exports and API answers: one conservative figure, no direction, dates in every form its exports have had."""

import json
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.datasets.dirty import ACLED_COLUMNS, ACLED_EVENT, table
from timeline.cli import main
from timeline.datasets import acled_api
from timeline.datasets.acled_api import AcledAccess, fetch_acled
from timeline.datasets.load import find_schema, import_dataset
from timeline.errors import InputError
from timeline.settings import read_settings


def event(**changes):
    return ACLED_EVENT | {k: str(v) for k, v in changes.items()}


def load(tmp_path, text, name="acled.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return import_dataset("acled", path)


def test_one_event(tmp_path):
    found = load(tmp_path, table(ACLED_COLUMNS, event()))
    claim = found.tables.claims.iloc[0]
    assert (claim.date_edtf, claim.event_type, claim.sentence_text) == ("2022-05-23", "battle", ACLED_EVENT["notes"])
    actors = found.tables.claim_actors
    assert list(actors["name"]) == [
        "Military Forces of Nordland (2000-)",
        "NDF",
        "Desert Scouts",
        "NLF: Northern Front",
    ]
    assert set(actors["role"]) == {"party"}
    assert found.tables.documents["publisher"][0] == "The Daily; Radio North"
    assert "may not be passed on" in found.licence
    assert "do not pass the rows on" in found.notice


@pytest.mark.parametrize(
    ("fatalities", "notes", "low", "high", "sign"),
    [
        ("12", "Dozens were killed.", 12, None, "ge"),
        ("0", "Soldiers fired shots.", 0, None, "ge"),
        ("0", "They clashed. No fatalities reported.", 0, 0, "eq"),
        ("0", "They clashed. Casualties unknown.", None, None, None),
        ("0", "They clashed. The number of fatalities was not reported.", None, None, None),
        ("", "They clashed.", None, None, None),
        ("1,200", "They clashed.", 1200, None, "ge"),
    ],
)
def test_the_figure_is_a_lower_bound_and_unknown_is_none(tmp_path, fatalities, notes, low, high, sign):
    tolls = load(tmp_path, table(ACLED_COLUMNS, event(fatalities=fatalities, notes=notes))).tables.claim_quantities
    if sign is None:
        assert tolls.empty
    else:
        row = tolls.astype(object).where(tolls.notna(), None).iloc[0]
        assert (row.low, row.high, row.comparator) == (low, high, sign)


@pytest.mark.parametrize(
    ("dates", "edtf"),
    [
        (["2022-05-23"], ["2022-05-23"]),
        (["16 May 2025", "1 June 2025"], ["2025-05-16", "2025-06-01"]),
        (["05-04-2013"], ["2013-04-05"]),
        (["05/04/2013", "23/04/2013"], ["2013-04-05", "2013-04-23"]),
        (["04/05/2013", "04/23/2013"], ["2013-04-05", "2013-04-23"]),
    ],
)
def test_dates_of_all_exports(tmp_path, dates, edtf):
    events = [event(event_id_cnty=f"N{i}", event_date=d) for i, d in enumerate(dates)]
    assert list(load(tmp_path, table(ACLED_COLUMNS, *events)).tables.claims["date_edtf"]) == edtf


@pytest.mark.parametrize(("code", "edtf", "precision"), [
    (1, "2022-05-25", "day"), (2, "2022-05-23/2022-05-29", "week"), (3, "2022-05", "month")])  # fmt: skip
def test_time_precision_is_a_span(tmp_path, code, edtf, precision):
    found = load(
        tmp_path, table(ACLED_COLUMNS, event(event_date="2022-05-25", time_precision=code))
    ).tables.claims.iloc[0]
    assert (found.date_edtf, found.date_precision) == (edtf, precision)


def test_older_export_without_new_columns(tmp_path):
    columns = ["data_id", "iso", "event_id_cnty", "event_id_no_cnty", "EVENT_DATE", "year", "time_precision", "event_type", "actor1",
               "actor2", "interaction", "location", "latitude", "longitude", "notes", "fatalities", "iso3"]  # fmt: skip
    row = {k: v for k, v in event(event_type="Remote violence", iso3="SYR").items() if k in columns} | {
        "EVENT_DATE": "23-May-2022"
    }
    found = load(tmp_path, "\ufeff" + table(columns, row))
    assert list(found.tables.claims["date_edtf"]) == ["2022-05-23"]
    assert list(found.tables.claims["event_type"]) == ["remote_violence"]
    assert list(found.tables.claim_places["country"]) == ["SY"]


def test_attacked_civilians_are_the_target(tmp_path):
    row = event(event_type="Violence against civilians", sub_event_type="Attack", actor2="Civilians (Nordland)",
                civilian_targeting="Civilian targeting")  # fmt: skip
    actors = load(tmp_path, table(ACLED_COLUMNS, row)).tables.claim_actors
    assert dict(zip(actors["name"], actors["role"], strict=True))["Civilians (Nordland)"] == "target"


def test_json_answer_and_its_errors(tmp_path):
    answer = {"status": 200, "success": True, "count": 1, "data": [ACLED_EVENT | {"fatalities": 3, "latitude": 34.8}]}
    found = load(tmp_path, json.dumps(answer), "acled.json")
    assert list(found.tables.claim_quantities["low"]) == [3]
    assert find_schema(tmp_path / "acled.json") == "acled"
    with pytest.raises(InputError, match="denied"):
        load(tmp_path, json.dumps({"error": "denied"}), "acled.json")


def test_the_later_row_of_one_id_is_kept(tmp_path):
    found = load(tmp_path, table(ACLED_COLUMNS, event(), event(fatalities=20)))
    assert (list(found.tables.claim_quantities["low"]), found.counts["rejected"]) == ([20], 1)


class StandIn(BaseHTTPRequestHandler):
    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        good = (
            form.get("username") == ["ann"]
            and form.get("password") == ["right"]
            and form.get("grant_type") == ["password"]
        )
        self.answer(
            {"access_token": "t-1", "token_type": "Bearer"} if good else {"error": "invalid_grant"},
            200 if good else 401,
        )

    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)
        if query.get("country") == ["Elsewhere"]:
            self.send_response(302)
            self.send_header("Location", "/api/acled/read?country=Nordland&page=1&limit=2")
            self.end_headers()
            return
        if self.headers["Authorization"] != "Bearer t-1":
            self.answer({"error": "denied"}, 403)
            return
        page, limit = int(query["page"][0]), int(query["limit"][0])
        total = 5 if query.get("country") == ["Nordland"] else 0
        numbers = range((page - 1) * limit, min(page * limit, total))
        self.answer({"status": 200, "data": [ACLED_EVENT | {"event_id_cnty": f"N{n}"} for n in numbers]})

    def answer(self, body, status=200):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_api_gives_all_pages(site, monkeypatch):
    monkeypatch.setattr(acled_api, "_PAGE", 2)
    found = fetch_acled(AcledAccess(username="ann", password="right", site=site), {"country": "Nordland"})
    assert (found.counts["imported"], found.dataset) == (5, "ACLED API")


@pytest.mark.parametrize(
    ("access", "query", "words"),
    [
        ({"username": "ann", "password": "wrong"}, {}, "401"),
        ({"token": "old"}, {}, "403"),
        ({}, {}, "settings"),
        ({"token": "t-1"}, {"country": "Nowhere"}, "no rows"),
    ],
)
def test_api_refusals_say_what_to_do(site, access, query, words):
    with pytest.raises(InputError, match=words):
        fetch_acled(AcledAccess(site=site, **access), query)


def test_a_password_is_never_sent_in_the_clear():
    with pytest.raises(InputError, match="https"):
        fetch_acled(AcledAccess(username="a", password="b", site="http://acled.example"), {})


def test_no_redirect_takes_the_token_elsewhere(site):
    with pytest.raises(InputError, match="302"):
        fetch_acled(AcledAccess(token="t-1", site=site), {"country": "Elsewhere"})


def test_secrets_stay_out_of_what_is_printed():
    access = AcledAccess(token="secret-1", username="ann", password="secret-2")
    told = repr(access) + repr(
        read_settings({"TIMELINE_ACLED_TOKEN": "secret-1", "TIMELINE_ACLED_PASSWORD": "secret-2"})
    )
    assert "secret" not in told


def run(*arguments):
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return ended.value.code


def test_the_command_line_asks_the_api_with_the_access_of_the_environment(site, tmp_path, monkeypatch, capsys):
    asked = []

    def at_stand_in(access, query):
        asked.append((access.username, query))
        return fetch_acled(replace(access, site=site), query)

    monkeypatch.setattr(acled_api, "fetch_acled", at_stand_in)
    monkeypatch.setattr(acled_api, "_PAGE", 2)
    monkeypatch.delenv("TIMELINE_ACLED_TOKEN", raising=False)
    store = str(tmp_path / "claims.db")
    assert run("import", "acled", "--query", "country=Nordland&year=2022", "--store", store) == 1
    assert "TIMELINE_ACLED_TOKEN" in capsys.readouterr().err
    monkeypatch.setenv("TIMELINE_ACLED_USERNAME", "ann")
    monkeypatch.setenv("TIMELINE_ACLED_PASSWORD", "right")
    assert run("import", "acled", "--query", "country=Nordland&year=2022", "--store", store) == 0
    told = capsys.readouterr().err
    assert asked[-1] == ("ann", {"country": "Nordland", "year": "2022"})
    assert "5 of 5 rows of ACLED API imported" in told
    assert "do not pass the rows on" in told
    assert run("import", "acled", "--store", store) == 2
    assert run("import", "gdelt", "--query", "year=2022", "--store", store) == 2
