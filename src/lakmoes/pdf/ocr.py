"""The text of scanned pages, recognised on this machine.

In: a page of which ``read`` said that it bears no text. Out: the same page with words whose boxes cover their
ink, so that they can be redacted, in the coordinates of ``model``.

Tables are taken apart first (``rulings``): their cells are recognised one below the other, so that a name
that wraps within its cell stays together and borders are not read as letters. A page that was scanned on its
side or upside down is turned until its text makes sense.

A page without any contrast is blank: its source is OCR and it has no words. A page with ink on which nothing
is recognised keeps its source ``NONE``, for only a person can read it. Handwriting is mostly not recognised,
and of letters with diacritics some come out without them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import numpy as np
import pymupdf

from lakmoes.errors import IntakeError
from lakmoes.model import Page, TextSource
from lakmoes.pdf.characters import Character, box_around
from lakmoes.pdf.ink import on_ink
from lakmoes.pdf.prepare import prepared
from lakmoes.pdf.read import Line, page_of_lines
from lakmoes.pdf.rulings import Cell, Grey, paper_of, without_rulings
from lakmoes.pdf.tesseract import DPI, lines_in, missing_languages, moved, tessdata

__all__ = ["missing_languages", "recognise"]

MOST_PIXELS, LONGEST_SIDE = 36_000_000, 30_000
"""A page of A2 size at 300 dpi; larger ones are rendered at a lower resolution."""
FAINTEST = 32
"""Difference in grey, of 255, below which a page is blank."""
INK = 80
"""How much darker than the paper the ink of a cell is, of 255."""
LEAST_INK = 20
"""Pixels of ink from which a cell is recognised."""
GUTTER = 40
"""Pixels around each cell when cells are set one below the other."""
TALLEST = 8000
"""Pixels; more cells than fit in this height are recognised in several pictures."""

COMMON = frozenset(
    (
        *("de", "het", "een", "van", "den", "der", "en", "in", "is", "op", "te", "dat", "die", "voor", "met"),
        *(
            "aan",
            "er",
            "om",
            "niet",
            "zijn",
            "door",
            "ook",
            "als",
            "bij",
            "uit",
            "naar",
            "over",
            "dan",
            "was",
        ),
        *("of", "maar", "heeft", "worden", "wordt", "tot", "ik", "je", "we", "wij", "u", "hij", "zij", "ze"),
        *("dit", "deze", "the", "and", "to", "for", "that", "on", "with", "be", "are"),
    )
)
"""Frequent words of Dutch and English: text that is read upside down has hardly any."""
COMMON_SHARE = 0.04
"""Measured: at least 0.07 of the words of upright pages (an attendance list), at most 0.02 upside down."""
WORD_LENGTH = 3.5
"""Mean number of characters of a word. Measured: above 4.5 on upright pages, below 2.5 on their side."""
LEGIBLE = 2.5
"""Words that are shorter still in the mean are drawings and stains that look like letters."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Lines in pixels of the picture as it was turned, and how much they look like text.

    ``turn`` counts quarter turns to the left, ``common`` is the share of frequent words and ``length`` the
    mean length of a word.
    """

    turn: int
    lines: tuple[Line, ...]
    common: float
    length: float

    @property
    def plausible(self) -> bool:
        """Whether this is text that stands upright."""
        return self.length >= WORD_LENGTH and self.common >= COMMON_SHARE


def recognise(path: Path, page: Page) -> Page:
    """The page with the words that were recognised on it; a page that has text already stays as it is.

    Raises:
        IntakeError: The file or the page cannot be read.
        ResourceError: The language data are missing.
    """
    if page.text_source is not TextSource.NONE:
        return page
    try:
        with prepared(path) as document:
            return recognised(document[page.index], page)
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError, IndexError) as error:
        raise IntakeError("damaged-page", page=page.index + 1) from error


def recognised(opened: pymupdf.Page, page: Page) -> Page:
    """The page with the words of one opened page."""
    picture = picture_of(opened)
    if int(picture.max()) - int(picture.min()) < FAINTEST:
        return replace(page, text_source=TextSource.OCR)
    reading = best_reading(picture, tessdata())
    if reading.length < LEGIBLE:
        return page
    to_page = way_back(reading.turn, picture, opened)
    return page_of_lines(page, tuple(moved(line, to_page) for line in reading.lines), TextSource.OCR)


def picture_of(opened: pymupdf.Page) -> Grey:
    """The page as it is displayed, in shades of grey."""
    width, height = opened.rect.width / 72, opened.rect.height / 72
    dpi = min(DPI, int((MOST_PIXELS / (width * height)) ** 0.5), int(LONGEST_SIDE / max(width, height)))
    pixmap = opened.get_pixmap(dpi=max(dpi, 1), colorspace=pymupdf.csGRAY)
    rows = np.frombuffer(pixmap.samples, dtype=np.uint8).reshape(pixmap.height, pixmap.stride)
    return np.ascontiguousarray(rows[:, : pixmap.width])


def best_reading(picture: Grey, data: Path) -> Reading:
    """The reading in the first of the four positions in which the picture holds text, else as it stands."""
    upright = reading_of(picture, 0, data)
    if upright.plausible or not upright.lines:
        return upright
    for turn in (1, 3) if upright.length < WORD_LENGTH else (2,):
        turned = reading_of(picture, turn, data)
        if turned.plausible and turned.common > upright.common:
            return turned
    return upright


def reading_of(picture: Grey, turn: int, data: Path) -> Reading:
    """The lines of the picture after so many quarter turns to the left."""
    turned = np.ascontiguousarray(np.rot90(picture, turn))
    lines = tuple(over_ink(line, turned) for line in page_lines(turned, data))
    texts = ("".join(character.text for character in line.characters) for line in lines)
    words = [word for text in texts for word in text.split()]
    count = max(len(words), 1)
    common = sum(word.strip(".,;:()'‘’\"").casefold() in COMMON for word in words)
    return Reading(turn, lines, common / count, sum(map(len, words)) / count)


def over_ink(line: Line, picture: Grey) -> Line:
    """The line with the characters of each word over their ink."""
    characters: list[Character] = []
    for blank, run in groupby(line.characters, key=lambda character: character.text.isspace()):
        word = list(run)
        characters += word if blank else on_ink(word, picture)
    visible = tuple(character.box for character in characters if not character.text.isspace())
    return replace(line, characters=tuple(characters), box=box_around(visible))


def page_lines(picture: Grey, data: Path) -> list[Line]:
    """The lines of an upright picture in reading order, cells of tables at their place among the rest."""
    clean, cells = without_rulings(picture, DPI)
    paper = paper_of(picture)
    filled = [cell for cell in cells if np.count_nonzero(cell.of(clean) < paper - INK) > LEAST_INK]
    in_cells = [line for batch in batches(filled) for line in cell_lines(clean, batch, data)]
    for cell in filled:
        cell.of(clean)[:] = paper
    return merged(lines_in(clean, data), in_cells)


def batches(cells: list[Cell]) -> Iterator[list[Cell]]:
    """The cells in groups that stay below the tallest picture."""
    batch: list[Cell] = []
    height = 0
    for cell in cells:
        if batch and height + cell.height + GUTTER > TALLEST:
            yield batch
            batch, height = [], 0
        batch.append(cell)
        height += cell.height + GUTTER
    if batch:
        yield batch


def cell_lines(picture: Grey, cells: list[Cell], data: Path) -> list[tuple[Cell, Line]]:
    """The lines in the cells, recognised one cell below the other, at their place in the picture."""
    width = max(cell.width for cell in cells) + 2 * GUTTER
    bottoms = np.cumsum([cell.height + GUTTER for cell in cells])
    tops = [int(bottom) - cell.height for bottom, cell in zip(bottoms, cells, strict=True)]
    column = np.full((int(bottoms[-1]) + GUTTER, width), paper_of(picture), dtype=np.uint8)
    for top, cell in zip(tops, cells, strict=True):
        column[top : top + cell.height, GUTTER : GUTTER + cell.width] = cell.of(picture)
    found: list[list[Line]] = [[] for _ in cells]
    for line in lines_in(column, data):
        middle = (line.box[1] + line.box[3]) / 2
        number = min(int(np.searchsorted(bottoms + GUTTER / 2, middle)), len(cells) - 1)
        shift = pymupdf.Matrix(1, 0, 0, 1, cells[number].left - GUTTER, cells[number].top - tops[number])
        found[number].append(replace(moved(line, shift), cell=id_of(cells[number])))
    return [(cell, line) for cell, lines in zip(cells, found, strict=True) for line in lines]


def id_of(cell: Cell) -> int:
    """A number that no other cell of the picture has, never 0."""
    return cell.top * LONGEST_SIDE * 2 + cell.left


def merged(lines: list[Line], in_cells: list[tuple[Cell, Line]]) -> list[Line]:
    """All lines: those of a cell stand before the first other line that starts below the cell's top."""
    result: list[Line] = []
    waiting = list(reversed(in_cells))
    for line in lines:
        while waiting and waiting[-1][0].top < line.box[1]:
            result.append(waiting.pop()[1])
        result.append(line)
    return result + [line for _, line in reversed(waiting)]


def way_back(turn: int, picture: Grey, opened: pymupdf.Page) -> pymupdf.Matrix:
    """From pixels of the turned picture to points of the page before rotation."""
    height, width = picture.shape
    turned_back = (
        pymupdf.Matrix(1, 0, 0, 1, 0, 0),
        pymupdf.Matrix(0, 1, -1, 0, width, 0),
        pymupdf.Matrix(-1, 0, 0, -1, width, height),
        pymupdf.Matrix(0, -1, 1, 0, 0, height),
    )[turn]
    to_points = pymupdf.Matrix(opened.rect.width / width, opened.rect.height / height)
    return turned_back * to_points * opened.derotation_matrix
