r"""Pages with words and the place of every character, from a PDF.

In: the path of a PDF that ``intake`` accepted. Out: ``Page`` values in the coordinates of ``model`` (points,
origin top left, page before rotation, inside the CropBox). Reading order is that of the file, which keeps the
wrapped lines of a table cell together. White space between pieces of text tells how they stand to each
other: see ``Page``.

Characters are normalised once (``characters``), so that detectors see plain text. Pages are read as people
see them (``prepare``): stamps and filled-in fields are text, hidden layers are not.

Does not recognise scans (``ocr``): a page without text comes out as ``TextSource.NONE``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pymupdf

from lakmoes.errors import IntakeError
from lakmoes.model import MINIMUM_PART, Box, Page, TextSource, Word
from lakmoes.pdf.barriers import barriers_on
from lakmoes.pdf.characters import Character, Rectangle, box_around, normalised
from lakmoes.pdf.opening import open_pdf
from lakmoes.pdf.prepare import FAILURES, prepared

TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_IGNORE_ACTUALTEXT
"""What the glyphs say, as people see it. Ligatures are expanded and unknown glyphs stay unknown."""

UNKNOWN = frozenset("\ufffd")
"""Stands for a glyph of which the font does not say what it is."""
SAME_LINE = 0.5
"""Share of the line height by which two pieces of one visual line may differ in height on the page."""
CELL_GAP = 1.5
"""Gap in line heights from which two pieces on one line are two cells or columns."""
LINE_STEP = 1.9
"""Largest step in line heights between two lines of one paragraph."""
BETWEEN_CELLS = {" ": "\t", "\n": "\n\n"}
"""What separates two lines of different cells that their distance alone would join."""

END_WITHIN = 4096
"""Bytes at the end of a file within which the mark of its end stands; some programs add a little to it."""


@dataclass(frozen=True, slots=True)
class Line:
    """Characters that follow each other in one writing direction.

    ``cell`` tells lines of different table cells apart where the reader knows of cells (``ocr``); else 0.
    """

    characters: tuple[Character, ...]
    direction: tuple[float, float]
    box: Rectangle
    cell: int = 0

    @property
    def height(self) -> float:
        """Size of the line across its writing direction, in points."""
        x0, y0, x1, y1 = self.box
        return max(y1 - y0 if abs(self.direction[0]) >= abs(self.direction[1]) else x1 - x0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfFacts:
    """What a PDF says of itself before its pages are read: their number, and its metadata (``title`` …)."""

    page_count: int
    metadata: Mapping[str, str]


def describe_pdf(path: Path) -> PdfFacts:
    """Number of pages and metadata of a PDF that can be handled whole.

    Raises:
        IntakeError: It cannot be opened, asks for a password, was cut off, has no pages, or keeps its content
            where no page shows it: a portfolio of other files, or a form that only its own program draws.
    """
    with open_pdf(path) as document:
        try:
            catalog = document.pdf_catalog()
            keys = {key: document.xref_get_key(catalog, key)[0] for key in ("Collection", "NeedsRendering")}
            count, metadata = document.page_count, dict(document.metadata or {})
        except (RuntimeError, ValueError, IndexError, pymupdf.mupdf.FzErrorBase) as error:
            raise IntakeError("damaged") from error
        if count < 1 or (document.is_repaired and not _has_end(path)):
            raise IntakeError("damaged")
    for key, code in (("Collection", "portfolio"), ("NeedsRendering", "xfa-form")):
        if keys[key] != "null":
            raise IntakeError(code)
    return PdfFacts(page_count=count, metadata={key: value or "" for key, value in metadata.items()})


def pdf_metadata(path: Path) -> Mapping[str, str]:
    """The metadata of a PDF.

    Raises:
        IntakeError: As ``describe_pdf``.
    """
    return describe_pdf(path).metadata


def _has_end(path: Path) -> bool:
    """Whether the file ends with the mark that every PDF ends with; pages may be lost where it does not."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - END_WITHIN, 0))
        return b"%%EOF" in file.read()


def read_pages(path: Path, document_id: str) -> Iterator[Page]:
    """The pages of a PDF in order, one at a time.

    Raises:
        IntakeError: The file cannot be opened or one of its pages cannot be read.
    """
    with prepared(path) as document:
        for index in range(document.page_count):
            try:
                page = read_page(document[index], document_id)
            except FAILURES as error:
                raise IntakeError("damaged-page", page=index + 1) from error
            yield page


def read_page(page: pymupdf.Page, document_id: str) -> Page:
    """The text and the words of one opened page."""
    # get_text works in page space before rotation; the size must be that of the same space.
    quarter_turned = page.rotation in (90, 270)
    width, height = page.rect.width, page.rect.height
    if quarter_turned:
        width, height = height, width
    return page_of_lines(
        Page(
            document_id=document_id,
            index=page.number,
            width=width,
            height=height,
            rotation=page.rotation,
            text="",
            words=(),
            text_source=TextSource.NONE,
            barriers=barriers_on(page),
        ),
        _lines_on(page),
    )


