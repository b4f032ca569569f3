import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from lakmoes.inventory import docx as inventory_docx
from lakmoes.inventory.columns import Column


@pytest.fixture
def written(tmp_path, inventory_with):
    def write(**changes):
        inventory_docx.write(tmp_path / "i.docx", inventory_with(**changes))
        return docx.Document(tmp_path / "i.docx")

    return write


def texts_of(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_list_has_a_row_for_every_document(written):
    rows = texts_of(written().tables[0])
    assert rows[0] == ["Nr", "Document", "Datum", "Beslissing", "Weigeringsgrond", "Opmerkingen"]
    assert rows[1] == [
        "1",
        "E-mailwisseling: start proef – été",
        "3 september 2020",
        "Gedeeltelijk openbaar",
        "10.2.c, 10.2.e en 11.1\u00a0Wob",
        "Conceptversie van 4; gedeeltelijk buiten reikwijdte verzoek",
    ]
    assert [row[0] for row in rows[1:]] == ["1", "2", "3", "4"]
    assert rows[3][1] == "Beveiligd stuk"


def test_chosen_columns_fill_the_page_in_their_order(written):
    columns = (Column.TITLE, Column.NUMBER, Column.PAGES)
    document = written(columns=columns)
    assert texts_of(document.tables[0])[:2] == [
        ["Document", "Nr", "Bladzijden"],
        ["E-mailwisseling: start proef – été", "1", "2"],
    ]
    widths = [column.width for column in document.tables[0].columns]
    assert widths[0] > 5 * widths[1]
    assert sum(widths) == pytest.approx(sum(column.width for column in document.tables[1].columns), rel=0.01)


def test_each_table_says_what_it_is(written):
    captions = [table._tbl.tblPr.find(qn("w:tblCaption")) for table in written().tables]
    assert [caption.get(qn("w:val")) for caption in captions] == ["Inventarislijst", "Legenda"]


def test_the_legend_holds_the_statutory_text(written, inventory_with):
    rows = texts_of(written().tables[1])
    assert rows[1:] == [[entry.code, entry.label, entry.text] for entry in inventory_with().legend]
    assert len(written(rows=()).tables) == 1


def test_every_page_has_the_head_of_the_table_and_its_number(written):
    document = written()
    for table in document.tables:
        properties = table.rows[0]._tr.trPr
        assert properties.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    fields = document.sections[0].footer._element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]
    assert document.sections[0].page_width > document.sections[0].page_height


def test_columns_fill_the_page_and_no_more(written):
    document = written()
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        width = sum(column.width for column in table.columns)
        assert 0.97 * room < width <= room


def test_it_is_dutch_and_tells_nothing_of_the_library(written):
    document = written()
    languages = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}
    properties = document.core_properties
    assert (properties.title, properties.author) == ("Inventarislijst – Dossier proef", "Lakmoes")
    assert properties.comments == ""


@pytest.mark.parametrize("concept", [True, False])
def test_a_concept_is_visibly_one_on_every_page(written, concept):
    document = written(concept=concept)
    word = "CONCEPT – nog niet beoordeeld"
    assert any(word == paragraph.text for paragraph in document.paragraphs) is concept
    assert (word in document.sections[0].header.paragraphs[0].text) is concept


def test_no_preview_of_another_document_is_left(tmp_path, written):
    written()
    with zipfile.ZipFile(tmp_path / "i.docx") as package:
        assert not [name for name in package.namelist() if "thumbnail" in name]
