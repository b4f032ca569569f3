"""The contract with the national platform, rule by rule."""

import re
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from lakmoes.errors import UsageError
from lakmoes.grounds import ground_book
from lakmoes.inventory.production_report import COLUMNS, Kin, Platform, files_of, write
from lakmoes.inventory.rows import InventoryContext, inventory_of
from lakmoes.model import DocumentKind, InventoryRow, Judgement, Law

KNOWN_GROUNDS = {
    Law.WOB: {*(f"10.1{letter}" for letter in "abcd"), *(f"10.2{letter}" for letter in "abcdeg"), "11.1"},
    Law.WOO: {
        *(f"5.1.1{letter}" for letter in "abcde"),
        *(f"5.1.2{letter}" for letter in "abcdefghi"),
        *("5.1.5", "5.2", "5.4"),
    },
}
"""The notations that the platform takes."""
FILE_TYPES = {
    *("audio", "chat", "database", "doc", "email", "html", "image", "note", "pdf", "presentation"),
    *("spreadsheet", "vcard", "video", "xml"),
}
PLATFORM = Platform(matter="woo-2021.17", prefix="MIN", case_numbers="Z-2021 (17)")
ROW = InventoryRow(
    number=3,
    title="E-mail over de planning",
    date=date(2021, 3, 7),
    judgement=Judgement.PARTLY_PUBLIC,
    grounds=("10.2.e", "11.1"),
    remarks=("conceptversie van 4",),
    kind=DocumentKind.EMAIL,
    page_count=2,
    redaction_count=5,
    file_name="03_planning.pdf",
)


def rows_written(path, *rows, law=Law.WOB, kin=None, platform=PLATFORM):
    book = ground_book(law)
    write(path, inventory_of(InventoryContext(), rows, book), book, platform, kin or {})
    sheets = load_workbook(path).worksheets
    assert len(sheets) == 1
    head, *found = sheets[0].iter_rows(values_only=True)
    assert head == COLUMNS
    return [dict(zip(head, row, strict=True)) for row in found]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "productierapport.xlsx"


def one_written(path, **changes):
    law = changes.pop("law", Law.WOB)
    return rows_written(path, replace(ROW, **changes), law=law)[0]


def test_the_columns_are_those_of_the_template():
    assert " | ".join(COLUMNS) == (
        "ID | Matter | Family | Email Thread ID | Document | File Type | Datum | Beoordeling | Opgeschort"
        " | Beoordelingsgrond | Toelichting | Publieke Link | Gerelateerd ID | Zaaknummer"
    )


def test_a_row_says_all_that_the_platform_asks(path):
    (row,) = rows_written(path, ROW, kin={3: Kin(family=1, thread=2)})
    assert row == {
        "ID": "MIN0003",
        "Matter": "woo-2021.17",
        "Family": 1,
        "Email Thread ID": 2,
        "Document": "E-mail over de planning",
        "File Type": "email",
        "Datum": "2021-03-07",
        "Beoordeling": "Deels openbaar",
        "Opgeschort": None,
        "Beoordelingsgrond": "10.2e;11.1",
        "Toelichting": "Conceptversie van 4",
        "Publieke Link": None,
        "Gerelateerd ID": None,
        "Zaaknummer": "Z-2021 (17)",
    }


@pytest.mark.parametrize(
    ("judgement", "word"),
    [
        (Judgement.PUBLIC, "Openbaar"),
        (Judgement.PARTLY_PUBLIC, "Deels openbaar"),
        (Judgement.ALREADY_PUBLIC, "Reeds openbaar"),
        (Judgement.NOT_PUBLIC, "Niet openbaar"),
        (Judgement.DUPLICATE, "Niet openbaar"),
        (Judgement.OUT_OF_SCOPE, "Niet openbaar"),
        (Judgement.SUSPENDED, "Niet openbaar"),
    ],
)
def test_a_judgement_is_one_of_four_words(path, judgement, word):
    row = one_written(path, judgement=judgement, link="https://example.nl/1")
    assert row["Beoordeling"] == word
    assert row["Opgeschort"] == ("Ja" if judgement is Judgement.SUSPENDED else None)
    assert row["Publieke Link"] == ("https://example.nl/1" if judgement is Judgement.ALREADY_PUBLIC else None)


def test_what_nobody_has_judged_is_refused(path):
    with pytest.raises(UsageError) as caught:
        one_written(path, judgement=Judgement.UNDETERMINED)
    assert (caught.value.code, caught.value.locators) == ("platform-undetermined", {"number": "3"})
    assert not path.exists()


