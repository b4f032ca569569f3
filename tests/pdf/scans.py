"""Scans made by the tests: pages of text, and the same pages as nothing but a picture."""

from collections.abc import Callable
from pathlib import Path

import pymupdf

SIZE = (420.0, 300.0)
DPI = 200
LETTER = (
    "Geachte mevrouw Veenhuizen,",
    "Op dinsdag 3 maart is het verzoek van de heer W. Rozendaal ontvangen.",
    "U kunt het antwoord sturen aan w.rozendaal@gemeente.example of bellen",
    "met het nummer 0115 555 019. De stukken zijn bij dit bericht gevoegd.",
)


def write_letter(page: pymupdf.Page, lines: tuple[str, ...] = LETTER) -> None:
    """Lines of text on the page as it is displayed, whatever its rotation."""
    for number, line in enumerate(lines):
        point = pymupdf.Point(30, 50 + 22 * number) * page.derotation_matrix
        page.insert_text(point, line, fontsize=11, rotate=page.rotation)


def text_pdf(path: Path, write: Callable[[pymupdf.Page], None] = write_letter, rotation: int = 0) -> Path:
    """A PDF with one page of text that displays upright at a rotation."""
    document = pymupdf.open()
    width, height = SIZE if rotation % 180 == 0 else reversed(SIZE)
    page = document.new_page(width=width, height=height)
    page.set_rotation(rotation)
    write(page)
    document.save(path)
    return path


def scan_pdf(path: Path, source: Path, turn: int = 0) -> Path:
    """The first page of a PDF as a picture on a page of the same size, box and rotation.

    ``turn`` is how the paper lay in the scanner: picture and page are turned by as many degrees.
    """
    document = pymupdf.open(source)
    page = document[0]
    matrix = pymupdf.Matrix(DPI / 72, DPI / 72).prerotate(turn)
    pixmap = page.get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY)
    scan = pymupdf.open()
    width, height = page.rect.width, page.rect.height
    if turn % 180:
        width, height = height, width
    if page.rotation % 180:
        width, height = height, width
    new = scan.new_page(width=width, height=height)
    new.set_rotation(page.rotation)
    new.insert_image(new.rect * new.derotation_matrix, pixmap=pixmap, rotate=page.rotation)
    scan.save(path)
    return path
