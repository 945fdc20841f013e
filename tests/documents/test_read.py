"""Files, folders and corpora become documents; each bad input is one error and the rest goes on."""

import gzip
import io
import json
import zipfile
from datetime import date

import docx
import pandas as pd
import pytest
from pypdf import PdfWriter

from timeline.datespan import DateSpan
from timeline.documents import read as reading
from timeline.documents.read import read_bytes, read_documents
from timeline.errors import InputError
from timeline.model import DocumentDateBasis

TEXT = "Town falls\n\nThe army took the town on Tuesday. Ten people died.\n\nBy Ann Lee\n"
GIVEN = DateSpan.day(date(2014, 4, 22))


def one(data, name="a.txt", **options):
    (found,) = read_bytes(data, name, **options)
    return found


def problem(data, name="a.txt", **options):
    found = one(data, name, **options)
    assert isinstance(found, InputError), found
    assert found.source in str(found)
    assert found.remedy
    return str(found)


def test_text_is_stored_as_read(tmp_path):
    text = "\ufeffTown\u00a0falls\r\n\r\nIt’s 5\u202fMay. So\u00adft. “Ünïcode” 中文.\r"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    (found,) = read_documents([path])
    assert found.text == text[1:].replace("\r\n", "\n").replace("\r", "\n")
    assert (found.id, found.source) == ("a", path.as_posix())


def test_title_byline_language_and_basis():
    found = one(TEXT.encode())
    assert (found.title, found.author, found.language, found.published) == ("Town falls", "Ann Lee", "en", None)
    assert found.date_basis is DocumentDateBasis.UNKNOWN
    assert one(TEXT.encode(), published=GIVEN).date_basis is DocumentDateBasis.GIVEN


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Town falls", "Town falls"),
        ("Town falls.", None),
        ("# Town falls", "Town falls"),
        ("By Ann Lee", None),
        ("x" * 300, None),
    ],
)
def test_first_line_is_the_headline_when_it_reads_like_one(first, title):
    assert one(f"{first}\n\nThe army took the town. It is over.\n".encode()).title == title


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By Ann Lee and Bo Ray, Reuters", "Ann Lee and Bo Ray"),
        ("By Rawad al-Kassah | The Daily", "Rawad al-Kassah"),
        ("By Friday", None),
        ("By September 2013", None),
        ("By the time they left it was over.", None),
        ("by car", None),
    ],
)
def test_byline(line, author):
    assert one(f"Town falls\n\nIt fell. Ten died there.\n\n{line}\n".encode()).author == author


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Café in Düsseldorf – “quoted” words, and more English text around them.", "cp1252"),
        ("Café in Düsseldorf – “quoted” words.", "utf-16"),
        ("Café in Düsseldorf – “quoted” words.", "utf-16-le"),
        ("Café in Düsseldorf – “quoted” words.", "utf-8-sig"),
        ("Войска заняли город во вторник после трёх недель боёв, сообщили жители города журналистам. " * 4, "cp1251"),
    ],
)
def test_encodings(text, encoding):
    assert one(text.encode(encoding)).text == text


def test_utf8_cut_in_the_middle_of_a_letter_is_still_utf8():
    data = ("Düsseldorf und Köln – während der Kämpfe. " * 5).encode()[:-1] + "é".encode()[:1]
    assert one(data).text.startswith("Düsseldorf und Köln – während")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t ", "a.txt", "empty"),
        (b"%PDF-1.4 x", "a.txt", "a PDF"),
        (bytes(range(256)) * 20, "a.txt", "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a.md", "PNG"),
        (b"words", "a.rtf", "not a kind of file"),
        (b"words", "a.pdf", "damaged"),
        (b"words", "a.docx", "cannot be read"),
        (b"words", "a.zip", "damaged"),
        (b"just words without header\n", "a.eml", "not a mail"),
        (b"a,b\n1,2\n", "a.csv", "no column"),
    ],
)
def test_bad_files_are_one_error_each(data, name, words):
    assert words in problem(data, name)


