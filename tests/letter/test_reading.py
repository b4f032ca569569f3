import docx
import pytest

from lakmoes.errors import UsageError
from lakmoes.letter.mentions import mentions
from lakmoes.letter.reading import Passage, passages_of_pages, passages_of_word
from tests.letter.conftest import WOO


def test_a_word_document_is_read_in_its_order(tmp_path):
    document = docx.Document()
    document.add_heading("Overwegingen", level=1)
    document.add_paragraph("Een zin.  Nog een.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "10.2.e", "1 en 2"
    document.add_paragraph("")
    document.add_paragraph().add_run("Artikel 10.2.c").bold = True
    document.save(tmp_path / "b.docx")
    assert passages_of_word(tmp_path / "b.docx") == (
        Passage(text="Overwegingen", level=1),
        Passage(text="Een zin. Nog een."),
        Passage(text="10.2.e\t1 en 2", cells=("10.2.e", "1 en 2")),
        Passage(text="Artikel 10.2.c", level=10),
    )


def test_what_is_no_word_document_is_told(tmp_path):
    (tmp_path / "b.docx").write_text("geen Word", encoding="utf-8")
    with pytest.raises(UsageError, match="letter-unreadable"):
        passages_of_word(tmp_path / "b.docx")


FIRST = """CONCEPT
Besluit op uw verzoek

5.1.2.b – economische of financiële belangen van de Staat
en andere lichamen
Wij baseren ons op de wet. De bedragen zijn weggelaten uit de notitie die het
Ministerie maakte, en uit de documenten 1, 2
Zaak 2021-42
1 van 2
"""
SECOND = """CONCEPT
en 3 van de lijst.
Artikel 5.2 van de Woo
Dit geldt voor document 4.
Zaak 2021-42
2 van 2
"""
PAGES = (FIRST, SECOND)


def test_lines_of_pages_become_paragraphs_under_headings():
    assert passages_of_pages(PAGES) == (
        Passage(text="Besluit op uw verzoek", level=1, page=1),
        Passage(
            text="5.1.2.b – economische of financiële belangen van de Staat en andere lichamen",
            level=1,
            page=1,
        ),
        Passage(
            text="Wij baseren ons op de wet. De bedragen zijn weggelaten uit de notitie die het"
            " Ministerie maakte, en uit de documenten 1, 2 en 3 van de lijst.",
            page=1,
        ),
        Passage(text="Artikel 5.2 van de Woo", level=1, page=2),
        Passage(text="Dit geldt voor document 4.", page=2),
    )


def test_numbers_that_run_on_to_the_next_page_belong_together():
    found = mentions(passages_of_pages(PAGES), WOO, ["1", "2", "3", "4"])
    assert [(one.ground, one.numbers, one.page) for one in found if one.numbers] == [
        ("5.1.2.b", ("1", "2", "3"), 1),
        ("5.2.1", ("4",), 2),
    ]


def test_the_law_as_it_is_quoted_is_no_heading():
    quoted = "De wet zegt:\n“Openbaar maken blijft achterwege voor zover dit:\nnummers betreft”\n"
    pages = (f"Artikel 5.2 van de Woo\n{quoted}Dit geldt voor de documenten 1 en 3.\n",)
    found = mentions(passages_of_pages(pages), WOO, ["1", "2", "3"])
    assert [(one.ground, one.numbers) for one in found if one.numbers] == [("5.2.1", ("1", "3"))]


def test_a_list_of_documents_is_no_heading():
    pages = (
        "Artikel 5.2 van de Woo\nDit geldt voor de volgende documenten, die hieronder staan:\n"
        "Document 1\nDocument 3\n",
    )
    found = mentions(passages_of_pages(pages), WOO, ["1", "2", "3"])
    assert [one.numbers for one in found if one.numbers] == [("1",), ("3",)]
