from pathlib import Path

import pymupdf
import pytest

from lakmoes.model import TextSource
from lakmoes.pdf.read import read_pages
from lakmoes.pdf.scans import pictured, trusted

LETTER = (
    "Geachte heer Leeuwerik, hierbij ontvangt u het besluit over de aanleg van het fietspad langs de vaart"
)


def picture_of(text: str) -> pymupdf.Pixmap:
    """A page of text, one word a line, as a picture."""
    with pymupdf.open() as document:
        page = document.new_page(width=600, height=800)
        for number, word in enumerate(text.split()):
            page.insert_text((60, 120 + 34 * number), word, fontsize=18)
        return page.get_pixmap(dpi=150)


def page_with(path: Path, picture: str, typed: int, share: float = 1.0) -> Path:
    """A page with a picture over a share of its height, and typed words at its top."""
    with pymupdf.open() as document:
        page = document.new_page(width=600, height=800)
        area = pymupdf.Rect(0, 0, 600, 800 * share)
        page.insert_image(area, pixmap=picture_of(picture), keep_proportion=False)
        for number in range(typed):
            page.insert_text(
                (40 + 50 * (number % 10), 30 + 12 * (number // 10)), f"woord{number}", fontsize=9
            )
        document.save(path)
    return path


@pytest.mark.parametrize(
    ("picture", "typed", "share", "source"),
    [
        pytest.param(LETTER, 3, 1.0, TextSource.NONE, id="scan with a stamp"),
        pytest.param("", 3, 1.0, TextSource.DIGITAL, id="slide with a background"),
        pytest.param(LETTER, 60, 1.0, TextSource.DIGITAL, id="scan that was recognised before"),
        pytest.param(LETTER, 3, 0.3, TextSource.DIGITAL, id="small picture"),
        pytest.param(LETTER, 0, 1.0, TextSource.NONE, id="no text at all"),
    ],
)
def test_a_few_typed_words_do_not_make_a_scan_readable(tmp_path, picture, typed, share, source):
    path = page_with(tmp_path / "a.pdf", picture, typed, share)
    (page,) = read_pages(path, "a")
    checked = trusted(path, page)
    assert checked.text_source is source
    assert bool(checked.words) is (source is TextSource.DIGITAL)


@pytest.mark.parametrize(
    ("typed", "share", "told"),
    [
        pytest.param(60, 0.4, (1,), id="a picture beside text"),
        pytest.param(60, 0.01, (), id="a logo"),
        pytest.param(0, 1.0, (), id="a scan, which is recognised itself"),
    ],
)
def test_pictures_beside_text_are_told(tmp_path, typed, share, told):
    path = page_with(tmp_path / "a.pdf", LETTER, typed, share)
    assert pictured(path, tuple(read_pages(path, "a"))) == told
