"""Tesseract, as MuPDF holds it within: the lines in one picture.

In: a grey picture. Out: its lines in the pixels of that picture, boxes of words exact to a pixel or two and
letters spread evenly within them. Tesseract's program is not needed, its language data are; they are looked
for where ``TESSDATA_PREFIX`` says and where systems install them. The data are never downloaded.

The Tesseract inside PyMuPDF's wheels is built without OpenMP and so runs on one core: no limit on its threads
is needed where several documents are handled at once.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pymupdf

from lakmoes.errors import ResourceError
from lakmoes.pdf.characters import Character
from lakmoes.pdf.read import TEXT_FLAGS, Line, lines_of
from lakmoes.pdf.rulings import Grey

DPI = 300
LANGUAGES = ("nld", "eng")
FOLDERS = (
    "usr/share/tesseract-ocr/*/tessdata",
    "usr/share/tesseract-ocr/tessdata",
    "usr/share/tessdata",
    "usr/local/share/tessdata",
    "opt/homebrew/share/tessdata",
)


def missing_languages() -> tuple[str, ...]:
    """The languages of which this machine has no data for recognition, empty when all are there."""
    return min((absent_from(folder) for folder in folders()), key=len, default=LANGUAGES)


def tessdata() -> Path:
    """The folder that holds the data of all languages.

    Raises:
        ResourceError: There is no such folder.
    """
    for folder in folders():
        if not absent_from(folder):
            return folder
    raise ResourceError("ocr-data-missing", languages=", ".join(missing_languages()))


def text_in(picture: Grey) -> str:
    """What can be read in an upright grey picture of ``DPI``, line by line.

    Raises:
        ResourceError: Data for recognition are missing.
    """
    lines = lines_in(np.ascontiguousarray(picture), tessdata())
    return "\n".join("".join(character.text for character in line.characters) for line in lines)


def lines_in(picture: Grey, data: Path) -> list[Line]:
    """The lines of an upright picture in Tesseract's reading order."""
    if picture.min() == picture.max():
        return []
    height, width = picture.shape
    # MuPDF gives grey pictures back without any text, so the greys are written as colours.
    pixmap = pymupdf.Pixmap(pymupdf.csRGB, width, height, np.repeat(picture, 3).tobytes(), False)
    pixmap.set_dpi(DPI, DPI)
    with quiet():
        written = pixmap.pdfocr_tobytes(compress=False, language="+".join(LANGUAGES), tessdata=str(data))
    with pymupdf.open("pdf", written) as document:
        lines = list(lines_of(document[0].get_text("rawdict", flags=TEXT_FLAGS)))
        to_pixels = pymupdf.Matrix(width / document[0].rect.width, height / document[0].rect.height)
    return [moved(line, to_pixels) for line in lines]


def moved(line: Line, matrix: pymupdf.Matrix) -> Line:
    """The line in other coordinates; the matrix moves, scales and turns by quarters."""
    along = pymupdf.Point(line.direction) * pymupdf.Matrix(matrix.a, matrix.b, matrix.c, matrix.d, 0, 0)
    return replace(
        line,
        characters=tuple(
            Character(text=character.text, box=tuple(pymupdf.Rect(character.box) * matrix))
            for character in line.characters
        ),
        direction=tuple(along.unit),
        box=tuple(pymupdf.Rect(line.box) * matrix),
    )


@contextmanager
def quiet() -> Iterator[None]:
    """Keeps Tesseract's remarks on specks and guesses of resolution off the screen."""
    screen = os.dup(2)
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(screen, 2)
        os.close(screen)


def folders() -> Iterator[Path]:
    """Where language data may be: the folder of the environment first, then the usual ones, newest first."""
    if named := os.environ.get("TESSDATA_PREFIX"):
        yield Path(named)
    for pattern in FOLDERS:
        yield from sorted(Path("/").glob(pattern), reverse=True)
    try:
        yield Path(pymupdf.get_tessdata())
    except RuntimeError:
        return


def absent_from(folder: Path) -> tuple[str, ...]:
    """The languages whose data are not in the folder."""
    return tuple(code for code in LANGUAGES if not (folder / f"{code}.traineddata").is_file())