def test_missing_file_and_empty_folder(tmp_path):
    errors = list(read_documents([tmp_path / "no.txt", tmp_path]))
    assert [type(e) for e in errors] == [InputError, InputError]


def test_folder_in_order_of_names_with_unique_ids(tmp_path):
    for name in ("b/x.txt", "a/x.txt", ".hidden/x.txt", "c/x.json", "c/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Some words stand here. So they do.")
    found = list(read_documents([tmp_path]))
    assert [d.id for d in found] == ["x", "x-2", "x-3"]
    assert [d.source[-7:] for d in found] == ["a/x.txt", "b/x.txt", "c/x.txt"]


def corpus(*records):
    return "\n".join(r if isinstance(r, str) else json.dumps(r) for r in records).encode()


def test_corpus_keeps_ids_dates_and_unknown_keys():
    record = {
        "id": "a1",
        "text": "It was so.",
        "date": "2009-12-19T17:00:00",
        "title": "T",
        "publisher": "P",
        "labels": 1,
    }
    (found,) = read_bytes(corpus(record), "c.jsonl")
    assert (found.id, found.published.edtf, found.date_basis) == ("a1", "2009-12-19", DocumentDateBasis.GIVEN)
    assert (found.title, found.publisher, found.source, dict(found.metadata)) == ("T", "P", "c.jsonl", {"labels": 1})


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2014-04-22", "2014-04-22"), ("2014-04-22T23:59:59-11:00", "2014-04-22"), ("2014-04-22 10:00", "2014-04-22"),
        ("20140422", "2014-04-22"), ("22 April 2014", "2014-04-22"), ("April 22, 2014", "2014-04-22"),
        ("Tue, 22 Apr 2014 10:00:00 GMT", "2014-04-22"), ("22nd of April 2014", None), ("22/04/2014", "2014-04-22"),
        ("4/22/2014", "2014-04-22"), ("22.04.2014", "2014-04-22"), ("5/5/2014", "2014-05-05"), ("2014-04", "2014-04"),
        ("2014", "2014"), ("", ""), (None, ""), ("03/04/2014", None), ("2014-02-30", None), ("31 April 2014", None),
        ("yesterday", None), ("2014-4-22", "2014-04-22"), ("2014/04/22", "2014-04-22"), ("2014/13/01", None),
    ],
)  # fmt: skip
def test_corpus_dates(written, edtf):
    (found,) = read_bytes(corpus({"id": "a", "text": "It was so.", "date": written}), "c.jsonl")
    if edtf is None:
        assert isinstance(found, InputError)
        assert "line 1" in str(found)
    else:
        assert (found.published.edtf if found.published else "") == edtf


def test_broken_lines_do_not_stop_the_corpus():
    lines = corpus(
        {"id": "a", "text": "One."}, '{"id": "b", "te', "", '["list"]', {"id": "c"}, {"id": "d", "text": "Two."}
    )
    found = list(read_bytes(lines, "c.jsonl", GIVEN))
    assert [getattr(d, "id", "error") for d in found] == ["a", "error", "error", "error", "d"]
    assert found[0].published == GIVEN


def test_a_large_corpus_is_read_line_by_line_with_the_same_result(tmp_path, monkeypatch):
    lines = corpus({"id": "a", "text": "Caf\u00e9 one."}, '{"id": "b", "te', {"id": "c", "text": "Two."}).replace(
        b"\n", b"\r\n"
    )
    path = tmp_path / "c.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + lines)
    at_once = [str(d) for d in read_documents([path])]
    monkeypatch.setattr(reading, "_AT_ONCE", 0)
    assert [str(d) for d in read_documents([path])] == at_once
    assert len(at_once) == 3


def test_corpus_text_keeps_its_offsets_with_carriage_returns():
    text = "One.\r\nTwo.\rThree."
    (found,) = read_bytes(corpus({"id": "a", "text": text}), "c.jsonl")
    assert len(found.text) == len(text)
    assert [text[s.start : s.end] for s in found.sentences] == ["One.", "Two.", "Three."]


