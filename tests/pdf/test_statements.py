"""Statements, running numbers and plain boxes on real pages; each file passes the verifier."""

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from lakmoes.model import Box, RedactionPlan, Width
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.redact import redact
from lakmoes.pdf.space import space_of
from lakmoes.pdf.stamp import Stamp
from lakmoes.placing import place
from lakmoes.verify import verify
from tests.pdf.making import box_plan, lines_of, pdf_of, plan_of, text_of
from tests.pdf.test_spoken import TAGGED, tagged

CODES = {"10.2.e": "10.2.e", "11.1": "11.1"}
SAID = "Alle op deze pagina gelakte tekst is gelakt o.g.v. 10.2.e Wob"
SENTENCES = (
    "De heer Bo Appelman-Hijlkema van de afdeling Toezicht belde",
    "vanmorgen. Hij vond de pagina te duur en de tekst te laat, en wilde dat",
    "de minister er nog eens naar keek voordat het naar buiten gaat.",
)
NO_ROOM = b"".join(b"0 %d 595 2 re f " % y for y in range(0, 842, 5))
"""Rules all over the page: nowhere is there room for a line of text."""


def stamp_with(**values: object) -> Stamp:
    return Stamp(**({"document_number": "7", "code_labels": CODES, "in_boxes": False} | values))


def written(source: Path, plan: RedactionPlan, stamp: Stamp) -> Path:
    """The redacted file, after the verifier found it right."""
    pages = list(read_pages(source, "d"))
    plan = replace(plan, printed=tuple(stamp.lines_on(page.index) for page in pages))
    plan = place(plan, pages, Width.STEP)
    target = source.with_name("redacted.pdf")
    redact(source, plan, stamp, target)
    labels = {line for mark in plan.marks for line in stamp.printed(mark.codes)} | {stamp.document_number}
    report = verify(target, plan, pages, frozenset(labels), original=source)
    assert [(check.name, check.places) for check in report.checks if not check.passed] == []
    return target


def place_of(path: Path, text: str, page_index: int = 0) -> pymupdf.Rect:
    """Where a text stands on a page, as displayed."""
    with pymupdf.open(path) as document:
        page = document[page_index]
        (found,) = page.search_for(text)
        return (found * pymupdf.Matrix(space_of(page).to_displayed)).normalize()


def test_a_statement_on_the_page_takes_the_place_of_the_codes(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES))
    target = written(source, plan_of(source, "Appelman-Hijlkema"), stamp_with(statements={0: SAID}))
    assert text_of(target).count("10.2.e") == 1
    assert place_of(target, SAID).y0 > 770
    with pikepdf.open(target) as pdf:
        content = pdf.pages[0].obj.Contents.read_bytes()
    assert "gelakt: 10.2.e".encode("utf-16-be").hex().encode() in content


@pytest.mark.parametrize("word", ["pagina", "de tekst", "gelakte tekst"])
def test_a_word_that_the_statement_says_too_can_be_redacted(tmp_path: Path, word: str) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES, "Hier staat gelakte tekst."))
    written(source, plan_of(source, word), stamp_with(statements={0: SAID}))


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_statement_and_numbers_read_upright_however_the_page_is_turned(
    tmp_path: Path, rotation: int
) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES), page={"/Rotate": rotation})
    stamp = stamp_with(statements={0: SAID}, page_numbers=("WOO-00012",))
    target = written(source, plan_of(source, "Appelman-Hijlkema"), stamp)
    with pymupdf.open(target) as document:
        page = document[0]
        width, height = page.rect.width, page.rect.height
        page.remove_rotation()
        directions = {
            line["dir"]
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", ())
            if any("WOO" in span["text"] or "Alle op" in span["text"] for span in line["spans"])
        }
    number = place_of(target, "WOO-00012")
    assert directions == {(1.0, 0.0)}
    assert (number.x1 > 0.9 * width, number.y1 > 0.9 * height) == (True, True)


def test_where_the_margins_are_full_the_statement_stands_between_the_lines(tmp_path: Path) -> None:
    full = [b"0 %d 595 2 re f " % y for y in (*range(0, 76, 5), *range(766, 842, 5))]
    source = pdf_of(tmp_path / "a.pdf", b"".join(full) + lines_of(*SENTENCES))
    target = written(source, plan_of(source, "Appelman-Hijlkema"), stamp_with(statements={0: SAID}))
    assert 74 < place_of(target, SAID).y0 < 768


