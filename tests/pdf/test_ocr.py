import os
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from lakmoes import nl
from lakmoes.errors import IntakeError, ResourceError
from lakmoes.model import Page, Span, TextSource, Word
from lakmoes.pdf import tesseract
from lakmoes.pdf.ocr import missing_languages, recognise
from lakmoes.pdf.read import read_pages
from tests.pdf.scans import LETTER, SIZE, scan_pdf, text_pdf

needs_data = pytest.mark.skipif(
    bool(missing_languages()) and not os.environ.get("CI"), reason="no language data of Tesseract"
)

CELLS = (
    ("21", "mw. T. van den Veld-\nZandstra", "Stichting\nZorgpad", "0115 555 019"),
    ("22", "Bakker, Quirine", "gemeente", "0115 555 020"),
    ("23", "Yldiz, O.", "Actief Ouder", "0115 555 021"),
)


def only_page(path: Path) -> Page:
    (page,) = read_pages(path, "d")
    return page


def scanned(path: Path) -> Page:
    return recognise(path, only_page(path))


def by_text(page: Page) -> dict[str, Word]:
    return {word.text: word for word in page.words}


def assert_same_places(found: Page, truth: Page) -> None:
    """The same words in the same order, within 2 points at their sides and 3.5 of the font's height."""
    assert [word.text for word in found.words] == [word.text for word in truth.words]
    for word, true in zip(found.words, truth.words, strict=True):
        across, along = (2.0, 3.5) if not true.vertical else (3.5, 2.0)
        assert word.vertical == true.vertical
        assert (word.box.x0, word.box.x1) == pytest.approx((true.box.x0, true.box.x1), abs=across)
        assert (word.box.y0, word.box.y1) == pytest.approx((true.box.y0, true.box.y1), abs=along)


@needs_data
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_words_stand_where_they_were_printed(tmp_path: Path, rotation: int) -> None:
    source = text_pdf(tmp_path / "text.pdf", rotation=rotation)
    scan = scanned(scan_pdf(tmp_path / "scan.pdf", source))
    truth = only_page(source)
    assert scan.text_source is TextSource.OCR
    assert (scan.width, scan.height, scan.rotation) == (truth.width, truth.height, rotation)
    assert scan.text == truth.text
    assert_same_places(scan, truth)


@needs_data
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_paper_that_lay_askew_in_the_scanner_is_read(tmp_path: Path, turn: int) -> None:
    source = text_pdf(tmp_path / "text.pdf")
    scan, truth = scanned(scan_pdf(tmp_path / "scan.pdf", source, turn=turn)), only_page(source)
    assert scan.text == truth.text
    width, height = SIZE
    for word, true in zip(scan.words, truth.words, strict=True):
        middle = pymupdf.Point((true.box.x0 + true.box.x1) / 2, (true.box.y0 + true.box.y1) / 2)
        turned = {
            90: pymupdf.Point(height - middle.y, middle.x),
            180: pymupdf.Point(width - middle.x, height - middle.y),
            270: pymupdf.Point(middle.y, width - middle.x),
        }[turn]
        assert word.box.contains(turned.x, turned.y)


@needs_data
def test_boxes_lie_in_the_crop_box(tmp_path: Path) -> None:
    source = scan_pdf(tmp_path / "scan.pdf", text_pdf(tmp_path / "text.pdf"))
    document = pymupdf.open(source)
    document[0].set_cropbox(pymupdf.Rect(20, 25, 410, 290))
    document.save(tmp_path / "cropped.pdf")
    whole, cropped = by_text(scanned(source)), by_text(scanned(tmp_path / "cropped.pdf"))
    assert cropped["Veenhuizen,"].box.x0 == pytest.approx(whole["Veenhuizen,"].box.x0 - 20, abs=0.5)
    assert cropped["Veenhuizen,"].box.y0 == pytest.approx(whole["Veenhuizen,"].box.y0 - 25, abs=0.5)


@needs_data
@pytest.mark.parametrize("rotation", [0, 270])
def test_part_of_a_word_is_boxed_between_its_letters(tmp_path: Path, rotation: int) -> None:
    source = text_pdf(tmp_path / "text.pdf", rotation=rotation)
    scan, truth = scanned(scan_pdf(tmp_path / "scan.pdf", source)), only_page(source)
    start = truth.text.index("w.rozendaal@")
    span = Span(document_id="d", page_index=0, start=start, end=start + len("w.rozendaal"))
    (found,), (true,) = scan.boxes(span), truth.boxes(span)
    across, along = (2.0, 3.5) if rotation == 0 else (3.5, 2.0)
    assert (found.x0, found.x1) == pytest.approx((true.x0, true.x1), abs=across)
    assert (found.y0, found.y1) == pytest.approx((true.y0, true.y1), abs=along)


