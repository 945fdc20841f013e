"""The shipped samples read as their README says."""

from timeline.datasets.load import import_dataset
from timeline.documents.read import read_documents
from timeline.settings import DATA

SAMPLES = DATA / "samples"


def test_sample_corpus_reads_whole():
    found = list(read_documents([SAMPLES / "corpus.jsonl"]))
    assert [d.publisher for d in found] == ["North Courier", "Valley Post", "Harbour Times"]
    assert all(d.sentences and d.published for d in found)


def test_sample_table_imports_by_its_profile():
    found = import_dataset("csv", SAMPLES / "incidents.csv", mapping=SAMPLES / "incidents.profile.json")
    assert list(found.tables.claims["date_edtf"]) == ["2013-02-26/2013-03-19", "2013-03-18", "2013-06-10"]
    assert list(found.tables.claims["date_relation"]) == ["during", "on", "on"]
    assert list(found.tables.claims["event_type"]) == ["battle", "remote_violence", "diplomacy"]
