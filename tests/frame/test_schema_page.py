"""docs/schema.md says what the code holds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import schema_page
from factory import TEXT
from test_contract import CONTRACT, MORE

from timeline.frame.check import find_faults
from timeline.frame.exchange import from_records

PAGE = (Path(__file__).parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")


def example():
    return json.loads(re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)[1])


def test_the_tables_of_the_page_are_those_of_the_code():
    assert schema_page.page_with_parts(PAGE) == PAGE, "run docs/schema_page.py"


def test_the_record_of_the_page_is_one():
    record = example()
    for name in CONTRACT:
        for part in record[name] if isinstance(record.get(name), list) else [record[name] if name else record]:
            assert set(part) == CONTRACT[name] | MORE.get(name, set())
    record["document"]["text"] = TEXT
    assert find_faults(from_records([record], "docs/schema.md")) == []


def test_every_key_of_a_record_is_on_the_page():
    keys = {key for keys in (*CONTRACT.values(), *MORE.values()) for key in keys}
    assert all(f'"{key}"' in PAGE for key in keys)
