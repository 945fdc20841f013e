"""Imported datasets: kept by name, brought up to date by id, corrected like any claim."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from factory import WHEN, make_article, make_claims, make_tables

from timeline.datasets.load import import_dataset
from timeline.frame.columns import TABLES
from timeline.frame.tables import ClaimTables, to_tables
from timeline.model import claim_id
from timeline.store.imports import concat

HEAD = "event_id_cnty,event_date,time_precision,disorder_type,event_type,sub_event_type,actor1,country,iso,location,latitude,longitude,geo_precision,source,notes,fatalities\n"


def rows(*numbers, deaths=3):
    return HEAD + "".join(
        f"QAS{n},2014-04-{n:02d},1,Political violence,Battles,Armed clash,Qasra Brigade,Syria,760,Qasra,34.7,36.7,1,Local,"
        f"Clash number {n} in Qasra.,{deaths}\n"
        for n in numbers
    )


def imported(tmp_path, text):
    file = tmp_path / "acled.csv"
    file.write_text(text, "utf-8")
    return import_dataset("acled", file).tables


def copies(n):
    """Tables of a dataset with about ``n`` claims, made from three."""
    base = make_tables(metadata={"dataset": "Many 1.0"})
    made = {}
    for name in TABLES:
        table = getattr(base, name)
        many = table.take(np.tile(np.arange(len(table)), n // 3)).reset_index(drop=True)
        number = pd.Series(np.repeat(np.arange(n // 3), len(table))).astype("str")
        made[name] = many.assign(**{c: many[c] + "-" + number for c in ("document_id", "claim_id") if c in many})
    return ClaimTables(**made)


def test_a_dataset_comes_back_whole_after_the_articles(store, tmp_path):
    tables = imported(tmp_path, rows(1, 2, 3))
    store.save_tables(tables)
    store.save(make_article(), make_claims())
    loaded = store.load()
    assert loaded.documents["document_id"].tolist() == ["shells", "acled:QAS1", "acled:QAS2", "acled:QAS3"]
    assert loaded.documents["dataset"].notna().sum() == 3
    assert list(store.datasets()) == tables.documents["dataset"].unique().tolist()
    for name, columns in TABLES.items():
        got, wanted = getattr(loaded.select(tables.claims["claim_id"]), name), getattr(tables, name)
        assert {c.name: str(got[c.name].dtype) for c in columns} == {c.name: str(wanted[c.name].dtype) for c in columns}
        pd.testing.assert_frame_equal(got.reset_index(drop=True), wanted.reset_index(drop=True))


def test_importing_again_updates_by_id_and_adds_nothing_twice(store, tmp_path):
    store.save_tables(imported(tmp_path, rows(1, 2)))
    store.save_tables(imported(tmp_path, rows(1, 2)))
    store.save_tables(imported(tmp_path, rows(2, 3, deaths=9)))
    loaded = store.load()
    assert loaded.documents["document_id"].tolist() == ["acled:QAS1", "acled:QAS2", "acled:QAS3"]
    assert loaded.claim_quantities.set_index("claim_id")["low"].reindex(loaded.claims["claim_id"]).tolist() == [3, 9, 9]
    store.save_tables(imported(tmp_path, rows(5)), replace=True)
    assert store.load().documents["document_id"].tolist() == ["acled:QAS5"]


def test_a_later_version_of_a_dataset_gives_the_row_that_counts(store, tmp_path):
    store.save_tables(imported(tmp_path, rows(1, 2)))
    newer = imported(tmp_path, rows(2, deaths=9))
    newer = replace(newer, documents=newer.documents.assign(dataset="Newer"))
    store.save_tables(newer)
    loaded = store.load()
    assert loaded.claims["claim_id"].is_unique
    assert dict(zip(loaded.documents["document_id"], loaded.documents["dataset"], strict=True))["acled:QAS2"] == "Newer"
    assert store.remove_dataset("Newer")
    assert not store.remove_dataset("Newer")
    assert len(store.load().claims) == 2


def test_rows_of_a_dataset_are_corrected_removed_and_deleted(store, tmp_path):
    store.save_tables(imported(tmp_path, rows(1, 2)))
    claim = store.load().claims["claim_id"].iloc[0]
    store.correct(claim, {"date": "2014-05"}, who="Ada", when=WHEN)
    store.save_tables(imported(tmp_path, rows(1, 2)))
    assert store.load().claims["date_edtf"].tolist() == ["2014-05", "2014-04-02"]
    store.remove_document("acled:QAS2", who="Ada", when=WHEN)
    assert len(store.load().claims) == 1
    store.undo(when=WHEN)
    store.delete_document("acled:QAS2")
    assert store.load().documents["document_id"].tolist() == ["acled:QAS1"]
    assert store.load().claims["status"].tolist() == ["corrected"]


def test_claims_without_a_dataset_are_kept_as_articles(store):
    store.save_tables(make_tables())
    store.save_tables(make_tables())
    assert store.datasets() == {}
    loaded = store.load()
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(loaded, name), getattr(make_tables(), name))


def test_claims_handed_on_without_their_article_leave_it_what_it_was(store):
    article = make_article(publisher="Qasra Post")
    store.save(article, make_claims(article))
    tables = make_tables()
    bare = replace(tables, documents=tables.documents.assign(text="", publisher=None, title="New title"))
    store.save_tables(replace(bare, claims=bare.claims[:1]))
    loaded = store.load()
    assert loaded.documents[["text", "publisher", "title"]].to_numpy().tolist() == [
        [article.text, "Qasra Post", "New title"]
    ]
    assert len(loaded.claims) == 1


def test_articles_and_datasets_in_one_file_are_told_apart(store, tmp_path):
    both = concat([make_tables(), imported(tmp_path, rows(1))])
    store.save_tables(both)
    assert len(store.datasets()) == 1
    assert sorted(store.load().documents["document_id"]) == ["acled:QAS1", "shells"]


def test_an_article_read_under_a_datasets_id_counts(store, tmp_path):
    store.save_tables(imported(tmp_path, rows(1, 2)))
    article = make_article(id="acled:QAS1")
    store.save(article, make_claims(article))
    assert len(store.load().claims) == 4
    assert store.load().claims["claim_id"].is_unique


def test_undated_and_early_rows_of_a_dataset_come_back(store):
    article = make_article(metadata={"dataset": "Old wars"})
    first, *_ = make_claims(article)
    undated = replace(first, id=claim_id("undated"), date=None)
    tables = to_tables([article], [first, undated])
    tables = replace(
        tables, claims=tables.claims.assign(date_start=pd.Series(["0001-01-01", None], dtype="datetime64[s]"))
    )
    store.save_tables(tables)
    pd.testing.assert_frame_equal(store.load().claims, tables.claims)


def test_a_hundred_thousand_rows_are_kept_and_a_correction_does_not_read_them_again(store, monkeypatch):
    tables = copies(100_000)
    store.save_tables(tables)
    assert len(store.load().claims) == len(tables.claims)
    monkeypatch.setattr("timeline.store.reading.read_dataset", lambda *_: pytest.fail("read again"))
    claim = tables.claims["claim_id"].iloc[50_000]
    store.correct(claim, {"date": "2015-01-01", "actors": ["Rebels"]}, who="Ada", when=WHEN)
    row = store.load().claims.iloc[50_000]
    assert (row["claim_id"], row["date_edtf"]) == (claim, "2015-01-01")