def write_table(page: pymupdf.Page) -> None:
    page.insert_text((30, 40), "Aanwezig bij het overleg van dinsdag in de kleine zaal:", fontsize=11)
    lefts, tops = (30, 60, 190, 280, 390), (60, 105, 135, 165)
    for left in lefts:
        page.draw_line((left, tops[0]), (left, tops[-1]), width=0.8)
    for top in tops:
        page.draw_line((lefts[0], top), (lefts[-1], top), width=0.8)
    for row, top in zip(CELLS, tops, strict=False):
        for text, left in zip(row, lefts, strict=False):
            page.insert_text((left + 5, top + 16), text.split("\n"), fontsize=11)
    page.insert_text((30, 200), "De lijst wordt na de vergadering door de griffie vernietigd.", fontsize=11)


@needs_data
def test_cells_of_a_bordered_table_stay_together(tmp_path: Path) -> None:
    source = text_pdf(tmp_path / "table.pdf", write_table)
    scan = scanned(scan_pdf(tmp_path / "scan.pdf", source))
    assert (
        "den Veld-\nZandstra\tStichting\nZorgpad\t0115 555 019\n\n22\tBakker, Quirine\tgemeente" in scan.text
    )
    assert scan.text.startswith("Aanwezig bij het overleg")
    assert scan.text.endswith("griffie vernietigd.")
    assert_same_places(scan, only_page(source))


@needs_data
def test_recognition_is_silent(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    scanned(scan_pdf(tmp_path / "scan.pdf", text_pdf(tmp_path / "text.pdf", write_table)))
    assert capfd.readouterr() == ("", "")


@needs_data
def test_the_same_scan_gives_the_same_page(tmp_path: Path) -> None:
    scan = scan_pdf(tmp_path / "scan.pdf", text_pdf(tmp_path / "text.pdf", _one_line))
    assert scanned(scan) == scanned(scan)


def _one_line(page: pymupdf.Page) -> None:
    page.insert_text((30, 60), LETTER[0], fontsize=11)


def _nothing(page: pymupdf.Page) -> None:
    pass


def _faint(page: pymupdf.Page) -> None:
    page.draw_rect(page.rect, color=None, fill=(0.93, 0.93, 0.93))
    page.draw_rect(pymupdf.Rect(10, 10, 60, 60), color=None, fill=(0.97, 0.97, 0.97))


@pytest.mark.parametrize("write", [_nothing, _faint])
def test_a_page_without_contrast_is_blank(tmp_path: Path, write: Callable[[pymupdf.Page], None]) -> None:
    page = scanned(scan_pdf(tmp_path / "scan.pdf", text_pdf(tmp_path / "blank.pdf", write)))
    assert (page.text_source, page.words, page.text) == (TextSource.OCR, (), "")


@needs_data
def test_ink_on_which_nothing_is_read_stays_for_a_person(tmp_path: Path) -> None:
    def scribble(page: pymupdf.Page) -> None:
        page.draw_bezier((60, 200), (150, 60), (240, 260), (330, 120), color=(0, 0, 0), width=3)

    page = scanned(scan_pdf(tmp_path / "scan.pdf", text_pdf(tmp_path / "scribble.pdf", scribble)))
    assert page.text_source is TextSource.NONE


def test_a_page_with_text_stays_as_it_is(tmp_path: Path) -> None:
    path = text_pdf(tmp_path / "text.pdf")
    page = only_page(path)
    assert recognise(path, page) is page


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = scan_pdf(tmp_path / "scan.pdf", text_pdf(tmp_path / "text.pdf"))
    page = only_page(path)
    path.write_bytes(b"%PDF-1.7 gone")
    with pytest.raises(IntakeError):
        recognise(path, page)


@pytest.fixture
def no_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    def absent() -> str:
        raise RuntimeError

    monkeypatch.setattr(tesseract, "FOLDERS", ())
    monkeypatch.setattr(pymupdf, "get_tessdata", absent)
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    folder = tmp_path / "tessdata"
    folder.mkdir()
    return folder


def test_missing_data_are_named_with_the_remedy(tmp_path: Path, no_data: Path) -> None:
    path = scan_pdf(tmp_path / "scan.pdf", text_pdf(tmp_path / "text.pdf"))
    page = only_page(path)
    with pytest.raises(ResourceError) as caught:
        recognise(path, page)
    message = nl.ERRORS[caught.value.code].format(**caught.value.locators)
    assert "nld, eng" in message
    assert "apt-get install tesseract-ocr tesseract-ocr-nld tesseract-ocr-eng" in message


@pytest.mark.parametrize(
    ("present", "missing"),
    [((), ("nld", "eng")), (("eng",), ("nld",)), (("nld",), ("eng",)), (("nld", "eng"), ())],
)
def test_missing_languages_of_a_named_folder(
    monkeypatch: pytest.MonkeyPatch, no_data: Path, present: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    for code in present:
        (no_data / f"{code}.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(no_data))
    assert missing_languages() == missing


def test_a_folder_without_data_does_not_hide_another(
    monkeypatch: pytest.MonkeyPatch, no_data: Path, tmp_path: Path
) -> None:
    for code in ("nld", "eng"):
        (no_data / f"{code}.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    monkeypatch.setattr(pymupdf, "get_tessdata", lambda: str(no_data))
    assert missing_languages() == ()
    assert tesseract.tessdata() == no_data
