from dataclasses import replace

import pikepdf
import pytest

from lakmoes.inventory import notice
from lakmoes.inventory.notice import RefusalNotice
from lakmoes.verify import inspect
from tests.inventory.conftest import ROWS
from tests.inventory.test_pdf import elements_of, text_of

ROW = ROWS[0]


@pytest.fixture
def written(tmp_path):
    def write(row=ROW, **values):
        shown = {
            "cited": "o.g.v. 10.2.e en 11.1 Wob",
            "grounds": [("10.2.e", "persoonlijke levenssfeer"), ("11.1", "persoonlijke beleidsopvattingen")],
        }
        notice.write(tmp_path / "n.pdf", RefusalNotice(row=row, **(shown | values)))
        return tmp_path / "n.pdf"

    return write


def row_with(**values):
    return replace(ROW, **values)


def test_it_says_what_the_inventory_says_of_the_document(written):
    text = text_of(written(row_with(number=12, title="Nota over de pilot", page_count=1240)))
    for part in (
        "Document 12",
        "Nota over de pilot",
        "in zijn geheel geweigerd o.g.v. 10.2.e en 11.1 Wob",
        "1.240 bladzijden",
        "persoonlijke beleidsopvattingen",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "Deze bladzijde komt in de plaats van het document."),
        (1, "Deze bladzijde komt in de plaats van de bladzijde van het document."),
        (9, "Deze ene bladzijde komt in de plaats van de 9 bladzijden van het document."),
    ],
)
def test_it_says_how_many_pages_it_stands_for(written, count, said):
    text = text_of(written(row_with(page_count=count)))
    assert said in text
    assert ("Aantal bladzijden" in text) == (count > 0)


def test_it_is_one_page_that_a_screen_reader_can_read(written):
    path = written(page_numbers="WOO-1 - WOO-9")
    roles = [role for role, *_ in elements_of(path)]
    assert "/H1" in roles
    assert roles.count("/TH") == 2
    assert "WOO-1 - WOO-9" in text_of(path)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.Root.Lang).startswith("nl")
        assert str(pdf.docinfo["/Title"]) == f"Document {ROW.number}"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_a_title_is_never_markup(written):
    title = "= #panic() *x* $y$ \\ ` // 漢"
    text = text_of(written(row_with(title=title)))
    assert "= #panic() *x* $y$ \\ ` // □" in text


def test_the_same_notice_is_the_same_file(written):
    assert written().read_bytes() == written().read_bytes()


def test_it_holds_nothing_that_an_inspection_frowns_upon(written):
    assert [check.name for check in inspect(written()) if not check.passed] == []
