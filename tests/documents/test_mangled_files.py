"""Whatever happened to an article's file: documents that can be stored, or sentences that name it; never more."""

import io
import json

import pandas as pd
import pytest

from tests.documents.layouts import LAYOUTS
from tests.documents.test_read import pdf, word_file, zipped
from tests.mangling import mangled, spoilt
from timeline.documents.read import read_bytes
from timeline.errors import InputError

ARTICLE = b"---\ntitle: x\ndate: 2014-04-22\n---\nTown falls\n\nThe army took the town.\n\nBy Ann Lee\n"
RECORDS = [
    {"id": "1", "text": "It was so.", "date": "2014-04-22"},
    {"id": "2", "text": "Troops took it. Ten died.", "url": "https://x.example"},
]
MAIL = (
    b"From: Ann Lee <ann@example.org>\r\nSubject: =?utf-8?q?Caf=C3=A9_bombed?=\r\nDate: Tue, 22 Apr 2014 23:30:00 -0700\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    b"It happened on Monday.\r\n--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=note.html\r\n\r\n"
    b"<p>A note of some words that are long enough to be an article.</p>\r\n--b--\r\n"
)


def saved(write):
    buffer = io.BytesIO()
    write(buffer)
    return buffer.getvalue()


FRAME = pd.DataFrame(RECORDS)
FILES = {
    ".docx": word_file(), ".pdf": pdf(["The army took the town", "on Tuesday they said"], ["and more words on this page"]),
    ".eml": MAIL, ".zip": zipped({"b.docx": word_file(), "a.txt": "Some words stand here.", "c.eml": MAIL}),
    ".jsonl": "\n".join(map(json.dumps, RECORDS)).encode(), ".json": json.dumps(RECORDS).encode(),
    ".csv": FRAME.to_csv(index=False).encode(), ".parquet": saved(FRAME.to_parquet), ".txt": ARTICLE, ".md": ARTICLE,
    ".xlsx": saved(lambda b: FRAME.to_excel(b, index=False)),
    ".html": LAYOUTS[0][1].encode(), ".htm": LAYOUTS[12][1].encode(),
}  # fmt: skip


@pytest.mark.filterwarnings("ignore")  # openpyxl and pypdf warn of what they repair
@pytest.mark.parametrize("suffix", FILES)
def test_a_mangled_file_gives_documents_or_sentences(suffix):
    for seed in range(30):
        data = FILES[suffix]
        plain = suffix in (".jsonl", ".json", ".csv") and seed % 2
        for found in read_bytes(
            spoilt(data.decode(), seed).encode() if plain else mangled(data, seed), f"news{suffix}"
        ):
            if isinstance(found, InputError):
                assert f"news{suffix}" in str(found)
                assert found.remedy
                continue
            assert found.text.encode()
            assert all(s.of(found.text).strip() == s.of(found.text) != "" for s in found.sentences)


def test_one_mangled_file_does_not_stop_the_batch():
    files = {f"{n:02d}{suffix}": mangled(data, 3) for n, (suffix, data) in enumerate(FILES.items()) if suffix != ".zip"}
    files["99.txt"] = b"The last one stands. It was read."
    found = list(read_bytes(zipped(files), "batch.zip"))
    assert found[-1].id == "99"
    assert len(found) >= len(files)
