from pathlib import Path

import pymupdf
import pytest

from lakmoes.errors import IntakeError
from lakmoes.pdf.render import render
from tests.pdf.scans import text_pdf


@pytest.mark.parametrize("rotation", [0, 90])
@pytest.mark.parametrize("dpi", [72, 144])
def test_a_page_becomes_a_picture_as_it_is_displayed(tmp_path: Path, rotation: int, dpi: int) -> None:
    picture = pymupdf.Pixmap(render(text_pdf(tmp_path / "text.pdf", rotation=rotation), 0, dpi))
    assert (picture.width, picture.height) == (420 * dpi // 72, 300 * dpi // 72)
    assert picture.pixel(5, 5) == (255, 255, 255)
    assert not picture.is_unicolor


@pytest.mark.parametrize("index", [-1, 1])
def test_a_page_that_is_not_there_is_refused(tmp_path: Path, index: int) -> None:
    with pytest.raises(IntakeError):
        render(text_pdf(tmp_path / "text.pdf"), index)


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.pdf").write_bytes(b"geen pdf")
    with pytest.raises(IntakeError):
        render(tmp_path / "text.pdf", 0)
