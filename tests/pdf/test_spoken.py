from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from lakmoes.model import Box
from lakmoes.pdf.redact import redact
from tests.pdf.making import STAMP, box_plan, lines_of, pdf_of, redacted

SECRET = "Appelman"
SPOKEN = "gelakt: 10.2.e Wob"
TAGGED = (
    b"/P <</MCID 0>> BDC BT /F 12 Tf 72 700 Td (Beste Appelman, dag) Tj ET EMC "
    b"/P <</MCID 1>> BDC BT /F 12 Tf 72 650 Td (Andere zin) Tj ET EMC "
    b"/P <</MCID 2>> BDC BT /F 12 Tf 72 600 Td (Groet van) Tj 0 -14 Td (Appelman en van Appelman) Tj ET EMC "
)


def tagged(kids: bool = False) -> Callable[[pikepdf.Pdf], None]:
    """Adds a structure tree with a paragraph for each MCID; ``kids``: its parents in a tree of two levels."""

    def add(pdf: pikepdf.Pdf) -> None:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, ParentTreeNextKey=1))
        page = pdf.pages[0].obj
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        paragraphs = [
            pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=whole, Pg=page, K=number))
            for number in range(3)
        ]
        root.K, whole.K = whole, Array(paragraphs)
        leaf = Dictionary(Nums=[0, Array(paragraphs)], Limits=[0, 0])
        root.ParentTree = Dictionary(Kids=[pdf.make_indirect(leaf)]) if kids else Dictionary(Nums=leaf.Nums)
        page.StructParents = 0
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)

    return add


def said(path: Path) -> list[str]:
    """What a screen reader says of a file with three paragraphs, in the order of the structure tree."""
    with pikepdf.open(path) as pdf:
        return [text for element in pdf.Root.StructTreeRoot.K.K for text in _said(element)]


def _said(element: Any) -> list[str]:
    if not isinstance(element, Dictionary):
        return [str(element)]
    if "/ActualText" in element:
        return [str(element.ActualText)]
    kids = element.K if isinstance(element.K, Array) else [element.K]
    return [text for kid in kids for text in _said(kid)]


@pytest.mark.parametrize("kids", [False, True])
def test_each_redaction_is_said_after_what_it_was_taken_from(tmp_path: Path, kids: bool) -> None:
    source = pdf_of(tmp_path / "a.pdf", TAGGED, change=tagged(kids))
    assert said(redacted(source, SECRET)) == ["0", SPOKEN, "1", "2", SPOKEN, SPOKEN]


def test_elements_and_content_know_each_other(tmp_path: Path) -> None:
    with pikepdf.open(redacted(pdf_of(tmp_path / "a.pdf", TAGGED, change=tagged()), SECRET)) as pdf:
        parents = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        content = pdf.pages[0].obj.Contents.read_bytes()
        assert len(parents) == 6
        for number, element in enumerate(parents):
            assert b"/MCID %d" % number in content
            assert number == element.K or number in list(element.K)
            assert element.Pg.objgen == pdf.pages[0].obj.objgen
        first = parents[3]
        assert first.P.objgen == parents[0].objgen
        assert str(first.S) == "/Span"


def test_a_page_without_tags_in_a_tagged_file_gets_its_own(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", TAGGED, lines_of("Ook Appelman"), change=tagged())
    target = redacted(source, SECRET)
    assert said(target)[-1] == SPOKEN
    with pikepdf.open(target) as pdf:
        assert pdf.pages[1].obj.StructParents == 1
        assert pdf.Root.StructTreeRoot.ParentTreeNextKey == 2


def test_a_box_that_touches_no_text_is_said_at_the_end(tmp_path: Path) -> None:
    source, target = pdf_of(tmp_path / "a.pdf", TAGGED, change=tagged()), tmp_path / "b.pdf"
    redact(source, box_plan(Box(x0=300, y0=300, x1=400, y1=330)), STAMP, target)
    assert said(target) == ["0", "1", "2", SPOKEN]


def test_without_tags_readers_find_it_in_the_content(tmp_path: Path) -> None:
    target = redacted(pdf_of(tmp_path / "a.pdf", lines_of("Beste Appelman, dag")), SECRET)
    with pikepdf.open(target) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
    document = pypdfium2.PdfDocument(target)
    assert SPOKEN in document[0].get_textpage().get_text_range()
    document.close()
