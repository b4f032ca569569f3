import re
import unicodedata
from dataclasses import replace

import pikepdf
import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lakmoes.grounds import ground_book
from lakmoes.inventory import pdf
from lakmoes.inventory.columns import Column
from lakmoes.inventory.rows import InventoryContext, inventory_of
from lakmoes.model import InventoryRow, Judgement, Law
from tests.inventory.conftest import ROWS


@pytest.fixture
def written(tmp_path, inventory_with):
    def write(**changes):
        pdf.write(tmp_path / "i.pdf", inventory_with(**changes))
        return tmp_path / "i.pdf"

    return write


def text_of(path):
    """The words of all pages; hyphens at line ends and white space do not count."""
    with pymupdf.open(path) as document:
        text = "\n".join(page.get_text() for page in document)
    return re.sub(r"\s+", " ", re.sub(r"[\u00ad\u2010-]\n", "", text)).replace("\u200b", "")


def elements_of(path):
    """The structure of the document: every element as role and attributes, in reading order."""
    with pikepdf.open(path) as document:
        yield from _elements(document.Root.StructTreeRoot.K)


def _elements(node):
    if isinstance(node, pikepdf.Array):
        for item in node:
            yield from _elements(item)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        attributes = node.get("/A", [])
        merged = {}
        for part in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            if isinstance(part, pikepdf.Dictionary):
                merged |= {name: part[name] for name in part.keys()}  # noqa: SIM118
        headers = [str(header) for header in merged.get("/Headers", [])]
        yield str(node.S), str(node.get("/ID", "")), str(merged.get("/Scope", "")), headers
        if "/K" in node:
            yield from _elements(node.K)


def test_everything_that_the_list_says_is_there(written, inventory_with):
    text = text_of(written())
    for part in (
        "Inventarislijst",
        "Dossier proef",
        "Wob-verzoek 2021-034, verzoek van 25 januari 2021, besluit van 7 juni 2021",
        "E-mailwisseling: start proef – été",
        "3 september 2020",
        "10.2.c, 10.2.e en 11.1 Wob",
        "4 documenten: 1 openbaar, 1 gedeeltelijk openbaar, 1 niet openbaar en 1 nog te beoordelen.",
        "Documenten met 10.2.e Wob 2",
        "Bladzijde 1 van 1" if "Bladzijde 1 van 1" in text else "Bladzijde 2 van 2",
        *(entry.label for entry in inventory_with().legend),
    ):
        assert part in text


def test_it_says_its_title_and_language_and_that_it_is_tagged_for_everyone(written):
    with pikepdf.open(written()) as document:
        assert str(document.Root.Lang).startswith("nl")
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == "Inventarislijst – Dossier proef"
            assert metadata["pdfuaid:part"] == "1"


def test_every_cell_knows_its_head(written):
    elements = list(elements_of(written()))
    heads = {name: scope for role, name, scope, _ in elements if role == "/TH"}
    cells = [headers for role, _, _, headers in elements if role == "/TD"]
    assert len(cells) == 4 * 6 + 4 * 3 + 10 * 2
    assert all(len(headers) == 1 and headers[0] in heads for headers in cells)
    assert set(heads.values()) == {"/Column"}
    assert [role for role, *_ in elements if role.startswith("/H")] == ["/H1", "/H2", "/H2"]
    assert [role for role, *_ in elements].count("/Table") == 3


def test_all_text_on_a_page_is_tagged_or_marked_as_decoration(written):
    with pikepdf.open(written()) as document:
        for page in document.pages:
            open_marks = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in ("BDC", "BMC"):
                    open_marks += 1
                elif name == "EMC":
                    open_marks -= 1
                elif name in ("Tj", "TJ", "'", '"'):
                    assert open_marks, operands


def test_the_head_of_the_list_stands_on_every_page_with_its_number(written):
    rows = tuple(replace(ROWS[0], number=number) for number in range(1, 81))
    path = written(rows=rows)
    with pymupdf.open(path) as document:
        pages = [page.get_text() for page in document]
        assert all(page.rect.width > page.rect.height for page in document)
    listed = [text for text in pages if "01_" in text or "start proef" in text]
    assert len(listed) > 3
    assert all("Weigeringsgrond" in text for text in listed)
    for number, text in enumerate(pages, start=1):
        assert f"Bladzijde {number} van {len(pages)}" in text
    heads = [role for role, *_ in elements_of(path) if role == "/THead"]
    assert len(heads) == 3  # once a table for a screen reader, however many pages


@pytest.mark.parametrize("concept", [True, False])
def test_a_concept_is_visibly_one_on_every_page(written, concept):
    rows = tuple(replace(ROWS[0], number=number) for number in range(1, 41))
    with pymupdf.open(written(rows=rows, concept=concept)) as document:
        assert document.page_count > 1
        assert all(("CONCEPT – nog niet beoordeeld" in page.get_text()) is concept for page in document)


def test_chosen_columns_stand_in_their_order_and_nowhere_is_text_cut(written):
    row = replace(ROWS[0], sha256="0123456789abcdef" * 4, file_name=f"01_{'lang' * 25}.pdf")
    path = written(rows=(row,), columns=(Column.SHA256, Column.FILE, Column.NUMBER), concept=False)
    text = text_of(path).replace(" ", "")
    assert text.index("SHA-256") < text.index("Bestand") < text.index("Nr")
    assert row.sha256 in text
    assert row.file_name in text
    with pymupdf.open(path) as document:
        for page in document:
            words = page.get_text("words")
            assert all(word[0] > 30 and word[2] < page.rect.width - 30 for word in words)


def test_own_codes_stand_in_the_legend(written):
    text = text_of(written(code_labels={"10.2.e": "7"}))
    assert "In het document Grond Omschrijving Wettekst" in text


@pytest.mark.parametrize(
    "title",
    [
        '#import "x.typ": *',
        '#read("/etc/passwd") *vet* _schuin_ $x^2$ `code` // weg',
        "= Kop\n- punt\n@verwijzing <label> \\ ~ -- \\u{41}",
        "#panic(1) [inhoud] {code} #(1/0)",
        '"}],"rows":[]',
    ],
)
def test_a_title_is_text_and_never_markup(written, title):
    row = replace(ROWS[1], title=title)
    shown = text_of(written(rows=(row,), concept=False))
    assert "".join(title.split()) in shown.replace(" ", "")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Groep 😀 vrienden", "Groep □ vrienden"),
        ("报告 over Łódź", "□□ over Łódź"),
        ("Βουλή и Дума", "Βουλή и Дума"),
    ],
)
def test_a_sign_without_a_letter_of_type_leaves_a_mark(written, title, shown):
    assert shown in text_of(written(rows=(replace(ROWS[1], title=title),)))


def test_a_row_longer_than_a_page_goes_on_on_the_next(written):
    words = " ".join(f"woord{number}" for number in range(900))
    path = written(rows=(replace(ROWS[1], remarks=(words,)),))
    text = text_of(path)
    assert "oord0 " in text
    assert "woord899" in text


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_can_be_listed(tmp_path_factory, title, remark):
    row = InventoryRow(
        number=1, title=title, date=None, judgement=Judgement.PUBLIC, grounds=(), remarks=(remark,)
    )
    inventory = inventory_of(InventoryContext(title=title), (row,), ground_book(Law.WOO))
    path = tmp_path_factory.mktemp("any") / "i.pdf"
    pdf.write(path, inventory)
    letters = [sign for sign in title if unicodedata.category(sign) in ("Ll", "Lu") and sign.isascii()]
    assert all(sign in text_of(path) for sign in letters)
