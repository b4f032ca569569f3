"""Saboteurs that only show beside the source, or in how text moved; and what they may not disturb."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from lakmoes.model import Box, Shift, TextSource
from lakmoes.verify.content import Contents
from lakmoes.verify.runs import text_of
from tests.sabotage.workshop import LEFT, LETTER, PITCH, SIZE, TOP, Paper, Workshop, bar_of, text_at

NAME = "Quirine Veldkamp"
BELOW = b"0.85 g 60 500 200 40 re f 0 G 2 w 60 450 m 540 450 l S 0 g\n"
WHOLE = (Paper(lines=LETTER, below=BELOW),)


def test_an_honest_redaction_looks_the_same_elsewhere(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, papers=WHOLE)
    shop.save(shop.honest())
    assert shop.failed(original=shop.source) == set()


@pytest.mark.parametrize(
    ("after", "what"),
    [
        (BELOW.replace(b"60 450 m 540 450 l S", b""), "line"),
        (BELOW.replace(b"60 500 200 40 re f", b""), "shade"),
        (BELOW.replace(b"60 450 m", b"300 450 m"), "half a line"),
        (BELOW + b"0 g 400 300 20 20 re f ", "something new"),
    ],
)
def test_drawings_that_change_are_seen(tmp_path: Path, after: bytes, what: str) -> None:
    shop = Workshop(tmp_path, papers=WHOLE)
    shop.papers = (Paper(lines=LETTER, below=after),)
    shop.save(shop.honest())
    assert shop.failed(original=shop.source) == {"pixels"}, what


def pictured(shop: Workshop, samples: bytes) -> pikepdf.Pdf:
    """The source, or the honest file, with a picture of 20 by 20 pixels."""
    with pikepdf.open(shop.source, allow_overwriting_input=True) as pdf:
        with_picture(pdf, bytes(range(200)) * 2)
        pdf.save(shop.source)
    pdf = shop.honest()
    with_picture(pdf, samples)
    return pdf


def with_picture(pdf: pikepdf.Pdf, samples: bytes) -> None:
    picture = pdf.make_stream(samples, Type=Name.XObject, Subtype=Name.Image, Width=20, Height=20)
    picture["/ColorSpace"], picture["/BitsPerComponent"] = Name.DeviceGray, 8
    pdf.pages[0].obj["/Resources"]["/XObject"] = Dictionary(B=picture)
    pdf.pages[0].contents_add(pdf.make_stream(b"q 100 0 0 100 300 200 cm /B Do Q"))


def test_a_picture_that_stays_is_no_finding(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),))
    shop.save(pictured(shop, bytes(range(200)) * 2))
    assert shop.failed(original=shop.source) == set()


@pytest.mark.parametrize(
    "samples", [bytes(400), bytes(range(200)) + bytes(range(9)) + bytes(range(9, 200))[::-1]]
)
def test_a_picture_that_changes_is_seen(tmp_path: Path, samples: bytes) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),))
    shop.save(pictured(shop, samples))
    assert shop.failed(original=shop.source) == {"pixels"}


def test_a_picture_that_goes_is_seen(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),))
    shop.save(pictured(shop, bytes(400)))
    shop.save(shop.honest())
    assert shop.failed(original=shop.source) == {"pixels"}


# links and bookmarks


def navigated(shop: Workshop, target: str = "https://www.example.org", title: str = "Inleiding") -> None:
    """Gives the source a link and a bookmark."""
    with pikepdf.open(shop.source, allow_overwriting_input=True) as pdf:
        link(pdf, target)
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(title, 0))
        pdf.save(shop.source)


def link(pdf: pikepdf.Pdf, target: str) -> None:
    action = Dictionary(S=Name.URI, URI=String(target))
    item = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[72, 500, 200, 520], Border=[0, 0, 0], A=action
    )
    pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(item)])


def bookmarked(pdf: pikepdf.Pdf, title: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(title, 0))


@pytest.mark.parametrize(
    ("change", "is_lost"),
    [
        (lambda pdf: (link(pdf, "https://www.example.org"), bookmarked(pdf, "Inleiding")), False),
        (lambda pdf: link(pdf, "https://www.example.org"), True),
        (lambda pdf: bookmarked(pdf, "Inleiding"), True),
    ],
)
def test_links_and_bookmarks_that_go_are_seen(
    tmp_path: Path, change: Callable[[pikepdf.Pdf], object], is_lost: bool
) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),))
    navigated(shop)
    pdf = shop.honest()
    change(pdf)
    shop.save(pdf)
    assert shop.failed(original=shop.source) == ({"navigation"} if is_lost else set())


def test_links_and_bookmarks_that_tell_may_go(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),))
    navigated(shop, "https://www.example.org/quirine-veldkamp", f"Bijdrage {NAME}")
    shop.save(shop.honest())
    assert shop.failed(original=shop.source) == set()


# width and moved text


def moving(shop: Workshop, by: float, bar_by: float | None = None, planned: float = 30.0) -> None:
    """A name with a wider bar than it, the rest of its line written elsewhere than planned or not."""
    (mark,) = (found for found in shop.marks if found.span == shop.span(NAME, 0))
    box = mark.boxes[0]
    rest = Box(x0=box.x1, y0=box.y0, x1=590, y1=box.y1)
    wide = replace(box, x1=box.x1 + planned)
    shop.marks = (replace(mark, bars=(wide,)),)
    shop.shifts = (Shift(page_index=0, area=rest, dx=planned, dy=0.0),)
    line = LETTER[1]
    start, tail = line[: line.index(NAME)], line[line.index(NAME) + len(NAME) :]
    content = text_at(start, LEFT, TOP - PITCH) + text_at(tail, rest.x0 + by, TOP - PITCH)
    painted = wide if bar_by is None else replace(box, x1=box.x1 + bar_by)
    others = b"".join(
        text_at(other, LEFT, TOP - PITCH * number) for number, other in enumerate(LETTER) if number != 1
    )
    bar = bar_of(shop.papers[0], replace(mark, bars=(painted,)))
    pdf = shop.written(shop.target, lambda _: others + content + bar)
    pdf.docinfo["/Title"] = "7"
    shop.save(pdf)


WIDTHS = [
    (30.0, None, set()),
    (30.9, None, {"width"}),
    (29.4, None, {"width"}),
    (0.0, 0.0, {"text-lost", "text-again", "text-under-marks", "marks-black", "beneath-marks", "width"}),
    (30.0, 25.0, {"marks-black"}),
    (30.0, 33.0, {"width"}),
    (30.0, 60.0, {"text-under-boxes", "width"}),
]


@pytest.mark.parametrize(("by", "bar_by", "checks"), WIDTHS)
def test_gaps_that_tell_a_width_are_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: float, bar_by: float | None, checks: set[str]
) -> None:
    lines = tuple(line if number == 1 else line.replace(NAME, "iemand") for number, line in enumerate(LETTER))
    monkeypatch.setattr("tests.sabotage.test_beside_the_source.LETTER", lines)
    shop = Workshop(tmp_path, papers=(Paper(lines=lines),), secrets=(NAME,))
    moving(shop, by, bar_by)
    assert shop.failed(original=shop.source) == checks


# what a renderer does not tell


@pytest.mark.parametrize(
    "wrapping",
    [
        b"/Span <</ActualText (gelakt)>> BDC %s EMC\n",
        b"/Span <</ActualText ()>> BDC %s EMC\n",
        b"q 7 Tr %s Q\n",
    ],
)
def test_text_under_a_box_that_says_something_else_is_seen(tmp_path: Path, wrapping: bytes) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),))
    box = shop.marks[0].boxes[0]
    bars = b"".join(bar_of(shop.papers[0], mark) for mark in shop.marks)
    pdf = shop.honest(bars=False)
    left = text_at(NAME, box.x0, 842 - box.y1 + 2.3)
    pdf.pages[0].contents_add(pdf.make_stream(wrapping % left + bars))
    shop.save(pdf)
    assert {"text-under-marks", "text-again"} <= shop.failed()


def test_words_under_a_box_that_is_no_mark_are_seen(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),))
    pdf = shop.honest()
    pdf.pages[0].contents_add(pdf.make_stream(b"0 g %g %g 60 12 re f" % (LEFT, TOP - 3 * PITCH - 3)))
    shop.save(pdf)
    assert "text-under-boxes" in shop.failed()


def test_two_lines_that_all_but_coincide_are_two(tmp_path: Path) -> None:
    """PDFium reads one of them only; the other is there all the same."""
    double = text_at(LETTER[3], LEFT + 1.3, TOP - 3 * PITCH - 0.7)
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER, below=double),), secrets=(NAME,))
    shop.save(shop.honest())
    assert shop.failed() == set()


def test_one_of_two_lines_that_all_but_coincide_is_missed(tmp_path: Path) -> None:
    double = text_at(LETTER[3], LEFT + 1.3, TOP - 3 * PITCH - 0.7)
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER, below=double),), secrets=(NAME,))
    if shop.pages[0].text.count(LETTER[3]) < 2:
        pytest.skip("the reader takes them for one as well")
    shop.papers = (Paper(lines=LETTER),)
    shop.save(shop.honest())
    assert shop.failed() == {"text-lost"}


# scans that are read again


def scan(shop: Workshop) -> None:
    shop.pages = tuple(replace(page, text_source=TextSource.OCR) for page in shop.pages)
    pdf = shop.written(shop.target, lambda index: bar_of(shop.papers[index], shop.marks[0]))
    pdf.docinfo["/Title"] = "7"
    shop.save(pdf)


@pytest.mark.parametrize(
    ("read", "checks"), [("Aanwezig: de heer Vos", set()), (f"zoals {NAME} en {NAME}", {"recognised"})]
)
def test_a_name_that_can_still_be_read_on_a_scan_is_seen(tmp_path: Path, read: str, checks: set[str]) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),))
    shop.marks = shop.marks[:1]
    scan(shop)
    assert shop.failed(hidden=(), recognise=lambda _: read) - {"text-again"} == checks


def test_unmarked_copies_are_pointed_out_and_pass(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    shop.marks = tuple(mark for mark in shop.marks if mark.page_index == 0)
    shop.save(shop.honest())
    (check,) = (found for found in shop.report(hidden=()).checks if found.name == "elsewhere")
    assert (check.passed, check.places) == (True, ("bladzijde 2",))
    assert [spot.page for spot in check.spots] == [2]


def test_the_second_reading_needs_no_renderer(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, papers=(Paper(lines=LETTER),))
    with pikepdf.open(shop.source) as pdf:
        read = text_of(Contents().of_page(pdf.pages[0]))
    document = pymupdf.open(shop.source)
    assert read.split() == document[0].get_text().split()
    assert SIZE == 11.0
