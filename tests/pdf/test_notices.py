"""Pages that are refused whole give way to one page that says so; nothing of them is left in the file."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from lakmoes.model import Box, Mark, PageNotice, RedactionPlan, VerificationReport
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.redact import redact
from lakmoes.pdf.stamp import Stamp
from lakmoes.verify import verify
from tests.pdf.making import A4, lines_of, pdf_of, plan_of, text_of

SECRET = "Zilvermeeuw"
TEXT = "De bladzijden 2 tot en met 3 van dit document zijn in hun geheel geweigerd o.g.v. 11.1 Wob. " * 2
STAMP = Stamp(
    document_number="7",
    code_labels={"10.2.e": "10.2.e", "11.1": "11.1"},
    notices={1: TEXT.strip()},
    page_numbers=("W-1", "W-2 - W-3", "W-3", "W-4"),
)
WHOLE = Box(x0=0, y0=0, x1=A4[2], y1=A4[3])


def page(number: int, secret: bool = False) -> bytes:
    tag = b"/P <</MCID 0>> BDC "
    return tag + lines_of(f"Bladzijde {number}", SECRET if secret else "Bo Appelman was erbij") + b" EMC"


def led_to(pdf: pikepdf.Pdf) -> None:
    """A tagged file with bookmarks to all pages, links from the first page, and a picture on the third."""
    pages = [page.obj for page in pdf.pages]
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, ParentTreeNextKey=len(pages)))
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    paragraphs, sections = [], []
    for key, one in enumerate(pages):
        one.StructParents = key
        section = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=whole))
        paragraph = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=section, Pg=one, K=0))
        section.K = paragraph
        paragraphs.append(paragraph)
        sections.append(section)
    root.K, whole.K = whole, Array(sections)
    nums = [part for key, paragraph in enumerate(paragraphs) for part in (key, Array([paragraph]))]
    root.ParentTree = Dictionary(Nums=nums)
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    with pdf.open_outline() as outline:
        for number in range(len(pages)):
            outline.root.append(pikepdf.OutlineItem(f"Deel {number + 1}", number))
    pages[0].Annots = Array(
        [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=[300, 100, 400, 120],
                    Dest=Array([pages[2], Name.Fit]),
                )
            )
        ]
    )
    stream = pdf.make_stream(bytes(range(64)) * 3, Type=Name.XObject, Subtype=Name.Image)
    stream.Width, stream.Height, stream.BitsPerComponent, stream.ColorSpace = 8, 8, 8, Name.DeviceRGB
    pages[2].Resources.XObject = Dictionary(Im=stream)
    pages[2].Contents = pdf.make_stream(pages[2].Contents.read_bytes() + b" q 90 0 0 90 72 300 cm /Im Do Q")
    pages[2].Thumb = String(SECRET)


def source_in(folder: Path) -> Path:
    contents = [page(1), page(2, secret=True), page(3, secret=True), page(4)]
    return pdf_of(folder / "a.pdf", *contents, change=led_to)


def planned(source: Path) -> RedactionPlan:
    marks = [
        *plan_of(source, "Appelman").marks,
        *(Mark(page_index=index, boxes=(WHOLE,), codes=("11.1",)) for index in (1, 2)),
    ]
    return RedactionPlan(
        document_id="d",
        marks=tuple(sorted(marks, key=lambda mark: mark.page_index)),
        digest="",
        notices=(PageNotice(first_index=1, last_index=2, codes=("11.1",)),),
        printed=tuple(STAMP.lines_on(index) for index in range(4)),
    )


def checked(source: Path, target: Path, plan: RedactionPlan) -> VerificationReport:
    labels = {line for mark in plan.marks for line in STAMP.printed(mark.codes)} | {"7"}
    pages = list(read_pages(source, "d"))
    return verify(target, plan, pages, frozenset(labels), [SECRET], original=source)


def failed(report: VerificationReport) -> dict[str, tuple[str, ...]]:
    return {check.name: check.places for check in report.checks if not check.passed}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    source, target = source_in(tmp_path), tmp_path / "b.pdf"
    redact(source, planned(source), STAMP, target, [SECRET])
    return source, target


def test_one_page_stands_for_a_run_of_pages_and_passes_the_verifier(files: tuple[Path, Path]) -> None:
    source, target = files
    assert [text_of(target, index)[:11] for index in (0, 2)] == ["Bladzijde 1", "Bladzijde 4"]
    assert text_of(target, 1).startswith(STAMP.notices[1][:60])
    assert "W-2 - W-3" in text_of(target, 1)
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == 3
    assert failed(checked(source, target, planned(source))) == {}


def test_a_note_tells_how_many_pages_gave_way(tmp_path: Path) -> None:
    source = source_in(tmp_path)
    notes = redact(source, planned(source), STAMP, tmp_path / "b.pdf")
    assert ("pages-noticed", 2) in [(note.code, note.count) for note in notes]


def test_nothing_of_the_pages_is_left_in_the_file(files: tuple[Path, Path]) -> None:
    with pikepdf.open(files[1]) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        assert not any(item.get("/Subtype") == "/Image" for item in streams)
        assert not any(SECRET.encode() in item.read_bytes() for item in streams)
        pages = [
            item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/Type") == "/Page"
        ]
        assert len(pages) == 3


def test_what_led_to_a_page_leads_to_the_notice(files: tuple[Path, Path]) -> None:
    with pikepdf.open(files[1]) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        with pdf.open_outline() as outline:
            found = [(item.title, pages.index(item.destination[0].objgen)) for item in outline.root]
        (link,) = pdf.pages[0].obj.Annots
        assert pages.index(link.Dest[0].objgen) == 1
    assert found == [("Deel 1", 0), ("Deel 2", 1), ("Deel 3", 1), ("Deel 4", 2)]


def test_the_structure_tree_has_the_notice_and_nothing_else_of_the_pages(files: tuple[Path, Path]) -> None:
    with pikepdf.open(files[1]) as pdf:
        root = pdf.Root.StructTreeRoot
        whole = root.K
        roles = [(str(kid.S), pdf.pages.index(pikepdf.Page(own(kid).Pg))) for kid in whole.K]
        parents = dict(zip(list(root.ParentTree.Nums)[::2], list(root.ParentTree.Nums)[1::2], strict=True))
        assert roles == [("/Sect", 0), ("/Sect", 2), ("/P", 1)]
        for one in pdf.pages:
            assert all(parent.Pg.objgen == one.obj.objgen for parent in parents[one.obj.StructParents])


def own(element: pikepdf.Object) -> pikepdf.Object:
    while "/Pg" not in element:
        element = element.K[0] if isinstance(element.K, Array) else element.K
    return element


def test_a_turned_page_keeps_its_shape(tmp_path: Path) -> None:
    source = pdf_of(
        tmp_path / "a.pdf", page(1), page(2, secret=True), page(3, True), page(4), page={"/Rotate": 90}
    )
    target = tmp_path / "b.pdf"
    redact(source, planned(source), STAMP, target)
    assert failed(checked(source, target, planned(source))) == {}


def test_a_whole_document_may_be_one_notice(tmp_path: Path) -> None:
    source, target = pdf_of(tmp_path / "a.pdf", page(1), page(2)), tmp_path / "b.pdf"
    marks = tuple(Mark(page_index=index, boxes=(WHOLE,), codes=("11.1",)) for index in (0, 1))
    stamp = replace(STAMP, notices={0: "Weg."}, page_numbers=())
    plan = RedactionPlan(
        document_id="d",
        marks=marks,
        digest="",
        notices=(PageNotice(first_index=0, last_index=1, codes=("11.1",)),),
        printed=(stamp.lines_on(0), ()),
    )
    redact(source, plan, stamp, target)
    assert text_of(target) in ("Weg. 7", "7 Weg.")
    assert failed(checked(source, target, plan)) == {}


def drawn(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(b"q 0.2 g 100 300 80 40 re f Q")


def told(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(b"BT /F1 12 Tf 72 300 Td (Zilver) Tj ET")
    pdf.pages[1].obj.Resources.Font.F1 = pdf.pages[0].obj.Resources.Font[
        next(iter(pdf.pages[0].obj.Resources.Font.keys()))
    ]


def emptied(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Contents = pdf.make_stream(b"")


def lost(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]


def said(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K.ActualText = String(SECRET)


@pytest.mark.parametrize(
    ("sabotage", "check"),
    [
        (drawn, "pixels"),
        (told, "text-again"),
        (emptied, "text-lost"),
        (lost, "page-shape"),
        (said, "hidden-text"),
    ],
)
def test_a_notice_that_is_not_right_is_found(files: tuple[Path, Path], sabotage: object, check: str) -> None:
    source, target = files
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        sabotage(pdf)  # type: ignore[operator]
        pdf.save(target)
    assert check in failed(checked(source, target, planned(source)))


def test_without_its_notice_the_plan_does_not_fit_the_file(files: tuple[Path, Path]) -> None:
    source, target = files
    assert "page-shape" in failed(checked(source, target, replace(planned(source), notices=())))