def _lines_on(page: pymupdf.Page) -> tuple[Line, ...]:
    """The lines of a page, with the file's own reading of glyphs that cannot be read otherwise."""
    shown = tuple(lines_of(page.get_text("rawdict", flags=TEXT_FLAGS)))
    words = _words_in(shown)
    if not any(UNKNOWN & set(word) for word in words):
        return shown
    replaced = tuple(lines_of(page.get_text("rawdict", flags=TEXT_FLAGS & ~pymupdf.TEXT_IGNORE_ACTUALTEXT)))
    # A replacement text may say anything; it is only heard where it agrees with all that can be read.
    known = Counter(word for word in words if not UNKNOWN & set(word))
    return replaced if known <= Counter(_words_in(replaced)) else shown


def _words_in(lines: Iterable[Line]) -> list[str]:
    return ["".join(character.text for character in run) for line in lines for _, run in runs_of(line)]


def page_of_lines(empty: Page, lines: tuple[Line, ...], source: TextSource = TextSource.DIGITAL) -> Page:
    """The page with its text laid out; without any word its text source stays ``NONE``."""
    pieces: list[str] = []
    words: list[Word] = []
    position, number = 0, -1
    previous: Line | None = None
    for line in lines:
        separator = separator_between(previous, line) if previous else ""
        if previous and previous.cell != line.cell:
            separator = BETWEEN_CELLS.get(separator, separator)
        for gap, run in runs_of(line):
            between = separator if gap is None else gap
            number += not words or between != " "
            word = word_of(run, line, position + len(between), number)
            pieces += (between, word.text)
            position = word.end
            words.append(word)
        previous = line
    found = source if words else TextSource.NONE
    return replace(empty, text="".join(pieces), words=tuple(words), text_source=found)


def lines_of(content: dict[str, Any]) -> Iterator[Line]:
    """The lines of MuPDF's structured text that hold anything, their characters normalised."""
    for block in content["blocks"]:
        for line in block.get("lines", ()):
            chars = (char for span in line["spans"] for char in span["chars"])
            characters = tuple(normalised(chars, vertical=abs(line["dir"][0]) < abs(line["dir"][1])))
            visible = [character for character in characters if not character.text.isspace()]
            if visible:
                yield Line(
                    characters=characters,
                    direction=tuple(line["dir"]),
                    box=box_around(c.box for c in visible),
                )


def runs_of(line: Line) -> Iterator[tuple[str | None, list[Character]]]:
    """Runs of visible characters, each with the white space before it; ``None`` for the first of the line."""
    run: list[Character] = []
    gap: str | None = None
    for character in line.characters:
        if not character.text.isspace():
            run.append(character)
        elif run:
            yield gap, run
            run = []
            gap = " "
    if run:
        yield gap, run


def word_of(run: list[Character], line: Line, start: int, number: int) -> Word:
    """The word of a run of characters, with the edges of its characters where they are told apart."""
    x0, y0, x1, y1 = box_around(character.box for character in run)
    box = Box(x0=x0, y0=y0, x1=max(x1, x0 + MINIMUM_PART), y1=max(y1, y0 + MINIMUM_PART))
    leading, trailing = edges_along(line.direction)
    cuts: tuple[float, ...] = ()
    if leading is not None:
        cuts = (*(character.box[leading] for character in run), run[-1].box[trailing])
    return Word(
        text="".join(character.text for character in run),
        box=box,
        start=start,
        line=number,
        cuts=cuts,
        vertical=leading in (1, 3),
        advance=round(sum(abs(c.box[trailing] - c.box[leading]) for c in run), 3)
        if leading is not None
        else 0.0,
    )


def edges_along(direction: tuple[float, float]) -> tuple[int | None, int]:
    """Which coordinates of a character's box are its leading and trailing edge; ``None`` when slanted."""
    across, down = direction
    if abs(down) < 0.01:
        return (0, 2) if across > 0 else (2, 0)
    if abs(across) < 0.01:
        return (1, 3) if down > 0 else (3, 1)
    return None, 0


def separator_between(previous: Line, line: Line) -> str:
    """White space that says how two successive lines stand to each other on the page."""
    height = min(previous.height, line.height)
    before, after = upright(previous), upright(line)
    step = (after[1] + after[3] - before[1] - before[3]) / 2
    gap = after[0] - before[2]
    if abs(step) < SAME_LINE * height:
        return " " if -height < gap < CELL_GAP * height else "\t"
    shares_column = after[0] < before[2] and before[0] < after[2]
    if shares_column and 0 < step < LINE_STEP * height and line.direction == previous.direction:
        return "\n"
    if gap > 0 and (step < 0 or (before[1] < after[3] and after[1] < before[3])):
        return "\t"
    return "\n\n"


def upright(line: Line) -> Rectangle:
    """The line's box as if it were written from left to right."""
    x0, y0, x1, y1 = line.box
    across, down = line.direction
    if abs(across) >= abs(down):
        return (x0, y0, x1, y1) if across > 0 else (-x1, -y1, -x0, -y0)
    return (y0, -x1, y1, -x0) if down > 0 else (-y1, x0, -y0, x1)