@pytest.mark.parametrize("law", list(Law))
def test_every_ground_is_written_as_the_platform_knows_it_or_explained(path, law):
    refusals = [ground for ground in ground_book(law).grounds if ground.code != "buiten-reikwijdte"]
    for ground in refusals:
        row = one_written(path, grounds=(ground.code,), law=law)
        written = row["Beoordelingsgrond"]
        assert (written in KNOWN_GROUNDS[law]) if written else (ground.code in row["Toelichting"])
    every = one_written(path, grounds=tuple(ground.code for ground in refusals), law=law)
    assert set(every["Beoordelingsgrond"].split(";")) == KNOWN_GROUNDS[law]


def test_policy_opinions_of_the_woo_lose_their_second_number(path):
    assert one_written(path, grounds=("5.2.1",), law=Law.WOO)["Beoordelingsgrond"] == "5.2"


def test_a_duplicate_says_so_among_its_grounds(path):
    assert one_written(path, judgement=Judgement.DUPLICATE, grounds=())["Beoordelingsgrond"] == "dubbel"


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_a_file_type_is_one_that_the_platform_knows(path, kind):
    assert one_written(path, kind=kind)["File Type"] in FILE_TYPES


def test_a_document_without_a_date_has_none(path):
    assert one_written(path, date=None)["Datum"] is None


def test_texts_are_as_long_as_the_platform_takes(path):
    row = one_written(path, title="t" * 700, remarks=("o" * 1500,))
    assert (len(row["Document"]), len(row["Toelichting"])) == (500, 1000)


def test_an_explanation_does_not_begin_with_a_link(path):
    assert one_written(path, remarks=("https://example.nl",))["Toelichting"].startswith("Opmerking: ")


def test_a_title_is_no_formula(path):
    assert one_written(path, title="=1+1")["Document"] == "=1+1"


def test_related_documents_are_named_by_their_id(path):
    rows = rows_written(path, ROW, replace(ROW, number=4), kin={3: Kin(related=4)})
    assert (rows[0]["Gerelateerd ID"], rows[1]["Gerelateerd ID"]) == ("MIN0004", None)
    assert rows_written(path, ROW, kin={3: Kin(related=9)})[0]["Gerelateerd ID"] is None


def test_ids_hold_letters_and_digits_only_and_differ(path):
    rows = rows_written(path, *(replace(ROW, number=number) for number in (1, 20, 12_345)))
    identities = [row["ID"] for row in rows]
    assert len(set(identities)) == 3
    assert all(re.fullmatch("[A-Za-z0-9]{1,170}", identity) for identity in identities)
    assert len(set(map(len, identities))) == 1


@pytest.mark.parametrize(
    ("judgement", "name", "handed_in"),
    [
        (Judgement.PUBLIC, "a.pdf", True),
        (Judgement.PARTLY_PUBLIC, "a.pdf", True),
        (Judgement.PARTLY_PUBLIC, "", False),
        (Judgement.NOT_PUBLIC, "a.pdf", False),
        (Judgement.SUSPENDED, "a.pdf", False),
        (Judgement.ALREADY_PUBLIC, "a.pdf", False),
    ],
)
def test_files_are_handed_in_for_what_is_published(judgement, name, handed_in):
    found = list(files_of([replace(ROW, judgement=judgement, file_name=name)], PLATFORM))
    assert [file for _, file in found] == (["MIN0003.pdf"] if handed_in else [])


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"matter": ""}, "platform-matter"),
        ({"matter": "a"}, "platform-matter"),
        ({"matter": "met spatie"}, "platform-matter"),
        ({"matter": "x" * 256}, "platform-matter"),
        ({"matter": "woo", "prefix": "A-1"}, "platform-prefix"),
        ({"matter": "woo", "case_numbers": "a/b"}, "platform-case-number"),
    ],
)
def test_what_the_platform_would_misread_is_refused(settings, code):
    with pytest.raises(UsageError) as caught:
        Platform(**settings)
    assert caught.value.code == code


def test_more_rows_than_the_platform_takes_are_refused(path, monkeypatch):
    monkeypatch.setattr("lakmoes.inventory.production_report.MOST_ROWS", 1)
    with pytest.raises(UsageError) as caught:
        rows_written(path, ROW, replace(ROW, number=4))
    assert caught.value.code == "platform-too-many"


def test_the_same_list_gives_the_same_bytes(path, tmp_path):
    rows_written(path, ROW)
    rows_written(tmp_path / "ander.xlsx", ROW)
    assert path.read_bytes() == (tmp_path / "ander.xlsx").read_bytes()