def test_on_a_narrow_page_the_statement_is_broken(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of("Beste Bo Appelman", x=20, y=200), media=(0, 0, 150, 300))
    target = written(source, plan_of(source, "Appelman"), stamp_with(statements={0: SAID}))
    assert " ".join(text_of(target).split()).count(SAID) == 1


def test_a_page_without_room_bears_its_grounds_in_its_boxes(tmp_path: Path) -> None:
    contents = (NO_ROOM + lines_of("Bo Appelman-Hijlkema"), lines_of("Bo Appelman-Hijlkema"))
    source = pdf_of(tmp_path / "a.pdf", *contents)
    stamp = stamp_with(document_number="", statements={0: SAID, 1: SAID})
    target = written(source, plan_of(source, "Appelman-Hijlkema"), stamp)
    first, second = (text_of(target, index) for index in (0, 1))
    assert ("Alle op" in first, "10.2.e" in first) == (False, True)
    assert ("Alle op" in second, second.count("10.2.e")) == (True, 1)


@pytest.mark.parametrize("has_room", [True, False])
def test_a_statement_on_the_document_stands_on_its_first_page_or_in_all_boxes(
    tmp_path: Path, has_room: bool
) -> None:
    first = lines_of("Omslag") if has_room else NO_ROOM
    source = pdf_of(tmp_path / "a.pdf", first, *[lines_of("Bo Appelman-Hijlkema")] * 2)
    said = SAID.replace("op deze pagina", "in dit document")
    target = written(
        source, plan_of(source, "Appelman-Hijlkema"), stamp_with(document_number="", statements={0: said})
    )
    assert [text_of(target, index).count("10.2.e") for index in range(3)] == (
        [1, 0, 0] if has_room else [0, 1, 1]
    )


def test_numbers_stand_at_the_top_and_at_the_bottom_of_every_page(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", *[lines_of("Bo Appelman")] * 2)
    stamp = stamp_with(page_numbers=("WOO-00012", "WOO-00013"), in_boxes=True)
    target = written(source, plan_of(source, "Appelman", nth=0), stamp)
    for index, number in enumerate(stamp.page_numbers):
        assert place_of(target, number, index).y0 > 800
        assert number in text_of(target, index)
    with pikepdf.open(target) as pdf:
        content = pdf.pages[1].obj.Contents.read_bytes()
    assert content.count(b"/Artifact BMC") >= 1


def test_a_number_of_one_page_may_not_stand_on_another(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", *[lines_of("Bo Appelman")] * 2)
    pages = list(read_pages(source, "d"))
    stamp = stamp_with(page_numbers=("4711", "4712"), document_number="", in_boxes=True)
    plan = plan_of(source, "Appelman")
    target = tmp_path / "b.pdf"
    redact(source, plan, stamp, target)
    labels = frozenset(stamp.printed(("10.2.e",)))
    turned = replace(plan, printed=(stamp.lines_on(1), stamp.lines_on(0)))
    report = verify(target, turned, pages, labels, original=source)
    assert "text-again" in {check.name for check in report.checks if not check.passed}


def test_in_a_tagged_file_the_statement_is_a_paragraph_at_the_end(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", TAGGED, change=tagged())
    target = written(source, plan_of(source, "Andere"), stamp_with(statements={0: SAID}))
    with pikepdf.open(target) as pdf:
        elements = list(pdf.Root.StructTreeRoot.K.K)
        last = elements[-1]
        assert (str(last.S), str(last.Lang), "/ActualText" in last) == ("/P", "nl-NL", False)
        content = pdf.pages[0].obj.Contents.read_bytes()
        assert re.search(rb"/P\s*<<[^>]*/MCID %d\b" % int(last.K), content)
        spoken = [kid for element in elements for kid in kids(element) if "/ActualText" in kid]
    assert [str(kid.ActualText) for kid in spoken] == ["gelakt: 10.2.e"]


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary)]


def test_plain_boxes_are_as_black_as_others(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", b"")
    target = written(source, box_plan(Box(x0=100, y0=100, x1=300, y1=160)), stamp_with(statements={0: SAID}))
    with pymupdf.open(target) as document:
        pixels = document[0].get_pixmap(clip=pymupdf.Rect(102, 102, 298, 158)).samples
    assert set(pixels) == {0}


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    source = pdf_of(tmp_path / "a.pdf", lines_of(*SENTENCES))
    stamp = stamp_with(statements={0: SAID}, page_numbers=("A-1",))
    files = [written(source, plan_of(source, "Appelman-Hijlkema"), stamp).read_bytes() for _ in range(2)]
    assert files[0] == files[1]