def test_lone_surrogates_and_nul_become_storable():
    (found,) = read_bytes(b'{"id": "a", "text": "x \\ud83d y \\u0000 z."}', "c.jsonl")
    assert found.text == "x \ufffd y \ufffd z."


def test_repeated_ids_are_made_unique():
    found = list(read_bytes(corpus(*({"id": i, "text": "One."} for i in ("a", "a-2", "a", "a"))), "c.jsonl"))
    assert [d.id for d in found] == ["a", "a-2", "a-3", "a-4"]


def test_table_by_known_names_and_by_explicit_columns():
    table = b'unit_id,article_title,article_content,date,x\r\n7,Town falls,"It fell, they say.\nTen died.",4/22/2014,1\r\n8,B,Words.,4/3/2014,\r\n'
    first, second = read_bytes(table, "c.csv")
    assert (first.id, first.title, first.published.edtf, dict(first.metadata)) == (
        "7",
        "Town falls",
        "2014-04-22",
        {"x": "1"},
    )
    assert first.text == "It fell, they say.\nTen died."
    assert second.published.edtf == "2014-04-03"
    undated, _ = read_bytes(table, "c.csv", columns={"date": "", "text": "article_title"})
    assert (undated.published, undated.text) == (None, "Town falls")
    (error,) = read_bytes(table, "c.csv", columns={"text": "body"})
    assert "article_content" in str(error)


def test_table_rows_with_too_few_cells_are_errors():
    found = list(read_bytes(b"id;text\n1;Good words here.\n2\n3;More words here.\n", "c.csv"))
    assert [getattr(d, "id", "error") for d in found] == ["1", "error", "3"]


def test_parquet_and_excel_corpora():
    frame = pd.DataFrame({"id": [1], "text": ["It was so."], "date": [pd.Timestamp("2014-04-22")]})
    for name, write in (("c.parquet", frame.to_parquet), ("c.xlsx", lambda b: frame.to_excel(b, index=False))):
        buffer = io.BytesIO()
        write(buffer)
        found = one(buffer.getvalue(), name)
        assert (found.id, found.published.edtf) == ("1", "2014-04-22")


def word_file():
    file = docx.Document()
    file.core_properties.title, file.core_properties.author = "Town falls", "Ann Lee"
    file.add_paragraph("The army took the town on Tuesday.")
    table = file.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Killed", "10"
    file.add_paragraph("It is over.")
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def test_word_file_in_order_and_its_making_is_no_publication():
    found = one(word_file(), "a.docx")
    assert found.text == "The army took the town on Tuesday.\n\nKilled | 10\n\nIt is over."
    assert (found.title, found.author, found.published) == ("Town falls", "Ann Lee", None)


