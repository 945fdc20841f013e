"""Whatever happened to a dataset's file: claims that add up, or one sentence that names it and says what to do."""

import json
from datetime import date

import pytest

from tests.datasets.test_dirty_variants import SCHEMAS, events, excel, parquet, text, zipped
from tests.export.samples import sample_tables
from tests.mangling import mangled, spoilt
from timeline.datasets.load import find_schema, import_dataset
from timeline.datasets.mapping import make_mapping, preview
from timeline.errors import TimelineError
from timeline.export.write import export_bytes

MAPPING = make_mapping({"date": "When", "id": "Ref", "text": "What", "killed": "Dead", "place": "Where"})
TIMEMAP = [{"id": "CIV1", "date": "02/24/2022", "latitude": "34.8", "longitude": "36.7", "location": "Karesh", "description": "Shelling. Fire.",
            "sources": [{"id": "1", "path": "https://a.example/1"}], "filters": [{"key": "Type", "value": "Shelling"}]}] * 3  # fmt: skip
WORDS = {"description": "all", "made": date(2024, 1, 2), "title": "T"}


def files():
    """(schema, suffix, bytes) of a good file of each kind."""
    for schema in SCHEMAS:
        columns, rows = events(schema)
        yield schema, ".csv", text(columns, rows).encode()
        yield schema, ".tab", text(columns, rows, delimiter="\t").encode()
    for schema, make, suffix in (
        ("acled", excel, ".xlsx"),
        ("ucdp-ged", parquet, ".parquet"),
        ("gdelt", zipped, ".zip"),
    ):
        yield schema, suffix, make(*events(schema))
    for kind in ("jsonl", "parquet", "csv"):
        yield "claims", f".{kind}", export_bytes(kind, sample_tables(), **WORDS)
    yield "timelinejs", ".json", export_bytes("timelinejs", sample_tables(), **WORDS)
    yield "timemap", ".json", json.dumps(TIMEMAP).encode()
    yield "acled", ".json", json.dumps({"status": 200, "data": events("acled")[1]}).encode()
    yield "ucdp-ged", ".json", json.dumps({"Result": events("ucdp-ged")[1]}).encode()


FILES = list(files())


@pytest.mark.filterwarnings("ignore")  # openpyxl and pandas warn of what they repair
@pytest.mark.parametrize(("schema", "suffix", "data"), FILES, ids=[f"{s}{x}" for s, x, _ in FILES])
def test_a_mangled_file_gives_claims_that_add_up_or_a_sentence(tmp_path, schema, suffix, data):
    path = tmp_path / f"mangled{suffix}"
    for seed in range(24):
        plain = suffix not in (".xlsx", ".parquet", ".zip") and seed % 3
        path.write_bytes(spoilt(data.decode(), seed).encode() if plain else mangled(data, seed))
        try:
            find_schema(path)
            if suffix in (".csv", ".tab"):
                preview(path)
            found = import_dataset(schema, path, mapping=MAPPING if schema == "csv" else None)
        except TimelineError as error:
            assert "mangled" in str(error), str(error)  # noqa: PT017 - either outcome is right
        else:
            assert found.counts["rows"] == found.counts["imported"] + len(found.rejects), seed
            assert found.tables.claims["claim_id"].is_unique
            assert found.tables.documents["document_id"].is_unique
            assert found.tables.claim_quantities["low"].dropna().between(0, 10**10).all()
            assert all(found.rejects["reason"].str.len() > 5)
