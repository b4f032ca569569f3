import hashlib
from datetime import date

import pymupdf
import pytest

from lakmoes.intake import incoming_files, take_in
from lakmoes.nl import ERRORS
from lakmoes.pdf.read import describe_pdf, pdf_metadata


def pdf_bytes(text="Tekst", pages=1, **options):
    document = pymupdf.open()
    for number in range(pages):
        document.new_page().insert_text((72, 72), f"{text} {number}")
    document.set_metadata({"title": "Titel"})
    return document.tobytes(**options)


def with_catalog_key(key, value):
    document = pymupdf.open(stream=pdf_bytes())
    document.xref_set_key(document.pdf_catalog(), key, value)
    return document.tobytes()


ENCRYPTED = pdf_bytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="a", owner_pw="b")
ONLY_OWNER = pdf_bytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="", owner_pw="b")


@pytest.fixture
def taken_in(tmp_path):
    def take(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return take_in(incoming_files(tmp_path))

    return take


def test_every_file_gets_its_number_and_facts(taken_in):
    content = pdf_bytes(pages=3)
    first, second = taken_in(
        {"2 notulen_3-11-2020.pdf": content, "10 élan met spatie.pdf": pdf_bytes("Anders")}
    )
    assert (first.number, first.file_name, first.page_count) == (1, "2 notulen_3-11-2020.pdf", 3)
    assert first.id == hashlib.sha256(content).hexdigest()
    assert (first.title, first.date, first.refusal) == ("Notulen 3-11-2020", date(2020, 11, 3), "")
    assert (second.number, second.title, second.page_count) == (2, "Élan met spatie", 1)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"", "empty-file"),
        ("a.docx", b"", "empty-file"),
        ("a.pdf", b"<html>geen pdf</html>", "not-a-pdf"),
        ("a.docx", b"PK\x03\x04", "unsupported"),
        ("a", b"tekst over %PDF-1.7", "unsupported"),
        ("a.pdf", ENCRYPTED, "encrypted"),
        ("a.pdf", pdf_bytes()[:300], "damaged"),
        ("a.pdf", pdf_bytes(pages=5)[:-200], "damaged"),
        ("a.pdf", b"%PDF-1.7\n" + b"x" * 500, "damaged"),
        ("a.pdf", with_catalog_key("Collection", "<</View /D>>"), "portfolio"),
        ("a.pdf", with_catalog_key("NeedsRendering", "true"), "xfa-form"),
    ],
)
def test_a_bad_file_gets_its_reason_and_never_stops_the_rest(taken_in, name, content, code):
    bad, good = taken_in({name: content, "b.pdf": pdf_bytes()})
    assert (bad.number, bad.refusal, bad.page_count) == (1, code, 0)
    assert code in ERRORS
    assert (good.number, good.refusal, good.page_count) == (2, "", 1)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.PDF", pdf_bytes()),
        ("zonder extensie", pdf_bytes()),
        ("a.pdf", b"\n\n" + pdf_bytes()),
        ("a.pdf", pdf_bytes() + b"\n-- verzonden door een scanner --\n"),
        ("a.pdf", ONLY_OWNER),
    ],
)
def test_what_can_be_opened_is_a_pdf_whatever_it_is_called(taken_in, name, content):
    [document] = taken_in({name: content})
    assert (document.refusal, document.page_count) == ("", 1)


def test_identical_files_are_duplicates_of_the_first(taken_in):
    content = pdf_bytes()
    documents = taken_in(
        {"1.pdf": content, "2.pdf": pdf_bytes("Anders"), "3.pdf": content, "map/4.pdf": content}
    )
    assert [document.duplicate_of for document in documents] == [None, None, 1, 1]


def test_identical_bad_files_are_each_refused(taken_in):
    documents = taken_in({"1.pdf": b"", "2.pdf": b""})
    assert [(document.refusal, document.duplicate_of) for document in documents] == [("empty-file", None)] * 2


def test_a_file_that_is_gone_is_refused(tmp_path):
    (tmp_path / "weg.pdf").symlink_to(tmp_path / "bestaat niet.pdf")
    [document] = take_in(incoming_files(tmp_path))
    assert document.refusal == "not-readable"


def test_numbering_and_ids_do_not_depend_on_the_run(taken_in):
    files = {f"{number}.pdf": pdf_bytes(str(number)) for number in (3, 1, 20)}
    assert taken_in(files) == taken_in({})


def test_a_pdf_tells_its_pages_and_metadata(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_bytes(pages=2))
    assert describe_pdf(path).page_count == 2
    assert pdf_metadata(path)["title"] == "Titel"