def pdf(*pages):
    """A PDF with these pages of lines, written by hand: fonts, streams and a table of offsets."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]  # fmt: skip
    for number, lines in enumerate(pages):
        stream = "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
                       f"/Contents {5 + 2 * number} 0 R >>")  # fmt: skip
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body, places = "%PDF-1.4\n", []
    for number, words in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{words}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return f"{body}{end}startxref\n{len(body)}\n%%EOF\n".encode()


def test_pdf_text_is_joined_over_line_ends_without_running_heads():
    page = [
        "The Daily, page {}",
        "The army took the bor-",
        "der town of Karesh on Tuesday, residents",
        "of the town said by telephone.",
        "{}",
    ]
    found = one(pdf(*([line.format(n) for line in page] for n in range(1, 6))), "a.pdf")
    assert "The army took the border town of Karesh" in found.text
    assert "page" not in found.text
    assert len(found.sentences) == 5
    assert found.published is None


def test_pdf_without_text_is_said_to_be_a_scan():
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    buffer = io.BytesIO()
    writer.write(buffer)
    assert "scan" in problem(buffer.getvalue(), "a.pdf")
    writer.encrypt("secret")
    buffer = io.BytesIO()
    writer.write(buffer)
    assert "password" in problem(buffer.getvalue(), "a.pdf")


def test_mail_has_the_senders_own_day_and_its_attachments_are_read():
    mail = (
        b"From: Ann Lee <ann@example.org>\r\nSubject: =?utf-8?q?Caf=C3=A9_bombed?=\r\nDate: Tue, 22 Apr 2014 23:30:00 -0700\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
        b"It happened on Monday.\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=note.txt\r\n\r\n"
        b"A note of some words.\r\n--b--\r\n"
    )
    body, note = read_bytes(mail, "a.eml")
    assert (body.title, body.author, body.published.edtf) == ("Café bombed", "Ann Lee", "2014-04-22")
    assert body.date_basis is DocumentDateBasis.METADATA
    assert "Date header" in body.date_evidence
    assert (body.text, note.text.strip()) == ("It happened on Monday.", "A note of some words.")


def zipped(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_archive_members_are_read_and_bad_ones_told():
    data = zipped(
        {"b.docx": word_file(), "a.txt": "Some words stand here.", "../c.txt": b"", "d.zip": b"PK", "__MACOSX/x": b"y"}
    )
    found = list(read_bytes(data, "z.zip"))
    assert sorted(getattr(d, "id", "error") for d in found) == ["a", "b", "error", "error"]


def test_archive_bombs_are_refused():
    assert "more than is safe" in problem(zipped({"a.txt": b"0" * 60_000_000}), "z.zip")


def test_markdown_front_matter_gives_date_and_title_but_no_sentences():
    text = '---\ntitle: "Town falls"\ndate: 2014-04-22\n---\nThe army took the town.\n'
    found = one(text.encode(), "a.md")
    assert (found.title, found.published.edtf, found.date_basis) == (
        "Town falls",
        "2014-04-22",
        DocumentDateBasis.METADATA,
    )
    assert [s.of(found.text) for s in found.sentences] == ["The army took the town."]
    assert found.text == text


def test_language_is_told_from_longer_texts():
    french = (
        "Le président a déclaré mardi que les forces armées avaient repris la ville après trois semaines de combats. "
        * 2
    )
    assert one(french.encode()).language == "fr"
    assert one(b"Homs").language == "en"


def test_gzip_is_opened_by_the_suffix_inside():
    lines = corpus({"id": "a", "text": "One."}, {"id": "b", "text": "Two."})
    assert [d.id for d in read_bytes(gzip.compress(lines), "c.jsonl.gz")] == ["a", "b"]
    assert one(gzip.compress(TEXT.encode()), "a.txt.gz").id == "a"
    assert "damaged" in problem(gzip.compress(lines)[:-9], "c.jsonl.gz")
    bomb = gzip.compress(b"0" * 60_000_000)
    assert "unpacks to more" in problem(bomb, "a.txt.gz")


@pytest.mark.parametrize("shape", ["{}", '{{"articles": {}, "total": 2}}'])
def test_json_list_of_records_is_a_corpus(shape):
    records = json.dumps(
        [{"id": "a", "text": "One.", "date": "2014-04-22"}, {"id": "b"}, "c", {"id": "d", "text": "Two."}]
    )
    found = list(read_bytes(shape.format(records).encode(), "c.json", GIVEN))
    assert [getattr(d, "id", "error") for d in found] == ["a", "error", "error", "d"]
    assert "record 2" in str(found[1])
    assert found[3].published == GIVEN


def test_json_of_one_record_and_of_none():
    assert one(b'{"id": "a", "text": "One.", "tags": ["x"]}', "c.json").text == "One."
    for data in (b'{"a": 1}', b'{"a": [], "b": []}', b"3", b'"words"', b"[[1]]", b"{", b"[" * 5000):
        assert "c.json" in problem(data, "c.json")
